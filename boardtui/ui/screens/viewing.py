"""Saved views of a list: filters that the person keeps under a name and gets back with a key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual.events import Key

from boardtui import saved_views
from boardtui.domain.text import one_line
from boardtui.ui.commands import commands_of
from boardtui.ui.keys import shown_key, with_keys
from boardtui.ui.modals.form import Answers, Form
from boardtui.ui.modals.views import Chosen, SavedViews
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.widgets.fields import Field
from boardtui.ui.widgets.literal import line


class Viewing(ListScreen):
    """A list with saved views: V lists them, F2 shows the first, F3 the second; `views_of` names the list."""

    views_of: ClassVar[str] = ""

    def __init__(self) -> None:
        super().__init__()
        self.views: Mapping[str, str] = {}
        self._pressed = ""

    def on_mount(self) -> None:
        """Read the views, for the palette and the help."""
        if self.views_of:
            self.app.run_aside(self._stored, self._know_views)

    @property
    def view_keys(self) -> Sequence[str]:
        """Return the keys of the views, the first one's first."""
        keys: Mapping[str, str] = getattr(self.app, "keys", {})
        command = next(one for one in commands_of(self.where) if one.action == "saved_view")
        return [shown_key(key.strip()) for key in keys.get(command.id, command.key).split(",")]

    @property
    def explains(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Return what the keys of the views show, in place of the help of their command."""
        if not self.views:
            return {}
        shown = [
            (key, f"{name}: {text}") for key, (name, text) in zip(self.view_keys, self.views.items(), strict=False)
        ]
        return {f"{self.where}-saved-view": shown}

    def on_key(self, event: Key) -> None:
        """Note which of its keys asks for a view."""
        self._pressed = event.key

    def action_saved_view(self) -> None:
        """Show the view that the key pressed belongs to."""
        self.app.run_aside(self._stored, partial(self._show_at, shown_key(self._pressed)), awaited=True)

    def action_views(self) -> None:
        """List the views, to show, save or remove one."""
        self.app.run_aside(self._stored, self._list_views, awaited=True)

    def show_view(self, name: str) -> None:
        """Show the view of this name."""
        self.look_for(self.views[name])
        self.app.say(f"{name}: {self.views[name]}")

    def _stored(self) -> dict[str, str]:
        return saved_views.of(self.views_of)

    def _know_views(self, views: dict[str, str]) -> None:
        self.views = views

    def _show_at(self, key: str, views: dict[str, str]) -> None:
        self.views = views
        at = self.view_keys.index(key) if key in self.view_keys else 0
        if at < len(views):
            self.show_view(list(views)[at])
        else:
            here = with_keys(f"Type a filter with {{{self.where}-filter}}, then press {{{self.where}-views}} and s.")
            self.app.say(f"No view is saved on this key. {here}", warning=True)

    def _list_views(self, views: dict[str, str]) -> None:
        self.views = views
        self.app.push_screen(SavedViews(self.views_of, views, self.view_keys, self.saved_as), self._do)

    @property
    def saved_as(self) -> str:
        """Return the filter that can be saved; nothing where there is none."""
        return one_line(self.words)

    def _do(self, chosen: Chosen | None) -> None:
        if chosen is None:
            return
        if chosen.what == "show":
            self.show_view(chosen.name)
        elif chosen.what == "remove":
            self.app.run_aside(lambda: saved_views.remove(self.views_of, chosen.name), self._removed, awaited=True)
        else:
            self.app.push_screen(self._naming(), self._named)

    def _naming(self) -> Form:
        text = self.saved_as
        says = line(f"It keeps the filter {text}. A view of the same name is replaced.")
        return Form("Save the filter as a view", [Field("name", "Name", reads=_name, needed=True)], None, says=says)

    def _named(self, answers: Answers | None) -> None:
        if answers is not None:
            name, text = answers["name"], self.saved_as
            self.app.run_aside(
                lambda: saved_views.save(self.views_of, name, text), partial(self._saved, name), awaited=True
            )

    def _saved(self, name: str, views: dict[str, str]) -> None:
        self.views, at = views, list(views).index(name)
        keys = self.view_keys
        self.app.say(f"✓ Saved {name}: {keys[at] if at < len(keys) else 'V'} shows it.")

    def _removed(self, views: dict[str, str]) -> None:
        self._list_views(views)


def _name(typed: str) -> str:
    name = one_line(typed)
    if len(name) > saved_views.LONGEST:
        raise ValueError(f"A name has at most {saved_views.LONGEST} characters.")
    return name
