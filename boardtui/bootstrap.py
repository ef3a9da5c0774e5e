"""The composition root: the settings, the clock, the open Board, the application. The only reader of the clock."""

from __future__ import annotations

import sys
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui import config, paths
from boardtui.domain.states import PersonKind, Role
from boardtui.domain.text import clean, one_line
from boardtui.errors import BoardError, EncryptedError
from boardtui.keys_said import follow
from boardtui.services.desk import Desk
from boardtui.terminal import Telling

if TYPE_CHECKING:
    from boardtui.domain.starting import NewBoard
    from boardtui.store.journal import Stamp
    from boardtui.ui.at_work import Wanted

PAINTS_WITHIN = 0.0005
"""Seconds after which a thread that reads or writes lets the screen be painted."""


def _keys() -> dict[str, str]:
    """Return the keys of the screens as this person has them, for sentences of the command line that name one."""
    from boardtui.ui.keys import keys_in_force, put_in_force, shown_keys

    with suppress(BoardError):  # keys that clash are told when a screen opens; the usual ones are in force
        put_in_force(keys_in_force(config.read(config.where())[0].keys))
    return shown_keys()


follow(_keys)


def clock() -> datetime:
    """Return the local time."""
    return datetime.now()


def who(by: str | None, settings: config.Config, role: Role, path: Path) -> str:
    """Return the name changes are made under: as given, as set, the Board's Chair for the Chair, or the login's."""
    named = one_line(by or "") or one_line(settings.name)
    return named or (role == Role.CHAIR and _chair(path)) or _login()


def _chair(path: Path) -> str:
    from boardtui.store.reading.people import people
    from boardtui.store.reading.reader import Reader

    return next((one.name for one in Reader(path).read(people) if one.kind == PersonKind.CHAIR), "")


def _login() -> str:
    import getpass

    try:
        return one_line(getpass.getuser())
    except (KeyError, OSError):  # a login that has no name
        return "somebody"


def open_desk(
    path: Path,
    *,
    by: str | None = None,
    role: str | None = None,
    as_at: str | None = None,
    backs_up: bool = True,
    settings: config.Config | None = None,
) -> Desk:
    """Open the Board at `path` for a person in a role, if asked as it stood at an earlier meeting or date.

    With `backs_up` what is changed there is backed up when it is closed, once an hour. Settings that cannot be used
    are refused, unless those in force are given.
    """
    settings = settings or config.load()
    acting = Role(role or settings.role)
    bring_up_to_date(path, by, acting, settings)

    def name(role: Role) -> str:
        return who(by, settings, role, path)

    with Telling() as told:
        return Desk(
            path,
            who=name(acting),
            role=acting,
            clock=clock,
            as_at=as_at,
            who_as=name,
            at_close=_back_up if backs_up else None,
            told=told,
        )


def signature(by: str | None, role: str | None, settings: config.Config | None = None) -> Stamp:
    """Return who does something to a file that need not open, in which role, and when."""
    from boardtui.store.journal import Stamp

    settings = settings or config.load()
    name = one_line(by or "") or one_line(settings.name) or _login()
    return Stamp(clock(), name, Role(role or settings.role))


def bring_up_to_date(path: Path, by: str | None, role: Role, settings: config.Config | None = None) -> None:
    """Bring a file that an older program wrote to this one's schema, telling how far it is; a backup is kept first."""
    from boardtui.store.engine import is_behind

    if not is_behind(path):
        return
    from boardtui.domain.backups import Why
    from boardtui.store import backups, migrating

    def told(what: str, done: int, of: int) -> None:
        print(f"\r{what} … {100 * done // max(of, 1)} %\x1b[K", end="", file=sys.stderr, flush=True)

    print(f"{path.name} was written by an older boardtui. It is brought up to date:", file=sys.stderr)
    kept = backups.keep(path, Why.MIGRATING, clock(), told)
    migrating.bring_up_to_date(path, signature(by, role, settings), told)
    print(f"\rDone. As it was before, it is kept as {kept}\x1b[K", file=sys.stderr)


def _back_up(desk: Desk) -> None:
    """Make a backup of what was changed, unless there is one of this hour; say on stderr why where it fails."""
    from boardtui.services import backups

    try:
        backups.keep_if_moved(desk, backups.EVERY)
    except BoardError as problem:
        print(clean(f"No backup was made: {problem}"), file=sys.stderr)


def _leave(desk: Desk, settings: config.Config) -> None:
    """Keep a backup of what was changed, and a copy where the settings say; what fails is told, and nothing is lost."""
    from boardtui.services import backups

    try:
        backups.keep_if_moved(desk)
    except BoardError as problem:
        print(clean(f"No backup was made: {problem}"), file=sys.stderr)
    if not settings.backup_to or desk.as_at is not None:
        return
    to = Path(settings.backup_to).expanduser()
    try:
        print(clean(f"Copying the Board to {to} … (ctrl+c leaves without the copy)"), file=sys.stderr)
        print(clean(f"A verified copy is at {backups.copy_out(desk.path, to)}"), file=sys.stderr)
    except BoardError as problem:
        print(clean(f"The copy was not made: {problem} The Board itself is safe."), file=sys.stderr)
    except KeyboardInterrupt:
        print(clean(f"Left without the copy. The Board itself is safe: {desk.path}"), file=sys.stderr)


def unlock(problem: EncryptedError) -> None:
    """Ask for a file's passphrase, unseen, and open it from now on; after three wrong ones say so."""
    import getpass

    from boardtui.store.library import open_with

    if not sys.stdin.isatty():
        raise BoardError(problem.title, problem.message, "Its passphrase is typed in a terminal, and only there.")
    for left in (2, 1, 0):
        try:
            open_with(problem.path, getpass.getpass(f"Passphrase of {problem.path.name}: "))
        except EncryptedError as wrong:
            if not left:
                raise BoardError(wrong.title, wrong.message, wrong.hint) from wrong
            print(f"{wrong.title} {wrong.message}", file=sys.stderr)
        else:
            return


def run_last() -> None:
    """Show the Board opened last; when there is none, or it does not open, the welcome, which says why."""
    from boardtui.recent import recent

    settings, problem = _settings()
    try:
        desk = next((_unlocked(path, settings) for path in recent()), None)
    except BoardError as said:
        desk, problem = None, said
    _run(desk, settings, problem)


def _settings() -> tuple[config.Config, BoardError | None]:
    """Return the settings that can be used, and what is to be said of the others: the screens open all the same."""
    path = config.where()
    found, wrong = config.read(path)
    return found, config.refused(path, wrong) if wrong else None


def _unlocked(path: Path, settings: config.Config, *, role: str | None = None, as_at: str | None = None) -> Desk:
    """Open a desk; of an encrypted Board the passphrase is asked for first."""
    try:
        return open_desk(path, role=role, as_at=as_at, settings=settings)
    except EncryptedError as problem:
        unlock(problem)
        return open_desk(path, role=role, as_at=as_at, settings=settings)


def run_app(path: Path, *, role: str | None = None, as_at: str | None = None) -> None:
    """Show the Board at `path` until the person quits."""
    settings, problem = _settings()
    _run(open_desk(path, role=role, as_at=as_at, settings=settings), settings, problem, role)


def _run(desk: Desk | None, settings: config.Config, problem: BoardError | None, role: str | None = None) -> None:
    from boardtui import collecting

    collecting.wait()
    sys.setswitchinterval(PAINTS_WITHIN)
    from boardtui.recent import remember
    from boardtui.services import tour_copy
    from boardtui.ui.app import BoardApp
    from boardtui.ui.at_work import ENDED, WELCOME, Wanted

    touring, before = False, None
    while True:
        if desk and not touring:
            before = desk.path
            remember(before)
        try:
            day = clock().date()
            wanted = BoardApp(desk, settings, problem, backs_up=not touring, day=day, tour=touring).run()
        finally:
            if desk:
                desk.close()
                if touring:
                    tour_copy.leave(desk.path)
                else:
                    _leave(desk, settings)
        if wanted is None and touring:
            wanted = Wanted("open", before) if before is not None else WELCOME
        if wanted is None or wanted == ENDED:
            return
        touring, desk, problem = wanted.what == "tour", None, None
        if wanted == WELCOME:
            before = None
            continue
        try:
            path = tour_copy.made(_built) if touring else _made(wanted, role)
            desk = _as_at_or_now(path, settings, role, wanted.as_at)
        except BoardError as said:
            problem = said


def _as_at_or_now(path: Path, settings: config.Config, role: str | None, as_at: str | None) -> Desk:
    """Open a desk as it stood earlier; if that is stopped while it is made ready, as it is now."""
    try:
        return _unlocked(path, settings, role=role, as_at=as_at)
    except KeyboardInterrupt:
        if as_at is None:
            raise
        return _unlocked(path, settings, role=role)


def sample_file(name: str = "2012", path: Path | None = None) -> Path:
    """Return where the sample Board is kept (by default in the data folder), building it the first time."""
    path = path or paths.data_folder() / f"sample-{name}.board"
    if not path.exists():
        _built(name, path)
    return path


def _built(name: str, path: Path) -> None:
    from boardtui.services import sample

    print(f"Building the sample Board {name}: this takes up to half a minute, once …", file=sys.stderr)
    sample.build(name, path)


def _made(wanted: Wanted, role: str | None) -> Path:
    """Return the file that was chosen in the welcome, made first if it is the sample or a new Board."""
    if wanted.path is None:
        return sample_file()
    if wanted.new is not None:
        print(f"Setting up {wanted.new.name}: a few seconds …", file=sys.stderr)
        start_file(wanted.path, wanted.new, role=role)
        from boardtui.services import setting_up

        setting_up.forget()
    return wanted.path


def start_file(path: Path, wanted: NewBoard, *, by: str | None = None, role: str | None = None) -> None:
    """Make a new Board file as it is asked for; it appears whole or not at all."""
    from boardtui.services import starting
    from boardtui.store.create import whole

    with whole(path) as half, closing(open_desk(half, by=by, role=role, backs_up=False)) as desk:
        desk.do(lambda work: starting.start(work, wanted))
