import json

from hypothesis import given
from hypothesis import strategies as st

from bonvorto.bank.source import Source

_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)  # fmt: skip


def _walk(value, path=()):
    yield path, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index))


@given(_json, st.sampled_from([None, 1, 4]), st.booleans())
def test_every_value_is_found_where_it_stands(value, indent, ascii_only):
    source = Source("x.json", json.dumps(value, indent=indent, ensure_ascii=ascii_only))
    decoder = json.JSONDecoder()
    for path, item in _walk(value):
        assert decoder.raw_decode(source.text, source.offset(path))[0] == item


def test_a_problem_shows_the_line_with_a_pointer_and_the_hint():
    source = Source("bank.json", '{\n  "fault": "sloth"\n}')
    assert source.problem(("fault",), "unknown fault", "did you mean apathy?").render() == (
        "error: bank.json:2:12: fault: unknown fault\n"
        '  2 |   "fault": "sloth"\n'
        "    |            ^\n"
        "  hint: did you mean apathy?"
    )


def test_a_missing_key_points_at_the_object_that_lacks_it():
    source = Source("bank.json", '{"a": {"b": 1}}')
    assert source.offset(("a", "c")) == 6
