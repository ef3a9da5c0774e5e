"""Asking for the Board's own words: abbreviations with what they mean, and words that are spelt as they are."""

from __future__ import annotations

from textual.content import Content

from boardtui import services
from boardtui.domain.abbreviations import Term
from boardtui.ui.modals.form import Form
from boardtui.ui.widgets.fields import words


def abbreviation() -> Form:
    """Ask for an abbreviation and what it means."""
    return Form(
        "Add an abbreviation",
        [words("text", "Abbreviation", needed=True, hint="LSCB"), words("means", "Means", needed=True)],
        lambda answers: lambda work: services.terms.set_term(work, answers["text"], answers["means"]),
        says=Content("The Word minutes spell it out where it is first used; what was typed stays."),
    )


def word() -> Form:
    """Ask for a word that is spelt as it is."""
    return Form(
        "Add a word",
        [words("text", "Word", needed=True)],
        lambda answers: lambda work: services.terms.set_term(work, answers["text"]),
        says=Content("The spelling check will know it."),
    )


def meaning(term: Term, means: str) -> Form:
    """Ask what an abbreviation means."""
    return Form(
        f"What {term.text} means",
        [words("means", "Means", means, needed=True)],
        lambda answers: (
            lambda work: services.terms.set_term(work, term.text, answers["means"], spelt_out=term.spelt_out)
        ),
    )
