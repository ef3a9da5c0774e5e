"""A text that has the rest of the screen laid out anew only when it needs another number of lines."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Fitted(Static):
    """A text as high as it is; the same again is not even painted."""

    def say(self, said: Content) -> None:
        """Show a text."""
        shown, width = self.visual, self.content_size.width
        if not isinstance(shown, Content) or not said.is_same(shown):
            hidden = not width  # then its height is found when it is laid out again
            self.update(said, layout=hidden or said.get_height({}, width) != self.content_size.height)
