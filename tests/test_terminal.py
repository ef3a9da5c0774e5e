"""Telling how far something is: a ctrl+c is heard even where Python lets no exception out."""

from __future__ import annotations

import os
import signal

import pytest

from boardtui.terminal import Telling


class Swallowing:
    """An object that is interrupted while it is tidied up: Python says so on stderr and goes on."""

    def __del__(self) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        for _ in range(1000):
            pass


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interrupt_that_was_swallowed_is_heard_at_the_next_step() -> None:
    with Telling() as told:
        told("Making it", 0, 2)
        held = Swallowing()
        del held
        with pytest.raises(KeyboardInterrupt):
            told("Making it", 1, 2)


def test_the_handler_of_before_is_back_afterwards() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Telling():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
