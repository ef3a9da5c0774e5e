"""The components a user installs, as SECURITY.md lists them: renewed by `python -m tests.components`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

SECURITY = Path(__file__).parent.parent / "SECURITY.md"
BEGIN, END = "<!-- components -->\n", "<!-- /components -->"
LICENCES = {
    "contourpy": "BSD-3-Clause",
    "cycler": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "kiwisolver": "BSD-3-Clause",
    "matplotlib": "Matplotlib (PSF style)",
    "numpy": "BSD-3-Clause and others",
    "python-dateutil": "Apache-2.0 or BSD-3-Clause",
    "sqlcipher3": "zlib/libpng (SQLCipher: BSD-3-Clause)",
}
"""The licences of packages whose own description holds a whole text, or none, instead of a name."""


def table() -> str:
    """Return a row for each package that the program needs, directly or through another."""
    said = ["| component | version | licence |", "| --- | --- | --- |"]
    found = {one.metadata["Name"].lower(): one for one in _needed("boardtui", extra="encrypted")}
    said += [f"| {one.metadata['Name']} | {one.version} | {_licence(one)} |" for _, one in sorted(found.items())]
    return "\n".join(said)


def renewed(text: str) -> str:
    """Return SECURITY.md with its list of components made again."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}{table()}\n{END}{rest.partition(END)[2]}"


def _needed(name: str, extra: str = "", seen: set[str] | None = None) -> Iterator[Distribution]:
    seen = set() if seen is None else seen
    for wanted in requires(name) or []:
        one = Requirement(wanted)
        if (one.marker is None or one.marker.evaluate({"extra": extra})) and canonicalize_name(one.name) not in seen:
            seen.add(canonicalize_name(one.name))
            yield distribution(one.name)
            yield from _needed(one.name, seen=seen)


def _licence(one: Distribution) -> str:
    known = LICENCES.get(one.metadata["Name"].lower())
    facts = one.metadata.json
    named = str(facts.get("license_expression") or facts.get("license") or "")
    classed = [text.rpartition(" :: ")[2] for text in facts.get("classifier", []) if "License ::" in text]
    return known or (named if 0 < len(named) < 40 else ", ".join(classed))


if __name__ == "__main__":
    SECURITY.write_text(renewed(SECURITY.read_text(encoding="utf-8")), encoding="utf-8")
