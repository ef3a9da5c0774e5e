"""The pen: who may write in this file; handing the Board over hands the pen over too (DESIGN 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardtui.domain.dates import show
from boardtui.errors import LockedError


@dataclass(frozen=True)
class Pen:
    """Whether this file may be written here; if not, who has the pen and since when."""

    here: bool = True
    holder: str = ""
    since: date | None = None

    @property
    def said(self) -> str:
        """Say in one sentence who has the pen and since when; nothing while it is here."""
        if self.here:
            return ""
        since = f" since {show(self.since)}" if self.since else ""
        return f"The pen is with {self.holder}{since}: this file is read, not changed."

    def require(self) -> None:
        """Refuse a change while the pen is not here."""
        if not self.here:
            raise LockedError(
                self.said,
                "Nothing was saved; half-typed text is kept.",
                "Adopt the returned file, or take the pen back (Home, o; or: boardtui handover FILE --take-back).",
            )


def holder(role: str, name: str = "") -> str:
    """Name who a Board is handed to: `the Chair, Ann Smith`."""
    known = f"the {role.capitalize() if role == 'chair' else role}" if role else "whoever keeps the copy"
    return f"{known}, {name}" if name else known
