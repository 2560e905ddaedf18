"""The lines by which mail in the four languages shows its parts.

All patterns are anchored and have no nested repetition, so a long line costs its length once.
"""

from __future__ import annotations

import re


def _any(*phrases: str) -> str:
    return "(?:" + "|".join(phrases) + ")"


# Above a quotation: «On Mon, 3 March 2026 at 10:12, Ana <ana@example.org> wrote:».
ATTRIBUTION = re.compile(
    r"[ \t]*(?:"
    + _any(
        r"On\b[^\n]{4,160}\bwrote",
        r"[^\n]{4,160}\b(?:пишет|написал|написала|написал\(а\)|писал|писала)",
        r"[^\n]{4,160}\b(?:skribis|skribas)",
        r"[^\n]{4,160}\b(?:წერს|წერდა|დაწერა|მოგვწერა|მომწერა)",
    )
    + r"[^\n:]{0,80}:|"
    + _any(r"Je\b[^\n]{4,160}\bskribis", r"\d{1,2}[.\s][^\n]{4,120}<[^\n>]{3,80}>")
    + r"[^\n:]{0,40}:)[ \t]*\r?\n?$",
    re.I,
)

# A line after which everything is somebody else's mail.
FORWARD_HEADER = re.compile(
    r"[ \t>]*-{2,}[ \t]*"
    + _any(
        r"Original (?:Message|Appointment)",
        r"Forwarded message",
        r"Исходное сообщение",
        r"Пересылаемое сообщение",
        r"Пересланное сообщение",
        r"Originala mesaĝo",
        r"Plusendita mesaĝo",
        r"თავდაპირველი შეტყობინება",
        r"ორიგინალი შეტყობინება",
        r"გადამისამართებული შეტყობინება",
    )
    + r"[ \t]*-*[ \t]*\r?\n?$",
    re.I,
)

HEADER_FIELD = re.compile(
    r"[ \t]*\*?"
    + _any(
        "From", "Sent", "Date", "To", "Cc", "Subject", "Reply-To",
        "От", "Отправлено", "Дата", "Кому", "Копия", "Тема",
        "De", "Sendita", "Dato", "Al", "Kopie", "Kopio", "Temo",
        "ვისგან", "გამომგზავნი", "გაგზავნილია", "გაგზავნის თარიღი", "თარიღი", "ვის", "მიმღები",
        "ასლი", "თემა",
    )
    + r":\*?[ \t]",
    re.I,
)  # fmt: skip

# The line that closes a reply; what stands below it is the name.
SIGN_OFF = re.compile(
    r"\W{0,3}"
    + _any(
        r"(?:with )?(?:my |our )?(?:very )?(?:kind(?:est)?|best|warm(?:est)?|many)[ ,]"
        r"(?:and \w+ )?(?:regards|wishes|thanks)",
        r"(?:all the )?best\W*$", r"all my best", r"regards", r"warmly", r"cheers\W*$",
        r"yours (?:sincerely|truly|faithfully)", r"sincerely(?: yours)?", r"take care\W*$",
        r"many thanks\W*$", r"thank you\W*$", r"thanks\W*$", r"with (?:sincere |deepest )?sympathy",
        r"have a (?:great|good|nice|lovely|wonderful) (?:day|evening|weekend|week|one)\W*$",
        r"с уважением", r"с наилучшими пожеланиями", r"с теплом", r"с благодарностью",
        r"с сочувствием", r"с пожеланием", r"искренне ваш",
        r"всего (?:вам )?(?:самого )?доброго\W*$",
        r"хорошего (?:вам )?(?:дня|вечера|отдыха)\W*$", r"всего хорошего\W*$",
        r"до (?:связи|встречи)\W*$", r"ваш[аи]?,? \w+\W*$",
        r"kun (?:\w+ ){0,3}(?:saluto?j?|estimo|dankoj?|bondeziroj|kondolenco)",
        r"(?:tre |tute )?(?:amike|kore|sincere|estime|respektplene)(?: via)?\W*$",
        r"(?:amikajn|korajn|samideanajn|bonajn) saluton?j?n?", r"salut(?:on|as)\W*$",
        r"ĉion bonan\W*$", r"ĝis (?:baldaŭ|revido|skribo)\W*$", r"via \w+\W*$",
        r"(?:\w+ )?პატივისცემით", r"საუკეთესო სურვილებით", r"კეთილი სურვილებით", r"თბილი სალამ",
        r"მადლიერებით", r"თანაგრძნობით", r"გულწრფელად თქვენი", r"დროებით\W*$",
        r"კარგ დღეს გისურვებთ\W*$", r"სასიამოვნო დღეს გისურვებთ\W*$", r"ყოველივე საუკეთესო",
    ),
    re.I,
)  # fmt: skip

_CAPITAL = "(?-i:[A-ZÀ-ÖØ-ÞĈĜĤĴŜŬА-ЯЁა-ჰ])"
_NAME = rf"(?:(?:sinjor(?:in)?o|mrs?\.?|ms\.?|dr\.?) )?{_CAPITAL}\w*\.?(?:[ \-]\w+\.?){{0,3}}"
_HELLO = _any(
    r"(?:hi|hello|hey|good (?:morning|afternoon|evening|day))(?: there| again)?\b",
    r"здравствуйте|добрый (?:день|вечер)|доброе утро|доброго (?:дня|времени суток)"
    r"|приветствую|привет",
    r"(?:saluton|bonan (?:tagon|matenon|vesperon))\b",
    r"გამარჯობა(?:თ)?|მოგესალმებით|სალამი|(?:დილა|საღამო|შუადღე) მშვიდობისა",
)
_DEAR = _any(
    r"dear\b", r"уважаем\w{2,3}|дорог\w{2,3}", r"(?:estimata|kara)j?n?\b",
    r"პატივცემულ\w{1,3}|ძვირფას\w{1,3}|ბატონო|ქალბატონო",
)  # fmt: skip
_END = r"(?:[,!.:](?=\s|$)|(?=\r?\n|$))"

# The opening line: «Dear Ms Varga,», «Добрый день, Анна!», „ქალბატონო ნათია, გამარჯობა,“.
# What follows on the same line is the reply itself.
GREETING = re.compile(
    rf"[ \t]*(?:{_HELLO}(?:,? {_NAME})?{_END}(?:[ ]{_NAME}[!.,](?=\s|$))?"
    rf"|{_DEAR}[^\n.!?:,]{{0,60}}(?:,? {_HELLO})?{_END}"
    rf"|{_NAME}, {_HELLO}{_END})",
    re.I,
)
