"""Looking through a template's parts: no macros, no embedded programs, nothing fetched from outside (DESIGN 8)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from boardtui.documents.vetting import word_fields
from boardtui.documents.vetting.faults import Fault, UnfitError

DEEPEST = 200
"""Levels of XML inside each other; a table in a table in a table has about thirty."""

_DECLARES = re.compile(r"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(r"""^\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8|utf-?16)""", re.IGNORECASE)
_OPENS_OR_SHUTS = re.compile(rb"<(/?)[^!?>][^>]*?(/?)>")
_ACTIVE = re.compile(r"vba|macro|activex|oleobject|/embeddings/|\.(bin|exe|dll|js|vbs|ps1|hta|html?|mht|rtf)$", re.I)
_ACTIVE_TYPE = re.compile(r"macroEnabled|vbaProject|vbaData|activeX|oleObject|keyMapCustomizations|customUI", re.I)
_ACTIVE_LINK = re.compile(
    r"/(vbaProject|attachedTemplate|oleObject|package|control|aFChunk|subDocument|frame|customUI|extensibility"
    r"|wordVbaData|keyMapCustomizations|mailMergeSource|mailMergeHeaderSource|recipientData)$",
    re.IGNORECASE,
)
_SENT_BY_HAND = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OWN_TEMPLATE = "In Word: File, Options, Add-ins, Templates: empty the box “Document template”."


def look_through(parts: Mapping[str, bytes]) -> list[Fault]:
    """Return what is unsafe in a package; raises UnfitError when a part cannot be read safely at all."""
    trees = {name: _tree(name, data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    for needed in ("[Content_Types].xml", "_rels/.rels", "word/document.xml"):
        if needed not in trees:
            raise UnfitError(Fault("the file", f"it is not a Word document: {needed} is missing."))
    return [
        *_named(parts),
        *_typed(trees["[Content_Types].xml"]),
        *(fault for name, tree in trees.items() if name.endswith(".rels") for fault in _related(name, tree)),
        *(fault for name, tree in trees.items() if name.startswith("word/") for fault in _written(name, tree)),
    ]


def _tree(name: str, data: bytes) -> Element:
    """Read one XML part, which may declare nothing and not be nested beyond reason."""
    place = f"part {name}"
    encoded = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoded)
    except UnicodeDecodeError as problem:
        raise UnfitError(Fault(place, "it is neither UTF-8 nor UTF-16.")) from problem
    if _ENCODING.search(text):
        raise UnfitError(Fault(place, "it is neither UTF-8 nor UTF-16."))
    if _DECLARES.search(text):
        raise UnfitError(Fault(place, "it declares a document type or entities, which Word never does."))
    if _depth(text.encode()) > DEEPEST:
        raise UnfitError(Fault(place, f"it is nested more than {DEEPEST} levels deep."))
    try:
        return ElementTree.fromstring(text.encode() if encoded == "utf-8-sig" else data)
    except (ElementTree.ParseError, ValueError, LookupError) as problem:
        raise UnfitError(Fault(place, f"it cannot be read: {problem}.")) from problem


def _depth(data: bytes) -> int:
    """Return how deep the elements of an XML text are inside each other, without building anything."""
    deepest = depth = 0
    for found in _OPENS_OR_SHUTS.finditer(data):
        if found[1]:
            depth -= 1
        elif not found[2]:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _named(parts: Mapping[str, bytes]) -> Iterator[Fault]:
    for name in parts:
        if _ACTIVE.search(name):
            yield Fault(f"part {name}", "it may hold a macro, a program or another document.", "Remove it in Word.")


def _typed(types: Element) -> Iterator[Fault]:
    """Look at what the parts say they are: a `.docm` renamed says so here."""
    said = [one.get("ContentType", "") for one in types]
    for kind in said:
        if _ACTIVE_TYPE.search(kind):
            yield Fault("part [Content_Types].xml", f"it holds macros or controls ({kind}).", "Save it as .docx.")
    if _MAIN not in said:
        yield Fault("part [Content_Types].xml", "it is not an ordinary Word document.", "Save it as .docx.")


def _related(name: str, tree: Element) -> Iterator[Fault]:
    """Look at what a part refers to: outside itself only web and mail addresses that somebody has to click."""
    of = posixpath.basename(name).removesuffix(".rels") or "the package"
    for one in tree:
        kind, target = one.get("Type", ""), one.get("Target", "")
        what, place = posixpath.basename(kind), f"part {of}, its link to {target}"
        if _ACTIVE_LINK.search(kind):
            hint = _OWN_TEMPLATE if what == "attachedTemplate" else "Remove it in Word."
            yield Fault(place, f"it brings in something from elsewhere or that runs ({what}).", hint)
        elif one.get("TargetMode", "").casefold() == "external":
            if what != "hyperlink":
                hint = "Insert the picture itself, not a link to it." if what == "image" else "Remove it in Word."
                yield Fault(place, f"it is fetched from outside the document ({what}).", hint)
            elif not _SENT_BY_HAND.match(target):
                yield Fault(place, "a link may lead to http, https or mailto only.")
        elif ":" in target or "\\" in target or target.startswith("//"):
            yield Fault(place, "it leads outside the document.")


def _written(name: str, tree: Element) -> Iterator[Fault]:
    """Look at what a part of the text holds: embedded things, and fields that Word would run."""
    for element in tree.iter():
        local = element.tag.rpartition("}")[2]
        if local in ("altChunk", "OLEObject", "control", "subDoc", "object", "attachedTemplate"):
            yield Fault(f"part {name}", f"it embeds something that is not text ({local}).", "Remove it in Word.")
    yield from word_fields.unsafe(name, tree)
