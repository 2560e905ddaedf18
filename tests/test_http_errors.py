"""Errors are JSON, name the field, and never repeat the text."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def client(make_client):
    return make_client()


def error_of(answer, status: int) -> dict[str, str]:
    assert answer.status_code == status
    assert answer.mimetype == "application/json"
    assert set(answer.json) == {"error"}
    error = answer.json["error"]
    assert {"code", "message"} <= set(error) <= {"code", "message", "field"}
    return error


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "text"),
        ({"text": None}, "text"),
        ({"text": 3}, "text"),
        ({"text": ["a"]}, "text"),
        ({"text": "a", "language": "de"}, "language"),
        ({"text": "a", "role": 1}, "role"),
        ({"text": "a", "situation": "war"}, "situation"),
        ({"text": "a", "explain_in": "xx"}, "explain_in"),
        ({"text": "a", "gloss_in": []}, "gloss_in"),
        ({"text": "a", "offsets": "bytes"}, "offsets"),
        ({"text": "a", "disable": "rule-book"}, "disable"),
        ({"text": "a", "disable": ["a", 2]}, "disable.1"),
        ({"text": "a", "disable": ["a"] * 2001}, "disable"),
        ({"text": "a", "context": False}, "context"),
        ({"text": "a", "explainIn": "ru"}, "explainIn"),
    ],
)
def test_a_wrong_field_is_named(client, body, field):
    error = error_of(client.post("/v1/check", json=body), 400)
    assert (error["code"], error["field"]) == ("invalid_request", field)
    assert error["message"]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/v1/phrases", "language"),
        ("/v1/phrases?language=de", "language"),
        ("/v1/phrases?language=en&situation=war", "situation"),
        ("/v1/phrases?language=en&mvoe=own", "mvoe"),
        ("/v1/entries?fault=apathy", "language"),
        ("/v1/banks?explain_in=xx", "explain_in"),
    ],
)
def test_a_wrong_word_of_a_query_is_named(client, path, field):
    assert error_of(client.get(path), 400)["field"] == field


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff\xfe\x00", b'{"text": "a" "b"}', b"[" * 100_000, b'{"text": "\xc3\x28"}'],
    ids=["empty", "cut off", "UTF-16 junk", "no comma", "deep", "not UTF-8"],
)
def test_a_body_that_is_not_json_is_refused(client, body):
    answer = client.post("/v1/check", data=body, content_type="application/json")
    assert error_of(answer, 400)["code"] == "not_json"


@pytest.mark.parametrize("body", ["[]", '"text"', "3", "null", '"{\\"text\\": \\"a\\"}"'])
def test_a_body_that_is_not_an_object_is_refused(client, body):
    answer = client.post("/v1/check", data=body, content_type="application/json")
    assert error_of(answer, 400)["code"] == "not_an_object"


@pytest.mark.parametrize(
    "kind", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
def test_a_body_that_is_not_declared_as_json_is_refused(client, kind):
    for path in ("/v1/check", "/v1/detect", "/v1/translate"):
        answer = client.post(path, data=json.dumps({"text": "a"}), content_type=kind)
        assert error_of(answer, 415)["code"] == "not_json"


def test_a_text_over_the_limit_is_refused_with_the_limit(make_client):
    client = make_client(max_text=10)
    assert client.post("/v1/check", json={"text": "1234567890"}).status_code == 200
    assert client.post("/v1/check", json={"text": "😀" * 5}).status_code == 200
    for path in ("/v1/check", "/v1/detect"):
        for text in ("12345678901", "😀" * 5 + "1"):
            error = error_of(client.post(path, json={"text": text}), 413)
            assert (error["code"], error["field"]) == ("text_too_long", "text")
            assert "10 UTF-16 units" in error["message"]
    error = error_of(client.post("/v1/check", json={"text": "", "context": "a" * 11}), 413)
    assert error["field"] == "context"


def test_a_text_at_the_limit_fits_into_a_body_however_it_is_escaped(make_client):
    client = make_client(max_text=1000)
    body = json.dumps({"text": "ა" * 1000, "context": "ა" * 1000})
    answer = client.post("/v1/check", data=body, content_type="application/json")
    assert answer.status_code == 200


def test_a_body_over_the_limit_is_refused_with_the_limit(make_client):
    client = make_client(max_body=100)
    error = error_of(client.post("/v1/check", json={"text": "a" * 200}), 413)
    assert error["code"] == "body_too_large"
    assert "100 bytes" in error["message"]


def test_an_unknown_address_is_404_in_json_for_programs_and_in_words_for_people(client):
    assert error_of(client.get("/v1/nothing"), 404)["code"] == "not_found"
    for path in ("/nothing", "/playground/nothing.js", "/playground/../app.py"):
        answer = client.get(path)
        assert (answer.status_code, answer.mimetype) == (404, "text/plain")


def test_a_wrong_method_is_405_and_names_the_right_one(client):
    answer = client.get("/v1/check")
    assert error_of(answer, 405)["code"] == "method_not_allowed"
    assert "POST" in answer.headers["Allow"]


def test_an_error_of_ours_is_500_in_json(make_client, monkeypatch):
    def broken(*_):
        raise ValueError("no")

    monkeypatch.setattr("bonvorto.http.v1.check", broken)
    assert error_of(make_client().post("/v1/check", json={"text": "a"}), 500)["code"] == (
        "internal_error"
    )
