"""A bank by hand for the playground: phrases no shipped bank has, in Georgian and Russian."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

# «The law of this shop forbids it.» / «You will hear from us one fine day.»
RULE = "ამ დუქნის კანონი ამას კრძალავს"
SOME_DAY = "ერთ მშვენიერ დღეს შეგეხმიანებით"
REPLY = (
    f"გამარჯობა, ანა!\n\nსამწუხაროდ, {RULE}. თქვენს წერილს წავიკითხავთ და {SOME_DAY}, როცა ჩვენი"
    " თანამშრომელი შვებულებიდან დაბრუნდება.\n\nპატივისცემით,\nმარკო"
)
# «You shall meet my dragon», of a customer.
ANGER = "ჩემს დრაკონს შეხვდებით"
OFFER = "შემიძლია შემოგთავაზოთ [თქვენი შეთავაზება]"
OFFER_MEANS = "Могу предложить [Ваше предложение]"
BY_WHEN = "[დღე და საათი]-მდე შეგეხმიანებით"
RULE_TITLE_RU = "Закон этой лавки"


def write_bank(folder: Path) -> Path:
    """Write the bank and give its folder."""
    _write(folder, _fault("ka", "rule-book", "ამ დუქნის კანონი", _rule("ka")))
    _write(folder, _fault("ru", "rule-book", RULE_TITLE_RU, _rule("ru")))
    _write(folder, _fault("ka", "vague-timeline", "უვადო ვადა", _some_day()))
    _write(folder, {**_fault("ka", "venting", "ბრაზი", _anger()), "role": "customer"})
    _write(folder, _move("ka", "options", "ორი გზა", "აირჩიეთ {a: პირველი გზა} ან {b: მეორე გზა}."))
    return folder


def _write(folder: Path, file: dict[str, Any]) -> None:
    path = folder / file["language"] / f"{file['kind']}s" / f"{file['id']}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(file, ensure_ascii=False), "utf-8")


def _fault(language: str, fault: str, title: str, entry: dict[str, Any]) -> dict[str, Any]:
    return {
        "kind": "fault",
        "language": language,
        "id": fault,
        "title": title,
        "message": f"{title}.",
        "why": f"{title}?",
        "advice": [f"{title}!"],
        "entries": [entry],
    }


def _rule(language: str) -> dict[str, Any]:
    georgian = language == "ka"
    offer, means = (
        "შემიძლია შემოგთავაზოთ {offer: თქვენი შეთავაზება}",
        "Могу предложить {offer: Ваше предложение}",
    )
    other, other_means = "ერთად ვიპოვით გზას", "Мы вместе найдём выход"
    return {
        "id": "shop-law",
        "patterns": [RULE if georgian else "закон этой лавки такое запрещает"],
        "severity": "error",
        "rewrites": [
            {"id": "shop-law.offer", "replace": "match", "text": offer if georgian else means},
            {"id": "shop-law.find", "replace": "match", "text": other if georgian else other_means},
        ],
        "faulty": [f"{RULE}." if georgian else "Закон этой лавки такое запрещает."],
        "fine": ["დუქანი ღიაა." if georgian else "Лавка открыта."],
    }


def _some_day() -> dict[str, Any]:
    return {
        "id": "one-fine-day",
        "patterns": [SOME_DAY],
        "severity": "warning",
        "rewrites": [
            {
                "id": "one-fine-day.when",
                "replace": "match",
                "text": "{when: დღე და საათი}-მდე შეგეხმიანებით",
            }
        ],
        "faulty": [f"{SOME_DAY}."],
        "fine": ["მშვენიერი დღეა."],
    }


def _anger() -> dict[str, Any]:
    return {
        "id": "dragon",
        "patterns": [ANGER],
        "severity": "warning",
        "rewrites": [{"id": "dragon.calm", "replace": "match", "text": "დახმარებას გთხოვთ"}],
        "faulty": [f"{ANGER}!"],
        "fine": ["დრაკონი ზღაპარშია."],
    }


def _move(language: str, move: str, title: str, phrase: str) -> dict[str, Any]:
    return {
        "kind": "move",
        "language": language,
        "id": move,
        "title": title,
        "message": title,
        "why": f"{title}?",
        "phrases": [{"id": f"{move}.choose", "text": phrase}],
    }
