"""Other names of the same, and names that are understood one way only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.words.aliases import AliasesError, make_aliases, read_aliases

if TYPE_CHECKING:
    from pathlib import Path

    from tests.search.conftest import Make


def test_names_of_a_group_stand_for_each_other() -> None:
    aliases = make_aliases([["Kyiv", "Kiev"]])

    assert aliases.others["kyiv",] == (("kiev",),)
    assert aliases.others["kiev",] == (("kyiv",),)


def test_a_name_one_way_stands_for_all_names_of_what_it_means_but_none_for_it() -> None:
    aliases = make_aliases([["US", "United States"]], {"America": ["US"]})

    assert aliases.meant["america",] == (("us",), ("united", "states"))
    assert ("america",) not in aliases.meant["us",]
    assert ("america",) not in aliases.others


def test_a_changed_table_is_told_from_another(tmp_path: Path) -> None:
    path = tmp_path / "aliases.toml"
    digests = set()
    for text in (
        'same = [["a", "b"]]',
        'same = [["a", "c"]]',
        'same = [["a", "b"]]\n[also]\nd = ["a"]',
        'same = [["a", "b"]]\n[also]\nd = ["b"]',
    ):
        path.write_text(text)
        digests.add(read_aliases(path).digest)

    assert len(digests) == 4


def test_a_table_that_is_kept_is_the_one_that_is_written(tmp_path: Path) -> None:
    path, keep = tmp_path / "aliases.toml", tmp_path / "aliases.kept"
    path.write_text('same = [["Kyiv", "Kiev"]]\n[also]\nAmerica = ["US"]')

    first = read_aliases(path, [keep])
    again = read_aliases(path, [keep])
    path.write_text('same = [["Kyiv", "Kyjiw"]]')
    changed = read_aliases(path, [keep])

    assert keep.is_file()
    assert first == again == make_aliases([["Kyiv", "Kiev"]], {"America": ["US"]})
    assert changed == make_aliases([["Kyiv", "Kyjiw"]])


@pytest.mark.parametrize("data", [b"", b"\0" * 100, b"not what was kept"])
def test_a_damaged_kept_table_is_made_anew(tmp_path: Path, data: bytes) -> None:
    path, keep = tmp_path / "aliases.toml", tmp_path / "aliases.kept"
    path.write_text('same = [["Kyiv", "Kiev"]]')
    read_aliases(path, [keep])
    keep.write_bytes(keep.read_bytes()[:40] + data)

    assert read_aliases(path, [keep]) == read_aliases(path)


def test_a_table_is_read_where_nothing_can_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "aliases.toml"
    path.write_text('same = [["Kyiv", "Kiev"]]')

    (tmp_path / "file").touch()

    assert read_aliases(path, [tmp_path / "file" / "aliases.kept"]) == read_aliases(path)


def test_a_table_is_kept_at_the_first_place_that_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "aliases.toml"
    path.write_text('same = [["Kyiv", "Kiev"]]')
    (tmp_path / "file").touch()
    places = [tmp_path / "file" / "kept", tmp_path / "__pycache__" / "kept", tmp_path / "kept"]

    read = read_aliases(path, places)

    missing = read_aliases(path, [tmp_path / "state" / "kept"])

    assert missing == read
    assert not (tmp_path / "state").exists()
    assert [each.exists() for each in places] == [False, True, False]
    assert read_aliases(path, places) == read


@pytest.mark.parametrize(
    "text",
    [
        "same = 3",
        'same = ["Kyiv"]',
        'other = [["Kyiv"]]',
        'same = []\nalso = ["US"]',
        'same = []\n[also]\nAmerica = "US"',
    ],
)
def test_a_table_of_another_form_is_refused_with_the_form_wanted(tmp_path: Path, text: str) -> None:
    path = tmp_path / "aliases.toml"
    path.write_text(text)

    with pytest.raises(AliasesError, match=r"must hold a list, same = .* \[also\]"):
        read_aliases(path)


@pytest.mark.parametrize(
    "question",
    ["americans and trade", "America trade talks", "White House trade talks", "US trade talks"],
)
def test_people_and_seats_of_a_country_find_it_under_its_own_names(
    make: Make, question: str
) -> None:
    engine = make(
        ["Trade talks with the United States go on.", "Rain fell on Latin American farms."]
    )

    answer = engine.ask(question)

    assert answer.citations[0].briefing.number == 1
    assert answer.unknown == ()


def test_latin_american_is_nothing_that_a_question_for_the_us_finds(make: Make) -> None:
    engine = make(["Rain fell on Latin American farms.", "Trade talks go on."])

    assert engine.ask("US").verdict is Verdict.NOTHING


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Napoli port", 1),
        ("Göteborg", 2),
        ("Kiwis", 3),
        ("Aussies", 4),
        ("PM of Chad", 5),
        ("WW2", 6),
        ("WWII", 6),
        ("when did wwii end", 6),
        ("KSA", 7),
    ],
)
def test_well_known_names_of_other_tongues_and_letters_for_offices_are_known(
    make: Make, question: str, number: int
) -> None:
    engine = make(
        [
            "The port of Naples floods.",
            "A tram burns in Gothenburg.",
            "New Zealand lost a sheep.",
            "Australian bees hum.",
            "The prime minister of Chad sang.",
            "The Second World War came to an end in 1945.",
            "Saudi Arabia digs a well.",
        ]
    )
    answer = engine.ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
    assert answer.citations[0].briefing.number == number


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Ikale Tahi", 1),
        ("Super Falcons", 2),
        ("the Lionesses?", 3),
        ("iPhone maker", 4),
        ("the maker of ChatGPT", 5),
        ("who sued the TikTok owner", 6),
        ("what did the Dane say?", 7),
    ],
)
def test_teams_go_by_their_nicknames_and_makers_by_what_they_make(
    make: Make, question: str, number: int
) -> None:
    engine = make(
        [
            "Georgia beat Tonga in the rain.",
            "Nigeria's coach resigned. The women lost to Peru.",
            "England's women win again.",
            "Apple's profit rose.",
            "A poet sued OpenAI.",
            "ByteDance sells a game.",
            "The minister, Danish like his boat, said no.",
            *(f"Village {number} held its yearly fair." for number in range(9)),
        ]
    )

    assert engine.ask(question).citations[0].briefing.number == number


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("did the US central bank change its rate?", 1),
        ("bonds of Japan's central bank", 2),
        ("what did the Israeli parliament pass?", 3),
        ("who did PSG sign?", 4),
        ("who did the pope receive", 5),
        ("ozempic in Cork", 6),
        ("whooping cough in Ohio", 7),
        ("why is the tube closed?", 8),
        ("where did MSF open a clinic?", 9),
        ("power cut in Lagos", 10),
        ("which of the Baltic states built a wall?", 11),
        ("how many engineers did facebook fire?", 12),
    ],
)
def test_what_people_call_otherwise_than_news_is_known(
    make: Make, question: str, number: int
) -> None:
    engine = make(
        [
            "The Federal Reserve changed its rate on Wednesday.",
            "The Bank of Japan bought bonds.",
            "The Knesset passed a budget.",
            "Paris Saint-Germain signed a left back.",
            "The pontiff received cyclists in Rome.",
            "A factory in Cork will make semaglutide.",
            "Pertussis spreads in schools of Ohio.",
            "The London Underground is closed because of a flood.",
            "Doctors Without Borders opened a clinic in Goma.",
            "A power outage left Lagos in the dark.",
            "Estonia built a wall along its border.",
            "Meta fired 900 engineers.",
        ]
    )

    answer = engine.ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
    assert answer.citations[0].briefing.number == number


@pytest.mark.parametrize(
    "question", ["a feeding tube for the calf", "what spurs the horse", "corona of the sun"]
)
def test_a_word_that_is_also_another_name_still_leads_to_itself(make: Make, question: str) -> None:
    engine = make(
        [
            "The London Underground is closed. Tottenham won. Coronavirus cases fell.",
            "A calf lives by a feeding tube.",
            "A rider spurs a horse over the fence.",
            "The corona of the sun glows.",
        ]
    )

    assert engine.ask(question).citations[0].briefing.number > 1
