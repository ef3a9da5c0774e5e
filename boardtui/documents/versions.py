"""The two versions of a paper: the open one, and the restricted one for those who may read what is restricted.

Whoever renders a paper and says nothing gets the open one (rule 12).
"""

from __future__ import annotations

from typing import TypeVar

from boardtui.documents import marks
from boardtui.documents.word import Context
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.text import one_line
from boardtui.domain.withholding import open_version

Paper = TypeVar("Paper")


def shown(paper: Paper, version: PaperVersion) -> Paper:
    """Return what a version of a paper is made from."""
    return paper if version == PaperVersion.RESTRICTED else open_version(paper).paper


def marked(context: Context, paper: object, version: PaperVersion) -> Context:
    """Return a document's context; the restricted version says in its header and properties that it is, and why."""
    if version == PaperVersion.OPEN:
        return context
    reasons = [one_line(reason).rstrip(".") for reason in open_version(paper).withheld.reasons]
    why = f"RESTRICTED: {'; '.join(reasons)}" if reasons else "Restricted version: nothing in it is restricted"
    properties = context["properties"]
    named = {
        "title": f"{properties['title']} – restricted version",
        "keywords": ", ".join(filter(None, (properties["keywords"], "Restricted"))),
        "mark": marks.restricted(properties["mark"]),
    }
    return context | {"marking": why, "properties": properties | named}


def file_name(name: str, version: PaperVersion) -> str:
    """Return the name of a version's file: the restricted one's ends in `-restricted`."""
    if version == PaperVersion.OPEN:
        return name
    stem, _, extension = name.rpartition(".")
    return f"{stem}-restricted.{extension}"
