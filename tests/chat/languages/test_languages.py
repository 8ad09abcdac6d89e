"""Everything the bot says is translated, whole, with its values and its plural forms."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.pofile import read_po

from bot.chat.languages.languages import NAMES, Languages, catalogue_of
from bot.settings import Settings
from scripts.translations import LOCALES, collected, updated
from tests.chat.reading import text_of

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

    from bot.library.shelf import Shelf
    from tests.chat.conftest import World

OTHERS = sorted(set(NAMES) - {"en"})
_VALUE = re.compile(r"\{\w*\}")
_MENTION = re.compile(r"\*\*(/[a-z ]+)\*\*")


def catalogue(code: str) -> Catalog:
    return read_po(BytesIO(catalogue_of(code)), locale=code)


@pytest.mark.parametrize("code", OTHERS)
def test_every_message_is_translated_with_its_values_and_commands(code: str) -> None:
    known = catalogue(code)
    for message in collected():
        if not message.id:
            continue
        one, many = (message.id, message.id) if isinstance(message.id, str) else message.id
        found = known.get(message.id)
        assert found is not None, f"not in the {code} catalogue; run: make translations"
        said = [found.string] if isinstance(found.string, str) else list(found.string)
        assert len(said) == (known.num_plurals if one != many or len(said) > 1 else 1)
        for each in said:
            assert each, f"{code} has no translation of: {one}"
            assert set(_VALUE.findall(each)) in (
                set(_VALUE.findall(many)),
                # A form for one thing alone need not count it.
                set(_VALUE.findall(many)) - {"{count}"},
            ), each
            assert set(_MENTION.findall(each)) == set(_MENTION.findall(one)), each


def test_settings_are_named_as_the_environment_does() -> None:
    names = "|".join(name for name in Settings.model_fields if "_" in name)
    said = [str(message.id) for message in collected()]

    assert any("ATTACHE_MAX_CHARACTERS" in each for each in said)
    assert not [each for each in said if re.search(rf"\b({names})\b", each)]


@pytest.mark.parametrize("code", OTHERS)
def test_the_catalogues_are_as_make_translations_writes_them(code: str) -> None:
    path = LOCALES / code / "LC_MESSAGES" / "attache.po"

    assert path.read_bytes() == updated(path, collected())


@pytest.mark.parametrize(
    ("code", "counted"),
    [
        ("en", ["1 question", "2 questions", "1,000 questions"]),
        ("de", ["1 Frage", "2 Fragen", "1.000 Fragen"]),
        ("fr", ["0 question", "1 question", "2 questions"]),
        ("ru", ["1 вопрос", "3 вопроса", "11 вопросов", "21 вопрос", "25 вопросов"]),
    ],
)
def test_plural_forms_are_those_of_the_language(code: str, counted: list[str]) -> None:
    lang = Languages().of(code)
    for said in counted:
        count = int(re.sub(r"\D", "", said))
        assert lang.ngettext("{count} question", "{count} questions", count) == said


def test_a_missing_translation_falls_back_to_english() -> None:
    assert Languages().of("de").gettext("Nobody wrote {what}.", what="this") == "Nobody wrote this."


@pytest.mark.parametrize(
    ("locale", "code"),
    [("es-419", "es"), ("es-ES", "es"), ("en-GB", "en"), ("ja", "en"), ("", "en"), (None, "en")],
)
def test_a_locale_is_spoken_in_its_language_or_in_english(locale: str | None, code: str) -> None:
    assert Languages().of(locale).code == code


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-11-16", "2026-11-22", ("Nov 16 – 22, 2026", "16.–22. Nov. 2026")),
        (
            "2025-12-29",
            "2026-01-04",
            ("Dec 29, 2025 – Jan 4, 2026", "29. Dez. 2025 – 4. Jan. 2026"),
        ),
        ("2024-02-01", "2024-02-29", ("February 2024", "Februar 2024")),
        ("2024-01-01", "2024-12-31", ("2024", "2024")),
        ("2024-02-01", "2024-03-31", ("Feb 1 – Mar 31, 2024", "1. Feb. – 31. März 2024")),
        ("2024-02-01", "2024-02-01", ("Feb 1, 2024", "01.02.2024")),
    ],
)
def test_days_are_told_as_shortly_as_the_language_allows(
    first: str, last: str, said: tuple[str, str]
) -> None:
    written = [
        Languages().of(code).days(*map(date.fromisoformat, (first, last))) for code in ("en", "de")
    ]

    assert tuple(written) == said


def test_days_without_a_beginning_or_an_end_are_told_by_the_other() -> None:
    day = date(2024, 2, 1)

    for code, said in (
        ("en", ("until Feb 1, 2024", "from Feb 1, 2024")),
        ("de", ("bis 01.02.2024", "ab 01.02.2024")),
        ("ru", ("по 1 февр. 2024 г.", "с 1 февр. 2024 г.")),
    ):
        lang = Languages().of(code)
        assert (lang.days(date.min, day), lang.days(day, date.max)) == said


def test_numbers_days_and_lists_are_written_as_the_language_does() -> None:
    lang = Languages().of("de")

    assert lang.number(10_000_000) == "10.000.000"
    assert lang.day(datetime(2024, 12, 8, tzinfo=UTC)) == "08.12.2024"
    assert [lang.decimal(1234.5, places) for places in (1, 2)] == ["1.234,5", "1.234,50"]
    assert lang.listed(["a", "b", "c"]) == "a, b und c"
    assert lang.listed(["a", "b"], every=False) == "a oder b"


async def test_commands_are_described_in_the_languages_of_the_clients(world: World) -> None:
    tree = world.bot.tree
    assert tree.translator is not None
    command = tree.get_command("ask")
    assert command is not None
    declared = await command.get_translated_payload(tree, tree.translator)

    said = declared["description_localizations"]
    assert said["de"] == "Den Meldungen eine Frage stellen"
    assert said["es-ES"] == said["es-419"] == "Hacer una pregunta a los informes"
    assert declared["options"][0]["description_localizations"]["ru"].startswith("Что вы хотите")
    assert not declared.get("name_localizations")


async def test_an_answer_is_in_the_language_of_the_asker(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(world, monkeypatch, "de")
    result = await world.member.slash(world.channel, "ask", question="zzyzx quibble")

    assert "Davon handelt keine Meldung" in text_of(result.response)


async def test_a_direct_message_is_answered_in_the_language_last_seen(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(world, monkeypatch, "fr")
    await world.member.slash(world.channel, "help")
    await world.member_user.send_dm("bonjour")

    reply = world.member_user.dm_channel.last_message
    assert reply is not None
    assert text_of(reply).startswith("Bonjour !")


@pytest.mark.parametrize(
    ("command", "given", "said"),
    [
        ("withdraw", {"number": 99}, "Es gibt keine aktuelle Meldung #99."),
        ("rollback", {"edition": 9}, "Ausgabe 9 wird nicht aufbewahrt. **/admin editions**"),
        ("upload", {"file": ("news.exe", b"x")}, "ist keine Quelle von Meldungen"),
    ],
)
async def test_an_operator_is_told_in_their_language_what_cannot_be_done(
    world: World, monkeypatch: pytest.MonkeyPatch, command: str, given: dict[str, Any], said: str
) -> None:
    speak(world, monkeypatch, "de")
    result = await world.operator.slash(world.channel, f"admin {command}", **given)

    assert said in text_of(result.response)


async def test_who_reloads_meanwhile_is_told_in_their_language_how_far_it_is(
    world: World, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(world, monkeypatch, "de")
    towns = "\n".join(f"Town {number} has a mayor." for number in range(20_000))
    (shelf.data / "towns.txt").write_text(towns)
    reloading = asyncio.create_task(world.library.reload(by="first"))
    while world.library.progress is None:
        await asyncio.sleep(0)
    result = await world.operator.slash(world.channel, "admin reload")
    told = text_of(result.response)
    await reloading

    assert "first hat vor " in told
    assert told.endswith("Warte, bis es fertig ist.")


def speak(world: World, monkeypatch: pytest.MonkeyPatch, locale: str) -> None:
    """Let everybody's Discord be in another language; simcord has no way to say so."""
    import simcord.interactions as simulated  # noqa: PLC0415 - beside what it replaces

    original = simulated.base_payload

    def translated(*given: object, **named: object) -> object:
        record, payload = original(*given, **named)  # type: ignore[arg-type]
        payload["locale"] = locale
        return record, payload

    monkeypatch.setattr(simulated, "base_payload", translated)


# What the log tells of a first load, of a withdrawal and of a reload that was refused.
_TOLD = {
    "de": ("erstes Einlesen", "14 neu, 0 geändert", "nichts wurde geändert; 1 Problem", "Start"),
    "fr": ("premier chargement", "1 retirée, 13 inchangées", "rien n’a été changé", "démarrage"),
    "es": ("primera carga", "1 quitado, 13 sin cambios", "no se cambió nada", "inicio"),
    "ru": ("первая загрузка", "добавлено 14, изменено 0", "ничего не изменено", "запуск"),
}
_LEFT_OUT = {
    "de": "1 zurückgezogene Meldung ist ausgelassen.",
    "fr": "1 dépêche retirée est laissée de côté.",
    "es": "Se deja fuera 1 informe retirado.",
    "ru": "Пропущена 1 отозванная сводка.",
}


@pytest.mark.parametrize("code", OTHERS)
async def test_what_was_written_down_is_told_in_the_language_of_the_reader(
    world: World, monkeypatch: pytest.MonkeyPatch, shelf: Shelf, code: str
) -> None:
    await world.library.editing.withdraw(3, by="start")
    speak(world, monkeypatch, code)
    (shelf.data / "more.txt").write_text("A bridge was opened at Karlsheim.")
    reloaded = text_of((await world.operator.slash(world.channel, "admin reload")).response)
    (shelf.data / "more.jsonl").write_text('{"txt": "broken"}')
    await world.operator.slash(world.channel, "admin reload")
    log = text_of((await world.operator.slash(world.channel, "admin log")).response)

    assert _LEFT_OUT[code] in reloaded
    assert re.search(r"\d,\d\d [sс]", reloaded)
    for said in _TOLD[code]:
        assert said in log
    assert not re.search(r"added|changed|first load|problem\b", log)


async def test_a_direct_message_is_answered_in_its_language_until_another_is_known(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def told(said: str) -> str:
        await world.member_user.send_dm(said)
        return text_of(world.member_user.dm_channel.last_message)

    assert "Keine Meldung" in await told("Getreideexporte aus der Ukraine")
    assert await told("danke") == "Gern geschehen!"
    assert "No briefing" in await told("who fled Ruritania?")
    assert await told("danke") == "You are welcome!"

    speak(world, monkeypatch, "fr")
    await world.member.slash(world.channel, "help")
    assert "Aucune dépêche" in await told("Getreideexporte aus der Ukraine")


async def test_small_talk_in_a_direct_message_is_answered_in_its_language(world: World) -> None:
    await world.member_user.send_dm("Wie geht's?")
    assert "danke" in text_of(world.member_user.dm_channel.last_message)

    await world.member_user.send_dm("in French please")
    assert text_of(world.member_user.dm_channel.last_message).startswith("Ich spreche Englisch")

    await world.member_user.send_dm("who fled Ruritania?")
    await world.member_user.send_dm("Wie geht's?")
    assert "thank you" in text_of(world.member_user.dm_channel.last_message)
