"""A real PostgreSQL server in a folder of its own, over a Unix socket, ended with the tests."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE = 60.0
_OPTIONS = (
    "listen_addresses=",
    "max_connections=200",
    # Nothing here outlives the machine; a crash of the server loses nothing.
    "fsync=off",
    "full_page_writes=off",
)


class PostgresServer:
    """A server that can be stopped, started and frozen, with as many databases as needed."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
        self._names = count(1)
        # The server refuses to be root.
        self._as_other = (
            ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
            if os.geteuid() == 0
            else []
        )
        if self._as_other:
            shutil.chown(self._folder, "postgres", "postgres")

    def __enter__(self) -> Self:
        """Make the server's folder, and start it."""
        self._run("initdb", "--auth=trust", "--username=attache", "--no-sync", "-D", self._data)
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the server, and leave nothing of it."""
        self.stop("immediate")
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _data(self) -> str:
        return str(self._folder / "data")

    def new_database(self) -> str:
        """Return the address of a new, empty database."""
        name = f"attache_{next(self._names)}"
        self.query(f"CREATE DATABASE {name} TEMPLATE template0", "postgres")
        return self.address(name)

    def address(self, name: str) -> str:
        """Return the address of a database."""
        return f"postgresql://attache@/{name}?host={self._folder}"

    def query(self, sql: str, database: str) -> str:
        """Return what a query gives, as psql prints it bare; a database by its name or address."""
        return self._run(
            "psql", "-h", str(self._folder), "-U", "attache", "-X", "-q", "-At", "-c", sql, database
        ).strip()

    def start(self) -> None:
        """Start the server, and wait until it takes connections."""
        options = " ".join(f"-c {each}" for each in _OPTIONS)
        self._run(
            *("pg_ctl", "start", "-w", "-s", "-D", self._data, "-l", str(self._folder / "log")),
            *("-o", f"{options} -k {self._folder}"),
        )

    def stop(self, mode: str = "fast") -> None:
        """Stop the server: "fast" ends its connections, "immediate" is a crash."""
        self._run("pg_ctl", "stop", "-w", "-s", "-m", mode, "-D", self._data, check=False)

    def freeze(self) -> None:
        """Let the server answer nothing, without a word, until it is thawed."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let the server go on."""
        self._signal(signal.SIGCONT)

    @contextmanager
    def stopped(self, mode: str = "fast") -> Iterator[None]:
        """Have the server stopped for a while."""
        self.stop(mode)
        try:
            yield
        finally:
            self.start()

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Have the server answer nothing for a while."""
        self.freeze()
        try:
            yield
        finally:
            self.thaw()

    def _signal(self, number: signal.Signals) -> None:
        """Send a signal to the server and to all its processes."""
        main = int((self._folder / "data" / "postmaster.pid").read_text().split()[0])
        for each in [main, *_children(main)]:
            with suppress(ProcessLookupError):  # one that has ended since
                os.kill(each, number)

    def _run(self, program: str, *words: str, check: bool = True) -> str:
        done = subprocess.run(
            [*self._as_other, str(self._programs / program), *words],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_PATIENCE,
            text=True,
            check=False,
        )
        assert not check or done.returncode == 0, done.stdout
        return done.stdout


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(each) for each in listed.split()]
