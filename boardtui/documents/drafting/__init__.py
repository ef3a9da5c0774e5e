"""The Chair's letter to the Minister, drafted from agreed records block by block (DESIGN 6, N 8.1)."""

from boardtui.documents.drafting.letter import DraftBlock, draft

__all__ = ["DraftBlock", "draft"]
