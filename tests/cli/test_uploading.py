"""Handing in a file at a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from bot.console.failures import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes with a name")
@pytest.mark.timeout(60)
def test_a_pipe_is_refused_and_not_waited_for(attache: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "late.txt")
    done = attache("upload", "late.txt")

    assert (done.returncode, done.stdout) == (ExitCode.STORE, "")
    assert done.stderr == "attache: late.txt is a device or a pipe; give a file.\n"
