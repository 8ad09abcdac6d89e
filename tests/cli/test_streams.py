"""Commands whose input, output and errors are closed, or go where there is no room."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.console.failures import ExitCode

if TYPE_CHECKING:
    from tests.conftest import Run


def closing(streams: str) -> list[str]:
    """Return what a command is run under so that some of its standard streams are closed."""
    return ["sh", "-c", f'exec "$@" {streams}', "sh"]


@pytest.mark.parametrize("streams", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["status", "chat", "export", "ask --batch -"])
@pytest.mark.usefixtures("in_service")
def test_a_command_works_whichever_of_its_streams_are_closed(
    attache: Run, command: str, streams: str
) -> None:
    done = attache(*command.split(), under=closing(streams), typed="")

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.usefixtures("in_service")
def test_nothing_that_is_said_goes_into_a_file_that_is_opened_in_place_of_a_stream(
    attache: Run, tmp_path: Path
) -> None:
    before = (tmp_path / "data" / "briefings.txt").read_bytes()
    done = attache("rollback", "7", under=closing("<&- >&- 2>&-"))
    after = attache("verify")

    assert done.returncode == ExitCode.PROBLEMS
    assert after.returncode == 0
    assert (tmp_path / "data" / "briefings.txt").read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux alone has it")
@pytest.mark.parametrize(
    "command",
    ["check", "ask grain", "load --dry-run --format json", "--help", "--version", "ask --help", ""],
)
@pytest.mark.usefixtures("in_service")
def test_that_there_is_no_room_for_what_is_printed_is_said_in_one_line(
    attache: Run, command: str
) -> None:
    done = attache(*command.split(), under=closing(">/dev/full"))

    assert done.returncode == ExitCode.STORE
    assert "There is no room for what is printed" in done.stderr
    assert done.stderr.count("\n") == 1
