"""Whatever stands in data, nothing in it takes effect, and it is cut where it may be cut."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.messages import limits
from bot.chat.messages.escaping import cut, label, plain, plain_cut, whole_lines
from tests.chat.strategies import filled, long_texts, texts


@given(long_texts, st.integers(1, 300))
def test_a_cut_text_keeps_to_its_room(text: str, room: int) -> None:
    assert len(cut(text, room)) <= room
    assert len(plain_cut(text, room)) <= room
    assert 1 <= len(label(text, room)) <= max(room, 1)


@given(st.lists(filled, min_size=1, max_size=30).map("\n".join), st.integers(10, 400))
def test_our_own_markdown_is_cut_between_lines(text: str, room: int) -> None:
    shown = whole_lines(text, room)

    assert len(shown) <= room
    if len(text.partition("\n")[0]) < room - 2:
        assert (shown == text) != shown.endswith("\n…")
        assert text.startswith(shown.removesuffix("…").rstrip("\n"))


@given(st.lists(st.sampled_from(["one", "two", "three", "four"]), min_size=8), st.integers(10, 30))
def test_a_text_of_words_is_cut_between_them(words: list[str], room: int) -> None:
    shown = cut(" ".join(words), room)
    assert all(word in {"one", "two", "three", "four"} for word in shown.rstrip("…").split())


@pytest.mark.parametrize(
    "text", ["exercises, warning", "exercises. Later", "exercises; all", "exercises: two"]
)
def test_no_mark_is_left_before_an_ellipsis(text: str) -> None:
    assert cut(f"joint military {text} of the first targets", 27) == "joint military exercises…"


def test_a_family_of_emoji_is_not_torn_apart() -> None:
    family = "👨‍👩‍👧‍👦"
    shown = cut(family * 5, len(family) + 3)
    assert shown == family + "…"


@pytest.mark.parametrize(
    ("attack", "shown"),
    [
        ("**bold** _it_ ~~no~~", r"\*\*bold\*\* \_it\_ \~\~no\~\~"),
        ("[NATO](https://evil.example)", r"\[NATO\]\(https\://evil.example\)"),
        ("https://evil.example", r"https\://evil.example"),
        (
            "<@123> <#1> <t:1:R> </ask:1>",
            r"\<\@123\> \<\#1\> \<t:1:R\> \</ask:1\>".replace(r"\#", "#"),
        ),
        ("@everyone", r"\@everyone"),
        ("# heading", r"\# heading"),
        ("- list", r"\- list"),
        ("1. list", "1\\. list"),
        ("> quote", r"\> quote"),
        ("```code```", r"\`\`\`code\`\`\`"),
        ("||spoiler||", r"\|\|spoiler\|\|"),
        ("a\n# b", "a # b"),
        ("\u202etxt.exe\u202c\u200b", "txt.exe"),
        ("a\\*b", "a\\\\\\*b"),
        ("discord.gg/x Discord.com/invite/x", r"discord\.gg/x Discord\.com/invite/x"),
        (":tada: :+1: :100: at 12:30:45", r"\:tada: \:+1: \:100: at 12:30:45"),
        ("a\u200db\u200c", "ab"),
        ("\u3164\u115f\u2800\u034f\U000e0041x", "x"),
        ("Z" + "\u0301" * 50, "Z" + "\u0301" * 4),
        ("می\u200cخواهم ❤\ufe0f क\u094d\u200dष", "می\u200cخواهم ❤\ufe0f क\u094d\u200dष"),
    ],
)
def test_marks_in_data_are_shown_and_not_obeyed(attack: str, shown: str) -> None:
    assert plain(attack) == shown


SPECIAL = st.text(st.sampled_from("ab1é² \n#+-.):/@*_~`|<>[](\\"), max_size=12)
ADDRESSES = st.sampled_from(["https://", "discord.gg/", "Discord.COM/invite/", ":tada:", ":+1:"])


def plainly(text: str) -> str:
    """Return what `plain` returns, all that may have to be escaped looked for one by one."""
    shown = re.sub(r"([\\*_~`|<>\[\]()@])", r"\\\1", text)
    shown = re.sub(r"(?<=[A-Za-z]):(?=//)", r"\:", shown)
    shown = re.sub(r"(?i)\.(?=gg/|com/invite/)", r"\.", shown)
    shown = re.sub(r"(?i):(?=[+\-\w]*[a-z][+\-\w]*:|[+\-]1:|100:|1234:)", r"\:", shown)
    shown = re.sub(r"^([#+\-])", r"\\\1", shown)
    return re.sub(r"^(\d+)(?=[.)])", r"\1\\", shown)


@given(st.lists(SPECIAL | ADDRESSES, max_size=6).map("".join))
def test_nothing_is_escaped_otherwise_by_looking_only_for_what_may_be_there(text: str) -> None:
    assert plain(text) == plainly(" ".join(text.split()))


@given(texts)
def test_plain_text_holds_no_unescaped_mark(text: str) -> None:
    shown = plain(text)
    bare = shown.replace("\\\\", "")
    for mark in "*_~`|<>[]()@":
        assert bare.count(mark) == bare.count("\\" + mark)
    assert "\n" not in shown


def test_a_text_of_any_length_is_made_plain_in_one_go() -> None:
    """What looks again from every letter for the end of an emoji would not end."""
    text = f":{'a' * 1_000_000} :{'1' * 1_000_000} :smile:"
    assert plain(text).endswith(r" \:smile:")


def test_every_label_has_something_to_read() -> None:
    assert label("\u200b\u202e", limits.LABEL) == "…"


def test_a_long_text_is_cut_close_to_the_room_it_has() -> None:
    text = "word " * 1_000

    assert 90 <= len(plain_cut(text, 100)) <= 100
    assert len(plain_cut("*" * 1_000, 100)) <= 100
