"""What finds a name, what leaves it open, and what finds nothing."""

from __future__ import annotations

import pytest
from searching import PERSON, entries, how, index, meant

from bot.search import calibration
from bot.search.found import MARGIN, Entry, Found, How, Match
from bot.search.index import Index


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Anna Berg", "anna-berg"),
        ("ANNA  BERG", "anna-berg"),
        ("anna-berg", "anna-berg"),
        ("annaberg", "anna-berg"),
        ("Juan-Carlos Vega-Ruiz", "juan-carlos-vega"),
        ("jose muller ludenscheidt", "jose-muller"),
        ("Jose\u0301 Mu\u0308ller-Lu\u0308denscheidt", "jose-muller"),
        ("Ｉｖａｎ Ｏｒｌｏｖ", "ivan-orlov"),
        ("Ivan\u200b Or\u00adlov 👍 <@1234567890>", "ivan-orlov"),
        ("\u200fIvan Orlov\u200e", "ivan-orlov"),
        ("UPO", "united-ports"),
        ("опо", "united-ports"),
        ("联合港口组织", "united-ports"),
        ("李文华", "li-wenhua"),
        ("李 文华", "li-wenhua"),
    ],
)
def test_a_name_is_found_however_it_is_typed(words: str, id_: str) -> None:
    """Case, accents, hyphens, spaces, widths, marks, emoji and mentions make no other name."""
    assert meant(words) == id_
    assert how(words) in {How.EXACT, How.ALIAS}


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Anna Brg", "anna-berg"),
        ("Ana Berk", "anna-berg"),
        ("Ivna Petrenko", "ivan-petrenko"),
        ("Petrenko Ivan", "ivan-petrenko"),
        ("Petrenkoo Ivn", "ivan-petrenko"),
        ("Juan Vega", "juan-carlos-vega"),
        ("Vega Ruiz", "juan-carlos-vega"),
        ("juancarlos vegaruiz", "juan-carlos-vega"),
        ("A. Berg", "anna-berg"),
        ("Berg, A.", "anna-berg"),
        ("A.B. Berg", "anna-berg"),
        ("Берг А. Б.", "anna-berg"),
        ("petrenkoivan", "ivan-petrenko"),
        ("xy quill", "x-y-quill"),
        ("Muller-Ludenscheid", "jose-muller"),
        ("Shchukin", "sergei-shchukin"),
        ("Ivan Nikolaevich Petrenko", "ivan-petrenko"),
        ("Петренко Иван Николаевич", "ivan-petrenko"),
        ("Anna Maria Berg", "anna-berg"),
        ("Untied Ports Organization", "united-ports"),
    ],
)
def test_a_name_typed_wrongly_or_in_part_is_found(words: str, id_: str) -> None:
    """One or two errors, another order, words left out, initials and patronymics are forgiven."""
    assert meant(words) == id_


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Sergey Schtschukin", "sergei-shchukin"),
        ("Serguei Shchukin", "sergei-shchukin"),
        ("Сергея Щукина", "sergei-shchukin"),
        ("Щукиным", "sergei-shchukin"),
        ("Ивану Петренко", "ivan-petrenko"),
        ("Марией Орловой", "maria-orlova"),
        ("Норландии", "norland|norland-question"),
        ("Liwenhua", "li-wenhua"),
        ("李文化", "li-wenhua"),
        ("Ли Веньхуа", "li-wenhua"),
    ],
)
def test_spellings_and_cases_of_a_name_are_the_name(words: str, id_: str) -> None:
    """Romanisations, Russian cases and characters that are read alike find the same record."""
    if "|" in id_:
        assert meant(words).startswith("norland")
    else:
        assert meant(words) == id_


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Mr Petrenko", "ivan-petrenko"),
        ("Mr. Ivan Petrenko", "ivan-petrenko"),
        ("Dr Ivna Petrenko", "ivan-petrenko"),
        ("господин Петренко", "ivan-petrenko"),
        ("г-н Петренко", "ivan-petrenko"),
        ("李文华先生", "li-wenhua"),
        ("Mr", ""),
        ("先生", ""),
        ("Mr Tokarczuk", ""),
    ],
)
def test_words_of_respect_are_no_part_of_a_name(words: str, id_: str) -> None:
    """Who is asked for politely is found like anybody else; the words alone ask for nobody."""
    assert meant(words, PERSON) == id_
    assert [each.id for each in index().complete(words, PERSON)][:1] == [id_] * bool(id_)


def test_a_word_of_respect_can_be_a_name() -> None:
    """What a record is called comes first, even where it begins like a polite question."""
    made = [
        Entry(kind="person", id="doctor", names=("Doctor Sleep",)),
        Entry(kind="person", id="sleep", names=("Sleep",)),
    ]
    found = Index.build(made).find("doctor sleep")
    assert found.best is not None
    assert found.best.id == "doctor"


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Ivan", "ivan-orlov|ivan-petrenko"),
        ("Иван", "ivan-orlov|ivan-petrenko"),
        ("Norland", "norland|norland-question"),
    ],
)
def test_what_fits_several_is_left_open(words: str, ids: str) -> None:
    """A name that several bear is a choice, never decided by the order of records."""
    assert meant(words, ("person", "organisation", "topic")) == ids


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "\u200b",
        "👍",
        "<@1234567890>",
        "?!",
        "Olga Tokarczuk",
        "Norman Leland",
        "what is the weather like",
        "how do I get to the harbour from here",
        "Ivan the Terrible of Russia",
        "HANDBOOK",
        "Harbour Master of Elsewhere",
        "Владимир Набоков",
        "巴拉克奥巴马",
        "UPS",
        "B.A. Berg",
        "UO",
        "Li Wu",
        "Anna Berg's husband",
        "Anna Berg husband",
        "friend of Anna Berg",
        "жена Ивана Петренко",
        "Ivan Petrenko jr",
    ],
)
def test_what_the_base_does_not_hold_is_not_found(words: str) -> None:
    """Chatter, strangers and the offices of other places get nothing, not the nearest record."""
    assert meant(words) == ""


@pytest.mark.parametrize(
    ("held", "words"),
    [
        ("Iran", "Iraq"),
        ("Mali", "Malo"),
        ("苏联", "Sudan"),
        ("Eurasia", "euros"),
        ("Li Wenhua", "Li Wu"),
    ],
)
def test_a_short_word_with_other_letters_is_another(held: str, words: str) -> None:
    """No fewer letters tell a name than make it another: neither whole, nor spelt, nor begun."""
    found = Index.build([Entry(kind="topic", id="held", names=(held,))]).find(words)
    assert not found.close


@pytest.mark.parametrize(("held", "words"), [("NATO", "NAOT"), ("Lia Manoliu", "lis mano")])
def test_a_short_word_may_be_mistyped(held: str, words: str) -> None:
    """Letters that change places are the same word, as is one that only sounds much different."""
    found = Index.build([Entry(kind="topic", id="held", names=(held,))]).find(words)
    assert found.close


@pytest.mark.parametrize("words", ["han is a nice place", "upo has left", "norland orlov berg"])
def test_an_alias_of_one_word_absorbs_no_longer_question(words: str) -> None:
    """Words that go on after a short name ask for something else than it."""
    assert meant(words) == ""


def test_not_even_a_long_alias_absorbs_a_short_word() -> None:
    """However much of what was typed an alias of one word is, another word asks for more."""
    houses = ("House of " + a + b + "rin" for a in "bdfgklmpt" for b in "aeiou")
    made = Index.build(
        [
            Entry(kind="organisation", id="city", names=("Konstantinograd",)),
            *(Entry(kind="organisation", id=f"h-{n}", names=(x,)) for n, x in enumerate(houses)),
        ]
    )
    assert made.find("konstantinograd").close
    assert not made.find("is konstantinograd nice").close
    assert not made.find("house of konstantinograd").close
    assert not made.find("of konstantinograd").close


def test_a_cut_list_of_equals_is_cut_the_same_in_any_order() -> None:
    """Where more records fit equally well than are asked for, the same ones are returned."""
    made = [
        Entry(kind="person", id=f"p-{number:02}", names=(f"Ivan {letters}ov",))
        for number, letters in enumerate(a + b for a in "bcdfg" for b in "aeiou")
    ]
    first, second = Index.build(made), Index.build(reversed(made))
    assert first.find("ivan", limit=5) == second.find("ivan", limit=5)
    assert first.complete("ivan", limit=5) == second.complete("ivan", limit=5)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("harbour master", "ola-strand"),
        ("Harbor Master of Norland", "ola-strand"),
        ("master harbour norland", "ola-strand"),
        ("norlands harbour master", "ola-strand"),
    ],
)
def test_a_description_finds_whom_it_describes(words: str, expected: str) -> None:
    """A post with its body finds its holder, in any order and with small words more or less."""
    assert meant(words, PERSON) == expected


def test_a_name_of_its_own_comes_before_a_description() -> None:
    """Somebody called so is meant before somebody who is described so."""
    made = [
        Entry(kind="person", id="a", names=("Anna Berg",), derived=("Captain",)),
        Entry(kind="person", id="b", names=("Captain",)),
        Entry(kind="person", id="c", names=("Carl Dahl", "Captain Dahl")),
    ]
    best = Index.build(made).find("captain").best
    assert best is not None
    assert best.id == "b"


def test_an_initial_stands_for_a_name_and_not_for_a_title() -> None:
    """A letter that only a title begins with is somebody else's initial."""
    made = Index.build(
        [
            Entry(
                kind="person",
                id="anna-berg",
                names=("Anna Berg",),
                derived=("Master of Harbours",),
                titled=("Master of Harbours Anna Berg",),
            )
        ]
    )
    assert made.find("A. Berg").close
    assert made.find("Master A. Berg").close
    assert not made.find("H. Berg").close


def test_a_letter_less_is_another_acronym() -> None:
    """Doubled letters sound like one in a name, and are no misspelling in an acronym."""
    made = Index.build([Entry(kind="organisation", id="nnp", names=("North Norland Pact", "NNP"))])
    assert made.find("nnp").close
    assert not made.find("NP").close


def test_kinds_and_ids_limit_what_is_found() -> None:
    """Only the kinds and the ids asked for are found, whatever else fits better."""
    assert meant("Norland", ("topic",)) == "norland-question"
    only = index().find("Ivan", within={"ivan-orlov", "anna-berg"})
    assert only.best is not None
    assert only.best.id == "ivan-orlov"
    assert not index().find("Ivan Orlov", within=()).matches
    assert not index().find("Ivan Orlov", ("no-such-kind",)).matches


def test_a_large_selection_limits_what_is_found() -> None:
    """More ids than can be looked through one by one limit what is found all the same."""
    many = {f"id-{number}" for number in range(1_000)} | {"anna-berg"}
    found = index().find("Anna Brg", within=many)
    assert [match.id for match in found.matches] == ["anna-berg"]
    assert not index().find("Ivan Orlv", within=many - {"anna-berg"}).matches


def test_at_least_two_matches_show_a_choice() -> None:
    """A limit of one cannot make a choice between several look like one answer."""
    assert index().find("Ivan", PERSON, limit=1).ambiguous


def test_scores_lie_between_0_and_1_and_say_how() -> None:
    """Every match has a score in 0..1, best first, and names the name that matched."""
    found = index().find("Orlov")
    scores = [match.score for match in found.matches]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert found.matches[0].field == "Ivan Orlov"
    assert found.matches[0].how is How.PART


def test_longer_names_come_after_the_exact_one() -> None:
    """What goes on after a name is offered behind it, too far to be taken for as good."""
    made = [
        Entry(kind="person", id="short", names=("Felix Otto",)),
        Entry(kind="person", id="long", names=("Felix Otto Dessau",)),
    ]
    found = Index.build(made).find("felix otto")
    assert [match.id for match in found.matches] == ["short", "long"]
    assert found.matches[0].score - found.matches[1].score > MARGIN
    assert found.best is found.matches[0]


def test_the_order_of_records_changes_no_answer() -> None:
    """The same records in another order give the same matches, to the last digit."""
    turned = Index.build(reversed(entries()))
    for words in ("Ivan", "Orlov", "Anna Brg", "norland", "harbour", "李文", "zzz"):
        assert turned.find(words) == index().find(words)
        assert turned.complete(words) == index().complete(words)


def test_an_empty_base_finds_nothing() -> None:
    """A base without records answers every question with nothing."""
    empty = Index.build([])
    assert not empty.find("anything").matches
    assert not empty.complete("a")
    assert len(empty) == 0


def test_more_is_asked_of_a_match_in_a_larger_base() -> None:
    """The score that is close enough rises with the size of the base, for names and for texts."""
    sizes = (0, 10, 1_000, 10_000, 100_000, 1_000_000)
    for threshold in (calibration.for_names, calibration.for_texts):
        scores = [threshold(size) for size in sizes]
        assert scores == sorted(scores)
        assert scores[2] < scores[3] < scores[4]
        assert all(0 < score < 1 for score in scores)


@pytest.mark.parametrize("words", ["otto falk", "oto falk", "falk otto", "falk"])
def test_equals_are_in_the_order_of_kind_and_id(words: str) -> None:
    """Records that fit equally well are named by kind, then by id, however they were found."""
    names = [("topic", "a"), ("person", "m"), ("person", "c"), ("organisation", "z")]
    made = [Entry(kind=kind, id=id_, names=("Otto Falk",)) for kind, id_ in names]
    found = [(match.kind, match.id) for match in Index.build(made).find(words).matches]
    assert found == sorted(names)


def test_of_equal_beginnings_the_shorter_name_is_offered_first() -> None:
    """Names that begin so come before those with such a word; short ones first, then by letters."""
    names = ["Orla Zed", "Orla Ann", "Ed Orla", "Orla Anabelle", "Annabel Orla", "An Orla"]
    made = [Entry(kind="person", id=f"p-{n}", names=(name,)) for n, name in enumerate(names)]
    offered = [match.field for match in Index.build(made).complete("orla")]
    assert offered == [
        "Orla Ann",
        "Orla Zed",
        "Orla Anabelle",
        "An Orla",
        "Ed Orla",
        "Annabel Orla",
    ]


def test_a_cut_list_of_beginnings_keeps_the_shortest() -> None:
    """However many names begin so, and wherever they stand in the alphabet, short ones are kept."""
    names = [*(f"Orla {letter}anderson" for letter in "abcdefgh"), "Orla Zed", "Ed Orla"]
    made = [Entry(kind="person", id=f"p-{n}", names=(name,)) for n, name in enumerate(names)]
    offered = Index.build(made).complete("orla", limit=2)
    assert [match.field for match in offered] == ["Orla Zed", "Orla aanderson"]


def test_names_that_begin_so_are_not_crowded_out_by_their_inner_words() -> None:
    """However many shorter names have such a word, one that begins so is offered before them."""
    names = [*(f"{letter.upper()} Orla" for letter in "abcdefgh"), "Orla Konstantinova"]
    made = [Entry(kind="person", id=f"p-{n}", names=(name,)) for n, name in enumerate(names)]
    assert Index.build(made).complete("orla", limit=1)[0].field == "Orla Konstantinova"


def test_matches_are_in_one_order_however_they_came() -> None:
    """What several searches found is ordered by score, kind and id alone."""
    ids = [("person", "b"), ("person", "a"), ("event", "c")]
    matches = [Match(kind=kind, id=id_, score=0.9, how=How.FUZZY, field="") for kind, id_ in ids]
    for given in (matches, matches[::-1]):
        ordered = Found.of(given, 0.5, 8).matches
        assert [(match.kind, match.id) for match in ordered] == sorted(ids)
