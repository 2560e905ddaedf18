"""Pages for people, and the description of the API."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def client(make_client):
    return make_client()


def test_the_playground_loads_nothing_from_elsewhere(client):
    page = client.get("/")
    assert (page.status_code, page.mimetype) == (200, "text/html")
    for path in re.findall(r'(?:src|href)="([^"#]+)"', page.text):
        assert not path.startswith(("http", "//", "data:"))
        assert client.get(f"/{path}").status_code == 200


def test_a_file_of_the_playground_is_asked_for_again_and_not_sent_again(client):
    first = client.get("/")
    again = client.get("/", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_the_docs_show_every_address_and_record(client):
    described = client.get("/openapi.json").json
    page = client.get("/docs").text
    for path, item in described["paths"].items():
        for operation in item.values():
            assert f'id="{operation["operationId"]}"' in page
            assert path in page
    for name in described["components"]["schemas"]:
        assert f'id="{name}"' in page
    assert "<script" not in page
    assert "style=" not in page
    for target in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{target}"' in page


def test_openapi_describes_every_address_of_the_api(client):
    described = client.get("/openapi.json").json
    assert described["openapi"].startswith("3.1")
    rules = {
        rule.rule
        for rule in client.application.url_map.iter_rules()
        if rule.rule.startswith(("/v1/", "/health/"))
    }
    assert set(described["paths"]) == rules


def test_every_reference_of_openapi_leads_somewhere(client):
    answer = client.get("/openapi.json")
    schemas = answer.json["components"]["schemas"]
    for name in re.findall(r"#/components/schemas/([^\"]+)", answer.text):
        assert name in schemas


def test_errors_are_described_as_they_are(client):
    for item in client.get("/openapi.json").json["paths"].values():
        for operation in item.values():
            for status, answer in operation["responses"].items():
                if int(status) >= 400:
                    schema = answer["content"]["application/json"]["schema"]
                    assert schema == {"$ref": "#/components/schemas/ErrorAnswer"}


def test_the_page_on_http_tells_every_address_and_error_code(client):
    page = (ROOT / "docs" / "http.md").read_text("utf-8")
    for path in client.get("/openapi.json").json["paths"]:
        assert f"`{path}`" in page or f" {path}`" in page
    sources = (ROOT / "server" / "bonvorto" / "http").glob("*.py")
    code = "\n".join(path.read_text("utf-8") for path in sources)
    for name in re.findall(r'ApiError\(\s*\d{3},\s*"(\w+)"', code):
        assert f"`{name}`" in page
