"""How well the language of a text is told, beside other detectors, on the same texts in one run.

python tests/eval/language.py [--held-out] [--misses KIND] [TEXTS.jsonl]

TEXTS are lines of {"text", "lang", "kind", "source"}; by default the shared development texts.
--held-out leaves out the half that the priors were fitted on (tests/eval/language_fit.py).
"""

import argparse
import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from bonvorto.language import SUPPORTED, detect

SHARED = Path(__file__).parents[3] / "shared" / "detect" / "dev.jsonl"
KINDS = {
    "lingua_sentences": "sentence",
    "lingua_word-pairs": "word pair",
    "lingua_single-words": "single word",
    "hand_support": "support sentence",
    "hand_mixed": "with product names",
    "hand_caps": "capitals",
    "hand_latn": "Latin-written, short",
    "derived_latn": "Latin-written, sentence",
    "mediawiki_ui": "interface text",
    "ud": "treebank sentence",
    "ntrex": "news sentence",
    "udhr": "declaration",
    "joined": "reply length",
}
SPELLINGS = {"eo-x": "x-system", "eo-h": "h-system", "eo-plain": "without hats"}
CYRILLIC = frozenset("uk be bg mk sr mn kk ky tt ba ab os kbd".split())
NAMED = {"io": "Ido", "ia": "Interlingua", "ie": "Interlingue", "lfn": "LFN", "vo": "Volapük",
         "xmf": "Mingrelian", "ka-Latn": "ka-Latn", "ru-Latn": "ru-Latn"}  # fmt: skip

Detector = Callable[[str], str | None]


def rows(path: Path, held_out: bool) -> Iterator[dict[str, str]]:
    """The texts; with `held_out`, only the half no number was fitted on."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if not held_out or zlib.crc32(row["text"].encode()) % 2 == 1:
            yield row


def kind_of(row: dict[str, str]) -> str:
    """The table's line: what sort of text it is."""
    if row["kind"] in SPELLINGS:
        return SPELLINGS[row["kind"]]
    return KINDS[row["source"]]


def detectors() -> dict[str, Detector]:
    """Name → function from a text to the code it is given, or None."""
    # Of the extra `eval`, and slow to import: not needed with --alone.
    import langdetect  # noqa: PLC0415
    import py3langid  # noqa: PLC0415
    from lingua import IsoCode639_1, LanguageDetectorBuilder  # noqa: PLC0415

    langdetect.DetectorFactory.seed = 0

    def plain_langdetect(text: str) -> str | None:
        try:
            return langdetect.detect(text)
        except langdetect.LangDetectException:
            return None

    every = LanguageDetectorBuilder.from_all_languages().build()
    four = LanguageDetectorBuilder.from_iso_codes_639_1(
        *(getattr(IsoCode639_1, code.upper()) for code in ("en", "eo", "ka", "ru"))
    ).build()

    def lingua_with(builder: object) -> Detector:
        def answer(text: str) -> str | None:
            found = builder.detect_language_of(text)
            return found.iso_code_639_1.name.lower() if found else None

        return answer

    return {
        "Bonvorto": lambda text: detect(text).code,
        "lingua, all 75": lingua_with(every),
        "lingua, the four": lingua_with(four),
        "py3langid": lambda text: py3langid.classify(text)[0],
        "langdetect as it is": plain_langdetect,
    }


def table(title: str, results: dict[str, dict[str, list[int]]], columns: list[str]) -> None:
    """Print a Markdown table of percentages; n below."""
    print(f"\n### {title}\n\n| detector | {' | '.join(columns)} |")
    print("|---" * (len(columns) + 1) + "|")
    for name, cells in results.items():
        shown = (f"{100 * cells[c][0] / cells[c][1]:.1f}" for c in columns)
        print(f"| {name} | {' | '.join(shown)} |")
    first = next(iter(results.values()))
    print("\nn = " + ", ".join(f"{c} {first[c][1]}" for c in columns))


def calibration(texts: list[dict[str, str]]) -> None:
    """Print how often an answer in the four is right, by the confidence given."""
    edges = (0.5, 0.7, 0.9, 0.99, 1.01)
    bins = [[0, 0, 0.0] for _ in edges[1:]]
    for row in texts:
        found = detect(row["text"])
        if found.supported:
            cell = next(b for b, top in zip(bins, edges[1:], strict=True) if found.confidence < top)
            cell[0] += found.code == row["lang"]
            cell[1] += 1
            cell[2] += found.confidence
    print("\n### Confidence of an answer in the four, and how often it is right\n")
    print("| confidence | texts | mean confidence | right (%) |\n|---|---|---|---|")
    for low, high, (right, count, total) in zip(edges, edges[1:], bins, strict=False):
        if count:
            print(
                f"| {low}–{min(high, 1)} | {count} | {total / count:.3f}"
                f" | {100 * right / count:.1f} |"
            )


def main() -> None:
    """Run every detector on every text and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--alone", action="store_true", help="Bonvorto only")
    parser.add_argument("--misses", metavar="KIND", help="print Bonvorto's errors of this kind")
    options = parser.parse_args()
    if not options.texts.exists():
        sys.exit(f"{options.texts} is not here: give a file of texts")
    texts = list(rows(options.texts, options.held_out))
    judged = {"Bonvorto": lambda text: detect(text).code} if options.alone else detectors()
    right: dict[str, dict[str, dict[str, list[int]]]] = defaultdict(dict)
    wrong: dict[str, dict[str, list[int]]] = {}
    latin: dict[str, list[int]] = {}
    for name, answer in judged.items():
        wrong[name] = defaultdict(lambda: [0, 0])
        for row in texts:
            code, kind = answer(row["text"]), kind_of(row)
            lang = row["lang"]
            if lang in SUPPORTED:
                cell = right[kind].setdefault(name, defaultdict(lambda: [0, 0]))[lang]
                hit = code == lang
                miss = not hit
            else:
                group = NAMED.get(lang) or ("Cyrillic" if lang in CYRILLIC else "other")
                if group in {"other", "Cyrillic"}:
                    group = f"{kind}, {group}"
                cell = wrong[name][group]
                hit = miss = code in SUPPORTED
                if lang.endswith("-Latn") and lang in NAMED:
                    named = latin.setdefault(f"{name} {lang}", [0, 0])
                    named[0] += code == lang
                    named[1] += 1
            cell[0] += hit
            cell[1] += 1
            if miss and name == "Bonvorto" and options.misses == kind:
                print(f"{lang} taken for {code}: {row['text'][:120]}")
    print(f"{len(texts)} texts of {options.texts.name}")
    for kind in [*dict.fromkeys([*SPELLINGS.values(), *KINDS.values()])]:
        if kind in right:
            langs = [c for c in SUPPORTED if c in next(iter(right[kind].values()))]
            table(f"Right, {kind} (%)", right[kind], langs)
    groups = sorted(wrong["Bonvorto"])
    for title, chosen in (
        ("Taken for one of the four though in another language (%)", groups[: len(groups) // 2]),
        ("The same, other groups (%)", groups[len(groups) // 2 :]),
    ):
        table(title, wrong, chosen)
    calibration(texts)
    for name, (hit, count) in latin.items():
        if name.startswith("Bonvorto"):
            print(f"\n{name} named as such: {100 * hit / count:.1f} % of {count}")


if __name__ == "__main__":
    main()
