from hypothesis import given
from hypothesis import strategies as st

from bonvorto.rewrite.compose import compose
from bonvorto.rewrite.facts import facts, lost
from bonvorto.rewrite.scope import fit
from bonvorto.text.words import words

OFFER = "I can't do that one, but I can do this: [offer]."


def rewritten(reply, fault, scope="sentence", text=OFFER):
    start = reply.index(fault)
    return compose(
        reply,
        [fit(reply, (start, start + len(fault)), (0, len(reply)), facts(reply), scope, text, ())],
    )


def test_a_sentence_without_facts_is_replaced_whole():
    assert rewritten("Sadly, our policy forbids that.", "our policy forbids that") == OFFER


def test_the_clause_of_the_fault_is_replaced_and_the_rest_becomes_a_sentence():
    assert rewritten(
        "Our policy forbids that, but your plan stays at €29.", "Our policy forbids that"
    ) == (f"{OFFER} But your plan stays at €29.")


def test_a_georgian_sentence_does_not_start_with_a_capital():
    after = rewritten(
        "ეს წესია, მაგრამ თქვენთვის 29 ლარი რჩება.", "ეს წესია", text="აი, რა შემიძლია."
    )
    assert after == "აი, რა შემიძლია. მაგრამ თქვენთვის 29 ლარი რჩება."


def test_a_short_opening_goes_with_its_clause():
    assert (
        rewritten(
            "Sadly, our policy forbids that, but your plan stays at €29.", "our policy forbids that"
        )
        == f"{OFFER} But your plan stays at €29."
    )


def test_the_facts_before_the_fault_stay_too():
    assert rewritten(
        "Your plan stays at €29, but our policy forbids that.", "our policy forbids that"
    ) == (f"Your plan stays at €29. {OFFER}")


def test_where_no_clause_can_be_cut_the_rewrite_stands_beside():
    reply = "Order 4711 our policy forbids to change."
    assert rewritten(reply, "our policy forbids") == f"{reply} {OFFER}"


def test_words_replaced_in_place_keep_capital_and_stop():
    assert rewritten("Soon we call.", "Soon", "match", "on Friday") == "On Friday we call."
    assert rewritten("We call soon.", "soon", "match", "on Friday.") == "We call on Friday."


def test_a_line_without_a_full_stop_gets_none():
    assert rewritten("our policy forbids that", "our policy forbids that", text="I can help.") == (
        "I can help"
    )


_word = st.sampled_from(
    ["we", "cannot", "help", "€29", "QH7LM2", "a@b.example", "Marina", "5 May", "so"]
)
_join = st.sampled_from([" ", ", ", "; ", " — "])


@given(st.data())
def test_no_fact_of_the_replaced_words_is_ever_lost(data):
    parts = data.draw(st.lists(st.tuples(_word, _join), min_size=1, max_size=10))
    reply = "".join(word + join for word, join in parts) + "end."
    found = words(reply)
    first = data.draw(st.integers(0, len(found) - 1))
    start = found[first].start
    end = found[data.draw(st.integers(first, len(found) - 1))].end
    scope = data.draw(st.sampled_from(["match", "clause", "sentence"]))
    edit = fit(reply, (start, end), (0, len(reply)), facts(reply), scope, OFFER, ())
    assert lost(reply, compose(reply, [edit])) == ()


def test_edits_that_touch_the_same_words_are_not_both_applied():
    first = fit("No no.", (0, 2), (0, 6), (), "sentence", "x.", ())
    second = fit("No no.", (3, 5), (0, 6), (), "sentence", "y.", ())
    assert compose("No no.", [first, second]) == "x."
