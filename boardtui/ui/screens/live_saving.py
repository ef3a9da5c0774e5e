"""Lines on their way to disk: committed in the order they were typed, kept when one of them fails."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from boardtui.errors import BoardError

if TYPE_CHECKING:
    from boardtui.domain.views import Entry
    from boardtui.services.desk import Desk
    from boardtui.services.writer import Outcome
    from boardtui.store.unit import Work

Settled = Callable[["Line", "Future[Outcome[str]]"], object]


class HeldError(BoardError):
    """A line typed before this one is not saved yet, so this one waits."""


@dataclass(eq=False)
class Line:
    """A line that Enter was pressed on; `replaces` is the entry it stands for, `commit` when it was committed.

    `failed` says that it was tried and is not on disk.
    """

    typed: str
    draft: str
    replaces: Entry | None = None
    entry_id: str = ""
    commit: int = 0
    failed: bool = False
    key: str = field(default_factory=partial(next, map("line-{}".format, count(1))))


class Saving:
    """The lines of one meeting that are not yet read back; after one fails, those behind it wait for it."""

    def __init__(self, desk: Desk, number: int, settled: Settled) -> None:
        self._desk, self._number, self._settled = desk, number, settled
        self._stopped = False
        self._commits = 0
        self._sent: set[Line] = set()
        self.lines: list[Line] = []

    @property
    def commits(self) -> int:
        """Count the lines committed so far; a read begun now shows them all."""
        return self._commits

    @property
    def under_way(self) -> int:
        """Count the lines on their way."""
        return len(self._sent)

    @property
    def busy(self) -> bool:
        """Say whether lines are on their way."""
        return bool(self._sent)

    @property
    def unsaved(self) -> Line | None:
        """Return the first line that failed, or None."""
        return next((line for line in self.lines if line.failed), None)

    def add(self, lines: list[Line]) -> None:
        """Take lines in the order they were typed; behind one that failed they wait with it."""
        self.lines += lines
        if self.unsaved is not None and any(line.replaces is None for line in lines):
            for line in lines:
                line.failed = True
            return
        if self.busy or len(lines) > 1:  # what waits its turn is kept meanwhile; one alone is on disk as soon itself
            for line in lines:
                self._keep(line)
        for line in lines:
            self._submit(line)

    def again(self) -> None:
        """Try once more to save what failed, in order; nothing happens while lines are on their way."""
        if self.busy:
            return
        self._stopped = False
        for line in [line for line in self.lines if line.failed]:
            line.failed = False
            self._submit(line)

    def drop(self, line: Line) -> None:
        """Forget a line that failed; whoever typed it emptied it."""
        self.lines.remove(line)
        self._desk.keep_draft(line.draft, "", 0)

    def settle(self, line: Line, future: Future[Outcome[str]]) -> BoardError | BaseException | None:
        """Note how a line ended; return what went wrong, or None."""
        self._sent.discard(line)
        problem = future.exception()
        if problem is None:
            self._commits += 1
            line.commit = self._commits
        elif line.replaces is not None:
            self.lines.remove(line)
        else:
            line.failed = True
            self._keep(line)
        return problem

    def forget_read(self, commits: int) -> None:
        """Let go of the lines that a read begun after so many commits has shown."""
        self.lines = [line for line in self.lines if not 0 < line.commit <= commits]

    def _keep(self, line: Line) -> None:
        self._desk.keep_draft(line.draft, line.typed, len(line.typed))

    def _submit(self, line: Line) -> None:
        self._sent.add(line)
        future = self._desk.write(partial(self._save, line))
        future.add_done_callback(partial(self._done, line))

    def _save(self, line: Line, work: Work) -> str:
        """Write one line, on the writer's thread."""
        from boardtui.services import live, minutes

        if self._stopped and line.replaces is None:
            raise HeldError("An earlier line is not saved yet.")
        if line.replaces is not None:
            return live.replace_line(work, line.replaces.id, line.replaces.version, line.typed, line.draft)
        return minutes.enter(work, self._number, line.typed, line.draft)

    def _done(self, line: Line, future: Future[Outcome[str]]) -> None:
        """Hold back what comes after a failure, before the writer takes it up."""
        if future.exception() is None:
            line.entry_id = future.result().value
        elif line.replaces is None:
            self._stopped = True
        self._settled(line, future)
