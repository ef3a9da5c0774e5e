"""Run as `python -m boardtui`."""

from boardtui.cli import main

main()
