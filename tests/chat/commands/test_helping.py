"""The help: a first screen, and a menu of the rest that shows nobody what is not for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.community.servers import ServerSettings
from tests.chat.checking import walk
from tests.chat.reading import payload, text_of

if TYPE_CHECKING:
    from simcord.actors import MemberActor

    from bot.library.shelf import Shelf
    from tests.chat.conftest import World

_ONE_SCREEN = 14
"""Lines of a phone, of some 45 characters each."""


def offered(message: Any) -> dict[str, str]:
    """Return the pages that the menu of the help offers, by label."""
    (menu,) = [part for part in walk(payload(message)) if part["type"] == 3]
    return {option["label"]: option["value"] for option in menu["options"]}


async def pages(world: World, who: MemberActor) -> dict[str, str]:
    """Return the text of every page of the help that somebody is offered, by its label."""
    result = await who.slash(world.channel, "help")
    assert result.response is not None
    found = {}
    for label, value in offered(result.response).items():
        turned = await who.select(result.response, [value])
        found[label] = text_of(turned.response)
    return found


async def test_the_first_page_fits_on_one_screen_and_only_the_asker_sees_it(world: World) -> None:
    result = await world.member.slash(world.channel, "help")

    assert result.ephemeral
    said = text_of(result.response)
    assert said.startswith("### How to ask\n- **Ask**: type **/ask**")
    assert sum(1 + len(line) // 45 for line in said.splitlines()) <= _ONE_SCREEN


async def test_what_a_server_has_turned_off_is_not_told(world: World) -> None:
    answers = "".join((await pages(world, world.member)).values())
    assert "mention me" in answers
    assert "👍" in answers
    settings = ServerSettings(mentions=False, feedback=False)
    await world.community.servers.change(world.guild.id, settings)

    asked = await world.member.slash(world.channel, "ask", question="help")
    said = text_of(asked.response) + "".join((await pages(world, world.member)).values())

    assert "or write me a direct message" in said
    assert "what about China?" in said
    for missing in ("mention me", "reply to my answer", "👍"):
        assert missing not in said


async def test_examples_are_of_what_the_briefings_are_about(world: World, shelf: Shelf) -> None:
    before = "".join((await pages(world, world.member)).values())
    texts = [f"In Ruritania harvest {number} was good." for number in range(6)]
    others = [f"Bee {number} hums a quiet tune." for number in range(5)]
    (shelf.data / "briefings.txt").write_text("\n".join([*texts, *others]))
    await world.library.reload(by="test", may_remove=1.0)
    after = "".join((await pages(world, world.member)).values())
    (shelf.data / "briefings.txt").write_text("\n".join(others))
    await world.library.reload(by="test", may_remove=1.0)
    without = "".join((await pages(world, world.member)).values())

    assert "what about China?" in before
    assert "what about Ruritania?" in after
    assert "*why?* goes on" in without


async def test_every_command_is_told_to_those_who_may_use_it(world: World) -> None:
    said = "".join((await pages(world, world.member)).values())
    for command in world.bot.tree.get_commands():
        assert command.name in {"admin", "help", "settings"} or command.name in said

    said = "".join((await pages(world, world.operator)).values())
    admin: Any = world.bot.tree.get_command("admin")
    for command in admin.commands:
        assert f"**/admin {command.name}**" in said


async def test_members_are_shown_nothing_for_moderators_or_operators(world: World) -> None:
    for_member = await pages(world, world.member)
    for_moderator = await pages(world, world.moderator)
    for_operator = await pages(world, world.operator)

    assert not any("admin" in said or "/settings" in said for said in for_member.values())
    assert for_moderator.keys() - for_member.keys() == {"For moderators"}
    assert for_operator.keys() - for_moderator.keys() == {"For whoever runs me"}


async def test_a_page_that_is_not_for_somebody_is_not_opened_for_them(world: World) -> None:
    result = await world.operator.slash(world.channel, "help")
    assert result.response is not None
    await world.operator.select(result.response, ["operators"])
    world.bot.admins = type(world.bot.admins)(frozenset(), frozenset())
    turned = await world.operator.select(result.response, ["operators"])

    assert text_of(turned.response).startswith("### How to ask")


async def test_the_menu_of_the_help_outlives_a_restart(world: World) -> None:
    result = await world.member.slash(world.channel, "help")
    assert result.response is not None
    await world.restart()
    turned = await world.member.select(result.response, ["reading"])

    assert "**/timeline**" in text_of(turned.response)
