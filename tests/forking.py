"""Commands as processes of their own, forked from one that has imported the program already.

To import it takes longer than most commands do, and is the same for each. What a command does to
its process, its streams, its folder and its environment stays its own. Run by itself, this module
is the process that forks; `Forking` is who asks it to.
"""

from __future__ import annotations

import json
import os
import runpy
import subprocess
import sys
import traceback
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ROOT = Path(__file__).resolve().parent.parent
_STREAMS = (
    ("stdin", "r", os.O_RDONLY), ("stdout", "w", os.O_WRONLY), ("stderr", "w", os.O_WRONLY),
)  # fmt: skip


class Forking:
    """Runs `python -m bot` with its imports done, until it is left."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.forking"],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Forking:
        """Return this."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let the process that forks end."""
        self._process.communicate()

    def run(
        self, words: Sequence[str], folder: Path, environment: Mapping[str, str], typed: str
    ) -> subprocess.CompletedProcess[str]:
        """Return what came of a command, run in a ``folder`` with ``typed`` on standard input."""
        assert self._process.stdin
        assert self._process.stdout
        with TemporaryDirectory() as kept:
            streams = [str(Path(kept) / name) for name, *_ in _STREAMS]
            for path in streams:
                Path(path).write_text(typed if path == streams[0] else "", encoding="utf-8")
            asked = {
                "words": words, "folder": str(folder), "environment": dict(environment),
                "streams": streams,
            }  # fmt: skip
            print(json.dumps(asked), file=self._process.stdin, flush=True)
            code = int(self._process.stdout.readline())
            out, err = (Path(path).read_text(encoding="utf-8") for path in streams[1:])
        return subprocess.CompletedProcess(words, code, out, err)


def _fork_whenever_asked() -> None:
    _import_the_program()
    for line in sys.stdin:
        asked = json.loads(line)
        if not (process := os.fork()):
            os._exit(_run(**asked))
        _, status = os.waitpid(process, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _import_the_program() -> None:
    """Import what a command would, in the order in which it would."""
    from bot import __main__ as program  # noqa: PLC0415

    program._import_structlog()
    from bot.cli import commands  # noqa: F401, PLC0415

    del sys.modules[program.__name__]  # each command runs it anew


def _run(words: list[str], folder: str, environment: dict[str, str], streams: list[str]) -> int:
    """Run the command in this process, which is forked and its own; return its exit code."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, ((name, mode, flags), path) in enumerate(zip(_STREAMS, streams, strict=True)):
        os.dup2(os.open(path, flags), number)
        setattr(sys, name, open(number, mode, encoding="utf-8"))  # noqa: SIM115, PTH123
    sys.argv[1:] = words
    code = _exit_code(_left_with())
    sys.stdout.flush()
    return code


def _left_with() -> Any:
    try:
        runpy.run_module("bot", run_name="__main__", alter_sys=True)
    except SystemExit as left:
        return left.code
    except BaseException:  # noqa: BLE001 - as the interpreter does with what nobody caught
        traceback.print_exc()
        return 1
    return None


def _exit_code(left_with: Any) -> int:
    if left_with is None or isinstance(left_with, int):
        return left_with or 0
    sys.stderr.write(f"{left_with}\n")
    return 1


if __name__ == "__main__":
    _fork_whenever_asked()
