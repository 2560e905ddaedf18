"""Typed slots: number, money, date, time, id and name, as patterns over word classes.

The tokeniser gives figures and signs keys of their own (`#number`, `#currency`, `#id`).
"""

from __future__ import annotations

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "eo": "januaro februaro marto aprilo majo junio julio aŭgusto septembro oktobro novembro "
    "decembro",
    "ka": "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი "
    "ნოემბერი დეკემბერი",
}
_WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "eo": "lundo mardo merkredo ĵaŭdo vendredo sabato dimanĉo",
    "ka": "ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა",
}
_CURRENCY = {
    "en": "euro dollar pound cent rouble lari",
    "ru": "рубль руб евро доллар лари тенге копейка",
    "eo": "eŭro dolaro pundo rublo lario cendo",
    "ka": "ლარი თეთრი ევრო დოლარი რუბლი",
}
_NEAR = {
    "en": "today tomorrow tonight",
    "ru": "сегодня завтра послезавтра",
    "eo": "hodiaŭ morgaŭ postmorgaŭ",
    "ka": "დღეს ხვალ ზეგ",
}
_TIME = {
    "en": ("#number (am|pm|o'clock)", "#number #number (am|pm)?", "noon", "midnight"),
    "ru": ("#number (час|утра|вечера|дня)", "#number #number", "полдень"),
    "eo": ("#number horo", "la #id", "#number #number", "tagmezo"),
    "ka": ("#number საათი", "#number #number"),
}


def _typed(language: str) -> dict[str, tuple[str, ...]]:
    months = "(" + "|".join(_MONTHS[language].split()) + ")"
    days = tuple(_WEEKDAYS[language].split())
    coins = "(" + "|".join(_CURRENCY[language].split()) + "|#currency)"
    return {
        "number": ("#number",),
        "id": ("#id", "#no (#number|#id)"),
        "money": (f"#number #number? {coins}", "#currency #number #number?"),
        "date": (
            f"(#number|#id) {months} #number?",
            f"{months} (#number|#id) #number?",
            "#number #number #number",
            *days,
            *_NEAR[language].split(),
        ),
        "time": _TIME[language],
    }


TYPED: dict[str, dict[str, tuple[str, ...]]] = {language: _typed(language) for language in _MONTHS}
