"""Shows exactly what will be signed, by whom and when: what changed, what it comes down to, then every word."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from boardtui.domain.dates import show
from boardtui.domain.editions import Difference
from boardtui.domain.text import plural, shorten
from boardtui.ui.widgets.literal import assembled, hanging, line, literal
from boardtui.ui.widgets.passages import read_out

if TYPE_CHECKING:
    from boardtui.services.before_signing import ToSign

_WAYS = {"program": "here", "paper": "on paper", "e-mail": "by e-mail"}
_CHANGES = 6
"""Changed paragraphs that are named before the text; with more of them one key still goes through all."""

_FORMAL = ("DRAFT", "Approved by", "Signed:")
"""How the paragraphs begin that signing itself puts into a paper, or takes out of it."""

_SIGNS = {Difference.CHANGED: "~", Difference.ADDED: "+", Difference.REMOVED: "-"}


class SignOff(ModalScreen[bool]):
    """A paper to read to its end and to sign; esc leaves it unsigned."""

    AUTO_FOCUS = "#pages"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", "Leave it"),
        Binding("enter,s", "dismiss(True)", "Sign"),
        Binding("n", "next", "Next change"),
        Binding("v", "version", "Other version"),
        Binding("space", "page", "Next page"),
    ]

    def __init__(self, paper: ToSign, label: str, says: str) -> None:
        super().__init__()
        self._paper, self._label, self._says = paper, label, says
        self._open = False
        self._changes: list[int] = []

    def compose(self) -> ComposeResult:
        """Show who signs, the text, and the keys."""
        with Vertical(classes="dialog -tall -sign"):
            yield Static(line(f"{self._label} ({self._called()})"), classes="title")
            yield Static(line(self._signer()), id="signer")
            with VerticalScroll(id="pages"):
                yield Static(id="text")
            yield Static(id="place", classes="place")
            yield Static(literal(self._keys()), classes="hints")

    def on_mount(self) -> None:
        """Show the text, and where in it the person is."""
        self._show()
        self.watch(self._pages, "scroll_y", self._place, init=False)

    def on_resize(self) -> None:
        """Wrap the text anew."""
        self._show()

    def action_next(self) -> None:
        """Go to the next paragraph that changed, after the last one to the first."""
        if self._changes:
            here = round(self._pages.scroll_target_y)
            further = [at for at in self._changes if at > here]
            self._pages.scroll_to(y=(further or self._changes)[0], animate=False)

    def action_page(self) -> None:
        """Go one page on."""
        self._pages.scroll_page_down(animate=False)

    def action_version(self) -> None:
        """Show the version without what is restricted, or the whole."""
        if self._paper.withholds:
            self._open = not self._open
            self._show()

    @property
    def _pages(self) -> VerticalScroll:
        return self.query_one("#pages", VerticalScroll)

    def _called(self) -> str:
        kind = "meeting" if self._paper.kind == "minutes" else self._paper.kind
        return f"{kind} {self._paper.number}"

    def _signer(self) -> str:
        paper = self._paper
        return f"Signed by {paper.by} {_WAYS.get(paper.how, paper.how)} on {show(paper.on)}."

    def _keys(self) -> str:
        keys = ["enter sign", "space page"]
        keys += ["n change"] if self._paper.changed else []
        keys += ["v version"] if self._paper.withholds else []
        return "   ".join([*keys, "esc leave"])

    def _show(self) -> None:
        passages = self._paper.open_text if self._open else self._paper.full_text
        width = max(self._pages.scrollable_content_region.width, 40)
        text, changes = read_out(passages, width)
        first = in_short(self._paper, width)
        self._changes = [first.plain.count("\n") + 1 + at for at in changes]
        self.query_one("#text", Static).update(assembled(first, "\n", text))
        self.call_after_refresh(self._place)

    def _place(self) -> None:
        pages = self._pages
        tall = max(pages.size.height, 1)
        last = max(-(-pages.virtual_size.height // tall), 1)
        now = min(round(pages.scroll_y) // tall + 1, last)
        version = ""
        if self._paper.withholds:
            version = "   open version" if self._open else "   restricted version: everything"
        self.query_one("#place", Static).update(literal(f"page {now} of {last}{version}   {self._says}"))


def in_short(paper: ToSign, width: int) -> Content:
    """Return what the signer reads first: the paragraphs that changed since the draft, then what the paper holds."""
    said = []
    if paper.laid_on:
        differ = [one for one in paper.full_text if one.difference is not Difference.SAME]
        changed = [one for one in differ if not (one.now or one.before).startswith(_FORMAL)]
        since = f"since the draft of {show(paper.laid_on)}"
        said.append(_heading(f"{plural(len(changed), 'change')} {since}" if changed else f"No change {since}"))
        said += [_cut(f"{_SIGNS[one.difference]} ", one.now or one.before, width) for one in changed[:_CHANGES]]
        if (more := len(changed) - _CHANGES) > 0:
            said.append(literal(f"  and {more} more", "$foreground-muted"))
    for part in paper.short:
        wide = max((len(ref) for ref, _ in part.lines), default=0)
        said += [Content(""), _heading(part.title)]
        said += [hanging(literal(f"{ref:<{wide}}  " if wide else "", "bold"), text, width) for ref, text in part.lines]
    return Content("\n").join([*said, Content(""), _heading("Word for word"), Content("")])


def _heading(text: str) -> Content:
    return literal(text, "bold $primary")


def _cut(sign: str, text: str, width: int) -> Content:
    return assembled((sign, "bold"), literal(shorten(text, width - len(sign))))
