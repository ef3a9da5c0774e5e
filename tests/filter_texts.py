"""Texts of filters for properties: of each kind of record, with what the sample Board has and what it has not."""

from __future__ import annotations

from hypothesis import strategies as st

from boardtui.domain.filter_keys import KEYS, Kind, Takes

DAYS = ("<30d", ">30d", "-60d", "today", "overdue", "none", "2013-05", "2013", "2013-01..2013-05-10", ">=10/05/2013")
NUMBERS = ("5", "3..5", "<3", ">=4", "0", "..2")
TEXTS = {
    "owners": ("DCS", "dcs", "POL", "CCG", "PIM", "IC,EHM"),
    "lines": ("3", "3.2", "1.1", "1.4,2.1", "9.9"),
    "requirements": ('"N 5.7"', '"o 3.7"', '"N 5"'),
    "sources": ("N", "O"),
    "": ("council", "chair", "board", "2/03", "1/07"),
}
WORDS = ("plan", "CARE", "5/03", "1.1", "jan", '"early help"', "red", "é", "%", "_", "''", "held", "DCS")


def values(kind: Kind, name: str) -> st.SearchStrategy[str]:
    """Return what may stand behind a key."""
    key = next(key for key in KEYS[kind] if key.name == name)
    match key.takes:
        case Takes.DAYS:
            return st.sampled_from([one for one in DAYS if one != "overdue" or "overdue" in KEYS[kind][0].values])
        case Takes.NUMBER:
            return st.sampled_from([*NUMBERS, "none"])
        case Takes.STATE:
            return st.sampled_from([f'"{one}"' for one in key.values])
        case Takes.RATING:
            return st.sampled_from(["R", "red", "a", "G", "B", "none"])
        case Takes.TEXT:
            known = tuple(key.values) or TEXTS[key.known]
            return st.sampled_from([*known, "none"])


def terms(kind: Kind) -> st.SearchStrategy[str]:
    """Return one word or one key with its value, perhaps denied."""
    keyed = st.sampled_from([key.name for key in KEYS[kind]]).flatmap(
        lambda name: values(kind, name).map(lambda value: f"{name}:{value}")
    )
    return st.builds(str.__add__, st.sampled_from(["", "", "-"]), st.one_of(keyed, st.sampled_from(WORDS)))


def filters(kind: Kind) -> st.SearchStrategy[str]:
    """Return a whole filter: terms beside each other, joined by `or`, in brackets."""
    return st.recursive(
        terms(kind),
        lambda inside: st.one_of(
            st.lists(inside, min_size=1, max_size=3).map(" ".join),
            st.lists(inside, min_size=2, max_size=2).map(" or ".join),
            inside.map(lambda text: f"-({text})"),
        ),
        max_leaves=5,
    )
