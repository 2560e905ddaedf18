from bonvorto.moves import moves_missing


def names(faults, made=(), words=40, role="agent"):
    return [need.move for need in moves_missing(faults, made, words, role)]


def test_a_flat_refusal_lacks_a_way_on_and_a_reason():
    assert names(["refusal"]) == ["options", "explain"]


def test_a_move_that_is_made_is_not_missing():
    assert names(["refusal"], ["options", "explain"]) == []


def test_a_promise_without_a_time_lacks_a_timeline():
    assert names(["vague-timeline"]) == ["timeline"]


def test_a_reply_without_faults_lacks_nothing():
    assert names([]) == []


def test_a_short_note_lacks_nothing():
    assert names(["refusal"], words=5) == []


def test_at_most_three_moves_are_named_openings_first():
    found = names(["coldness", "refusal", "vague-timeline", "brush-off"])
    assert len(found) == 3
    assert found[0] == "acknowledge"


def test_a_customer_is_not_asked_for_an_agents_moves():
    assert names(["refusal"], role="customer") == []
