"""What is typed into a filter of words, each of which must be there; and of the dataset, `is:` and `owner:`.

Actions, plan, meetings, requirements and entries have the whole language of `domain/filters.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.domain.dataset import Indicator
from boardtui.domain.indicators import IndicatorState


def has_words(typed: str, *texts: str | None) -> bool:
    """Say whether each word typed is somewhere in the texts, in any case."""
    whole = " ".join(text for text in texts if text).casefold()
    return all(word in whole for word in typed.casefold().split())


def states_too(typed: str) -> str:
    """Return what was typed with `is:sent` as a word like any other, where the state is among the texts."""
    return typed.replace("is:", " ")


@dataclass(frozen=True)
class IndicatorFilter:
    """A filter of the dataset: words, standings (`is:failing`, `is:no`, `is:restated`, `is:missing`) and leads.

    What is failing is off its trajectory as well (rule 8): `is:off` finds both.
    """

    words: str
    states: tuple[str, ...]
    owners: tuple[str, ...]

    @classmethod
    def read(cls, typed: str) -> IndicatorFilter:
        """Read what was typed; `is:failing owner:ADC visits`."""
        words, states, owners = [], [], []
        for word in typed.split():
            name, colon, value = word.partition(":")
            if colon and name.casefold() == "is":
                states.append(value.casefold())
            elif colon and name.casefold() == "owner":
                owners.append(value.casefold())
            else:
                words.append(word)
        return cls(" ".join(words), tuple(states), tuple(owners))

    def lets_through(self, indicator: Indicator) -> bool:
        """Say whether an indicator fits."""
        states = {str(indicator.state)}
        if indicator.state is IndicatorState.FAILING:
            states.add(str(IndicatorState.OFF_TRAJECTORY))
        if any(value.restated for value in indicator.values):
            states.add("restated")
        if indicator.missing:
            states.add("missing")
        lead = (indicator.lead or "").casefold()
        linked = (*indicator.lines, *indicator.requirements)
        return (
            has_words(self.words, indicator.ref, indicator.title, indicator.lead, indicator.source, *linked)
            and all(any(state.startswith(typed) for state in states) for typed in self.states)
            and all(not owner or owner == lead for owner in self.owners)
        )
