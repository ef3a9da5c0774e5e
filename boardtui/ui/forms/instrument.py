"""Amending and lifting the Notice, and closing the Board, each saying what it does (N 8.2; DESIGN 4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardtui import services
from boardtui.domain.dates import show
from boardtui.domain.instrument import InstrumentVersion
from boardtui.domain.obligations import UNMET, source_code
from boardtui.domain.text import plural
from boardtui.domain.views import Obligation, Source
from boardtui.ui.forms.answering import any_day, past_day
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.form import Form
from boardtui.ui.widgets.fields import lines, words
from boardtui.ui.widgets.literal import assembled, line, literal

_NAMED = 4


def amend(now: InstrumentVersion, today: date) -> Form:
    """Ask for a new version of the Notice."""
    since = f" It commenced on {show(now.commenced)}." if now.commenced else ""
    return Form(
        f"Amend the {now.title}",
        [
            past_day("issued_on", "Issued on", today, today, needed=True),
            lines("because", "Changes, why", needed=True),
            any_day("commenced", "Commences", today),
            words("title", "Title", now.title, needed=True),
        ],
        lambda answers: lambda work: services.instrument.amend_notice(work, **answers),
        says=line(
            f"Version {now.number + 1}.{since} A new commencement re-dates the open duties counted from it; "
            "what was met keeps its date. Left empty, no date moves."
        ),
    )


def lift(now: InstrumentVersion, ending: Sequence[Obligation], today: date) -> Form:
    """Ask by which letter the Notice is lifted, naming the open duties that end with it."""
    named = "".join(f"\n· {duty.title}" for duty in ending[:_NAMED])
    more = f"\n… and {len(ending) - _NAMED} more" if len(ending) > _NAMED else ""
    ends = f"{plural(len(ending), 'open duty', 'open duties')} of the Notice then no longer apply:{named}{more}"
    return Form(
        f"Lift the {now.title}",
        [
            past_day("on", "On", today, today, needed=True),
            words("letter", "Which letter", needed=True, hint="Minister's letter of 14 Jan 2014"),
            lines("because", "Reasons", needed=True),
        ],
        lambda answers: lambda work: services.instrument.lift_notice(work, **answers),
        says=assembled(
            ends if ending else "No duty of the Notice is open.",
            with_keys("\nThe Board carries on; closing it is a separate step ({notice-close})."),
        ),
        save="lift it",
    )


def ending(duties: Sequence[Obligation], sources: Sequence[Source]) -> list[Obligation]:
    """Return the open duties that end when the Notice is lifted: those of its own paragraphs, not what letters ask."""
    codes = {"N"} | {source.code for source in sources if source.kind == "notice"}
    return [
        duty
        for duty in duties
        if duty.id and duty.state in UNMET and not duty.correspondence
        if source_code(duty.ref, duty.requirement) in codes
    ]


def close(today: date) -> Form:
    """Ask why the Board is closed, saying what that means."""
    return Form(
        "Close the Board",
        [past_day("on", "On", today, today, needed=True), lines("because", "Reason", needed=True)],
        lambda answers: lambda work: services.closing.close_board(work, answers["on"], answers["because"]),
        says=literal(
            with_keys(
                "A closed Board reads everywhere and writes nowhere: no meeting, action, rating or letter is added or "
                "changed any more. Its archive can be exported. Undo ({undo}) takes the closing back."
            )
        ),
        save="close the Board",
    )
