"""Abbreviations in the minutes: spelt out at first use in Word, and taken back when the file is read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from boardtui.documents.word import Context
from boardtui.domain.abbreviations import contracted, known_to, office_meaning, spelt_out
from boardtui.domain.field_abbreviations import FIELD, PLURALS
from boardtui.domain.papers import MinutesPaper
from boardtui.domain.readback import Printed
from boardtui.domain.returned import Paragraph, Returned
from boardtui.domain.states import PersonKind


def known(paper: MinutesPaper) -> dict[str, str]:
    """Return what is spelt out in these minutes; the attendance table explains the initials of whoever it lists."""
    there = {one.initials for one in paper.attendance if one.initials}
    offices = {
        initials: "" if initials in there else office_meaning(person, paper.board.council)
        for initials, person in paper.people.items()
        if person.kind != PersonKind.GROUP
    }
    return known_to(FIELD, offices, paper.terms)


def in_business(business: list[Context], paper: MinutesPaper) -> Mapping[str, str]:
    """Spell out what is first used in the paragraphs, in order; return what comes again after that."""
    entries = [entry for item in business for entry in item["entries"] if entry["id"]]
    made = spelt_out([entry["text"] for entry in entries], known(paper), PLURALS)
    for entry, text in zip(entries, made.texts, strict=True):
        entry["text"] = text
    return made.again


def glossary(again: Mapping[str, str]) -> str:
    """Return the line that explains the abbreviations used more than once; nothing where there are none."""
    said = "; ".join(f"{short} {means}" for short, means in sorted(again.items()))
    return f"Abbreviations: {said}." if said else ""


def as_typed(file: Returned, paper: MinutesPaper, printed: Mapping[str, Printed]) -> Returned:
    """Return a file of the minutes as if nothing had been spelt out in it, so that only what people changed differs."""
    meant = known(paper)

    def undone(one: Paragraph) -> Paragraph:
        words = printed.get(one.mark)
        if words is None:
            return one
        stretches = (replace(each, text=contracted(each.text, meant, PLURALS, words.words)) for each in one.stretches)
        return replace(one, stretches=tuple(stretches))

    return replace(file, paragraphs=tuple(map(undone, file.paragraphs)))
