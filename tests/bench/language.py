"""What it costs to tell a language, beside other detectors in the same run.

python tests/bench/language.py

Each detector runs in a process of its own: start-up (import and load) in ms of wall time and of
CPU time, resident memory that it adds in MB, then median and p99 of 500 single calls in ms for
10 and 150 words. Peers are in the extra `eval`; one that is missing is named as such.
"""

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

SENTENCES = {
    "en": "I am very sorry that your parcel has still not arrived.",
    "eo": "Mi tre bedaŭras, ke via pakaĵo ĝis nun ne alvenis.",
    "ka": "ძალიან ვწუხვარ, რომ თქვენი ამანათი დღემდე ჯერ კიდევ არ მოსულა.",
    "ru": "Мне очень жаль, что ваша посылка до сих пор не пришла.",
}
CALLS = 500


def load(name: str) -> Callable[[str], object]:
    """Import and load a detector."""
    if name == "Bonvorto":
        from bonvorto.language import detect, warm  # noqa: PLC0415

        warm()
        return detect
    if name == "langdetect":
        import langdetect  # noqa: PLC0415

        langdetect.DetectorFactory.seed = 0
        langdetect.detect("warm up")
        return langdetect.detect
    if name == "py3langid":
        import py3langid  # noqa: PLC0415

        py3langid.classify("warm up")
        return py3langid.classify
    from lingua import IsoCode639_1, LanguageDetectorBuilder  # noqa: PLC0415

    four = (getattr(IsoCode639_1, code.upper()) for code in SENTENCES)
    builder = (
        LanguageDetectorBuilder.from_iso_codes_639_1(*four)
        if name == "lingua, the four"
        else LanguageDetectorBuilder.from_all_languages()
    )
    detector = builder.with_preloaded_language_models().build()
    return detector.detect_language_of


def resident() -> float:
    """Resident memory of this process now, in MB."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def measure(name: str) -> None:
    """Measure one detector in this process and print the result as JSON."""
    before, wall, cpu = resident(), time.perf_counter(), time.process_time()
    detect = load(name)
    found = {
        "wall": (time.perf_counter() - wall) * 1000,
        "cpu": (time.process_time() - cpu) * 1000,
        "memory": resident() - before,
    }
    for words in (10, 150):
        times = []
        for i in range(CALLS):
            sentence = list(SENTENCES.values())[i % len(SENTENCES)]
            # The number makes every text another one, so that nothing can be remembered.
            lines = [f"{sentence} {i}-{n}" for n in range(words // 10)]
            text = "\n".join(lines)
            start = time.perf_counter()
            detect(text)
            times.append((time.perf_counter() - start) * 1000)
        found[f"p50 {words}"] = statistics.median(times)
        found[f"p99 {words}"] = statistics.quantiles(times, n=100)[98]
    print(json.dumps(found))


def main() -> None:
    """Run every detector in its own process and print the table."""
    print("| detector | start ms (CPU ms) | memory MB | 10 words p50 / p99 ms | 150 words |")
    print("|---|---|---|---|---|")
    for name in ("Bonvorto", "langdetect", "py3langid", "lingua, the four", "lingua, all 75"):
        ran = subprocess.run(
            [sys.executable, __file__, name], capture_output=True, text=True, check=False
        )
        if ran.returncode:
            print(f"| {name} | not measured: {ran.stderr.strip().splitlines()[-1]} | | | |")
            continue
        f = json.loads(ran.stdout)
        print(
            f"| {name} | {f['wall']:.0f} ({f['cpu']:.0f}) | {f['memory']:.0f} "
            f"| {f['p50 10']:.3f} / {f['p99 10']:.3f} | {f['p50 150']:.3f} / {f['p99 150']:.3f} |"
        )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    else:
        main()
