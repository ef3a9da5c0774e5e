"""What a paper prints for each of its records: the words, and what the program puts before and after them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from boardtui.documents import letter, minutes, report, scrutiny, versions
from boardtui.documents.reporting.report import without_restricted
from boardtui.domain.readback import Printed
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.returned import Stretch, joined
from boardtui.domain.states import Series


def printed(kind: str, paper: Any, version: PaperVersion = PaperVersion.OPEN) -> Mapping[str, Printed]:
    """Return the records that a version of a paper prints, by the mark that their paragraphs carry."""
    shown = versions.shown(paper, version)
    match kind:
        case Series.LETTER:
            found = _blocks(letter.context(shown)["blocks"])
        case Series.REPORT:
            made = report.context(without_restricted(shown))
            found = _blocks([*made["summary"], *made["blocks"]])
        case Series.SCRUTINY:
            found = _sections(scrutiny.context(shown)["sections"])
        case _:
            found = _entries(minutes.context(shown, as_typed=True)["business"])
    return {one.mark: one for one in found}


def mark_of(kind: str, record: str) -> str:
    """Return the mark of a record: `e` and the identity of an entry, `b` and that of a block."""
    return kind + record.replace("-", "")


def _entries(items: Sequence[Mapping[str, Any]]) -> Iterator[Printed]:
    for item in items:
        for entry in item["entries"]:
            if entry["id"]:
                number = f"{entry['number']}\t" if entry["number"] else ""
                words = entry["text"].lstrip(": ")
                head = number + entry["lead"] + entry["text"].removesuffix(words)
                yield Printed(mark_of("e", entry["id"]), words, head, entry["after"])


def _blocks(blocks: Sequence[Mapping[str, Any]]) -> Iterator[Printed]:
    for block in blocks:
        parts = [
            (f"- {part['text']}" if part["bullet"] else part["text"], bool(part["bullet"])) for part in block["parts"]
        ]
        yield Printed(mark_of("b", block["id"]), _text(parts), in_paragraphs=True)


def _sections(sections: Sequence[Mapping[str, Any]]) -> Iterator[Printed]:
    for section in sections:
        parts = [
            (part["text"], False) if part["number"] else (f"- {part['text']}", True)
            for part in section["parts"]
            if part["id"]
        ]
        if parts:
            yield Printed(mark_of("b", section["id"]), _text(parts), in_paragraphs=True)


def _text(parts: Sequence[tuple[str, bool]]) -> str:
    """Put a block's paragraphs together as its text is written."""
    said = [(Stretch(text),) for text, _ in parts]
    stretches = joined(said, lambda n: Stretch("\n" if parts[n][1] and parts[n + 1][1] else "\n\n"))
    return "".join(one.text for one in stretches)
