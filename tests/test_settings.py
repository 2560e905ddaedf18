"""Settings come from one table: flags, variables and the page on configuration agree."""

from __future__ import annotations

import argparse
import dataclasses
import os
from pathlib import Path

import pytest

from bonvorto.settings import SettingError, Settings, add_flags, flag, is_loopback, read, variable

ROOT = Path(__file__).resolve().parent.parent
NAMES = [row.name for row in dataclasses.fields(Settings)]


def settings(*flags: str, **environ: str) -> Settings:
    parser = argparse.ArgumentParser()
    add_flags(parser)
    return read(parser.parse_args(flags), environ)


def test_without_flags_and_variables_the_defaults_hold():
    found = settings()
    assert found == Settings()
    assert (found.host, found.port) == ("127.0.0.1", 8765)


def test_a_flag_counts_before_a_variable_and_a_variable_before_the_default():
    assert settings(BONVORTO_PORT="9000").port == 9000
    assert settings("--port", "9001", BONVORTO_PORT="9000").port == 9001


def test_lists_add_up_variable_first():
    both = os.pathsep.join(("/a", "/b"))
    found = settings("--banks", "/c", "--banks", "/d", BONVORTO_BANKS=both)
    assert [path.as_posix() for path in found.banks] == ["/a", "/b", "/c", "/d"]
    found = settings(BONVORTO_ORIGINS="https://a.example, https://B.example/")
    assert found.origins == ("https://a.example", "https://b.example")


def test_an_empty_variable_is_no_setting():
    assert settings(BONVORTO_PORT="", BONVORTO_KEY=" ") == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "http"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PORT", "tcp://10.0.0.1:8765"),
        ("WORKERS", "0"),
        ("THREADS", "many"),
        ("MAX_TEXT", "1e6"),
        ("MAX_BODY", "0"),
        ("TIMEOUT", "soon"),
        ("OPEN", "perhaps"),
        ("HOST", "http://127.0.0.1"),
        ("HOSTS", "a b"),
        ("ORIGINS", "desk.example"),
        ("ORIGINS", "https://desk.example/path"),
        ("KEY", "short"),
        ("KEY", "sixteen letters long and spaces"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_a_wrong_value_is_an_error_that_names_the_variable(name, value):
    with pytest.raises(SettingError, match=f"^BONVORTO_{name}: "):
        settings(**{f"BONVORTO_{name}": value})


def test_a_wrong_flag_is_an_error_that_names_the_flag():
    with pytest.raises(SettingError, match=r"^--max-text: “lots”"):
        settings("--max-text", "lots")


@pytest.mark.parametrize(("misspelt", "meant"), [("PROT", "PORT"), ("MAXTEXT", "MAX_TEXT")])
def test_a_misspelt_variable_is_an_error_that_names_the_right_one(misspelt, meant):
    with pytest.raises(SettingError, match=f"did you mean BONVORTO_{meant}"):
        settings(**{f"BONVORTO_{misspelt}": "1"})


def test_variables_that_kubernetes_sets_for_a_service_are_no_error():
    links = {"BONVORTO_SERVICE_HOST": "10.0.0.1", "BONVORTO_PORT_8765_TCP": "tcp://10.0.0.1:8765"}
    assert settings(**links) == Settings()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "desk.example"])
def test_a_server_for_others_without_a_key_is_refused_with_the_ways_out(host):
    with pytest.raises(SettingError, match=r"BONVORTO_KEY or --keys FILE, or --open"):
        settings("--host", host)
    assert settings("--host", host, "--open").open
    assert settings("--host", host, BONVORTO_OPEN="yes").open
    assert settings("--host", host, BONVORTO_KEY="correct-horse-battery").key


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost", "a.localhost"])
def test_loopback_needs_no_key(host):
    assert is_loopback(host)
    assert settings("--host", host).key is None


def test_the_body_limit_follows_the_text_limit():
    assert settings("--max-text", "1000").body_limit == 12 * 1000 + 65_536
    assert settings("--max-text", "1000", "--max-body", "5000").body_limit == 5000


def test_the_page_on_configuration_tells_every_setting_as_it_is():
    page = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    for row in dataclasses.fields(Settings):
        value = row.metadata["shown"] or row.default
        shown = "" if value in (None, (), False) else str(value)
        line = f"| `{flag(row.name)}` | `{variable(row.name)}` | {shown} | {row.metadata['help']} |"
        assert line in page
    assert page.count("\n| `--") == len(NAMES)
