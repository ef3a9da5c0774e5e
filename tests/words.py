"""The words of British English that the spelling check knows: `python -m tests.words FOLDER` makes their file anew.

FOLDER holds `index.aff`, `index.dic` and `license` of the package `dictionary-en-gb` (SCOWL's British dictionary with
*-ise*); every word is written out with all its endings, so that the program needs no rules of word formation.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

WORDS = Path(__file__).parents[1] / "boardtui" / "words"
_PLAIN = re.compile(r"[A-Za-zÀ-ÿ]+(?:'[A-Za-z]+)*")
Rule = tuple[str, str, str, re.Pattern[str]]


def expanded(aff: str, dic: str) -> set[str]:
    """Return every form of every word."""
    rules = _rules(aff)
    found: set[str] = set()
    for line in dic.splitlines()[1:]:
        word, _, flags = line.partition("/")
        ends = [rule for flag in flags for rule in rules.get(flag, ()) if rule[0] == "SFX"]
        starts = [rule for flag in flags for rule in rules.get(flag, ()) if rule[0] == "PFX"]
        forms = {word, *(_applied(word, rule) for rule in ends)} - {""}
        found |= forms | {_applied(form, rule) for form in forms for rule in starts}
    return {word for word in found if _PLAIN.fullmatch(word)}


def _rules(aff: str) -> dict[str, list[Rule]]:
    rules: dict[str, list[Rule]] = {}
    for parts in map(str.split, aff.splitlines()):
        if len(parts) >= 5 and parts[0] in ("PFX", "SFX"):
            kind, flag, strip, add, condition = parts[:5]
            at = f"^{condition}" if kind == "PFX" else f"{condition}$"
            rules.setdefault(flag, []).append(
                (kind, strip.replace("0", ""), add.partition("/")[0].replace("0", ""), re.compile(at))
            )
    return rules


def _applied(word: str, rule: Rule) -> str:
    """Return a word with an ending or a beginning; nothing where the rule does not fit."""
    kind, strip, add, condition = rule
    if not condition.search(word):
        return ""
    if kind == "PFX":
        return add + word.removeprefix(strip)
    return word.removesuffix(strip) + add if strip else word + add


def _without_owners(words: set[str]) -> Iterator[str]:
    """Leave out `word's` where the word itself is there: the check takes the ending off."""
    for word in words:
        if not word.endswith("'s"):
            yield word


def main(folder: Path) -> None:
    """Write the file and its licence."""
    words = sorted(_without_owners(expanded(*((folder / f"index.{end}").read_text("utf-8") for end in ("aff", "dic")))))
    with (WORDS / "en_GB.txt.gz").open("wb") as file, gzip.GzipFile("", "wb", 9, file, 0) as packed:
        packed.write("\n".join(words).encode())
    (WORDS / "LICENCE").write_text((folder / "license").read_text("utf-8"), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
