"""Search everywhere, from its key to the record at its place."""

from __future__ import annotations

from boardtui.domain.searching import Found, said
from boardtui.ui.going import Going
from boardtui.ui.modals.search import Search


def open_search(app: Going) -> None:
    """Show the search; what is chosen opens where it stands."""
    if app.desk is not None and not isinstance(app.screen, Search):
        app.push_screen(Search(), lambda found: go_to(app, found) if found is not None else None)


def go_to(app: Going, found: Found) -> None:
    """Open a record on its own screen: a minute at its item, a letter at its block, the rest as the thread does."""
    from boardtui.ui.screens.thread_words import going

    if found.opens.kind == "person":
        app.show_place("people", f"at:{found.id}")
    elif found.opens.kind == "meeting":
        app.open_record("meeting", int(found.opens.ref))
    elif found.kind == "in":
        series, _, number = found.opens.ref.rpartition(" ")
        heading = said(found.name).removeprefix(f"{found.opens.ref} ")
        app.open_record("letter", int(number), series, heading)
    elif (way := going(found.opens)).kind == "place":
        app.show_place(str(way.reference[0]), str(way.reference[1]))
    else:
        app.open_record(way.kind, *way.reference)
