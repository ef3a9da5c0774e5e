"""Reads of the Board as it stood at an earlier point of its journal (DESIGN 7)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from boardtui.domain.progress import Progress, silent
from boardtui.store.as_at import fill
from boardtui.store.engine import explained
from boardtui.store.library import in_memory
from boardtui.store.reading.reader import Database, Reader


class AsAtReader(Reader):
    """Reads the Board as it stood at an entry of its journal, from a copy in memory filled by replay.

    The journal itself is read where it is, up to that entry. `told` may stop the filling by raising.
    """

    def __init__(self, path: Path, entry: int, told: Progress = silent) -> None:
        super().__init__(path)
        self._lock = threading.Lock()
        with explained(path):
            self._entry, self._memory = entry, in_memory(path)
            try:
                fill(self._memory, path, entry, told)
            except BaseException:
                self._memory.close()
                raise

    def copy_into(self, copy: Database) -> None:
        """Write the Board as it stood into an empty file, its journal so far within it."""
        with explained(self.path):
            fill(copy, self.path, self._entry, whole=True)

    def close(self) -> None:
        """Let go of the copy in memory."""
        super().close()
        with self._lock:
            self._memory.close()

    @contextmanager
    def _transaction(self) -> Iterator[Database]:
        with self._lock:
            yield self._memory
