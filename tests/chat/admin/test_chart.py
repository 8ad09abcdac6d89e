"""The picture of the insights, drawn by a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.admin.chart import Bars, Chart

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

BARS = Bars(["1 June"], [3], [1], [0], ["a", "b", "c"], [["Cited", [["#1", 2]]]], "Questions")


async def test_what_else_is_called_bot_in_the_working_directory_draws_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "__init__.py").write_text("raise SystemExit('another bot')")
    monkeypatch.chdir(tmp_path)

    drawn = await Chart(tmp_path / "fonts").draw(BARS)

    assert drawn.startswith(b"\x89PNG")
