"""What detection owes its users, on the half of the shared texts that nothing was fitted on."""

import json
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from bonvorto.language import SUPPORTED, detect

pytestmark = pytest.mark.shared

Answer = tuple[dict[str, str], str | None]


@pytest.fixture(scope="module")
def answers(shared: Path) -> list[Answer]:
    rows = map(json.loads, (shared / "detect" / "dev.jsonl").read_text("utf-8").splitlines())
    held_out = (row for row in rows if zlib.crc32(row["text"].encode()) % 2)
    return [(row, detect(row["text"]).code) for row in held_out]


def right(answers: list[Answer], lang: str, which: Callable[[dict[str, str]], bool]) -> float:
    """Percent of a language's texts that are told as it."""
    told = Counter(code == lang for row, code in answers if row["lang"] == lang and which(row))
    return 100 * told[True] / told.total()


def accepted(answers: list[Answer], which: Callable[[dict[str, str]], bool]) -> float:
    """Percent of texts in other languages that are taken for one of the four."""
    taken = Counter(
        code in SUPPORTED for row, code in answers if row["lang"] not in SUPPORTED and which(row)
    )
    return 100 * taken[True] / taken.total()


@pytest.mark.parametrize("lang", SUPPORTED)
def test_texts_of_reply_length_are_always_right(answers: list[Answer], lang: str) -> None:
    assert right(answers, lang, lambda row: row["source"] == "joined") == 100


def test_texts_of_reply_length_in_other_languages_are_never_accepted(
    answers: list[Answer],
) -> None:
    assert accepted(answers, lambda row: row["source"] == "joined") <= 0.1


@pytest.mark.parametrize(
    ("lang", "least"), [("en", 99.5), ("eo", 99.5), ("ka", 99.8), ("ru", 98.5)]
)
def test_sentences_are_right(answers: list[Answer], lang: str, least: float) -> None:
    assert right(answers, lang, lambda row: row["source"] == "lingua_sentences") >= least


@pytest.mark.parametrize(("lang", "least"), [("en", 88), ("eo", 88), ("ru", 95)])
def test_word_pairs_are_mostly_right(answers: list[Answer], lang: str, least: float) -> None:
    assert right(answers, lang, lambda row: row["kind"] == "word-pair") >= least


@pytest.mark.parametrize("lang", SUPPORTED)
@pytest.mark.parametrize(
    ("source", "least"), [("hand_support", 100), ("hand_mixed", 97), ("hand_caps", 100)]
)
def test_support_sentences_product_names_and_capitals_are_right(
    answers: list[Answer], lang: str, source: str, least: float
) -> None:
    assert right(answers, lang, lambda row: row["source"] == source) >= least


@pytest.mark.parametrize(("kind", "least"), [("eo-x", 99.5), ("eo-h", 98), ("eo-plain", 98)])
def test_every_spelling_of_esperanto_is_right(
    answers: list[Answer], kind: str, least: float
) -> None:
    assert right(answers, "eo", lambda row: row["kind"] == kind) >= least


def test_sentences_in_other_languages_are_hardly_ever_accepted(answers: list[Answer]) -> None:
    sentences = {"lingua_sentences", "ntrex", "hand_support"}
    assert accepted(answers, lambda row: row["source"] in sentences) <= 0.5


@pytest.mark.parametrize("lang", ["io", "ia", "ie", "lfn", "vo", "xmf"])
def test_the_nearest_neighbours_are_hardly_ever_accepted(answers: list[Answer], lang: str) -> None:
    assert accepted(answers, lambda row: row["lang"] == lang) <= 3


@pytest.mark.parametrize("lang", ["ka-Latn", "ru-Latn"])
def test_latin_written_sentences_are_named_and_never_accepted(
    answers: list[Answer], lang: str
) -> None:
    assert right(answers, lang, lambda row: True) >= 95
    assert accepted(answers, lambda row: row["lang"] == lang) <= 0.5
