"""The commands, as a person at a terminal runs them."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import pytest

from bot.console.failures import ExitCode
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Run


def test_a_question_is_answered_with_its_source(attache: Run) -> None:
    done = attache("ask", "asad flees syira")

    assert done.returncode == 0
    assert "Read asad as Assad, flees as escape, syira as Syria." in done.stdout
    assert "[1] #1 · briefings.txt:1" in done.stdout


def test_what_is_newest_about_something_is_told_to_have_no_date(attache: Run) -> None:
    said = "No briefing has a date; what fits best comes first."

    assert said in attache("ask", "latest on Poland").stdout
    assert said not in attache("ask", "Poland").stdout


def test_json_has_exactly_the_documented_fields(attache: Run) -> None:
    answer = json.loads(attache("ask", "asad flees syira", "--format", "json").stdout)
    citation = answer["citations"][0]

    assert list(answer) == [
        "question", "verdict", "confidence", "corrections", "unknown", "elsewhere", "citations",
        "topics", "elapsed_ms", "time", "is_cut", "is_by_number", "is_undated", "said",
    ]  # fmt: skip
    assert list(citation) == [
        "rank", "number", "key", "score", "text", "title", "date", "source", "url", "origin",
        "spans",
    ]  # fmt: skip
    assert answer["corrections"][0] == {"from": "asad", "to": "Assad"}
    assert citation["origin"] == {"file": "briefings.txt", "line": 1}
    marked = [citation["text"][span["start"] : span["end"]] for span in citation["spans"]]
    assert "Assad" in " ".join(marked)


def test_a_batch_gives_one_object_a_line_in_the_order_asked(attache: Run, tmp_path: Path) -> None:
    questions = ["grain imports", "", "khan yunis", "the of and", "🦆", 'AND OR NOT * " ( ) : ^']
    (tmp_path / "questions.txt").write_text("\n".join(questions) + "\n", encoding="utf-8")
    from_file = attache("ask", "--batch", "questions.txt", "--format", "jsonl", "--limit", "50")
    from_input = attache("ask", "--batch", "-", "--format", "jsonl", typed="\n".join(questions))

    asked = [json.loads(line)["question"] for line in from_file.stdout.splitlines()]
    assert asked == questions
    assert [json.loads(line)["question"] for line in from_input.stdout.splitlines()] == questions


def test_piped_answers_are_neither_wrapped_nor_padded(attache: Run) -> None:
    lines = attache("ask", "grain imports").stdout.splitlines()
    text = (ROOT / "data" / "briefings.txt").read_text(encoding="utf-8").splitlines()[13]

    assert f"  {text.strip()}" in lines
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_load_lists_what_it_changed(attache: Run, tmp_path: Path) -> None:
    briefings = tmp_path / "data" / "briefings.txt"
    first = attache("load").stdout
    kept = briefings.read_text(encoding="utf-8").splitlines(keepends=True)[1:]
    briefings.write_text("".join(kept), encoding="utf-8")
    (tmp_path / "data" / "new.txt").write_text("A bridge was opened at Karlsheim.")
    said = attache("load").stdout.splitlines()

    assert first.count("added    #") == 14
    assert max(map(len, first.splitlines())) < 120
    assert said[1].startswith("1 added, 0 changed, 1 removed, 13 unchanged")
    assert said[2].startswith("removed  #1 Russian Foreign Minister")
    assert said[3:] == ["added    #15 A bridge was opened at Karlsheim."]


def test_each_answer_of_a_batch_stands_below_its_question(attache: Run) -> None:
    done = attache("ask", "--batch", "-", typed="grain imports\nkhan yunis\n").stdout
    first, second = (done.index(f"> {question}") for question in ("grain imports", "khan yunis"))

    assert first < done.index("briefings.txt:14") < second < done.index("briefings.txt:9")
    assert "> grain" not in attache("ask", "grain imports").stdout


def test_other_data_with_a_mistake_is_answered_from_as_the_policy_says(
    attache: Run, tmp_path: Path
) -> None:
    (tmp_path / "other.jsonl").write_text('{"text": "Ruritania opened a bridge."}\n{')
    words = "ask", "ruritanai bridge", "--data", "other.jsonl"
    strict = attache(*words)
    lenient = attache(*words, "--format", "json", ATTACHE_POLICY="lenient")
    talk = attache("chat", "--data", "other.jsonl", typed="bridge", ATTACHE_POLICY="lenient")

    assert (strict.returncode, strict.stdout) == (ExitCode.PROBLEMS, "")
    assert lenient.returncode == talk.returncode == 0
    assert json.loads(lenient.stdout)["citations"]
    assert "other.jsonl:2: This is not JSON" in lenient.stderr
    assert "Ruritania opened a bridge." in talk.stdout


def test_a_misspelt_variable_is_told_on_standard_error(attache: Run) -> None:
    done = attache("editions", ATTACHE_POLICI="lenient")
    run = attache("run", ATTACHE_POLICI="lenient")

    assert (done.returncode, run.returncode) == (0, ExitCode.SETTINGS)
    assert '"ATTACHE_POLICI", which is no setting; did you mean "ATTACHE_POLICY"?' in done.stderr
    assert "ATTACHE_POLICI" not in done.stdout
    assert "a setting is not known" in run.stdout + run.stderr


def test_a_name_that_is_like_no_setting_is_not_taken_for_one(attache: Run) -> None:
    said = attache("editions", ATTACHE_FOO="x").stderr

    assert '"ATTACHE_FOO", which is no setting; the settings are ' in said
    assert "did you mean" not in said


def test_the_version_is_told(attache: Run) -> None:
    assert attache("--version").stdout == f"attache {version('attache')}\n"


@pytest.mark.parametrize("port", ["99999", "-1", "x"])
def test_a_port_that_is_none_is_a_wrong_command_line(attache: Run, port: str) -> None:
    done = attache("try", "--no-browser", "--port", port)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "--port" in done.stderr


def test_a_port_that_is_taken_is_said_in_one_line(attache: Run) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = attache("try", "--no-browser", "--port", str(taken.getsockname()[1]))

    assert done.returncode == ExitCode.NETWORK
    assert len(done.stderr.splitlines()) == 1
    assert "choose another --port" in done.stderr


@pytest.mark.parametrize(
    "question", ["the of and", "🦆🦆", "x" * 6000, '"*(:^', "\u202ea\u200b\x07", "@everyone"]
)
def test_any_question_gets_an_answer(attache: Run, question: str) -> None:
    done = attache("ask", question, "--format", "json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["verdict"] in {"answered", "closest", "nothing"}


@pytest.mark.parametrize("question", ["", "  "])
def test_where_there_is_no_question_that_is_said(attache: Run, question: str) -> None:
    done = attache("ask", question)

    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no question" in done.stderr


def test_blank_lines_of_a_batch_are_no_questions(attache: Run) -> None:
    done = attache("ask", "--batch", "-", typed="grain imports\n\n  \nkhan yunis\n")

    assert done.stdout.count("> ") == 2
    assert "No briefing covers this" not in done.stdout


def test_the_mark_before_a_batch_is_none_of_its_first_question(
    attache: Run, tmp_path: Path
) -> None:
    (tmp_path / "questions.txt").write_text("\ufeff#5\n", encoding="utf-8")

    for words, typed in ((["questions.txt"], ""), (["-"], "\ufeff#5\n")):
        done = attache("ask", "--batch", *words, typed=typed)
        assert done.stdout.splitlines()[1:4] == ["> #5", "", "#5 · briefings.txt:5"], words


def test_a_batch_without_a_line_has_no_question(attache: Run, tmp_path: Path) -> None:
    (tmp_path / "questions.txt").touch()

    assert attache("ask", "--batch", "questions.txt", "--format", "jsonl").stdout == ""
    assert attache("ask", "--batch", "questions.txt", "--format", "json").stdout == "[]\n"


@pytest.mark.parametrize(
    "words",
    [
        ("ask", "--batch"),
        ("ask", "x", "--data"),
        ("chat", "--data"),
        ("load",),
        ("upload",),
        ("restore",),
    ],
)
def test_a_file_that_is_not_there_is_named_in_one_line(
    attache: Run, words: tuple[str, ...]
) -> None:
    done = attache(*words, "/nope")

    assert (done.returncode, done.stdout) == (ExitCode.STORE, "")
    assert len(done.stderr.splitlines()) == 1
    assert "/nope" in done.stderr
    assert "0 would be added" not in done.stderr


@pytest.mark.usefixtures("in_service")
def test_a_dry_run_tells_in_the_conditional_what_it_would_do_and_how_much_more(
    attache: Run, tmp_path: Path
) -> None:
    (tmp_path / "few.txt").write_text("Ruritania opened a bridge.")
    tried = attache("load", "few.txt", "--dry-run", "--yes").stdout.splitlines()
    (tmp_path / "few.jsonl").write_text('{"text": "Ruritania\n{"text": "fine"}\n')
    wrong = attache("load", "few.jsonl", "--dry-run").stdout.splitlines()

    assert tried[0] == "A dry run; edition 1 stays in service."
    assert [line[:19] for line in tried[2:7]] == [
        f"would be removed  #{at}"[:19] for at in range(1, 6)
    ]
    assert tried[7:] == ["would be added    Ruritania opened a bridge.", "… and 9 more"]
    assert wrong[0] == "It would change nothing: 1 problem."
    assert "a quotation mark is opened and never closed (character 19)" in wrong[2]
    assert len(wrong) == 3


def test_other_data_is_answered_from_without_touching_the_store(
    attache: Run, tmp_path: Path
) -> None:
    record = {"id": "b-1", "text": "Ruritania opened a bridge.", "title": "Bridge"}
    (tmp_path / "other.jsonl").write_text(json.dumps(record))
    done = attache("ask", "ruritanai bridge", "--data", "other.jsonl", "--format", "json")

    citation = json.loads(done.stdout)["citations"][0]
    assert (citation["key"], citation["title"]) == ("b-1", "Bridge")
    assert not (tmp_path / "var").exists()


def test_loading_reports_what_changed(attache: Run, tmp_path: Path) -> None:
    first = json.loads(attache("load", "--format", "json").stdout)
    (tmp_path / "data" / "more.txt").write_text("Ruritania opened a bridge.\n")
    tried = json.loads(attache("load", "--dry-run", "--format", "json").stdout)
    second = attache("load")
    status = json.loads(attache("status", "--format", "json").stdout)

    assert (first["edition"], first["added"]) == (1, 14)
    assert (tried["edition"], tried["added"], tried["swapped"]) == (1, 1, False)
    assert "Edition 2 is in service" in second.stdout
    assert (status["edition"], status["briefings"], status["added"]) == (2, 15, 1)


@pytest.mark.usefixtures("in_service")
def test_a_broken_source_is_named_and_changes_nothing(attache: Run, tmp_path: Path) -> None:
    (tmp_path / "data" / "broken.jsonl").write_text('{"txt": "x"}\n')
    done = attache("load")

    assert done.returncode == ExitCode.PROBLEMS
    assert "broken.jsonl:1" in done.stdout
    assert "Edition 1" in attache("status").stdout


def test_running_without_a_token_says_how_to_get_one(attache: Run) -> None:
    done = attache("run")

    assert done.returncode == ExitCode.SETTINGS
    assert "discord.com/developers" in done.stderr
    assert "make try" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ATTACHE_ANSWERS", "99", "ATTACHE_ANSWERS is '99': should be less than"),
        ("ATTACHE_ADMIN_USERS", "me", "ATTACHE_ADMIN_USERS"),
        ("ATTACHE_LOG_LEVEL", "loud", "'debug', 'info', 'warning' or 'error'"),
        ("ATTACHE_CLOSEST_FROM", "0.9", "must not be above"),
        ("ATTACHE_ALIASES", "nowhere.toml", "does not exist"),
        ("ATTACHE_TOKEN_FILE", "nowhere", "cannot be read"),
        ("ATTACHE_DISCORD_API_URL", "ftp://x", "ATTACHE_DISCORD_API_URL"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_one_line(
    attache: Run, name: str, value: str, said: str
) -> None:
    done = attache("ask", "anything", **{name: value})

    assert done.returncode == ExitCode.SETTINGS
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


class _Unauthorized(BaseHTTPRequestHandler):
    """Answers as Discord does to a wrong token."""

    def do_GET(self) -> None:
        body = json.dumps({"message": "401: Unauthorized", "code": 0}).encode()
        self.send_response(401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""


@pytest.fixture
def refusing_discord() -> Iterator[str]:
    """The address of a server that refuses every token."""
    server = HTTPServer(("127.0.0.1", 0), _Unauthorized)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/api/v10"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_wrong_token_is_said_in_one_line(attache: Run, refusing_discord: str) -> None:
    done = attache(
        "run", ATTACHE_TOKEN="secret.wrong.token", ATTACHE_DISCORD_API_URL=refusing_discord
    )

    assert done.returncode == ExitCode.TOKEN
    assert "Discord does not accept the token" in done.stderr
    assert "Traceback" not in done.stderr
    assert "secret.wrong.token" not in done.stderr + done.stdout


@pytest.mark.parametrize("words", [(), ("one", "--batch", "-"), ("x", "--limit", "51")])
def test_a_wrong_command_line_says_so(attache: Run, words: tuple[str, ...]) -> None:
    done = attache("ask", *words)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_asking_needs_neither_discord_nor_the_page_nor_the_network() -> None:
    unused = {"aiohttp", "discord", "simcord"}
    probe = f"import sys, bot.cli.commands; print(sorted({unused} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


def test_running_imports_nothing_that_a_quiet_bot_does_not_use(attache: Run) -> None:
    done = attache("run", PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}

    assert done.returncode == ExitCode.SETTINGS
    assert "bot.chat.client" in imported
    unused = "aiohttp.web asyncpg feedparser matplotlib nh3 rich.console simcord watchfiles yaml"
    assert not imported & set(unused.split())


@pytest.mark.parametrize("words", [("load",), ("ask", "grain", "--data"), ("chat", "--data")])
def test_an_empty_path_is_not_taken_for_the_working_directory(
    attache: Run, words: tuple[str, ...]
) -> None:
    done = attache(*words, "")

    assert (done.returncode, done.stdout) == (2, "")
    assert "The path is empty; name a file or folder" in " ".join(done.stderr.split())
