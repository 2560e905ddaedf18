import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonvorto.match.compile import compile_pattern, compile_phrases
from bonvorto.match.index import Index
from bonvorto.match.lists import Lists, layered_names
from bonvorto.match.pattern import PatternError
from bonvorto.morphology import tokens
from bonvorto.text.words import words

LISTS = {
    "department": ["billing", "the? courier", "customer (service|support)"],
    "loop": ["{loop}"],
}


def read(text, language="en"):
    """A sentence with the places of the word lists."""
    compiled = {name: compile_phrases(phrases, language, LISTS) for name, phrases in LISTS.items()}
    return Lists(language, compiled).read(tokens(words(text), language))


def find(pattern, text, language="en"):
    """The stretches of the text that a pattern finds."""
    sentence = read(text, language)
    hits = compile_pattern(pattern, language, frozenset(LISTS)).find(sentence)
    return [text[sentence.tokens[hit.first].start : sentence.tokens[hit.last].end] for hit in hits]


@pytest.mark.parametrize(
    ("language", "pattern", "text", "found"),
    [
        ("en", "our policy does not allow that", "Sadly, our policies just don’t really allow that.", "our policies just don’t really allow that"),
        ("ru", "наша политика не позволяет", "К сожалению, нашей политикой это не… наша политика, увы, не позволяет этого", "наша политика, увы, не позволяет"),
        ("eo", "niaj reguloj ne permesas", "Nia regulo bedaŭrinde ne permesus tion", "Nia regulo bedaŭrinde ne permesus"),
        ("ka", "ჩვენი პრობლემა არ არის", "ეს ჩვენი პრობლემა ნამდვილად აღარ არის.", "ჩვენი პრობლემა ნამდვილად აღარ არის"),
    ],
)  # fmt: skip
def test_a_plain_phrase_finds_its_inflected_forms_with_fillers_between(
    language, pattern, text, found
):
    assert find(pattern, text, language) == [found]


def test_the_words_must_stand_in_order():
    assert find("check our website", "our website has a check") == []


def test_more_than_two_fillers_break_a_phrase():
    assert find("not possible", "not really actually possible") == ["not really actually possible"]
    assert find("not possible", "not really actually even possible") == []


def test_a_negation_between_the_words_breaks_a_phrase():
    assert find("we can help", "we can not help") == []


def test_a_phrase_runs_over_a_comma_but_not_over_a_semicolon_or_question_mark():
    assert find("this is not possible", "This, sadly, is not possible")
    assert not find("we can refund", "we can; refund")
    assert not find("can we refund", "Can we? Refund")


def test_alternatives_and_optional_words():
    pattern = "(we|I) (cannot|are unable to) (ever )?help"
    assert find(pattern, "I can't help") == ["I can't help"]
    assert find(pattern, "We're unable to ever help") == ["We're unable to ever help"]


def test_a_gap_is_bounded():
    assert find("fill ... form", "fill in the whole long form") == ["fill in the whole long form"]
    assert find("fill ... form", "fill in the whole very boring old form") == []
    assert find("fill ...8 form", "fill in the whole very boring old form")


def test_an_exact_form_does_not_find_another_form():
    assert find('"waiting"', "We wait") == []
    assert find('"waiting"', "WAITING for you") == ["WAITING"]


def test_a_figure_in_a_pattern_is_that_figure():
    assert find("100 percent", "50 percent") == []
    assert find("100 percent", "100 percent") == ["100 percent"]


def test_words_in_brackets_come_in_any_order():
    pattern = "[это (не наша) проблема]"
    for text in ("это не наша проблема", "проблема это не наша", "не наша это проблема"):
        assert find(pattern, text, "ru") == [text]
    assert find(pattern, "наша это не проблема", "ru") == []


def test_sentence_edges_hold_but_for_fillers():
    assert find("^no exceptions$", "No exceptions, sorry.") == ["No exceptions"]
    assert find("^no exceptions$", "Sorry, no exceptions.") == ["no exceptions"]
    assert find("^no exceptions$", "There are no exceptions") == []
    assert find("^no exceptions$", "No exceptions for you") == []


def test_a_word_list_gives_its_phrases_and_is_captured():
    sentence = read("Please call customer support now")
    [hit] = compile_pattern("call {who:department}", "en", frozenset(LISTS)).find(sentence)
    assert hit.captured == (("who", 2, 3),)


@pytest.mark.parametrize(
    ("language", "pattern", "text"),
    [
        ("en", "within {number} days", "within 14 days"),
        ("en", "pay {money}", "pay €24.90"),
        ("ru", "заплатите {money}", "заплатите 390 рублей"),
        ("en", "by {date}", "by 3 March 2026"),
        ("ru", "до {date}", "до 14 июня"),
        ("eo", "ĝis {date}", "ĝis vendredo"),
        ("ka", "{date}", "3 ივნისს"),
        ("en", "at {time}", "at 5 pm"),
        ("en", "order {id}", "order QH7LM2"),
    ],
)
def test_typed_slots_read_figures_dates_and_ids(language, pattern, text):
    assert find(pattern, text, language) == [text]


def test_matches_are_leftmost_and_longest():
    assert find("(we are)? sorry", "We're sorry. sorry") == ["We're sorry", "sorry"]


def test_an_unknown_list_is_an_error_that_lists_the_known():
    with pytest.raises(PatternError, match="no word list") as caught:
        compile_pattern("call {nobody}", "en", frozenset(LISTS))
    assert caught.value.position == 5
    assert "department" in caught.value.hint


def test_a_list_may_name_another():
    lists = {"money-desk": ["{department} desk"], "department": ["billing"]}
    compiled = {name: compile_phrases(phrases, "en", lists) for name, phrases in lists.items()}
    sentence = Lists("en", compiled).read(tokens(words("ask the billing desk"), "en"))
    assert sentence.at("{money-desk}") == [(2, 3)]


def test_lists_that_name_each_other_in_a_circle_are_left_out():
    lists = {"one": ["{two}"], "two": ["{one}"], "three": ["three"]}
    compiled = {name: compile_phrases(phrases, "en", lists) for name, phrases in lists.items()}
    assert layered_names(compiled) == {"three"}


@pytest.mark.parametrize(
    ("pattern", "position"), [("a (b|^ c)", 5), ("a (b $|c) d", 5), ("a ^ b", 2)]
)
def test_an_edge_inside_a_pattern_is_pointed_at(pattern, position):
    with pytest.raises(PatternError, match="in the whole pattern") as caught:
        compile_pattern(pattern, "en")
    assert caught.value.position == position


def test_a_pattern_that_unfolds_too_far_is_refused():
    big = "[" + " ".join(["(a b|c d|e f|g h|i j)"] * 4) + "]"
    with pytest.raises(PatternError, match="unfolds into more than"):
        compile_pattern(big, "en")


def _patterns():
    word = st.sampled_from(["a", "b", "c", "d"])
    return st.recursive(
        word | st.just("...2") | word.map('"{}"'.format),
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(" ".join),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({'|'.join(parts)})"),
            inner.filter(lambda part: not part.endswith(("...2", "?"))).map("({})?".format),
        ),
        max_leaves=8,
    )


def _by_brute_force(pattern, text):
    """Whether any stretch of the text is in the language of the pattern, by Python's `re`."""
    import re  # noqa: PLC0415

    from bonvorto.match import pattern as p  # noqa: PLC0415

    def spell(node):
        match node:
            case p.Literal(word):
                return f"(?:{word} )"
            case p.Gap(most):
                return f"(?:[a-z] ){{0,{most}}}"
            case p.Sequence(parts):
                return "".join(map(spell, parts))
            case p.Choice(options, optional):
                return "(?:" + "|".join(map(spell, options)) + ")" + ("?" if optional else "")
        raise AssertionError(node)

    return re.search(r"(?<![a-z])" + spell(p.parse(pattern)), text + " ") is not None


@given(_patterns(), st.lists(st.sampled_from("abcdx"), min_size=1, max_size=8).map(" ".join))
def test_the_automaton_agrees_with_a_regular_expression(pattern, text):
    try:
        automaton = compile_pattern(pattern, "eo")
    except PatternError:
        return
    assert bool(automaton.find(read(text, "eo"))) == _by_brute_force(pattern, text)


@given(_patterns(), st.lists(st.sampled_from("abcdx"), min_size=1, max_size=8).map(" ".join))
def test_the_index_never_hides_a_match(pattern, text):
    try:
        automaton = compile_pattern(pattern, "eo")
    except PatternError:
        return
    sentence = read(text, "eo")
    decoys = [("decoy", compile_pattern(word, "eo")) for word in ("a b", "x x", "c d a")]
    found = Index([("it", automaton), *decoys]).search(sentence)
    assert [item.hit for item in found if item.label == "it"] == automaton.find(sentence)
