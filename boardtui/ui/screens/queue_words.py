"""What the Chair is shown of one thing in the queue: all that is needed to decide it, on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from boardtui.domain.dates import show
from boardtui.domain.queue import TO_SIGN, Asked, Decision, Kind, Left, Review, Thing
from boardtui.domain.ratings import Scheme
from boardtui.domain.states import RatingStatus, UpdateKind
from boardtui.domain.text import plural
from boardtui.domain.views import Action, Letter, Meeting, Update
from boardtui.ui.keys import with_keys
from boardtui.ui.screens import action_words, line_words
from boardtui.ui.screens.office_words import People, in_full
from boardtui.ui.widgets.literal import assembled, hanging, line, literal
from boardtui.ui.widgets.ratings import named

Fact = tuple[str, str]


def page(thing: Thing, scheme: Scheme, people: People, width: int) -> Content:
    """Return everything about a thing: what was asked about it first, then the record."""
    said = [*_reviews(thing, width)]
    match thing.record:
        case Action() as action:
            said += _with_head(thing, _action(action, thing.updates, scheme, people, width), width)
        case Asked() as asked:
            said += _with_head(thing, _rating(asked, scheme, people, width), width)
        case Meeting() as meeting:
            said += _minutes(meeting, width)
        case Letter() as letter:
            said += _letter(letter, width)
        case _:
            said.append(hanging("", f"It is about {thing.about}. {with_keys('Press {queue-open} to open it.')}", width))
    return Content("\n").join(said)


def at_the_end(decided: Sequence[Fact], left: Sequence[Left], unanswered: int, waiting: int, width: int) -> Content:
    """Return what is shown at the end: what still waits, what was decided in this sitting, and what left otherwise."""
    if waiting > unanswered:
        still = plural(waiting - unanswered, "thing")
        said = [literal(f"{still} still to decide: {with_keys('{queue-previous}')} goes back.", "bold")]
    else:
        said = [Content.styled("Nothing waits.", "bold $text-success")]
    if unanswered:
        waits = "waits" if unanswered == 1 else "wait"
        asked = plural(unanswered, "query", "queries")
        how = with_keys("{queue-previous} shows them, {queue-export}")
        said.append(literal(f"{asked} {waits} for an answer: {how} writes them out."))
    if decided:
        said += [Content(""), Content.styled("Decided in this sitting", "bold $primary")]
        said += [hanging(literal(f"{about:<14} ", "bold"), what, width) for about, what in decided]
    said += gone(left, width)
    return Content("\n").join(said)


def gone(left: Sequence[Left], width: int) -> list[Content]:
    """Return what left the queue otherwise than by a decision, each with its reason."""
    if not left:
        return []
    said = [Content(""), Content.styled("Left the queue since you last looked", "bold $primary")]
    return said + [
        hanging(literal(f"{one.about:<14} ", "bold"), f"{one.said} – because of: {one.because}", width) for one in left
    ]


def asked(reviews: Sequence[Review], width: int) -> list[Content]:
    """Return what the Chair decided and asked about a record, for its own page; nothing where nothing is."""
    if not reviews:
        return []
    return [Content(""), Content.styled("The Chair", "bold $primary"), *(_review(one, width) for one in reviews)]


def _with_head(thing: Thing, said: Sequence[Content], width: int) -> list[Content]:
    """Return what is said of a record with what agreeing does behind its words and its rating."""
    return [*said[:2], *_agreeing(thing, width), *said[2:]]


def _agreeing(thing: Thing, width: int) -> Iterator[Content]:
    """Yield what agreeing to a thing does, where it is not signed and can be agreed to."""
    match thing.record:
        case _ if thing.waits or thing.kind in TO_SIGN:
            return
        case Asked(given=given) if given.status == RatingStatus.PROPOSED:
            does = f"it stays proposed for meeting {given.meeting}; you have seen it"
        case Asked():
            does = "the rating stays; you have seen it"
        case _ if thing.kind is Kind.DONE:
            does = "it is closed, on what its lead reported"
        case _ if thing.kind is Kind.RETURNED:
            does = "it stays returned to its lead; you have seen it"
        case _:
            does = "it stays open and overdue; you have seen it"
    yield hanging("", with_keys(f"{{queue-agree}}: {does}"), width, "$foreground-muted")


def _reviews(thing: Thing, width: int) -> Iterator[Content]:
    for one in (*thing.earlier, *([thing.query] if thing.query else [])):
        yield _review(one, width)
    if thing.query or thing.earlier:
        yield Content("")


def _review(one: Review, width: int) -> Content:
    if one.decision != Decision.QUERY:
        because = f": {one.text}" if one.text else ""
        return hanging(literal(f"{one.decision.capitalize()}  ", "bold"), f"{show(one.on)}{because}", width)
    start = literal(f"Query {one.number}  ", "bold $text-warning" if one.is_open else "bold")
    to = f" of {one.asked_of}" if one.asked_of else ""
    if one.is_open:
        return hanging(start, f"asked{to} on {show(one.on)}, waiting for an answer: {one.text}", width)
    where = f", minute {one.answered_in}" if one.answered_in else ""
    answered = f"{one.answered_by} on {show(one.answered_on)}{where}: {one.answer}" if one.answered_on else ""
    return hanging(start, f"asked{to} on {show(one.on)}: {one.text} – {answered}", width)


def _facts(facts: Sequence[Fact], width: int) -> list[Content]:
    return [hanging(literal(f"{name:<11}", "$foreground-muted"), text, width) for name, text in facts if text]


def _action(action: Action, updates: Sequence[Update], scheme: Scheme, people: People, width: int) -> list[Content]:
    done = [one for one in updates if one.kind == UpdateKind.DONE]
    facts = [
        ("Lead", in_full(action.leads, people) or "nobody"),
        ("With", in_full(action.supporters, people)),
        ("Due", action_words.dates(action).removeprefix("due ")),
        ("Raised", f"at meeting {action.raised_at} on {show(action.raised_on)}"),
        ("Plan lines", ", ".join(action.lines)),
        ("Restricted", action.restricted or ""),
        ("Evidence", f"{done[-1].text} ({show(done[-1].on)}, {done[-1].by})" if done else ""),
    ]
    rating = assembled((f"{'Rating':<11}", "$foreground-muted"), named(scheme, action.rating))
    said = [hanging(f"{action.ref}  ", action.text, width, "bold"), rating]
    said += _facts(facts, width)
    slips = [one for one in updates if one.kind == UpdateKind.MOVED]
    if slips:
        said += [Content(""), Content.styled("Its date moved", "bold $primary")]
        said += [hanging("  ", f"{_moved(one)}: {one.text}", width) for one in slips]
    said += [Content(""), Content.styled("Log, newest first", "bold $primary")]
    said += [
        hanging(literal(f"{show(one.on):<11}  ", "bold"), f"{one.kind}, {one.by}: {one.text}", width)
        for one in reversed(updates)
    ] or [Content.styled("Nothing yet.", "$foreground-muted")]
    return said


def _moved(one: Update) -> str:
    before = show(one.due_before) if one.due_before else "no date"
    return f"from {before} to {show(one.due_after) if one.due_after else 'the next meeting'}"


def _rating(asked: Asked, scheme: Scheme, people: People, width: int) -> list[Content]:
    given, found = asked.given, asked.line
    is_proposed = given.status == RatingStatus.PROPOSED
    what, before, now = ("Proposed", "is", "proposed") if is_proposed else ("Agreed", "was", "is")
    was = named(scheme, asked.was) if asked.was else Content("not rated")
    facts = [
        (what, f"for meeting {given.meeting} on {show(given.meeting_on)}" + (f", by {given.by}" if given.by else "")),
        ("Reason", given.reason),
        ("Path", given.path),
        ("Evidence", given.evidence),
        ("Look again", show(given.recheck_on) if given.recheck_on else ""),
        ("Lead", in_full([found.lead], people) if found.lead else "nobody"),
        ("Due", show(found.due) if found.due else ""),
        ("Restricted", given.restricted or ""),
    ]
    said = [
        hanging(f"{found.ref}  ", found.title, width, "bold"),
        assembled(
            (f"{'Rating':<11}", "$foreground-muted"), f"{before} ", was, f"   {now} ", named(scheme, given.level)
        ),
        *_facts(facts, width),
    ]
    said += line_words.challenge(asked.flags, width)
    return said + line_words.indicators(asked.indicators, width)


def _minutes(meeting: Meeting, width: int) -> list[Content]:
    to_tidy = plural(meeting.to_tidy, "line") if meeting.to_tidy else ""
    facts = [
        ("Held", show(meeting.date)),
        ("With you", f"since {show(meeting.submitted_on)}" if meeting.submitted_on else ""),
        ("Paragraphs", str(meeting.entries)),
        ("To tidy", to_tidy),
    ]
    said = [line(f"Minutes of meeting {meeting.number}", "bold"), *_facts(facts, width), Content("")]
    return [*said, _how(width)]


def _letter(letter: Letter, width: int) -> list[Content]:
    facts = [
        ("To", letter.addressee),
        ("Dated", show(letter.dated) if letter.dated else "the day it is signed"),
        ("Covers", f"meetings {letter.first_meeting} to {letter.last_meeting}"),
        ("Unwritten", ", ".join(block.heading or block.key for block in letter.blocks if not block.text.strip())),
    ]
    said = [hanging("", f"{letter.name.capitalize()}: {letter.subject}", width, "bold"), *_facts(facts, width)]
    return [*said, Content(""), _how(width)]


def _how(width: int) -> Content:
    return hanging("", with_keys("{queue-sign} shows exactly what will be signed; {queue-open} opens it."), width)


def kind_of(thing: Thing) -> str:
    """Return why a thing is in the queue, in a few words."""
    if thing.query is not None:
        return "waiting for an answer"
    return str(thing.kind) if thing.kind in TO_SIGN or not isinstance(thing.record, Asked) else _changed(thing.record)


def _changed(asked: Asked) -> str:
    flags = f", {plural(len(asked.flags), 'flag')}" if asked.flags else ""
    return f"rating {asked.given.status}: {asked.was or '–'} to {asked.given.level}{flags}"
