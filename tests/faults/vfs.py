"""A disk that forgets: what was written and not synced is kept in part, torn or not at all when the power goes."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import apsw

SECTOR = 512
"""Bytes that reach the disk together or not at all."""


class PowerCutError(Exception):
    """The power went."""


@dataclass
class _Write:
    name: str
    offset: int
    data: bytes


@dataclass
class _Truncate:
    name: str
    size: int


@dataclass
class _Delete:
    name: str


@dataclass
class Disk:
    """Files as the program sees them, and as they lie on the platter; between them what nobody synced yet."""

    seen: dict[str, bytearray] = field(default_factory=dict)
    platter: dict[str, bytearray] = field(default_factory=dict)
    loose: list[_Write | _Truncate | _Delete] = field(default_factory=list)
    cut_at: int | None = None
    steps: int = 0
    off: bool = False

    def write(self, name: str, offset: int, data: bytes) -> None:
        """Write, into the disk's cache."""
        self._do(_Write(name, offset, bytes(data)))

    def truncate(self, name: str, size: int) -> None:
        """Cut a file short, in the cache."""
        self._do(_Truncate(name, size))

    def delete(self, name: str, durably: bool) -> None:
        """Delete a file; without `durably` its name may come back after a power cut."""
        self._do(_Delete(name))
        if durably:
            self.sync(name)

    def sync(self, name: str) -> None:
        """Put everything of a file onto the platter."""
        self._step()
        for done in [one for one in self.loose if one.name == name]:
            _apply(self.platter, done)
        self.loose = [one for one in self.loose if one.name != name]

    def after_the_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return the files as they may lie on the platter: each loose sector kept or lost by chance, some torn."""
        files = {name: bytearray(data) for name, data in self.platter.items()}
        for done in self.loose:
            match done:
                case _Write(name, offset, data):
                    for start in range(0, len(data), SECTOR):
                        if chance.random() < 0.5:
                            _apply(files, _Write(name, offset + start, _torn(data[start : start + SECTOR], chance)))
                case _:
                    if chance.random() < 0.5:
                        _apply(files, done)
        return {name: bytes(data) for name, data in files.items()}

    def _do(self, done: _Write | _Truncate | _Delete) -> None:
        """Do it in the cache; the power may go right after."""
        if self.off:
            raise PowerCutError
        _apply(self.seen, done)
        self.loose.append(done)
        self._step()

    def _step(self) -> None:
        self.steps += 1
        self.off = self.off or self.steps == self.cut_at
        if self.off:
            raise PowerCutError


def _apply(files: dict[str, bytearray], done: _Write | _Truncate | _Delete) -> None:
    match done:
        case _Write(name, offset, data):
            there = files.setdefault(name, bytearray())
            there.extend(bytes(max(0, offset + len(data) - len(there))))
            there[offset : offset + len(data)] = data
        case _Truncate(name, size):
            del files.setdefault(name, bytearray())[size:]
        case _Delete(name):
            files.pop(name, None)


def _torn(sector: bytes, chance: random.Random) -> bytes:
    """Return a sector whole, or now and then filled with what lay there before."""
    return sector if chance.random() < 0.95 else bytes(chance.randrange(256) for _ in sector)


class ForgetfulVFS(apsw.VFS):
    """SQLite's way to a `Disk`."""

    def __init__(self, name: str, disk: Disk) -> None:
        self._disk = disk
        super().__init__(name, "", maxpathname=512)

    def xOpen(self, name: apsw.URIFilename | str | None, flags: list[int]) -> _File:  # type: ignore[override]  # a file of our own
        path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        flags[1] = flags[0]
        self._disk.seen.setdefault(path, bytearray())
        return _File(self._disk, path)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self._disk.delete(filename, syncdir)

    def xAccess(self, pathname: str, flags: int) -> bool:
        return pathname in self._disk.seen

    def xFullPathname(self, name: str) -> str:
        return name


class _File:
    """One open file on the disk; nobody else has it, so its locks are given at once."""

    def __init__(self, disk: Disk, name: str) -> None:
        self._disk, self._name = disk, name

    @property
    def _data(self) -> bytearray:
        return self._disk.seen.setdefault(self._name, bytearray())

    def xRead(self, amount: int, offset: int) -> bytes:
        return bytes(self._data[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.write(self._name, offset, data)

    def xTruncate(self, size: int) -> None:
        self._disk.truncate(self._name, size)

    def xSync(self, flags: int) -> None:
        self._disk.sync(self._name)

    def xFileSize(self) -> int:
        return len(self._data)

    def xLock(self, level: int) -> None:
        """Give the lock."""

    def xUnlock(self, level: int) -> None:
        """Take it back."""

    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, op: int, ptr: int) -> bool:
        return False

    def xSectorSize(self) -> int:
        return SECTOR

    def xDeviceCharacteristics(self) -> int:
        return 0

    def xClose(self) -> None:
        """Nothing to let go of."""


def opened(disk: Disk, path: str, pragmas: tuple[str, ...]) -> tuple[apsw.Connection, Callable[[], None]]:
    """Open a database on a disk that forgets; return it, and how to let go of it."""
    name = f"forgetful-{id(disk)}"
    vfs = ForgetfulVFS(name, disk)
    db = apsw.Connection(path, vfs=name)
    for pragma in pragmas:
        db.execute(pragma).fetchall()

    def leave() -> None:
        db.close(True)
        vfs.unregister()

    return db, leave
