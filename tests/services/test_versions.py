"""What is restricted is absent from the open version of every paper, and all there in the restricted one (rule 12)."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest

from boardtui.documents.package import unpack
from boardtui.documents.reopening import paragraphs
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.states import Role, Series
from boardtui.errors import BoardError
from boardtui.services import (
    agenda,
    agreements,
    assurance,
    correspondence,
    evidence,
    letters,
    meetings,
    minutes,
    plan,
    reports,
    scrutiny,
    undo,
)
from boardtui.services.desk import Desk
from boardtui.services.signed_papers import words
from boardtui.store.reading.actions import actions
from boardtui.store.reading.letters import letters as written
from boardtui.store.reading.meetings import items
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.plan import ratings
from boardtui.store.reading.secrets import secrets
from boardtui.store.unit import Work
from tests.conftest import NOON, copied
from tests.documents.reading_back import text_of
from tests.services.exporting import exported

SECRET = re.compile(r"zx[a-z]{4,}x")
"""How every secret word of these tests looks; nothing else does."""

MINUTED = (
    "present: IC, DCS, LM, POL",
    "# 4",
    "Open words.",
    "(restricted: identifies a child) The zxnotex family was discussed",
    "(restricted: para 1) ! DCS with POL by 14 Aug: See the zxactionx case",
    "(restricted: staffing) = The zxdecisionx investigation was agreed",
    "(restricted: staffing) ? Why does zxchallengex still manage?",
    "> 6/4.5 answered: Because of zxanswerx",
    "> 6/4.5 Because of zxuntidyanswerx",
    "> 6/01 The zxupdatex visit was made",
    "(restricted: staffing) > 3.2 R: zxreasonx left; path: zxpathx comes back",
    "(restricted: identifies a child) interest: POL item 7: cousin of zxinterestx",
    "(restricted: staffing) zxuntidyx ! by: nobody",
    "# 8",
    "The zxitemx matter was heard",
    "! LM by 14 Aug: Write to zxitemactionx",
)
OF_THE_LOG = ("zxopenupdatex was asked", "zxevidencex was shown")


@pytest.fixture(scope="session")
def built_kept_out(made_once: Callable[[str, Callable[[Path], object]], Path], built_sample: Path) -> Path:
    """Return the sample after a meeting at which much was restricted, made once; copy it before changing it."""

    def build(path: Path) -> None:
        shutil.copyfile(built_sample, path)
        desk = Desk(path, who="Test", role=Role.ADMINISTRATOR, clock=lambda: NOON)
        _keep_out(desk)
        desk.close()

    return made_once("kept-out", build)


@pytest.fixture
def kept_out(built_kept_out: Path, tmp_path: Path, open_desk: Callable[..., Desk]) -> Iterator[Desk]:
    """Yield the administrator's desk over a copy of it."""
    for path in copied(built_kept_out, tmp_path / "sample.board"):
        yield open_desk(path, role=Role.ADMINISTRATOR)


def _keep_out(desk: Desk) -> None:
    """Hold a meeting at which much is restricted, and keep registers that hold more."""
    open_ones = [one for one in desk.read(lambda db: actions(db, desk.today, open_only=True)) if not one.restricted]
    to_update, to_close = open_ones[0].ref, open_ones[1].ref
    said = (
        *MINUTED,
        f"(restricted: staffing) > {to_update} {OF_THE_LOG[0]}",
        f"(restricted: staffing) > {to_close} close: {OF_THE_LOG[1]}",
    )
    desk.do(lambda work: meetings.start_meeting(work, 6))
    for typed in said:
        desk.do(partial(minutes.enter, meeting=6, typed=typed))
    eight = desk.read(lambda db: items(db, 6))[7]
    desk.do(lambda work: agenda.restrict_item(work, eight.id, "para 3"))
    desk.do(lambda work: meetings.close_meeting(work, 6))
    desk.do(_registers)


def _registers(work: Work) -> None:
    entered = work.db.execute("SELECT printf('D6/%02d', decision_number) FROM entry WHERE text LIKE '%zxdecisionx%'")
    (decision,) = entered.fetchone()
    agreements.add_agreement(
        work,
        subject="Improvement Plan",
        body="Safeguarding Children Board",
        decision=decision,
        agreed_on=date(2013, 5, 16),
        note="zxagreedx was said",
    )
    plan.move_line(work, "3.2", date(2013, 9, 30), "zxmovedx is away", 6)
    evidence.add_evidence(work, line="3.2", title="File of zxfilex", kept="zxkeptx drive", restricted="child")
    correspondence.add_correspondence(
        work,
        received_on=date(2013, 5, 17),
        sender="A zxsenderx parent",
        subject="About zxsubjectx",
        asks="Help zxasksx",
        due=date(2013, 6, 20),
        summary="zxsummaryx",
        restricted="child",
    )
    assurance.add_assurance(
        work,
        kind="audit",
        title="Case audit",
        summary="zxauditx was seen",
        done_on=date(2013, 5, 1),
        restricted="child",
    )


def parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield every part of a file, and of the Word files packed in it, by name."""
    for name, part in unpack(data).items():
        yield name, part
        if name.endswith(".docx"):
            yield from ((f"{name}!{inner}", each) for inner, each in parts(part))


def said_in(data: bytes) -> set[str]:
    """Return every secret word that stands anywhere in a file: text, properties, names, headers."""
    return {word for _, part in parts(data) for word in SECRET.findall(part.decode("latin-1").casefold())}


def restricted_ids(desk: Desk) -> set[str]:
    """Return the identities of restricted entries and actions, however they may be written."""
    found = {one.id for one in desk.read(lambda db: entries(db, 6)) if one.restricted}
    found |= {one.id for one in desk.read(lambda db: actions(db, desk.today)) if one.restricted}
    return found | {re.sub("[^0-9a-zA-Z]", "", one)[:30] for one in found}


PAPERS = (
    ("agenda", 6, None),
    ("minutes", 6, None),
    ("actions", None, None),
    ("actions", None, "DCS"),
    ("plan", None, None),
    ("scrutiny", None, None),
    ("archive", None, None),
)


def test_rule_12_in_the_open_version_of_every_paper_what_is_restricted_is_absent(kept_out: Desk) -> None:
    kept_out.do(lambda work: letters.start_letter(work))
    kept_out.do(lambda work: reports.start_report(work, "ad hoc"))
    number = kept_out.do(lambda work: scrutiny.start_scrutiny(work)).value
    newest = [max(one.number for one in kept_out.read(partial(written, series=s))) for s in ("letter", "report")]
    signable = (("letter", newest[0], None), ("report", newest[1], None), ("scrutiny", number, None))
    ids = restricted_ids(kept_out)
    assert len(ids) > 20
    for kind, of, lead in (*PAPERS, *signable):
        made = exported(kept_out, kind, of, lead)  # type: ignore[arg-type]  # each is one of its kinds
        assert said_in(made.data) == set(), kind
        text = b"".join(part for _, part in parts(made.data)).decode("latin-1")
        assert not [one for one in ids if one in text], kind


def test_rule_12_the_restricted_version_holds_it_all_and_says_so_in_its_header_and_name(kept_out: Desk) -> None:
    made = exported(kept_out, "minutes", 6, version=PaperVersion.RESTRICTED)
    minuted = SECRET.findall(" ".join((*MINUTED, *OF_THE_LOG)))
    assert set(minuted) <= said_in(made.data)
    assert made.name == "minutes-6-2013-06-27-draft-restricted.docx"
    headers = [part.decode() for name, part in parts(made.data) if name.startswith("word/header")]
    assert len([one for one in headers if "RESTRICTED: Identifies a child; Local Government Act" in one]) == 2
    assert "zxagreedx" in said_in(exported(kept_out, "archive", version=PaperVersion.RESTRICTED).data)
    assert "zxmovedx" in said_in(exported(kept_out, "plan", version=PaperVersion.RESTRICTED).data)
    archive = exported(kept_out, "archive", version=PaperVersion.RESTRICTED)
    assert set(minuted) | {"zxfilex", "zxauditx", "zxsenderx"} <= said_in(archive.data)
    assert archive.name.endswith("-restricted.zip")


def test_rule_12_paragraph_numbers_stay_and_a_line_says_that_something_is_withheld_and_why(kept_out: Desk) -> None:
    open_one, whole = (
        exported(kept_out, "minutes", 6, version=version) for version in (PaperVersion.OPEN, PaperVersion.RESTRICTED)
    )
    lines = text_of(open_one.data).split("\n")
    assert "4.2\tWithheld: Identifies a child." in lines
    paragraph_1 = "Local Government Act 1972, Schedule 12A, paragraph 1 (information about an individual)"
    assert f"4.3\tWithheld: {paragraph_1}." in lines
    assert any(line.startswith("8.1\tWithheld: Local Government Act 1972, Schedule 12A, paragraph 3") for line in lines)
    numbers = [re.findall(r"^\d+\.\d+(?=\t)", text_of(one.data), re.M) for one in (open_one, whole)]
    assert numbers[0] == numbers[1]
    assert open_one.name == "minutes-6-2013-06-27-draft.docx"
    assert open_one.withheld.counts["paragraph"] == 14


def test_of_a_restricted_action_the_log_gives_its_reference_and_why_nothing_else(kept_out: Desk) -> None:
    rows = text_of(exported(kept_out, "actions").data).split("\n")
    at = rows.index("Open and withheld")
    assert [line for line in rows[at:] if line.startswith("6/01")]
    whole = "\n".join(rows)
    assert "14 Aug 2013" not in whole
    assert "Withheld: Staffing." in whole  # the update of an action that itself is open


def test_the_archive_s_index_says_what_is_withheld_and_the_board_file_is_only_in_the_restricted_one(
    kept_out: Desk,
) -> None:
    for version in PaperVersion:
        made = exported(kept_out, "archive", version=version)
        packed = zipfile.ZipFile(io.BytesIO(made.data))
        index = text_of(packed.read("index.docx"))
        assert any(name.endswith(".board") for name in packed.namelist()) == (version == PaperVersion.RESTRICTED)
        assert ("Withheld: " in index) == (version == PaperVersion.OPEN)


def test_a_letter_or_report_has_an_open_version_only(kept_out: Desk) -> None:
    for kind in Series:
        with pytest.raises(BoardError, match="open version only"):
            exported(kept_out, kind.value, version=PaperVersion.RESTRICTED)


def test_a_seal_covers_both_versions(kept_out: Desk) -> None:
    found = kept_out.read(lambda db: words(db, "minutes", 6, kept_out.today))
    assert not SECRET.search("\n".join(found.open_text))
    assert SECRET.search("\n".join(found.full_text))
    assert found.open_text == paragraphs(exported(kept_out, "minutes", 6).data)
    full = exported(kept_out, "minutes", 6, version=PaperVersion.RESTRICTED)
    assert found.full_text == paragraphs(full.data)


def test_what_is_drafted_never_quotes_what_is_restricted(kept_out: Desk) -> None:
    kept_out.do(lambda work: letters.start_letter(work))
    for kind in ("six-month", "ad hoc", "Leader's"):
        kept_out.do(partial(reports.start_report, kind=kind))
    kept_out.do(lambda work: scrutiny.start_scrutiny(work))
    for series in Series:
        for letter in kept_out.read(partial(written, series=series)):
            said = " ".join(f"{block.heading} {block.text}" for block in letter.blocks)
            assert not SECRET.search(said.casefold()), (letter.name, SECRET.findall(said.casefold()))


def test_the_check_before_issue_knows_every_restricted_word(kept_out: Desk) -> None:
    known = set(SECRET.findall(" ".join(one.text for one in kept_out.read(secrets)).casefold()))
    assert set(SECRET.findall(" ".join((*MINUTED, *OF_THE_LOG)))) <= known


def test_signed_minutes_are_exported_in_both_versions_as_they_were_signed(
    kept_out: Desk, open_desk: Callable[..., Desk]
) -> None:
    kept_out.do(lambda work: meetings.submit_minutes(work, 6))
    chair = open_desk(kept_out.path, role=Role.CHAIR, now=datetime(2013, 6, 28, 9, 0))
    chair.do(lambda work: meetings.sign_minutes(work, 6, by="Independent Chair"))
    assert said_in(exported(chair, "minutes", 6).data) == set()
    assert "zxnotex" in said_in(exported(chair, "minutes", 6, version=PaperVersion.RESTRICTED).data)
    eight = chair.read(lambda db: items(db, 6))[7]
    with pytest.raises(BoardError, match="signed"):
        chair.do(lambda work: agenda.restrict_item(work, eight.id, None))


def test_everything_minuted_under_an_item_follows_it_and_undo_brings_all_back(kept_out: Desk) -> None:
    four = kept_out.read(lambda db: items(db, 6))[3]
    assert four.restricted is None
    kept_out.do(lambda work: agenda.restrict_item(work, four.id, "staffing"))
    found = [entry for entry in kept_out.read(lambda db: entries(db, 6)) if entry.item == 4]
    assert all(entry.restricted for entry in found)
    kept_out.do(undo.undo)
    again = [entry for entry in kept_out.read(lambda db: entries(db, 6)) if entry.item == 4]
    assert [entry.text for entry in again if entry.restricted is None] == ["Open words."]


def test_restricting_an_entry_carries_to_what_it_raised_rated_answered_and_updated(desk: Desk) -> None:
    desk.do(lambda work: meetings.start_meeting(work, 6))
    for typed in (
        "# 4",
        "? Who knew?",
        "! LM by 14 Aug: Ask them",
        "> 6/4.1 answered: He did",
        "> 6/01 Asked",
        "> 3.2 R: x; path: y",
    ):
        desk.do(partial(minutes.enter, meeting=6, typed=typed))
    challenge, raised, answer, update, rated = desk.read(lambda db: entries(db, 6))
    for one in (challenge, raised, rated):
        desk.do(partial(minutes.restrict_entry, entry_id=one.id, because="staffing"))
    assert {one.restricted for one in desk.read(lambda db: entries(db, 6))} == {"Staffing"}
    assert desk.read(lambda db: actions(db, desk.today, meeting=6))[0].restricted == "Staffing"
    assert desk.read(lambda db: ratings(db, "3.2"))[-1].restricted == "Staffing"
    with pytest.raises(BoardError, match="stays restricted"):
        desk.do(partial(minutes.restrict_entry, entry_id=answer.id, because=None))
    for one in (challenge, raised, rated):
        desk.do(partial(minutes.restrict_entry, entry_id=one.id, because=None))
    assert {one.restricted for one in desk.read(lambda db: entries(db, 6))} == {None}
    assert update.restricted is None
