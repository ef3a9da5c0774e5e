"""What a person, a pasted page or another program can bring: one corpus of text for every test of hostile text.

`poisoned` puts all of it into every text of every table, past the services; new fields are found by themselves.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Column, Table
from sqlalchemy.types import Date, String
from sqlmodel import AutoString, SQLModel

from boardtui.domain.text import clean
from boardtui.store import models, search

STRINGS: dict[str, str] = {
    "closing tag": "[/b]",
    "action link": "[@click=app.quit]x[/]",
    "bold red": "[bold red]x",
    "markup in brackets": "[[b]] \\[b] [link=https://example.org]x[/link]",
    "open bracket": "[ [[ ]]",
    "style variable": "[$primary on $error]x[/]",
    "emoji code": ":smile: :bomb:",
    "none tag": "<none>",
    "script": "<script>alert(1)</script>",
    "end of a Word text": "</w:t></w:r></w:p> ]]> <!-- -->",
    "entity": "&lt; &amp; &#x0; &#27; &nosuch;",
    "doctype": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "instruction": "<?xml version='1.0'?>",
    "ampersand": "A R&D",
    "jinja": "{{ 7 * 7 }} {% for x in y %} {# no #}",
    "docxtpl": "{{r x }} {%p if %} {%tr for %} {_{ y }_} {_% z %_}",
    "jinja attack": "{{ ''.__class__.__mro__ }}",
    "format": "%s %d %n {0} {name} {0.__class__} ${HOME}",
    "shell": "$(id) `id` ; rm -rf / | cat && echo",
    "colour": "x\x1b[31mpwned\x1b[0m",
    "clear screen": "x\x1b[2J\x1b[H",
    "clipboard": "x\x1b]52;c;cHduZWQ=\x07y",
    "clipboard ended by ST": "x\x1b]52;c;cHduZWQ=\x1b\\y",
    "link": "\x1b]8;;https://example.org\x1b\\pwned\x1b]8;;\x1b\\",
    "title": "\x1b]0;pwned\x07",
    "device status": "\x1b[6n\x1b[c\x1b]11;?\x07",
    "device string": "\x1bPpwned\x1b\\ \x1b_pwned\x1b\\ \x1b^pwned\x1b\\",
    "alternate screen": "\x1b[?1049h\x1b[?1000h\x1bc",
    "C1": "\x9b2J\x9d0;pwned\x9c\x90x\x9c",
    "next line": "a\x85b",
    "bell and backspace": "x\x07\x08\x08y\x7f",
    "shift out": "\x0e\x0f",
    "NUL": "be\x00fore",
    "tab": "one\ttwo",
    "newline": "one\ntwo",
    "carriage return": "safe\rpwned",
    "both": "one\r\ntwo\r\n",
    "other breaks": "a\x0bb\x0cc\u2028d\u2029e",
    "override": "\u202etxet desrever\u202c",
    "isolates": "\u2066a\u2067b\u2068c\u2069",
    "embeddings": "\u202aa\u202bb",
    "direction marks": "a\u200eb\u200fc\u061cd",
    "Arabic": "السلام عليكم",
    "Hebrew": "שלום",
    "mixed": "Board שלום 123 العربية (x)",
    "Chinese": "中文字符很宽",
    "Thai": "ภาษาไทย กำ",
    "zero width": "a\u200bb\u200cc\u2060d\ufeffe",
    "soft hyphen": "a\u00adb\u00ad",
    "BOM": "\ufeffstart",
    "combining": "e\u0301 Z\u0335\u0321\u0322\u0300",
    "flood of accents": "a" + "\u0301\u0316\u0334" * 20,
    "only accents": "\u0301\u0302\u0303",
    "family": "👩\u200d👩\u200d👧\u200d👦",
    "flag of Wales": "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "skin and variation": "👮🏽 ☁\ufe0f 1\ufe0f\u20e3",
    "tags alone": "\U000e0041\U000e0042",
    "lone surrogates": "lone \ud800 and \udfff end",
    "noncharacters": "\ufdd0_eforged\ufdd1 \ufdd2FF0000 \ufffe \uffff \U0001ffff",
    "private": "\ue000\uf8ff\U00100000",
    "beyond": "\U0001f4a9 \U0002070e \U0010fffd",
    "annotation": "\ufff9a\ufffab\ufffb",
    "replacement": "\ufffd",
    "formula": "=1+1",
    "formula that runs": "=cmd|' /C calc'!A0",
    "formula by plus": "+1+cmd|'x'!A0",
    "formula by minus": "-2+3",
    "formula by at": "@SUM(A1:A9)",
    "formula behind a break": "\t=1+1",
    "formula full width": "＝1+1",
    "link formula": '=HYPERLINK("https://example.org?"&A1,"x")',
    "CSV": 'a,"b";c\t"d""',
    "SQL": "'; DROP TABLE entry; --",
    "LIKE": "100%_\\%",
    "path": "../../etc/passwd",
    "windows path": "..\\..\\CON:nul.txt",
    "name": "a/b\\c:d*e?f|g",
    "action line": "! DCS by 14 Jan: text",
    "closing line": "> 5/03 close: evidence",
    "decision line": "= agreed",
    "question line": "? why",
    "item line": "# 4",
    "register line": "present: ALL",
    "restricted line": "(restricted: reason) x",
    "restricted mark": "restricted: x",
    "escaped line": "\\! plain",
    "filter": "is:open due:<30d owner:DCS",
    "reference": "5/03 D5/1 N 5.7 I1",
    "quotes": "\"double\" “curly” 'single' ‘x’",
    "backslashes": "back\\slash \\n \\x1b[2J \\u202e",
    "JSON": '{"a": [1, null]}, "\\ud800"',
    "blank": " \u00a0\u3000\u2003 ",
    "long word": "x" * 200,
    "many words": "many words " * 20,
}
"""What has broken a terminal, a markup parser, a template or a spreadsheet somewhere, by what it is."""

WORDS = [text for text in STRINGS.values() if clean(text).strip()]
"""The strings that say something once they are clean."""

BATCHES = [WORDS[at : at + 16] for at in range(0, len(WORDS), 16)]
"""Those in six parts, for tests that try one after the other."""

LONGEST = "y" * 100_000
"""A word as long as a page can bring, for tests of one field."""

COMMANDS = (b"\x1b]52", b"\x1b]8;", b"\x1b]0;", b"\x1b]11;", b"\x1b[31mpwned", b"pwned\x07", b"\x1bPpwned",
            b"\x1b_p", b"\x1bc", b"\x1b[6n", b"\x1b[c", b"\xc2\x9b", b"\xc2\x9d", b"\xc2\x90", b"\xc2\x85", b"\x0e",
            b"\x7f", b"\x00", b"\xe2\x80\xae", b"\xe2\x80\xaa", b"\xe2\x81\xa6", b"\xef\xbf\xbe")  # fmt: skip
"""Bytes that only a record could bring to the terminal: what the strings above hold and the program never writes."""

OURS = {
    "board.quorum", "board.meeting_starts", "check_setting.name", "handover.to_role", "handover.ended_how",
    "handover.their_heads", "instrument.kind", "letter.series", "letter.kind", "letter.state", "letter.signed_how",
    "office.initials", "office.kind", "overridden.paper", "overridden.finding", "rating_level.letter",
    "rating_level.colour", "readback.paper", "readback.finding", "readback.kind", "readback.decision",
    "sign_off_lock.salt", "sign_off_lock.cost", "sign_off_lock.digest", "source.code", "source.kind", "indicator.ref",
    "indicator.polarity", "indicator.frequency", "indicator.basis", "indicator.baseline", "indicator.target_6",
    "indicator.target_12", "indicator.tolerance", "indicator.neighbours", "indicator.national", "letter_block.key",
    "meeting.starts", "meeting.state", "meeting.opened_at", "meeting.closed_at", "meeting.ticked_at",
    "meeting.item_in_hand_id", "meeting.signed_how", "plan_line.ref", "agenda_item.kind", "agenda_item.purpose",
    "agenda_item.state", "assurance.kind", "attendance.status", "fact_comment.decision", "figure.ref",
    "indicator_value.value", "indicator_value.numerator", "indicator_value.denominator", "seal.paper",
    "seal.signed_how", "seal.chain_head", "seal.snapshot", "seal.open_text", "seal.full_text", "seal.seal",
    "action.state", "action.rating_when_done", "judgement.scale", "judgement.level", "judgement.framework",
    "action_owner.part", "entry.kind", "entry.said_at", "requirement.ref", "requirement.binds", "action_update.kind",
    "obligation.ref", "obligation.binds", "rating.status", "rating.level", "register_mark.status", "review.point",
    "review.decision", "requirement.band", "agreement.body",
}  # fmt: skip
"""Texts that the program itself chooses or holds to a form of its own: states, kinds, references, figures, times."""


def text_fields() -> list[Column[str]]:
    """Return every text of every table that somebody may write freely."""
    assert models
    return [
        column
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, AutoString | String)
        and not column.primary_key
        and not column.foreign_keys
        and f"{table.name}.{column.name}" not in OURS
    ]


def all_of_it(begin: int, between: str = " | ") -> str:
    """Return the whole corpus in one text, beginning at another place each time."""
    strings = list(STRINGS.values())
    at = begin % len(strings)
    return between.join((*strings[at:], *strings[:at]))


def poisoned(board: Path, path: Path) -> Path:
    """Copy a Board to `path` and put the corpus into every text of every row, as another program might write it.

    Lone surrogates are left out: no SQLite file can hold them as text.
    """
    shutil.copyfile(board, path)
    with closing(sqlite3.connect(path)) as db:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        for table in SQLModel.metadata.sorted_tables:
            _with_a_row(db, table)
        for number, column in enumerate(text_fields()):
            where = f"UPDATE {column.table.name} SET {column.name} = ? WHERE rowid = ?"
            for (row,) in db.execute(f"SELECT rowid FROM {column.table.name}").fetchall():
                text = all_of_it(7 * number + 11 * row)
                db.execute(where, (text.encode("utf-8", "ignore").decode(), row))
        search.build(db)
        db.commit()
    return path


_GIVEN = {
    "status": "present",
    "kind": "words",
    "to_role": "chair",
    "decision": "asked",
    "ended_how": "adopted",
}


def _with_a_row(db: sqlite3.Connection, table: Table) -> None:
    """Give a table that has free text and no row one row."""
    if db.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0] or table.name == "sign_off_lock":
        return
    if not any(column.table is table for column in text_fields()):
        return
    row: dict[str, object] = {}
    for column in table.columns:
        if column.foreign_keys:
            target = next(iter(column.foreign_keys)).column.table.name
            found = db.execute(f"SELECT id FROM {target} LIMIT 1").fetchone()
            row[column.name] = found[0] if found else None
        elif isinstance(column.type, Date):
            row[column.name] = "2013-03-01"
        else:
            row[column.name] = _GIVEN.get(column.name, "x") if isinstance(column.type, AutoString) else 1
    names = ", ".join(row)
    db.execute(f"INSERT INTO {table.name} ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))


def harmless(text: str) -> bool:
    """Say whether a text that is shown holds nothing that `clean` would take out."""
    return clean(text) == text
