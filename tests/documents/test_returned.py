"""Only a plain Word file is read back: nothing is fetched, nothing expands, no macro comes in."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from boardtui.documents import minutes
from boardtui.documents.package import pack, unpack
from boardtui.documents.readback import opening, returned
from boardtui.domain.returned import Tracked
from boardtui.errors import BoardError
from tests.documents import samples
from tests.documents.in_word import CHAIR, InWord

DOC = Path("came back.docx")
BODY = "word/document.xml"


@pytest.fixture(scope="module")
def data() -> bytes:
    return minutes.render(samples.minutes())


def test_a_paper_says_from_which_moment_of_the_journal_it_was_made(data: bytes) -> None:
    assert returned(data, DOC).journal == 100


def test_every_entry_is_a_paragraph_of_its_own_record(data: bytes) -> None:
    marked = [one for one in returned(data, DOC).paragraphs if one.mark]
    assert [one.mark for one in marked] == list(dict.fromkeys(one.mark for one in marked))
    assert any(one.before.startswith("1.1\tThe Chair welcomed the Divisional Commander.") for one in marked)


def test_tracked_text_is_read_both_ways_with_its_author_and_day(data: bytes) -> None:
    word = InWord(data)
    word.track("welcomed the Divisional", "thanked the former Divisional")
    one = next(p for p in returned(word.saved(), DOC).paragraphs if p.tracked)
    assert one.before == "1.1\tThe Chair welcomed the Divisional Commander. (Corrected at meeting 6; see below.)"
    assert one.after.startswith("1.1\tThe Chair thanked the former Divisional Commander.")
    assert one.tracked == Tracked(inserted=False, author=CHAIR, on=date(2013, 5, 18))


def test_a_comment_knows_the_words_it_is_on(data: bytes) -> None:
    word = InWord(data)
    word.comment("welcomed", "Thanked, rather")
    found = returned(word.saved(), DOC)
    (comment,) = found.comments
    assert (comment.words, comment.text, comment.author) == ("welcomed", "Thanked, rather", CHAIR)
    assert comment.paragraph is not None
    assert "welcomed" in found.paragraphs[comment.paragraph].before


def test_an_external_entity_is_neither_read_nor_fetched(data: bytes) -> None:
    parts = unpack(data)
    entity = b'<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    body = parts[BODY].replace(b"<w:document", entity + b"<w:document", 1).replace(b"welcomed", b"&secret;", 1)
    with pytest.raises(BoardError, match="declares entities"):
        returned(pack({**parts, BODY: body}), DOC)


def test_entities_within_entities_do_not_expand(data: bytes) -> None:
    parts = unpack(data)
    lol = b'<!ENTITY a "ha">' + b"".join(
        f'<!ENTITY {new} "{f"&{old};" * 50}">'.encode() for old, new in zip("abcde", "bcdef", strict=True)
    )
    body = parts[BODY].replace(b"<w:document", b"<!DOCTYPE x [" + lol + b"]><w:document", 1)
    with pytest.raises(BoardError, match="was not read back"):
        returned(pack({**parts, BODY: body.replace(b"welcomed", b"&f;", 1)}), DOC)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(data: bytes) -> None:
    bomb = {**unpack(data), "word/media/image1.png": bytes(150 * 1024 * 1024)}
    with pytest.raises(BoardError, match="unpacks to far more"):
        returned(pack(bomb), DOC)


def test_a_part_that_lies_about_its_size_is_refused(data: bytes) -> None:
    made = bytearray(data)
    at = made.rfind(BODY.encode()) - 46 + 24
    made[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(BoardError, match="damaged"):
        returned(bytes(made), DOC)


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "word/VBAPROJECT.BIN"])
def test_a_file_with_macros_is_refused(data: bytes, name: str) -> None:
    with pytest.raises(BoardError, match="holds macros"):
        returned(pack({**unpack(data), name: b"Sub AutoOpen()"}), DOC)


def test_a_file_that_calls_itself_one_with_macros_is_refused(data: bytes) -> None:
    parts = unpack(data)
    types = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    with pytest.raises(BoardError, match="holds macros"):
        returned(pack({**parts, "[Content_Types].xml": types}), DOC)


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (b"", "no Word file"),
        (b"PK\x03\x04 cut off", "no Word file"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "old .doc, or protected"),
        (b"plain text", "no Word file"),
    ],
)
def test_what_is_no_word_file_is_one_clear_sentence(broken: bytes, why: str) -> None:
    with pytest.raises(BoardError, match=why):
        returned(broken, DOC)


def test_another_kind_of_package_is_no_word_file() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(BoardError, match="no Word file"):
        returned(made.getvalue(), DOC)


def test_broken_xml_is_refused(data: bytes) -> None:
    with pytest.raises(BoardError, match="damaged"):
        returned(pack({**unpack(data), BODY: b"<w:document"}), DOC)


def test_a_missing_file_and_a_huge_one_are_refused_unread(tmp_path: Path) -> None:
    with pytest.raises(BoardError, match="cannot be read"):
        opening.read(tmp_path / "nowhere.docx")
    huge = tmp_path / "huge.docx"
    with huge.open("wb") as file:
        file.truncate(opening.LARGEST_FILE + 1)
    with pytest.raises(BoardError, match="larger than"):
        opening.read(huge)
