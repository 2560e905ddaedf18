"""The API answers what the core says, in the shapes of its records."""

from __future__ import annotations

import json
import unicodedata
import urllib.request

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bonvorto.http.shapes import Banks, Detected, Entries, Phrases
from bonvorto.report import Report

FAULTY = {
    "en": "Thank you for writing to us. I am sorry, but rules are rules. Have a good day.",
    "eo": "Dankon pro via mesaĝo al ni. Mi bedaŭras, sed reguloj estas reguloj. Ĝis revido.",
    "ka": "გმადლობთ, რომ მოგვწერეთ. ვწუხვარ, მაგრამ წესი წესია. კარგად ბრძანდებოდეთ.",
    "ru": "Спасибо, что написали нам. Мне жаль, но правила есть правила. Хорошего дня.",
}


@pytest.fixture
def client(make_client):
    return make_client()


def utf16(text: str, offset: int, length: int) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "surrogatepass")


@pytest.mark.parametrize("language", FAULTY)
def test_a_fault_is_found_and_rewritten_in_every_language(client, language):
    text = FAULTY[language]
    answer = client.post("/v1/check", json={"text": text})
    assert answer.status_code == 200
    report = answer.json
    assert (report["language"]["code"], report["language"]["supported"]) == (language, True)
    [finding] = report["findings"]
    assert (finding["fault"], finding["entry"]) == ("rule-book", "rules-are-rules")
    assert utf16(text, finding["offset"], finding["length"]) == finding["text"]
    assert finding["rewrites"][0]["text"]
    assert report["rewritten"] != text


def test_an_answer_has_the_shape_that_openapi_tells(client):
    for method, path, body, shape in (
        ("post", "/v1/check", {"text": FAULTY["ru"], "gloss_in": "ka"}, Report),
        ("post", "/v1/detect", {"text": FAULTY["eo"]}, Detected),
        ("get", "/v1/phrases?language=ka&gloss_in=ru", None, Phrases),
        ("get", "/v1/entries?language=ka&gloss_in=ru", None, Entries),
        ("get", "/v1/banks", None, Banks),
    ):
        answer = client.open(path, method=method.upper(), json=body)
        record = TypeAdapter(shape).validate_json(answer.data, extra="forbid")
        assert TypeAdapter(shape).dump_python(record, mode="json") == answer.json


def test_titles_and_meanings_come_in_the_languages_that_were_asked_for(client):
    asked = {"text": FAULTY["ka"], "explain_in": "ru", "gloss_in": "en"}
    [finding] = client.post("/v1/check", json=asked).json["findings"]
    assert finding["title"] == "rule (ru)"
    assert finding["rewrites"][0]["gloss"] == "Here is what I can do: [offer]."


def test_what_is_disabled_is_not_found(client):
    for name in ("rule-book", "rules-are-rules"):
        asked = {"text": FAULTY["en"], "disable": [name]}
        assert client.post("/v1/check", json=asked).json["findings"] == []


def test_a_pinned_language_is_not_found_out(client):
    asked = {"text": "rules are rules", "language": "ru"}
    assert client.post("/v1/check", json=asked).json["language"]["code"] == "ru"


def test_an_unsupported_language_is_told_and_not_checked(client):
    text = "Vielen Dank für Ihre Nachricht, leider können wir Ihnen da nicht weiterhelfen."
    report = client.post("/v1/check", json={"text": text}).json
    assert report["language"]["supported"] is False
    assert report["findings"] == []
    assert report["rewritten"] == text


@pytest.mark.parametrize("emoji", ["😀", "👩‍👩‍👧", "𝕏"])
def test_offsets_count_utf_16_units_unless_code_points_are_asked_for(client, emoji):
    text = f"{emoji} I am sorry, but rules are rules."
    [found] = client.post("/v1/check", json={"text": text}).json["findings"]
    assert utf16(text, found["offset"], found["length"]) == found["text"]
    asked = {"text": text, "offsets": "codepoint"}
    [found] = client.post("/v1/check", json=asked).json["findings"]
    assert text[found["offset"] :][: found["length"]] == found["text"]


STRANGE = {
    "lone surrogates": "\ud800 rules are rules \udfff",
    "NUL": "Sorry,\0 rules are rules.\0",
    "right-to-left marks": "\u200f\u202bSorry, rules are rules.\u202c\u2067",
    "CRLF": "Hello,\r\n\r\nsorry, rules are rules.\r\n\r\nBye",
    "NFD": unicodedata.normalize("NFD", "Ni bedaŭras, ĉar ĝi ne eblas. Reguloj estas reguloj."),
    "only spaces": " \t\r\n\u00a0\u2003",
    "nothing": "",
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_strange_text_is_checked_and_answered_in_ascii_json(client, text):
    for path in ("/v1/check", "/v1/detect"):
        answer = client.post(path, data=json.dumps({"text": text}), content_type="application/json")
        assert answer.status_code == 200
        assert answer.data.isascii()
    report = client.post("/v1/check", json={"text": text}).json
    for finding in report["findings"]:
        assert utf16(text, finding["offset"], finding["length"]) == finding["text"]


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(codec=None), max_size=300))
def test_any_text_whatever_is_answered(client, text):
    answer = client.post("/v1/check", json={"text": text, "context": text})
    assert answer.status_code == 200
    answer = client.post("/v1/detect", json={"text": text})
    assert answer.status_code == 200
    spans = answer.json["spans"]
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert sum(span["length"] for span in spans) == units


@pytest.fixture(scope="module")
def roomy(start_server):
    """A server process that takes long texts: one that hangs must not hang the tests."""
    return start_server("--max-text", "2000000", "--timeout", "1").url


@pytest.mark.parametrize("text", ["a", "ა", ".", " ", "\n", "«", "😀", "rules are rules "])
def test_a_megabyte_of_one_character_and_100_000_words_are_checked_in_a_minute(roomy, text):
    long = text * (1_000_000 if len(text) == 1 else 33_334)
    for path in ("/v1/check", "/v1/detect"):
        request = urllib.request.Request(
            roomy + path, json.dumps({"text": long}).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            assert answer.status == 200
            assert json.load(answer)["language"]


def test_the_language_of_parts_is_told_with_their_places(client):
    text = f"😀 {FAULTY['ru']}"
    answer = client.post("/v1/detect", json={"text": text}).json
    assert (answer["language"]["code"], answer["language"]["script"]) == ("ru", "Cyrl")
    assert [utf16(text, span["offset"], span["length"]) for span in answer["spans"]] == [text]


def test_phrases_are_found_by_words_of_any_language(client):
    for words in ("", "choose", "ირჩევთ", "choice"):
        asked = {"language": "ka", "gloss_in": "ru", "q": words}
        [phrase] = client.get("/v1/phrases", query_string=asked).json["phrases"]
        assert (phrase["move"], phrase["text"], phrase["gloss"]) == (
            "options",
            "თქვენ ირჩევთ.",
            "Вы выбираете.",
        )
    for asked in ({"q": "courier"}, {"move": "own"}, {"situation": "crisis"}, {"role": "customer"}):
        answer = client.get("/v1/phrases", query_string={"language": "ka", **asked})
        assert answer.json["phrases"] == []


def test_entries_of_a_fault_are_listed_with_their_meaning(client):
    asked = {"language": "ka", "fault": "rule-book", "gloss_in": "en", "explain_in": "eo"}
    [entry] = client.get("/v1/entries", query_string=asked).json["entries"]
    assert (entry["id"], entry["title"]) == ("rules-are-rules", "rule (eo)")
    [rewrite] = entry["rewrites"]
    assert rewrite["gloss"] == "Here is what I can do: [offer]."
    [slot] = rewrite["slots"]
    assert utf16(rewrite["text"], slot["offset"], slot["length"]) == "[offer]"
    asked["fault"] = "apathy"
    assert client.get("/v1/entries", query_string=asked).json["entries"] == []


def test_the_banks_are_counted_per_language(client):
    answer = client.get("/v1/banks?explain_in=ru").json
    assert answer["languages"] == [
        {"code": code, "entries": 1, "phrases": 1} for code in ("en", "eo", "ka", "ru")
    ]
    [fault] = answer["faults"]
    assert (fault["id"], fault["title"]) == ("rule-book", "rule (ru)")
    assert fault["entries"] == {"en": 1, "eo": 1, "ka": 1, "ru": 1}
    [move] = answer["moves"]
    assert (move["title"], move["phrases"]["ka"]) == ("options (ru)", 1)
    assert answer["limits"]["text"] == 100_000
    assert answer["problems"] == []
    assert answer["extras"] == {"meaning": False, "translate": False}


def test_a_broken_bank_file_is_told_with_file_line_and_hint(make_client, small_banks):
    (small_banks / "en" / "broken.json").write_text('{\n "kind": "fault",\n}', "utf-8")
    client = make_client()
    [problem] = client.get("/v1/banks").json["problems"]
    assert problem["file"].endswith("broken.json")
    assert problem["line"] == 3
    assert problem["hint"]
    health = client.get("/health/ready").json
    assert (health["status"], health["problems"]) == ("ready", 1)


def test_translation_says_what_to_install(client):
    answer = client.post("/v1/translate", json={"text": "Hello", "target": "eo"})
    assert answer.status_code == 501
    assert answer.json["error"]["code"] == "translate_not_installed"
    assert "bonvorto[translate]" in answer.json["error"]["message"]


def test_the_same_request_gives_the_same_bytes_in_every_application(make_client):
    asked = {"text": FAULTY["ru"], "gloss_in": "eo", "explain_in": "ka"}
    assert len({make_client().post("/v1/check", json=asked).data for _ in range(3)}) == 1


def test_the_time_a_check_took_is_in_a_header(client):
    timing = client.post("/v1/check", json={"text": "Hello"}).headers["Server-Timing"]
    assert timing.startswith("check;dur=")
    assert ", total;dur=" in timing


def test_a_trace_is_given_to_those_who_ask(client):
    text = FAULTY["en"]
    assert client.post("/v1/check", json={"text": text}).json["traces"] == []
    traced = client.post("/v1/check", json={"text": text, "trace": True}).json["traces"]
    assert [trace["outcome"] for trace in traced if trace["outcome"] == "found"]
