"""What a field offers as one types: the records whose name begins so, and how the chosen one is put in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_BETWEEN = re.compile(r"[,;]")


@dataclass(frozen=True)
class Offer:
    """Something a field can be given: what is typed for it, and what it is called in words."""

    value: str
    says: str = ""

    @property
    def words(self) -> list[str]:
        """Return what it can be found by: its value as a whole, and each word of its value and its name."""
        value = plain(self.value)
        return [value, *re.findall(r"\w+", value), *re.findall(r"\w+", plain(self.says))]


def offered(typed: str, offers: Iterable[Offer], *, several: bool = False) -> tuple[Offer, ...]:
    """Return what the text may become, those that are typed so before those that are only called so.

    Of several with commas the last one is meant, and what stands before it is not offered again.
    """
    before, part = _split(typed, several=several)
    taken = {plain(one) for one in _BETWEEN.split(before)} if before else set()
    wanted = plain(part)
    found = [one for one in offers if plain(one.value) not in taken and _fits(wanted, one)]
    return tuple(sorted(found, key=lambda one: not plain(one.value).startswith(wanted)))


def named(typed: str, offers: Iterable[Offer], *, several: bool = False) -> bool:
    """Say whether the text, or the last of several, is one of the offers as it stands, by its value or its name."""
    wanted = plain(_split(typed, several=several)[1])
    return any(wanted in (plain(one.value), plain(one.says)) for one in offers)


def put_in(typed: str, offer: Offer, *, several: bool = False) -> str:
    """Return the text with the chosen one in the place of what was begun."""
    before = _split(typed, several=several)[0]
    return f"{before.rstrip()} {offer.value}" if before else offer.value


def plain(text: str) -> str:
    """Return a text as it is compared: without accents, case and doubled blanks."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(one for one in parts if not unicodedata.combining(one)).split())


def _split(typed: str, *, several: bool) -> tuple[str, str]:
    """Return what stands before the part in hand, with its comma, and that part."""
    at = max(typed.rfind(","), typed.rfind(";")) + 1 if several else 0
    return typed[:at], typed[at:]


def _fits(wanted: str, offer: Offer) -> bool:
    words = offer.words
    if words[0].startswith(wanted):
        return True
    return all(any(word.startswith(one) for word in words) for one in re.findall(r"\w+", wanted) or [wanted])
