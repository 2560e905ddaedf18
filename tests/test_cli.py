import io
import json
import sys

import pytest

from banks import entry, fault, move, write
from bonvorto.cli import main


@pytest.fixture
def overlay(tmp_path):
    """A team's folder with one entry that no shipped bank has."""
    ours = entry("purple-elephant", patterns=["purple elephant"], faulty=["A purple elephant."])
    return write(tmp_path / "team", fault(ours))


@pytest.fixture
def reply(tmp_path):
    path = tmp_path / "reply.txt"
    path.write_text("Hi Ana,\n\nThat was a purple elephant.\n", encoding="utf-8")
    return path


def run(capsys, *arguments):
    status = main([str(argument) for argument in arguments])
    shown = capsys.readouterr()
    return status, shown.out, shown.err


def test_a_finding_is_shown_with_its_line_a_pointer_and_a_rewrite(capsys, reply, overlay):
    status, out, _ = run(capsys, "check", reply, "--banks", overlay, "--language", "en")
    assert status == 1
    assert f"{reply}:3:12: warning: A flat no [refusal/purple-elephant]" in out
    line, pointer = out.splitlines()[1:3]
    assert line[pointer.index("^") :].startswith("purple elephant")
    assert pointer.count("^") == len("purple elephant")
    assert "> Here is what I can do: [offer]." in out


def test_a_clean_reply_has_exit_status_0(capsys, tmp_path):
    path = tmp_path / "good.txt"
    path.write_text("Thank you for asking. Your parcel left this morning.", encoding="utf-8")
    status, out, err = run(capsys, "check", path)
    assert (status, out) == (0, "")
    assert "nothing in 1 reply" in err


def test_json_is_one_record_a_file(capsys, reply, overlay):
    _, out, _ = run(
        capsys, "check", reply, reply, "--banks", overlay, "--format", "json", "--language", "en"
    )
    records = [json.loads(line) for line in out.splitlines()]
    assert [record["findings"][0]["entry"] for record in records] == ["purple-elephant"] * 2


def test_github_annotations_name_the_place(capsys, reply, overlay):
    _, out, _ = run(
        capsys, "check", reply, "--banks", overlay, "--format", "github", "--language", "en"
    )
    assert out.startswith(f"::warning file={reply},line=3,col=12,title=A flat no::")


def test_the_rewritten_reply_alone(capsys, reply, overlay):
    _, out, _ = run(capsys, "check", reply, "--banks", overlay, "--rewrite", "--language", "en")
    assert out == "Hi Ana,\n\nHere is what I can do: [offer].\n"


def test_the_standard_input_is_a_file_called_minus(capsys, monkeypatch, overlay):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"A purple elephant.")))
    status, out, _ = run(capsys, "check", "-", "--banks", overlay, "--language", "en")
    assert status == 1
    assert out.startswith("<stdin>:1:3:")


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_checked(
    capsys, tmp_path, reply, overlay
):
    (tmp_path / "old.txt").write_bytes("привет".encode("cp1251"))
    status, out, err = run(
        capsys,
        "check",
        tmp_path / "none.txt",
        tmp_path / "old.txt",
        reply,
        "--banks",
        overlay,
        "--language",
        "en",
    )
    assert status == 1
    assert "none.txt: No such file" in err
    assert "old.txt: not UTF-8" in err
    assert "purple-elephant" in out


def test_an_unsupported_language_is_said_not_guessed(capsys, tmp_path):
    path = tmp_path / "pl.txt"
    path.write_text("Dzień dobry, niestety nasza polityka na to nie pozwala.", encoding="utf-8")
    status, _, err = run(capsys, "check", path)
    assert status == 0
    assert "not checked" in err


def test_detect_tells_the_language(capsys, tmp_path):
    path = tmp_path / "ka.txt"
    path.write_text("გამარჯობა, როგორ შემიძლია დაგეხმაროთ?", encoding="utf-8")
    status, out, _ = run(capsys, "detect", path)
    assert status == 0
    assert f"{path}: ka" in out
    _, out, _ = run(capsys, "detect", path, "--format", "json")
    assert json.loads(out)["supported"] is True


def test_bank_check_shows_every_problem_and_fails(capsys, tmp_path):
    write(tmp_path, fault(entry(patterns=["(no"]), entry("x", fine=[])))
    status, out, err = run(capsys, "bank", "check", "--banks", tmp_path)
    assert status == 1
    assert "never closed" in out
    assert "fine" in out
    assert "2 errors" in err


def test_bank_check_in_json_is_a_list(capsys, tmp_path):
    write(tmp_path, fault(entry(patterns=["(no"])))
    _, out, _ = run(capsys, "bank", "check", "--banks", tmp_path, "--format", "json")
    assert [item["key"] for item in json.loads(out) if item["level"] == "error"] == [
        "entries[0].patterns[0]"
    ]


def test_bank_test_names_the_example_that_does_not_hold(capsys, tmp_path):
    write(tmp_path, fault(entry("zebra", patterns=["striped zebra"], faulty=["A plain horse."])))
    status, out, _ = run(capsys, "bank", "test", "--banks", tmp_path, "--language", "en")
    assert status == 1
    assert "en/refusal/zebra: faulty, not found: A plain horse." in out


def test_bank_coverage_lists_what_a_language_lacks(capsys, overlay):
    status, out, _ = run(capsys, "bank", "coverage", "--banks", overlay)
    assert status == 0
    assert "en -- -- --  refusal/purple-elephant" in out


def test_phrases_are_found_by_a_word_and_shown_with_their_meaning(capsys, tmp_path):
    english = move()
    georgian = move(
        language="ka",
        title="გზა",
        signs=[],
        phrases=[{"id": "options.two-ways", "text": "ორი გზა გვაქვს: {first} ან {second}."}],
    )
    write(tmp_path, english, georgian)
    status, out, _ = run(
        capsys,
        "phrases",
        "ways",
        "--language",
        "ka",
        "--gloss-in",
        "en",
        "--move",
        "options",
        "--banks",
        tmp_path,
    )
    assert status == 0
    assert "ორი გზა" in out
    assert "There are two ways on: [first] or [second]." in out


def test_an_unknown_command_is_a_usage_error(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["polish"])
    assert stopped.value.code == 2
    assert "check" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["serve", "check", "detect", "phrases", "bank"])
def test_every_command_explains_itself(capsys, command):
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    assert command in capsys.readouterr().out


def test_explain_shows_pattern_words_and_keys(capsys, reply, overlay):
    _, out, _ = run(capsys, "check", reply, "--banks", overlay, "--language", "en", "--explain")
    assert "found: purple-elephant" in out
    assert "pattern: purple elephant" in out
    assert "elephant {eleph}" in out
