"""The sign-off passphrase: kept as a digest only, asked for, and slow to be guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from boardtui.domain.passphrases import FIRST_WAIT, FREE_TRIES, LONGEST_WAIT, Cost, digest, next_try
from boardtui.domain.states import Role
from boardtui.errors import BoardError
from boardtui.services import meetings, passphrase, undo
from boardtui.services.desk import Desk
from boardtui.store.engine import connect
from boardtui.store.reading.passphrase import is_set
from boardtui.store.unit import Work
from tests.services.small import nothing_changed

SECRET, OTHER = "three quiet geese", "four quiet geese"
NOW = datetime(2013, 2, 21, 14, 0)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a digest cost next to nothing."""
    monkeypatch.setattr(passphrase, "COST", Cost(n=2))


@pytest.fixture
def at(small_file: Path) -> Iterator[Callable[..., Desk]]:
    """Yield a way to sit down as somebody at another moment."""
    opened: list[Desk] = []

    def sit(after: timedelta = timedelta(), role: Role = Role.CHAIR) -> Desk:
        opened.append(Desk(small_file, who="Test", role=role, clock=lambda: NOW + after))
        return opened[-1]

    yield sit
    for desk in opened:
        desk.close()


def given(desk: Desk, said: str | None) -> None:
    desk.do(lambda work: passphrase.confirm(work, said))


def refused(desk: Desk, said: str | None) -> str:
    with pytest.raises(BoardError) as problem:
        given(desk, said)
    return str(problem.value)


def locked(desk: Desk) -> Desk:
    desk.do(lambda work: passphrase.set_passphrase(work, SECRET))
    return desk


def test_without_one_nothing_is_asked(chair: Desk) -> None:
    given(chair, None)
    assert not chair.read(is_set)


def test_the_right_one_passes_and_another_does_not(chair: Desk) -> None:
    given(locked(chair), SECRET)
    assert chair.read(is_set)
    assert "That is not the sign-off passphrase." in refused(chair, OTHER)
    assert "passphrase is needed" in refused(chair, None)
    assert "passphrase is needed" in refused(chair, "")


def test_the_words_are_nowhere_in_the_file(chair: Desk, small_file: Path) -> None:
    locked(chair)
    refused(chair, "wrong geese entirely")
    raw = small_file.read_bytes()
    assert SECRET.encode() not in raw
    assert b"wrong geese" not in raw
    assert b"scrypt n=2 r=8 p=1" in raw


def test_only_the_chair_sets_one_and_it_has_eight_characters(small: Desk, chair: Desk) -> None:
    with nothing_changed(small), pytest.raises(BoardError, match="Only the Chair may set the sign-off passphrase"):
        small.do(lambda work: passphrase.set_passphrase(work, SECRET))
    with nothing_changed(chair), pytest.raises(BoardError, match="at least 8 characters"):
        chair.do(lambda work: passphrase.set_passphrase(work, "  short  "))


@pytest.mark.parametrize(
    "change",
    [
        lambda work, old: passphrase.set_passphrase(work, OTHER, old),
        lambda work, old: passphrase.remove_passphrase(work, old),
    ],
    ids=["change", "remove"],
)
def test_changing_and_removing_need_the_old_one(chair: Desk, change: Callable[[Work, str | None], None]) -> None:
    locked(chair)
    for wrong in (None, OTHER):
        with nothing_changed(chair), pytest.raises(BoardError):
            chair.do(lambda work, said=wrong: change(work, said))  # type: ignore[misc]  # a lambda with defaults
    chair.do(lambda work: change(work, SECRET))
    with suppress(BoardError):
        given(chair, SECRET)
        assert not chair.read(is_set)


def test_undo_takes_no_passphrase_away(chair: Desk) -> None:
    locked(chair)
    with pytest.raises(BoardError, match="Nothing before that can be undone"):
        chair.do(undo.undo)
    assert chair.read(is_set)


def test_wrong_tries_are_counted_across_restarts_and_slow_the_next(at: Callable[..., Desk]) -> None:
    desk = locked(at())
    for _ in range(FREE_TRIES):
        assert "Try it again." in refused(desk, OTHER)
    assert "It can be tried again at 14:00:05." in refused(desk, OTHER)
    assert "can be tried again at 14:00:05" in refused(at(timedelta(seconds=4)), SECRET)
    given(at(FIRST_WAIT), SECRET)


def test_a_right_one_forgets_the_wrong_ones(at: Callable[..., Desk], small_file: Path) -> None:
    desk = locked(at())
    refused(desk, OTHER)
    given(desk, SECRET)
    with closing(connect(small_file)) as db:
        assert db.execute("SELECT count(*) FROM local_try").fetchone() == (0,)


def test_a_refused_try_takes_back_what_was_done_before_it(chair: Desk) -> None:
    from boardtui.services import actions

    def change(work: Work) -> None:
        actions.update_action(work, "1/01", "Half done")
        passphrase.confirm(work, OTHER)

    locked(chair)
    with nothing_changed(chair), pytest.raises(BoardError):
        chair.do(change)
    chair.do(partial(actions.update_action, ref="1/01", text="Written"))


@pytest.mark.parametrize(
    ("wrong", "wait"),
    [
        (1, 0),
        (FREE_TRIES, 0),
        (FREE_TRIES + 1, 5),
        (FREE_TRIES + 2, 10),
        (FREE_TRIES + 5, 80),
        (60, 3600),
        (9999, 3600),
    ],
)
def test_the_wait_doubles_up_to_an_hour(wrong: int, wait: int) -> None:
    assert next_try(wrong, NOW) - NOW == timedelta(seconds=wait) <= LONGEST_WAIT


def test_a_digest_is_scrypts_and_its_cost_is_kept_with_it() -> None:
    assert Cost.read(str(Cost())) == Cost(1 << 15, 8, 1)
    one, two = (digest(SECRET, "00" * 16, Cost(n=n)) for n in (2, 4))
    assert len(one) == 64
    assert one != two


def test_signing_in_the_program_asks_for_it_and_recording_a_paper_does_not(chair: Desk, small_file: Path) -> None:
    locked(chair)
    with closing(Desk(small_file, who="Test", role=Role.ADMINISTRATOR, clock=lambda: NOW)) as administrator:
        administrator.do(lambda work: meetings.close_meeting(work, 2))
        administrator.do(lambda work: meetings.submit_minutes(work, 2))
        for said in (None, OTHER):
            with nothing_changed(chair), pytest.raises(BoardError, match="passphrase"):
                chair.do(lambda work, said=said: meetings.sign_minutes(work, 2, by="IC", passphrase=said))  # type: ignore[misc]  # a lambda with defaults
        administrator.do(lambda work: meetings.return_minutes(work, 2))
        chair.do(lambda work: meetings.sign_minutes(work, 2, by="IC", passphrase=SECRET))
        administrator.do(lambda work: meetings.start_meeting(work, 3))
        administrator.do(lambda work: meetings.close_meeting(work, 3))
        administrator.do(lambda work: meetings.sign_minutes(work, 3, by="IC", how="paper"))
