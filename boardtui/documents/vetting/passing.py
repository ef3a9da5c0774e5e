"""Checking a template in a process of its own, and keeping which content passed (DESIGN 8, *Word*)."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from typing import Literal

import boardtui
from boardtui import paths
from boardtui.documents.sentences import capital
from boardtui.documents.templates import Template
from boardtui.documents.vetting.faults import Fault
from boardtui.domain.text import plural
from boardtui.errors import BoardError

SECONDS = 9
"""How long a check may take by the clock, the start of its process included."""

Standing = Literal["checked", "changed since its check", "not checked"]


def faults(template: Template) -> list[Fault]:
    """Return what is wrong with a template; nothing of it runs in this process."""
    asked = json.dumps({"name": template.name, "path": str(template.path)}).encode() + b"\n"
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "boardtui.documents.vetting.child"],
            input=asked + template.data,
            capture_output=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONDONTWRITEBYTECODE": "1"},
            timeout=SECONDS,
            check=False,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return [Fault(*one) for one in json.loads(done.stdout)]
    except subprocess.TimeoutExpired:
        return [Fault("the trial", f"it was not done after {SECONDS} seconds.", "Take out what repeats itself.")]
    except (OSError, ValueError, TypeError):
        return [Fault("the trial", "it could not be finished: it needs too much memory, or is no Word document.")]


def checked(template: Template) -> list[Fault]:
    """Check a template and, if it is the council's own and passes, keep that this content did."""
    found = faults(template)
    if not found and template.own:
        _keep(template)
    return found


def standing(template: Template) -> Standing:
    """Say whether the council's own template passed its check as it is now."""
    kept = _kept().get(template.name)
    if kept is None:
        return "not checked"
    return "checked" if kept == _key(template) else "changed since its check"


def must_pass(template: Template) -> None:
    """Check a template on the spot unless this content passed before; raises BoardError, never takes another one."""
    if standing(template) == "checked":
        return
    found = checked(template)
    if found:
        more = f" And {plural(len(found) - 1, 'other fault', 'other faults')}." if len(found) > 1 else ""
        raise BoardError(
            f"Your template {template.path.name} cannot be used.",
            f"{capital(str(found[0]))}{more}",
            f"Mend {template.path} and run “boardtui templates check {template.name}”, or remove your copy to use the "
            "template that came with the program.",
        )


def _key(template: Template) -> str:
    """Return the digest of a template's bytes, and of what it was checked against."""
    against = (paths.shipped_templates() / "trial" / f"{template.name}.json").read_bytes()
    told = (boardtui.__version__.encode(), template.name.encode(), against, template.data)
    return hashlib.sha256(b"".join(hashlib.sha256(one).digest() for one in told)).hexdigest()


def _kept() -> dict[str, str]:
    try:
        found = json.loads((paths.state_folder() / "templates.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _keep(template: Template) -> None:
    """Remember that a template passed; where that cannot be written, it is checked again next time."""
    target = paths.state_folder() / "templates.json"
    text = json.dumps(_kept() | {template.name: _key(template)})
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    except OSError:
        return
