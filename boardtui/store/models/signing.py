"""What was signed: the seals, and the passphrase that a Chair may set before signing."""

from datetime import date

from boardtui.store.models.base import Row, link


class Seal(Row, table=True):
    """One edition of signed minutes, of a letter or of a report: who signed it, and its words as they were signed.

    `snapshot` is the record it was made from, as canonical JSON; `open_text` and `full_text` are JSON lists of every
    paragraph as rendered, without and with what is restricted. `seal` is the SHA-256 over all of it (DESIGN 8).
    """

    paper: str
    meeting_id: str | None = link("meeting", optional=True)
    letter_id: str | None = link("letter", optional=True)
    edition: int = 1
    because: str = ""
    sealed_on: date
    signed_on: date
    signed_by: str
    signed_how: str
    recorded_by: str = ""
    entry: int
    chain_head: str
    snapshot: str
    open_text: str
    full_text: str
    seal: str


class SignOffLock(Row, table=True):
    """The passphrase that a Chair set for signing, kept only as its scrypt digest."""

    __tablename__ = "sign_off_lock"

    salt: str
    cost: str
    digest: str
    set_on: date
    set_by: str = ""
