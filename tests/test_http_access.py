"""Who may call: this machine's names, the extension, configured origins, those with a key."""

from __future__ import annotations

import hashlib

import pytest

from bonvorto.http import create_app
from bonvorto.settings import SettingError, Settings

CHROMIUM = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
FIREFOX = "moz-extension://3c1a2b4d-0000-4aaa-8bbb-0123456789ab"
KEY = "correct-horse-battery"
TEXT = {"text": "rules are rules"}


@pytest.fixture
def client(make_client):
    return make_client()


def cors_headers(answer) -> set[str]:
    return {name for name, _ in answer.headers if name.startswith("Access-Control-")}


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8765", "127.0.0.1:8765", "[::1]:8765", "LOCALHOST"]
)
def test_the_names_of_this_machine_are_served(client, host):
    assert client.get("/health/live", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "rebound.example",
        "rebound.example:8765",
        "127.0.0.1.rebound.example",
        "localhost.rebound.example",
        "10.0.0.7",
        "localhost:8765:1",
        "localhost/",
        "a b",
        "",
    ],
)
def test_a_name_that_was_rebound_to_this_machine_is_refused(client, host):
    for path in ("/v1/banks", "/", "/openapi.json", "/health/live"):
        answer = client.get(path, headers={"Host": host})
        assert answer.status_code == 403
    answer = client.post("/v1/check", json=TEXT, headers={"Host": host})
    assert answer.json["error"]["code"] == "host_not_allowed"


def test_a_configured_name_is_served(make_client):
    client = make_client(hosts=("kind.example",))
    assert client.get("/health/live", headers={"Host": "kind.example"}).status_code == 200
    assert client.get("/health/live", headers={"Host": "other.example"}).status_code == 403


def test_a_server_for_others_is_served_by_address_but_not_by_any_name(make_client):
    client = make_client(host="0.0.0.0", open=True)
    assert client.get("/health/live", headers={"Host": "10.0.0.7:8765"}).status_code == 200
    assert client.get("/health/live", headers={"Host": "rebound.example"}).status_code == 403


@pytest.mark.parametrize("origin", [CHROMIUM, FIREFOX])
def test_the_extension_may_call_from_either_browser(client, origin):
    answer = client.post("/v1/check", json=TEXT, headers={"Origin": origin})
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == origin
    assert "Origin" in answer.headers["Vary"]
    assert "Access-Control-Allow-Credentials" not in answer.headers


@pytest.mark.parametrize("origin", [CHROMIUM, FIREFOX])
def test_a_preflight_of_the_extension_is_answered(client, origin):
    asked = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
        "Access-Control-Request-Private-Network": "true",
    }
    answer = client.options("/v1/check", headers=asked)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == origin
    assert answer.headers["Access-Control-Allow-Headers"] == "authorization, content-type"
    assert answer.headers["Access-Control-Allow-Private-Network"] == "true"
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://localhost:3000",
        "https://localhost.evil.example",
        "null",
        "chrome-extension://short",
        "https://chrome-extension://abcdefghijklmnopabcdefghijklmnop",
        CHROMIUM + ".evil.example",
        "file://",
        "http://[",
        "",
    ],
)
def test_a_page_of_another_origin_is_refused_without_cors_headers(client, origin):
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    for answer in (
        client.post("/v1/check", json=TEXT, headers=asked),
        client.post("/v1/check", data="{}", content_type="text/plain", headers=asked),
        client.options("/v1/check", headers=asked),
        client.get("/v1/banks", headers=asked),
    ):
        assert answer.status_code == 403
        assert not cors_headers(answer)


def test_a_simple_request_without_an_origin_is_refused_too(client):
    answer = client.post("/v1/check", data='{"text": "a"}', content_type="text/plain")
    assert answer.status_code == 415


def test_the_playground_may_call_its_own_server(client):
    asked = {"Origin": "http://127.0.0.1:8765", "Host": "127.0.0.1:8765"}
    assert client.post("/v1/check", json=TEXT, headers=asked).status_code == 200


def test_a_configured_origin_may_call(make_client):
    client = make_client(origins=("https://desk.example",))
    answer = client.post("/v1/check", json=TEXT, headers={"Origin": "https://desk.example"})
    assert answer.headers["Access-Control-Allow-Origin"] == "https://desk.example"
    answer = client.post("/v1/check", json=TEXT, headers={"Origin": "https://other.example"})
    assert answer.status_code == 403


def test_an_answer_without_an_origin_names_none(client):
    assert not cors_headers(client.get("/v1/banks"))


@pytest.fixture(params=["setting", "file", "hashed file"])
def keyed(request, make_client, tmp_path):
    if request.param == "setting":
        return make_client(key=KEY)
    hashed = f"sha256:{hashlib.sha256(KEY.encode()).hexdigest()}"
    written = KEY if request.param == "file" else hashed
    keys = tmp_path / "keys.txt"
    keys.write_text(f"# the team\n\n{written}  # Nino\nanother-key-of-theirs\n", "utf-8")
    return make_client(keys=keys)


def test_with_keys_the_api_answers_those_who_have_one(keyed):
    assert keyed.post("/v1/check", json=TEXT).status_code == 401
    for wrong in ("", "Bearer", "Bearer wrong", f"Basic {KEY}", f"Bearer {KEY}x", "Bearer ключ"):
        answer = keyed.get("/v1/banks", headers={"Authorization": wrong.encode().decode("latin-1")})
        assert answer.status_code == 401
        assert answer.json["error"]["code"] == "key_needed"
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    for right in (f"Bearer {KEY}", f"bearer {KEY}"):
        assert keyed.get("/v1/banks", headers={"Authorization": right}).status_code == 200


def test_pages_health_and_preflights_need_no_key(keyed):
    for path in ("/", "/docs", "/openapi.json", "/health/live", "/health/ready"):
        assert keyed.get(path).status_code == 200
    asked = {"Origin": CHROMIUM, "Access-Control-Request-Method": "POST"}
    assert keyed.options("/v1/check", headers=asked).status_code == 200


def test_the_extension_can_read_that_it_needs_a_key(keyed):
    answer = keyed.get("/v1/banks", headers={"Origin": CHROMIUM})
    assert answer.status_code == 401
    assert answer.headers["Access-Control-Allow-Origin"] == CHROMIUM


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "cannot be read"),
        ("", "no key"),
        ("# none\n", "no key"),
        ("long-enough-to-be-one\nshort\n", ":2:"),
    ],
)
def test_a_keys_file_that_is_no_use_says_why(tmp_path, bank, text, said):
    keys = tmp_path / "keys.txt"
    if text is not None:
        keys.write_text(text, "utf-8")
    with pytest.raises(SettingError, match=said):
        create_app(Settings(keys=keys), bank)


def test_no_page_frames_sniffs_or_keeps_an_answer(client):
    for path in ("/", "/docs", "/v1/banks", "/v1/nothing", "/health/live"):
        headers = client.get(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] in ("no-store", "no-cache")
    assert client.get("/v1/banks").headers["Cache-Control"] == "no-store"
