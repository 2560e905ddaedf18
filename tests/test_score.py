from hypothesis import given
from hypothesis import strategies as st

from bonvorto.score import score

severities = st.lists(st.sampled_from(["suggestion", "warning", "error"]), max_size=15)


def test_a_clean_reply_has_a_hundred():
    assert score([], 0) == 100


@given(severities, st.integers(0, 5), st.sampled_from(["suggestion", "warning", "error"]))
def test_a_further_finding_never_raises_the_score(found, missing, more):
    assert 0 <= score([*found, more], missing) <= score(found, missing) <= 100


@given(severities, st.integers(0, 5))
def test_making_a_missing_move_never_lowers_the_score(found, missing):
    assert score(found, missing + 1) <= score(found, missing)
