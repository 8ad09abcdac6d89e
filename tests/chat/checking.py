"""Checks every request the bot makes against Discord's own description and our further rules.

Discord publishes an OpenAPI document of its API; the environment variable ATTACHE_OPENAPI says
where a copy lies. It says nothing of sums and nesting, which the rules here add.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from bot.chat import limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simcord.types import HttpLogEntry

_V2_FLAG = 1 << 15
_CONTAINER, _TEXT, _BUTTON, _ROW, _SECTION = 17, 10, 2, 1, 9
_MODAL = 9
_DOCUMENT = "urn:discord"


def check_request(request: HttpLogEntry) -> None:
    """Assert that Discord would take ``request``."""
    check_body(request.method, request.path, request.json)


def check_body(method: str, path: str, body: Any) -> None:
    """Assert that Discord would take a request's body."""
    if not isinstance(body, dict | list):
        return
    message = _message_in(body)
    if isinstance(body, dict) and body.get("type") == _MODAL:
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
    custom_ids = [part["custom_id"] for part in parts if "custom_id" in part]
    assert len(custom_ids) == len(set(custom_ids))
    for part in parts:
        _check_part(part)


def check_modal(modal: dict[str, Any]) -> None:
    """Assert that a form keeps to Discord's limits.

    https://discord.com/developers/docs/components/reference#label
    """
    assert 1 <= len(modal["title"]) <= 45
    assert 1 <= len(modal["custom_id"]) <= limits.CUSTOM_ID
    assert 1 <= len(modal["components"]) <= 5
    for part in modal["components"]:
        assert 1 <= len(part["label"]) <= 45
        field = part["component"]
        assert 1 <= len(field["custom_id"]) <= limits.CUSTOM_ID
        assert field.get("max_length", 4_000) <= 4_000
        assert len(field.get("placeholder") or "") <= 100


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield every component, nested ones and accessories included."""
    for component in components:
        yield component
        yield from walk(component.get("components", []))
        if "accessory" in component:
            yield from walk([component["accessory"]])


def _check_part(part: dict[str, Any]) -> None:
    if part["type"] == _TEXT:
        assert part["content"].strip()
    elif part["type"] == _BUTTON:
        assert part.get("label") or part.get("emoji")
        if "label" in part and part["label"] is not None:
            assert 1 <= len(part["label"]) <= limits.LABEL
            assert part["label"].strip()
        assert 1 <= len(part["custom_id"]) <= limits.CUSTOM_ID
    elif part["type"] == _ROW:
        assert 1 <= len(part["components"]) <= limits.ROW
    elif part["type"] == _SECTION:
        assert 1 <= len(part["components"]) <= 3
    elif part["type"] == _CONTAINER:
        assert part["components"]


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
    validator = _validators(location).get((method, _template(location, path)))
    assert validator is not None, f"Discord's document has no body for {method} {path}"
    errors = [error.message[:500] for error in validator.iter_errors(body)]
    assert not errors, f"{method} {path}: {errors}"


@cache
def _document(location: str) -> Any:
    return json.loads(Path(location).read_text(encoding="utf-8"))


@cache
def _template(location: str, path: str) -> str:
    """Return the path of the document that ``path`` is an instance of."""
    fitting = [
        template
        for template in _document(location)["paths"]
        if re.fullmatch(re.sub(r"\\\{[^/]+?\\\}", "[^/]+", re.escape(template)), path)
    ]
    # "/messages/@original" fits its own path and that of any message; its own has fewer gaps.
    return min(fitting, key=lambda template: template.count("{"), default="")


@cache
def _validators(location: str) -> dict[tuple[str, str], Draft202012Validator]:
    document = _document(location)
    resource = Resource.from_contents(document, default_specification=DRAFT202012)
    registry = Registry().with_resource(_DOCUMENT, resource)
    found = {}
    for path, operations in document["paths"].items():
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
