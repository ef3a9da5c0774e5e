"""A path to green whose day has gone by, told as what was agreed then and not as what is to come (rule 6)."""

from __future__ import annotations

import re
from datetime import date

from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.phrases import is_clause, is_instruction
from boardtui.documents.drafting.remedies import OPENS_ASKEW, undertaken, with_article
from boardtui.documents.drafting.said import is_dated, is_relative, rated_on
from boardtui.documents.drafting.tense import in_past
from boardtui.domain import views
from boardtui.domain.named_days import NAMED_DAY, meant

_AND_TO = re.compile(r"\b(and|or) to (?!(?:the|an?|its|their|this|that|each|every|all|whom?|which)\b)(?=[a-z])")
_WHOLE = 400


def letter_day(material: Material) -> date:
    """Return the day the letter bears, or the day it is drafted."""
    return material.paper.letter.dated or material.paper.on


def is_overtaken(material: Material, line: views.PlanLine, shown: str) -> bool:
    """Say whether the path, as far as it is shown, names a day or a month that has gone by.

    So does one that says *next meeting* or *this week* once the Board has met again.
    """
    parts = material.told(line.path, _WHOLE).split("; ")
    told = f"{shown}; {'; '.join(parts[: shown.count('; ') + 1])}"
    agreed, today = rated_on(material, line), letter_day(material)
    if is_relative(told) and is_dated(material, line, ""):
        return True
    return any((day := meant(found, agreed, today)) is not None and day < today for found in NAMED_DAY.finditer(told))


def as_agreed(path: str, when: str, lead: str = "") -> str:
    """Tell an overtaken path as what was agreed then, without a word on what became of it: `it was agreed that …`."""
    return in_past(_agreed(path, when, lead))


def _agreed(path: str, when: str, lead: str) -> str:
    if path.startswith("to be "):
        return f"{when} it was agreed that it would {_bare(path.removeprefix('to '))}"
    if path.startswith("to ") or is_instruction(path):
        what = path.removeprefix("to ")
        return f"{when} it was agreed {f'that {lead} would {_bare(what)}' if lead else f'to {what}'}"
    first, *rest = [(part, undertaken(part, "would")) for part in path.split("; ")]
    if first[0] != first[1]:
        joined = f"{when} it was agreed that {_bare(first[1])}"
        for part, would in rest:
            if part != would and "; " not in joined:
                joined += f" and that {_bare(would)}"
            else:
                joined += f"; {part}" if part != would or is_clause(part) else f", with {part}"
        return joined
    if is_clause(path) or OPENS_ASKEW.match(path):
        return f"what was agreed {when} was this: {path}"
    return f"the way back agreed {when} was {with_article(path)}"


def _bare(what: str) -> str:
    """Let a second verb follow *would* as the first does: `say by April and to bring` becomes `… and bring`."""
    return _AND_TO.sub(r"\1 ", what)
