"""The checks of what is sent find what Discord would refuse; else they would prove nothing."""

from __future__ import annotations

import json
import os
from typing import Any

import pytest

from tests.chat.checking import check_body, check_choices, check_commands, check_message

TEXT = {"type": 10, "content": "Hello"}
BUTTON = {"type": 2, "style": 2, "label": "Press", "custom_id": "a"}
CALLBACK = "/interactions/1/token/callback"


def message(*parts: dict[str, Any], **other: Any) -> dict[str, Any]:
    return {"flags": 1 << 15, "components": list(parts), **other}


def row(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(parts)}


def box(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": 17, "components": list(parts)}


def menu(**other: Any) -> dict[str, Any]:
    option = {"label": "One", "value": "1"}
    return {"type": 3, "custom_id": "m", "options": [option], **other}


def command(**other: Any) -> dict[str, Any]:
    return {"name": "ask", "description": "Ask", "type": 1, **other}


def modal(**other: Any) -> dict[str, Any]:
    field = {"type": 4, "custom_id": "f", "style": 1}
    label = {"type": 18, "label": "Words", "component": field}
    return {"type": 9, "data": {"title": "Why", "custom_id": "w", "components": [label], **other}}


def test_what_discord_takes_passes() -> None:
    check_message(message(box(TEXT, row(BUTTON), row(menu()))))
    check_choices([{"name": "One", "value": 1}])
    check_commands([command(options=[command(name="question", type=3)])])
    check_body("POST", CALLBACK, modal())


@pytest.mark.parametrize(
    "refused",
    [
        message(TEXT, flags=0),
        message(TEXT, content="twice"),
        message(TEXT, allowed_mentions={"parse": ["everyone"]}),
        message(*[{"type": 10, "content": "x" * 2_001}] * 2),
        message(*[TEXT] * 41),
        message({"type": 10, "content": " "}),
        message({"type": 10, "content": "[news](javascript:alert)"}),
        message(row(BUTTON, BUTTON)),
        message({**TEXT, "id": 7}, {**TEXT, "id": 7}),
        message(row()),
        message(row(*[{**BUTTON, "custom_id": str(place)} for place in range(6)])),
        message(row({**BUTTON, "label": "x" * 81})),
        message(row({**BUTTON, "label": " "})),
        message(row({**BUTTON, "custom_id": "x" * 101})),
        message(row({"type": 2, "style": 5, "label": "x", "url": "ftp://example.org"})),
        message(row(menu(), BUTTON)),
        message(row(menu(options=[]))),
        message(row(menu(placeholder="x" * 151))),
        message(row(menu(options=[{"label": "One", "value": "1"}] * 2))),
        message(BUTTON),
        message(box()),
        message(box(box(TEXT))),
        message({"type": 9, "components": [TEXT], "accessory": TEXT}),
        message({"type": 12, "items": [{"media": {"url": "attachment://a"}, "description": ""}]}),
        message({"type": 13, "file": {"url": "https://example.org/a"}}),
    ],
)
def test_a_message_that_discord_would_refuse_fails(refused: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        check_message(refused)


@pytest.mark.parametrize(
    "refused",
    [
        [{"name": "x" * 101, "value": "x"}],
        [{"name": "x", "value": "x" * 101}],
        [{"name": " ", "value": "x"}],
        [{"name": "x", "value": str(place)} for place in range(26)],
        [{"name": "x", "value": "same"}] * 2,
    ],
)
def test_choices_that_discord_would_refuse_fail(refused: list[dict[str, Any]]) -> None:
    with pytest.raises(AssertionError):
        check_choices(refused)


@pytest.mark.parametrize(
    "refused",
    [
        [command(name="Ask")],
        [command(name="ask me")],
        [command(description="x" * 101)],
        [command(description_localizations={"de": "x" * 101})],
        [command(), command()],
        [command(name=f"ask{place}") for place in range(101)],
        [command(name=f"Menu {place}", type=3, description="") for place in range(16)],
        [command(options=[command(name=f"o{place}", type=3) for place in range(26)])],
        [command(options=[command(type=3), command(name="b", type=3, required=True)])],
        [command(options=[command(options=[command(description="x" * 100)] * 1)] * 2)],
        [
            command(options=[
                command(
                    name=f"group{group}",
                    options=[
                        command(name=f"one{place}", description="x" * 100) for place in range(20)
                    ],
                )
                for group in range(5)
            ])
        ],
    ],
)  # fmt: skip
def test_commands_that_discord_would_refuse_fail(refused: list[dict[str, Any]]) -> None:
    with pytest.raises(AssertionError):
        check_commands(refused)


@pytest.mark.parametrize(
    "refused",
    [
        modal(title="x" * 46),
        modal(title=" "),
        modal(custom_id="x" * 101),
        modal(components=[]),
        modal(components=modal()["data"]["components"] * 2),
        modal(components=[{"type": 18, "label": "x" * 46, "component": menu()}]),
    ],
)
def test_a_form_that_discord_would_refuse_fails(refused: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        check_body("POST", CALLBACK, refused)


def test_what_the_document_does_not_describe_fails() -> None:
    if not os.environ.get("ATTACHE_OPENAPI"):
        pytest.skip("ATTACHE_OPENAPI names no copy of Discord's document")
    for body in ({"type": 4, "data": {"flags": "many"}}, {"type": 99}):
        with pytest.raises(AssertionError):
            check_body("POST", CALLBACK, json.loads(json.dumps(body)))
