"""What is installed works outside the checkout."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--outdir", folder, "--no-isolation", ROOT]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder


def test_the_wheel_carries_the_banks_the_profiles_and_the_extension(built):
    [wheel] = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "bonvorto/phrasebanks/ka/faults/rule-book.json",
        "bonvorto/phrasebanks/schema/fault.schema.json",
        "bonvorto/extension/manifest.json",
        "bonvorto/http/playground/index.html",
        "bonvorto/morphology/data/ka.txt",
        "bonvorto/py.typed",
    ):
        assert name in names


def test_the_source_archive_carries_all_that_make_test_needs(built):
    [archive] = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    for name in (
        "Makefile",
        "LICENSE",
        "package.json",
        "tests/test_package.py",
        "docs/patterns.md",
    ):
        assert name in names


def test_the_wheel_checks_a_reply_outside_the_checkout(built, tmp_path):
    [wheel] = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    reply = tmp_path / "reply.txt"
    reply.write_text("ეს ჩვენი პრობლემა არ არის.", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "bonvorto", "check", reply],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    assert "[apathy/" in ran.stdout
