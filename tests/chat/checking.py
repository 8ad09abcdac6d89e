"""Checks every request the bot makes against Discord's own description and our further rules.

Discord publishes an OpenAPI document of its API; the environment variable ATTACHE_OPENAPI says
where a copy lies. It says nothing of sums, nesting and repetition, which the rules here add, from
https://discord.com/developers/docs/components/reference and
https://discord.com/developers/docs/interactions/application-commands.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from bot.chat.messages import limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simcord.types import HttpLogEntry

_V2_FLAG = 1 << 15
_ROW, _BUTTON, _MENU, _INPUT, _USERS, _ROLES, _MENTIONABLE, _CHANNELS = range(1, 9)
_SECTION, _TEXT, _THUMBNAIL, _GALLERY, _FILE, _SEPARATOR = range(9, 15)
_CONTAINER, _LABEL = 17, 18
_MENUS = frozenset({_MENU, _USERS, _ROLES, _MENTIONABLE, _CHANNELS})
_ON_TOP = frozenset({_ROW, _SECTION, _TEXT, _GALLERY, _FILE, _SEPARATOR})
_INSIDE = {
    None: _ON_TOP | {_CONTAINER},
    _CONTAINER: _ON_TOP,
    _SECTION: frozenset({_TEXT}),
    _ROW: _MENUS | {_BUTTON},
}
_LINK_STYLE = 5
_CHOICES, _MODAL = 8, 9
_DOCUMENT = "urn:discord"
_NAME = re.compile(r"[-_'\w]{1,32}")
_FALSE_LINK = re.compile(r"\]\((?!https?://)")
_CHAT, _USER, _MESSAGE = 1, 2, 3
_MOST_COMMANDS = {_CHAT: 100, _USER: 15, _MESSAGE: 15}


def check_request(request: HttpLogEntry) -> None:
    """Assert that Discord would take ``request``."""
    check_body(request.method, request.path, request.json)


def check_body(method: str, path: str, body: Any) -> None:
    """Assert that Discord would take a request's body."""
    if not isinstance(body, dict | list):
        return
    message = _message_in(body)
    if isinstance(body, list) and path.endswith("/commands"):
        check_commands(body)
    elif isinstance(body, dict) and body.get("type") == _CHOICES:
        check_choices(body["data"]["choices"])
    elif isinstance(body, dict) and body.get("type") == _MODAL:
        check_modal(body["data"])
    elif message is not None and message.get("components"):
        check_message(message)
    _check_against_document(method, path, _as_sent(body))


def check_message(message: dict[str, Any]) -> None:
    """Assert that a message with components keeps to Discord's limits and pings nobody."""
    parts = list(walk(message["components"]))
    assert message.get("flags", 0) & _V2_FLAG
    assert not message.get("content")
    assert not message.get("embeds")
    if "allowed_mentions" in message:
        assert message["allowed_mentions"].get("parse") == []
    assert 1 <= len(parts) <= limits.COMPONENTS
    assert sum(len(part["content"]) for part in parts if part["type"] == _TEXT) <= limits.TEXT
    for name in ("custom_id", "id"):
        given = [part[name] for part in parts if part.get(name)]
        assert len(given) == len(set(given)), f"twice the same {name}"
    _check_nesting(None, message["components"])
    for part in parts:
        _check_part(part)


def check_modal(modal: dict[str, Any]) -> None:
    """Assert that a form keeps to Discord's limits."""
    assert 1 <= len(modal["title"].strip()) <= 45
    assert 1 <= len(modal["custom_id"]) <= limits.CUSTOM_ID
    assert 1 <= len(modal["components"]) <= 5
    fields = [part["component"] for part in modal["components"]]
    assert len({field["custom_id"] for field in fields}) == len(fields)
    for part, field in zip(modal["components"], fields, strict=True):
        assert part["type"] == _LABEL
        assert 1 <= len(part["label"].strip()) <= 45
        assert len(part.get("description") or "") <= 100
        assert field["type"] in _MENUS | {_INPUT}
        assert 1 <= len(field["custom_id"]) <= limits.CUSTOM_ID
        assert field.get("max_length", 4_000) <= 4_000
        if field["type"] == _INPUT:
            assert len(field.get("placeholder") or "") <= 100
        else:
            _check_menu(field)


def check_choices(choices: list[dict[str, Any]]) -> None:
    """Assert that Discord would show these choices of an autocompletion."""
    assert len(choices) <= limits.CHOICES
    assert len({str(choice["value"]) for choice in choices}) == len(choices)
    for choice in choices:
        assert 1 <= len(choice["name"].strip()) <= limits.CHOICE
        assert isinstance(choice["value"], int) or 1 <= len(choice["value"]) <= limits.CHOICE


def check_commands(commands: list[dict[str, Any]]) -> None:
    """Assert that Discord would register these commands."""
    for kind, most in _MOST_COMMANDS.items():
        names = [each["name"] for each in commands if each.get("type", _CHAT) == kind]
        assert len(set(names)) == len(names) <= most
    for command in commands:
        is_menu = command.get("type", _CHAT) != _CHAT
        if is_menu:
            assert 1 <= len(command["name"]) <= 32
            assert not command.get("description")
            assert not command.get("options")
        else:
            _check_command(command)
            assert _characters(command) <= 8_000


def _check_command(command: dict[str, Any]) -> None:
    """Assert that a command, a group of them or an option keeps to Discord's limits."""
    names = [command["name"], *(command.get("name_localizations") or {}).values()]
    assert all(_NAME.fullmatch(name) and name == name.lower() for name in names), names
    said = [command["description"], *(command.get("description_localizations") or {}).values()]
    assert all(len(each.strip()) >= 1 and len(each) <= 100 for each in said), said
    options = command.get("options") or []
    assert len({option["name"] for option in options}) == len(options) <= 25
    needed = [bool(option.get("required")) for option in options]
    assert needed == sorted(needed, reverse=True), "what is required stands first"
    for option in options:
        _check_command(option)
        assert not (option.get("choices") and option.get("autocomplete"))
        assert len(option.get("choices") or []) <= limits.CHOICES


def _characters(command: dict[str, Any]) -> int:
    """Return how many characters of a command count, of each text its longest translation."""
    texts = [
        [command[name], *(command.get(f"{name}_localizations") or {}).values()]
        for name in ("name", "description")
    ]
    values = [str(choice["value"]) for choice in command.get("choices") or []]
    own = sum(max(map(len, each)) for each in texts) + sum(map(len, values))
    return own + sum(map(_characters, command.get("options") or []))


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield every component, nested ones and accessories included."""
    for component in components:
        yield component
        yield from walk(component.get("components", []))
        if "accessory" in component:
            yield from walk([component["accessory"]])


def _check_nesting(parent: int | None, components: list[dict[str, Any]]) -> None:
    for part in components:
        assert part["type"] in _INSIDE[parent], f"{part['type']} stands in {parent}"
        if "components" in part:
            _check_nesting(part["type"], part["components"])


def _check_part(part: dict[str, Any]) -> None:
    kind = part["type"]
    if kind == _TEXT:
        assert part["content"].strip()
        assert not _FALSE_LINK.search(re.sub(r"\\.", "x", part["content"]))
    elif kind == _BUTTON:
        _check_button(part)
    elif kind in _MENUS:
        _check_menu(part)
    elif kind == _ROW:
        kinds = {each["type"] for each in part["components"]}
        assert 1 <= len(part["components"]) <= (limits.ROW if kinds == {_BUTTON} else 1)
    elif kind == _SECTION:
        assert 1 <= len(part["components"]) <= 3
        assert part["accessory"]["type"] in {_BUTTON, _THUMBNAIL}
    elif kind == _CONTAINER:
        assert part["components"]
    elif kind == _GALLERY:
        assert 1 <= len(part["items"]) <= 10
        for item in part["items"]:
            assert item["media"]["url"].startswith(("attachment://", "https://"))
            assert 1 <= len(item["description"].strip()) <= 1_024
    elif kind == _FILE:
        assert part["file"]["url"].startswith("attachment://")


def _check_button(part: dict[str, Any]) -> None:
    label = part.get("label")
    assert label or part.get("emoji")
    assert label is None or (label.strip() and len(label) <= limits.LABEL)
    if part["style"] == _LINK_STYLE:
        assert re.match(r"https?://", part["url"])
        assert len(part["url"]) <= 512
        assert "custom_id" not in part
    else:
        assert 1 <= len(part["custom_id"]) <= limits.CUSTOM_ID


def _check_menu(part: dict[str, Any]) -> None:
    assert 1 <= len(part["custom_id"]) <= limits.CUSTOM_ID
    assert len(part.get("placeholder") or "") <= 150
    assert 0 <= part.get("min_values", 1) <= part.get("max_values", 1) <= 25
    if part["type"] != _MENU:
        return
    options = part["options"]
    assert 1 <= len({option["value"] for option in options}) == len(options) <= 25
    assert sum(bool(option.get("default")) for option in options) <= part.get("max_values", 1)
    for option in options:
        assert 1 <= len(option["label"].strip()) <= 100
        assert 1 <= len(option["value"]) <= 100
        assert len(option.get("description") or "") <= 100


def _message_in(body: Any) -> dict[str, Any] | None:
    """Return the message of a request body: itself, or an interaction response's data."""
    if not isinstance(body, dict):
        return None
    data = body.get("data")
    return data if isinstance(data, dict) else body


def _as_sent(body: Any) -> Any:
    """Return the body with ids as strings, as the document has them; Discord takes both."""
    if isinstance(body, dict):
        sent: dict[str, Any] = {
            name: str(value) if name.endswith("_id") and isinstance(value, int) else _as_sent(value)
            for name, value in body.items()
        }
        for known in [*(sent.get("attachments") or []), *(sent.get("default_values") or [])]:
            known["id"] = str(known["id"])
        return sent
    if isinstance(body, list):
        return [_as_sent(each) for each in body]
    return body


def _check_against_document(method: str, path: str, body: Any) -> None:
    location = os.environ.get("ATTACHE_OPENAPI")
    if not location:
        return
    errors = _errors(location, method, _template(location, path), json.dumps(body))
    assert errors is not None, f"Discord's document has no body for {method} {path}"
    assert not errors, f"{method} {path}: {errors}"


@cache
def _errors(location: str, method: str, template: str, body: str) -> tuple[str, ...] | None:
    """Return what is wrong with a body in JSON; None where the document has none there.

    Much is sent again and again, as all commands are in every test; reading it through takes long.
    """
    validator = _validators(location).get((method, template))
    if validator is None:
        return None
    sent = json.loads(body)
    if _Quick(validator.schema, registry=_registry(location)).is_valid(sent):
        return ()
    return tuple(error.message[:500] for error in validator.iter_errors(sent))


def _any_of(validator: Any, kinds: list[Any], body: Any, _: Any) -> Iterator[ValidationError]:
    if not any(validator.evolve(schema=kind).is_valid(body) for kind in kinds):
        yield ValidationError("fits none of the kinds")


def _one_of(validator: Any, kinds: list[Any], body: Any, _: Any) -> Iterator[ValidationError]:
    if sum(validator.evolve(schema=kind).is_valid(body) for kind in kinds) != 1:
        yield ValidationError("fits none of the kinds, or several")


# It leaves a kind of component at the first thing that does not fit, where the validator that
# tells what is wrong would list all that does not, for every kind there is.
_Quick: type[Draft202012Validator] = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"anyOf": _any_of, "oneOf": _one_of}
)


@cache
def _document(location: str) -> Any:
    return json.loads(Path(location).read_text(encoding="utf-8"))


@cache
def _template(location: str, path: str) -> str:
    """Return the path of the document that ``path`` is an instance of."""
    fitting = [template for template, form in _forms(location).items() if form.fullmatch(path)]
    # "/messages/@original" fits its own path and that of any message; its own has fewer gaps.
    return min(fitting, key=lambda template: template.count("{"), default="")


@cache
def _forms(location: str) -> dict[str, re.Pattern[str]]:
    """Return what a path looks like that is an instance of each path of the document."""
    return {
        template: re.compile(re.sub(r"\\\{[^/]+?\\\}", "[^/]+", re.escape(template)))
        for template in _document(location)["paths"]
    }


@cache
def _registry(location: str) -> Registry[Any]:
    resource = Resource.from_contents(_document(location), default_specification=DRAFT202012)
    registry: Registry[Any] = Registry().with_resource(_DOCUMENT, resource)
    return registry


@cache
def _validators(location: str) -> dict[tuple[str, str], Draft202012Validator]:
    registry = _registry(location)
    found = {}
    for path, operations in _document(location)["paths"].items():
        for method, operation in operations.items():
            content = (
                operation.get("requestBody", {}).get("content", {})
                if isinstance(operation, dict)
                else {}
            )
            if "application/json" in content:
                pointer = (
                    "/".join(
                        part.replace("~", "~0").replace("/", "~1")
                        for part in ("paths", path, method, "requestBody", "content")
                    )
                    + "/application~1json/schema"
                )
                found[method.upper(), path] = Draft202012Validator(
                    {"$ref": f"{_DOCUMENT}#/{pointer}"}, registry=registry
                )
    return found
