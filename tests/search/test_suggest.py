"""Looking topics up by what is typed: the one meant comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.suggest import Labels

if TYPE_CHECKING:
    from bot.search.engine import Engine


def test_the_label_that_is_typed_comes_before_larger_ones_that_begin_with_it() -> None:
    labels = Labels(["Europe", "Eurasia", "Iran Air", "EU", "Iran"])

    assert labels.find("eu", 1) == [3]
    assert labels.find("Iran", 2) == [4, 2]
    assert labels.find("eu", 3) == [3, 0, 1]


def test_every_topic_is_found_first_by_its_label_however_that_is_written(seed: Engine) -> None:
    topics = seed.topics(limit=100)

    assert {"EU", "Europe"} <= {topic.label for topic in topics}
    for topic in topics:
        assert seed.topics(topic.label, 1) == (topic,)
        assert seed.topics(f" {topic.label.upper()}'s", 1) == (topic,)
