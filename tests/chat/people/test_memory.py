"""What a person asked last is remembered for a quarter of an hour."""

from __future__ import annotations

from bot.chat.people.memory import SECONDS, Memory
from bot.model import Context

CONTEXT = Context("OSCE Malta", (2,))


def test_what_was_asked_is_forgotten_after_fifteen_minutes() -> None:
    now = 0.0
    memory = Memory(lambda: now)
    memory.remember((1, 2), CONTEXT, 1)

    now = SECONDS - 1
    assert memory.recall((1, 2)) == CONTEXT
    now = SECONDS + 1
    assert memory.recall((1, 2)) is None


def test_people_and_channels_are_kept_apart() -> None:
    memory = Memory()
    memory.remember((1, 2), CONTEXT, 1)

    assert memory.recall((1, 3)) is None
    assert memory.recall((2, 2)) is None


def test_memory_is_bounded() -> None:
    memory = Memory()
    for person in range(20_001):
        memory.remember((person, None), CONTEXT, person)

    assert memory.recall((0, None)) is None
    assert memory.recall((19_999, None)) == CONTEXT


def test_what_one_person_asked_is_forgotten_wherever_it_was() -> None:
    memory = Memory()
    for where in ((1, 2), (1, 3), 77):
        memory.remember(where, CONTEXT, 1)
    memory.remember((2, 2), CONTEXT, 2)

    memory.forget(1)

    assert [memory.recall(where) for where in ((1, 2), (1, 3), 77)] == [None] * 3
    assert memory.recall((2, 2)) == CONTEXT
