"""What can be undone and made again, from the journal's entries; nothing reaches past a barrier (DESIGN 7)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from boardtui.domain.dates import show

UNDO, REDO = "Undo: ", "Redo: "

_BARRIERS = (
    (r"Sign off (the minutes of meeting \d+)", "{} were signed off", "signed"),
    (r"Sign (?!off)(.+)", "{} was signed", "signed"),
    (r"Amend (paragraph \S+ of the signed minutes)", "{} was amended", "signed"),
    (r"Restrict ((?:a paragraph of )?item \d+ of the signed minutes .+)", "{} was restricted", "signed"),
    (r"Open ((?:a paragraph of )?item \d+ of the signed minutes .+)", "{} was opened", "signed"),
    (r"Close (meeting \d+)", "{} was closed, and the minutes that it confirmed were sealed", "signed"),
    (r"Note that (.+) was sent", "{} was sent", "sent"),
    (r"Hand (the Board) over (to .+)", "{} was handed over {}", "handed"),
    (r"Take (the pen) back (from .+)", "{} was taken back {}", "handed"),
    (r"Schema (\d+)", "the file was brought to schema {}", "file"),
    (r"Restore (the backup of [^(]+) \(.*\)", "{} was restored", "file"),
    (r"Issue (the agenda of meeting \d+)", "{} was issued", "issued"),
)
"""How the sentence of a barrier reads afterwards, and what it was."""

_MEANS = {
    "signed": (
        "What was signed cannot be undone, only amended.",
        "Amend it, saying why; what was signed stays readable.",
    ),
    "sent": ("What was sent cannot be undone.", "Write again to say what has changed."),
    "issued": ("What was issued cannot be undone.", "Change it, and issue it again."),
    "handed": ("A hand-over cannot be undone, nor what was done before it.", "Change the record itself."),
    "file": ("Nothing before that is undone step by step.", "The backups hold the Board as it was (Home, b)."),
    "": ("Nothing before that can be undone.", "Change the record itself; the journal keeps both."),
}


@dataclass(frozen=True)
class Step:
    """One thing somebody did: the journal's entry, in plain words, by whom and when (an ISO moment)."""

    entry: int
    sentence: str
    who: str
    at: str

    @property
    def day(self) -> date:
        """Return the day it was done."""
        return date.fromisoformat(self.at[:10])


@dataclass(frozen=True)
class Told(Step):
    """An entry as the journal tells it: what it undoes, and whether it is a barrier (1 or 0)."""

    undoes: int | None = None
    barrier: int = 0


@dataclass(frozen=True)
class Steps:
    """What can be undone and what can be made again, the next one first; and the barrier that nothing passes."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    barrier: Step | None = None

    @property
    def undo(self) -> Step | None:
        """Return what is undone next."""
        return self.done[0] if self.done else None

    @property
    def redo(self) -> Step | None:
        """Return what is made again next."""
        return self.undone[0] if self.undone else None

    def back_to(self, entry: int) -> tuple[Step, ...]:
        """Return what must be undone, in order, to take back the step of that entry; nothing if it cannot be."""
        return _up_to(self.done, entry)

    def forward_to(self, entry: int) -> tuple[Step, ...]:
        """Return what must be made again, in order, to have the step of that entry again."""
        return _up_to(self.undone, entry)


def worked_out(entries: Iterable[Told]) -> Steps:
    """Work out the steps from the journal's entries in order.

    What was made again stands under the entry that did so; a new change forgets what had been undone.
    """
    done: list[Step] = []
    undone: list[Step] = []
    barrier: Step | None = None
    for told in entries:
        step = Step(told.entry, plain(told.sentence), told.who, told.at)
        if told.barrier:
            done, undone, barrier = [], [], step
        elif told.undoes is None:
            done.append(step)
            undone = []
        elif done and done[-1].entry == told.undoes:
            undone.append(replace(done.pop(), entry=told.entry))
        else:
            done.append(replace(undone.pop(), entry=told.entry) if undone else step)
    return Steps(tuple(reversed(done)), tuple(reversed(undone)), barrier)


def plain(sentence: str) -> str:
    """Return the sentence of the change itself: “Undo: close action 5/03” is about “Close action 5/03”."""
    rest = sentence
    while rest.startswith((UNDO, REDO)):
        rest = rest[len(UNDO) :]
    return rest if rest == sentence else _capital(rest)


def undoing(sentence: str) -> str:
    """Say what is undone: “Undo: close action 5/03”."""
    return UNDO + _small(plain(sentence))


def redoing(sentence: str) -> str:
    """Say what is made again: “Redo: close action 5/03”."""
    return REDO + _small(plain(sentence))


def passed(barrier: Step) -> str:
    """Say what a barrier was, as something that has happened, and on which day."""
    said = _read(barrier.sentence)[0] or f"“{barrier.sentence}” was done"
    return f"{_capital(said)} on {show(barrier.day)}"


def refusal(barrier: Step) -> tuple[str, str, str]:
    """Return why nothing can be undone any more: what happened and when, what that means, what to do instead."""
    means, instead = _MEANS[_read(barrier.sentence)[1]]
    return f"{passed(barrier)}.", means, instead


def _read(sentence: str) -> tuple[str, str]:
    for pattern, form, kind in _BARRIERS:
        if found := re.fullmatch(pattern, sentence):
            return form.format(*found.groups()), kind
    return "", ""


def _up_to(steps: tuple[Step, ...], entry: int) -> tuple[Step, ...]:
    at = next((number for number, step in enumerate(steps, 1) if step.entry == entry), 0)
    return steps[:at]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
