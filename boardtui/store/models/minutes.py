"""What was said and decided, entry by entry."""

from datetime import date

from boardtui.store.models.base import Row, link


class Entry(Row, table=True):
    """One minute entry. `typed` is the line as it was typed; `to_tidy` says what was not understood.

    `position` is the order of entry within the meeting; the paragraph number is computed from it. The links
    say what the entry is about: an action, a plan line, the challenge it answers, who took the chair.
    """

    meeting_id: str = link("meeting")
    item_id: str = link("agenda_item")
    position: int
    kind: str
    text: str
    typed: str
    to_tidy: str | None = None
    restricted: str | None = None
    said_at: str
    decision_number: int | None = None
    inquorate: str | None = None
    action_id: str | None = link("action", optional=True)
    line_id: str | None = link("plan_line", optional=True)
    answers_id: str | None = link("entry", optional=True)
    presiding_id: str | None = link("office", optional=True)


class Amendment(Row, table=True):
    """A correction of earlier minutes, shown where it was agreed and in the minutes it corrects.

    It was agreed in an entry of a later meeting; or made to signed minutes by itself, with its own day and reason.
    """

    entry_id: str | None = link("entry", optional=True)
    amended_id: str = link("entry")
    old: str
    new: str
    because: str = ""
    agreed_on: date | None = None
