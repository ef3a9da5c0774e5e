"""The sentences about an indicator that misses its targets and timescales (N 7.3)."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.analysis import analysis, commentary
from boardtui.domain.indicators import Basis, Frequency, IndicatorState, Measure, Point, Polarity, indicator_state
from tests.domain.test_indicators import HIGH, LOW, ON_6, ON_12, TODAY, VALUES, measure, months

D = Decimal
NAME = "Supervision held each month"


def said(
    values: tuple[str | None, ...], of: Measure = HIGH, today: date = TODAY, last: date = date(2013, 4, 30)
) -> str:
    return analysis(NAME, of, months(*values, last=last), today)


def test_what_keeps_its_trajectory_needs_no_analysis_but_has_its_commentary() -> None:
    assert said(("58",)) == said(("56",)) == ""
    assert commentary(NAME, HIGH, months("58"), TODAY) == (
        "Supervision held each month stood at 58% in Apr 2013, which meets the target of 58% due by 26 May 2013."
    )
    assert commentary(NAME, HIGH, months("56"), TODAY) == (
        "Supervision held each month stood at 56% in Apr 2013, on course for the 58% due by 26 May 2013 "
        "(55.4% was expected by then)."
    )


def test_failing_names_the_gap_the_wrong_moves_the_change_needed_and_where_it_leads() -> None:
    assert said(("54", "52", "51", "49"), today=TODAY) == (
        "Supervision held each month stood at 49% in Apr 2013, 6.4 percentage points below the 55.4% expected by then "
        "on the way to 58% by 26 May 2013. The figure has gone the wrong way in each of the last three months, from "
        "54% in Jan 2013 to 49%; getting there needs a rise of 9 percentage points in the 6 days left. Carried "
        "forward, the last four figures lead to 47.7% by 26 May 2013 (target 58%) and 37.8% by 26 Nov 2013 "
        "(target 76%)."
    )


def test_where_low_is_good_it_is_above_what_is_expected_and_must_fall() -> None:
    text = said(("46", "48", "51"), LOW)
    assert "6.4 percentage points above the 44.6% expected" in text
    assert "needs a fall of 9 percentage points" in text
    assert "the wrong way in each of the last two months, from 46% in Feb 2013 to 51%" in text


def test_improving_too_slowly_sets_the_pace_beside_the_pace_needed() -> None:
    text = said(("54", "55", "56"), today=date(2013, 8, 26), last=date(2013, 7, 31))
    assert "The figure improved from 55% in Jun 2013" in text
    assert (
        "needs a rise of 6.7 percentage points a month over the 3 months left, "
        "against an average rise of 1 percentage point a month since May 2013"
    ) in text
    assert "still short of the 58% due by 26 May 2013" in text


def test_a_target_whose_date_has_passed_since_the_figure_is_said_to_have_passed() -> None:
    text = said(("49",), replace(HIGH, lag_days=40), date(2013, 6, 1))
    assert "58% by 26 May 2013, a date that has passed since" in text
    assert "reaching 76% by 26 Nov 2013 needs" in text


def test_past_the_last_target_says_how_much_longer_it_would_take() -> None:
    last, today = date(2013, 12, 31), date(2014, 1, 20)
    text = said(("66", "68", "70"), today=today, last=last)
    assert "6 percentage points below the target of 76% that was due by 26 Nov 2013" in text
    assert "at the average pace since Oct 2013 closing the gap would take another 3 months" in text
    assert "the gap has not narrowed since Oct 2013" in said(("70", "69", "70"), today=today, last=last)


def test_moves_over_missing_months_are_not_called_months() -> None:
    assert "in each of the last two moves between reported figures" in said(("52", None, "51", "49"))


def test_an_uneven_fall_that_ends_higher_is_not_told_as_a_fall() -> None:
    text = said(("45", "51", "50", "49"))
    assert "the wrong way in two of the last three months;" in text


def test_a_single_figure_has_no_trend_and_no_projection() -> None:
    text = said(("49",))
    assert "the only figure reported so far" in text
    assert "Carried forward" not in text
    assert "Carried forward" not in said(("48", "49"))


def test_no_figure_ever_says_from_when_it_was_due_and_from_whom() -> None:
    assert analysis(NAME, HIGH, [], TODAY, lead="Assistant Director") == (
        "Supervision held each month cannot be judged, because no figure has been reported at all; the one for Apr "
        "2013 was due from Assistant Director by 15 May 2013. The target is 58% by 26 May 2013, 6 days away, from a "
        "baseline of 40% at 26 Nov 2012."
    )
    early = analysis(NAME, HIGH, [], date(2012, 12, 10))
    assert "reported yet; the first, for Nov 2012, is due by 15 Dec 2012" in early


@pytest.mark.parametrize(
    ("values", "part"),
    [
        (("50", None), "the one for Apr 2013 was due by 15 May 2013 and is not in. The last figure, 50% in Mar 2013,"),
        (("50", None, None), "those for Mar 2013 and Apr 2013 are not in, the later of them due by 15 May 2013"),
        (("50", None, None, None), "none has come in for the 3 months from Feb 2013 on, the latest due by 15 May 2013"),
    ],
)
def test_late_figures_are_named(values: tuple[str | None, ...], part: str) -> None:
    assert part in said(values)


def test_without_a_target_or_a_baseline_it_says_so() -> None:
    bare = replace(HIGH, target_6=None, target_12=None)
    assert said(("49",), bare) == (
        "Supervision held each month cannot be judged, because no target with a date has been set; "
        "the latest figure is 49% in Apr 2013."
    )
    assert "9 percentage points below the target of 58% by 26 May 2013; without a baseline" in said(
        ("49",), replace(HIGH, baseline=None)
    )


def test_a_restatement_that_changes_the_answer_is_told() -> None:
    points = months("50", "51", "49")
    points = [points[0], replace(points[1], first=D(52)), replace(points[2], first=D(56))]
    text = analysis(NAME, HIGH, points, TODAY)
    assert "49% in Apr 2013 (first reported as 56%, which would have been on trajectory)" in text
    assert "after a restatement of Mar 2013 (first reported as 52%, now 51%)" in text
    assert "(first reported as 48%)," in analysis(NAME, HIGH, [replace(months("49")[0], first=D(48))], TODAY)


def test_a_tolerated_miss_says_it_is_allowed() -> None:
    text = said(("54",), measure(tolerance="2"))
    assert "1.4 percentage points below the 55.4% expected" in text
    assert "within the 2 percentage points allowed" in text


@pytest.mark.parametrize(
    ("basis", "frequency", "part"),
    [
        (Basis.SNAPSHOT, Frequency.MONTHLY, "49% at 31 Mar 2013"),
        (Basis.ROLLING_YEAR, Frequency.QUARTERLY, "49% in the year to Mar 2013"),
        (Basis.YEAR_TO_DATE, Frequency.MONTHLY, "49% for the year to date at 31 Mar 2013"),
        (Basis.IN_MONTH, Frequency.QUARTERLY, "49% in Jan to Mar 2013"),
        (Basis.IN_MONTH, Frequency.ANNUAL, "49% in the year to Mar 2013"),
    ],
)
def test_the_period_is_named_by_basis_and_frequency(basis: Basis, frequency: Frequency, part: str) -> None:
    of = replace(HIGH, basis=basis, frequency=frequency)
    assert part in analysis(NAME, of, [Point(date(2013, 3, 31), D(49))], date(2013, 4, 20))


def test_days_are_counted_as_days() -> None:
    text = said(("45", "46"), replace(LOW, unit="days"))
    assert "stood at 46 days in Apr 2013, 1.4 days above the 44.6 days expected" in text
    assert "needs a fall of 4 days in the 6 days left" in text


def test_reasons_given_close_the_analysis() -> None:
    text = analysis(NAME, HIGH, months("49"), TODAY, causes=["vacancies in two teams.", "late recording"])
    assert text.endswith("Reasons given: vacancies in two teams and late recording.")


@pytest.mark.parametrize("values", [("40", "20", "2"), ("70", "80", "90"), ("74", "60", "50", "52", "54")])
def test_a_projection_that_ends_at_a_bound_or_turns_the_last_moves_round_is_left_out(values: tuple[str, ...]) -> None:
    assert "lead to" not in said(values)


def test_a_projection_that_goes_on_as_the_figures_went_is_told() -> None:
    assert "carried forward, the last three figures lead to" in said(("50", "51", "52")).lower()
    assert "100% by 26 Nov 2013" not in said(("10", "30", "50"))


def test_a_title_cannot_command_the_terminal_and_opens_the_sentence() -> None:
    assert commentary("re-referrals\x1b[2J.", HIGH, months("49"), TODAY).startswith("Re-referrals[2J stood at")


@given(
    VALUES,
    st.sampled_from((HIGH, LOW, replace(HIGH, baseline=None), replace(LOW, target_6=None), replace(HIGH, on_12=None))),
    st.dates(date(2013, 4, 30), date(2014, 6, 1)),
    st.sampled_from(("%", "days", "£", "")),
)
def test_every_case_is_one_to_three_sentences_in_plain_words(
    values: list[Decimal], of: Measure, today: date, unit: str
) -> None:
    points = months(*(str(value) for value in values))
    text = commentary(NAME, replace(of, unit=unit), points, today)
    assert 1 <= len(re.findall(r"\.(?= [A-Z]|$)", text)) <= 3
    assert not re.search(r"polarity|None|Decimal|  |\.\.| ,|(?<![\d.,])1 (days|months|percentage points)\b", text)
    keeps = indicator_state(of, points, today) in (IndicatorState.MET, IndicatorState.ON_TRAJECTORY)
    assert analysis(NAME, replace(of, unit=unit), points, today) == ("" if keeps else text)
    assert Polarity.LOW.value not in text.split()


def test_on_the_day_the_target_falls_due_it_says_today() -> None:
    assert "58% falls due today, 9 percentage points away" in said(("49",), today=ON_6)
    assert "76% falls due today" in said(("60",), today=ON_12, last=date(2013, 10, 31))
