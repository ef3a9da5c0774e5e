"""The Board's own words: abbreviations that the minutes spell out, and words that the spelling check knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui import services
from boardtui.domain.abbreviations import Term
from boardtui.domain.typed_words import has_words
from boardtui.store.reading.reader import Database
from boardtui.store.reading.terms import meanings, terms
from boardtui.ui.commands import bindings
from boardtui.ui.forms import terms as forms
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.widgets.literal import hanging, literal
from boardtui.ui.widgets.record_list import Column, Row

OWN, KNOWN, WORDS = "The Board's own abbreviations", "Abbreviations known already", "Words spelt as they are"


@dataclass(frozen=True)
class Found:
    """The Board's own words, and what every abbreviation known besides means."""

    own: Mapping[str, Term]
    known: Mapping[str, str]


class WordsScreen(ListScreen):
    """Abbreviations with what they mean, then words."""

    where = "words"
    place = "people"
    BINDINGS: ClassVar[list[BindingType]] = bindings("words")
    empty_says = (
        "Press {words-add} to enter an abbreviation with what it means, {words-word} to enter a "
        "word that is spelt as it is."
    )
    columns = (Column("Word", 16), Column("Means", 0), Column("In the minutes", 15))
    found: Found | None = None

    def load(self) -> None:
        """Read the words."""
        self.app.read(_read, self.show)

    def show(self, found: Found) -> None:
        """Show them."""
        self.found = found
        self.refill()

    def rows(self) -> list[Row]:
        """Return the words under their headings."""
        if self.found is None:
            return []
        own, known = self.found.own, self.found.known
        groups = (
            (OWN, [one for one in own.values() if one.means]),
            (KNOWN, [own.get(text, Term(text, means)) for text, means in known.items()]),
            (WORDS, [one for one in own.values() if not one.means and one.text not in known]),
        )
        rows = []
        for title, members in groups:
            shown = [self._row(one) for one in members if has_words(self.words, one.text, self._means(one))]
            if shown:
                rows += [Row(f"heading {title}", (title,), heading=True), *shown]
        return rows

    def _row(self, one: Term) -> Row:
        means = self._means(one)
        state = "" if not means else "spelt out" if one.spelt_out else "left as it is"
        return Row(one.text, (one.text, means, state))

    def _means(self, one: Term) -> str:
        return one.means or (self.found.known.get(one.text, "") if self.found else "")

    @property
    def term(self) -> Term | None:
        """Return the word the cursor stands on."""
        if self.found is None or self.chosen is None:
            return None
        text = self.chosen
        means = self.found.known.get(text)
        return self.found.own.get(text) or (Term(text, means) if means else None)

    def preview(self) -> Content:
        """Return the word in full."""
        term = self.term
        if term is None:
            return Content("")
        width = self.query_one("#side").size.width - 3
        means = self._means(term)
        said = [hanging(f"{term.text}  ", means, width, "bold")]
        if means and term.spelt_out:
            said.append(literal("Spelt out in the Word minutes where it is first used; n leaves it as it is."))
        elif means:
            said.append(literal("Left as it is in the Word minutes; n spells it out again."))
        else:
            said.append(literal("The spelling check knows it."))
        return Content("\n").join(said)

    def open(self, key: str) -> None:  # noqa: ARG002  (the cursor stands on it)
        """Change the word the cursor stands on."""
        self.action_edit()

    def action_add(self) -> None:
        """Ask for an abbreviation and what it means."""
        self.app.push_screen(forms.abbreviation(), self.for_new())

    def action_word(self) -> None:
        """Ask for a word that is spelt as it is."""
        self.app.push_screen(forms.word(), self.for_new())

    def action_edit(self) -> None:
        """Ask what the abbreviation means."""
        if (term := self.term) is not None and self._means(term):
            self.app.push_screen(forms.meaning(term, self._means(term)))

    def action_switch(self) -> None:
        """Spell an abbreviation out in the minutes, or leave it as it is."""
        term = self.term
        if term is None or not self._means(term):
            self.app.say("Put the cursor on an abbreviation first.", warning=True)
            return
        text, means, on = term.text, term.means if term.text in (self.found.own if self.found else {}) else "", term
        self.app.change(lambda work: services.terms.set_term(work, text, means, spelt_out=not on.spelt_out))

    def action_remove(self) -> None:
        """Take the word out of the Board's own."""
        term = self.term
        if term is None or self.found is None or term.text not in self.found.own:
            self.app.say("This one is known already; n leaves it as it is in the minutes.", warning=True)
            return
        text = term.text
        self.app.change(lambda work: services.terms.remove_term(work, text))


def _read(db: Database) -> Found:
    own = {one.text: one for one in terms(db)}
    known = {text: means for text, means in meanings(db).items() if text not in own or not own[text].means}
    return Found(own, dict(sorted(known.items(), key=lambda found: found[0].casefold())))
