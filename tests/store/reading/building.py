"""A Board put together row by row, each row known by its table and reference (`meeting:5`, `action:5/03`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from boardtui.domain.ratings import DEFAULT_SCHEME
from boardtui.store import models
from boardtui.store.unit import Work

Told = dict[str, Any]
"""Columns and their values."""

FIRST = date(2012, 11, 29)
"""The day of meeting 1; the others follow every 42 days unless told otherwise."""


def six_weekly(number: int) -> date:
    """Return the day of a meeting of the series."""
    return FIRST + timedelta(weeks=6 * (number - 1))


class Building:
    """Puts rows into a Board the short way."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self._seen: Counter[str] = Counter()

    def add(self, row: Any, ref: str) -> str:
        """Add any row under `table:ref` and return that id."""
        row.id = f"{row.__tablename__}:{ref}"
        self.work.add(row, ref)
        return str(row.id)

    def next(self, what: str) -> int:
        """Count up within `what`."""
        self._seen[what] += 1
        return self._seen[what]

    def board(self, **settings: Any) -> None:
        told: Told = {"name": "Improvement Board", "council": "Blackpool Borough Council"} | settings
        self.add(models.Board(**told), "board")
        self.add(models.Instrument(kind="notice", title="Improvement Notice", commenced=date(2012, 11, 26)), "notice")
        for position, level in enumerate(DEFAULT_SCHEME, 1):
            self.add(
                models.RatingLevel(
                    position=position,
                    letter=level.letter,
                    word=level.word,
                    meaning=level.meaning,
                    colour=level.colour,
                    rank=level.rank,
                    needs_path=level.needs_path,
                    needs_evidence=level.needs_evidence,
                ),
                level.letter,
            )

    def offices(self, *initials: str, **more: Any) -> None:
        for short in initials:
            told: Told = {"title": f"Office of {short}", "organisation": f"Agency {short}"} | more
            self.add(models.Office(position=self.next("office"), initials=short, **told), short)

    def meeting(self, number: int, held_on: date | None = None, state: str = "confirmed", **more: Any) -> None:
        on = held_on or six_weekly(number)
        self.add(models.Meeting(number=number, held_on=on, state=state, **more), str(number))

    def item(self, meeting: int, number: int, title: str = "", **more: Any) -> str:
        row = models.AgendaItem(meeting_id=f"meeting:{meeting}", number=number, title=title or f"Item {number}", **more)
        return self.add(row, f"{meeting}/{number}")

    def entry(self, place: str, text: str, kind: str = "note", **more: Any) -> str:
        """Minute an entry at `5/4` (meeting/item); its id is `entry:` and the text."""
        position = self.next(f"entry of {place.partition('/')[0]}")
        told: Told = {
            "meeting_id": f"meeting:{place.partition('/')[0]}",
            "item_id": f"agenda_item:{place}",
            "position": position,
            "typed": text,
            "said_at": "2013-01-10T14:00:00",
        }
        return self.add(models.Entry(kind=kind, text=text, **(told | more)), text)

    def action(self, ref: str, leads: Sequence[str] = (), supporters: Sequence[str] = (), **more: Any) -> str:
        meeting, _, sequence = ref.partition("/")
        told: Told = {"text": f"Do {ref}", "raised_on": six_weekly(int(meeting))} | more
        row = self.add(models.Action(meeting_id=f"meeting:{meeting}", sequence=int(sequence), **told), ref)
        for part, offices in (("lead", leads), ("supporter", supporters)):
            for position, short in enumerate(offices):
                owner = models.ActionOwner(action_id=row, office_id=f"office:{short}", part=part, position=position)
                self.add(owner, f"{ref}:{part}:{short}")
        return row

    def update(self, ref: str, kind: str, text: str, given_on: date = FIRST, **more: Any) -> None:
        position = self.next(f"update of {ref}")
        self.add(
            models.ActionUpdate(
                action_id=f"action:{ref}", position=position, given_on=given_on, kind=kind, text=text, **more
            ),
            f"{ref}:{position}",
        )

    def line(self, ref: str, **more: Any) -> str:
        told: Told = {"theme": "Early help", "title": f"Line {ref}"} | more
        return self.add(models.PlanLine(position=self.next("line"), ref=ref, **told), ref)

    def serves(self, action: str, line: str) -> None:
        self.add(models.ActionLine(action_id=f"action:{action}", line_id=f"plan_line:{line}"), f"{action}:{line}")

    def rating(self, line: str, meeting: int, level: str, status: str = "agreed", **more: Any) -> None:
        position = self.next(f"rating of {line}")
        told: Told = {"position": position, "given_on": FIRST} | more
        self.add(
            models.Rating(
                line_id=f"plan_line:{line}", meeting_id=f"meeting:{meeting}", level=level, status=status, **told
            ),
            f"{line}:{position}",
        )

    def source(self, code: str, kind: str = "notice", **more: Any) -> None:
        self.add(models.Source(code=code, kind=kind, title=f"Source {code}", **more), code)

    def requirement(self, ref: str, binds: str = "council", **more: Any) -> None:
        source = ref.partition(" ")[0]
        told: Told = {"position": self.next(f"requirement of {source}"), "text": f"Do {ref}"} | more
        self.add(models.Requirement(source_id=f"source:{source}", ref=ref, binds=binds, **told), ref)

    def answers(self, line: str, requirement: str) -> None:
        row = models.Answer(line_id=f"plan_line:{line}", requirement_id=f"requirement:{requirement}")
        self.add(row, f"{line}:{requirement}")

    def obligation(self, ref: str, **more: Any) -> None:
        told: Told = {"position": self.next("obligation"), "title": f"Duty {ref}"} | more
        self.add(models.Obligation(ref=ref, **told), ref)

    def came(self, meeting: int, initials: str, status: str = "present", **more: Any) -> str:
        row = models.Attendance(meeting_id=f"meeting:{meeting}", office_id=f"office:{initials}", status=status, **more)
        return self.add(row, f"{meeting}:{initials}")

    def letter(self, number: int, first: int, last: int, **more: Any) -> None:
        told: Told = {"subject": "Progress", "first_meeting": first, "last_meeting": last} | more
        self.add(models.Letter(number=number, **told), str(number))
