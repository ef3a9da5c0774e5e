"""The small words by which a recorded phrase is told from a clause and an instruction from a name."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FINITE = _set(
    "is are was were has have had cannot can could will would did does do remains remain fell rose shows show says "
    "stands may must should began"
)
"""Verbs that make a clause of the words before them."""

TURNS_AWAY = _set("that which who whom whose where when if")
"""Words after which a verb belongs to another clause."""

NO_SUBJECT = _set("with without although though while since because from by in on at as but if after before so")
"""Words that cannot follow *because*."""

INSTRUCTIONS = _set(
    "add adopt agree analyse appoint arrange ask assess attend begin bring build carry circulate collect commission "
    "conduct confirm consider consult count define deliver develop embed ensure establish explain extend find finish "
    "follow give hold identify implement improve include increase introduce invite involve keep listen make map move "
    "obtain organise prepare produce propose provide publish put raise re-audit read recruit redesign reduce remind "
    "replace reply require resolve rewrite run say secure see send set settle simplify speak strengthen sustain take "
    "tell thank train update withdraw write"
)
"""Verbs with which an action opens."""

INSTRUCTIONS_OR_NAMES = _set(
    "aim audit brief challenge change check clear close complete contract design draft fill focus help issue join "
    "lead list look measure monitor name offer open plan pilot present programme project repeat report request "
    "review revise sample share show start supply support talk test track trial use visit work"
)
"""Words that are verbs only where an object follows: `audit all files`, but not `audit of all files`."""

DETERMINERS = _set(
    "the a an all any both each every how its no our that their these this those what when whether who why"
)
"""Words with which an object begins."""

OPENERS = _set(
    "A All An Any At Before Both By Each Every For From How In It Its No None Of On One Only Our Since Some That "
    "The Their There These They This Those To Two We What When Which While Who Why With"
)
"""Words that lose their capital inside a sentence even where a name follows them."""

KEPT = _set(
    "Board Chair Christmas Constabulary Council Department Director Easter England English Leader Minister "
    "Ministers Notice Ofsted Parliament Trust"
)
"""Words that a letter to a Minister writes with a capital."""

NO_NAME = _set("All Chief Deputy Head Independent Lead Local Partner Principal The Voluntary")
"""Words that open the name of a body without being a name themselves."""

NOT_VERBS = _set("a an the all each every his her its our their this that those these me us them")
"""Words after *to* that show it is not an infinitive."""
