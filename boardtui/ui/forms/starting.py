"""The pages that ask for a new Board: each a few questions with usual answers, and what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from textual.content import Content

from boardtui.domain.cadence import series
from boardtui.domain.clock_times import parse_time
from boardtui.domain.dates import show, weekday
from boardtui.domain.seats import HOW
from boardtui.domain.standard_duties import standard_duties
from boardtui.domain.starting import NewBoard, board_name
from boardtui.domain.states import InstrumentKind
from boardtui.domain.text import plural
from boardtui.domain.variations import SIX_WEEKS
from boardtui.ui.forms.new_file import new_file, picture_file, proposed_path
from boardtui.ui.forms.new_scheme import key, read_level, scheme
from boardtui.ui.forms.new_seats import Typed, check_seats, seats, tell_members, the_chair, the_department, the_members
from boardtui.ui.keys import with_keys
from boardtui.ui.widgets.fields import Field, day, lines, number, one_of, words
from boardtui.ui.widgets.literal import assembled, literal

UNDER = (
    (str(InstrumentKind.NOTICE), "an improvement Notice"),
    (str(InstrumentKind.COMMISSIONER), "a Commissioner"),
    (str(InstrumentKind.NONE), "a plan of its own"),
)
AHEAD = 3
"""Meetings of the series that are shown before it is begun."""

_A_YEAR = timedelta(days=365)


def _no_problem(_typed: Typed) -> Mapping[str, str]:
    return {}


def _nothing(_typed: Typed, _today: date) -> Content:
    return Content("")


@dataclass(frozen=True)
class Page:
    """One page: its name in the line of steps, its title, what it says first, its questions.

    `check` names what is wrong between several answers, by question; `tells` says what follows from them. The page
    that `picks` also shows the standing agenda to choose from.
    """

    short: str
    title: str
    says: str
    fields: Callable[[Typed, date], Sequence[Field]]
    check: Callable[[Typed], Mapping[str, str]] = _no_problem
    tells: Callable[[Typed, date], Content] = _nothing
    picks: bool = False

    def wrong(self, typed: Typed, today: date) -> dict[str, str]:
        """Return what is wrong with the answers of this page, by question."""
        found: dict[str, str] = {}
        for field in self.fields(typed, today):
            try:
                field.answer(typed.get(field.name, field.value))
            except ValueError as problem:
                found[field.name] = str(problem)
        return found or dict(self.check(typed))


def new_board(typed: Typed, today: date) -> NewBoard:
    """Return the Board that is asked for; every page must be right."""
    answers = {
        field.name: field.answer(typed.get(field.name, field.value))
        for page in PAGES
        for field in page.fields(typed, today)
    }
    return NewBoard(
        name=board_name(typed),
        council=answers["council"],
        first_meeting=answers["first"],
        kind=InstrumentKind(answers["kind"]),
        commenced=answers["commenced"],
        safeguarding_review_by=answers["review_by"] if answers["kind"] == InstrumentKind.NOTICE else None,
        interval_days=answers["every"],
        starts=answers["starts"],
        place=answers["place"],
        seats=seats(typed),
        scheme=scheme(typed),
        left_out=left_out(typed),
        letterhead=answers["letterhead"],
        letterhead_picture=answers["picture"],
    )


def left_out(typed: Typed) -> tuple[str, ...]:
    """Return the titles of the standing items that were not picked."""
    return tuple(filter(None, typed.get("left_out", "").splitlines()))


def _the_board(_typed: Typed, today: date) -> list[Field]:
    past = today - _A_YEAR
    return [
        words("council", "Council", needed=True, hint="Seaside Council"),
        words("board", "Board's name", hint="as the council, and Improvement Board"),
        one_of("kind", "It works under", UNDER),
        day("commenced", "Since", past, today=today, hint="the Notice's date: 7 Jan"),
        day("review_by", "LSCB review by", past, today=today, hint="if the Notice says so"),
    ]


def _check_board(typed: Typed) -> dict[str, str]:
    if typed.get("kind", InstrumentKind.NOTICE) == InstrumentKind.NOTICE and not typed.get("commenced", "").strip():
        return {"commenced": "A Notice's duties are counted from its date: look at its head."}
    return {}


def _tell_board(typed: Typed, today: date) -> Content:
    if not board_name(typed):
        return Content("")
    said = [assembled("The Board is called ", (board_name(typed), "bold"), ".")]
    try:
        commenced = day("", "", today - _A_YEAR, today=today).answer(typed.get("commenced", ""))
        kind = InstrumentKind(typed.get("kind", InstrumentKind.NOTICE))
        duties = list(standard_duties(kind, commenced, None)) if commenced or kind == InstrumentKind.NONE else []
    except ValueError:
        return said[0]
    dated = sorted((duty.due, duty.title) for duty in duties if duty.due)
    if dated:
        later = with_keys("to be changed later under {notice}. The first dated:")
        said.append(literal(f"It brings {plural(len(duties), 'duty')}, {later}"))
        said += [literal(f"  {weekday(due)}  {title}", "$foreground-muted") for due, title in dated[:3]]
    return Content("\n").join(said)


def _the_meetings(_typed: Typed, today: date) -> list[Field]:
    return [
        day("first", "First meeting", today, needed=True, today=today),
        Field("starts", "Starts", "14:00", reads=parse_time, shows=str, needed=True, hint="14:00 or 2pm"),
        words("place", "Place", hint="Town Hall, Committee Room 1"),
        number("every", "Days between", SIX_WEEKS, 7, 366),
    ]


def _tell_meetings(typed: Typed, today: date) -> Content:
    try:
        first = day("first", "", today, today=today).answer(typed.get("first", ""))
        every = number("every", "", SIX_WEEKS, 7, 366).answer(typed.get("every", str(SIX_WEEKS)))
        after = series(first, AHEAD, {}, first.weekday(), every, []) if first else ()
    except ValueError:
        return Content("")
    if not after:
        return literal(f"{SIX_WEEKS} days is what a Notice asks for (N 7.2).", "$foreground-muted")
    said = "; ".join(f"{weekday(one.day)}{' (moved)' if one.moved_by else ''}" for one in after)
    return literal(f"Then, weekends and bank holidays passed over: {said}.", "$foreground-muted")


def _the_ratings(typed: Typed, _today: date) -> list[Field]:
    return [
        one_of("scheme", "Levels", (("four", "Red Amber Green Blue"), ("three", "Red Amber Green"))),
        *(
            Field(
                f"level_{one.letter}",
                one.letter,
                f"{one.word}: {one.meaning}",
                reads=read_level,
                needed=True,
                hint="a word: what it means",
            )
            for one in scheme({"scheme": typed.get("scheme", "four")})
            if one.rank
        ),
    ]


def _the_letterhead(_typed: Typed, _today: date) -> list[Field]:
    return [
        lines("letterhead", "Address", tall=4),
        Field("picture", "Picture", "", reads=picture_file, hint="a PNG or JPEG file on this computer"),
    ]


def _the_file(typed: Typed, _today: date) -> list[Field]:
    return [Field("path", "File", proposed_path(typed), reads=new_file, shows=str, needed=True)]


def _tell_all(typed: Typed, today: date) -> Content:
    """Sum up what is about to be made."""
    try:
        wanted = new_board(typed, today)
    except (ValueError, KeyError):
        return literal(
            with_keys("A page before this one is not complete: {setting-up-previous} goes back."), "$text-warning"
        )
    under = dict(UNDER)[str(wanted.kind)]
    since = f" since {show(wanted.commenced)}" if wanted.commenced else ""
    rows = [
        assembled((wanted.name, "bold")),
        literal(f"of {wanted.council}, under {under}{since}"),
        literal(f"{plural(len(wanted.seats), 'office')}, chaired by {wanted.seats[0].name or wanted.seats[0].role}"),
        literal(
            f"first meeting {weekday(wanted.first_meeting)} at {wanted.starts}, then every {wanted.interval_days} days"
        ),
        key(wanted.scheme),
        literal(
            with_keys("Everything can be changed later. Press {setting-up-start} to start it."), "$foreground-muted"
        ),
    ]
    return Content("\n").join(rows)


PAGES = (
    Page("Board", "The Board", "Whose Board it is, and what it works under.", _the_board, _check_board, _tell_board),
    Page(
        "Chair",
        "The Chair and the secretary",
        "An office stays when its holder changes; its initials are what you type in the minutes.",
        the_chair,
        check_seats,
    ),
    Page(
        "Department",
        "The department",
        "A Notice asks for a participant observer (N 7.2). Leave Department empty if nobody comes.",
        the_department,
        check_seats,
    ),
    Page(
        "Members",
        "The members",
        f"One line each: {HOW}. The office alone is enough. Later also from a sheet: {{people}}, then "
        f"{{people-bring-in}}.",
        the_members,
        check_seats,
        tell_members,
    ),
    Page(
        "Meetings",
        "The meetings",
        "The first one, and how far apart. Dates as you say them: 14 Jan, next thu, +6w.",
        _the_meetings,
        tells=_tell_meetings,
    ),
    Page(
        "Agenda",
        "The standing agenda",
        "What every meeting starts from. Space takes an item out, or in again.",
        lambda _typed, _today: [],
        picks=True,
    ),
    Page(
        "Ratings",
        "The ratings and their key",
        "The key is printed on every paper that uses them: change what they are called and mean here.",
        _the_ratings,
        tells=lambda typed, _today: key(scheme(typed)),
    ),
    Page(
        "Letterhead",
        "The letterhead",
        "The council's address and a picture, at the head of every paper but the Chair's own. Both may stay empty.",
        _the_letterhead,
    ),
    Page("File", "The file", "One file is one Board, on this computer only.", _the_file, tells=_tell_all),
)
"""The pages in their order."""
