"""SQL for the restriction that a record carries or inherits, in one place for every read (rule 12).

Each gives the nearest reason, or NULL: a record's own first, then that of what it came from.
"""

from __future__ import annotations

from boardtui.domain.states import EntryKind, UpdateKind


def of_action(action: str) -> str:
    """Return SQL for why the action that a query calls `action` is restricted: itself, its item, what raised it."""
    return f"""coalesce({action}.restricted,
        (SELECT xi.restricted FROM agenda_item AS xi WHERE xi.id = {action}.item_id),
        (SELECT max(coalesce(xe.restricted, xi.restricted)) FROM entry AS xe
            JOIN agenda_item AS xi ON xi.id = xe.item_id
            WHERE xe.action_id = {action}.id AND xe.kind = '{EntryKind.ACTION}'))"""


def of_entry(entry: str) -> str:
    """Return SQL for why an entry is restricted: itself, its item, the record it updates, answers or amends."""
    return f"""coalesce({_said(entry)},
        (SELECT coalesce({_said("q")}) FROM entry AS q WHERE q.id = {entry}.answers_id),
        (SELECT max(coalesce({_said("t")})) FROM amendment AS am JOIN entry AS t ON t.id = am.amended_id
            WHERE am.entry_id = {entry}.id))"""


def of_update(update: str) -> str:
    """Return SQL for why a line of an action's log is restricted: the entry that minutes it, or the action."""
    return f"""coalesce({minuted(update)}, (SELECT {of_action("ua")} FROM action AS ua
        WHERE ua.id = {update}.action_id))"""


def of_last_update(action: str, kind: UpdateKind | None = None) -> str:
    """Return SQL for why the last line of an action's log, or the last of a kind, was said under a restriction."""
    wanted = f"= '{kind}'" if kind else f"<> '{UpdateKind.RAISED}'"
    return f"""(SELECT {minuted("lu")} FROM action_update AS lu WHERE lu.action_id = {action}.id AND lu.kind {wanted}
        ORDER BY lu.position DESC, lu.id DESC LIMIT 1)"""


def of_rating(rating: str) -> str:
    """Return SQL for why a rating's reason is restricted: itself, or the entry that minutes it."""
    return f"coalesce({rating}.restricted, {minuted(rating)})"


def of_line_move(move: str) -> str:
    """Return SQL for why a move of a line's due date is restricted: what its meeting minuted of the line, or decided.

    A decision is the one that the reason cites: `D4/02`.
    """
    return f"""(SELECT max(why) FROM (
        SELECT {of_entry("ve")} AS why FROM entry AS ve
            WHERE ve.meeting_id = {move}.meeting_id AND ve.line_id = {move}.line_id
        UNION ALL SELECT {of_entry("vd")} FROM meeting AS vm JOIN entry AS vd ON vd.meeting_id = vm.id
            WHERE {move}.reason GLOB '*D[0-9]*' AND instr({move}.reason, 'D' || vm.number || '/') > 0
                AND instr({move}.reason, printf('D%d/%02d', vm.number, vd.decision_number)) > 0))"""


def minuted(record: str) -> str:
    """Return SQL for why a record is restricted that an entry minutes: the reason of its `entry_id`."""
    return f"(SELECT {of_entry('me')} FROM entry AS me WHERE me.id = {record}.entry_id)"


def _said(entry: str) -> str:
    """Return SQL for the reasons that an entry has by itself, by its item and by the action it is about, in order."""
    return f"""{entry}.restricted,
        (SELECT ei.restricted FROM agenda_item AS ei WHERE ei.id = {entry}.item_id),
        (SELECT {of_action("ea")} FROM action AS ea WHERE ea.id = {entry}.action_id)"""
