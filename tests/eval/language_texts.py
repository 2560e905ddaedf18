"""Gather the texts that the language tables are made from: OUT/CODE/KIND.txt.

python tests/eval/language_texts.py OUT

Kinds are terms: cc0 (../shared/detect/train), mpl (user interfaces of Firefox and LibreOffice
and LibreOffice's help, from Debian's packages), mit (MediaWiki's VisualEditor, from Debian's
mediawiki), own and support (tests/eval/texts, written for this). Downloads with apt-get and
unpacks with dpkg-deb: Debian or a relative of it.
"""

import gettext
import html
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
TRAIN = HERE.parents[2] / "shared" / "detect" / "train"
FIREFOX = (
    "af an ast az be bg br bs ca cak cs cy da de dsb en-gb eo es-es et eu fi fr fur fy-nl ga-ie "
    "gd gl hr hsb hu hy-am ia id is it ka kab kk lij lt lv mk ms nb-no nl nn-no oc pl pt-pt rm ro "
    "ru sc sco sk sl son sq sr sv-se szl tg tl tr uk uz vi xh"
).split()
LIBREOFFICE = (
    "af be bg cy en-gb en-za eo et eu ga ka kk lv mk mn nn nr nso oc rw sr ss st tg tn ts uk ve "
    "xh zu ru"
).split()
HELP = ("en-us", "ru")
CODES = {
    "ga-ie": "ga", "ga-IE": "ga", "fy-nl": "fy", "fy-NL": "fy", "es-es": "es", "pt-pt": "pt",
    "sv-se": "sv", "nb-no": "no", "nn-no": "nn", "hy-am": "hy", "en-gb": "en", "en-us": "en",
    "en-za": "en", "rm-sursilv": "rm", "rm-vallader": "rm",
}  # fmt: skip
VISUAL_EDITOR = "usr/share/mediawiki/extensions-core/VisualEditor"
MIT_CODES = ("io", "ie", "lfn", "vo", "xmf", "ia", "sco", "la")

TAG = re.compile(r"<[^>]{0,300}>")
MARKUP = re.compile(
    r"\{\{[^}]*\}\}|\{[^{}]{0,200}\}|%\S*|\$\S+|&\S+?;|__\w+__|\S+://\S+|--\S+|\\[nt\"]"
    r"|~|_(?=\w)|\[\[?|\]\]?|==+"
)
PARAGRAPH = re.compile(r'<p [^>]*class="(?:paragraph|tip|note|listitem)"[^>]*>(.*?)</p>', re.S)
WORD = re.compile(r"[^\W\d_]{2,}")


def unpacked(package: str, folder: Path) -> Path:
    """Download a Debian package, unpack it, and give the folder."""
    target = folder / package
    if not target.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["apt-get", "-qq", "download", package], cwd=folder, check=True)
        archive = next(folder.glob(f"{package}_*.deb"))
        subprocess.run(["dpkg-deb", "-x", archive, target], check=True)
    return target


def fluent(text: str) -> Iterator[str]:
    """Messages of a .ftl file."""
    text = re.sub(r"(?m)^#.*$", "", text)
    text = re.sub(r"(?m)^-?[\w-]+ *=|^ +\.[\w-]+ *=|^ *\*?\[[\w-]+\]", "\n", text)
    yield from re.sub(r"\n {2,}", " ", text).split("\n")


def properties(text: str) -> Iterator[str]:
    """Messages of a .properties file."""
    for line in text.split("\n"):
        if "=" in line and not line.startswith("#"):
            value = line.split("=", 1)[1]
            yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), value)


def interface(folder: Path) -> Iterator[str]:
    """All messages of an unpacked package."""
    for path in sorted(folder.rglob("*.xpi")):
        archive = zipfile.ZipFile(path)
        for name in archive.namelist():
            if name.endswith(".ftl"):
                yield from fluent(archive.read(name).decode("utf-8", "replace"))
            elif name.endswith(".properties"):
                yield from properties(archive.read(name).decode("utf-8", "replace"))
    for path in sorted(folder.rglob("*.mo")):
        with path.open("rb") as file:
            catalogue = gettext.GNUTranslations(file)._catalog
        yield from (v for k, v in catalogue.items() if isinstance(v, str) and k and v != k)
    for path in sorted(folder.rglob("*.html")):
        yield from PARAGRAPH.findall(path.read_text("utf-8", "replace"))


def plain(message: str) -> str:
    """A message without markup and placeholders."""
    text = MARKUP.sub(" ", html.unescape(TAG.sub(" ", message)))
    return re.sub(r"\s+", " ", text).strip(" .-|*")


def main() -> None:
    """Gather everything."""
    out = Path(sys.argv[1])
    found: dict[tuple[str, str], dict[str, None]] = {}

    def put(code: str, kind: str, lines: Iterator[str]) -> None:
        kept = found.setdefault((CODES.get(code, code), kind), {})
        kept.update(dict.fromkeys(lines))

    for path in sorted(TRAIN.glob("*.txt")):
        put(path.stem, "cc0", iter(path.read_text("utf-8").splitlines()))
    packages = [
        *((code, f"firefox-esr-l10n-{code}") for code in FIREFOX),
        *((code, f"libreoffice-l10n-{code}") for code in LIBREOFFICE),
        *((code, f"libreoffice-help-{code}") for code in HELP),
    ]
    for code, package in packages:
        lines = map(plain, interface(unpacked(package, out / ".packages")))
        put(code, "mpl", (line for line in lines if len(WORD.findall(line)) > 1))
    editor = unpacked("mediawiki", out / ".packages") / VISUAL_EDITOR
    for code in MIT_CODES:
        for path in sorted(editor.rglob(f"i18n/**/{code}.json")):
            messages = json.loads(path.read_text("utf-8")).items()
            put(code, "mit", (plain(v) for k, v in messages if k[0] != "@" and len(v) > 3))
    for path in sorted((HERE / "texts").glob("*.txt")):
        code, _, kind = path.stem.partition(".")
        put(code, kind or "own", iter(path.read_text("utf-8").splitlines()))
    for (code, kind), lines in sorted(found.items()):
        (out / code).mkdir(parents=True, exist_ok=True)
        (out / code / f"{kind}.txt").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
