"""What a person asked last is remembered for a quarter of an hour."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.people.memory import SECONDS, Memory
from bot.model import Context

CONTEXT = Context("OSCE Malta", (2,))
HIDDEN = Context("grain imports", (14,))


def test_what_was_asked_is_forgotten_after_fifteen_minutes() -> None:
    now = 0.0
    memory = Memory(lambda: now)
    memory.remember((1, 2), CONTEXT, 1, private=False)

    now = SECONDS - 1
    assert memory.recall((1, 2), private=True) == CONTEXT
    now = SECONDS + 1
    assert memory.recall((1, 2), private=True) is None


def test_people_and_channels_are_kept_apart() -> None:
    memory = Memory()
    memory.remember((1, 2), CONTEXT, 1, private=False)

    assert memory.recall((1, 3), private=True) is None
    assert memory.recall((2, 2), private=True) is None


def test_memory_is_bounded() -> None:
    memory = Memory()
    for person in range(20_001):
        memory.remember((person, None), CONTEXT, person, private=False)

    assert memory.recall((0, None), private=True) is None
    assert memory.recall((19_999, None), private=True) == CONTEXT


def test_what_one_person_asked_is_forgotten_wherever_it_was() -> None:
    memory = Memory()
    for where in ((1, 2), (1, 3), 77):
        memory.remember(where, CONTEXT, 1, private=True)
    memory.remember((2, 2), CONTEXT, 2, private=True)

    memory.forget(1)

    assert [memory.recall(where, private=True) for where in ((1, 2), (1, 3), 77)] == [None] * 3
    assert memory.recall((2, 2), private=True) == CONTEXT


def test_what_was_asked_in_private_is_kept_from_what_others_see() -> None:
    memory = Memory()
    memory.remember((1, 2), CONTEXT, 1, private=False)
    memory.remember((1, 2), HIDDEN, 1, private=True)

    assert memory.recall((1, 2), private=True) == HIDDEN
    assert memory.recall((1, 2), private=False) == CONTEXT
    memory.forget(1)
    assert memory.recall((1, 2), private=False) is None


def test_a_question_without_a_known_word_is_forgotten_where_it_was_seen_alone() -> None:
    memory = Memory()
    memory.remember((1, 2), CONTEXT, 1, private=False)
    memory.remember((1, 2), HIDDEN, 1, private=True)
    memory.remember((1, 2), None, 1, private=False)

    assert memory.recall((1, 2), private=False) is None
    assert memory.recall((1, 2), private=True) == HIDDEN


def test_what_is_forgotten_where_others_saw_it_is_forgotten_in_private_too() -> None:
    memory = Memory()
    memory.remember((1, 2), CONTEXT, 1, private=False)
    memory.remember((1, 2), None, 1, private=False)

    assert memory.recall((1, 2), private=False) is None
    assert memory.recall((1, 2), private=True) is None


def test_a_private_question_without_a_known_word_leaves_what_others_saw() -> None:
    memory = Memory()
    memory.remember((1, 2), CONTEXT, 1, private=False)
    memory.remember((1, 2), None, 1, private=True)

    assert memory.recall((1, 2), private=False) == CONTEXT
    assert memory.recall((1, 2), private=True) is None


def test_what_was_listed_is_remembered_over_what_was_asked_by_who_saw_it() -> None:
    memory = Memory()
    listed = Context("", (7, 6), (5,))
    memory.remember((1, 2), CONTEXT, 1, private=False)
    memory.remember((1, 2), HIDDEN, 1, private=True)

    for _ in range(2):
        memory.remember_list((1, 2), listed, 1, private=False)

    assert memory.recall((1, 2), private=False) == replace(listed, before=CONTEXT)
    assert memory.recall((1, 2), private=True) == replace(listed, before=HIDDEN)
    memory.remember(77, CONTEXT, 2, private=False)
    memory.remember_list((1, 77), listed, 1, private=False)
    assert memory.recall((1, 77), private=False) == replace(listed, before=CONTEXT)
    memory.remember_list((1, 3), listed, 1, private=True)
    assert memory.recall((1, 3), private=False) is None
    assert memory.recall((1, 3), private=True) == listed
