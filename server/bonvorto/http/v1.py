"""The API: /v1."""

from __future__ import annotations

from time import perf_counter

from flask import Response
from flask_openapi3 import APIBlueprint, Tag
from flask_openapi3.types import ResponseDict

from bonvorto.check import check
from bonvorto.http import overview
from bonvorto.http.answer import answer
from bonvorto.http.body import refuse_unreadable, within_limit
from bonvorto.http.errors import ApiError
from bonvorto.http.service import bank, service
from bonvorto.http.shapes import (
    BanksAnswer,
    BanksQuery,
    CheckAnswer,
    CheckRequest,
    DetectAnswer,
    Detected,
    DetectRequest,
    Entries,
    EntriesAnswer,
    EntriesQuery,
    ErrorAnswer,
    Phrases,
    PhrasesAnswer,
    PhrasesQuery,
    SpanOfLanguage,
    TranslateRequest,
)
from bonvorto.language import detect
from bonvorto.phrases import Query, find_phrases
from bonvorto.report import ReplyLanguage, Request
from bonvorto.text.offsets import measure
from bonvorto.text.regions import layout

_ERRORS: ResponseDict = {400: ErrorAnswer, 401: ErrorAnswer, 403: ErrorAnswer}
_WITH_BODY: ResponseDict = {413: ErrorAnswer, 415: ErrorAnswer}

v1 = APIBlueprint(
    "v1",
    __name__,
    url_prefix="/v1",
    abp_responses=_ERRORS,
    abp_tags=[Tag(name="API")],
    abp_security=[{"key": []}],
)
v1.before_request(refuse_unreadable)


@v1.post("/check", operation_id="check", responses={200: CheckAnswer, **_WITH_BODY})
def check_reply(body: CheckRequest) -> Response:
    """Check a reply: harmful words with rewrites, what is missing, the whole reply rewritten."""
    asked = Request(
        text=within_limit(body.text, "text"),
        language=None if body.language == "auto" else body.language,
        role=body.role,
        situation=body.situation,
        explain_in=body.explain_in,
        gloss_in=body.gloss_in,
        offsets=body.offsets,
        disable=frozenset(body.disable),
        context=within_limit(body.context, "context"),
        trace=body.trace,
    )
    began = perf_counter()
    report = check(asked, bank())
    took = perf_counter() - began
    response = answer(report)
    response.headers["Server-Timing"] = f"check;dur={took * 1000:.2f}"
    return response


@v1.post("/detect", operation_id="detect", responses={200: DetectAnswer, **_WITH_BODY})
def detect_language(body: DetectRequest) -> Response:
    """Tell the language of a text. Quoted mail, signatures and code have no say in it."""
    text = within_limit(body.text, "text")
    found = detect(text, layout(text).voteless)
    at = measure(text, body.offsets)
    return answer(
        Detected(
            language=ReplyLanguage.of(found),
            spans=tuple(
                SpanOfLanguage(at(span.start), at(span.end) - at(span.start), span.code)
                for span in found.spans
            ),
        )
    )


@v1.get("/phrases", operation_id="phrases", responses={200: PhrasesAnswer})
def phrases(query: PhrasesQuery) -> Response:
    """Look for kind phrases, by move and by words in any of the four languages."""
    own = bank()
    wanted = Query(
        language=query.language,
        gloss_in=query.gloss_in,
        words=query.q,
        move=query.move,
        situation=query.situation,
        role=query.role,
        offsets=query.offsets,
    )
    return answer(Phrases(tuple(find_phrases(wanted, own)), own.version))


@v1.get("/entries", operation_id="entries", responses={200: EntriesAnswer})
def entries(query: EntriesQuery) -> Response:
    """List the entries of a language: what is found, and what is written instead."""
    own = bank()
    return answer(Entries(overview.entries(own, query), own.version))


@v1.get("/banks", operation_id="banks", responses={200: BanksAnswer})
def banks(query: BanksQuery) -> Response:
    """Tell which banks are in use, how much they hold, and what is wrong in their files."""
    return answer(overview.banks(bank(), service().settings, query.explain_in))


@v1.post("/translate", operation_id="translate", responses={501: ErrorAnswer, **_WITH_BODY})
def translate(body: TranslateRequest) -> Response:
    """Translate a text, where the extra bonvorto[translate] is installed."""
    within_limit(body.text, "text")
    raise ApiError(
        501,
        "translate_not_installed",
        "translation is an extra: pip install 'bonvorto[translate]', then start the service again",
    )
