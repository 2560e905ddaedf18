"""The tables: the same n-grams as langdetect's, exact sums, one command for one more language."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from langdetect.utils.lang_profile import LangProfile
from langdetect.utils.ngram import NGram

from bonvorto.language import make, tables
from bonvorto.language.config import CONFIG, read
from bonvorto.language.letters import fold
from bonvorto.language.vote import table


@given(st.text(alphabet="abcĉŝéñşțảё жщъіїქართულიKAЖ.,'", max_size=60))
def test_our_ngrams_are_those_that_langdetect_cuts(text: str) -> None:
    text = text.lower()  # langdetect leaves out words in capitals, we read them as small letters
    profile = LangProfile(name="xx")
    profile.update(f"{text} ")  # the end of a line ends a word
    words: dict[str, float] = {}
    for word in make.words_in(text):
        words[word] = words.get(word, 0) + 1
    for size in (2, 3):
        ours = {g: c for g, c in make.grams(words, size).items() if c}
        assert ours == {g: c for g, c in profile.freq.items() if len(g) == size}


@given(st.text(alphabet="abcşșţțạảấđơ", min_size=1, max_size=20))
def test_letters_are_folded_as_langdetect_normalises_them(word: str) -> None:
    assert fold([word]) == ["".join(NGram.normalize(c) for c in word)]


def test_a_table_reads_back_what_was_written() -> None:
    rows = {" ab": [1, 0, 255], "ab ": [0, 0, 7], "=ab": [9, 9, 9]}
    packed = tables.unpack(tables.pack(["en", "eo", "la"], rows.items()))
    assert packed.langs == ("en", "eo", "la")
    assert {name: list(packed.cells(name)) for name in rows} == rows


@settings(deadline=None, max_examples=30)  # adds up hundreds of rows by hand
@given(st.lists(st.sampled_from("the parcel ke vi kaj mi danke xyz".split()), max_size=400))
def test_lanes_never_overflow_into_each_other(words: list[str]) -> None:
    known = table("Latn")
    whole = known.sums(words)
    text = f" {' '.join(words)} "
    features = [text[i : i + 3] for i in range(len(text) - 2)] + [f"={w}" for w in words]
    by_hand = [sum(column) for column in zip(*map(known.cells, features), strict=True)]
    assert whole == (by_hand or [0] * len(known.langs))


def test_every_table_has_the_languages_that_the_configuration_names() -> None:
    for name, script in CONFIG.scripts.items():
        assert list(table(name).langs) == script.languages


def test_the_tables_stay_small() -> None:
    assert sum(p.stat().st_size for p in tables.DATA.iterdir()) < 2_000_000


def test_one_command_adds_a_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, config = tmp_path / "data", tmp_path / "languages.json"
    shutil.copytree(tables.DATA, data)
    monkeypatch.setattr(tables, "DATA", data)
    monkeypatch.setattr(make, "CONFIG", read())
    monkeypatch.setattr(make, "CONFIG_FILE", config)
    text = tmp_path / "xx.txt"
    text.write_text("Zaglu mirofantu belazupi korozami.\n" * 20, "utf-8")
    make.add("xx", [text], supported=True)
    known = tables.load("Latn")
    assert known.langs[-1] == "xx"
    sums = known.sums(["zaglu", "mirofantu", "belazupi"])
    assert sums.index(max(sums)) == len(sums) - 1
    before = table("Latn")
    assert known.cells("=the")[: len(before.langs)] == before.cells("=the")
    assert "xx" in json.loads(config.read_text("utf-8"))["supported"]


def test_a_text_without_words_adds_nothing(tmp_path: Path) -> None:
    text = tmp_path / "empty.txt"
    text.write_text("123\n", "utf-8")
    with pytest.raises(SystemExit, match="no words"):
        make.add("xx", [text], supported=False)
