"""The language in which a drafted figure names its source, so that it can be looked up again (DESIGN 6; N 8.1).

| reference | what it is |
| --- | --- |
| `I3 2013-04` · `I3 2013-04 first` · `I3 2013-04 expected` | the value of the period that ends in that month: as said now, as first reported, where the trajectory was |
| `I3 baseline` · `I3 target 6` · `I3 target 12` · `I3 neighbours` · `I3 national` | what was set for an indicator, and what it is compared with |
| `I3 state` · `I3 trend` · `I3 projection 6` · `I3 projection 12` | how it stands, and where it is heading at the target's date |
| `I3 runway on 2013-05-20` · `I3 needed on 2013-05-20` | months left to the target in hand on a day, and the monthly change still needed |
| `indicators` · `indicators met` | how many there are, how many in a state |
| `targets 6` · `targets 6 met` · `targets 12 missed` · `targets 6 unknown` | how many targets there are, and how many the latest figures meet, miss, or cannot say |
| `plan lines` · `plan R` · `plan N 3 lines` · `plan N 3 R` | lines of the plan, of those that answer a section of the Notice, by their rating (`-` not rated) |
| `plan better since 2` · `plan worse since 2` · `plan same since 2` | lines that moved since the rating in force after that meeting |
| `3.2 rating` · `3.2 rating at 2` · `3.2 due` · `3.2 moves` | one line |
| `actions open` · `actions overdue` · `actions done` · `actions raised 3-5` · `actions closed since 2013-01-25` | actions |
| `actions of POL` · `actions of POL open` · `actions of POL overdue` · `actions of POL closed` | those an office leads; `POL+PPU` those that either leads |
| `actions due 2013-05-24 to 2013-06-27` · `plan due 2013-05-24 to 2013-11-24` · `dates moved 3-5` | open actions not reported done, or lines not complete, that fall due; lines whose date a meeting moved |
| `members at 5` | members who came to a meeting or sent a deputy |
| `figures restated` · `figures restated since 2013-01-25` | figures that are said otherwise now than at first |
| `5/03 due` · `5/03 days late` · `5/03 state` · `5/03 slips` | one action |
| `meetings held` · `meetings 3-5` · `meeting 5 date` · `attendance of POL 3-5` | meetings, and how often a member or a deputy came |
| `minute 5/4.2` | the words noted in a paragraph of the minutes |
| `challenges 3-5` · `challenges 3-5 answered` · `flags` · `flags 3.2` | challenges minuted, challenge flags (rule 7) |
| `N 8.1 initial report due` · `… met` · `… state` · `… days late` · `duties` · `duties overdue` · `duties N overdue` | dated duties, all or those of one source |
| `requirements N` · `requirements N unanswered` · `checks` · `checks not met` | requirements of a source, compliance checks |
| `A3 state` · `A3 done` · `A3 cases` · `A3 planned` · `SP2 starts` · `SP2 ends` · `L3 dated` · `assurance` · `assurance done` · `evidence` · `support` | assurance |
"""  # noqa: E501  (a table row is a line)

from __future__ import annotations

import re
from dataclasses import dataclass

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_SPAN = r"(?P<first>[0-9]{1,6})-(?P<last>[0-9]{1,6})"
_FORMS: tuple[tuple[str, str], ...] = (
    ("value", r"(?P<of>I[0-9]{1,6}) (?P<month>[0-9]{4}-[0-9]{2})(?: (?P<what>first|expected))?"),
    (
        "indicator",
        r"(?P<of>I[0-9]{1,6}) (?P<what>baseline|neighbours|national|state|trend|(?:target|projection) (?:6|12))",
    ),
    ("runway", rf"(?P<of>I[0-9]{{1,6}}) (?P<what>runway|needed) on (?P<day>{_DAY})"),
    ("indicators", r"indicators(?: (?P<what>[a-z ]+))?"),
    ("targets", r"targets (?P<of>6|12)(?: (?P<what>met|missed|unknown))?"),
    ("plan", r"plan(?: (?P<of>[A-Z]+[0-9]*(?: [0-9]{1,3})?))? (?P<what>lines|\S{1,3})"),
    ("moved", r"plan (?P<what>better|worse|same) since (?P<first>[0-9]{1,6})"),
    ("line", r"(?P<of>[0-9]{1,4}(?:\.[0-9]{1,4})+) (?P<what>rating|due|moves)(?: at (?P<first>[0-9]{1,6}))?"),
    ("actions", r"actions (?P<what>open|overdue|done)"),
    ("raised", rf"actions raised {_SPAN}"),
    ("closed", rf"actions closed(?: since (?P<day>{_DAY}))?"),
    ("falling", rf"actions due (?P<day>{_DAY}) to (?P<until>{_DAY})"),
    ("lines due", rf"plan due (?P<day>{_DAY}) to (?P<until>{_DAY})"),
    ("dates moved", rf"dates moved {_SPAN}"),
    ("restated", rf"figures restated(?: since (?P<day>{_DAY}))?"),
    ("members", r"members at (?P<first>[0-9]{1,6})"),
    ("led", r"actions of (?P<of>\S+)(?: (?P<what>open|overdue|closed))?"),
    ("action", r"(?P<of>[0-9]{1,6}/[0-9]{1,6}) (?P<what>due|days late|state|slips)"),
    ("meetings", rf"meetings (?:held|{_SPAN})"),
    ("minute", r"minute (?P<of>[0-9]{1,6}/[0-9]{1,4}\.[0-9]{1,4})"),
    ("meeting", r"meeting (?P<first>[0-9]{1,6}) date"),
    ("attendance", rf"attendance of (?P<of>\S+) {_SPAN}"),
    ("challenges", rf"challenges {_SPAN}(?: (?P<what>answered))?"),
    ("flags", r"flags(?: (?P<of>\S+))?"),
    ("duties", r"duties(?: (?P<of>[A-Z]+[0-9]*))?(?: (?P<what>[a-z ]+))?"),
    ("requirements", r"requirements (?P<of>[A-Z]+[0-9]*)(?: (?P<what>unanswered))?"),
    ("checks", r"checks(?: (?P<what>[a-z ]+))?"),
    ("assured", r"(?P<of>A[0-9]{1,6}) (?P<what>state|done|cases|planned)"),
    ("assurance", r"assurance(?: (?P<what>done))?"),
    ("register", r"(?P<what>evidence|support)"),
    ("package", r"(?P<of>SP[0-9]{1,6}) (?P<what>starts|ends)"),
    ("received", r"(?P<of>L[0-9]{1,6}) dated"),
    ("duty", r"(?P<of>.+) (?P<what>due|met|state|days late)"),
)
_READ = tuple((kind, re.compile(form)) for kind, form in _FORMS)


@dataclass(frozen=True)
class FigureRef:
    """A reference taken apart: its kind, the record it is `of`, `what` of it, and meetings, month or days."""

    kind: str
    of: str = ""
    what: str = ""
    first: int = 0
    last: int = 0
    month: str = ""
    day: str = ""
    until: str = ""


@dataclass(frozen=True)
class Quoted:
    """A figure as it was drafted: the words it was put in, what it rests on, and the value then."""

    said: str
    ref: str
    value: str


def parse(text: str) -> FigureRef | None:
    """Take a reference apart; None when it is not one."""
    for kind, form in _READ:
        if found := form.fullmatch(text.strip()):
            named = {name: value for name, value in found.groupdict().items() if value}
            first, last = int(named.pop("first", 0)), int(named.pop("last", 0))
            return FigureRef(kind, first=first, last=last, **named)
    return None
