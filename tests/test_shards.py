"""Which shards run here."""

from __future__ import annotations

import pytest

from bot.settings import SettingsError, load_settings
from bot.shards import Shards, parse_shards


@pytest.mark.parametrize(
    ("text", "ids", "count"),
    [("1", (0,), 1), ("3", (0, 1, 2), 3), ("0-1/4", (0, 1), 4), (" 3/4 ", (3,), 4)],
)
def test_shards_are_read(text: str, ids: tuple[int, ...], count: int) -> None:
    assert parse_shards(text) == Shards(ids, count)


@pytest.mark.parametrize("text", ["0", "4/4", "2-1/4", "0-4/4", "a", "1-/3", "-1", "1/2/3"])
def test_what_names_no_shards_is_told_in_one_line(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATTACHE_SHARDS", text)
    with pytest.raises(SettingsError, match="ATTACHE_SHARDS") as caught:
        load_settings()

    assert "\n" not in str(caught.value)


def test_none_of_none_is_told_with_what_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTACHE_SHARDS", "0")
    with pytest.raises(SettingsError, match="is '0': should name one shard at the least, like 4"):
        load_settings()


def test_an_empty_setting_means_one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTACHE_SHARDS", "")
    assert load_settings().settings.shards is None
