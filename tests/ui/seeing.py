"""Working a screen as a person does: keys in, text on the screen out."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import date

import pytest
from textual._styles_cache import StylesCache
from textual.dom import DOMNode
from textual.events import Key, Paste
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerCancelled

from boardtui.config import Config
from boardtui.services.desk import Desk
from boardtui.ui.app import BoardApp
from boardtui.ui.at_work import Wanted
from tests.hostile import STRINGS

SMALL, LARGE = (80, 24), (120, 40)
BOTH = [SMALL, pytest.param(LARGE, marks=pytest.mark.thorough)]
"""The sizes of a test that reads a screen's words: at the larger one pictures show that everything fits."""

_NASTY = """
    closing tag|action link|clipboard|colour|none tag|ampersand|override|NUL|beyond|Hebrew|lone surrogates
"""
HOSTILE = " ".join(STRINGS[name] for name in _NASTY.strip().split("|"))
"""Text that has broken a terminal, a markup parser or a template somewhere, in one line."""


class Seat:
    """A person at the keyboard."""

    def __init__(self, pilot: Pilot[Wanted]) -> None:
        self.pilot = pilot
        app = pilot.app
        assert isinstance(app, BoardApp)
        self.app = app

    async def settle(self) -> None:
        """Wait until nothing is read or written any more and the screen is drawn."""
        for _ in range(50):
            for worker in list(self.app.workers):
                with suppress(WorkerCancelled):  # a newer search takes the place of an older one
                    await worker.wait()
            if self.app.desk is not None:
                await asyncio.wrap_future(self.app.desk.keep_draft("nothing", "", 0))
            await self._draw()
            if self._is_quiet():
                await asyncio.sleep(0)  # a read that came back just now has still to be shown
                await self._draw()
                if self._is_quiet():
                    break

    def _is_quiet(self) -> bool:
        """Say whether nothing is being read or written."""
        return not self.app.busy and all(worker.is_finished for worker in self.app.workers)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the one before has had its effect."""
        for key in keys:
            self.app.post_message(_struck(key))
            await self.settle()

    async def strike(self, *keys: str) -> None:
        """Press keys in one go, faster than anything can come of them."""
        for key in keys:
            self.app.post_message(_struck(key))
        await self.settle()

    async def type(self, text: str) -> None:
        """Put text into the box that has the cursor, as a paste does."""
        self.app.post_message(Paste(text))
        await self.settle()

    async def _draw(self) -> None:
        """Wait until every message is dealt with, and those these led to, and all of it is drawn."""
        for _ in range(50):
            await _nothing_ready()
            if any(map(_has_one_in_hand, self._parts())):
                await self.pilot._wait_for_screen()  # until what it waits for has come, from a thread
            await self.app.animator.wait_until_complete()
            self.app.screen._on_timer_update()
            if not any(map(_at_work, self._parts())):
                break

    def _parts(self) -> list[DOMNode]:
        """Return the program, the screen on top and everything on it."""
        return [self.app, *self.app.screen.walk_children(with_self=True)]

    @property
    def sees(self) -> str:
        """Return what stands on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.replace("\xa0", " ").rstrip() for strip in strips)

    @property
    def told(self) -> str:
        """Return every notice shown so far."""
        return "\n".join(notice.message for notice in self.app._notifications)


@asynccontextmanager
async def seated(
    desk: Desk | None, size: tuple[int, int] = SMALL, settings: Config | None = None
) -> AsyncIterator[Seat]:
    """Sit down at the Board."""
    app = BoardApp(desk, settings or Config(), day=date(2013, 5, 20))
    try:
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            seat = Seat(pilot)
            await seat.settle()
            yield seat
            assert not app.is_running or seat.sees  # what is on the screen at the end can be drawn
    finally:
        StylesCache.get_inner_outer.cache_clear()  # it would keep what a thousand widgets drew, of every seat before


async def _nothing_ready() -> None:
    """Let every other task go on until each waits for a key, a file or the time.

    Textual's own wait sends a message to each of a dialog's hundred parts, again and again.
    """
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]  # of every loop that asyncio brings
    await asyncio.sleep(0)
    while ready:
        await asyncio.sleep(0)


def _has_one_in_hand(node: DOMNode) -> bool:
    """Say whether a part of the screen is in the middle of a message, rather than waiting for the next one."""
    return node._running and not node._message_queue.ready_event._waiters


def _at_work(node: DOMNode) -> bool:
    """Say whether something is still to be done or drawn at a part of the screen."""
    waiting = [node.message_queue_size, node._next_callbacks]
    if isinstance(node, Widget):
        waiting += [node._layout_required, node._scroll_required, node._repaint_required, node._recompose_required]
    if isinstance(node, Screen):
        waiting += [node._callbacks, node._dirty_widgets]
    return any(waiting)


def _struck(key: str) -> Key:
    """Return a key as the terminal reports it, with the character it writes, if any."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    character: str | None
    try:
        character = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        character = key if len(key) == 1 else None
    return Key(name, character)
