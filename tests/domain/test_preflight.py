"""What the before-you-issue check finds in the records and in the text of a paper (rule 11)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from boardtui.domain import preflight_records as records
from boardtui.domain import preflight_text as printed
from boardtui.domain import views
from boardtui.domain.dataset import Indicator
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.preflight import (
    Concern,
    Finding,
    LetStand,
    Passage,
    Secret,
    found,
    in_order,
    still_open,
)
from boardtui.domain.quoting import Quotations
from boardtui.domain.restriction import PaperVersion
from tests.domain.lines_rated import ACTION, LINE, MEETING, indicator

OPEN, RESTRICTED = PaperVersion.OPEN, PaperVersion.RESTRICTED
NOBODYS = Quotations((), ())

ENTRY = views.Entry(
    "e", 1, "5/4.2", 5, 4, 2, 7, "note", "Said.", "Said.", None, None, "", None, None, None, None, None, None
)
ITEM = views.Item(
    "i", 1, 4, "item", "Plan", "discussion", None, 10, 0, "", "taken", 1, None, "", None, "", None, None, 0
)
LETTER = views.Letter(
    "l", 1, 2, "", "Progress", None, "", "", "", "", "", 3, 5, "draft", None, "", "", None, "", None, (), "report",
    "six-month",
)  # fmt: skip


def test_a_key_names_the_check_and_the_place_and_lapses_with_the_text() -> None:
    one = found(Concern.STALE, "report 2: Targets & trends", "said", "fix", "some  text")
    assert one.key.startswith("stale:report-2-targets-trends:")
    assert found(Concern.STALE, "report 2: Targets & trends", "other", "fix", "some text").key == one.key
    assert found(Concern.STALE, "report 2: Targets & trends", "said", "fix", "Some text").key != one.key
    assert found(Concern.QUORUM, "5/4.2", "said", "fix", "\ud800").key.startswith("quorum:5/4.2:")


def test_findings_come_in_the_order_of_the_rule_and_each_once() -> None:
    last, first = (found(check, "x", "said", "fix", "t") for check in (Concern.SMALL_COUNT, Concern.OWNERLESS))
    assert in_order([last, first, last]) == [first, last]


def test_what_was_let_stand_is_not_open() -> None:
    one = found(Concern.QUORUM, "5/4.2", "said", "fix", "t")
    stands = replace(one, let_stand=LetStand("Agreed", "IC", date(2013, 5, 20)))
    assert (one.overridden, stands.overridden) == (None, "Agreed")
    assert still_open([one, stands]) == [one]


def checks(findings: object) -> list[tuple[str, str]]:
    assert not isinstance(findings, str)
    return [(str(one.check), one.where) for one in list(findings)]  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"leads": ()}, ["ownerless"]),
        ({"due": None}, ["dateless"]),
        ({"leads": (), "due": None}, ["ownerless", "dateless"]),
        ({"due": None, "state": "returned"}, ["dateless"]),
        ({"due": None, "state": "closed"}, []),
        ({"leads": (), "state": "withdrawn"}, []),
    ],
)
def test_an_open_action_needs_a_lead_and_a_date(change: dict[str, object], expected: list[str]) -> None:
    one = replace(ACTION, **change)  # type: ignore[arg-type]
    assert checks(records.of_actions([one])) == [(check, "action 5/03") for check in expected]


def test_an_item_without_an_entry_is_found_and_a_deferred_one_is_not() -> None:
    planned, deferred = replace(ITEM, number=5, state="planned"), replace(ITEM, number=6, state="deferred")
    assert checks(records.of_items([ITEM, planned, deferred], [ENTRY])) == [("no-entry", "item 5")]
    assert checks(records.of_items([ITEM, planned], [])) == [("no-entry", "item 4"), ("no-entry", "item 5")]


def test_a_line_to_tidy_is_found() -> None:
    untidy = replace(ENTRY, to_tidy="nobody has the initials XX")
    assert checks(records.to_tidy([ENTRY, untidy])) == [("to-tidy", "5/4.2")]


def test_a_decision_without_a_quorum_is_found() -> None:
    taken = replace(ENTRY, kind="decision", decision_ref="D5/01")
    without = replace(taken, inquorate="4 of 5 members")
    (one,) = records.of_decisions([taken, without, replace(without, kind="note")])
    assert one.said == "Decision D5/01 was taken without a quorum: 4 of 5 members."


@pytest.mark.parametrize(("state", "signed"), [("minutes in draft", 0), ("with Chair", 0), ("signed off", 1)])
def test_a_letter_on_minutes_that_are_not_signed_is_found(state: str, signed: int) -> None:
    assert len(list(records.of_minutes("letter 2", [replace(MEETING, state=state)]))) == 1 - signed


def report(said: str, ref: str, value: str, now: str | None, text: str = "") -> views.Letter:
    figure = views.Figure(said, ref, value, now)
    return replace(LETTER, blocks=(views.Block("b", 1, "targets", "Targets", text or said, said, False, (figure,)),))


APRIL = indicator(IndicatorState.MET, "same", "81", "84")


def dataset(**april: object) -> dict[str, Indicator]:
    """Return the one indicator, with its value for April changed."""
    now = replace(APRIL.values[-1], **april)  # type: ignore[arg-type]
    return {"I9": replace(APRIL, values=(*APRIL.values[:-1], now))}


def test_a_figure_that_is_what_it_was_is_in_order() -> None:
    assert list(records.of_figures(report("84%", "I9 2013-04", "84%", "84%"), dataset())) == []


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("86%", "“84%” was drafted from I9 2013-04, which was 84% then and is 86% now."),
        (None, "“84%” was drafted from I9 2013-04, which is no longer there."),
    ],
)
def test_a_stale_figure_is_found(now: str | None, said: str) -> None:
    (one,) = records.of_figures(report("84%", "I9 2013-04", "84%", now), dataset())
    assert (one.check, one.where, one.said) == (Concern.STALE, "report 2: Targets", said)


def test_two_stale_figures_of_one_block_have_two_keys() -> None:
    one, other = views.Figure("1", "plan R", "1", "2"), views.Figure("3", "plan A", "3", "4")
    block = views.Block("b", 1, "plan", "", "1 and 3", "1 and 3", False, (one, other))
    keys = {finding.key for finding in records.of_figures(replace(LETTER, blocks=(block,)), {})}
    assert len(keys) == 2


def test_a_restated_value_is_found_unless_the_text_says_so() -> None:
    restated = dataset(first=Decimal(87), first_seen_at=4)
    (one,) = records.of_figures(report("84%", "I9 2013-04", "84%", "84%"), restated)
    assert one.check == Concern.RESTATED
    assert one.said == "I9 for Apr 2013 was first reported as 87% at meeting 4 and is said to be 84% now."
    told = report("84%", "I9 2013-04", "84%", "84%", "84%, first reported as 87%")
    assert list(records.of_figures(told, restated)) == []
    assert list(records.of_figures(report("84%", "I9 2013-04", "84%", "84%"), dataset(first=Decimal(84)))) == []


@pytest.mark.parametrize(
    ("elsewhere", "found"),
    [
        ("One figure was restated: I9 for April, first reported as 87 per cent.", 0),
        ("One figure was restated: I9 for April, first reported as 87.5 per cent.", 1),
        ("One figure was restated: I8 for April, first reported as 87 per cent.", 1),
        ("The plan was revised.\nI9 was 87 per cent.", 1),
    ],
)
def test_another_block_may_tell_that_a_value_was_restated(elsewhere: str, found: int) -> None:
    paper = report("84%", "I9 2013-04", "84%", "84%")
    paper = replace(paper, blocks=(*paper.blocks, views.Block("c", 1, "changes", "Changes", elsewhere, "", True, ())))
    assert len(list(records.of_figures(paper, dataset(first=Decimal(87))))) == found


def test_a_value_that_no_meeting_has_seen_is_unsigned() -> None:
    (one,) = records.of_figures(report("84%", "I9 2013-04", "84%", "84%"), dataset(seen_at=None))
    assert (one.check, one.said) == (Concern.UNSIGNED, "I9 for Apr 2013 has not been before a meeting of the Board.")


@pytest.mark.parametrize(
    "ref", ["I9 target 6", "I9 2013-04 expected", "I9 2012-01", "I1 2013-04", "plan R", "3.2 rating", "nonsense"]
)
def test_figures_of_other_things_say_nothing_of_values(ref: str) -> None:
    assert list(records.of_figures(report("84%", ref, "84%", "84%"), dataset(seen_at=None))) == []


def test_the_latest_value_that_should_be_in_is_missed() -> None:
    due, never_in = date(2013, 6, 25), replace(APRIL, values=(), since=date(2013, 3, 1))
    assert checks(records.of_values([replace(APRIL, on=due, since=date(2013, 4, 1))])) == [("no-value", "I9")]
    assert checks(records.of_values([replace(APRIL, since=date(2013, 1, 1))])) == []
    assert checks(records.of_values([never_in])) == [("no-value", "I9")]
    assert checks(records.of_values([APRIL])) == []


def test_the_indicators_of_a_letter_are_those_its_figures_come_from() -> None:
    assert records.quoted_indicators(report("84%", "I9 2013-04", "84%", "84%")) == {"I9"}
    assert records.quoted_indicators(report("84%", "I12 target 6", "84%", "84%")) == {"I12"}
    assert records.quoted_indicators(report("1", "plan R", "1", "1")) == set()


def text_findings(text: str, version: PaperVersion = OPEN, secrets: Quotations = NOBODYS) -> list[Finding]:
    return list(printed.of_text([Passage("5/4.2", text, "there.")], secrets, version))


def test_small_counts_matter_in_an_open_version_only() -> None:
    (one,) = text_findings("Three children and 2 families waited")
    assert one.check == Concern.SMALL_COUNT
    assert one.said == "It counts fewer than five: “Three children” and “2 families”."
    assert text_findings("Three children waited", RESTRICTED) == []


@pytest.mark.parametrize("version", PaperVersion)
def test_a_childs_identity_matters_in_both_versions_and_is_not_repeated(version: PaperVersion) -> None:
    (one,) = text_findings("Child A of 12 Caunce Street, born on 4 May 2008", version)
    assert one.check == Concern.IDENTITY
    assert one.said == (
        "A child could be known by it: it gives a date of birth and a child by letter, with an address or school."
    )
    assert "Caunce" not in one.said + one.fix + one.key


SECRET = Secret("5/7.2", "The Head of Quality described one family's history as an example of a repeat plan")
NAMES = ("Head of Quality", "Director of Children's Services", "Improvement Plan for Children's Services in Blackpool")


@pytest.mark.parametrize(
    "text",
    [
        SECRET.text,
        "It was said that one family’s history, as an example of a repeat plan, was told",
        "He described ONE FAMILY'S HISTORY: as an example!",
    ],
)
def test_rule_12_restricted_words_in_an_open_passage_are_found_and_not_repeated(text: str) -> None:
    findings = text_findings(text, OPEN, Quotations([SECRET], NAMES))
    one = next(finding for finding in findings if finding.check == Concern.RESTRICTED)
    assert one.said == "It repeats words of 5/7.2, which is restricted."
    assert text_findings(text, RESTRICTED, Quotations([SECRET], NAMES)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Head of Quality described the plan",
        "one family's history was long",
        "an example of a repeat plan",
        "",
    ],
)
def test_rule_12_a_few_words_in_common_are_no_quotation(text: str) -> None:
    assert Quotations([SECRET], NAMES).of(text) is None


def test_rule_12_a_short_restricted_text_is_found_whole() -> None:
    quotations = Quotations(
        [Secret("action 1/03", "See the family"), Secret("1/4.2", "Suspend the deputy manager now")], ()
    )
    assert quotations.of("See the family.") == "action 1/03"
    assert quotations.of("Visit and see the family together") is None
    assert quotations.of("It was agreed to suspend the deputy manager now") == "1/4.2"
    assert quotations.of("It was agreed to suspend the deputy") is None


def test_rule_12_names_that_everybody_knows_are_no_secret() -> None:
    secret = Secret(
        "5/1.1", "The Director of Children's Services and the Improvement Plan for Children's Services in Blackpool"
    )
    assert Quotations([secret], NAMES).of(f"Much was said. {secret.text}, and of them only") is None


def test_rule_12_a_run_of_small_words_is_no_quotation() -> None:
    secret = Secret(
        "5/1.1", "It was said that by then they would all have been at it for the week before Easter holidays"
    )
    assert Quotations([secret], ()).of("said that by then they would all have been there") is None


def test_a_letter_prints_its_blocks_by_paragraph_and_the_plan_without_restricted_reasons() -> None:
    block = views.Block("b", 1, "targets", "Targets", "One.\n\nTwo.", "", False, ())
    lines = [
        replace(LINE, reason="Because", path="By June"),
        replace(LINE, ref="3.3", reason="Secret", restricted="Staffing"),
    ]
    passages = printed.letter_passages(replace(LETTER, blocks=(block,)), lines)
    assert [(one.where, one.text) for one in passages] == [
        ("report 2", "Progress"),
        ("report 2: Targets", "Targets"),
        ("report 2: Targets", "One."),
        ("report 2: Targets", "Two."),
        ("report 2: line 3.2", "Because"),
        ("report 2: line 3.2", "By June"),
    ]
