"""The passphrase that a Chair may set for signing: set, changed, removed, and asked for when the Chair signs.

Whatever signs in the program (`meetings.sign_minutes`, `letters.sign_letter`, an amendment) calls
`confirm(work, given)` before it changes anything: it returns where no passphrase is set or the given one is right,
and raises BoardError where one is needed, is wrong, or has to wait. `given` is what the person typed, None where
nobody was asked. `reading.passphrase.is_set` says whether to ask. A sign-off given on paper or by e-mail needs none.
"""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlmodel import select

from boardtui.domain.passphrases import SHORTEST, Cost, digest, next_try, same
from boardtui.domain.roles import Step, require
from boardtui.domain.text import one_line
from boardtui.errors import BoardError
from boardtui.store.models import SignOffLock
from boardtui.store.unit import Work

PLACE = "sign-off"
"""The row of `local_try` that counts the wrong tries."""

COST = Cost()
"""What a new digest is made to cost."""


def confirm(work: Work, given: str | None) -> None:
    """Refuse unless the passphrase is right, or none is set; a wrong one is counted and slows the next try."""
    lock = _lock(work)
    if lock is None:
        return
    if not given:
        raise BoardError(
            "The Chair's sign-off passphrase is needed.", "Nothing was signed.", "Type it when it is asked for."
        )
    wrong, last = _tries(work)
    if wrong and work.now < (again := next_try(wrong, last)):
        raise BoardError(
            f"The passphrase can be tried again at {_clock(again)}.",
            "Nothing was changed until then.",
            "Wait until then, or record a sign-off given on paper as the administrator.",
        )
    if not same(digest(given, lock.salt, Cost.read(lock.cost)), lock.digest):
        again = _count(work, wrong + 1)
        raise BoardError(
            "That is not the sign-off passphrase.",
            "Nothing was changed.",
            f"It can be tried again at {_clock(again)}." if again > work.now else "Try it again.",
        )
    if wrong:
        work.db.execute("DELETE FROM local_try WHERE place = ?", (PLACE,))


def set_passphrase(work: Work, new: str, old: str | None = None) -> None:
    """Set the passphrase, or change it, which needs the one in force; undo does not reach past this."""
    require(work.role, Step.SET_PASSPHRASE)
    lock = _lock(work)
    confirm(work, old)
    if len(new.strip()) < SHORTEST:
        raise BoardError(
            f"A passphrase has at least {SHORTEST} characters.",
            "It was not changed.",
            "Three or four words that belong to you are easy to remember.",
        )
    salt = secrets.token_hex(16)
    made = SignOffLock(
        salt=salt, cost=str(COST), digest=digest(new, salt, COST), set_on=work.today, set_by=one_line(work.who)
    )
    if lock is None:
        work.add(made, "lock")
    else:
        for name in ("salt", "cost", "digest", "set_on", "set_by"):
            setattr(lock, name, getattr(made, name))
    work.barrier = True
    work.say("Change the sign-off passphrase" if lock else "Set a sign-off passphrase")


def remove_passphrase(work: Work, old: str | None) -> None:
    """Remove the passphrase, which needs it; undo does not reach past this."""
    require(work.role, Step.SET_PASSPHRASE)
    lock = _lock(work)
    if lock is None:
        raise BoardError(
            "No sign-off passphrase is set.",
            "Nothing was changed.",
            "Set one with: boardtui passphrase FILE --as chair",
        )
    confirm(work, old)
    work.delete(lock)
    work.barrier = True
    work.say("Remove the sign-off passphrase")


def _lock(work: Work) -> SignOffLock | None:
    found: SignOffLock | None = work.first(select(SignOffLock))
    return found


def _tries(work: Work) -> tuple[int, datetime]:
    row = work.db.execute("SELECT wrong, last_at FROM local_try WHERE place = ?", (PLACE,)).fetchone()
    return (int(row[0]), datetime.fromisoformat(row[1])) if row else (0, work.now)


def _count(work: Work, wrong: int) -> datetime:
    """Keep the wrong try, and that alone, of what this unit of work did; return when the next may be made."""
    work.session.rollback()
    raw = work.session.connection().connection.driver_connection
    assert raw is not None
    raw.execute(
        "INSERT INTO local_try VALUES (?, ?, ?) ON CONFLICT (place) DO UPDATE "
        "SET wrong = excluded.wrong, last_at = excluded.last_at",
        (PLACE, wrong, work.now.isoformat()),
    )
    work.session.commit()
    return next_try(wrong, work.now)


def _clock(at: datetime) -> str:
    return f"{at:%H:%M:%S}"
