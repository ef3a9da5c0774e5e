"""Signs by which a child could be known: a date of birth, a number, a designation or an age with a place (rule 11)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from boardtui.domain.dates import MONTHS
from boardtui.domain.places import has_address, has_school


class Sign(StrEnum):
    """What a child could be known by; a sign never repeats what it found."""

    BIRTH = "a date of birth"
    NHS_NUMBER = "an NHS number"
    CASE_NUMBER = "a case or pupil number"
    CHILD_AND_PLACE = "a child by letter, with an address or school"
    AGE_AND_PLACE = "a child's age, with an address or school"


_MONTH = "(?:" + "|".join(f"{month}|{month[:3]}" for month in MONTHS) + r"|Sept)(?![a-z])\.?"
_DAY = (
    rf"(?:[0-9]{{1,2}}\s?[/.-]\s?[0-9]{{1,2}}\s?[/.-]\s?(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9])|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}|{_MONTH}\s+[0-9]{{1,2}}(?:st|nd|rd|th)?(?![0-9]))"
)
_NO_RANGE = r"(?!(?:,?\s*[0-9]{2,4})?\s*(?:to|and|until|onwards|or (?:after|before|later))\b)"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_BIRTH = re.compile(
    rf"\b(?:d\.?o\.?b\.?|dates? of birth|birth ?dates?)(?:\s+(?:is|was|of|given as|recorded as))?\s*[:=,–-]?\s*"
    rf"[(]?{_WEEKDAY}{_DAY}"
    rf"|\bborn\s+(?:(?:prematurely|here|at home|in hospital)\s+)?(?:on\s+)?(?:the\s+)?{_WEEKDAY}{_DAY}{_NO_RANGE}"
    rf"|\bbirthdays?\s+(?:(?:is|was|falls?|fell)\s+)?on\s+(?:the\s+)?{_WEEKDAY}{_DAY}",
    re.IGNORECASE,
)

_TEN_DIGITS = re.compile(
    r"(?<![0-9£$€.,/+-])(?<![0-9][ ])([0-9]{3})([ -]?)([0-9]{3})\2([0-9]{4})(?![0-9%])(?![.,/-][0-9])"
)
_NHS_NAMED = re.compile(
    r"\bNHS\s+(?:numbers?|nos?\b\.?|#)(?:\s+(?:is|was|given as))?\s*[:=#(]?\s*([0-9][0-9 -]{4,14}[0-9])", re.IGNORECASE
)
_NUMBER_OF = (
    r"case|case[- ]file|client|child|social care|service[- ]user|(?:unique )?pupil|ICS|LCS|Mosaic|CareFirst|"
    r"Care First|Liquidlogic|Framework-?i"
)
_CASE_NUMBER = re.compile(
    rf"\b(?:{_NUMBER_OF})\s+(?:record\s+|reference\s+)?(?:number|no\b\.?|ref\b\.?|reference|ID)"
    r"(?:\s+(?:is|was))?\s*[:=#(]?\s*(?P<code>(?=[A-Z0-9/-]*[0-9])[A-Z0-9]+(?:[/-][A-Z0-9]+)*)(?![0-9,.]*[0-9])",
    re.IGNORECASE,
)
_PUPIL_NUMBER = re.compile(r"(?<![A-Za-z0-9])[A-HJ-NP-RT-Z][0-9]{11}[0-9A-Z](?![A-Za-z0-9])")
_FAMILY_COURT = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}[CPZ][0-9]{5}(?![A-Za-z0-9])")

_NO_INITIALS = r"(?!(?:GP|IT|ID|UK|TV|HR|QA)\b)"
_BY_LETTER = re.compile(
    r"\b(?:(?:Child|Baby|Boy|Girl|Twin|Sibling|Infant|Pupil|Young [Pp]erson|YOUNG PERSON|CHILD|BABY|YP|Family)"
    rf"\s+{_NO_INITIALS}(?:[A-Z]{{1,2}}[0-9]?|[“\"'‘][A-Z][”\"'’])"
    rf"|(?:child|baby|boy|girl|twin|sibling|infant|pupil|young person|family)"
    rf"\s+{_NO_INITIALS}(?:[B-HJ-Z][A-Z]?[0-9]?|A))(?![A-Za-z0-9])"
)
_YEARS = (
    r"[0-9]|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen"
)
_SOMEBODY = (
    r"child|boy|girl|baby|infant|toddler|son|daughter|brother|sister|pupil|teenager|young person|youngster|sibling|twin"
)
_THEN = (
    rf"(?=[,.;)]|\s*$|\s+(?:\w+\s+)?(?:{_SOMEBODY})\b"
    r"|\s+(?:who|whose|was|is|has|had|at|from|living|lives|lived|in|of|and|with|went|attends)\b)"
)
_NOT_ONE_AGE = r"(?!\s*(?:to|or|-|–|%|per cent|and (?:over|above|under|older|younger))(?:\b|\s))"
_AGE = re.compile(
    rf"(?<![\w-])(?:{_YEARS})[- ]years?[- ]old\b{_THEN}"
    rf"|(?<![\w-])(?:[0-9]{{1,2}}|[a-z]{{3,9}})[- ](?:weeks?|months?)[- ]old\b{_THEN}"
    rf"|\b(?:{_SOMEBODY})\b[^.;!?]{{0,40}}?\baged\s+(?:{_YEARS})\b{_NOT_ONE_AGE}"
    rf"|\b(?:{_SOMEBODY})\b(?:,\s*(?:{_YEARS})\s*,|\s*\((?:{_YEARS})\))"
    rf"|\b(?:{_SOMEBODY})\b(?:\s+\w+)?\s+(?:is|was|turned)\s+(?:[0-9]|1[0-7])\b(?![.,/:][0-9]){_NOT_ONE_AGE}(?!\s+of\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘\"'])|\n+")


def signs(text: str) -> tuple[Sign, ...]:
    """Return the signs of a child's identity in one passage, each once (rule 11).

    A designation (`Child A`) or an age counts only with an address, a postcode or a school by name: a designation
    anywhere in the passage, an age in the same sentence.
    """
    return tuple(dict.fromkeys(_signs(text)))


def is_nhs_number(digits: str) -> bool:
    """Say whether ten digits carry the check digit of an NHS number (modulus 11)."""
    if len(digits) != 10 or not digits.isascii() or not digits.isdigit() or len(set(digits)) == 1:
        return False
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    check = 11 - weighted % 11
    return check % 11 == int(digits[-1]) and check != 10


def _signs(text: str) -> Iterator[Sign]:
    if _BIRTH.search(text):
        yield Sign.BIRTH
    if _NHS_NAMED.search(text) or any(is_nhs_number(f"{a}{b}{c}") for a, _, b, c in _TEN_DIGITS.findall(text)):
        yield Sign.NHS_NUMBER
    if _has_case_number(text):
        yield Sign.CASE_NUMBER
    if _BY_LETTER.search(text) and (has_address(text) or has_school(text)):
        yield Sign.CHILD_AND_PLACE
    for sentence in _SENTENCE.split(text):
        if _AGE.search(sentence) and (has_address(sentence) or has_school(sentence)):
            yield Sign.AGE_AND_PLACE


def _has_case_number(text: str) -> bool:
    """Say whether a number of a case, a pupil or a family court is given: three digits at least."""
    if _PUPIL_NUMBER.search(text) or _FAMILY_COURT.search(text):
        return True
    codes = (found["code"] for found in _CASE_NUMBER.finditer(text))
    return any(sum(letter.isdigit() for letter in code) >= 3 for code in codes)
