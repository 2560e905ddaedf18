import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonvorto.text.regions import layout


def kinds(text):
    return {region.kind: text[region.start : region.end] for region in layout(text).regions}


def prose(text):
    return "".join(text[start:end] for start, end in layout(text).prose)


@pytest.mark.parametrize(
    ("attribution", "quoted"),
    [
        ("On Mon, 3 March 2026 at 10:12, Ana <ana@example.org> wrote:", "> It broke."),
        ("3 марта 2026 г. в 10:12 Анна Петрова пишет:", "> Сломалось."),
        ("Je lundo, la 3-a de marto 2026, Ana skribis:", "> Ĝi rompiĝis."),
        ("2026 წლის 3 მარტს ანამ <ana@example.org> მოგვწერა:", "> გაფუჭდა."),
    ],
)
def test_quoted_mail_and_the_line_above_it_are_set_apart(attribution, quoted):
    text = f"Your parcel left today.\n\n{attribution}\n{quoted}\n"
    assert prose(text).strip() == "Your parcel left today."
    assert kinds(text)["quote"] == f"{attribution}\n{quoted}\n"


def test_an_attribution_wrapped_over_two_lines_is_quoted():
    text = "All is done.\n\nOn Monday, 3 March 2026 at 10:12 in the morning, Ana Gelashvili\n<ana@example.org> wrote:\n> x\n"
    assert prose(text).strip() == "All is done."


@pytest.mark.parametrize(
    "header",
    [
        "-----Original Message-----",
        "---------- Forwarded message ---------",
        "-------- Исходное сообщение --------",
        "-----Originala mesaĝo-----",
        "-----თავდაპირველი შეტყობინება-----",
        "From: Ana\nSent: Monday\nTo: Support\nSubject: It broke",
        "От: Анна\nКому: Поддержка\nТема: Сломалось",
        "De: Ana\nAl: Subteno\nTemo: Rompita",
        "ვისგან: ანა\nვის: დახმარება\nთემა: გაფუჭდა",
    ],
)
def test_all_below_a_mail_header_is_quoted(header):
    assert (
        prose(f"Your parcel left today.\n\n{header}\n\nYou never answer!\n").strip()
        == "Your parcel left today."
    )


def test_prose_between_quoted_lines_is_the_agents_own():
    assert prose("> first?\nYes.\n> second?\nNo.\n") == "Yes.\nNo.\n"


@pytest.mark.parametrize(
    "closing",
    [
        "Kind regards,\nFemi\nSkyLark Travel",
        "All the best,\nMarcus",
        "С уважением,\nПавел Дёмин",
        "Kun amikaj salutoj,\nIngrid Sand",
        "Amike,\nTibor",
        "პატივისცემით,\nანა",
        "-- \nHotel Corallo | https://corallo.example",
        "Zoe",
        "Алёна, клуб «Атлет»",
    ],
)
def test_the_closing_and_the_name_are_a_signature(closing):
    text = f"Hello,\n\nYour parcel is on its way.\n\n{closing}"
    assert kinds(text)["signature"] == closing


def test_a_last_sentence_is_not_a_name():
    assert "signature" not in kinds("Hello,\n\nYour parcel is on its way.\n\nCall me.")


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear Ms Varga,", "Hi there!", "Добрый день, Григорий Львович!", "Людмила Андреевна, здравствуйте.",
        "Bonan tagon, sinjoro Eriksen,", "Estimata sinjoro Baptista,", "გამარჯობა, გიორგი!",
        "ქალბატონო ნათია, გამარჯობა,",
    ],
)  # fmt: skip
def test_the_body_starts_after_the_greeting(greeting):
    text = f"{greeting}\n\nx y z."
    assert text[layout(text).body_start :].strip() == "x y z."


def test_addresses_code_and_citations_are_masked():
    text = "See https://a.example/x?y=1 or write to me@a.example, run `rm -rf` and press «Стоп»."
    shown = [text[start:end] for start, end in layout(text).masked]
    assert shown == ["https://a.example/x?y=1", "me@a.example", "`rm -rf`", "«Стоп»"]


def test_a_fenced_block_is_code():
    assert (
        prose("Run:\n```\nno exceptions\n```\nIt takes a minute.\n") == "Run:\nIt takes a minute.\n"
    )


def test_an_apostrophe_does_not_open_a_citation():
    assert layout("It's ours, isn't it? That's 'fine'.").masked == ()


def test_a_long_line_costs_its_length_once():
    # a quadratic pattern would take minutes here
    layout("On " + "a " * 200_000)
    layout("“" * 200_000)
    layout("a@" * 100_000)
    layout("> " * 100_000 + "\n" * 1000)


@given(st.text(st.characters(categories=None), max_size=400))
def test_regions_lie_in_the_text_in_order(text):
    found = layout(text)
    for spans in (found.prose, found.masked, [(r.start, r.end) for r in found.regions]):
        last = 0
        for start, end in spans:
            assert last <= start < end <= len(text)
            last = end
    assert 0 <= found.body_start <= found.body_end <= len(text) or not found.prose
