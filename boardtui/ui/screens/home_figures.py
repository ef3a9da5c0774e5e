"""What Home says, figure by figure: the words, the bars, and the list behind each."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from boardtui.domain.dates import weekday
from boardtui.domain.roles import called
from boardtui.domain.states import ObligationState
from boardtui.domain.text import one_line, plural, shorten
from boardtui.ui.keys import with_keys
from boardtui.ui.places import PLACES
from boardtui.ui.widgets.figures import Figure
from boardtui.ui.widgets.literal import assembled, line, literal
from boardtui.ui.widgets.ratings import level, style

if TYPE_CHECKING:
    from boardtui.domain.checklist import Step
    from boardtui.domain.home import Coming, Home, InspectionDuties
    from boardtui.domain.views import Obligation
    from boardtui.domain.waiting import Waiting
    from boardtui.domain.watch import Watch

SHORT = 26
"""Screen lines below which each list on Home is cut short."""

ROOMY = 48
"""Columns of a side from which a line says everything."""


def left(home: Home, watch: Watch | None, width: int, lines: int) -> list[Figure]:
    """Return the calendar: meetings, assessment, duties, compliance."""
    inspected = [_inspection(one, width) for one in home.inspections]
    most = max(4 - len(inspected), 2) if lines < SHORT else 9
    duties = [_duty(home, duty, width) for duty in home.duties]
    return _fitted(
        [
            _heading("Next meeting"),
            _next_meeting(home.coming),
            _gap(),
            _heading("Next assessment"),
            _assessment(home, width),
            _gap(),
            _heading(f"Due soon or overdue: {len(duties)}"),
            *_cut(duties, most, "notice", "duties"),
            *([] if duties else [_nothing("Nothing is due in the next four weeks.", "notice", "duties")]),
            *inspected,
            _gap(),
            *_compliance(watch, width, 3 if lines < SHORT else 9),
        ],
        lines,
    )


def right(
    home: Home, watch: Watch | None, width: int, lines: int, role: str = "", steps: Sequence[Step] = ()
) -> list[Figure]:
    """Return how the plan and the dataset stand, who is late, and what waits for whom, the person's own first.

    Before these stand the `steps` that a new Board still needs.
    """
    short = lines < SHORT
    since = f", since meeting {home.spreads[-2].meeting}" if len(home.spreads) > 1 else ""
    figures = _to_set_up(steps)
    figures += [_heading(f"Plan: {plural(home.lines, 'line')}{since}")]
    figures += [_rating(home, letter, width) for letter in home.ratings] if home.lines else []
    if home.unrated:
        figures.append(Figure(literal(f" -  {home.unrated} not rated"), "plan", "is:-"))
    if not home.lines:
        figures.append(_nothing(with_keys("The plan has no lines yet: press {plan}."), "plan"))
    if home.lines:
        figures.append(_flags(watch))
    if not short and len(home.spreads) > 1:
        figures += [_gap(), *_over_time(home)]
    dataset = _dataset(watch, width)
    figures += [dataset] if width < ROOMY else [_gap(), _heading("Indicators"), dataset]
    figures += [_gap(), _heading(f"Overdue actions: {home.overdue} of {home.open_actions} open")]
    by_lead = [_late(lead, number, home, width) for lead, number in home.overdue_by_lead]
    figures += _cut(by_lead, 3 if short else 10, "actions", "is:overdue")
    if not by_lead:
        figures.append(_nothing("No action is overdue.", "actions", "is:open"))
    figures += [_gap(), *_waiting(home, role, width, 4 if short else 12)]
    return _fitted(figures, lines)


def _waiting(home: Home, role: str, width: int, most: int) -> list[Figure]:
    """Return what waits for whom, the person's own first: by role beside each, or where it is narrow above them."""
    waiting = sorted(home.waiting, key=lambda one: one.role != role)
    if not waiting:
        return [_heading("Waiting"), _nothing("Nothing waits for anybody.", "meetings")]
    if width >= ROOMY:
        named = [literal(f"{one.role.capitalize():<{_roles(home)}}  ", "bold") for one in waiting]
        waits = [_wait(one, before, width) for one, before in zip(waiting, named, strict=True)]
        return [_heading("Waiting"), *_cut(waits, most, "meetings")]
    shown = _cut([_wait(one, Content(""), width) for one in waiting], most, "meetings")
    found: list[Figure] = []
    for number, figure in enumerate(shown):
        one = waiting[number]
        new = not number or waiting[number - 1].role != one.role
        if new and (number < len(shown) - 1 or len(waiting) == len(shown)):
            found.append(_heading(f"Waiting for {called(one.role)}"))
        found.append(figure)
    return found


def _to_set_up(steps: Sequence[Step]) -> list[Figure]:
    """Return what is left to set up, each with the keys that go there."""
    left = [step for step in steps if not step.done]
    if not left:
        return []
    keys = {step: with_keys(step.keys) for step in left}
    wide = max(map(len, keys.values())) + 2
    said = [
        Figure(assembled((f"{keys[step]:<{wide}}", "bold $footer-key-foreground"), with_keys(step.said)), step.place)
        for step in left
    ]
    return [
        _heading(f"To set up: {len(left)} of {len(steps)} left, {with_keys('{home-put-away}')} hides"),
        *said,
        _gap(),
    ]


def _heading(text: str) -> Figure:
    return Figure(literal(text, "bold $primary"))


def _gap() -> Figure:
    return Figure(Content(""))


def _nothing(text: str, place: str, looking_for: str = "") -> Figure:
    return Figure(literal(text, "$foreground-muted"), place, looking_for)


def _wrapped(before: Content, text: str, width: int, place: str, looking_for: str = "") -> Figure:
    """Return a figure of one line, and as `full` of two with a hanging indent."""
    said, indent = one_line(text), " " * before.cell_length
    first, *others = wrap(said, max(width - len(indent), 12)) or [""]
    rest = shorten(" ".join(others), max(width - len(indent), 12))
    short = assembled(before, literal(said if not others else f"{first}…"))
    full = assembled(before, literal(first), "\n", indent, literal(rest)) if others else None
    return Figure(short, place, looking_for, full)


def _fitted(figures: Sequence[Figure], lines: int) -> list[Figure]:
    """Write figures out in full as long as the lines suffice."""
    spare = lines - sum(figure.height for figure in figures)
    fitted = []
    for figure in figures:
        more = Figure(figure.full).height - figure.height if figure.full is not None else 0
        if figure.full is not None and spare >= more:
            spare -= more
            fitted.append(Figure(figure.full, figure.place, figure.looking_for))
        else:
            fitted.append(figure)
    return fitted


def first(coming: Coming) -> list[Figure]:
    """Return what is said while the rest is still being read."""
    return [_heading("Next meeting"), _next_meeting(coming), _gap(), _nothing("Reading the record …", "notice")]


def _next_meeting(coming: Coming) -> Figure:
    meeting, days, allowed = coming
    if meeting is None or days is None:
        return Figure(literal(with_keys("None is planned: press {meetings}, then {meetings-add}.")), "meetings")
    said = [
        assembled((f"Meeting {meeting.number}", "bold"), f", {weekday(meeting.date)}"),
        literal(_when(days)),
    ]
    if (since := meeting.days_since_last) is not None:
        within = f"✓ within {allowed}" if since <= allowed else f"✗ more than {allowed}"
        said.append(literal(f"{since} days after the last: {within}"))
    return Figure(Content("\n").join(said), "meetings", f"at:{meeting.number}")


def _assessment(home: Home, width: int) -> Figure:
    duty, days = home.assessment, home.days_to_assessment
    if duty is None or days is None or duty.due is None:
        return _nothing("None is dated.", "notice", "duties")
    said = [
        assembled((weekday(duty.due), "bold"), f", {_when(days)}"),
        *(literal(part) for part in wrap(one_line(duty.title), max(width, 12))[:2]),
    ]
    if not home.if_missed:
        return Figure(Content("\n").join(said), "notice", _at(duty))
    short = Content.styled("If missed: direction possible (N 9)", "$foreground-muted")
    full = [literal(part, "$foreground-muted") for part in wrap(home.if_missed, max(width, 12))]
    return Figure(Content("\n").join([*said, short]), "notice", _at(duty), Content("\n").join([*said, *full]))


def _inspection(found: InspectionDuties, width: int) -> Figure:
    """Return what an inspection asked for in one line: how much is done, how much is late."""
    late = f"{found.overdue} late" if found.overdue else f"{found.due_soon} due soon" if found.due_soon else ""
    counted = f"{found.met} of {found.total} done{', ' if late else ''}{late}"
    sign = ("✗ ", "bold $text-error") if found.overdue else ("• ", "$text-warning") if found.due_soon else "✓ "
    room = max(width - 4 - cell_len(counted), 8)
    title = line(f"{found.source}  {found.title}").truncate(room, ellipsis=True, pad=True)
    return Figure(assembled(sign, title, "  ", counted), "notice", f"duties of:{found.source}")


def _compliance(watch: Watch | None, width: int, most: int) -> list[Figure]:
    """Return the checks that fail, under how many they are."""
    if watch is None:
        return [_heading("Compliance"), _nothing("Checking …", "notice", "compliance")]
    failing = [
        _wrapped(
            literal(f"{one_line(check.ref)} ", "bold"), check.check, width, "notice", f"compliance at:{check.check}"
        )
        for check in watch.not_met
    ]
    said = _cut(failing, most, "notice", "compliance") or [_nothing("No check fails.", "notice", "compliance")]
    return [_heading(f"Compliance not met: {len(failing)}"), *said]


def _flags(watch: Watch | None) -> Figure:
    if watch is None:
        return _nothing("Challenge …", "plan", "challenge")
    if not watch.flags:
        return _nothing("Nothing to challenge.", "plan", "challenge")
    on = plural(watch.flagged_lines, "line")
    return Figure(assembled("Challenge: ", (plural(watch.flags, "flag"), "bold"), f" on {on}"), "plan", "challenge")


def _dataset(watch: Watch | None, width: int) -> Figure:
    """Return how many indicators are off trajectory, failing or without data, in one line (N 7.3)."""
    if watch is None:
        return _nothing("Indicators …", "indicators")
    if not watch.indicators:
        return _nothing(with_keys("No indicator yet: press {indicators}."), "indicators")
    words = ("failing", "off trajectory", "no data") if width >= ROOMY else ("failing", "off", "without data")
    counts = (watch.failing, watch.off, watch.no_data)
    parts = [f"{count} {said}" for count, said in zip(counts, words, strict=True) if count]
    if not parts:
        return _nothing(f"{plural(watch.indicators, 'indicator')}, none off trajectory", "indicators")
    worst = "is:failing" if watch.failing else "is:off" if watch.off else "is:no"
    if width >= ROOMY:
        return Figure(assembled((", ".join(parts), "bold"), f" of {watch.indicators}"), "indicators", worst)
    return Figure(assembled("Indicators: ", (", ".join(parts[:2]), "bold")), "indicators", worst)


def _when(days: int) -> str:
    if days == 0:
        return "today"
    return f"in {plural(days, 'day')}" if days > 0 else f"{plural(-days, 'day')} ago"


def _duty(home: Home, duty: Obligation, width: int) -> Figure:
    late = duty.state == ObligationState.OVERDUE
    days = (duty.due - home.on).days if duty.due else 0
    when = f"{-days} days late" if late else "today" if days == 0 else plural(days, "day")
    room = max(width - 4 - cell_len(when), 10)
    first, *others = wrap(one_line(duty.title), room) or [""]
    sign = ("✗ ", "bold $text-error") if late else ("• ", "$text-warning")
    short = line(shorten(duty.title, room)).pad_right(room - cell_len(shorten(duty.title, room)))
    told = ("  ", (when, "bold" if late else ""))
    full = None
    if others:
        rest = shorten(" ".join(others), room)
        full = assembled(sign, literal(f"{first:<{room}}"), *told, "\n  ", literal(rest))
    return Figure(assembled(sign, short, *told), "notice", _at(duty), full)


def _rating(home: Home, letter: str, width: int) -> Figure:
    now, before = home.ratings[letter]
    found = level(home.scheme, letter)
    moved = "" if len(home.spreads) < 2 else f"{now - before:+d}" if now != before else "="
    most = max((n for n, _ in home.ratings.values()), default=0)
    bar = _bar(now, most, min(max(width - 22, 4), 40))
    return Figure(
        assembled(
            literal(f" {letter} ", style(found)),
            " ",
            line(found.word if found else letter).truncate(8, ellipsis=True, pad=True),
            f"{now:>3} ",
            (f"{moved:>3}  ", "$foreground-muted"),
            (bar, found.colour if found and found.colour.startswith("#") else ""),
        ),
        "plan",
        f"is:{letter}",
    )


def _over_time(home: Home) -> list[Figure]:
    """Return how many lines had each rating after each of the last meetings."""
    numbers = "".join(f"{spread.meeting:>5}" for spread in home.spreads)
    rows = [_heading(f"After meeting {numbers}")]
    for letter in home.ratings:
        found = level(home.scheme, letter)
        counts = "".join(f"{spread.counts.get(letter, 0):>5}" for spread in home.spreads)
        badge = literal(f" {letter} ", style(found))
        word = line(found.word if found else letter).truncate(8, ellipsis=True, pad=True)
        rows.append(Figure(assembled(badge, " ", word, counts), "plan", f"is:{letter}"))
    return rows


def _late(lead: str, number: int, home: Home, width: int) -> Figure:
    most = max(count for _lead, count in home.overdue_by_lead)
    room = max(width - 14, 4)
    return Figure(
        assembled(
            line(lead).truncate(9, ellipsis=True, pad=True),
            (f"{number:>2}  ", "bold"),
            ("█" * (number * 2 if most * 2 <= room else max(number * room // most, 1)), "$text-error"),
        ),
        "actions",
        f"is:overdue owner:{lead}",
    )


def _wait(wait: Waiting, before: Content, width: int) -> Figure:
    return _wrapped(
        before,
        wait.sentence,
        width,
        PLACES[int(wait.place) - 1] if wait.place.isdecimal() else "queue",
        wait.looking_for,
    )


def _at(duty: Obligation) -> str:
    return f"duties at:{duty.ref}"


def _bar(number: int, most: int, width: int) -> str:
    return "█" * max(round(number * width / most), 1) if number else ""


def _cut(figures: Sequence[Figure], most: int, place: str, looking_for: str = "") -> list[Figure]:
    if len(figures) <= most:
        return list(figures)
    rest = len(figures) - most + 1
    return [*figures[: most - 1], _nothing(f"… and {rest} more", place, looking_for)]


def _roles(home: Home) -> int:
    return max((len(wait.role) for wait in home.waiting), default=0)
