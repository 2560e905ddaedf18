"""Settings: one table that gives the flags, the BONVORTO_* variables and docs/configuration.md.

The fields of `Settings` are the table. A flag counts before a variable, a variable before the
default; lists add up, variable first. A wrong value is an error that names where it stands.
"""

from __future__ import annotations

import argparse
import dataclasses
import difflib
import ipaddress
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PREFIX = "BONVORTO_"
_LEVELS = ("debug", "info", "warning", "error")


class SettingError(ValueError):
    """A setting that cannot be used; the message names it and the way out."""


def _number(least: int, most: int) -> Callable[[str], int]:
    def parse(value: str) -> int:
        try:
            number = int(value)
        except ValueError:
            raise SettingError(f"“{value}” is not a whole number") from None
        if not least <= number <= most:
            raise SettingError(f"{number} is not between {least} and {most}")
        return number

    return parse


def _switch(value: str) -> bool:
    known = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if value.lower() not in known:
        raise SettingError(f"“{value}” is neither true nor false")
    return known[value.lower()]


def _host(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._:-]+", value):
        raise SettingError(f"“{value}” is not a host name or an IP address")
    return value.lower()


def _origin(value: str) -> str:
    parts = urlsplit(value)
    if not parts.scheme or not parts.netloc or parts.path not in ("", "/") or parts.query:
        raise SettingError(f"“{value}” is not an origin; write scheme://host or scheme://host:port")
    return f"{parts.scheme}://{parts.netloc}".lower()


def _level(value: str) -> str:
    if value.lower() not in _LEVELS:
        raise SettingError(f"“{value}” is not one of {', '.join(_LEVELS)}")
    return value.lower()


def _key(value: str) -> str:
    if len(value) < 16 or not value.isascii() or not value.isprintable() or " " in value:
        raise SettingError("a key has 16 or more ASCII characters and no spaces")
    return value


def default_workers() -> int:
    """Two processes at least, so that one long check holds up nobody; four at most by default."""
    return min(4, max(2, os.cpu_count() or 1))


def _setting(
    default: Any,  # noqa: ANN401 - of the type of its setting
    parse: Callable[[str], Any],
    help_text: str,
    *,
    metavar: str = "",
    separator: str = "",
    shown: str = "",
) -> Any:  # noqa: ANN401 - stands for the field
    """Make a row of the table. separator: splits a variable that holds a list."""
    row = {
        "parse": parse,
        "help": help_text,
        "metavar": metavar,
        "separator": separator,
        "shown": shown,
    }
    if callable(default):
        return dataclasses.field(default_factory=default, metadata=row)
    return dataclasses.field(default=default, metadata=row)


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator can set."""

    host: str = _setting("127.0.0.1", _host, "address to listen on", metavar="ADDRESS")
    port: int = _setting(
        8765, _number(0, 65535), "port to listen on; 0 takes a free one", metavar="NUMBER"
    )
    banks: tuple[Path, ...] = _setting(
        (),
        Path,
        "overlay folder over the shipped banks; may be repeated",
        metavar="DIR",
        separator=os.pathsep,
    )
    workers: int = _setting(
        default_workers,
        _number(1, 64),
        "worker processes",
        metavar="NUMBER",
        shown="number of processors, 2 to 4",
    )
    threads: int = _setting(
        4, _number(1, 64), "requests that one worker takes at a time", metavar="NUMBER"
    )
    origins: tuple[str, ...] = _setting(
        (),
        _origin,
        "web origin that may call the API besides the browser extension; may be repeated",
        metavar="ORIGIN",
        separator=",",
    )
    hosts: tuple[str, ...] = _setting(
        (),
        _host,
        "name under which the service is reached besides localhost; may be repeated",
        metavar="NAME",
        separator=",",
    )
    key: str | None = _setting(
        None,
        _key,
        "key that callers send as “Authorization: Bearer KEY”; as a flag it is seen in the process"
        " list, so better set the variable or --keys",
        metavar="KEY",
    )
    keys: Path | None = _setting(  # noqa: RUF009 - it makes a field
        None,
        Path,
        "file with one key a line, as it is or as sha256:HEX; # begins a comment",
        metavar="FILE",
    )
    open: bool = _setting(
        False, _switch, "serve others than this machine without keys: anyone who reaches the port"
    )
    max_text: int = _setting(
        100_000,
        _number(1, 10_000_000),
        "longest text of a request, in UTF-16 units; a longer one is answered 413",
        metavar="UNITS",
    )
    max_body: int | None = _setting(
        None,
        _number(1, 200_000_000),
        "largest request body, in bytes",
        metavar="BYTES",
        shown="12 × max-text + 65536",
    )
    timeout: int = _setting(
        30,
        _number(1, 3600),
        "seconds that a stopping server gives to requests under way",
        metavar="SECONDS",
    )
    log_level: str = _setting(
        "info", _level, f"what is logged: {', '.join(_LEVELS)}; never any text", metavar="LEVEL"
    )

    @property
    def body_limit(self) -> int:
        """Largest request body in bytes: a text and its context, every unit escaped, and some."""
        return self.max_body or 12 * self.max_text + 65_536


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches a server that listens on `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def flag(name: str) -> str:
    """Name the flag of a setting."""
    return "--" + name.replace("_", "-")


def variable(name: str) -> str:
    """Name the environment variable of a setting."""
    return PREFIX + name.upper()


def add_flags(parser: argparse.ArgumentParser) -> None:
    """Add a flag for every setting; a flag that is not given leaves None."""
    for row in dataclasses.fields(Settings):
        parse, text = row.metadata["parse"], f"{row.metadata['help']} ({variable(row.name)})"
        text = text.replace("%", "%%")
        if parse is _switch:
            parser.add_argument(flag(row.name), action="store_true", default=None, help=text)
        else:
            parser.add_argument(
                flag(row.name),
                action="append" if row.metadata["separator"] else "store",
                metavar=row.metadata["metavar"],
                help=text,
            )


def read(namespace: argparse.Namespace, environ: Mapping[str, str]) -> Settings:
    """Read the settings from flags and variables. Raises SettingError."""
    _refuse_misspelt(environ)
    found: dict[str, Any] = {}
    for row in dataclasses.fields(Settings):
        given = getattr(namespace, row.name, None)
        set_in_environ = environ.get(variable(row.name), "").strip()
        if row.metadata["separator"]:
            parts = [part.strip() for part in set_in_environ.split(row.metadata["separator"])]
            values = [_parsed(row, variable(row.name), part) for part in parts if part]
            values += [_parsed(row, flag(row.name), part) for part in given or ()]
            found[row.name] = tuple(values)
        elif given is not None:
            found[row.name] = given if given is True else _parsed(row, flag(row.name), given)
        elif set_in_environ:
            found[row.name] = _parsed(row, variable(row.name), set_in_environ)
    settings = Settings(**found)
    _refuse_open_by_accident(settings)
    return settings


def _parsed(row: dataclasses.Field[Any], place: str, value: str) -> Any:  # noqa: ANN401
    try:
        return row.metadata["parse"](value)
    except SettingError as error:
        raise SettingError(f"{place}: {error}") from None


def _refuse_misspelt(environ: Mapping[str, str]) -> None:
    """A misspelt variable must not be lost in silence; other BONVORTO_* words are not ours."""
    known = [variable(row.name) for row in dataclasses.fields(Settings)]
    for name in environ:
        if name.startswith(PREFIX) and name not in known:
            close = difflib.get_close_matches(name, known, 1, 0.9)
            if close:
                raise SettingError(f"{name}: there is no such setting; did you mean {close[0]}?")


def _refuse_open_by_accident(settings: Settings) -> None:
    if is_loopback(settings.host) or settings.key or settings.keys or settings.open:
        return
    raise SettingError(
        f"{flag('host')} {settings.host}: others than this machine could reach the service, and no"
        f" key is set. Set {variable('key')} or {flag('keys')} FILE, or {flag('open')} if anyone"
        " who reaches the port may use it."
    )
