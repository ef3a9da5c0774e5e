"""The eight places and the records that open from them; each screen is imported when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from boardtui.ui.screens.base import BoardScreen

PLACES = ("home", "meetings", "actions", "plan", "indicators", "notice", "letters", "people")
"""The places in the order of their number keys, the same on every screen (DESIGN 5)."""

_SCREENS = {
    "home": "home:HomeScreen",
    "meetings": "meetings:MeetingsScreen",
    "actions": "actions:ActionsScreen",
    "plan": "plan:PlanScreen",
    "indicators": "indicators:IndicatorsScreen",
    "notice": "notice:NoticeScreen",
    "letters": "letters:LettersScreen",
    "people": "people:PeopleScreen",
    "welcome": "welcome:WelcomeScreen",
    "meeting": "meeting:MeetingScreen",
    "action": "action:ActionScreen",
    "line": "line:LineScreen",
    "indicator": "indicator:IndicatorScreen",
    "thread": "thread:ThreadScreen",
    "letter": "letter:LetterScreen",
    "queue": "queue:QueueScreen",
    "forward": "forward:ForwardScreen",
    "brief": "brief:BriefScreen",
    "words": "words:WordsScreen",
    "room": "room:RoomScreen",
    "history": "history:HistoryScreen",
    "changes": "changes:ChangesScreen",
    "readback": "readback:ReadbackScreen",
    "undo-list": "undo_list:UndoListScreen",
    "deleted": "deleted:DeletedScreen",
    "backups": "backups:BackupsScreen",
    "adopt": "adopt:AdoptScreen",
    "import": "importing:ImportScreen",
    "picture": "picture:PictureScreen",
    "setting-up": "setting_up:SettingUpScreen",
}
"""Where each screen is; those of single records take the record's reference."""


def screen(name: str, *reference: object) -> BoardScreen:
    """Make the screen of a place, or of one record."""
    module, _, kind = _SCREENS[name].partition(":")
    made = getattr(import_module(f"boardtui.ui.screens.{module}"), kind)
    return cast("BoardScreen", made(*reference))
