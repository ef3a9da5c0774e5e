"""Whether the Chair's sign-off passphrase is to be asked for."""

from __future__ import annotations

from boardtui.store.reading.reader import Database


def is_set(db: Database) -> bool:
    """Say whether a sign-off passphrase is set."""
    return db.execute("SELECT 1 FROM sign_off_lock").fetchone() is not None
