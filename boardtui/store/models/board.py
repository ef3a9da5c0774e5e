"""The Board itself and its settings: cadence, quorum, closed days, the rating scheme."""

from datetime import date

from sqlmodel import Field

from boardtui.store.models.base import Row


class Board(Row, table=True):
    """The one Board of this file. `today` is set in samples only, so that they look alive on any date.

    While it is `setting_up`, Home lists what a new Board still needs; `left_out` are the titles of standing items, one
    a line, that its agendas do without.
    """

    name: str
    council: str
    sample: str | None = None
    today: date | None = None
    interval_days: int = 42
    at_risk_days: int = 14
    soon_days: int = 28
    slips_asked: int = 2
    papers_days: int = 8
    agenda_days: int = 5
    minutes_days: int = 10
    meeting_starts: str = "14:00"
    place: str = ""
    quorum: str = ""
    quorum_needs_chair: bool = False
    quorum_agencies: int | None = None
    addressee: str = ""
    addressee_address: str = ""
    chair_signs_as: str = ""
    closed_on: date | None = None
    closed_because: str = ""
    setting_up: bool = False
    left_out: str = ""
    letterhead: str = ""


class LetterheadPicture(Row, table=True):
    """The picture at the head of the Board's papers, if it has one: its file's name, and the file as base64."""

    __tablename__ = "letterhead_picture"

    file_name: str
    data: str


class ClosedDay(Row, table=True):
    """A day on which this Board does not meet (N 7.2 leaves the day to the Board)."""

    __tablename__ = "closed_day"

    day: date
    why: str


class WarningPeriod(Row, table=True):
    """A stretch of days that only warns: school holidays, an election period."""

    __tablename__ = "warning_period"

    first: date
    last: date
    why: str


class Variation(Row, table=True):
    """Another interval than 42 days, agreed by the department (N 7.2)."""

    days: int
    applies_from: date
    agreed_on: date
    agreed_by: str


class CheckSetting(Row, table=True):
    """A check of compliance that this Board's instrument does not bring, and why."""

    __tablename__ = "check_setting"

    name: str = Field(unique=True)
    not_applicable: str


class RatingLevel(Row, table=True):
    """One level of the Board's own rating scheme, printed as the key on every document that uses it."""

    __tablename__ = "rating_level"

    position: int
    letter: str = Field(unique=True)
    word: str
    meaning: str
    colour: str
    rank: int = 0
    needs_path: bool = False
    needs_evidence: bool = False
