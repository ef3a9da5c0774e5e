"""A person editing a Word file: tracked and untracked, commenting, deleting, adding; written as Word writes it."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

WHEN = "2013-05-18T09:30:00Z"
CHAIR = "Independent Chair"


class InWord:
    """An open Word file."""

    def __init__(self, data: bytes) -> None:
        self.document = Document(io.BytesIO(data))
        self._ids = 9000

    def saved(self) -> bytes:
        """Return the file."""
        made = io.BytesIO()
        self.document.save(made)
        return made.getvalue()

    def paragraph(self, words: str) -> Any:
        """Return the paragraph that has these words."""
        return next(one for one in self._paragraphs() if words in one.text)

    def track(self, words: str, new: str, author: str = CHAIR) -> None:
        """Replace words with others, tracked: `w:del` with `w:delText`, then `w:ins`."""
        run = self._run_of(words)
        if words:
            run.addprevious(self._change("del", "delText", words, run, author))
        if new:
            run.addprevious(self._change("ins", "t", new, run, author))
        run.getparent().remove(run)

    def insert(self, behind: str, new: str, author: str = CHAIR) -> None:
        """Insert words behind others, tracked."""
        run = self._run_of(behind)
        run.addnext(self._change("ins", "t", new, run, author))

    def retype(self, words: str, new: str) -> None:
        """Replace words without tracking."""
        run = self._run_of(words)
        _text(run, new)

    def delete(self, words: str, *, tracked: bool = False, author: str = CHAIR) -> None:
        """Delete the paragraph that has these words."""
        paragraph = self.paragraph(words)._p
        if not tracked:
            paragraph.getparent().remove(paragraph)
            return
        for run in paragraph.findall(qn("w:r")):
            for text in run.findall(qn("w:t")):
                text.tag = qn("w:delText")
            wrapper = self._tracked("del", author)
            run.addprevious(wrapper)
            wrapper.append(run)
        self._end(paragraph, "del", author)

    def add_after(self, words: str, new: str, *, tracked: bool = False, author: str = CHAIR) -> None:
        """Add a paragraph behind the one that has these words."""
        paragraph = self.paragraph(words)._p
        made = OxmlElement("w:p")
        if (properties := paragraph.find(qn("w:pPr"))) is not None:
            made.append(deepcopy(properties))
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = new
        run.append(text)
        if tracked:
            wrapper = self._tracked("ins", author)
            wrapper.append(run)
            made.append(wrapper)
            self._end(made, "ins", author)
        else:
            made.append(run)
        paragraph.addnext(made)

    def move(self, words: str, behind: str) -> None:
        """Cut the paragraph that has these words and put it elsewhere, with its bookmark."""
        paragraph, place = self.paragraph(words)._p, self.paragraph(behind)._p
        place.addnext(paragraph)

    def comment(self, words: str, text: str, author: str = CHAIR) -> None:
        """Comment on words."""
        run = self._run_of(words)
        paragraph = Paragraph(run.getparent(), self.document._body)
        made = next(one for one in paragraph.runs if one._r is run)
        self.document.add_comment(made, text, author=author)

    def split(self, words: str) -> None:
        """Split the run that has these words into one run a character, as spell checking and editing do."""
        run = self._run_of(words)
        for character in words:
            one = deepcopy(run)
            _text(one, character)
            run.addprevious(one)
        run.getparent().remove(run)

    def autocorrect(self) -> None:
        """Put curly quotes, long spaces and ellipses where a word processor does."""
        for element in self.document.element.body.iter(qn("w:t")):
            said = (element.text or "").replace("'", "’").replace("...", "…")
            element.text = said.replace(" and ", " and\u00a0").replace(" - ", " – ")

    def _paragraphs(self) -> list[Any]:
        return [Paragraph(one, self.document._body) for one in self.document.element.body.iter(qn("w:p"))]

    def _run_of(self, words: str) -> Any:
        """Return a run of exactly these words, split out of the one that has them."""
        for run in self.document.element.body.iter(qn("w:r")):
            said = "".join(text.text or "" for text in run.findall(qn("w:t")))
            if words and words in said:
                if said == words:
                    return run
                before, _, after = said.partition(words)
                for text, add in ((before, run.addprevious), (after, run.addnext)):
                    if text:
                        piece = deepcopy(run)
                        _text(piece, text)
                        for other in piece.findall(qn("w:tab")):
                            if add == run.addnext:
                                piece.remove(other)
                        add(piece)
                if before:
                    for tab in run.findall(qn("w:tab")):
                        run.remove(tab)
                _text(run, words)
                return run
        raise AssertionError(f"{words!r} is not in the file, or not in one run")

    def _change(self, name: str, text: str, words: str, like: Any, author: str) -> Any:
        wrapper = self._tracked(name, author)
        run = OxmlElement("w:r")
        if (properties := like.find(qn("w:rPr"))) is not None:
            run.append(deepcopy(properties))
        said = OxmlElement(f"w:{text}")
        said.text = words
        said.set(qn("xml:space"), "preserve")
        run.append(said)
        wrapper.append(run)
        return wrapper

    def _tracked(self, name: str, author: str) -> Any:
        self._ids += 1
        wrapper = OxmlElement(f"w:{name}")
        for key, value in (("id", str(self._ids)), ("author", author), ("date", WHEN)):
            wrapper.set(qn(f"w:{key}"), value)
        return wrapper

    def _end(self, paragraph: Any, name: str, author: str) -> None:
        properties = paragraph.get_or_add_pPr()
        run = properties.find(qn("w:rPr"))
        if run is None:
            run = OxmlElement("w:rPr")
            properties.append(run)
        run.append(self._tracked(name, author))


def _text(run: Any, words: str) -> None:
    """Make these the words of a run that had one text."""
    texts = run.findall(qn("w:t"))
    for extra in texts[1:]:
        run.remove(extra)
    texts[0].text = words
    texts[0].set(qn("xml:space"), "preserve")
