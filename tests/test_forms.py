"""One form for case, accents, script and spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.forms import fold, fold_all, has_cjk, is_cjk, romanised, skeleton, words

TEXT = st.text(st.characters(exclude_categories=[]), max_size=60)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("  Ivan   ORLOV ", "ivan orlov"),
        ("Müller", "muller"),
        ("Mu\u0308ller", "muller"),
        ("Straße", "strasse"),
        ("ﬁnance", "finance"),
        ("Ｉｖａｎ", "ivan"),
        ("І́ван", "іван"),
        ("Хрущёв", "хрущев"),
        ("Berg's", "berg"),
        ("O’Neill", "oneill"),
        ("well-known", "well known"),
        ("U.S.A.", "u s a"),
        ("zero\u200bwidth", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\u202eabc\u202c", "abc"),
        ("<@1234567890123> ivan <:smile:123456>", "ivan"),
        ("<#123> <t:1700000000:R> </who:123>", ""),
        ("👍🏽 ivan 🇳🇴", "ivan"),
        ("中国wang", "中国 wang"),
        ("١٢", "١٢"),
        ("שָׁלוֹם", "שלום"),
    ],
)
def test_what_reads_the_same_folds_the_same(typed: str, folded: str) -> None:
    """Case, accents, widths, invisible marks, emoji, mentions and punctuation are set aside."""
    assert fold(typed) == folded


@pytest.mark.parametrize(
    "spellings",
    [
        ("sergei", "sergey", "sergej"),
        ("shoigu", "shoygu", "schoigu"),
        ("lavrov", "lawrow", "lavrow", "лавров", "лаврова", "лаврову", "лавровым"),
        ("zhukov", "жуков"),
        ("khrushchev", "хрущев"),
        ("путин", "путину", "путина", "путиным", "putin"),
        ("россия", "россии", "россию"),
    ],
)
def test_spellings_of_a_name_have_one_skeleton(spellings: tuple[str, ...]) -> None:
    """Romanisations of one name, and its Russian cases, sound the same."""
    assert len({skeleton(fold(spelling)) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("ivanov", "ivanova"), ("berg", "bork"), ("anna", "ana lee"), ("ли", "ван")]
)
def test_other_names_have_other_skeletons(one: str, other: str) -> None:
    """Names that are no spellings of one another stay apart."""
    assert skeleton(fold(one)) != skeleton(fold(other))


def test_chinese_characters_are_words_of_a_skeleton() -> None:
    """Each character is a word as it stands, and a syllable where it is put in Latin letters."""
    assert skeleton("王毅") == "王 毅"
    assert romanised("王毅") == skeleton("wang yi")


def test_chinese_is_told_from_other_scripts() -> None:
    """A word is Chinese if all of it is; a text has Chinese if any of it is."""
    assert is_cjk("王毅")
    assert not is_cjk("wang")
    assert has_cjk("wang 毅")
    assert not has_cjk("ван и")
    assert words("王毅 Wang-Yi") == ("王毅", "wang", "yi")


@given(TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded text is its own folded form."""
    assert fold(fold(text)) == fold(text)


@given(st.lists(TEXT, max_size=6))
def test_many_texts_fold_as_each_would(texts: list[str]) -> None:
    """Folding many texts at once gives each the form that it would have alone."""
    assert fold_all(texts) == [fold(text) for text in texts]
