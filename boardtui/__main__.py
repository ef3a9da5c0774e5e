"""Run the command line with `python -m boardtui`."""

from boardtui.cli import main

main()
