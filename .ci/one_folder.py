"""Where the one-folder build starts: what `boardtui` does, and the process of its own in which a template is tried."""

import os
import sys

TRIAL = ["-P", "-m", "boardtui.documents.vetting.child"]


def _as_the_system_has_it() -> None:
    """Give LibreOffice or an editor, started from here, the system's libraries, and matplotlib its usual folder."""
    system = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    os.environ.pop("LD_LIBRARY_PATH", None)
    os.environ.pop("MPLCONFIGDIR", None)
    if system:
        os.environ["LD_LIBRARY_PATH"] = system


_as_the_system_has_it()
if sys.argv[1:] == TRIAL:
    from boardtui.documents.vetting.child import main
else:
    from boardtui.cli import main

main()
