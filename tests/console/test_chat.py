"""A conversation with the bot in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


def test_a_conversation_follows_topics_by_their_number(attache: Run) -> None:
    done = attache("chat", typed="summit in malta\n1\n/topics\n/nonsense\n/quit\n")

    assert done.returncode == 0
    assert "briefings.txt:2" in done.stdout
    assert "About " in done.stdout
    assert "(1)" in done.stdout


def test_a_topic_in_a_conversation_shows_all_its_briefings(attache: Run, tmp_path: Path) -> None:
    lines = [f"In Ruritania harvest {number} was good." for number in range(6)]
    others = [f"Bee {number} hums a quiet tune." for number in range(5)]
    (tmp_path / "data" / "briefings.txt").write_text("\n".join(lines + others))
    done = attache("chat", typed="/topics\n1\n/quit\n")

    assert "About Ruritania" in done.stdout
    assert all(f"harvest {number} " in done.stdout for number in range(6))
    assert "[1]" not in done.stdout.partition("About Ruritania")[2]


def test_a_chat_in_the_terminal_can_be_followed_up(attache: Run) -> None:
    done = attache("chat", typed="grain imports\nwhat about Poland?\ntell me more\n/quit\n")

    assert "Following up on: grain, imports." in done.stdout
    assert "There is nothing more on that.\nFollowing up on: grain, imports, Poland." in done.stdout


def test_what_a_chat_in_the_terminal_opened_is_followed_up(attache: Run) -> None:
    done = attache("chat", typed="grain imports\n#9\nwhy?\n/quit\n")

    assert "Following up on: Russian, Sergei Lavrov, Israel." in done.stdout


def test_what_a_chat_in_the_terminal_shows_first_is_opened(attache: Run) -> None:
    done = attache("chat", typed="OSCE Malta\nthe full text\n/quit\n")

    assert "[1] #2 · briefings.txt:2" in done.stdout
    assert "\n#2 · briefings.txt:2" in done.stdout


def test_a_chat_in_the_terminal_knows_small_talk_numbers_and_what_is_no_command(
    attache: Run,
) -> None:
    done = attache("chat", typed="hello\nhelp\n/foo [bar]\n#5\n#99\n10-point plan\nquit\nOSCE\n")
    parts = [part.strip() for part in done.stdout.split("> ")[1:]]

    assert parts[0].startswith("Hello!")
    assert parts[1].startswith("Answers come from the briefings alone")
    assert all("Ask in your own words" in part for part in parts[:3])
    assert parts[2].startswith("There is no /foo.")
    assert parts[3].startswith("#5 · briefings.txt:5")
    assert parts[4] == "There is no briefing #99; the latest is #14."
    assert "briefings.txt:13" in parts[5]
    assert len(parts) == 7
    assert not parts[6]


def test_a_chat_in_the_terminal_takes_any_number_and_the_words_of_discord(attache: Run) -> None:
    typed = f"{'7' * 5000}\n/ask grain imports\nshow topics\n1\n/quit\n"
    done = attache("chat", typed=typed)

    assert done.returncode == 0
    assert "briefings.txt:14" in done.stdout
    assert "(1)" in done.stdout
    assert "About " in done.stdout


def test_one_briefing_is_counted_as_one(attache: Run, tmp_path: Path) -> None:
    (tmp_path / "data" / "briefings.txt").write_text("In Ruritania the harvest was good.")

    assert "Attaché: 1 briefing, edition 1." in attache("chat", typed="/quit\n").stdout
    assert "1 briefing: 1 added, 0 changed" in attache("status").stdout
    assert "1 briefing: 1 added, 0 changed" in attache("editions").stdout
    assert "edition 1, 1 briefing\n" in attache("check").stdout
    assert attache("export", "all.jsonl").stdout == "1 briefing is in all.jsonl.\n"


def test_of_no_briefings_no_word_is_told_to_be_missing(attache: Run, tmp_path: Path) -> None:
    (tmp_path / "data" / "briefings.txt").write_text("")

    said = attache("chat", typed="who boycotted the meeting\n/quit\n").stdout

    assert "There are no briefings yet." in said
    assert "boycotted" not in said
