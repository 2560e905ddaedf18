"""Make the language tables from texts with clear terms.

python -m bonvorto.language.make all TEXTS        every table anew from TEXTS/CODE/*.txt
python -m bonvorto.language.make add CODE TEXT... one more language in the tables that are here

A text is one sentence a line, UTF-8. `all` also reads langdetect's own profiles (1 to 3 letters)
and, where it is installed, wordfreq's lists of frequent words. docs/language.md says where the
texts of the tables in this package come from.
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from langdetect.detector_factory import PROFILES_DIRECTORY
from langdetect.utils.ngram import NGram

from bonvorto.language import romanise, tables
from bonvorto.language.config import CONFIG, CONFIG_FILE, Script
from bonvorto.language.letters import CYRILLIC, GEORGIAN, LATIN, WORDS, script_of

Shares = dict[str, float]

# How much a kind of text says of plain language: texts of user interfaces repeat themselves.
WEIGHT = {"stock": 1.0, "cc0": 1.0, "own": 1.0, "mit": 1.0, "mpl": 0.5, "support": 0.1}
WORD_WEIGHT = {"wordfreq": 4.0, "cc0": 1.0, "own": 1.0, "mit": 0.5, "mpl": 0.3, "support": 0.4}
GRAM_WORDS, WORD_WORDS = 60_000, 20_000  # a text of so many words has its full weight
SUPPORT = "support"  # replies written for this: short, but each of their words counts
RARE_GRAM = 5e-5  # langdetect's own smoothing: alpha 0.5 / 10,000
RARE_WORD = 2e-6
LEAST_GRAM, LEAST_EDGE, LEAST_WORD = 5e-5, 1e-4, 3e-5  # rarer ones are left out
WORDS_SUPPORTED, WORDS_OTHER = 12_000, 800  # at most so many words for a language
COARSE = 16  # cells of words come in steps of 16/STEP nat, so that many rows are one and the same
WORDFREQ = {
    **{c: c for c in ["bg", "ca", "cs", "da", "de", "en", "es", "fi", "fr", "hu", "id", "is", "it", "lt", "lv", "mk", "ms", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk", "vi"]},  # noqa: E501
    "no": "nb",
    "tl": "fil",
}  # fmt: skip


def words_in(line: str) -> Iterator[str]:
    """Small-letter words of a line, each letter as langdetect's normaliser has it."""
    line = line.lower().replace("i̇", "i")
    return iter("".join(map(_letter, line)).split())


def _letter(char: str) -> str:
    char = NGram.normalize(char)
    return char if char.isalpha() else " "


def grams(words: Mapping[str, float], size: int) -> Counter[str]:
    """n-grams of `size` letters, cut from " word " as langdetect cuts them."""
    found: Counter[str] = Counter()
    for word, count in words.items():
        text = f" {word} "
        for i in range(len(text) - size + 1):
            found[text[i : i + size]] += count  # type: ignore[assignment]
    return found


def edges(words: Mapping[str, float]) -> Counter[str]:
    """How words begin and end: three letters and the space beside them."""
    found: Counter[str] = Counter()
    for word, count in words.items():
        if len(word) > 3:
            found[f" {word[:3]}"] += count  # type: ignore[assignment]
            found[f"{word[-3:]} "] += count  # type: ignore[assignment]
    return found


def shares(counts: Mapping[str, float], total: float = 0) -> Shares:
    """Counts as parts of the whole."""
    total = total or sum(counts.values()) or 1
    return {key: count / total for key, count in counts.items()}


def mix(parts: Iterable[tuple[float, Shares]]) -> Shares:
    """The weighted mean of several distributions."""
    parts = list(parts)
    whole = sum(weight for weight, _ in parts)
    mixed: Counter[str] = Counter()
    for weight, part in parts:
        for key, share in part.items():
            mixed[key] += share * weight / whole  # type: ignore[assignment]
    return dict(mixed)


def read_texts(code: str, folder: Path, english: frozenset[str]) -> dict[str, Counter[str]]:
    """Words of every kind of text there is for a language: {"cc0": ..., "mpl": ...}."""
    found: dict[str, Counter[str]] = {}
    for path in sorted((folder / code).glob("*.txt")):
        words = found.setdefault(path.stem, Counter())
        for line in path.read_text("utf-8").splitlines():
            if code in {"en", "sco"} or line not in english:  # left untranslated
                words.update(words_in(line))
    return found


def gram_shares(code: str, size: int, texts: Mapping[str, Counter[str]]) -> Shares:
    """n-grams of a language: langdetect's own profile, if it has one, mixed with the texts."""
    parts = []
    stock = Path(PROFILES_DIRECTORY) / code
    if stock.exists():
        profile = json.loads(stock.read_text("utf-8"))
        counts: Counter[str] = Counter()
        for gram, count in profile["freq"].items():
            if len(gram) == size:  # capitals count with small letters: a reply may be in capitals
                counts["".join(map(_letter, gram.lower()))[:size]] += count
        parts.append((WEIGHT["stock"], shares(counts, profile["n_words"][size - 1])))
    for kind, words in texts.items():
        counts = grams(words, size)
        least = 0 if kind in {"own", "mit", SUPPORT} else 2
        part = {g: c / counts.total() for g, c in counts.items() if c > least}
        size_of = 1.0 if kind == SUPPORT else min(1, words.total() / GRAM_WORDS)
        parts.append((WEIGHT[kind] * size_of, part))
    return mix(parts)


def word_shares(code: str, texts: Mapping[str, Counter[str]]) -> Shares:
    """Words of a language, from texts and from wordfreq."""
    parts = []
    for kind, words in texts.items():
        kept = {w: c for w, c in words.items() if kind in {"own", SUPPORT} or c > 1}
        size_of = 1.0 if kind == SUPPORT else min(1, words.total() / WORD_WORDS)
        parts.append((WORD_WEIGHT[kind] * size_of, shares(kept)))
    if code in WORDFREQ:
        import wordfreq  # noqa: PLC0415 - of the extra `eval`

        name = WORDFREQ[code]
        listed: dict[str, float] = {}
        for word in wordfreq.top_n_list(name, 40_000 if code in CONFIG.supported else 20_000):
            for piece in words_in(word):
                listed[piece] = listed.get(piece, 0.0) + wordfreq.word_frequency(word, name)
        parts.append((WORD_WEIGHT["wordfreq"], shares(listed)))
    return mix(parts)


class Columns:
    """What one language adds to a table: cells for n-grams, and cells for words and edges."""

    def __init__(self, code: str, texts: dict[str, Counter[str]], script: str) -> None:
        self.code, self.weights = code, CONFIG.scripts[script].weights
        self.words = word_shares(code, texts)
        own = re_script(self.words, script)
        self.words = {w: p for w, p in self.words.items() if w in own}
        self.grams = {
            g: self._cell(kind, share, RARE_GRAM)
            for size, kind in ((2, "bigram"), (3, "trigram"))
            for g, share in gram_shares(code, size, texts).items()
            if share >= LEAST_GRAM
        }
        self.edges = {
            g: self._cell("edge", share, RARE_GRAM)
            for g, share in shares(edges(self.words), sum(self.words.values())).items()
            if share >= LEAST_EDGE
        }
        ranked = sorted(self.words, key=lambda w: (-self.words[w], w))
        main = code in CONFIG.supported
        ranked = ranked[: WORDS_SUPPORTED if main else WORDS_OTHER]
        self.listed = [w for w in ranked if main or self.words[w] >= LEAST_WORD]

    def word(self, word: str) -> int:
        """The cell of a word, listed for this language or for another."""
        cell = self._cell("word", self.words.get(word, 0), RARE_WORD)
        return min(round(cell / COARSE) * COARSE, 255 // COARSE * COARSE)

    def _cell(self, kind: str, share: float, rare: float) -> int:
        nats = self.weights[kind] * math.log((share + rare) / rare)
        return min(255, round(tables.STEP * nats))


def re_script(words: Iterable[str], script: str) -> set[str]:
    """The words that are wholly in the script."""
    return {w for w in words if WORDS[script].fullmatch(w)}


def build(columns: list[Columns]) -> tuple[bytes, bytes]:
    """The tables of a script: n-grams, and words with edges (other terms, see PROVENANCE.md)."""
    langs = [c.code for c in columns]
    gram_rows: dict[str, list[int]] = {}
    word_rows: dict[str, list[int]] = {}
    for i, column in enumerate(columns):
        for rows, cells in ((gram_rows, column.grams), (word_rows, column.edges)):
            for name, cell in cells.items():
                if cell:
                    rows.setdefault(name, [0] * len(columns))[i] = cell
    for word in sorted({w for c in columns for w in c.listed}):
        word_rows[f"={word}"] = [c.word(word) for c in columns]
    return tables.pack(langs, gram_rows.items()), tables.pack(
        langs, ((n, r) for n, r in word_rows.items() if any(r))
    )


def make_all(folder: Path) -> None:
    """Make every table anew."""
    english = frozenset(
        line for p in (folder / "en").glob("*.txt") for line in p.read_text("utf-8").splitlines()
    )
    for name, script in CONFIG.scripts.items():
        columns = []
        for code in script.languages:
            if code in romanise.SCHEMES:
                base = code.split("-")[0]
                words = word_shares(base, read_texts(base, folder, english))
                texts = {"cc0": romanise.words(words, romanise.SCHEMES[code])}
            else:
                texts = read_texts(code, folder, english)
                if code == "eo":
                    texts = {k: romanise.without_hats(w) for k, w in texts.items()}
            columns.append(Columns(code, texts, name))
        write(name, build(columns))


def add(code: str, paths: list[Path], supported: bool) -> None:
    """Add a language to the tables that are here, or remake its column."""
    words: Counter[str] = Counter()
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            words.update(words_in(line))
    if not words:
        raise SystemExit(f"{code}: the texts have no words")
    letters = Counter(script_of(char) for word in words for char in word)
    name = max((LATIN, CYRILLIC, GEORGIAN), key=lambda s: letters[s])
    script = CONFIG.scripts[name]
    if supported and code not in CONFIG.supported:
        CONFIG.supported.append(code)
    if code not in script.languages:
        script.languages.append(code)
    column = Columns(code, {"cc0": words}, name)
    packs = []
    for suffix in ("", ".words"):
        old = tables.unpack((tables.DATA / f"{name}{suffix}.table").read_bytes())
        cells = dict(column.edges if suffix else column.grams)
        if suffix:
            cells |= {f"={w}": column.word(w) for w in column.words if f"={w}" in old.rows}
            cells |= {f"={w}": column.word(w) for w in column.listed}
        packs.append(tables.pack(script.languages, _extended(old, code, cells, script)))
    write(name, (packs[0], packs[1]))
    CONFIG_FILE.write_text(CONFIG.dump(), "utf-8")


def _extended(
    old: tables.Table, code: str, cells: Mapping[str, int], script: Script
) -> Iterator[tuple[str, list[int]]]:
    at = script.languages.index(code)
    for name in sorted(old.rows.keys() | cells.keys()):
        row = list(old.cells(name))
        row[at : at + 1 if code in old.langs else at] = [cells.get(name, 0)]
        yield name, row


def write(script: str, packs: tuple[bytes, bytes]) -> None:
    """Put the two tables of a script into the package."""
    for suffix, data in zip(("", ".words"), packs, strict=True):
        path = tables.DATA / f"{script}{suffix}.table"
        path.write_bytes(data)
        print(f"{path.name}: {len(data):,} bytes")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    commands = parser.add_subparsers(dest="command", required=True)
    everything = commands.add_parser("all", help="make every table anew")
    everything.add_argument("texts", type=Path)
    one = commands.add_parser("add", help="add one language")
    one.add_argument("code")
    one.add_argument("texts", type=Path, nargs="+")
    one.add_argument("--supported", action="store_true", help="replies in it are checked")
    arguments = parser.parse_args()
    if arguments.command == "all":
        make_all(arguments.texts)
    else:
        add(arguments.code, arguments.texts, arguments.supported)


if __name__ == "__main__":
    main()
