"""Told to stop before anything is answered, every command ends at once and without a traceback."""

from __future__ import annotations

import asyncio
import json
import os
import pickle
import signal
import sys
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import psutil
import pytest

from bot.console.failures import ExitCode
from bot.library.readers import Limits
from bot.library.tasks import Read
from tests.conftest import ROOT, SEED
from tests.wire.processes import PATIENCE, Running, started
from tests.wire.standin import StandIn

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

_INTERRUPTS_ITSELF = """
import os, signal, sys

class AtImport:
    def find_spec(self, name, path=None, target=None):
        if name == os.environ["AT"]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, AtImport())
"""


@pytest.fixture
def much(tmp_path: Path) -> Path:
    """Data that takes so long to load that it is loading when somebody looks."""
    words = " ".join(f"word{n}" for n in range(40))
    lines = (json.dumps({"text": f"Briefing {n} {words}"}) for n in range(60_000))
    (tmp_path / "much").mkdir()
    (tmp_path / "much" / "made.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path / "much"


@asynccontextmanager
async def command(
    folder: Path, *words: str, under: Path = ROOT, **settings: str
) -> AsyncIterator[Running]:
    """Run a command as a terminal does, in a process group of its own."""
    log = folder / "log"
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *words),
            cwd=ROOT,
            env={
                **os.environ,
                "ATTACHE_STATE": str(folder / "state"),
                "PYTHONPATH": f"{under}{os.pathsep}{ROOT}",
                **settings,
            },
            stdin=asyncio.subprocess.PIPE,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        yield Running(process, log)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def is_loading(bot: Running) -> list[psutil.Process]:
    """Wait until the process that reads for a bot is there; return it."""
    process = psutil.Process(bot.process.pid)
    async with asyncio.timeout(PATIENCE):
        while not (found := process.children()):
            await asyncio.sleep(0.002)
    return found


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
async def test_a_bot_that_still_loads_ends_as_one_that_answers(
    much: Path, tmp_path: Path, number: signal.Signals
) -> None:
    async with (
        StandIn() as discord,
        started(discord, tmp_path / "state", ATTACHE_DATA=much) as bot,
    ):
        readers = await is_loading(bot)
        code = await bot.ended(number)

    assert code == 0
    assert "Traceback" not in bot.log
    assert not any(each.is_running() for each in readers)
    assert not (tmp_path / "state" / "holder").exists()  # the folder was let go


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_page_that_still_loads_ends_at_once_and_leaves_nothing(
    much: Path, tmp_path: Path, number: signal.Signals
) -> None:
    (tmp_path / "tmp").mkdir()
    async with command(
        *(tmp_path, "try", "--no-browser"), ATTACHE_DATA=str(much), TMPDIR=str(tmp_path / "tmp")
    ) as page:
        await is_loading(page)
        code = await page.ended(number)

    assert code == 0
    assert page.log == ""
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.parametrize("words", [("load",), ("chat",), ("run",)])
async def test_ctrl_c_reaches_the_bot_and_not_the_process_that_reads_for_it(
    much: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    async with (
        StandIn() as discord,
        command(tmp_path, *words, under=ROOT, ATTACHE_DATA=str(much), **discord.settings) as bot,
    ):
        await is_loading(bot)
        await asyncio.sleep(0.15)  # so that it is awake, and imports
        os.killpg(bot.process.pid, signal.SIGINT)
        code = await bot.ended()

    assert code == (0 if words == ("run",) else ExitCode.INTERRUPTED)
    assert "Traceback" not in bot.log


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("words", ["load", "chat --data {much}", "ask --data {much} grain"])
async def test_a_command_that_is_ended_otherwise_tidies_up_too_and_dies_of_that(
    much: Path, tmp_path: Path, words: str, number: signal.Signals
) -> None:
    (tmp_path / "tmp").mkdir()
    settings = {"ATTACHE_DATA": str(much), "TMPDIR": str(tmp_path / "tmp")}
    async with command(tmp_path, *words.format(much=much).split(), under=ROOT, **settings) as bot:
        await is_loading(bot)
        code = await bot.ended(number)

    assert code == -number
    assert bot.log in {"attache: Stopped.\n", "attache: Stopped; nothing was changed.\n"}
    assert list((tmp_path / "tmp").iterdir()) == []
    assert not (tmp_path / "state" / "holder").exists()


@pytest.fixture
def _behind_a_script() -> Iterator[None]:
    """Begin processes as a script's shell does with ``&``: they ignore Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_behind_a_script")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
async def test_a_command_behind_a_script_is_ended_and_only_ctrl_c_is_ignored(
    much: Path, tmp_path: Path, number: signal.Signals
) -> None:
    async with command(tmp_path, "load", under=ROOT, ATTACHE_DATA=str(much)) as load:
        await is_loading(load)
        load.process.send_signal(signal.SIGINT)
        await asyncio.sleep(0.15)
        assert load.process.returncode is None
        code = await load.ended(number)

    assert code == -number
    assert load.log == "attache: Stopped; nothing was changed.\n"
    assert not (tmp_path / "state" / "holder").exists()


@pytest.mark.usefixtures("_behind_a_script")
async def test_a_bot_behind_a_script_ends_on_any_signal_that_is_sent_to_it(
    much: Path, tmp_path: Path
) -> None:
    async with (
        StandIn() as discord,
        command(tmp_path, "run", under=ROOT, ATTACHE_DATA=str(much), **discord.settings) as bot,
    ):
        await is_loading(bot)
        code = await bot.ended(signal.SIGINT)

    assert code == 0


async def test_a_conversation_is_ended_at_its_prompt(tmp_path: Path) -> None:
    async with command(tmp_path, "chat") as bot:
        await bot.logs("> ")
        code = await bot.ended(signal.SIGTERM)

    assert code == -signal.SIGTERM
    assert "Traceback" not in bot.log


@pytest.mark.parametrize("at", ["asyncio", "structlog", "bot.cli.commands", "bot.running"])
async def test_ctrl_c_while_it_is_imported_ends_it_without_a_word(tmp_path: Path, at: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(_INTERRUPTS_ITSELF, encoding="utf-8")
    async with (
        StandIn() as discord,
        command(tmp_path, "run", under=tmp_path, AT=at, **discord.settings) as bot,
    ):
        code = await bot.ended()

    assert code == ExitCode.INTERRUPTED
    assert bot.log in {"", "attache: Stopped.\n"}


async def test_a_reader_whose_bot_is_gone_in_the_midst_of_a_word_says_nothing() -> None:
    task = pickle.dumps(Read(SEED, Limits()))
    reader = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.library.worker"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await reader.communicate(task[:-5])

    assert said == b""
