"""The HTTP service: it translates between requests and the core, and decides nothing itself."""

from bonvorto.http.app import create_app

__all__ = ["create_app"]
