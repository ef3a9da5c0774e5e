"""What has gone by when the Chair's letter is read: days passed, lines lost again, counts that would go stale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from boardtui.documents import line_notes
from boardtui.documents.drafting import draft
from boardtui.documents.drafting.indicators import theme_in
from boardtui.documents.drafting.shortening import shortened
from boardtui.documents.drafting.tense import in_past
from boardtui.domain import views
from boardtui.domain.line_words import NOT_SAID
from boardtui.domain.papers import LetterPaper
from boardtui.domain.ratings import DEFAULT_SCHEME
from boardtui.domain.states import AttendanceStatus
from tests.documents import letter_papers as made
from tests.documents.test_drafting import told, whole

DATED = date(2013, 5, 24)


def rated(ref: str, path: str, meeting: int = 4, level: str = "R") -> views.Rating:
    on = made.HELD[meeting]
    return views.Rating(ref, meeting, on, "agreed", level, on, "the Board", "Work has begun.", path, "", None)


def with_path(path: str, meeting: int = 4) -> str:
    line = made.line("1.1", "R", path=path)
    letter = made.letter(2, 4, 5, dated=DATED)
    return told(made.paper(letter=letter, lines=(line,), changed=(rated("1.1", path, meeting),)))["reds"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            "ADC to say by April who goes, and to bring coaches.",
            "That day it was agreed that the Assistant Director (Children's Social Care) would say by April who "
            "goes, and bring coaches.",
        ),
        ("Find two reviewers by mid-May.", "would find two reviewers by mid-May."),
        ("Every plan to be rewritten by 23 May.", "it was agreed that every plan would be rewritten by 23 May."),
        ("List of the children by 10 May.", "The way back agreed that day was the list of the children by 10 May."),
        ("With the list out by 10 May.", "What was agreed that day was this: with the list out by 10 May."),
        (
            "Director to meet all managers in April; what else would help has not been agreed.",
            "the Director would meet all managers in April; what else would help had not been agreed.",
        ),
    ],
)
def test_a_path_whose_day_has_gone_by_is_told_as_agreed_then(path: str, said: str) -> None:
    assert said in with_path(path)


@pytest.mark.parametrize(
    "path",
    [
        "ADC to say by 24 May who goes.",
        "ADC to say by May who goes.",
        "ADC to say by 10 May 2014 who goes.",
        "ADC to say by February who goes.",
        "ADC to count April's visits.",
        "ADC to say who may go and who goes on.",
        "ADC to say by 31 February who goes.",
        "ADC to borrow an analyst for twelve weeks from 22 April.",
    ],
)
def test_a_path_whose_day_is_to_come_or_is_none_is_told_as_before(path: str) -> None:
    assert "The Assistant Director (Children's Social Care) is to" in with_path(path)


# What the record says of a line after its rating was agreed


def word(text: str, meeting: int | None = 5, kind: str = "minuted", **changed: Any) -> views.LineWord:
    on = made.HELD[meeting] if meeting else date(2013, 5, 17)
    return replace(views.LineWord("1.1", kind, on, meeting, "5/5.9", "", text, None), **changed)


def with_words(*words: views.LineWord, path: str = "ADC to find two reviewers by mid-May.") -> str:
    line = made.line("1.1", "R", path=path, since=words)
    letter = made.letter(2, 4, 5, dated=DATED)
    return told(made.paper(letter=letter, lines=(line,), changed=(rated("1.1", path),)))["reds"]


def test_a_step_whose_day_is_past_is_told_with_what_was_minuted_of_the_line() -> None:
    text = with_words(word("two reviewers have been found and begin in June"))
    assert "We heard in May that two reviewers had been found and begin in June." in text
    assert NOT_SAID not in text


def test_a_step_of_which_the_record_says_nothing_more_is_told_as_such() -> None:
    assert f"by mid-May. {NOT_SAID}." in with_words()


def test_that_the_minutes_do_not_say_is_said_once_in_a_paragraph() -> None:
    path = "ADC to find two reviewers by mid-May."
    lines = (made.line("1.1", "R", path=path), made.line("1.2", "R", path=path))
    changed = (rated("1.1", path), rated("1.2", path))
    paper = made.paper(letter=made.letter(2, 4, 5, dated=DATED), lines=lines, changed=changed)
    assert told(paper)["reds"].count(NOT_SAID) == 1


def test_what_is_logged_of_an_action_about_something_else_is_no_outcome() -> None:
    other = word("the sheet has been given", kind="closed", about="give every parent one sheet")
    same = word("both have been found", kind="update", about="find two reviewers for the files")
    assert f"{NOT_SAID}." in with_words(other)
    assert "We heard in May that both had been found." in with_words(other, same)


def test_what_is_reported_between_meetings_is_told_with_its_day() -> None:
    text = with_words(word("both have been found", None, "update", about="find two reviewers"))
    assert "On 17 May it was reported that both had been found." in text


def test_a_rating_that_a_later_meeting_spoke_of_is_told_by_that_and_not_by_its_old_reason() -> None:
    declined = word("the Director asked for Amber and the Board declined until two months are good")
    text = with_words(declined)
    assert "in May the Director asked for Amber and the Board declined until two months are good." in text
    assert "Work has begun" not in text
    assert "reviewers" not in text


def test_a_minute_is_told_whole_for_half_of_it_may_say_the_other_thing() -> None:
    said = word("the Director has met all 22 team managers; nothing has been agreed that would go beyond a reminder")
    assert (
        "We heard in May that the Director had met all 22 team managers; nothing had been agreed that would go "
        "beyond a reminder." in with_words(said)
    )


def test_of_a_very_long_minute_whole_sentences_are_told_and_where_the_rest_stands() -> None:
    sentence = "The reviewers have begun in two localities and are to begin in the third when its manager is back. "
    text = with_words(word((sentence * 8).strip()))
    assert "when its manager was back (minute 5/5.9 says more)." in text
    assert "…" not in text


def test_a_newer_minute_goes_before_a_path_that_names_no_day_gone_by() -> None:
    path = "ADC to borrow an analyst for twelve weeks from 22 April."
    text = with_words(word("the county's analyst began on 22 April"), path=path)
    assert "We heard in May that the county's analyst began on 22 April." in text
    assert "is to borrow" not in text


def test_red_lines_that_rose_and_fell_back_are_not_said_to_be_red_still() -> None:
    back = tuple(made.line(f"4.{n}", "R", history=((3, "R"), (4, "A"), (5, "R"))) for n in range(1, 3))
    still = made.line("5.3", "R", history=((3, "R"), (4, "R"), (5, "R")))
    reds = told(made.paper(lines=(*back, still)))["reds"]
    assert "Two were red when I last wrote, rose, and have fallen back. “Line number 4.1”" in reds
    assert "One was red when I last wrote and still is. “Line number 5.3”" in reds
    assert "Every line has the rating that it had when I last wrote." in told(made.paper(lines=(*back, still)))["plan"]
    up = made.line("1.1", "G", "A")
    assert "three stand where they did" in told(made.paper(lines=(*back, still, up)))["plan"]


def test_a_line_first_rated_green_and_red_now_has_fallen_and_was_not_first_rated_red() -> None:
    lines = tuple(made.line(f"4.{n}", "R", history=((3, None), (4, "G"), (5, "R"))) for n in range(1, 4))
    assert "All three have fallen to red since I last wrote." in told(made.paper(lines=lines))["reds"]


@pytest.mark.parametrize(
    ("said", "then"),
    [
        (
            "reviews are down to 64 per cent, and no plan was put",
            "reviews were down to 64 per cent, and no plan was put",
        ),
        ("the lists show that 39 per cent are late", "the lists showed that 39 per cent were late"),
        ("localities put it first and have no proposal", "localities put it first and had no proposal"),
        ("each is to have a plan and have it read", "each was to have a plan and have it read"),
        ("teams will be freed; they cannot be yet", "teams would be freed; they could not be yet"),
        ("what violence does is read, and it does not help", "what violence does was read, and it did not help"),
        ("it is open since this morning; so far it holds", "it was open since that morning; by then it holds"),
        ("two weeks ago none could; next week they can", "two weeks before none could; the next week they could"),
        ("they say “nothing is done” is said too often", "they say “nothing is done” was said too often"),
    ],
)
def test_what_was_said_then_is_told_in_the_past(said: str, then: str) -> None:
    assert in_past(said) == then


def test_a_figure_given_in_february_is_not_told_in_the_present() -> None:
    line = made.line("2.5", "R", reason="Core assessments in time are down to 64 per cent.", path="")
    changed = (replace(rated("2.5", "", 3), reason=line.reason),)
    text = told(made.paper(letter=made.letter(2, 3, 5, dated=DATED), lines=(line,), changed=changed))["reds"]
    assert "as told on 21 February: core assessments in time were down to 64 per cent." in text


def test_a_path_agreed_before_the_letters_meetings_is_told_without_its_day() -> None:
    line = made.line("1.1", "R", path="ADC to say by March who goes.")
    text = told(made.paper(lines=(line,), letter=made.letter(2, 5, 5, dated=DATED), numbers=(5,)))["reds"]
    assert "Earlier it was agreed that the Assistant Director (Children's Social Care) would say by March" in text


def test_an_overdue_action_that_serves_a_red_line_is_not_told_as_to_come() -> None:
    late = made.late("5/01", 3, "Find two reviewers", leads=("IC",), lines=("1.1",))
    text = told(made.paper(lines=(made.line("1.1", "R", path=""),), open=(late,)))["reds"]
    assert "I was to find two reviewers by 17 May 2013, and that is still open." in text


def test_every_improved_line_that_now_stands_green_or_blue_is_counted() -> None:
    lines = (made.line("1.1", "B", "G"), made.line("1.2", "G", "A"), made.line("1.3", "A", "R"))
    assert "three have improved, two of them to green or blue" in told(made.paper(lines=lines))["plan"]


def lost(ref: str) -> views.PlanLine:
    return made.line(ref, "A", "B", reason="Re-checked and not sustained.")


def test_a_complete_line_lost_again_is_the_first_amber_told() -> None:
    slipped = made.line("1.1", "A", "G", moves=5)
    text = told(made.paper(lines=(slipped, lost("5.2"))))["reds"]
    assert "(5.2) was blue and has fallen to amber, as told on 4 April: re-checked and not sustained." in text
    assert text.index("(5.2)") < text.index("(1.1)")


def test_a_line_completed_and_lost_since_the_last_letter_is_told_as_lost() -> None:
    line = made.line("5.2", "A", history=((3, "G"), (4, "B"), (5, "A")))
    assert "(5.2) was blue and has fallen to amber" in told(made.paper(lines=(line,)))["reds"]


@pytest.mark.parametrize(("count", "said"), [(1, "was blue and has fallen to amber"), (2, "are so no longer: “")])
def test_lines_lost_again_are_told_even_where_amber_lines_have_no_room(count: int, said: str) -> None:
    title = " ".join(["Visits to every child in this locality are made"] * 2)
    crowd = tuple(made.line(f"1.{n}", "R", title=f"{title} {n}", reason="It is late. " * 9) for n in range(1, 36))
    text = told(made.paper(lines=(*crowd, *(lost(f"5.{n}") for n in range(1, count + 1)))))["reds"]
    assert said in text
    assert "I single out" not in text


def paper_with_late(*slips: int) -> LetterPaper:
    return made.paper(open=tuple(made.late(f"3/0{n}", 31 + n, slips=times) for n, times in enumerate(slips, 1)))


def test_no_count_of_the_days_an_action_is_late_goes_stale_in_the_letter() -> None:
    assert "31 days" not in whole(paper_with_late(2, 2))
    assert "32 days" not in whole(paper_with_late(2, 2))


@pytest.mark.parametrize(("slips", "said"), [((2, 2), "moved twice: 3/"), ((2, 3), "moved twice or more: 3/")])
def test_dates_moved_exactly_twice_are_said_to_be(slips: tuple[int, ...], said: str) -> None:
    assert said in told(paper_with_late(*slips))["concerns"]


def test_a_duty_still_to_be_done_is_told_without_a_count_of_days() -> None:
    duty = made.obligation("x", "Audit", date(2013, 1, 26), "overdue", requirement="N 5.7")
    text = told(made.paper(obligations=(duty,)))["concerns"]
    assert "under paragraph 5.7, is still to be done." in text


def test_a_duty_whose_title_opens_with_a_verb_is_quoted_and_ends_at_a_clause() -> None:
    title = "Have performance management fully in place, with managers who understand what it is that…"
    duty = made.obligation("O 3.2", title, date(2012, 7, 13), "overdue", requirement="O 3.2")
    text = told(made.paper(obligations=(duty,)))["concerns"]
    assert (
        "The duty “Have performance management fully in place” (O 3.2), due on 13 July 2012, is still to be done."
        in text
    )


def test_no_red_line_is_told_with_a_clause_broken_off() -> None:
    reason = (
        "reviews held on time fell to 58 per cent when the one administrator of the register had gone to the strategy"
    )
    lines = tuple(made.line(f"{n}.1", "R", reason=reason, path=f"{reason} and nobody has come") for n in range(1, 10))
    text = told(made.paper(lines=lines))["reds"]
    assert "…" not in text
    assert text.count("(") >= len(lines)


def test_a_letter_that_goes_with_the_report_does_not_claim_to_be_it() -> None:
    duty = made.obligation("N 8.1", "Chair's 6-month progress report to the Minister", date(2013, 5, 26), "due soon",
                           requirement="N 8.1", binds="chair")  # fmt: skip
    letter = made.letter(2, 4, 5, dated=DATED, subject="The Chair's report at six months")
    alone = made.paper(letter=letter, obligations=(duty,))
    assert "This is my six-month progress report" in told(alone)["why"]
    both = replace(alone, beside=(made.letter(2, 4, 5, series="report"),))
    why = told(both)["why"]
    assert "This is my" not in why
    assert "This letter goes with my six-month progress report, due on Sunday 26 May 2013." in why


def test_a_series_with_a_number_above_nine_is_in_figures() -> None:
    seats = tuple(f"M{n}" for n in range(1, 13))
    people = {one: views.Person(one, 1, one, "Member", "", "Member", "member") for one in seats}
    rows = tuple(
        views.Attendance(
            f"{meeting}{one}", meeting, one, one, "", "", "member", "apologies" if n > here else "present", None
        )
        for meeting, here in ((4, 12), (5, 8))
        for n, one in enumerate(seats, 1)
    )
    text = told(made.paper(people=people, attendance=rows))["meetings"]
    assert "Counting deputies, 12 and 8 of its 12 members attended." in text


def test_a_challenge_that_names_its_month_is_told_by_the_day_of_the_meeting() -> None:
    asked = made.entry("4/4.1", "challenge", "The Leader asked why it had taken until April.")
    text = told(made.paper(challenges=(asked,)))["challenge"]
    assert "At the meeting of 4 April the Leader asked why it had taken until April." in text


def test_a_path_older_than_the_reason_beside_it_is_printed_with_its_own_day() -> None:
    declined = word("the Director asked for Amber and the Board declined until two months are good")
    path = "South locality to borrow two workers until March."
    line = made.line("1.1", "R", path=path, since=(declined,), agreed_on=made.HELD[2])
    told_ = line_notes.why(DEFAULT_SCHEME, line, DATED)
    assert told_[0].endswith("(16 May 2013; the rating was agreed 10 Jan 2013.)")
    assert told_[1].startswith("Path to green: South locality to borrow two workers until March. (Agreed 10 Jan 2013")


# Who is written to, and what is not the program's to say


def written_to(addressee: str, observer: str) -> LetterPaper:
    people = made.people() | {"OBS": views.Person("OBS", 1, "OBS", "Observer", observer, "Observer", "observer")}
    people.pop("DfE")
    row = views.Attendance("5OBS", 5, "OBS", "OBS", "", "", "observer", AttendanceStatus.OBSERVER, None)
    letter = replace(made.letter(2, 5, 5, dated=DATED), addressee=addressee)
    return made.paper(
        (5,), letter=letter, people=people, attendance=(row,), board=made.board(instrument_kind="plan", instrument="")
    )


def test_an_official_of_the_department_is_the_readers_own_only_where_the_reader_is_of_it() -> None:
    minister = told(written_to("Parliamentary Under Secretary of State", "Department for Education"))
    assert "An official of your Department took part as observer." in minister["meetings"]
    assert minister["next"].endswith("with you or your officials.")
    commissioner = written_to("Commissioner for Children's Services", "Department for Education")
    assert "An official of the Department for Education took part" in told(commissioner)["meetings"]
    assert told(commissioner)["next"].endswith("I should be glad to discuss any of this with you.")
    assert {block.key: block.heading for block in draft(commissioner)}["asks"] == "What I ask of you"


def test_an_observer_from_elsewhere_is_no_official_of_the_department() -> None:
    assert "official" not in told(written_to("Chair of the Scrutiny Committee", "Blackpool Council"))["meetings"]


def test_a_challenge_that_somebody_answered_there_and_then_is_not_said_to_be_unanswered() -> None:
    asked = made.entry("5/4.1", "challenge", "The Leader asked which lines would still move. Two leads answered.")
    text = told(made.paper(challenges=(asked,)))["challenge"]
    assert "two leads answered. No answer is recorded yet." in text


def test_a_list_is_not_cut_off_before_its_last_member() -> None:
    text = "The offer is on one page, 58 families were helped in December, and the others wait for a date."
    assert shortened(text, 14) == "The offer is on one page"


def test_a_duty_of_two_things_is_quoted_so_that_its_verb_agrees() -> None:
    duty = made.obligation("x", "Data and reports to the Commissioner", date(2013, 5, 10), "met late",
                           requirement="N 2", met_on=date(2013, 5, 12))  # fmt: skip
    text = told(made.paper(obligations=(duty,)))["concerns"]
    assert "The duty “Data and reports to the Commissioner”" in text


def test_a_challenge_that_tells_before_it_asks_is_told_of_whoever_made_it() -> None:
    said = "The Lead Member recalled that all had thought it done. How would this Board know that it slips?"
    text = told(made.paper(challenges=(made.entry("5/4.1", "challenge", said),)))["challenge"]
    assert (
        "In May the Lead Member recalled that all had thought it done; how would this Board know that it slips?" in text
    )
    assert "the Board asked: “The Lead" not in text


@pytest.mark.parametrize(
    ("theme", "said"),
    [("Leadership and governance", "leadership and governance"), ("After: the next step", "“After: the next step”")],
)
def test_a_theme_that_is_a_title_of_its_own_is_quoted(theme: str, said: str) -> None:
    assert theme_in(theme) == said
