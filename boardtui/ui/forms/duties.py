"""Requirements and dated duties: adding them, meeting them, saying that they do not apply (rule 2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from boardtui import services
from boardtui.domain.dates import show, weekday
from boardtui.domain.obligations import Binds, add_months
from boardtui.domain.views import Obligation, Requirement, Source
from boardtui.ui.forms.answering import any_day, count, past_day
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.modals.form import Answers, Form, changed
from boardtui.ui.widgets.fields import Field, lines, one_of, words
from boardtui.ui.widgets.literal import assembled, line
from boardtui.ui.widgets.record_fields import reference

_BINDS = [str(one) for one in Binds]


def add_requirement(sources: Sequence[Source], today: date, like: Requirement | None = None) -> Form:
    """Ask for one thing that a source demands; one `like` another begins with its particulars."""
    choices = [(source.code, f"{source.code}  {source.title}") for source in sources]
    return Form(
        f"Add a requirement like {like.ref}" if like else "Add a requirement",
        [
            one_of("source", "Source", choices, like.source if like else sources[0].code),
            words("ref", "Paragraph", needed=True, hint="N 5.7"),
            *_demanded(like, today),
        ],
        lambda answers: lambda work: services.notice.add_requirement(work, **answers),
    )


def edit_requirement(found: Requirement, today: date) -> Form:
    """Ask for what a requirement demands anew; its paragraph and source stay."""
    asked = _demanded(found, today)
    return Form(
        f"Requirement {found.ref}",
        asked,
        lambda answers: (
            lambda work: services.notice.edit_requirement(work, found.ref, found.version, **changed(asked, answers))
        ),
    )


def withdraw(found: Requirement, today: date) -> Form:
    """Ask from which day a requirement is withdrawn, and why."""
    return Form(
        f"Withdraw {found.ref}",
        [past_day("on", "On", today, today, needed=True), lines("because", "Reason", needed=True)],
        lambda answers: (
            lambda work: services.notice.withdraw_requirement(work, found.ref, answers["on"], answers["because"])
        ),
        says=assembled(line(found.text, "bold"), "\nIts open duties then no longer apply. It stays on record."),
    )


def add(requirements: Mapping[str, str], commenced: date | None, today: date) -> Form:
    """Ask for a dated duty."""
    return Form(
        "Add a duty",
        [
            words("ref", "Reference", needed=True, hint="N 8.1 extra report"),
            words("title", "Duty", needed=True),
            reference("requirement", "Comes from", requirements),
            one_of("binds", "Of whom", _BINDS),
            *_dates(None, commenced, today),
            lines("note", "Note", tall=2),
        ],
        lambda answers: lambda work: services.notice.add_obligation(work, **answers),
        check=_dated_once,
    )


def edit(found: Obligation, requirements: Mapping[str, str], today: date) -> Form:
    """Ask for a duty's new particulars; only what was changed is saved, so that a counted date stays counted."""
    asked = [
        words("title", "Duty", found.title, needed=True),
        reference("requirement", "Comes from", requirements, found.requirement),
        one_of("binds", "Of whom", _BINDS, found.binds),
        *_dates(found, found.counted_from, today),
        lines("evidence", "Evidence", found.evidence, tall=2),
        lines("note", "Note", found.note, tall=2),
    ]
    return Form(
        f"Duty {found.ref}",
        asked,
        lambda answers: (
            lambda work: services.notice.edit_obligation(
                work, found.ref, found.version or None, **changed(asked, answers)
            )
        ),
    )


def met(found: Obligation, today: date) -> Form:
    """Ask when a duty was met, and on what evidence."""
    return Form(
        f"{found.ref} was met",
        [
            past_day("on", "On", today, found.met_on or today, needed=True),
            lines("evidence", "Evidence", found.evidence),
        ],
        lambda answers: (
            lambda work: services.notice.meet_obligation(work, found.ref, answers["on"], answers["evidence"])
        ),
        says=line(found.title, "bold"),
    )


def not_applicable(found: Obligation) -> Form:
    """Ask why a duty does not apply."""
    again = " It comes again and again: it then stops." if found.repeats_months else ""
    return Form(
        f"{found.ref} does not apply",
        [lines("because", "Reason", needed=True)],
        lambda answers: lambda work: services.notice.set_not_applicable(work, found.ref, answers["because"]),
        says=assembled(line(found.title, "bold"), again),
    )


def remove(found: Obligation) -> Confirm:
    """Ask whether a duty that was never met is to go."""
    return Confirm(
        line(f"Remove the duty {found.ref}?"), line(f"{found.title}. Undo brings it back."), "Remove it", "Keep it"
    )


def _demanded(found: Requirement | None, today: date) -> list[Field]:
    return [
        lines("text", "It demands", found.text if found else "", needed=True),
        words("heading", "Under", found.heading if found else ""),
        one_of("binds", "Of whom", _BINDS, found.binds if found else ""),
        any_day("due", "Due", today, found.due if found else None),
    ]


def _dates(found: Obligation | None, counted_from: date | None, today: date) -> list[Field]:
    """Ask for a day of its own, or for months from the day that duties are counted from."""

    def counted(months: int) -> str:
        return f"due {weekday(add_months(counted_from, months))}" if counted_from else ""

    since = show(counted_from) if counted_from else "commencement"
    months = count("months", "Or months", found.months if found else None, hint=f"counted from {since}")
    own = Field(months.name, months.label, months.value, reads=months.reads, shows=counted, hint=months.hint)
    return [
        any_day("due", "Due", today, found.due if found else None),
        own,
        count("repeats_months", "Again after", found.repeats_months if found else None, hint="months, such as 6"),
    ]


def _dated_once(answers: Answers) -> tuple[str, ...]:
    if answers["due"] is not None and answers["months"] is not None:
        return ("Give the day or the months, not both: the one follows from the other.",)
    if answers["repeats_months"] is not None and answers["months"] is None:
        return ("A duty that comes again is counted in months: give the months to its first date.",)
    return ()
