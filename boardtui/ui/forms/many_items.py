"""What can be done to many agenda items at once: what is asked for all of them, and done to each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boardtui import services
from boardtui.domain.carrying import say_where
from boardtui.domain.views import Item, Meeting
from boardtui.ui.forms.agenda import later_than
from boardtui.ui.many import Many
from boardtui.ui.widgets.fields import words
from boardtui.ui.widgets.record_fields import meeting

_NOUN = "item"


def defer(items: Sequence[Item], meetings: Sequence[Meeting], here: int) -> Many | None:
    """Ask to which later meeting all of them go and why; None without one (rule 9)."""
    target, later = later_than(meetings, here)
    if target is None:
        return None
    to = meeting("to", "To meeting", later, target.number, needed=True)
    ids = _ids(items)
    return Many(
        "Defer",
        _NOUN,
        [words("because", "Reason", needed=True), to],
        lambda work, ref, answers: services.agenda.defer_item(work, ids[ref], answers["to"], answers["because"]),
        says=say_where(target),
    )


def remove(items: Sequence[Item]) -> Many:
    """Take all of them off the agenda."""
    ids = _ids(items)
    return Many("Remove", _NOUN, [], lambda work, ref, _answers: services.agenda.remove_item(work, ids[ref]))


def _ids(items: Sequence[Item]) -> Mapping[str, str]:
    """Return the identities by the numbers as they are now: they change while some are removed."""
    return {str(item.number): item.id for item in items}
