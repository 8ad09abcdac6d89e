"""What operators deploy with: checked by parsers, and by systemd's own where it is at hand."""

from __future__ import annotations

import configparser
import json
import os
import re
import shutil
import stat
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from bot.settings import Settings, load_settings
from bot.settings_files import PREFIX
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
UNIT = ROOT / "config" / "attache.service"
PINNED = re.compile(r"[\w./-]+:v?\d+\.\d+[\w.-]*")
BROUGHT_ALONG = {"./people.key"}
"""What an operator has to put there first, as docs/growing.md says."""


@pytest.mark.parametrize("name", SERVICES)
def test_no_service_gains_rights_floods_the_disk_or_changes_by_itself(name: str) -> None:
    service = SERVICES[name]

    assert "no-new-privileges:true" in service["security_opt"]
    assert service["logging"]["options"].keys() == {"max-size", "max-file"}
    assert "image" not in service or PINNED.fullmatch(service["image"])
    assert not service.get("privileged")


@pytest.mark.parametrize("name", [name for name in SERVICES if name.startswith("attache")])
def test_the_bot_has_a_root_it_cannot_write_and_time_to_stop(name: str) -> None:
    service = SERVICES[name]

    assert service["read_only"]
    assert service["init"]
    assert service["cap_drop"] == ["ALL"]
    assert int(service["stop_grace_period"].removesuffix("s")) >= 10


@pytest.mark.parametrize("name", SERVICES)
def test_what_is_mounted_is_there_and_what_is_published_is_on_loopback(name: str) -> None:
    service = SERVICES[name]
    for volume in service.get("volumes", []):
        source = volume.split(":")[0]
        if source.startswith("."):
            assert source in BROUGHT_ALONG or (ROOT / source).exists()
        else:
            assert source in COMPOSE["volumes"]
    assert all(port.startswith("127.0.0.1:") for port in service.get("ports", []))
    assert set(service.get("depends_on", [])) <= set(SERVICES)


def test_prometheus_and_grafana_come_with_the_monitoring_profile_and_find_the_bot() -> None:
    monitoring = {
        name for name, each in SERVICES.items() if "monitoring" in each.get("profiles", [])
    }
    scraped = loaded("prometheus.yml")["scrape_configs"][0]["static_configs"][0]["targets"]
    port = re.search(r"ATTACHE_HEALTH_PORT=(\d+)", DOCKERFILE)
    source = loaded("grafana-datasource.yml")["datasources"][0]
    folder = loaded("grafana-dashboards.yml")["providers"][0]["options"]["path"]

    assert monitoring == {"prometheus", "grafana"}
    assert port
    assert scraped == [f"127.0.0.1:{port[1]}"]
    assert SERVICES["prometheus"]["network_mode"] == "service:attache"
    assert (source["type"], source["url"]) == ("prometheus", "http://attache:9090")
    assert any(f":{folder}/" in volume for volume in SERVICES["grafana"]["volumes"])
    assert loaded("prometheus.yml")["rule_files"] == ["alerts.yml"]


def test_ports_are_published_with_the_monitoring_only_and_by_services_that_can() -> None:
    publishing = {name: each["ports"] for name, each in SERVICES.items() if each.get("ports")}

    assert publishing == {"grafana": ["127.0.0.1:3000:3000"]}
    assert SERVICES["grafana"]["profiles"] == ["monitoring"]
    # Docker refuses ports of a service in the network of another.
    assert not any("network_mode" in SERVICES[name] for name in publishing)


def test_every_alert_says_what_it_is_about() -> None:
    rules = loaded("alerts.yml")["groups"][0]["rules"]

    assert len({rule["alert"] for rule in rules}) == len(rules) > 0
    assert all(rule["expr"] and rule["annotations"]["summary"] for rule in rules)


def test_every_panel_of_the_dashboard_asks_the_chosen_source_and_has_a_place_of_its_own() -> None:
    written = (ROOT / "config" / "grafana-dashboard.json").read_text(encoding="utf-8")
    dashboard: dict[str, Any] = json.loads(written)
    panels: list[dict[str, Any]] = dashboard["panels"]
    taken = [cell for panel in panels for cell in cells(**panel["gridPos"])]

    assert [each["name"] for each in dashboard["templating"]["list"]] == ["datasource"]
    assert all(panel["datasource"]["uid"] == "${datasource}" for panel in panels)
    assert all(target["expr"] for panel in panels for target in panel["targets"])
    assert len(taken) == len(set(taken))


def cells(x: int, y: int, w: int, h: int) -> list[tuple[int, int]]:
    assert x + w <= 24
    return [(column, row) for column in range(x, x + w) for row in range(y, y + h)]


def test_the_image_is_pinned_not_root_and_tells_how_it_is() -> None:
    instructions = [line.split() for line in joined(DOCKERFILE) if line[:1].isupper()]
    words = {each[0]: each for each in instructions}
    bases = [each[1] for each in instructions if each[0] == "FROM"]

    assert all(PINNED.fullmatch(base) for base in bases)
    assert len(set(bases)) == 1
    assert words["USER"][1].isdigit()
    assert int(words["USER"][1]) > 0
    assert " ".join(words["HEALTHCHECK"]).endswith('["attache", "status", "--ready"]')
    assert words["STOPSIGNAL"] == ["STOPSIGNAL", "SIGTERM"]


def test_all_that_the_image_is_made_of_is_let_through() -> None:
    let_through = {
        line.removeprefix("!")
        for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
        if line.startswith("!")
    }
    copied = [
        source
        for line in joined(DOCKERFILE)
        if line.startswith("COPY") and "--from" not in line
        for source in [word for word in line.split()[1:-1] if not word.startswith("--")]
    ]

    assert copied
    for source in copied:
        assert (ROOT / source).exists()
        assert source.removeprefix("./") in let_through


@pytest.mark.parametrize(
    "file", ["Dockerfile", "compose.yaml", "config/attache.service", "config/.env.example"]
)
def test_only_settings_that_exist_are_named(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    named = {name.removesuffix("_FILE") for name in re.findall(rf"{PREFIX}([A-Z_]+)", text)}

    assert named <= {name.upper() for name in Settings.model_fields}


def test_the_unit_waits_watches_and_gives_up_before_sessions_run_out() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(UNIT, encoding="utf-8")
    service = unit["Service"]

    assert service["Type"] == "notify"
    assert int(service["WatchdogSec"]) > 0
    assert int(service["TimeoutStopSec"]) > 5
    assert service["NoNewPrivileges"] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert int(unit["Unit"]["StartLimitBurst"]) <= 5
    assert int(unit["Unit"]["StartLimitIntervalSec"]) >= 600


def test_commands_have_the_settings_of_the_service_once_it_is_made_as_documented(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    operating = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    block = operating.partition("### As a service")[2].partition("```sh\n")[2].partition("```")[0]
    file = tmp_path / "attache.env"
    lines = [line for line in block.splitlines() if "/etc/attache.env" in line]
    script = "\n".join(lines).replace("/etc/attache.env", str(file))
    own = script.replace("chgrp attache", f"chgrp {os.getgid()}")
    # An editor may leave the last line without an end.
    (tmp_path / ".env").write_text(
        "ATTACHE_TOKEN=secret\nATTACHE_STATE=elsewhere\nATTACHE_DATA=/srv/briefings\n"
        "ATTACHE_MAY_REMOVE=0"
    )
    subprocess.run(["sh", "-euc", own], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    settings = load_settings().settings

    unit = UNIT.read_text(encoding="utf-8")
    assert "EnvironmentFile=-/etc/attache.env\n" in unit
    assert f"Environment=ATTACHE_STATE={settings.state}\n" in unit
    assert (str(settings.data), settings.may_remove, settings.token) == ("/srv/briefings", 0, None)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert "secret" not in file.read_text()
    assert "sudo -u attache .venv/bin/attache status" in operating


def test_what_the_user_of_the_service_writes_is_written_where_it_may() -> None:
    operating = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    service, upgrade = (
        operating.partition(f"## {title}\n")[2].partition("\n## ")[0]
        for title in ("As a service", "Upgrade")
    )
    folder = re.search(r"Environment=ATTACHE_STATE=(\S+)", UNIT.read_text(encoding="utf-8"))

    assert folder
    for told in (service, upgrade):
        assert re.search(rf"attache backup {folder[1]}/[\w-]+\.sqlite3", told)


def test_systemd_finds_nothing_wrong_with_the_unit(tmp_path: Path) -> None:
    analyse = shutil.which("systemd-analyze")
    if not analyse:
        pytest.skip("there is no systemd-analyze here")
    text = UNIT.read_text(encoding="utf-8")
    copy = tmp_path / UNIT.name
    copy.write_text(re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", text, flags=re.MULTILINE))
    done = subprocess.run(
        [analyse, "verify", "--man=no", copy], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


def loaded(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "config" / name).read_text(encoding="utf-8"))
    return found


def joined(dockerfile: str) -> list[str]:
    """Return the lines, those that go on put together."""
    return dockerfile.replace("\\\n", " ").splitlines()


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_started_again_however_often_it_failed(name: str) -> None:
    assert SERVICES[name]["restart"] == "unless-stopped"
