"""The record behind a thing in the Chair's queue: where its key leads, what is told of it, what is signed."""

from __future__ import annotations

from boardtui.domain.queue import Asked, Thing
from boardtui.domain.views import Action, Letter, Meeting
from boardtui.ui.screens.signing import SigningOff


class OnRecord(SigningOff):
    """A screen with a thing of the queue in hand, from which its record is one key away."""

    @property
    def thing(self) -> Thing | None:
        """Return the thing in hand."""
        raise NotImplementedError

    @property
    def leaving(self) -> tuple[str, int] | None:
        """Return the paper in hand, which is looked through before it is signed."""
        match self.thing:
            case Thing(record=Meeting(number=number)):
                return "minutes", number
            case Thing(record=Letter(series=series, number=number)):
                return series, number
            case _:
                return None

    def action_thread(self) -> None:
        """Follow the golden thread from the thing in hand."""
        match self.thing:
            case Thing(record=Action(ref=ref)):
                self.app.open_record("thread", "action", ref)
            case Thing(record=Asked(line=found)):
                self.app.open_record("thread", "plan line", found.ref)
            case Thing(record=Letter(name=name)):
                self.app.open_record("thread", "letter", name)
            case _:
                self.action_open()

    @property
    def recorded(self) -> tuple[str, str] | None:
        """Return the record in hand, whose history can be told."""
        if (thing := self.thing) is None:
            return None
        kind, _, ref = thing.about.partition(" ")
        match kind:
            case "action":
                return "action", ref
            case "line":
                return "plan line", ref
            case "minutes":
                return "meeting", f"meeting {ref}"
            case _:
                return "letter", thing.about

    def action_open(self) -> None:
        """Open the record itself."""
        if (thing := self.thing) is None:
            return
        kind, _, ref = thing.about.partition(" ")
        match kind:
            case "action" | "line":
                self.app.open_record(kind, ref)
            case "minutes":
                self.app.open_record("meeting", int(ref))
            case _:
                self.app.open_record("letter", int(ref), kind)
