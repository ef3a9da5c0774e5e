"""The Chair's reports to the Minister and the Leader's beside them, drafted from the record (N 8.1, 8.2)."""

from boardtui.documents.reporting.report import draft

__all__ = ["draft"]
