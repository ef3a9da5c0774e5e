"""Signs of a child's identity, and the words that only look like them (rule 11)."""

from __future__ import annotations

import pytest

from boardtui.domain.identity import Sign, is_nhs_number, signs

TRUE = (
    ("DOB 12/03/2009", Sign.BIRTH),
    ("d.o.b. 12.3.09", Sign.BIRTH),
    ("(dob: 2009-03-12)", Sign.BIRTH),
    ("date of birth: 4 May 2008", Sign.BIRTH),
    ("Her date of birth is 4th of May 2008", Sign.BIRTH),
    ("Birthdate 4 Sept 2008", Sign.BIRTH),
    ("a baby born on 3 March 2010", Sign.BIRTH),
    ("the girl, born 3/3/2010, was seen", Sign.BIRTH),
    ("born on Monday 4 May", Sign.BIRTH),
    ("born May 4, 2008", Sign.BIRTH),
    ("His birthday was on 4 May", Sign.BIRTH),
    ("NHS number 943 476 5919", Sign.NHS_NUMBER),
    ("NHS No: 123 456 7890", Sign.NHS_NUMBER),
    ("NHS numbers: 9434765919 and another", Sign.NHS_NUMBER),
    ("The record of 943 476 5919 was opened", Sign.NHS_NUMBER),
    ("see 943-476-5919", Sign.NHS_NUMBER),
    ("record 9434765919.", Sign.NHS_NUMBER),
    ("case number 10442", Sign.CASE_NUMBER),
    ("Case no. 4471 was poor", Sign.CASE_NUMBER),
    ("case ref: CX/1234", Sign.CASE_NUMBER),
    ("case reference 2012-0442", Sign.CASE_NUMBER),
    ("client ID 220193", Sign.CASE_NUMBER),
    ("ICS number 55102", Sign.CASE_NUMBER),
    ("unique pupil number H801200001001", Sign.CASE_NUMBER),
    ("UPN H801200001001", Sign.CASE_NUMBER),
    ("the order in BP13C00123", Sign.CASE_NUMBER),
    ("Child A lives at 12 Caunce Street", Sign.CHILD_AND_PLACE),
    ("Child A of Caunce Street", Sign.CHILD_AND_PLACE),
    ("Child A moved to Flat 3, 12 Queen Victoria Rd", Sign.CHILD_AND_PLACE),
    ("Baby P was at FY3 8NP", Sign.CHILD_AND_PLACE),
    ("Baby P was at FY38NP. The plan failed.", Sign.CHILD_AND_PLACE),
    ("Child B’s attendance at Layton Primary School fell", Sign.CHILD_AND_PLACE),
    ("Child “C” goes to St Mary's Catholic College", Sign.CHILD_AND_PLACE),
    ("child A, a pupil of Montgomery Academy", Sign.CHILD_AND_PLACE),
    ("Young Person JS attends Highfield School", Sign.CHILD_AND_PLACE),
    ("Family D left 4 Park Close", Sign.CHILD_AND_PLACE),
    ("Child A was seen. The home in Caunce Street was cold.", Sign.CHILD_AND_PLACE),
    ("a 7-year-old in Caunce Street", Sign.AGE_AND_PLACE),
    ("the seven year old boy from 12 Caunce Street", Sign.AGE_AND_PLACE),
    ("A six-month-old baby at FY3 8NP", Sign.AGE_AND_PLACE),
    ("a girl aged 7 of 12 Caunce Street", Sign.AGE_AND_PLACE),
    ("a boy, 9, of Caunce Street", Sign.AGE_AND_PLACE),
    ("her brother (4) at Layton Primary School", Sign.AGE_AND_PLACE),
    ("The child was 7 and lived at 12 Caunce Street", Sign.AGE_AND_PLACE),
)
FALSE = (
    "The date of birth is missing on 12 files",
    "Date of birth recorded in 96% of cases by 4 May 2013",
    "children born in 2009",
    "children born between 1 September 2008 and 31 August 2009",
    "children born 1 September 2008 to 31 August 2009",
    "The idea was born of the review of 4 May 2013",
    "a baby born at 28 weeks",
    "by their eighteenth birthday",
    "on 4 May 2013 and by 14/06/2013",
    "What to do by 4 May 2013",
    "NHS numbers are held for 312 of 340 children",
    "NHS number missing",
    "Ring 01253 477 477 or 0300 123 6600",
    "943 476 5918",
    "£9434765919",
    "order 1234567890",
    "1,204 cases and 3,640 files",
    "case numbers rose to 1,204",
    "case number: 1,204",
    "Case 12 was graded poor",
    "case no 3",
    "the case reference group of 2013",
    "cases 4471",
    "action 5/03 and paragraph 5/4.2",
    "Child A was discussed.",
    "The review of Baby P changed practice",
    "Child A's review is to be read by every school",
    "Child A goes to a primary school",
    "Child A was at the High School",
    "Child A, seen by the Royal College",
    "Child A and the Crown Court",
    "Child Protection at 12 Caunce Street",
    "Children at Layton Primary School",
    "Each child I met at Layton Primary School",
    "The Headteacher of Layton Primary School reported",
    "The family GP of 12 Caunce Street, and the Family GP of Layton Road",
    "a child a year in Caunce Street",
    "The Board meets at 12 Caunce Street, FY1 1NF",
    "16-year-olds at Blackpool Sixth Form College",
    "children aged 5 to 11 at Layton Primary School",
    "a child aged 5 or over at Layton Primary School",
    "a two-year-old agreement with Layton Primary School",
    "a six-month-old report on Caunce Street",
    "a 7-year-old was seen",
    "A 7-year-old was seen. The Board meets in Caunce Street.",
    "a 37-year-old in Caunce Street",
    "a boy, one of three in Caunce Street",
    "the pupil was 1 of 30 at Layton Primary School",
    "",
)


@pytest.mark.parametrize(("text", "sign"), TRUE)
def test_a_sign_of_identity_is_found(text: str, sign: Sign) -> None:
    assert signs(text) == (sign,)


@pytest.mark.parametrize("text", FALSE)
def test_what_identifies_no_child_is_left_alone(text: str) -> None:
    assert signs(text) == ()


def test_each_sign_is_given_once() -> None:
    text = "Child A, born on 4 May 2008, and Child B, born on 5 May 2009, of 12 Caunce Street"
    assert signs(text) == (Sign.BIRTH, Sign.CHILD_AND_PLACE)


@pytest.mark.parametrize(
    ("digits", "valid"),
    [
        ("9434765919", True),
        ("4010232137", True),
        ("9434765918", False),
        ("9434765199", False),
        ("0000000000", False),
        ("943476591", False),
        ("94347659190", False),
        ("943476591x", False),
        ("٩٤٣٤٧٦٥٩١٩", False),
    ],
)
def test_an_nhs_number_carries_its_check_digit(digits: str, valid: bool) -> None:
    assert is_nhs_number(digits) is valid


def test_a_number_whose_check_would_be_ten_is_none() -> None:
    (stem,) = [f"{n:09}" for n in range(100000000, 100000011) if _check(f"{n:09}") == 10][:1]
    assert not any(is_nhs_number(f"{stem}{last}") for last in range(10))


def _check(stem: str) -> int:
    return 11 - sum(int(digit) * weight for digit, weight in zip(stem, range(10, 1, -1), strict=True)) % 11


def test_long_text_is_read_quickly() -> None:
    assert signs("Layton and the of Street Road 9434 " * 3000) == ()
