"""Which languages there are, and how much each kind of evidence weighs: languages.json."""

import json
from dataclasses import dataclass
from pathlib import Path

CONFIG_FILE = Path(__file__).with_name("languages.json")


@dataclass(frozen=True, slots=True)
class Script:
    """The languages of a script, in the order of the table's columns.

    `weights` are nats for a nat of evidence of each kind ("bigram", "trigram", "edge", "word")
    and for a letter outside the alphabet ("letter"); `priors` are nats a language starts with.
    """

    languages: list[str]
    weights: dict[str, float]
    priors: dict[str, float]


@dataclass(frozen=True, slots=True)
class Config:
    """All of languages.json: supported languages, their alphabets, the scripts."""

    supported: list[str]
    alphabets: dict[str, str]
    scripts: dict[str, Script]

    def dump(self) -> str:
        """The file's text."""
        scripts = {
            n: {"languages": s.languages, "weights": s.weights, "priors": s.priors}
            for n, s in self.scripts.items()
        }
        data = {"supported": self.supported, "alphabets": self.alphabets, "scripts": scripts}
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read(path: Path = CONFIG_FILE) -> Config:
    """Read languages.json."""
    data = json.loads(path.read_text("utf-8"))
    scripts = {name: Script(**script) for name, script in data["scripts"].items()}
    return Config(data["supported"], data["alphabets"], scripts)


CONFIG = read()
