"""The process of its own in which a template is tried: it can write no file, and is held in time and memory.

Reads a line of JSON and the template's bytes from standard input, writes the faults as JSON to standard output.
"""

from __future__ import annotations

import json
import sys
from dataclasses import astuple
from pathlib import Path

MEMORY = 1 << 30
"""Bytes of memory, where the system can limit them."""

SECONDS = 10
"""Of the processor, where the system can limit them; the parent counts by the clock as well."""


def confine() -> None:
    """Take from this process what a trial does not need, where the system can: memory, time, files to write."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock is the only limit there
        return
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def main() -> None:
    """Try one template."""
    confine()
    from boardtui.documents.templates import Template
    from boardtui.documents.vetting.trial import tried

    asked = json.loads(sys.stdin.buffer.readline())
    template = Template(asked["name"], Path(asked["path"]), sys.stdin.buffer.read(), own=True)
    print(json.dumps([astuple(fault) for fault in tried(template)]))


if __name__ == "__main__":
    main()
