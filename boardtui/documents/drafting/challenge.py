"""What the Board challenged since the last letter, and what followed (DESIGN 2, *challenge*)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from boardtui.documents.drafting.children import tells_of_children
from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.numbers import counted, day_in_full, number, short_day
from boardtui.documents.drafting.phrases import is_clause, paragraph, paragraphs
from boardtui.documents.drafting.said import is_relative, when_said
from boardtui.documents.drafting.tense import in_past
from boardtui.documents.drafting.when import at_meeting, when
from boardtui.domain import views
from boardtui.domain.dates import MONTHS
from boardtui.domain.line_words import WordKind, alike
from boardtui.domain.papers import ReportPaper
from boardtui.domain.states import ActionState

_VERBS = (
    "asked|asks|questioned|queried|challenged|pressed|wanted|sought|doubted|observed|noted|noticed|wondered|"
    "pointed|disputed|tested|probed|raised|recalled|remarked|found|put|warned|declined|refused|would|did|could|said|thought"
)
_ASKS_ITSELF = re.compile(
    r"(?:(?:why|how|what|when|where|who|whom|whose|which|if|whether|is|are|was|were|do|does|did|has|have|had|can|could|"
    r"will|would|should)\b|[^.?]*\?)",
    re.IGNORECASE,
)
"""How a challenge opens that is the question itself, not somebody who puts it."""

_SOMEBODY_ASKS = re.compile(rf"^(?:I|(?:the|[Mm]embers|[A-Z])[^.;:,]{{0,90}}?) (?:{_VERBS})\b")
_ASKS = re.compile(rf"^(?:{_VERBS})\b", re.IGNORECASE)
_INDIRECT = re.compile(r"^(?:whether|why|how|what|when|where|who|whom|which|if)\b", re.IGNORECASE)
_ASKED = re.compile(r"^[^.]*(?:\b(?:asked|why|whether)\b|\?)", re.IGNORECASE)
_TARGETS = re.compile(r"\btargets?\b", re.IGNORECASE)
_UNDERTAKEN = re.compile(r"\b(?:will|undertook|promised|agreed to|has begun|have begun)\b")
_DAY = re.compile(rf"\b([1-9]|1\d|2[0-8]) ({'|'.join(MONTHS)})\b")
_REPLIED = re.compile(r"\b(?:answered|replied|said|explained|told)\b")
_OPEN = ("That is still open", "That too is unanswered", "The Board still waits for the answer")
_MOST_OPEN = 8
"""A report tells every open challenge: they are few, and its reader has no minutes."""

_SAME_MATTER = 4
_ADDRESSED = re.compile(r"^(?:on the challenge at |>?\s*)\d+/\d+\.\d+(?: answered)?:\s*", re.IGNORECASE)


def challenge(material: Material) -> str:
    """Count the challenges, then retell some that were answered and some that are open."""
    minuted = material.paper.challenges
    if not minuted:
        return paragraph("No challenge was minuted in this period")
    told = [entry for entry in minuted if entry.restricted is None]
    answered = _best([entry for entry in told if entry.answered_by is not None])
    waiting = [entry for entry in told if entry.answered_by is None]
    room = material.room.challenges
    if isinstance(material.paper, ReportPaper):
        tell_waiting = _weightiest(waiting)[:_MOST_OPEN]
        tell_answered = answered[: max(room // 2, room - len(tell_waiting))]
    else:
        tell_waiting = _weightiest(waiting)[: max((room + 1) // 2, room - len(answered))]
        tell_answered = answered[: room - len(tell_waiting)]
        return paragraphs(
            paragraph(_counts(minuted), *_retold_answered(material, tell_answered)),
            paragraph(*_retold_waiting(material, tell_waiting, started=tell_answered)),
        )
    waits = sum(entry.answered_by is None for entry in minuted)
    return paragraphs(
        paragraph(
            _counts(minuted), *_retold_answered(material, tell_answered), _rest(minuted, tell_answered, open_=False)
        ),
        paragraph(
            _some_of(len(tell_waiting), waits),
            *_retold_waiting(material, tell_waiting, started=tell_answered),
            _rest(minuted, tell_waiting, open_=True),
        ),
    )


def _some_of(told: int, waits: int) -> str:
    """Say that not every open challenge is told here."""
    if not told or told == waits:
        return ""
    return f"{number(told)} of the {number(waits)} that are open {'is' if told == 1 else 'are'} told here"


def _rest(minuted: Sequence[views.Entry], told: Sequence[views.Entry], *, open_: bool) -> str:
    """Say where the challenges are that are not told: their paragraphs of the minutes; restricted ones are counted."""
    rest = [one for one in minuted if (one.answered_by is None) == open_ and one not in told]
    plain = [one.ref for one in rest if one.restricted is None]
    hidden = len(rest) - len(plain)
    if not told or not rest:
        return ""
    other = "the other is" if len(rest) == 1 else f"the other {number(len(rest))} are"
    if not plain:
        return f"{other} restricted and not described here"
    where = f"{other} in the minutes ({', '.join(plain)})"
    return f"{where}, {number(hidden)} of them restricted" if hidden else where


def _best(entries: Sequence[views.Entry]) -> list[views.Entry]:
    """Put first what was plainly asked, and of that what concerns children; else the oldest."""
    return sorted(entries, key=lambda entry: (not _ASKED.search(entry.text), not tells_of_children(entry.text)))


def _weightiest(entries: Sequence[views.Entry]) -> list[views.Entry]:
    """Put first what asks about the targets, then what concerns children; last what was answered as it was asked."""
    return sorted(
        entries,
        key=lambda entry: (
            bool(_own_answer(entry)),
            not _TARGETS.search(entry.text),
            not tells_of_children(entry.text),
        ),
    )


def _own_answer(entry: views.Entry) -> bool:
    """Say whether a challenge was minuted together with what was undertaken in reply."""
    _, _, after = entry.text.partition(". ")
    return any(_UNDERTAKEN.search(one) and not _ASKED.search(one) for one in re.split(r"(?<=[.;])\s", after))


def _counts(minuted: Sequence[views.Entry]) -> str:
    answered = sum(entry.answered_by is not None for entry in minuted)
    waiting = len(minuted) - answered
    first = f"The minutes record {counted(len(minuted), 'challenge')}"
    if len(minuted) == 1:
        return f"{first}, which {'has been answered' if answered else 'is still open'}"
    if not waiting:
        return f"{first}, {'both' if answered == 2 else 'all'} of them answered since"
    if not answered:
        return f"{first}, {'neither' if waiting == 2 else 'none'} of them answered yet"
    are = "are" if waiting > 1 else "is"
    return (
        f"{first}: {number(answered)} {'have' if answered > 1 else 'has'} been answered, {number(waiting)} {are} open"
    )


def _retold_answered(material: Material, entries: Sequence[views.Entry]) -> list[str]:
    told = []
    for place, entry in enumerate(entries):
        told.append(f"{_lead(material, entries, place)} {_asked(material, entry)}")
        told.append(_followed(material, entry, place))
    return told


def _retold_waiting(material: Material, entries: Sequence[views.Entry], started: Sequence[views.Entry]) -> list[str]:
    told = []
    for place, entry in enumerate(entries):
        lead = _lead(material, [*started, *entries], len(started) + place) if place else _lead(material, [entry], 0)
        told.append(f"{lead} {_asked(material, entry)}")
        told.append(_still_open(material, entry, place))
    return told


def _still_open(material: Material, entry: views.Entry, place: int) -> str:
    """Say how an open challenge stands: what was undertaken in reply is to be seen done, a day named is awaited."""
    if _own_answer(entry):
        return "That was the reply, and the Board has still to see it done"
    if told := _heard_since(material, entry):
        return told
    today = material.paper.letter.dated or material.paper.on
    days = [date(today.year, MONTHS.index(month) + 1, int(day)) for day, month in _DAY.findall(entry.text)]
    if ahead := [day for day in days if day > today]:
        return f"The answer is due on {short_day(min(ahead))}"
    if _REPLIED.search(entry.text.partition(". ")[2]):
        return "No answer is recorded yet"
    return _OPEN[place % len(_OPEN)]


def _heard_since(material: Material, entry: views.Entry) -> str:
    """Tell what a later meeting minuted of the very matter, where nobody recorded it as the answer."""
    later = [
        (alike(entry.text, word.text), word)
        for line in material.paper.lines
        for word in line.since
        if word.kind == WordKind.MINUTED and word.meeting and word.meeting > entry.meeting and is_clause(word.text)
    ]
    likeness, word = max(later, key=lambda one: (one[0], one[1].on), default=(0, None))
    if word is None or word.meeting is None or likeness < _SAME_MATTER:
        return ""
    told = in_past(material.minute(word.text, word.ref))
    return f"{when(material, word.meeting)} the Board was told that {told}; that is not recorded as the answer"


def _lead(material: Material, entries: Sequence[views.Entry], place: int) -> str:
    meeting = entries[place].meeting
    if is_relative(entries[place].text):
        return when_said(material, meeting, entries[place].text)
    if place and entries[place - 1].meeting == meeting:
        return "at the same meeting"
    if (month := when(material, meeting).removeprefix("in ")) in entries[place].text:
        day = next((held.date for held in material.paper.meetings if held.number == meeting), None)
        return f"at the meeting of {short_day(day)}" if day and month in MONTHS else at_meeting(material, meeting)
    return when(material, meeting) if place % 2 == 0 else at_meeting(material, meeting)


def _asked(material: Material, entry: views.Entry) -> str:
    """Reweave a challenge as it was minuted into a sentence whose subject is whoever made it."""
    words = material.room.challenge
    text = material.told(entry.text, words)
    if _SOMEBODY_ASKS.match(text) and not _ASKS_ITSELF.match(entry.text):
        return text
    if entry.text.rstrip().endswith("?"):
        question = text.rstrip("?… ")
        return f"the Board asked: “{question[:1].upper()}{question[1:]}?”"
    if _ASKS.match(text):
        return f"the Board {text}"
    if _INDIRECT.match(text):
        return f"the Board asked {text}"
    return f"the Board put it to those responsible that {text}" if is_clause(text) else f"the Board raised this: {text}"


def _followed(material: Material, entry: views.Entry, place: int) -> str:
    """Say what answered a challenge: an entry, an action, or something that cannot be told here."""
    paper = material.paper
    answer = next((one for one in paper.answers if one.ref == entry.answered_by or one.answers == entry.ref), None)
    if answer is not None and answer.restricted is None and answer.kind != "action":
        return _answer(material, answer, place)
    known = (*paper.open, *paper.closed, *paper.raised)
    action = next((one for one in known if one.ref in (entry.answered_by, answer and answer.action_ref)), None)
    if action is not None and action.restricted is None:
        return _by_action(action)
    return "It has since been answered"


def _answer(material: Material, answer: views.Entry, place: int) -> str:
    told = material.told(_ADDRESSED.sub("", answer.text), material.room.challenge)
    came = when_said(material, answer.meeting, told)
    if is_clause(told):
        return (f"The answer, {came}, was that {told}", f"We were told {came} that {told}")[place % 2]
    return (f"The answer came {came}: {told}", f"{came} there was a reply: {told}")[place % 2]


def _by_action(action: views.Action) -> str:
    if action.state == ActionState.CLOSED:
        return f"It led to action {action.ref}, since closed"
    return f"It led to action {action.ref}" + (f", due by {day_in_full(action.due)}" if action.due else "")
