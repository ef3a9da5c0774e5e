"""One plan line: what there is to ask, what it answers, indicators, evidence, actions, every rating with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.assured import Evidence
from boardtui.domain.challenge import Flag
from boardtui.domain.dataset import Indicator
from boardtui.domain.dates import show
from boardtui.domain.queue import Review
from boardtui.domain.ratings import Scheme
from boardtui.domain.states import RatingStatus
from boardtui.domain.text import times
from boardtui.domain.views import Action, LineMove, PlanLine, Rating, Requirement
from boardtui.store.reading import plan as reading
from boardtui.store.reading.actions import chosen
from boardtui.store.reading.board import scheme
from boardtui.store.reading.challenge import flags_of
from boardtui.store.reading.evidence import evidence
from boardtui.store.reading.indicators import chosen as indicators
from boardtui.store.reading.notice import chosen as requirements
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.queue import reviews_about
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.keys import with_keys
from boardtui.ui.screens import action_words, line_words, queue_words
from boardtui.ui.screens.line_commands import LineCommands
from boardtui.ui.screens.office_words import People, in_full
from boardtui.ui.screens.querying import Asked, Querying
from boardtui.ui.screens.records import RecordScreen
from boardtui.ui.widgets.literal import assembled, hanging, line, literal
from boardtui.ui.widgets.ratings import arrow, named

_SERVING = "a.id IN (SELECT action_id FROM action_line WHERE line_id = :line)"
_ANSWERED = "r.id IN (SELECT requirement_id FROM answer WHERE line_id = :line)"
_SHOWING = "i.id IN (SELECT indicator_id FROM indicator_line WHERE line_id = :line)"


@dataclass(frozen=True)
class Shown:
    """A plan line with everything that hangs on it."""

    line: PlanLine
    ratings: tuple[Rating, ...]
    moves: tuple[LineMove, ...]
    actions: tuple[Action, ...]
    requirements: tuple[Requirement, ...]
    flags: tuple[Flag, ...]
    indicators: tuple[Indicator, ...]
    evidence: tuple[Evidence, ...]
    scheme: Scheme
    people: People
    reviews: tuple[Review, ...] = ()


class LineScreen(RecordScreen, LineCommands, Querying):
    """The line on the left, its ratings on the right."""

    where = "line"
    place = "plan"
    BINDINGS: ClassVar[list[BindingType]] = bindings("line")
    shown: Shown | None = None

    def __init__(self, ref: str) -> None:
        super().__init__()
        self.ref = ref

    @property
    def line(self) -> PlanLine | None:
        """Return the line."""
        return self.shown.line if self.shown else None

    @property
    def asked(self) -> Asked | None:
        """Return the line as a query names it."""
        found = self.line
        return Asked(f"line {found.ref}", found.title, found.lead) if found else None

    def load(self) -> None:
        """Read the line."""
        if self.app.desk is not None:
            ref, today = self.ref, self.app.desk.today
            self.app.read(lambda db: _read(db, ref, today), self.show)

    def show(self, shown: Shown) -> None:
        """Show the line."""
        self.shown = shown
        self.write()

    def what(self, width: int) -> Content:
        """Return the line's particulars, what there is to ask, what it answers, and what serves it."""
        if self.shown is None:
            return Content("")
        found, scheme = self.shown.line, self.shown.scheme
        facts = [
            ("Theme", found.theme),
            ("Lead", in_full([found.lead], self.shown.people) if found.lead else "nobody"),
            ("Partners", in_full(found.partners, self.shown.people)),
            ("Starts", show(found.starts) if found.starts else ""),
            ("Due", self._due(found)),
            ("Outcome", found.outcome),
            ("Success", found.success),
        ]
        rating = named(scheme, found.rating)
        if found.direction:
            rating = assembled(rating, f"   {arrow(found.direction)} {found.direction}")
        if found.proposed:
            rating = assembled(rating, "   proposed: ", named(scheme, found.proposed))
        said = [hanging(f"{found.ref}  ", found.title, width, "bold"), Content("")]
        said.append(assembled((f"{'Rating':<10}", "$foreground-muted"), rating))
        said += [hanging(literal(f"{name:<10}", "$foreground-muted"), text, width) for name, text in facts if text]
        said += queue_words.asked(self.shown.reviews, width)
        said += line_words.challenge(self.shown.flags, width)
        said += [Content(""), Content.styled("Answers", "bold $primary")]
        said += [
            hanging(literal(f"{found.ref:<7}", "bold"), found.text, width) for found in self.shown.requirements
        ] or [
            literal(
                with_keys("Nothing: every line should answer something (N 7.3). Press {line-edit}."), "$text-warning"
            )
        ]
        said += line_words.indicators(self.shown.indicators, width)
        said += line_words.evidence(self.shown.evidence, width)
        said += [Content(""), Content.styled("Actions", "bold $primary")]
        said += [self._action(action, width) for action in self.shown.actions] or [
            Content.styled("None serves this line.", "$foreground-muted")
        ]
        return Content("\n").join(said)

    def history(self, width: int) -> Content:
        """Return every rating with its reason, newest first, then the moves of the due date."""
        if self.shown is None:
            return Content("")
        said = line_words.since(self.shown.line, width)
        said.append(Content.styled("Ratings, newest first", "bold $primary"))
        for rating in reversed(self.shown.ratings):
            said += self._rating(rating, width)
        if not self.shown.ratings:
            said.append(literal(with_keys("None yet. Press {line-rate} to give one."), "$foreground-muted"))
        if self.shown.moves:
            said += [Content(""), Content.styled("Due date moved", "bold $primary")]
        for move in reversed(self.shown.moves):
            before = show(move.before) if move.before else "no date"
            at = f", meeting {move.meeting}" if move.meeting else ""
            said.append(assembled((f"{before} to {show(move.after)}", "bold"), f"{at}"))
            said.append(hanging("  ", move.reason, width))
        return Content("\n").join(said)

    def _rating(self, rating: Rating, width: int) -> list[Content]:
        scheme = self.shown.scheme if self.shown else ()
        proposed = ", proposed" if rating.status == RatingStatus.PROPOSED else ""
        said = [
            assembled(named(scheme, rating.level), (f"   meeting {rating.meeting}, {show(rating.on)}{proposed}", ""))
        ]
        again = show(rating.recheck_on) if rating.recheck_on else ""
        for name, text in (
            ("", rating.reason),
            ("Path: ", rating.path),
            ("Evidence: ", rating.evidence),
            ("Look again: ", again),
            ("Restricted: ", rating.restricted or ""),
        ):
            if text:
                said.append(hanging(f"    {name}", text, width))
        return said

    def _action(self, action: Action, width: int) -> Content:
        before = assembled((f"{action.ref:<6}", "bold"), line(action_words.who(action)), ": ")
        state = f" ({action.state}, {action_words.dates(action)})"
        return hanging(before, action_words.text(action) + state, width)

    def _due(self, found: PlanLine) -> str:
        if found.due is None:
            return ""
        if found.moves and found.original_due:
            return f"{show(found.due)}, moved {times(found.moves)} from {show(found.original_due)}"
        return show(found.due)


def _read(db: Database, ref: str, today: date) -> Shown:
    found = reading.line(db, ref, today)
    return Shown(
        found,
        tuple(reading.ratings(db, ref)),
        tuple(reading.moves(db, ref)),
        tuple(chosen(db, today, _SERVING, line=found.id)),
        tuple(requirements(db, _ANSWERED, line=found.id)),
        tuple(flags_of(db, ref, today)),
        tuple(indicators(db, today, _SHOWING, line=found.id)),
        tuple(evidence(db, ref)),
        scheme(db),
        by_initials(db),
        tuple(reviews_about(db, f"line {ref}")),
    )
