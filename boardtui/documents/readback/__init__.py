"""Reading a Word file that came back: safely, with its tracked changes and comments (DESIGN 6)."""

from boardtui.documents.readback.returned import returned

__all__ = ("returned",)
