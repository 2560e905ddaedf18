"""Who may call: Host names, Origins and keys.

A page on the web can send requests to a service on this machine, by rebinding its own DNS name to
127.0.0.1 or by plain cross-origin requests. The first is stopped by the Host check, the second by
the Origin check; neither leans on the other.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import re
from collections.abc import Iterable
from pathlib import Path

from flask import Flask, request
from flask_cors import CORS

from bonvorto.http.errors import ApiError
from bonvorto.settings import SettingError, Settings, is_loopback

EXTENSIONS = (
    re.compile(r"chrome-extension://[a-p]{32}\Z"),
    re.compile(r"moz-extension://[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z"),
)
_LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")
_HASHED = re.compile(r"sha256:([0-9a-f]{64})")
_KEYED = ("/v1/", "/v2/", "/metrics")


def install(app: Flask, settings: Settings) -> None:
    """Check every request of an application before anything else happens."""
    digests = key_digests(settings)
    hosts = frozenset((*_LOOPBACK_NAMES, settings.host, *settings.hosts))
    addresses = not is_loopback(settings.host)

    @app.before_request
    def check() -> None:
        host = _host_name(request.headers.get("Host", ""))
        if host not in hosts and not (addresses and _is_address(host)):
            raise ApiError(
                403,
                "host_not_allowed",
                "the service is not known by this name; its operator can add it with --hosts",
            )
        origin = request.headers.get("Origin")
        if origin is not None and not _allowed(origin, settings.origins):
            raise ApiError(
                403,
                "origin_not_allowed",
                "pages of this origin may not call; the operator can add it with --origins",
            )
        keyed = request.path.startswith(_KEYED) and request.method != "OPTIONS"
        if keyed and digests and not _is_known(request.headers.get("Authorization", ""), digests):
            raise ApiError(
                401,
                "key_needed",
                "send a key that the operator gave you: Authorization: Bearer KEY",
                headers={"WWW-Authenticate": 'Bearer realm="Bonvorto"'},
            )

    CORS(
        app,
        origins=[*EXTENSIONS, *settings.origins],
        methods=["GET", "POST", "OPTIONS"],
        allow_headers=["Authorization", "Content-Type"],
        expose_headers=["Retry-After", "Server-Timing"],
        max_age=600,
        always_send=False,
        allow_private_network=True,
    )


def key_digests(settings: Settings) -> tuple[bytes, ...]:
    """Give the SHA-256 of every key; the keys themselves are not kept. Raises SettingError."""
    digests = [_digest(settings.key)] if settings.key else []
    if settings.keys is not None:
        digests += _from_file(settings.keys)
    return tuple(digests)


def _from_file(path: Path) -> Iterable[bytes]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise SettingError(f"--keys {path}: cannot be read: {reason}") from None
    found: list[bytes] = []
    for number, line in enumerate(lines, 1):
        key = line.partition("#")[0].strip()
        if not key:
            continue
        hashed = _HASHED.fullmatch(key)
        if hashed is None and (len(key) < 16 or " " in key or not key.isascii()):
            raise SettingError(
                f"--keys {path}:{number}: a key has 16 or more ASCII characters and no spaces"
            )
        found.append(bytes.fromhex(hashed[1]) if hashed else _digest(key))
    if not found:
        raise SettingError(f"--keys {path}: there is no key in it; write one a line")
    return found


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()


def _is_known(authorization: str, digests: Iterable[bytes]) -> bool:
    """Compare with every key, in a time that tells nothing of where they differ."""
    scheme, _, key = authorization.partition(" ")
    if scheme.lower() != "bearer":
        return False
    given = hashlib.sha256(key.strip().encode("utf-8", "surrogateescape")).digest()
    return sum(hmac.compare_digest(given, digest) for digest in digests) > 0  # looks at every one


def _host_name(header: str) -> str:
    """Give the name in a Host header without its port; empty when it cannot be read."""
    found = re.fullmatch(r"(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9._-]+))(?::\d{1,5})?", header)
    return (found[1] or found[2]).lower().rstrip(".") if found else ""


def _is_address(host: str) -> bool:
    """Tell whether a host is an IP address, which no DNS rebinding can be behind."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _allowed(origin: str, configured: Iterable[str]) -> bool:
    origin = origin.lower()
    if origin in configured or any(pattern.match(origin) for pattern in EXTENSIONS):
        return True
    scheme, _, place = origin.partition("://")
    # The playground: its own origin, whose Host has passed. A proxy may have ended TLS.
    return scheme in ("http", "https") and place == request.headers["Host"].lower()
