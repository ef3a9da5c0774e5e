"""What a field offers as one types."""

from __future__ import annotations

from boardtui.domain.offering import Offer, named, offered, put_in

OFFERS = (
    Offer("DCS", "Director of Children's Services"),
    Offer("POL", "Divisional Commander, Police"),
    Offer("ADC", "Assistant Director, Children's Social Care"),
    Offer("RÉ", "René Dubois"),
)


def values(typed: str, *, several: bool = False) -> list[str]:
    return [one.value for one in offered(typed, OFFERS, several=several)]


def test_initials_come_before_those_that_are_only_called_so() -> None:
    assert values("d") == ["DCS", "POL", "ADC", "RÉ"]
    assert values("DC") == ["DCS"]


def test_each_typed_word_begins_a_word_of_the_name() -> None:
    assert values("child serv") == ["DCS"]
    assert values("serv xyz") == []


def test_accents_and_case_do_not_matter() -> None:
    assert values("rene") == ["RÉ"]
    assert named("re", OFFERS)


def test_of_several_the_last_is_meant_and_those_before_are_not_offered_again() -> None:
    assert values("DCS, d", several=True) == ["POL", "ADC", "RÉ"]
    assert put_in("DCS, pol", OFFERS[1], several=True) == "DCS, POL"
    assert put_in("di", OFFERS[0]) == "DCS"


def test_a_full_name_needs_no_completing() -> None:
    assert named("director of  children's services", OFFERS)
    assert not named("director", OFFERS)
