"""Forms of address: a rewrite writes «вы» as the reply does.

Russian mail addresses one person as «Вы» or as «вы»; both are right, a mixture is not. The banks
write «вы»; a reply that capitalises the pronoun inside a sentence gets rewrites that do too.
"""

from __future__ import annotations

import re

_FORMS = r"(?:ы|ас|ам|ами|аш|аша|аше|аши|ашего|ашей|ашему|ашим|ашем|ашу|ашими|аших)"
_SMALL = re.compile(rf"\bв(?={_FORMS}\b)")
# Inside a sentence: what stands at its start is a capital in any case.
_CAPITAL = re.compile(rf"(?<=[^\W\d_][ ,]) ?В{_FORMS}\b")


def capitalises(reply: str, language: str) -> bool:
    """Tell whether a reply writes the pronoun of address with a capital."""
    return language == "ru" and _CAPITAL.search(reply) is not None


def with_capitals(text: str) -> str:
    """Write the pronoun of address with a capital, the length unchanged."""
    return _SMALL.sub("В", text)
