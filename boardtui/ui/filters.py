"""What is typed into a filter: plain words, each of which must be there; and for actions, `is:` and `owner:`."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.domain.dataset import Indicator
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.ratings import Scheme
from boardtui.domain.states import OPEN_ACTIONS
from boardtui.domain.views import Action, PlanLine


def has_words(typed: str, *texts: str | None) -> bool:
    """Say whether each word typed is somewhere in the texts, in any case."""
    whole = " ".join(text for text in texts if text).casefold()
    return all(word in whole for word in typed.casefold().split())


@dataclass(frozen=True)
class ActionFilter:
    """A filter of the action log: words, states and owners, all of which must fit."""

    words: str
    states: tuple[str, ...]
    owners: tuple[str, ...]

    @classmethod
    def read(cls, typed: str) -> ActionFilter:
        """Read what was typed; `is:overdue owner:DCS protocol`."""
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

    @property
    def lead(self) -> str | None:
        """Return the one owner that is asked for."""
        return self.owners[0].upper() if len(self.owners) == 1 else None

    def lets_through(self, action: Action) -> bool:
        """Say whether an action fits."""
        owners = {owner.casefold() for owner in (*action.leads, *action.supporters)}
        return (
            has_words(self.words, action.ref, action.text, *action.leads, *action.supporters, action.last_update)
            and all(_is(action, state) for state in self.states)
            and all(not owner or owner in owners for owner in self.owners)
        )


def _is(action: Action, typed: str) -> bool:
    """Say whether one of the states that begin as typed is the action's."""
    states = {str(action.state)}
    if action.state in OPEN_ACTIONS:
        states.add("open")
    if action.days_late > 0:
        states.add("overdue")
    return any(state.startswith(typed) for state in states)


@dataclass(frozen=True)
class LineFilter:
    """A filter of the plan: words, and ratings by letter or word (`is:R`, `is:red`, `red`; `is:-` not rated).

    `is:proposed` are the lines whose rating waits for the Board.
    """

    words: str
    ratings: tuple[str, ...]

    @classmethod
    def read(cls, typed: str) -> LineFilter:
        """Read what was typed."""
        words, ratings = [], []
        for word in typed.split():
            name, colon, value = word.partition(":")
            if colon and name.casefold() == "is":
                ratings.append(value.casefold())
            else:
                words.append(word)
        return cls(" ".join(words), tuple(ratings))

    def lets_through(self, line: PlanLine, scheme: Scheme) -> bool:
        """Say whether a plan line fits."""
        level = next((level for level in scheme if level.letter == line.rating and level.rank), None)
        named: tuple[str, ...] = (level.letter.casefold(), level.word.casefold()) if level else ("-", "not rated")
        if line.proposed:
            named = (*named, "proposed")
        colours = {level.word.casefold() for level in scheme if level.rank}
        rated = [word for word in self.words.casefold().split() if word in colours]
        words = " ".join(word for word in self.words.split() if word.casefold() not in colours)
        return (
            has_words(words, line.ref, line.theme, line.title, line.lead, *line.partners, *line.answers)
            and all(word in named for word in rated)
            and all(not typed or any(name.startswith(typed) for name in named) for typed in self.ratings)
        )


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
        """Read what was typed; it is typed as for the action log."""
        read = ActionFilter.read(typed)
        return cls(read.words, read.states, read.owners)

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
