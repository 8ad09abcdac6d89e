"""What the tests share: a real library over a real SQLite file, and the real bot on simcord."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog
from hypothesis import settings

from bot.library.library import Library
from bot.library.shelf import Shelf
from bot.search.verdict.confidence import Thresholds
from bot.search.words.aliases import read_aliases
from tests.forking import Forking
from tests.postgres import PostgresServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Sequence

    from bot.search.words.aliases import Aliases

    Run = Callable[..., subprocess.CompletedProcess[str]]

# No example fails for the time it takes: that tells of the machine, and of what else it does.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "data" / "briefings.txt"


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of the machine that runs the tests out of them."""
    _without_settings(monkeypatch)
    structlog.reset_defaults()


def _without_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("ATTACHE_")]:
        if name not in {"ATTACHE_OPENAPI", "ATTACHE_CHROMIUM", "ATTACHE_POSTGRES"}:
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server of the tests' own."""
    programs = os.environ.get("ATTACHE_POSTGRES")
    if not programs:
        assert not os.environ.get("CI"), "there is no PostgreSQL to test with"
        pytest.skip("there is no PostgreSQL: name its folder of programs in ATTACHE_POSTGRES")
    with PostgresServer(Path(programs)) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str | None:
    """The address of an empty PostgreSQL database, or None for SQLite: a test runs with both."""
    if request.param == "sqlite":
        return None
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture(scope="session")
def aliases() -> Aliases:
    """The table of aliases that comes with the bot."""
    return read_aliases(ROOT / "config" / "aliases.toml")


@pytest.fixture
def shelf(tmp_path: Path, request: pytest.FixtureRequest, aliases: Aliases) -> Shelf:
    """A shelf over a copy of the seed briefings that a test may change.

    It is over SQLite, or where a test uses the fixture ``url``, over both databases in turn.
    """
    url: str | None = request.getfixturevalue("url") if "url" in request.fixturenames else None
    data = tmp_path / "data"
    data.mkdir()
    (data / "briefings.txt").write_bytes(SEED.read_bytes())
    return Shelf(
        state=tmp_path / "state", data=data, thresholds=Thresholds(), aliases=aliases, url=url
    )


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory, aliases: Aliases) -> Path:
    """A state folder into which the seed briefings were loaded; it is only to be copied."""
    folder = tmp_path_factory.mktemp("loaded")
    (folder / "data").mkdir()
    (folder / "data" / "briefings.txt").write_bytes(SEED.read_bytes())
    shelf = Shelf(folder / "state", folder / "data", Thresholds(), aliases)

    async def load() -> None:
        library = await Library.open(shelf)
        await library.close()

    asyncio.run(load())
    return shelf.state


@pytest.fixture
async def library(shelf: Shelf, loaded: Path) -> AsyncIterator[Library]:
    """An open library over the seed briefings, as one that was loaded earlier.

    In PostgreSQL they are loaded now.
    """
    if shelf.url is None:
        shutil.copytree(loaded, shelf.state, dirs_exist_ok=True)
    opened = await Library.open(shelf)
    yield opened
    await opened.close()


@pytest.fixture
def attache(tmp_path: Path, forking: Forking) -> Run:
    """Runs `python -m bot` in a folder of its own, with a copy of the seed as its data."""
    return _running_in(tmp_path, forking)


@pytest.fixture(scope="session")
def forking() -> Iterator[Forking]:
    """Runs commands without importing the program for each."""
    with Forking() as running:
        yield running


@pytest.fixture
def in_service(tmp_path: Path, loaded_by_command: Path) -> None:
    """Lets `attache` begin where `python -m bot load` has been run."""
    shutil.copytree(loaded_by_command, tmp_path / "var")


@pytest.fixture(scope="session")
def loaded_by_command(tmp_path_factory: pytest.TempPathFactory, forking: Forking) -> Path:
    """A state folder that `python -m bot load` made; it is only to be copied."""
    folder = tmp_path_factory.mktemp("by-command")
    with pytest.MonkeyPatch.context() as monkeypatch:
        _without_settings(monkeypatch)
        done = _running_in(folder, forking)("load")
    assert done.returncode == 0, done.stderr
    return folder / "var"


@pytest.fixture
def powerless() -> list[str]:
    """What a command is run under that is to be bound by the rights of files."""
    if os.geteuid() != 0:
        return []
    # The super-user may write everything, unless that right is taken away.
    if (program := shutil.which("setpriv")) is None:
        pytest.skip("there is no setpriv")
    return [program, "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]


def _running_in(folder: Path, forking: Forking) -> Run:
    """Return what runs `python -m bot` in a folder, after putting a copy of the seed there.

    Where what it is run ``under`` or a setting of Python matters, it is started afresh.
    """
    (folder / "data").mkdir()
    (folder / "data" / "briefings.txt").write_bytes(SEED.read_bytes())

    def run(
        *words: str, typed: str = "", under: Sequence[str] = (), **settings: str
    ) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", **settings}
        if not (under or any(name.startswith("PYTHON") for name in settings)):
            return forking.run(words, folder, environment, typed)
        return subprocess.run(
            [*under, sys.executable, "-m", "bot", *words],
            cwd=folder,
            env=environment,
            input=typed,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def pytest_report_header() -> str:
    """Say whether what is sent is held against Discord's own document."""
    document = os.environ.get("ATTACHE_OPENAPI")
    if document and not Path(document).is_file():
        raise pytest.UsageError(f"ATTACHE_OPENAPI names {document}, which is not there.")
    return f"Discord's API document: {document or 'none; set ATTACHE_OPENAPI to check against it'}"
