"""Fit what each language starts with (the priors of languages.json) on half of the shared texts.

python tests/eval/language_fit.py [--save]

Multinomial logistic regression over the sums that the tables give; the weights of the kinds of
evidence are in the tables already and stay. A text in a supported language must be told as
itself, any other as any other. The other half of the texts is left for
`make eval-language` (--held-out there). Needs numpy (extra `eval`) and ../shared.
"""

import argparse
import json
import zlib

import numpy as np
from language import SHARED, kind_of
from numpy.typing import NDArray

from bonvorto.language.config import CONFIG, CONFIG_FILE
from bonvorto.language.spans import voted
from bonvorto.language.tables import STEP
from bonvorto.language.vote import Vote

# Nats on top of what the balanced texts ask for, chosen on the fitted half: replies here are
# mostly in the four, or in two of them typed in Latin letters, and an answer to two words is
# worth more than a rare wrong one.
LEAN = {"en": 1.0, "eo": 1.0, "ru": 1.3, "ka-Latn": 1.0, "ru-Latn": 1.0}
IMPORTANCE = {"word pair": 1.5, "single word": 0.5}  # any other kind counts 1
FOREIGN = 2.0  # a text in another language counts twice: we would rather say nothing
SHRINK = 1e-3  # pull of the priors towards 0
ROUNDS, RATE = 400, 0.05

Floats = NDArray[np.float64]


def fitted_half() -> list[tuple[Vote, str, str]]:
    """Vote, language and kind of every text of the half that is fitted on."""
    found = []
    for line in SHARED.read_text("utf-8").splitlines():
        row = json.loads(line)
        if zlib.crc32(row["text"].encode()) % 2 == 0 and (vote := voted(row["text"])):
            found.append((vote, row["lang"], kind_of(row)))
    return found


def fit(script: str, texts: list[tuple[Vote, str, str]]) -> dict[str, float]:
    """Priors of a script's languages in nats, those under 0.05 left out."""
    langs = CONFIG.scripts[script].languages
    ours = np.array([code in CONFIG.supported for code in langs])
    rows = [t for t in texts if t[0].script == script and (t[1] in langs or not _ours(t[1]))]
    sums: Floats = np.array([vote.sums for vote, _, _ in rows]) / STEP
    right = np.zeros(sums.shape)
    weight = np.ones(len(rows))
    for i, (_, lang, kind) in enumerate(rows):
        if _ours(lang):
            right[i, langs.index(lang)] = 1
        else:
            right[i, ~ours] = 1
            weight[i] = FOREIGN
        weight[i] *= IMPORTANCE.get(kind, 1.0)
    weight /= weight.sum()
    priors, first, second = (np.zeros(len(langs)) for _ in range(3))
    for step in range(1, ROUNDS + 1):  # Adam
        scores = sums + priors
        belief = np.exp(scores - scores.max(1, keepdims=True))
        belief /= belief.sum(1, keepdims=True)
        hit = (belief * right).sum(1, keepdims=True) + 1e-12
        slope = ((belief - belief * right / hit) * weight[:, None]).sum(0) + SHRINK * priors
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        priors -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-9)
    loss = -(np.log(hit[:, 0]) * weight).sum()
    print(f"{script}: {len(rows)} texts, loss {loss:.4f}")
    given = {c: round(float(p) + LEAN.get(c, 0.0), 2) for c, p in zip(langs, priors, strict=True)}
    return {code: prior for code, prior in given.items() if abs(prior) >= 0.05}


def _ours(code: str) -> bool:
    return code in CONFIG.supported


def main() -> None:
    """Fit all scripts; print, and with --save write languages.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--save", action="store_true", help="write languages.json")
    options = parser.parse_args()
    texts = fitted_half()
    for name, script in CONFIG.scripts.items():
        priors = fit(name, texts)
        print(priors)
        script.priors.clear()
        script.priors.update(priors)
    if options.save:
        CONFIG_FILE.write_text(CONFIG.dump(), "utf-8")


if __name__ == "__main__":
    main()
