"""Making editions: what is refused, left out, noted, and gone back to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.editions import Ahead
from bot.errors import AttacheError
from bot.library.library import Library
from bot.library.readers import Limits
from bot.library.wanted import Wanted
from bot.model import NotInService, Verdict, Why
from bot.search.index.building import read_about
from tests.library.sources import BRIDGE, lines, put

if TYPE_CHECKING:
    from bot.library.shelf import Shelf


pytestmark = pytest.mark.usefixtures("url")


async def test_a_reload_that_removes_much_is_refused_until_somebody_agrees(
    library: Library, shelf: Shelf
) -> None:
    put(shelf, *lines(shelf)[:5])
    asked = await library.reload(by="test")
    assert asked.needs_confirmation
    assert (asked.removed, library.edition, library.briefings) == (9, 1, 14)

    put(shelf, *lines(shelf)[:3])
    other = await library.reload(by="test", confirmed=asked.digest)
    assert other.needs_confirmation

    done = await library.reload(by="test", confirmed=other.digest)
    assert (done.swapped, library.briefings) == (True, 3)


async def test_what_was_agreed_to_is_not_taken_for_leave_to_remove_others_however_few(
    library: Library, shelf: Shelf
) -> None:
    seed = lines(shelf)
    put(shelf, *seed[1:])
    asked = await library.reload(by="test", may_remove=0.0)
    assert [each.number for each in asked.preview] == [1]

    put(shelf, seed[0], *seed[3:])
    again = await library.reload(by="test", confirmed=asked.digest)
    assert (again.needs_confirmation, library.briefings) == (True, 14)
    assert [each.number for each in again.preview] == [2, 3]

    # What removes nothing needs nobody's leave.
    put(shelf, *seed, BRIDGE)
    done = await library.reload(by="test", confirmed=again.digest)
    assert (done.swapped, library.briefings) == (True, 15)


async def test_an_edition_that_another_process_let_go_of_is_not_gone_back_to(
    shelf: Shelf,
) -> None:
    library = await Library.open(replace(shelf, editions=1))
    try:
        put(shelf, BRIDGE, name="more.txt")
        await library.reload(by="test")
        # As it would go on where the edition was still kept when it was asked for.
        wanted = Wanted("test", "rollback to edition 1", shelf.data, back_to=1)
        with pytest.raises(AttacheError, match="no longer kept"):
            await library._reloading.make(wanted)
        assert (library.edition, library.briefings) == (2, 15)
    finally:
        await library.close()


async def test_a_lenient_reload_leaves_bad_records_out_and_reports_them(shelf: Shelf) -> None:
    put(shelf, '{"text": "one"}', "{", '{"text": "two"}', name="x.jsonl")
    library = await Library.open(replace(shelf, lenient=True))
    try:
        report = library.last_reload
        assert report is not None
        assert report.swapped
        assert library.briefings == 16
        assert [str(each.origin) for each in report.problems] == ["x.jsonl:2"]
    finally:
        await library.close()


async def test_a_lenient_reload_leaves_out_what_no_field_is_called_and_takes_the_rest(
    shelf: Shelf,
) -> None:
    put(shelf, '{"text": "Snow fell.", "author": "Otto"}', name="a.jsonl")
    put(shelf, "text,author", "Rain fell.,Otto", "Fog lay.,Otto", name="b.csv")
    library = await Library.open(shelf, load_if_empty=False)
    strict = await library.reload(by="test")
    await library.close()
    library = await Library.open(replace(shelf, lenient=True))
    try:
        report = library.last_reload
        assert (strict.blocked, len(strict.problems)) == (True, 2)
        assert "Delete it, or name it one of text, id, title," in str(strict.problems[0])
        assert report is not None
        assert (report.swapped, report.problems, library.briefings) == (True, (), 17)
        assert list(map(str, report.notes)) == [
            'a.jsonl:1: The field "author" is unknown. It was left out.',
            'b.csv:1: The column "author" is unknown. It was left out.',
        ]
        assert (await library.reload(by="test")).notes == report.notes
    finally:
        await library.close()


async def test_a_lenient_reload_tells_how_many_records_it_left_out(shelf: Shelf) -> None:
    library = await Library.open(replace(shelf, lenient=True))
    try:
        put(shelf, BRIDGE, *["{"] * 500, "", name="more.jsonl")
        put(shelf, BRIDGE, name="more.txt")
        report = await library.reload(by="test")
        assert report.swapped
        assert "50 of 501 are listed" in str(report.problems[-1])
    finally:
        await library.close()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b'[{"text": "one"}, {"text": "tw'),
        ("a.csv", b'text\none\n"two" and three\nfour\n'),
        ("a.tsv", "text\none\ncaf\u00e9\n".encode("latin-1")),
        ("a.md", b"one\n---\ntwo\0\n"),
        ("a.txt", b"\xff\xfeo\0n\0e"),
        ("a.jsonl", b"PK\x03\x04\0\0"),
        ("a.rss", b'<rss version="2.0"><channel><item><title>one</title>'),
    ],
)
async def test_not_even_a_lenient_reload_takes_what_it_did_not_read_for_removed(
    shelf: Shelf, name: str, content: bytes
) -> None:
    library = await Library.open(replace(shelf, lenient=True))
    try:
        put(shelf, BRIDGE, name="more.txt")
        (shelf.data / name).write_bytes(content)
        report = await library.reload(by="test", may_remove=1)
        assert [each.origin.file for each in report.problems] == [name]
        assert not report.swapped
        assert library.briefings == 14
    finally:
        await library.close()


_ROWS = [f"Report {number} on harbour Haven{number}." for number in range(20)]
_WHOLE = {
    "b.jsonl": "".join(f'{{"id": "{at}", "text": "{row}"}}\n' for at, row in enumerate(_ROWS)),
    "b.csv": "".join(["text,date\n", *(f"{row},2026-05-04\n" for row in _ROWS)]),
    "b.txt": "".join(f"{row} — so Dorn.\n" for row in _ROWS),
    "b.md": "---\n".join(f"---\ndate: 2026-05-04\n---\n{row}\n" for row in _ROWS),
}


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("b.jsonl", b'{"id": "0", "text": "Report 0 on harbour Haven0."}\n{"id": "1", "te'),
        ("b.jsonl", b'{"id": "0", "text": "Report 0 on harbour Haven0."}\n' + b"\0" * 900),
        ("b.jsonl", b""),
        ("b.csv", b"text,date\nReport 0 on harbour Haven0.,2026-05-04\nReport 1 on har"),
        ("b.csv", b"text,date\nReport 0 on harbour Haven0.,2026-05-04\nReport 1 on x.,2026-0"),
        ("b.csv", b""),
        ("b.csv", b"text,date\n"),
        ("b.txt", "Report 0 on harbour Haven0. —".encode()[:-1]),
        ("b.txt", b""),
        ("b.md", b"---\ndate: 2026-05-04\n---\nReport 0 on harbour Haven0.\n---\n---\ndate: 20"),
        ("b.md", b""),
    ],
)
async def test_a_file_that_was_cut_short_takes_nothing_away(
    shelf: Shelf, name: str, left: bytes
) -> None:
    (shelf.data / name).write_text(_WHOLE[name])
    library = await Library.open(replace(shelf, lenient=True))
    try:
        assert library.briefings == 34
        (shelf.data / name).write_bytes(left)
        report = await library.reload(by="test", may_remove=1)
        assert [each.origin.file for each in report.problems] == [name]
        assert (report.blocked, library.briefings) == (True, 34)

        (shelf.data / name).unlink()
        assert (await library.reload(by="test", may_remove=1)).removed == 20
    finally:
        await library.close()


async def test_what_was_cut_short_is_told_with_what_is_to_be_done(shelf: Shelf) -> None:
    (shelf.data / "b.jsonl").write_text(_WHOLE["b.jsonl"])
    library = await Library.open(replace(shelf, lenient=True))
    try:
        (shelf.data / "b.jsonl").write_text(_WHOLE["b.jsonl"][:-9])
        (problem,) = (await library.reload(by="test")).problems
        assert str(problem).endswith(
            "; the file may be cut short, as it lacks briefings in service: 1. Put the whole file "
            "there, or correct the line and end it with a line break."
        )
    finally:
        await library.close()


@pytest.mark.parametrize("left", ["", '{"id": "0", "te'])
async def test_a_file_that_lacks_nothing_that_is_in_service_stops_no_lenient_reload(
    shelf: Shelf, left: str
) -> None:
    library = await Library.open(replace(shelf, lenient=True))
    try:
        (shelf.data / "b.jsonl").write_text(_WHOLE["b.jsonl"])
        await library.reload(by="test")
        (shelf.data / "b.jsonl").rename(shelf.data / "c.jsonl")
        (shelf.data / "b.jsonl").write_text(left)
        put(shelf, BRIDGE, name="more.txt")
        report = await library.reload(by="test")
        assert (report.added, report.removed, len(report.problems)) == (1, 0, 1)
    finally:
        await library.close()


async def test_not_even_a_lenient_reload_takes_what_it_cannot_reach_for_removed(
    shelf: Shelf,
) -> None:
    library = await Library.open(replace(shelf, lenient=True))
    try:
        put(shelf, BRIDGE, name="more.txt")
        (shelf.data / "shared.txt").symlink_to(shelf.data / "on a disk that is not there.txt")
        report = await library.reload(by="test", may_remove=1)
        assert "shared.txt: It is a link that leads nowhere." in str(report.problems[0])
        assert not report.swapped

        shelf.data.rename(shelf.data.with_name("away"))
        shelf.data.mkdir()
        report = await library.reload(by="test", may_remove=1)
        assert "The folder holds no file with briefings" in str(report.problems[0])
        assert not report.swapped
        assert library.briefings == 14
    finally:
        await library.close()


async def test_not_even_a_lenient_reload_leaves_out_what_are_too_many(shelf: Shelf) -> None:
    library = await Library.open(replace(shelf, lenient=True, limits=Limits(briefings=14)))
    try:
        put(shelf, BRIDGE, name="a.txt")
        report = await library.reload(by="test", may_remove=1)
        assert "There are more than 14 briefings" in str(report.problems[0])
        assert not report.swapped
    finally:
        await library.close()


async def test_what_stands_twice_is_one_briefing_with_a_note(
    library: Library, shelf: Shelf
) -> None:
    put(shelf, BRIDGE, BRIDGE, name="x.txt")
    put(shelf, f'{{"id": "b", "text": "{BRIDGE}"}}', name="y.jsonl")
    report = await library.reload(by="test")

    assert (report.added, library.briefings) == (1, 15)
    assert str(report.notes[0]) == "x.txt:2 repeats x.txt:1; it is one briefing."
    assert len(report.notes) == 2


@pytest.mark.parametrize("damaged", ["about.json", "titles.json", "meta.json", ".npy", ".store"])
async def test_an_index_that_is_damaged_is_built_anew_by_the_next_reload(
    library: Library, shelf: Shelf, damaged: str
) -> None:
    put(shelf, *(f"Town {number} has a mayor." for number in range(100)), name="towns.txt")
    await library.reload(by="test")
    for path in (shelf.indexes / "2").rglob(f"*{damaged}"):
        path.unlink()
        path.write_bytes(b"damaged")
    put(shelf, BRIDGE, name="more.txt")
    report = await library.reload(by="test")

    assert (report.swapped, library.briefings) == (True, 115)
    assert await library.verify() == []


async def test_a_small_change_updates_the_index_and_a_large_one_builds_it_anew(
    library: Library, shelf: Shelf
) -> None:
    def changes() -> int:
        folder = shelf.indexes / str(library.edition)
        return read_about(folder).changes

    many = [f"Town {number} has a mayor called M{number}x." for number in range(60)]
    put(shelf, *many, name="towns.txt")
    await library.reload(by="test")
    assert changes() == 0

    many[7] = "The mayor of Streslau resigned."
    put(shelf, *many, BRIDGE, name="towns.txt")
    await library.reload(by="test")
    assert changes() == 3
    assert (await library.ask("who resigned in Streslau")).verdict is Verdict.ANSWERED
    assert (await library.ask("M7x")).verdict is Verdict.NOTHING
    assert (await library.ask("bridge over the Strelsa")).verdict is Verdict.ANSWERED

    put(shelf, *many[:30], name="towns.txt")
    await library.reload(by="test", may_remove=1)
    assert changes() == 0
    assert library.briefings == 44


async def test_rolling_back_makes_a_new_edition_and_loses_nothing(
    library: Library, shelf: Shelf
) -> None:
    first = await library.briefing(14)
    put(shelf, *lines(shelf)[:13], BRIDGE)
    await library.reload(by="test")
    report = await library.editing.roll_back(1, by="otto")

    assert (report.edition, report.swapped, library.briefings) == (3, True, 14)
    assert await library.briefing(14) == first
    assert (await library.briefing(15)) == NotInService(15, Why.GONE, 2, BRIDGE)
    changes = await library.history.changes(3)
    assert [(each.number, each.how) for each in changes] == [(14, "added"), (15, "removed")]
    assert (await library.ask("bridge over the Strelsa")).verdict is Verdict.NOTHING
    log = await library.history.log()
    assert (log[0].who, log[0].did) == ("otto", "rollback to edition 1")


async def test_rolling_back_to_an_edition_that_is_not_there_is_refused(library: Library) -> None:
    with pytest.raises(AttacheError, match="no edition 7"):
        await library.editing.roll_back(7, by="test")


async def test_a_rollback_says_what_it_changed_and_what_the_next_reload_would_undo(
    library: Library, shelf: Shelf
) -> None:
    seed = lines(shelf)
    put(shelf, *seed[1:], BRIDGE, '{"no json')
    await library.reload(by="test")
    report = await library.editing.roll_back(1, by="otto")
    assert [(each.number, each.how) for each in report.preview] == [
        (15, "removed"), (16, "removed"), (1, "added"),
    ]  # fmt: skip
    assert report.ahead == Ahead(added=2, changed=0, removed=1)

    done = await library.reload(by="test")
    assert (done.added, done.changed, done.removed) == (2, 0, 1)
    put(shelf, *seed)
    await library.reload(by="test")
    assert (await library.editing.roll_back(1, by="otto")).ahead is None
    await library.editing.roll_back(2, by="otto")
    assert (await library.editing.roll_back(1, by="otto")).ahead == Ahead(0, 0, 0)


async def test_only_the_newest_editions_are_kept(shelf: Shelf) -> None:
    seed = lines(shelf)
    library = await Library.open(replace(shelf, editions=3))
    try:
        for number in range(5):
            put(shelf, *seed[:13], f"Bridge {number} was opened in Ruritania.")
            await library.reload(by="test")
        assert [each.number for each in await library.history.editions()] == [6, 5, 4]
        with pytest.raises(AttacheError, match="no edition 3"):
            await library.editing.roll_back(3, by="test")
        await library.editing.roll_back(4, by="test")
        assert (await library.ask("bridge 2 Ruritania")).citations[0].briefing.number == 17
    finally:
        await library.close()


async def test_problems_are_told_in_the_order_of_the_files(library: Library, shelf: Shelf) -> None:
    records = '[\n{"id": 1, "text": "one"},\n{"id": 1, "text": "uno"},\n{"txt": "two"},\n'
    (shelf.data / "a.json").write_text(records)
    (shelf.data / "b.jsonl").write_text("{")
    report = await library.reload(by="test")

    assert [str(each.origin) for each in report.problems] == [
        "a.json:3", "a.json:4", "a.json:4", "b.jsonl:1",
    ]  # fmt: skip


async def test_the_same_text_with_other_fields_is_told_as_that_and_not_by_an_id_nobody_gave(
    library: Library, shelf: Shelf
) -> None:
    put(shelf, '{"text": "Snow fell."}', '{"text": "Snow fell.", "title": "Snow"}', name="x.jsonl")
    put(shelf, '{"text": "a", "id": "k"}', '{"text": "b", "id": "k"}', name="y.jsonl")
    told = [f"{each.what}. {each.remedy}." for each in (await library.reload(by="test")).problems]

    assert told == [
        "The same text stands at x.jsonl:1, with another title, date, source, link or tags. "
        "Take one of them out, or give each an id of its own.",
        'The id "k" stands for something else at y.jsonl:1. Give each briefing an id of its own.',
    ]


async def test_very_many_problems_of_the_working_directory_are_named_by_it(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = await Library.open(shelf)
    try:
        (shelf.data / "bad.jsonl").write_text("x\n" * 100)
        monkeypatch.chdir(shelf.data)
        report = await library.reload(by="test", data=Path())
        assert str(report.problems[-1]).startswith(".: There are more than 50 problems")
    finally:
        await library.close()
