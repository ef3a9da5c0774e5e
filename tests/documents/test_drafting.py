"""The Chair's letter as it is drafted: what is said, what is counted, and what never is (DESIGN 6, N 8.1)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.documents.drafting import draft
from boardtui.documents.drafting.letter import MOST_WORDS
from boardtui.domain import views
from boardtui.domain.papers import LetterPaper
from boardtui.domain.ratings import Level
from tests.documents import letter_papers as made
from tests.documents.typical_letter import typical

KEYS = [
    *("judgement", "why", "children", "meetings", "plan", "targets"),
    *("reds", "actions", "challenge", "concerns", "asks", "next"),
]
HOSTILE = (
    "[/b]",
    "[@click=app.quit]x[/]",
    "<none>",
    "A R&D",
    "\x1b[31mred",
    "a\x00b",
    "שלום",
    "👩‍👧",
    "\ud800",
    "{{ x }}",
)


def told(paper: LetterPaper) -> dict[str, str]:
    return {block.key: block.text for block in draft(paper)}


def whole(paper: LetterPaper) -> str:
    return "\n\n".join(block.text for block in draft(paper))


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.!?…])[”’]?\s+(?=[A-Z“])", text) if one]


def red_lines(count: int) -> tuple[views.PlanLine, ...]:
    reason = "Fewer than half of the children were seen within the time that the plan allows, and nobody said why."
    path = "Assistant Director to report on every late visit by 14 June, with a manager's reason beside each of them."
    return tuple(
        made.line(f"{n}.1", "R", title=f"Visits to children in locality {n} made on time", reason=reason, path=path)
        for n in range(1, count + 1)
    )


# The whole letter


def test_blocks_come_in_the_order_of_the_letter_each_with_a_heading() -> None:
    blocks = draft(typical())
    assert [block.key for block in blocks] == KEYS
    assert all(block.heading for block in blocks)


def test_the_judgement_is_never_drafted() -> None:
    assert told(typical())["judgement"] == ""
    assert told(made.paper())["judgement"] == ""


def test_every_other_block_says_something_even_when_nothing_happened() -> None:
    blocks = told(made.paper((), letter=made.letter(1, 1, 0), earlier=None, next=None, people={}))
    assert {key for key, text in blocks.items() if not text} == {"judgement", "asks"}


def test_nothing_that_happened_is_said_honestly() -> None:
    blocks = told(made.paper((), next=None))
    assert blocks["meetings"] == "The Board has not met since my last letter."
    assert blocks["plan"] == "The Improvement Plan has no lines yet."
    assert blocks["actions"] == "No action was set or closed in this period, and none is open."
    assert blocks["challenge"] == "No challenge was minuted in this period."
    assert "not yet fixed" in blocks["next"]


def test_the_same_paper_gives_the_same_letter() -> None:
    assert draft(typical()) == draft(typical())


@pytest.mark.parametrize("reds", [0, 1, 2, 3, 7, 12, 20])
def test_the_letter_fits_its_words_and_names_every_red_line(reds: int) -> None:
    ordinary = typical()
    paper = replace(ordinary, lines=(*red_lines(reds), *(one for one in ordinary.lines if one.rating != "R")))
    text = whole(paper)
    assert len(text.split()) <= MOST_WORDS
    assert all(f"in locality {n} made on time” ({n}.1)" in text for n in range(1, reds + 1))


def test_seven_reds_each_keep_a_reason_and_a_remedy() -> None:
    ordinary = typical()
    text = told(replace(ordinary, lines=(*red_lines(7), *ordinary.lines[:3])))["reds"]
    assert text.count("fewer than half of the children were seen") == 7
    assert text.count("The Assistant Director is to report on every late visit by 14 June") == 7


def test_no_sentence_opens_with_the_words_of_the_one_before() -> None:
    for block in draft(typical()):
        for text in block.text.split("\n\n"):
            openings = [" ".join(one.split()[:2]) for one in sentences(text)]
            assert all(one != after for one, after in pairwise(openings)), openings


def test_every_sentence_begins_with_a_capital_and_is_closed() -> None:
    for one in sentences(" ".join(text for text in told(typical()).values() if text).replace("\n", " ")):
        assert re.match(r"[A-Z“]", one), one
        assert one.endswith((".", "?", "…")), one


def test_text_is_plain_paragraphs() -> None:
    text = whole(typical())
    assert "None" not in text
    assert "\n- " not in text
    assert not re.search(r"  |\.\.|\s[.,;:]|,\.|[\ue000\ue001]", text)


# Why the Chair writes


def test_the_letter_says_under_which_paragraph_and_since_when() -> None:
    text = told(made.paper())["why"]
    assert "I write as Independent Chair of the Blackpool Children's Improvement Board" in text
    assert "paragraph 8.1 of the Improvement Notice in force since 26 November 2012" in text
    assert "This letter follows mine of 1 March 2013." in text


def test_the_first_letter_says_so() -> None:
    assert "the first from me to you" in told(made.paper(earlier=None, letter=made.letter(1, 4, 5)))["why"]


def test_a_letter_that_is_the_report_says_which_and_when_it_was_due() -> None:
    blocks = told(typical())
    assert "This is my six-month report, due on Sunday 26 May 2013." in blocks["why"]
    assert "My 12-month report is due on 26 November 2013." in blocks["next"]
    assert "26 May" not in blocks["next"]


def test_another_letter_gives_the_day_by_which_the_report_will_be_sent() -> None:
    due = made.obligation(
        "N 8.1 six", "Chair's 6-month report", date(2013, 5, 26), "due soon", send_by=date(2013, 5, 24)
    )
    blocks = told(made.paper(obligations=(due,)))
    assert "due on Sunday 26 May 2013 and will be with you by Friday 24 May 2013" in blocks["next"]


def test_a_board_without_a_notice_cites_no_paragraph_of_one() -> None:
    paper = replace(typical(), board=made.board(instrument="improvement plan of the committee", instrument_kind="none"))
    assert "paragraph" not in whole(paper)
    assert "Notice" not in whole(paper)


# What has changed for children


def test_what_a_line_now_green_tells_about_children_comes_first_from_the_record() -> None:
    assert (
        "“Statutory visits on time” (3.4) went from amber to green: 290 of 312 children on plans were visited"
        in told(typical())["children"]
    )


def test_an_action_closed_on_evidence_about_children_is_told() -> None:
    shut = made.closed("5/01", "Every child on the list has been seen.")
    text = told(made.paper(closed=(shut,)))["children"]
    assert "On 16 May the Board closed action 5/01: every child on the list has been seen." in text


def test_records_that_tell_only_of_activity_are_not_dressed_up() -> None:
    shut = made.closed("5/01", "A letter went to all managers in children's services.")
    text = told(made.paper(closed=(shut,), lines=(made.line("6.1", "G", "A"),)))["children"]
    assert "do not yet show what the work has changed for children" in text
    assert "letter went" not in text


# Meetings


def test_meetings_attendance_and_observer() -> None:
    text = told(typical())["meetings"]
    assert "met twice since my last letter, on 4 April and 16 May 2013, every six weeks" in text
    assert "Counting deputies, seven and six of its eight members attended." in text
    assert "The Director of Nursing at Blackpool Teaching Hospitals missed both without sending a deputy" in text
    assert "Blackpool Clinical Commissioning Group missed both and sent a deputy once" in text
    assert "An official of your Department took part as observer at both." in text


def test_one_meeting_is_told_in_the_singular() -> None:
    text = told(made.paper((5,)))["meetings"]
    assert text.startswith("The Board has met once since my last letter, on 16 May 2013, six weeks after the one")
    assert "Every member came or was represented. An official of your Department took part as observer." in text


@pytest.mark.parametrize(("gap", "breach"), [(42, False), (43, True)])
def test_a_meeting_after_more_than_six_weeks_is_told_with_its_days(gap: int, breach: bool) -> None:
    late = made.meeting(5, days_since_last=gap, moved_because="The town hall was flooded.")
    text = told(made.paper(meetings=(made.meeting(4), late)))["meetings"]
    assert ("came 43 days after the one before, one more than the 42 that paragraph 7.2" in text) is breach
    assert ("the town hall was flooded" in text) is breach
    assert ("every six weeks" in text) is not breach


def test_an_observer_who_missed_a_meeting_is_not_said_to_have_been_there() -> None:
    rows = (*made.register(4), *made.register(5, observer=False))
    assert "as observer, except on 16 May 2013." in told(made.paper(attendance=rows))["meetings"]
    nobody = (*made.register(4, observer=False), *made.register(5, observer=False))
    assert "No official of your Department is recorded" in told(made.paper(attendance=nobody))["meetings"]


# Ratings


def test_ratings_are_counted_and_so_is_their_movement() -> None:
    text = told(typical())["plan"]
    assert "Of the Improvement Plan's 20 lines, three are blue" in text
    assert "10 green (on track), five amber and two red." in text
    assert "one has improved to green; two have slipped, one of them to red; 17 are unchanged" in text


def test_one_line_one_rating_and_no_red_are_told_in_the_singular() -> None:
    assert told(made.paper(lines=(made.line("1.1", "A"),)))["plan"].startswith(
        "The Improvement Plan has one line, and it is amber."
    )
    two = told(made.paper(lines=(made.line("1.1", "G"), made.line("1.2", "A"))))["plan"]
    assert "one is green (on track), one amber and none red" in two
    assert "No rating has changed since my last letter." in two


def test_lines_without_a_rating_are_counted_apart() -> None:
    text = told(made.paper(lines=(made.line("1.1", "G"), made.line("1.2", None), made.line("1.3", None))))["plan"]
    assert "; two are not yet rated." in text


def test_movement_is_not_from_the_last_letter_where_the_records_do_not_reach_it() -> None:
    first = made.paper(
        earlier=None, letter=made.letter(1, 1, 5), lines=(made.line("1.1", "G", "R"), made.line("1.2", "G"))
    )
    assert "Since they were first rated, one has improved to green" in told(first)["plan"]


def test_another_scheme_speaks_its_own_words_and_names_no_amber_that_is_on_track() -> None:
    scheme = (
        Level("R", "Red", "off track", "#f00", 1, needs_path=True),
        Level("A", "Amber", "on track", "#fa0", 2),
        Level("G", "Green", "complete", "#0f0", 3),
    )
    blocks = told(
        made.paper(scheme=scheme, lines=(made.line("1.1", "A"), made.line("1.2", "G"), made.line("1.3", "R")))
    )
    assert "one is green (complete), one amber (on track) and one red (off track)" in blocks["plan"]
    assert "(1.1)" not in blocks["reds"]


def test_a_plan_on_track_is_said_to_be_so() -> None:
    assert told(made.paper(lines=(made.line("1.1", "G"),)))["reds"] == "No line of the plan is off track."


# Red and amber lines


def test_a_red_line_gives_its_reason_and_what_is_being_done() -> None:
    text = told(typical())["reds"]
    assert "(5.3) has fallen to red, as told on 4 April: the analyst's post was vacant" in text
    assert "and two chapters were not begun" in text
    assert "The county analyst is to join for twelve weeks from 3 June" in text
    assert "(6.3) is still red because only 62 per cent of staff had supervision in April." in text
    assert "The Assistant Director (Children's Social Care) is to recruit two team managers by July." in text


def test_at_most_three_amber_lines_are_named() -> None:
    text = told(typical())["reds"]
    assert "Of the five amber lines I single out three." in text
    assert len(re.findall(r"\(2\.\d\)", text)) == 3
    assert "(2.1) has fallen to amber" in text


def test_a_red_line_without_a_path_tells_the_action_that_serves_it() -> None:
    line = made.line("1.1", "R", path="")
    serving = made.action("5/01", "Find two reviewers", leads=("IC", "DCS"), lines=("1.1",))
    assert (
        "The Director of Children's Services and I are to find two reviewers by 5 July 2013."
        in told(made.paper(lines=(line,), open=(serving,)))["reds"]
    )
    assert "No way back has been agreed yet." in told(made.paper(lines=(line,)))["reds"]


def test_reds_newly_rated_fallen_and_unchanged_are_told_apart() -> None:
    new = made.line("1.1", "R", history=((3, None), (4, "R"), (5, "R")))
    text = told(made.paper(lines=(new, made.line("1.2", "R", "G"), made.line("1.3", "R"))))["reds"]
    assert text.index("One has fallen to red since I last wrote.") < text.index("(1.2)")
    assert text.index("(1.2)") < text.index("One was rated for the first time, as red.") < text.index("(1.1)")
    assert text.index("(1.1)") < text.index("One was red when I last wrote and still is.") < text.index("(1.3)")


# Actions


def test_actions_are_counted_and_the_longest_late_is_named_with_its_office() -> None:
    text = told(typical())["actions"]
    assert "the Board set four actions and closed two on evidence; five are open, one of them reported done" in text
    assert "Two are past the date agreed." in text
    assert (
        "The action longest overdue (3/01), due on 10 April 2013 after two changes of date, asks the Chief Officer of "
        "Blackpool Clinical Commissioning Group to agree" in text
    )


def test_a_single_action_is_told_in_the_singular() -> None:
    one = made.late("5/01", 1, leads=("IC",))
    text = told(made.paper(open=(one,), raised=(one,)))["actions"]
    assert "set one action and closed none; one is open. It is late." in text
    assert "This one, action 5/01, due on 19 May 2013, asks me to bring a report to the Board." in text


# Challenges


def test_a_challenge_is_rewoven_with_its_answer_and_the_chair_says_i() -> None:
    text = told(typical())["challenge"]
    assert "two challenges: one has been answered, one is open" in text
    assert "In April the Divisional Commander asked who decides that a child needs no interview." in text
    assert "The answer came in May: since 1 May the police co-ordinator decides" in text
    assert "I asked the Chief Officer what general practice will do meanwhile. That is still open." in text


@pytest.mark.parametrize(
    ("minuted", "rewoven"),
    [
        ("Why has nobody been told?", "the Board asked: “Why has nobody been told?”"),
        ("Whether the figure was tested", "the Board asked whether the figure was tested."),
        ("Questioned the pace of recruitment.", "the Board questioned the pace of recruitment."),
        ("LSCB asked for the list", "Blackpool Safeguarding Children Board asked for the list."),
        ("The audit was too slow.", "the Board put it to those responsible that the audit was too slow."),
        ("Pace of recruitment", "the Board raised this: pace of recruitment."),
    ],
)
def test_a_challenge_is_told_grammatically_however_it_was_minuted(minuted: str, rewoven: str) -> None:
    text = told(made.paper(challenges=(made.entry("5/4.1", "challenge", minuted),)))["challenge"]
    assert f"In May {rewoven}" in text


def test_an_answer_is_told_without_the_paragraph_it_was_minuted_against() -> None:
    asked = made.entry("4/4.1", "challenge", "The Board asked for a list.", answered_by="5/4.2")
    answer = made.entry("5/4.2", "update", "On the challenge at 4/4.1: the list was sent.", answers="4/4.1")
    text = told(made.paper(challenges=(asked,), answers=(answer,)))["challenge"]
    assert "The answer, in May, was that the list was sent." in text


def test_a_challenge_answered_by_an_action_says_which() -> None:
    asked = made.entry("4/4.1", "challenge", "The Board asked for a list.", answered_by="4/02")
    text = told(made.paper(challenges=(asked,), open=(made.action("4/02"),)))["challenge"]
    assert "It led to action 4/02, due by 5 July 2013." in text


# What worries the Chair, what is asked, what is next


def test_worries_are_recorded_facts() -> None:
    text = told(typical())["concerns"]
    assert "under paragraph 5.7, was finished 47 days late on 14 March 2013." in text
    assert "Action 3/01, to agree with general practices" in text
    assert "(5.3) has been moved twice, now to 30 September 2013." in text
    assert "Four lines have stood at amber for three meetings or more" in text


def test_a_duty_met_late_before_the_last_letter_is_not_told_again() -> None:
    duty = made.obligation("x", "Audit", date(2013, 1, 26), "met late", met_on=date(2013, 2, 14), requirement="N 5.7")
    assert "Audit" not in told(made.paper(obligations=(duty,)))["concerns"]


def test_without_worries_the_letter_says_so() -> None:
    assert "show nothing that goes the wrong way, is late or slips" in told(made.paper())["concerns"]


def test_what_the_board_decided_to_ask_of_the_department_is_asked() -> None:
    ask = made.entry("5/9.1", "decision", "To ask DfE to agree an interval of eight weeks over the summer.")
    report = made.entry("5/9.2", "decision", "The Board will ask the Department before it varies the interval.")
    text = told(made.paper(decisions=(ask, report)))["asks"]
    assert (
        text
        == "The Board decided to ask the Department for Education to agree an interval of eight weeks over the summer."
    )


def test_an_action_with_the_department_is_asked_for() -> None:
    owed = made.action("5/01", "Secure a lead reviewer", leads=("DfE",))
    text = told(made.paper(open=(owed,)))["asks"]
    assert text == "Action 5/01 rests with your Department: to secure a lead reviewer by 5 July 2013."


def test_next_gives_the_next_meeting_and_what_falls_due_by_then() -> None:
    due = made.action("5/01", due=date(2013, 6, 27))
    later = made.action("5/02", due=date(2013, 6, 28))
    text = told(made.paper(open=(due, later, made.late("4/01", 3))))["next"]
    assert text.startswith("The Board next meets on Thursday 27 June 2013, by when one action falls due.")


# Restriction


def test_nothing_restricted_is_told_only_counted() -> None:
    secret = "Xylophone"
    hidden = made.late("3/09", 90, f"{secret} to be replaced", restricted="Staffing", slips=4, lines=("5.3",))
    shut = made.closed("4/09", f"Every child of {secret} was seen.", restricted="Identifies a child")
    owed = made.action("5/09", f"Name {secret}", leads=("DfE",), restricted="Staffing")
    ordinary = typical()
    asked = made.entry("5/8.1", "challenge", f"The Leader asked about {secret}.", restricted="Staffing")
    open_ask = made.entry("5/8.2", "challenge", "The Leader asked why.", answered_by="5/8.3")
    answer = made.entry("5/8.3", "update", f"Because of {secret}.", answers="5/8.2", restricted="Staffing")
    decided = made.entry(
        "5/8.4", "decision", f"To ask DfE to help the child {secret}.", restricted="Identifies a child"
    )
    text = told(
        replace(
            ordinary,
            lines=(made.line("5.3", "R", path=""),),
            open=(hidden, owed, *ordinary.open),
            closed=(shut,),
            challenges=(asked, open_ask),
            answers=(answer,),
            decisions=(decided,),
        )
    )
    assert secret not in " ".join(text.values())
    assert "Staffing" not in " ".join(text.values())
    assert "restricted" not in text["actions"]
    assert "Of those I can describe the action longest overdue (3/01), due on" in text["actions"]
    assert "two challenges" in text["challenge"]


# Names and abbreviations


def test_initials_in_records_are_spelt_out() -> None:
    line = made.line("1.1", "R", reason="POL and BHT have not agreed the form with ADC.", path="IC to write to LSCB.")
    text = told(made.paper(lines=(line,)))["reds"]
    assert (
        "Lancashire Constabulary and Blackpool Teaching Hospitals have not agreed the form with the Assistant" in text
    )
    assert not re.search(r"\b(?:POL|BHT|ADC|IC|LSCB)\b", text)
    assert "I am to write to Blackpool Safeguarding Children Board." in text


def test_an_abbreviation_is_spelt_out_at_first_use_and_used_after_it() -> None:
    lines = (
        made.line("1.1", "R", reason="Half of CAF reviews are late."),
        made.line("1.2", "R", reason="A CAF is lost."),
    )
    text = told(made.paper(lines=lines))["reds"]
    assert text.index("half of Common Assessment Framework (CAF) reviews are late") < text.index("a CAF is lost")


def test_an_abbreviation_used_once_stands_in_full_without_its_letters() -> None:
    text = told(made.paper(lines=(made.line("1.1", "R", reason="RAG ratings and NQSWs are few."),)))["reds"]
    assert "red, amber and green ratings and newly qualified social workers are few" in text
    assert "RAG" not in text
    assert "NQSW" not in text


# Whatever is recorded

RECORDED = st.one_of(
    st.text(max_size=400),
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from(["the", "Child", "DCS,", "but"])).map(" ".join),
)


@settings(max_examples=40, deadline=None)
@given(RECORDED, RECORDED, RECORDED, st.integers(0, 8))
def test_any_record_gives_a_letter_of_its_length(title: str, reason: str, text: str, reds: int) -> None:
    lines = tuple(made.line(f"1.{n}", "R", "A", title=title, reason=reason, path=text) for n in range(reds))
    letter = draft(
        made.paper(
            lines=(*lines, made.line("2.1", "G", "A", title=title, reason=reason)),
            open=(made.late("4/01", 5, text, slips=2),),
            closed=(made.closed("4/02", reason),),
            challenges=(made.entry("5/4.1", "challenge", text, answered_by="5/4.2"),),
            answers=(made.entry("5/4.2", "update", reason, answers="5/4.1"),),
            decisions=(made.entry("5/5.1", "decision", text),),
        )
    )
    assert sum(len(block.text.split()) for block in letter) <= MOST_WORDS
    assert all(f"(1.{n})" in " ".join(block.text for block in letter) for n in range(reds))
    assert letter[0].text == ""


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 100_000, "word " * 20_000])
def test_hostile_text_neither_breaks_the_letter_nor_fills_it(text: str) -> None:
    line = made.line("1.1", "R", title=text, reason=text, path=text)
    said = whole(made.paper(lines=(line,), open=(made.late("4/01", 5, text),)))
    assert len(said.split()) <= MOST_WORDS
    assert len(said) < 8 * MOST_WORDS
    assert "\x1b" not in said
    assert "\x00" not in said
