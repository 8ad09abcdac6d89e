"""Commands beside each other, and commands that are interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psutil
import pytest

from bot.console.failures import ExitCode
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Run


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Lets what is started be interrupted, though jobs in the background of a shell are not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@contextmanager
def talking(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Give a conversation that has begun, and waits for a line."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as talk:
        assert talk.stdout is not None
        talk.stdout.readline()
        try:
            yield talk
        finally:
            talk.kill()


def settle(pid: int) -> None:
    """Wait until a process waits for its input.

    Python does not hear of a signal that comes between its last look and the system's read; whoever
    presses the keys again ends it, which a test does not.
    """
    process = psutil.Process(pid)
    used = None
    while used != (used := (process.cpu_times()[:2], process.status())):
        time.sleep(0.2)


@pytest.mark.usefixtures("in_service")
def test_a_second_process_may_ask_but_not_load(attache: Run, tmp_path: Path) -> None:
    with talking(tmp_path) as talk:
        loaded, asked, status = attache("load"), attache("ask", "grain imports"), attache("status")
        talk.communicate("/quit\n", timeout=30)

    assert loaded.returncode == ExitCode.IN_USE
    assert "in use by process" in loaded.stderr
    assert "do it there, with /admin in Discord (`load` is /admin reload)" in loaded.stderr
    assert "ATTACHE_STATE" not in loaded.stderr
    assert "briefings.txt:14" in asked.stdout
    assert "Edition 1" in status.stdout


@pytest.mark.usefixtures("in_service")
@pytest.mark.usefixtures("in_service")
def test_whoever_holds_the_folder_need_not_be_known_by_a_number(
    attache: Run, tmp_path: Path
) -> None:
    with talking(tmp_path):
        (tmp_path / "var" / "holder").write_bytes(b"\xff")
        done = attache("load")

    assert done.returncode == ExitCode.IN_USE
    assert "is in use by process \N{REPLACEMENT CHARACTER}; " in done.stderr


def test_a_conversation_beside_another_process_refuses_to_reload_and_goes_on(
    attache: Run, tmp_path: Path
) -> None:
    with talking(tmp_path):
        done = attache("chat", typed="/reload\ngrain imports\n/quit\n")

    assert done.returncode == 0, done.stderr
    assert "only read here, as a running bot holds them: reload them there" in done.stdout
    assert "briefings.txt:14" in done.stdout


@pytest.mark.usefixtures("interruptible", "in_service")
def test_a_conversation_ends_at_once_when_it_is_interrupted(attache: Run, tmp_path: Path) -> None:
    with talking(tmp_path) as talk:
        talk.send_signal(signal.SIGINT)
        code = talk.wait(timeout=60)
    again = attache("load")

    assert code == 0
    assert again.returncode == 0, again.stderr


@contextmanager
def running(folder: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Give a command that runs, with pipes to and from it."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as command:
        try:
            yield command
        finally:
            command.kill()


@pytest.mark.usefixtures("interruptible", "in_service")
def test_a_batch_that_waits_for_a_question_ends_at_once_when_it_is_interrupted(
    attache: Run, tmp_path: Path
) -> None:
    with running(tmp_path, "ask", "--batch", "-", "--format", "jsonl") as asking:
        assert asking.stdin is not None
        assert asking.stdout is not None
        asking.stdin.write("grain imports\n")
        asking.stdin.flush()
        assert "briefings.txt" in asking.stdout.readline()
        settle(asking.pid)
        asking.send_signal(signal.SIGINT)
        code = asking.wait(timeout=60)
        assert asking.stderr is not None
        said = asking.stderr.read()

    assert (code, said) == (ExitCode.INTERRUPTED, "attache: Stopped.\n")


@pytest.mark.usefixtures("interruptible", "in_service")
def test_an_interrupted_load_changes_nothing_and_says_so_in_one_line(
    attache: Run, tmp_path: Path
) -> None:
    texts = (f"Report {at}: Ruritania opened bridge {at}." for at in range(60_000))
    (tmp_path / "data" / "more.txt").write_text("\n".join(texts))
    with running(tmp_path, "load") as loading:
        database = tmp_path / "var" / "attache.sqlite3"
        while not reads_apart(loading.pid):
            assert loading.poll() is None, database
        loading.send_signal(signal.SIGINT)
        code = loading.wait(timeout=60)
        assert loading.stderr is not None
        said = loading.stderr.read()

    assert (code, said) == (ExitCode.INTERRUPTED, "attache: Stopped; nothing was changed.\n")
    assert '"edition": 1' in attache("status", "--format", "json").stdout


def reads_apart(pid: int) -> bool:
    """Tell whether a command has begun to read in a process of its own."""
    return bool(psutil.Process(pid).children())


def test_a_command_that_is_interrupted_before_it_has_begun_shows_no_traceback(
    attache: Run, tmp_path: Path
) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "typer.py").write_text("raise KeyboardInterrupt")
    done = attache("load", PYTHONPATH=f"{tmp_path / 'first'}{os.pathsep}{ROOT}")

    assert (done.returncode, done.stdout, done.stderr) == (ExitCode.INTERRUPTED, "", "")
