"""The 2019 and 2023 samples: no Notice, but published recommendations, aims and areas; the rest invented (DESIGN 9)."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from pathlib import Path

import pytest

from boardtui import paths
from boardtui.domain.checks import CheckState
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.obligations import ObligationState
from boardtui.domain.states import InstrumentKind, MeetingState, PersonKind
from boardtui.services import sample
from boardtui.services.check import check
from boardtui.services.desk import Desk
from boardtui.services.export import Kind, export
from boardtui.store.reading.actions import actions
from boardtui.store.reading.assurance import assurance, judgements, support
from boardtui.store.reading.board import board
from boardtui.store.reading.compliance import compliance
from boardtui.store.reading.correspondence import correspondence
from boardtui.store.reading.evidence import evidence
from boardtui.store.reading.indicators import indicators
from boardtui.store.reading.letters import letters
from boardtui.store.reading.meetings import attendance, items
from boardtui.store.reading.meetings import meetings as all_meetings
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.notice import obligations, requirements, sources
from boardtui.store.reading.people import people
from boardtui.store.reading.plan import lines, ratings

YEARS = ("2019", "2023")
TODAY = {"2019": date(2020, 1, 23), "2023": date(2023, 9, 14)}
HELD = {
    "2019": [date(2019, 10, 17), date(2019, 11, 28), date(2020, 1, 9), date(2020, 2, 20)],
    "2023": [date(2023, 6, 14), date(2023, 7, 26), date(2023, 9, 6), date(2023, 10, 18)],
}

Opening = Callable[..., Desk]


@pytest.fixture(scope="session")
def built(made_once: Callable[[str, Callable[[Path], object]], Path]) -> Callable[[str], Path]:
    """Return the sample of a year, built once for all tests."""
    return lambda year: made_once(f"sample-{year}", partial(sample.build, year))


@pytest.fixture
def open_year(built: Callable[[str], Path], open_desk: Opening, tmp_path: Path) -> Callable[[str], Desk]:
    """Return a way to open a desk over a copy of a year's sample."""

    def open_(year: str) -> Desk:
        path = tmp_path / f"{year}.board"
        shutil.copyfile(built(year), path)
        return open_desk(path, now=datetime.combine(TODAY[year], time(12)))

    return open_


@pytest.fixture(params=YEARS)
def year(request: pytest.FixtureRequest) -> str:
    """Return each year in turn."""
    return str(request.param)


@pytest.fixture
def desk(year: str, open_year: Callable[[str], Desk]) -> Desk:
    """Return a desk over the sample of each year in turn."""
    return open_year(year)


def test_its_journal_is_sound_and_it_is_marked_as_a_sample(desk: Desk, year: str) -> None:
    assert desk.read(check) == []
    found = desk.read(board)
    assert found.sample is not None
    assert "invented" in found.sample
    assert (desk.today, found.today) == (TODAY[year], TODAY[year])


def test_neither_has_a_notice_nor_a_day_of_commencement_that_no_source_gives(open_year: Callable[[str], Desk]) -> None:
    kinds = {year: open_year(year).read(board) for year in YEARS}
    assert [kinds[year].instrument_kind for year in YEARS] == [InstrumentKind.COMMISSIONER, InstrumentKind.NONE]
    assert [kinds[year].commenced for year in YEARS] == [None, None]
    assert "October 2024" in kinds["2023"].instrument


def test_no_check_of_a_notice_applies_to_them(desk: Desk, year: str) -> None:
    found = desk.read(lambda db: compliance(db, TODAY[year]))
    assert found
    assert {one.state for one in found} == {CheckState.NOT_APPLICABLE}
    assert all(one.reason for one in found)


def test_2019_has_the_commissioners_eight_recommendations_with_our_numbers(open_year: Callable[[str], Desk]) -> None:
    desk = open_year("2019")
    found = desk.read(requirements)
    council = [one for one in found if one.binds == "council"]
    assert [one.ref for one in council] == [f"C R{number}" for number in range(1, 9)]
    assert all(one.own_number and one.answered_by for one in council)
    assert [(one.code, one.kind) for one in desk.read(sources)] == [("C", "commissioner")]


def test_the_four_of_c_2_11_bind_the_commissioner_and_not_the_council(open_year: Callable[[str], Desk]) -> None:
    oversight = [one for one in open_year("2019").read(requirements) if one.ref.startswith("C 2.11")]
    assert [one.ref for one in oversight] == [f"C 2.11.{number}" for number in range(1, 5)]
    assert {one.binds for one in oversight} == {"commissioner"}
    assert all(one.own_number and one.answered_by for one in oversight)


def test_the_commissioners_reports_come_every_six_months_c_2_11(open_year: Callable[[str], Desk]) -> None:
    found = open_year("2019").read(lambda db: obligations(db, TODAY["2019"]))
    reports = [(one.due, one.state, one.send_by) for one in found if "six-monthly report" in one.ref]
    assert reports == [
        (date(2019, 12, 28), ObligationState.MET, None),
        (date(2020, 6, 28), ObligationState.NOT_YET_DUE, date(2020, 6, 26)),
    ]


def test_2019_holds_judgements_each_on_the_scale_of_its_own_framework(open_year: Callable[[str], Desk]) -> None:
    found = open_year("2019").read(judgements)
    by_framework = {one.framework: one.scale for one in found}
    assert [scale[2] for scale in by_framework.values()] == ["Adequate", "Requires improvement", "Requires improvement"]
    said = Counter((one.given_on.year, one.level) for one in found)
    assert said == {
        (2012, "Inadequate"): 4,
        (2014, "Requires improvement"): 1,
        (2018, "Inadequate"): 3,
        (2018, "Requires improvement"): 1,
    }


def test_2019_has_monitoring_visits_one_made_and_one_planned(open_year: Callable[[str], Desk]) -> None:
    visits = [one for one in open_year("2019").read(assurance) if one.kind == "monitoring visit"]
    assert [one.state for one in visits] == ["reported", "planned"]
    assert visits[0].findings
    assert not visits[0].judgements


def test_2019_has_the_three_pieces_of_support_of_c_11_5(open_year: Callable[[str], Desk]) -> None:
    found = open_year("2019").read(support)
    assert [one.requirement for one in found] == ["C 11.6"] * 3
    assert all("C 11.5" in one.package for one in found)


def test_2019_runs_by_four_twelve_week_plans_and_what_takes_longer(open_year: Callable[[str], Desk]) -> None:
    plan = open_year("2019").read(lambda db: lines(db, TODAY["2019"]))
    themes = list(dict.fromkeys(line.theme for line in plan))
    assert len(themes) == 5
    assert sum(theme.startswith("Twelve-week plan") for theme in themes) == 4
    assert 14 <= len(plan) <= 18


def test_2023_has_the_areas_of_s_6_1_and_the_two_aims_of_s_6_3(open_year: Callable[[str], Desk]) -> None:
    desk = open_year("2023")
    found = desk.read(requirements)
    assert [one.ref for one in found] == [*(f"S 6.1.{n}" for n in range(1, 7)), "S 6.3.1", "S 6.3.2"]
    assert all(one.own_number and one.binds == "council" and one.answered_by for one in found)
    (source,) = desk.read(sources)
    assert (source.code, source.kind, source.published) == ("S", "committee plan", date(2023, 9, 21))


def test_2023_runs_to_october_2024_under_the_themes_of_s_6_6(open_year: Callable[[str], Desk]) -> None:
    desk = open_year("2023")
    plan = desk.read(lambda db: lines(db, TODAY["2023"]))
    assert list(dict.fromkeys(line.theme for line in plan)) == [
        "Early help",
        "Transformation",
        "Neglect and domestic abuse",
        "Permanence and stability of homes for our children",
        "Education",
    ]
    assert 12 <= len(plan) <= 16
    duties = desk.read(lambda db: obligations(db, TODAY["2023"]))
    assert all(line.due is not None and line.due <= date(2024, 10, 31) for line in plan)
    assert {one.due for one in duties} >= {date(2023, 9, 21), date(2024, 10, 31)}


def test_three_meetings_were_held_six_weeks_apart_and_the_fourth_is_planned(desk: Desk, year: str) -> None:
    found = desk.read(all_meetings)
    assert [one.date for one in found] == HELD[year]
    assert [one.days_since_last for one in found] == [None, 42, 42, 42]
    assert [one.state for one in found[:2]] == [MeetingState.CONFIRMED] * 2
    assert found[2].state == {"2019": MeetingState.SIGNED, "2023": MeetingState.WITH_CHAIR}[year]
    assert found[3].state == MeetingState.PLANNED
    assert [one.to_tidy for one in found] == [0] * 4
    assert found[2].date < TODAY[year] < found[3].date


@pytest.mark.parametrize("number", [1, 2, 3])
def test_each_meeting_is_minuted_through(desk: Desk, number: int) -> None:
    kinds = {one.kind for one in desk.read(lambda db: entries(db, number))}
    assert kinds >= {"note", "decision", "action", "challenge"}
    register = desk.read(lambda db: attendance(db, number))
    assert {one.status for one in register} >= {"present", "in attendance", "apologies"}
    agenda = desk.read(lambda db: items(db, number))
    assert all(one.entries or one.state != "taken" for one in agenda)


def test_an_item_was_deferred_and_taken_at_the_next_meeting(desk: Desk) -> None:
    deferred = [one for one in desk.read(lambda db: items(db, 2)) if one.state == "deferred"]
    taken = {one.title for one in desk.read(lambda db: items(db, 3)) if one.state == "taken"}
    assert len(deferred) == 1
    assert deferred[0].title in taken


def test_a_challenge_was_answered_and_another_is_open(desk: Desk) -> None:
    raised, answered = desk.read(
        lambda db: db.execute(
            "SELECT (SELECT count(*) FROM entry WHERE kind = 'challenge'),"
            " (SELECT count(DISTINCT answers_id) FROM entry WHERE answers_id IS NOT NULL)"
        ).fetchone()
    )
    assert 0 < answered < raised


def test_its_actions_are_as_mixed_as_real_ones(desk: Desk, year: str) -> None:
    log = desk.read(lambda db: actions(db, TODAY[year]))
    assert len(log) in {"2019": range(12, 17), "2023": range(8, 13)}[year]
    assert {one.state for one in log} >= {"open", "done", "closed", "returned"}
    assert any(one.days_late for one in log)
    assert any(one.slips >= 2 for one in log)
    assert all(one.leads for one in log)


def test_its_ratings_have_a_history_and_one_line_is_complete(desk: Desk, year: str) -> None:
    plan = desk.read(lambda db: lines(db, TODAY[year]))
    assert {line.rating for line in plan} == {"R", "A", "G", "B"}
    assert {line.direction for line in plan} >= {"better", "same", "worse"}
    assert any(line.moves >= 2 for line in plan)
    given = desk.read(lambda db: [one for line in plan for one in ratings(db, line.ref)])
    assert {one.meeting for one in given if one.status == "agreed"} == {1, 2, 3}
    assert {one.meeting for one in given if one.status == "proposed"} == {4}
    assert all(one.recheck_on and one.evidence for one in given if one.level == "B")
    assert all(one.path for one in given if one.level in "RA")


def test_its_indicators_stand_differently_and_one_value_was_restated(desk: Desk, year: str) -> None:
    found = desk.read(lambda db: indicators(db, TODAY[year]))
    assert 6 <= len(found) <= 8
    assert {one.state for one in found} >= {IndicatorState.FAILING, IndicatorState.ON_TRAJECTORY}
    assert all(one.lead and one.lines and one.requirements and one.missing == () for one in found)
    assert any(value.restated for one in found for value in one.values)
    twelve = {one.measure.on_12 for one in found}
    assert twelve == {{"2019": date(2020, 9, 30), "2023": date(2024, 10, 31)}[year]}


def test_its_registers_are_kept(desk: Desk, year: str) -> None:
    blue = [line.ref for line in desk.read(lambda db: lines(db, TODAY[year])) if line.rating == "B"]
    assert {one.line for one in desk.read(evidence)} >= set(blue)
    assert {one.state for one in desk.read(assurance)} == {"planned", "done", "reported"}
    assert len(desk.read(support)) >= 2
    received = desk.read(correspondence)
    assert any(one.answered_on for one in received)
    assert any(one.asks and not one.answered_on for one in received)


PAPERS: tuple[tuple[Kind, int | None], ...] = (
    ("agenda", 4),
    ("minutes", 1),
    ("minutes", 2),
    ("minutes", 3),
    ("actions", None),
    ("letter", 1),
)


@pytest.mark.parametrize(("kind", "number"), PAPERS)
def test_every_word_paper_can_be_exported(desk: Desk, kind: Kind, number: int | None, tmp_path: Path) -> None:
    path = export(desk, kind, tmp_path, number=number)
    assert path.is_file()
    assert path.suffix == ".docx"


def test_its_letter_was_sent(desk: Desk) -> None:
    (letter,) = desk.read(letters)
    assert letter.state == "sent"


def test_it_names_offices_and_no_person(desk: Desk, year: str) -> None:
    offices = [one for one in desk.read(people) if one.kind != PersonKind.GROUP]
    assert all(one.name == one.role and one.organisation for one in offices)
    assert desk.read(lambda db: db.execute("SELECT count(*) FROM holder").fetchone()) == (0,)
    files = [path for path in sorted((paths.samples() / year).rglob("*")) if path.is_file()]
    told = "\n".join(path.read_text(encoding="utf-8") for path in files)
    assert re.findall(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Sir|Dame|Lord|Lady|Prof)\b\.? [A-Z]\w+", told) == []


def test_its_journal_is_dated_as_it_happened(desk: Desk, year: str) -> None:
    told = desk.read(lambda db: db.execute("SELECT at FROM journal_entry ORDER BY sequence").fetchall())
    days = [at for (at,) in told]
    assert days == sorted(days)
    assert days[-1][:10] <= TODAY[year].isoformat()
