"""The score of a reply: 100 when nothing was found.

Each finding takes off 12 (error), 8 (warning) or 4 (suggestion), each missing move 2, down to 0.
Mending a finding never lowers the score, a new one never raises it.
"""

from __future__ import annotations

from collections.abc import Iterable

from bonvorto.bank.model import Severity

COST: dict[Severity, int] = {"error": 12, "warning": 8, "suggestion": 4}
MISSING_COST = 2


def score(severities: Iterable[Severity], missing: int) -> int:
    """Score a reply from 0 to 100."""
    return max(0, 100 - sum(COST[severity] for severity in severities) - MISSING_COST * missing)
