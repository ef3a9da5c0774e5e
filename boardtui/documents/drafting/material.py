"""What a block of the letter is drafted from: the paper, the room there is, and the records' words made to fit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from boardtui.documents.drafting.first_person import first_person
from boardtui.documents.drafting.offices import without_marks
from boardtui.documents.drafting.phrases import continuing, quoted
from boardtui.documents.drafting.shortening import whole, words_in
from boardtui.documents.drafting.vocabulary import KEPT, NO_NAME
from boardtui.domain import views
from boardtui.domain.dates import MONTHS, WEEKDAYS
from boardtui.domain.papers import LetterPaper
from boardtui.domain.text import one_line, shorten

_NEXT_SENTENCE = re.compile(r"(?<=[a-z0-9]{2})\.\s+(?=[A-Z“])")
_SENTENCES = re.compile(r"(?<=[a-z0-9”’)]{2}\.)\s+(?=[A-Z“])")
_PARAGRAPHS = re.compile(r"\.?[ \t]*\n\s*\n\s*")
_PER_CENT = re.compile(r"(?<=\d)\s?%")
_WIDEST_WORD = 14
_MOST_READ = 2_000
_LONGEST_MINUTE = 60
"""Words of a minute that is told whole."""

_NO_LIMIT = 400
_LONGEST = 500
"""Characters of one clause that is not broken off."""


@dataclass(frozen=True)
class Room:
    """How much the letter can say.

    `red` and `amber` are the words for a line's reason and again for its path, `fact` and `challenge` those for
    one of each; the others count how many of a kind are told, `actions` those
    that are late, `absences` whether those are named who missed meetings.
    """

    red: int
    ambers: int
    amber: int
    facts: int
    fact: int
    challenges: int
    challenge: int
    concerns: int
    actions: int = 1
    absences: int = 1


@dataclass(frozen=True)
class Material:
    """The paper a letter rests on, the room there is, and the names that keep their capital.

    `by_chair` says that the Chair writes, who is then *I*; else she is written of.
    """

    paper: LetterPaper
    room: Room
    names: frozenset[str]
    by_chair: bool = True
    _read: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    """What recorded text reads as, kept while the same letter is written again in more room."""

    def told(self, text: str, words: int) -> str:
        """Return recorded text ready to go on with a sentence, in no more than so many words."""
        if text not in self._read:
            self._read[text] = self._in_one_sentence(text)
        return shorten(whole(self._read[text], words), max(words * _WIDEST_WORD, _LONGEST))

    def _in_one_sentence(self, text: str) -> str:
        flat = _PARAGRAPHS.sub(". ", without_marks(text[:_MOST_READ].strip()))
        plain = _PER_CENT.sub(" per cent", one_line(flat)).rstrip(" .;,")
        for initials, person in self.paper.people.items():
            if person.kind == "chair":
                plain = re.sub(rf"(?<![\w/])(?:the )?{re.escape(initials)}(?![\w/])", "the Chair", plain)
        first, *more = _NEXT_SENTENCE.split(first_person(plain) if self.by_chair else plain)
        joined = "; ".join([first, *(continuing(one, self.names) for one in more)])
        return continuing(joined, self.names)

    def minute(self, text: str, ref: str = "") -> str:
        """Return a whole minute ready to go on with a sentence; of a very long one its first sentences, saying so.

        A half of what was minuted can say the other thing, so nothing within a sentence is left out.
        """
        sentences = _SENTENCES.split(one_line(text.strip()))
        kept = sentences[:1]
        for one in sentences[1:]:
            if words_in(" ".join([*kept, one])) > _LONGEST_MINUTE:
                break
            kept.append(one)
        rest = f" (minute {ref} says more)" if ref and len(kept) < len(sentences) else ""
        return self.told(" ".join(kept), _NO_LIMIT) + rest

    def line(self, line: views.PlanLine) -> str:
        """Name a plan line: its title in quotation marks and its reference."""
        title = whole(one_line(without_marks(line.title[:_MOST_READ])).rstrip(" ."), 14)
        return f"{quoted(shorten(title, 14 * _WIDEST_WORD))} ({line.ref})"

    @property
    def notice(self) -> bool:
        """Say whether the Board works under a Notice, whose paragraphs may then be cited."""
        return self.paper.board.instrument_kind == "notice"


def names_in(paper: LetterPaper) -> frozenset[str]:
    """Collect what keeps its capital inside a sentence: places, bodies, offices, months, days, local names."""
    people = paper.people.values()
    bodies = {paper.board.council, paper.board.name, *(person.organisation for person in people)}
    offices = {" ".join(person.role.split()[:2]) for person in people}
    places = {_first_word(body) for body in bodies} - NO_NAME
    several = {text for text in bodies | offices if " " in text}
    return frozenset({*MONTHS, *WEEKDAYS, *KEPT, *several, *places, *_local_names(paper)} - {""})


def _local_names(paper: LetterPaper) -> set[str]:
    """Find the names of local services: words with a capital inside a sentence, and nowhere without one."""
    texts = [line.title for line in paper.lines]
    texts += [text for line in paper.lines for text in (line.reason, line.path)]
    texts += [action.text for action in (*paper.open, *paper.raised, *paper.closed)]
    texts += [entry.text for entry in (*paper.challenges, *paper.answers, *paper.decisions)]
    together = "\n".join(texts)
    small = {word.capitalize() for word in re.findall(r"\b[a-z]+\b", together)}
    return set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", together)) - small


def _first_word(text: str) -> str:
    return text.split()[0] if text.split() else ""
