"""What Home says, figure by figure: the words, the bars, and the list behind each."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from boardtui.domain.home import Home
from boardtui.domain.obligations import ObligationState
from boardtui.domain.states import Role
from boardtui.domain.text import plural
from boardtui.domain.views import Obligation
from boardtui.domain.waiting import ACTIONS
from boardtui.ui.places import PLACES
from boardtui.ui.widgets.fields import weekday
from boardtui.ui.widgets.figures import Figure
from boardtui.ui.widgets.literal import line
from boardtui.ui.widgets.ratings import level, style

SHORT = 26
"""Screen lines below which each list on Home is cut short."""


def left(home: Home, width: int, lines: int) -> list[Figure]:
    """Return the calendar: meetings, assessment, duties, compliance."""
    most = 4 if lines < SHORT else 9
    return [
        _heading("Next meeting"),
        _next_meeting(home),
        _gap(),
        _heading("Next assessment"),
        _assessment(home),
        _gap(),
        _heading(f"Due soon or overdue ({len(home.duties)})"),
        *_cut([_duty(home, duty, width) for duty in home.duties], most, "notice", "duties"),
        *([] if home.duties else [_nothing("Nothing is due in the next four weeks.", "notice", "duties")]),
        _gap(),
        _heading(f"Compliance not met ({len(home.not_met)})"),
        *_cut(
            [
                Figure(Content.assemble(line(check.ref, "bold"), " ", line(check.check)), "notice", "compliance")
                for check in home.not_met
            ],
            3 if lines < SHORT else 9,
            "notice",
            "compliance",
        ),
        *([] if home.not_met else [_nothing("Every check is met.", "notice", "compliance")]),
    ]


def right(home: Home, width: int, lines: int) -> list[Figure]:
    """Return how the plan stands, who is late, and what waits for whom."""
    rated = sum(now for now, _before in home.ratings.values())
    since = f", since meeting {home.spreads[-2].meeting}" if len(home.spreads) > 1 else ""
    figures = [_heading(f"Plan: {plural(home.lines, 'line')}{since}")]
    figures += [_rating(home, letter, width) for letter in home.ratings]
    if home.unrated:
        figures.append(Figure(Content(f" -  {home.unrated} not rated"), "plan", "is:-"))
    if not rated and not home.unrated:
        figures.append(_nothing("The plan has no lines yet: press 4.", "plan"))
    figures += [_gap(), _heading(f"Overdue actions: {home.overdue} of {home.open_actions} open")]
    by_lead = [_late(lead, number, home, width) for lead, number in home.overdue_by_lead]
    figures += _cut(by_lead, 4 if lines < SHORT else 10, "actions", "is:overdue")
    if not by_lead:
        figures.append(_nothing("No action is overdue.", "actions", "is:open"))
    figures += [_gap(), _heading("Waiting")]
    waits = [
        Figure(
            Content.assemble((f"{wait.role.capitalize():<{_roles(home)}} ", "bold"), line(wait.sentence)),
            PLACES[int(wait.place) - 1],
            "is:done" if (wait.role, wait.place) == (Role.CHAIR, ACTIONS) else "",
        )
        for wait in home.waiting
    ]
    figures += _cut(waits, 5 if lines < SHORT else 10, "home")
    if not waits:
        figures.append(_nothing("Nothing waits for anybody.", "meetings"))
    return figures


def _heading(text: str) -> Figure:
    return Figure(Content.styled(text, "bold $primary"))


def _gap() -> Figure:
    return Figure(Content(""))


def _nothing(text: str, place: str, looking_for: str = "") -> Figure:
    return Figure(Content.styled(text, "$text-muted"), place, looking_for)


def _next_meeting(home: Home) -> Figure:
    if home.next is None or home.days_to_next is None:
        return Figure(Content("None is planned: press 2, then a"), "meetings")
    days = home.days_to_next
    when = "today" if days == 0 else f"in {plural(days, 'day')}" if days > 0 else f"{plural(-days, 'day')} ago"
    said = Content.assemble((f"Meeting {home.next.number}", "bold"), f" {weekday(home.next.date)}, {when}")
    since, allowed = home.next.days_since_last, home.board.interval_days
    if since is None or home.last is None:
        return Figure(said, "meetings")
    within = "✓ within" if since <= allowed else "✗ outside"
    return Figure(
        Content.assemble(said, "\n", f"{since} days after the last: {within} {allowed}"), "meetings"
    )


def _assessment(home: Home) -> Figure:
    duty, days = home.assessment, home.days_to_assessment
    if duty is None or days is None or duty.due is None:
        return _nothing("None is dated.", "notice", "duties")
    when = f"in {plural(days, 'day')}" if days >= 0 else f"{plural(-days, 'day')} ago"
    said = Content.assemble((weekday(duty.due), "bold"), f", {when}", "\n", line(duty.title))
    if home.board.instrument_kind == "notice":
        said = Content.assemble(said, "\n", ("If missed, the Minister may direct (N 9)", "$text-muted"))
    return Figure(said, "notice", "duties")


def _duty(home: Home, duty: Obligation, width: int) -> Figure:
    late = duty.state == ObligationState.OVERDUE
    days = (duty.due - home.on).days if duty.due else 0
    when = f"{-days} days late" if late else "today" if days == 0 else f"{plural(days, 'day')}"
    room = max(width - 3 - cell_len(when) - 4, 10)
    title = line(duty.title).truncate(room, ellipsis=True, pad=True)
    sign = ("✗ ", "bold $text-error") if late else ("• ", "$text-warning")
    return Figure(Content.assemble(sign, title, "  ", (when, "bold" if late else "")), "notice", "duties")


def _rating(home: Home, letter: str, width: int) -> Figure:
    now, before = home.ratings[letter]
    found = level(home.scheme, letter)
    word = found.word if found else letter
    moved = "" if len(home.spreads) < 2 else f"{now - before:+d}" if now != before else "="
    most = max((n for n, _ in home.ratings.values()), default=0)
    bar = _bar(now, most, max(width - 23, 4))
    return Figure(
        Content.assemble(
            Content.styled(f" {letter} ", style(found)),
            " ",
            line(word).truncate(8, ellipsis=True, pad=True),
            f"{now:>3} ",
            (f"{moved:>3} ", "$text-muted"),
            (bar, found.colour if found and found.colour.startswith("#") else ""),
        ),
        "plan",
        f"is:{letter}",
    )


def _late(lead: str, number: int, home: Home, width: int) -> Figure:
    most = max(count for _lead, count in home.overdue_by_lead)
    return Figure(
        Content.assemble(
            line(lead).truncate(8, ellipsis=True, pad=True),
            (f"{number:>3} ", "bold"),
            (_bar(number, most, max(min(width - 16, number if most <= 12 else width), 1)), "$text-error"),
        ),
        "actions",
        f"is:overdue owner:{lead}",
    )


def _bar(number: int, most: int, width: int) -> str:
    if not number or not most:
        return ""
    return "█" * max(round(number * min(width, max(most, 8)) / max(most, 8)), 1)


def _cut(figures: Sequence[Figure], most: int, place: str, looking_for: str = "") -> list[Figure]:
    if len(figures) <= most:
        return list(figures)
    rest = len(figures) - most + 1
    return [*figures[: most - 1], Figure(Content.styled(f"… and {rest} more", "$text-muted"), place, looking_for)]


def _roles(home: Home) -> int:
    return max((len(wait.role) for wait in home.waiting), default=0)


