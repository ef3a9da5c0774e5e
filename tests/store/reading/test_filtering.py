"""A filter in SQL finds exactly the records that the rules of the domain let through."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardtui.domain import filter_facts
from boardtui.domain.filter_facts import Facts
from boardtui.domain.filter_keys import KEYS, Kind, Takes
from boardtui.domain.filters import Asked, FilterError, parse
from boardtui.store.reading import actions, filtering, meetings, minutes, notice, plan
from boardtui.store.reading.board import scheme
from boardtui.store.reading.reader import Database
from tests.filter_texts import filters

TODAY = date(2013, 5, 20)


def every(db: Database, kind: Kind) -> dict[str, Facts]:
    """Return the facts of every record of a kind by its identity."""
    match kind:
        case Kind.ACTIONS:
            return {one.id: filter_facts.of_action(one) for one in actions.actions(db, TODAY)}
        case Kind.PLAN:
            levels = scheme(db)
            return {one.id: filter_facts.of_line(one, levels, TODAY) for one in plan.lines(db, TODAY)}
        case Kind.MEETINGS:
            return {one.id: filter_facts.of_meeting(one) for one in meetings.meetings(db)}
        case Kind.REQUIREMENTS:
            return {one.id: filter_facts.of_requirement(one) for one in notice.requirements(db)}
        case Kind.ENTRIES:
            held = {one.number: one.date for one in meetings.meetings(db)}
            return {one.id: filter_facts.of_entry(one, held[one.meeting]) for one in minutes.every(db)}


@pytest.fixture(scope="module")
def db(built_sample: Path) -> Iterator[Database]:
    with closing(sqlite3.connect(f"{built_sample.as_uri()}?mode=ro", uri=True)) as opened:
        yield opened


@pytest.fixture(scope="module")
def facts(db: Database) -> dict[Kind, dict[str, Facts]]:
    return {kind: every(db, kind) for kind in Kind}


def by_rule(facts: dict[str, Facts], db: Database, kind: Kind, typed: str) -> set[str]:
    condition = parse(typed, filtering.asked(db, kind, TODAY))
    return {row for row, one in facts.items() if one.fit(condition)}


FOUND_BOTH_WAYS = [
    (Kind.ACTIONS, "is:open owner:DCS"),
    (Kind.ACTIONS, "due:overdue or rating:a"),
    (Kind.ACTIONS, "-is:open raised:..3 plan:none"),
    (Kind.PLAN, "is:red or is:amber"),
    (Kind.PLAN, "due:overdue -rating:b"),
    (Kind.PLAN, "rating:none or is:proposed"),
    (Kind.MEETINGS, "is:held date:2013"),
    (Kind.REQUIREMENTS, "is:answered of:council"),
    (Kind.ENTRIES, "is:challenge meeting:4..5"),
    (Kind.ENTRIES, "is:answered or plan:1"),
]


@pytest.mark.parametrize(("kind", "typed"), FOUND_BOTH_WAYS)
def test_sql_and_rule_agree_where_there_is_something_to_find(
    db: Database, facts: dict[Kind, dict[str, Facts]], kind: Kind, typed: str
) -> None:
    found = filtering.matching(db, kind, typed, TODAY)
    assert found == by_rule(facts[kind], db, kind, typed)
    assert 0 < len(found) < len(facts[kind])


@pytest.mark.parametrize("kind", Kind)
def test_each_key_means_the_same_in_sql(db: Database, facts: dict[Kind, dict[str, Facts]], kind: Kind) -> None:
    for key in KEYS[kind]:
        for name in key.values if key.takes is Takes.STATE else ("none",):
            typed = f'{key.name}:"{name}"'
            assert filtering.matching(db, kind, typed, TODAY) == by_rule(facts[kind], db, kind, typed), typed


@pytest.mark.parametrize("kind", Kind)
@given(st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sql_and_rule_agree_on_any_filter(
    db: Database, facts: dict[Kind, dict[str, Facts]], kind: Kind, data: st.DataObject
) -> None:
    typed = data.draw(filters(kind))
    assert filtering.matching(db, kind, typed, TODAY) == by_rule(facts[kind], db, kind, typed)


@pytest.mark.parametrize("kind", Kind)
@given(st.text(max_size=60))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_a_filter_or_says_why_not(
    db: Database, facts: dict[Kind, dict[str, Facts]], kind: Kind, typed: str
) -> None:
    try:
        found = filtering.matching(db, kind, typed, TODAY)
    except FilterError:
        return
    assert found == by_rule(facts[kind], db, kind, typed)


@pytest.mark.parametrize("typed", ["'; DROP TABLE action; --", '"x\' OR 1=1 --"', "owner:\"' OR '1'='1\"", "?1"])
def test_what_is_typed_never_becomes_sql(db: Database, typed: str) -> None:
    asked = Asked(Kind.ACTIONS, TODAY)  # without the Board's initials, so that none is refused
    found = filtering.compiled(db, parse(typed, asked), asked)
    assert typed not in found.sql
    assert db.execute(f"SELECT count(*) FROM action AS a WHERE {found.sql}", dict(found.named)).fetchone() == (0,)


def test_the_boards_own_names_are_known_for_completion(db: Database) -> None:
    known = filtering.known(db)
    assert "DCS" in known.owners
    assert ("3.2" in known.lines, "5" in known.meetings, "N 5.7" in known.requirements) == (True, True, True)
    assert known.ratings == ("Red", "Amber", "Green", "Blue")


def test_a_hundred_conditions_are_one_query(db: Database) -> None:
    assert filtering.matching(db, Kind.ACTIONS, " or ".join(["plan"] * 50), TODAY)
    assert filtering.matching(db, Kind.ENTRIES, " ".join(["-zebra"] * 99), TODAY)
