"""What is wrong with the records behind a paper: actions, items, lines to tidy, quorum, figures (rule 11)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from boardtui.domain import views
from boardtui.domain.dataset import Indicator, Value
from boardtui.domain.figure_refs import parse
from boardtui.domain.figure_values import value_of
from boardtui.domain.figures import figure as with_unit
from boardtui.domain.figures import number, rounded
from boardtui.domain.periods import shown_period
from boardtui.domain.preflight import Concern, Finding, found
from boardtui.domain.spelling import Doubt
from boardtui.domain.states import LOCKED, OPEN_ACTIONS, EntryKind, ItemState, LetterState, Series
from boardtui.domain.text import listed, one_line, shorten

_SHOWN = 60
_ASKS = "asks"
_GOES_WITH = re.compile(r"\bgoes with my\b")
_OF_AN_INDICATOR = ("value", "indicator", "runway")
_SAYS_RESTATED = re.compile(
    r"\b(?:restated|first (?:reported|said|given)|revised|corrected|recounted)\b", re.IGNORECASE
)


def of_actions(actions: Iterable[views.Action]) -> Iterator[Finding]:
    """Find open actions without a lead or without a date."""
    for one in actions:
        if one.state not in OPEN_ACTIONS:
            continue
        where = f"action {one.ref}"
        if not one.leads:
            said = f"Nobody leads action {one.ref}."
            yield found(Concern.OWNERLESS, where, said, "Name who leads it: Actions ({actions}).", one.text)
        if one.due is None:
            said = f"Action {one.ref} has no date to be done by."
            fix = (
                "Give it a date: Actions ({actions}), {actions-move}. One due at the "
                "next meeting has a date once that is planned: {meetings}, {meetings-add}."
            )
            yield found(Concern.DATELESS, where, said, fix, one.text)


def of_items(items: Iterable[views.Item], entries: Sequence[views.Entry]) -> Iterator[Finding]:
    """Find items under which nothing is minuted; one that was deferred needs no entry."""
    minuted = {entry.item for entry in entries}
    for item in items:
        if item.number not in minuted and item.state != ItemState.DEFERRED:
            said = f"Nothing is minuted under item {item.number}, {shorten(item.title, _SHOWN)}."
            fix = (
                "Minute what was said, or that it was deferred: Meetings "
                "({meetings}), open the meeting, {meeting-start}."
            )
            yield found(Concern.NO_ENTRY, f"item {item.number}", said, fix, item.title)


def to_tidy(entries: Iterable[views.Entry]) -> Iterator[Finding]:
    """Find lines that were not understood."""
    for entry in entries:
        if entry.to_tidy:
            said = f"A line is left to tidy: {entry.to_tidy}"
            fix = (
                "Put the line right: Meetings ({meetings}), open the meeting, "
                "{meeting-filter} finds it, {meeting-edit} changes it."
            )
            yield found(Concern.TO_TIDY, entry.ref, said, fix, f"{entry.typed} {entry.to_tidy}")


def of_decisions(entries: Iterable[views.Entry]) -> Iterator[Finding]:
    """Find decisions taken without a quorum (rule 10)."""
    for entry in entries:
        if entry.inquorate and entry.kind == EntryKind.DECISION:
            named = f"Decision {entry.decision_ref}" if entry.decision_ref else f"The decision at {entry.ref}"
            said = f"{named} was taken without a quorum: {entry.inquorate.rstrip('.')}."
            fix = "Correct the register if it is wrong, or have the decision taken again at the next meeting."
            yield found(Concern.QUORUM, entry.ref, said, fix, f"{entry.text} {entry.inquorate}")


def of_spelling(doubts: Iterable[Doubt]) -> Iterator[Finding]:
    """Find lines with words that may be misspelt; they are to be looked at, and hold nothing up."""
    for one in doubts:
        words = listed([f"“{word}”" for word in one.words])
        fix = (
            "Correct the line, or add the word to the Board's own: Meetings "
            "({meetings}), open the meeting, {meeting-spelling}."
        )
        yield found(Concern.SPELLING, one.ref, f"To look at: {words} may be misspelt.", fix, one.text)


def of_minutes(name: str, meetings: Iterable[views.Meeting]) -> Iterator[Finding]:
    """Find meetings a letter or report speaks of whose minutes nobody has signed: its figures may still change."""
    for one in meetings:
        if one.state not in LOCKED:
            said = f"It reports meeting {one.number}, whose minutes are not signed off; what they say may still change."
            fix = (
                f"Have the minutes of meeting {one.number} signed off first: Meetings "
                f"({{meetings}}), {{meetings-step}}."
            )
            yield found(Concern.UNSIGNED, name, said, fix, f"meeting {one.number} {one.state}")


def of_reports(letter: views.Letter, reports: Iterable[views.Letter]) -> Iterator[Finding]:
    """Find that a letter says it goes with a report that nobody has signed, or that is not even begun."""
    if letter.series != Series.LETTER or not any(_GOES_WITH.search(block.text) for block in letter.blocks):
        return
    begun = list(reports)
    for one in [one for one in begun if one.state not in (LetterState.SIGNED, LetterState.SENT)]:
        said = f"It says that it goes with my report, but {one.name} is {one.state}."
        fix = f"Have {one.name} signed first: Letters ({{letters}}), {{letters-step}}; or change the words."
        yield found(Concern.UNSIGNED, letter.name, said, fix, f"{one.name} {one.state}")
    if not begun:
        said = "It says that it goes with my report, but no report is begun."
        yield found(
            Concern.UNSIGNED, letter.name, said, "Begin the report: Letters ({letters}); or change the words.", said
        )


def to_write(letter: views.Letter) -> Iterator[Finding]:
    """Find the place where the Chair says what is asked of the department, while nothing stands there."""
    for block in letter.blocks:
        if block.key == _ASKS and not block.text.strip():
            where = f"{letter.name}: {block.heading or block.key}"
            said = "To look at: nothing is written of what is asked; that part is left out when it is signed."
            yield found(
                Concern.UNWRITTEN, where, said, "Write the block, or that nothing is asked: Letters ({letters}).", where
            )


def of_figures(letter: views.Letter, indicators: Mapping[str, Indicator]) -> Iterator[Finding]:
    """Find figures whose source has changed or gone, was restated, or was never before a meeting."""
    for block in letter.blocks:
        where = f"{letter.name}: {block.heading or block.key}"
        for figure in block.figures:
            text = f"{figure.said} {figure.ref} {figure.value} {figure.now}"
            if figure.stale:
                yield found(
                    Concern.STALE, where, _stale(figure), "Redraft the letter ({letters}), or change the words.", text
                )
            indicator, value = _measured(figure, indicators)
            if indicator is not None and value is not None:
                told = _SAYS_RESTATED.search(block.text) is not None or _told(letter, indicator, value)
                yield from _of_value(where, told, indicator, value)


def of_values(indicators: Iterable[Indicator]) -> Iterator[Finding]:
    """Find indicators whose latest value should be in and is not (rule 8)."""
    for one in indicators:
        late = [period for period in one.missing if one.latest is None or period > one.latest.period]
        if late:
            period = shown_period(one.measure.frequency, late[-1])
            said = f"{one.ref}, {shorten(one.title, _SHOWN)}, has no value for {period}, which should be in by now."
            yield found(
                Concern.NO_VALUE,
                one.ref,
                said,
                "Enter the value: Indicators ({indicators}), {indicators-add}.",
                f"{one.ref} {late[-1]}",
            )


def quoted_indicators(letter: views.Letter) -> set[str]:
    """Return the references of the indicators that a letter's figures come from."""
    refs = (parse(figure.ref) for block in letter.blocks for figure in block.figures)
    return {ref.of for ref in refs if ref and ref.kind in _OF_AN_INDICATOR}


def _stale(figure: views.Figure) -> str:
    if figure.now is None:
        return f"“{figure.said}” was drafted from {figure.ref}, which is no longer there."
    return f"“{figure.said}” was drafted from {figure.ref}, which was {figure.value} then and is {figure.now} now."


def _measured(figure: views.Figure, indicators: Mapping[str, Indicator]) -> tuple[Indicator | None, Value | None]:
    """Return the indicator and the value that a figure quotes, if it quotes one."""
    ref = parse(figure.ref)
    if ref is None or ref.kind != "value" or ref.what == "expected" or (indicator := indicators.get(ref.of)) is None:
        return None, None
    return indicator, value_of(indicator, ref.month)


def _told(letter: views.Letter, indicator: Indicator, value: Value) -> bool:
    """Say whether any paragraph of the whole paper tells of a restatement, naming the indicator and what was said."""
    if value.first is None:
        return False
    first = re.compile(rf"(?<![\d.,]){re.escape(number(rounded(value.first)))}(?!\d|[.,]\d)")
    named = re.compile(rf"\b{re.escape(indicator.ref)}\b|{re.escape(one_line(indicator.title))}", re.IGNORECASE)
    paragraphs = (one for block in letter.blocks for one in block.text.splitlines())
    return any(all(said.search(one) for said in (_SAYS_RESTATED, named, first)) for one in paragraphs)


def _of_value(where: str, told: bool, indicator: Indicator, value: Value) -> Iterator[Finding]:
    """Find a restated value that is not told to be one, and one that no meeting has seen."""
    period = shown_period(indicator.measure.frequency, value.period)
    text = f"{indicator.ref} {value.period} {value.value} {value.first}"
    if value.first is not None and value.first != value.value and not told:
        first, now = with_unit(value.first, indicator.unit), with_unit(value.value, indicator.unit)
        at = f" at meeting {value.first_seen_at}" if value.first_seen_at else ""
        said = f"{indicator.ref} for {period} was first reported as {first}{at} and is said to be {now} now."
        yield found(Concern.RESTATED, where, said, "Say in the text that it was restated, and why.", text)
    if value.seen_at is None:
        said = f"{indicator.ref} for {period} has not been before a meeting of the Board."
        yield found(
            Concern.UNSIGNED, where, said, "Lay it before the Board first, or say that it is provisional.", text
        )
