"""Adding and changing plan lines, moving their dates, giving ratings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from boardtui import services
from boardtui.domain.dates import show
from boardtui.domain.offering import Offer
from boardtui.domain.ratings import Scheme, check_rating
from boardtui.domain.states import HELD, MeetingState, RatingStatus
from boardtui.domain.views import Meeting, Person, PlanLine
from boardtui.ui.modals.form import Answers, Form
from boardtui.ui.widgets.fields import Field, day, lines, one_of, words
from boardtui.ui.widgets.literal import assembled
from boardtui.ui.widgets.literal import line as one
from boardtui.ui.widgets.ratings import named
from boardtui.ui.widgets.record_fields import meeting, person, several
from boardtui.ui.widgets.record_fields import requirements as requirement_list


def add(
    people: Mapping[str, Person],
    themes: Sequence[str],
    requirements: Mapping[str, str],
    today: date,
    like: PlanLine | None = None,
) -> Form:
    """Ask for a new plan line; one `like` another begins with its particulars, but its own reference and date."""
    theme = like.theme if like else themes[-1] if themes else ""
    return Form(
        f"Add a plan line like {like.ref}" if like else "Add a plan line",
        [
            words("ref", "Reference", needed=True, hint="1.1"),
            words("theme", "Theme", theme, needed=True, offers=[Offer(one) for one in themes]),
            *_fields(people, requirements, today, like),
            day("due", "Due", today, needed=True),
        ],
        lambda answers: lambda work: services.plan.add_line(work, **_filled(answers)),
    )


def edit(found: PlanLine, people: Mapping[str, Person], requirements: Mapping[str, str], today: date) -> Form:
    """Ask for a line's new particulars; its due date is moved with a reason instead."""
    return Form(
        f"Plan line {found.ref}",
        [words("theme", "Theme", found.theme, needed=True), *_fields(people, requirements, today, found)],
        lambda answers: lambda work: services.plan.edit_line(work, found.id, found.version, **_filled(answers)),
    )


def owners(found: PlanLine, people: Mapping[str, Person]) -> Form:
    """Ask who leads a line."""
    return Form(
        f"Who leads {found.ref}",
        [person("lead", "Lead", people, found.lead, needed=True)],
        lambda answers: lambda work: services.plan.set_lead(work, found.ref, answers["lead"]),
        says=one(found.title, "bold"),
    )


def move(found: PlanLine, meetings: Sequence[Meeting], today: date) -> Form:
    """Ask for another due date, the reason, and the meeting that decided it."""
    now = f"Due {show(found.due)}." if found.due else "It has no due date."
    if found.original_due and found.original_due != found.due:
        now += f" At first it was due {show(found.original_due)}."
    return Form(
        f"Move plan line {found.ref}",
        [
            day("due", "New due date", today, needed=True),
            lines("reason", "Reason", needed=True),
            meeting("meeting", "Decided at", meetings),
        ],
        lambda answers: (
            lambda work: services.plan.move_line(work, found.ref, answers["due"], answers["reason"], answers["meeting"])
        ),
        says=assembled(one(found.title, "bold"), f"\n{now}"),
    )


def rate(found: PlanLine, scheme: Scheme, meetings: Sequence[Meeting], today: date) -> Form:
    """Ask for a rating with all that it must come with; what is missing is said before it is saved (rule 6)."""
    levels = [(level.letter, f"{level.letter} {level.word}") for level in scheme if level.rank]
    held = [m.number for m in meetings if m.state in HELD]
    to_come = [m.number for m in meetings if m.state in (MeetingState.PLANNED, MeetingState.AGENDA_ISSUED)]
    in_session = [m.number for m in meetings if m.state == MeetingState.IN_SESSION]
    at = (in_session or to_come or held or [0])[0]

    def lacks(answers: Answers) -> tuple[str, ...]:
        return check_rating(
            scheme,
            found.rating,
            answers["level"],
            answers["reason"],
            answers["path"],
            answers["evidence"],
            answers["recheck_on"],
        )

    return Form(
        f"Rate {found.ref}",
        [
            one_of("level", "Rating", levels, found.proposed or found.rating or levels[0][0]),
            one_of("status", "It is", [str(RatingStatus.PROPOSED), str(RatingStatus.AGREED)]),
            meeting("meeting", "For meeting", meetings, at or None, needed=True),
            lines("reason", "Reason", tall=2),
            lines("path", "Path to green", found.path, tall=2),
            lines("evidence", "Evidence", tall=2),
            day("recheck_on", "Look again on", today),
        ],
        lambda answers: (
            lambda work: services.plan.rate(
                work,
                found.ref,
                answers["meeting"],
                answers["level"],
                reason=answers["reason"],
                path=answers["path"],
                evidence=answers["evidence"],
                recheck_on=answers["recheck_on"],
                proposed=answers["status"] == RatingStatus.PROPOSED,
            )
        ),
        says=assembled(one(found.title, "bold"), "\nNow ", named(scheme, found.rating)),
        check=lacks,
    )


def _fields(
    people: Mapping[str, Person], requirements: Mapping[str, str], today: date, found: PlanLine | None
) -> list[Field]:
    return [
        words("title", "Title", found.title if found else "", needed=True),
        person("lead", "Lead", people, found.lead if found else None),
        several("partners", "Partners", people, found.partners if found else ()),
        lines("outcome", "Outcome", found.outcome if found else "", tall=2),
        lines("success", "Success measure", found.success if found else "", tall=2),
        requirement_list("answers", "Answers", requirements, found.answers if found else ()),
        day("starts", "Starts", today, found.starts if found else None),
    ]


def _filled(answers: Answers) -> Answers:
    """Return the answers with empty lists where nothing was named."""
    return {**answers, "partners": answers["partners"] or (), "answers": answers["answers"] or ()}
