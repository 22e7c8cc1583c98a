"""Look-ups of the shipped base: what each must mean, written from the names of its records."""

from __future__ import annotations

import pytest
from searching import in_short
from shipped import edition

from bot.search.found import Field

WHO = ("person", "organisation")
LOOKUPS = (
    # names as they are, in three scripts
    ("Sergei Lavrov", "sergei-lavrov"),
    ("Сергей Лавров", "sergei-lavrov"),
    ("谢尔盖·拉夫罗夫", "sergei-lavrov"),
    ("Wang Yi", "wang-yi"),
    ("Ван И", "wang-yi"),
    ("王毅", "wang-yi"),
    ("習近平", "xi-jinping"),
    ("BRICS", "brics"),
    ("БРИКС", "brics"),
    ("金砖国家", "brics"),
    # a surname or a given name alone
    ("Putin", "vladimir-putin"),
    ("Vladimir", "vladimir-putin"),
    ("Jinping", "xi-jinping"),
    ("Цзиньпин", "xi-jinping"),
    ("Timofei", "timofei-bordachev"),
    ("Sergei", "sergei-lavrov|sergei-shoigu"),
    ("Сергей", "sergei-lavrov|sergei-shoigu"),
    # typed wrongly
    ("lavrof", "sergei-lavrov"),
    ("sergie lavrov", "sergei-lavrov"),
    ("shiogu", "sergei-shoigu"),
    ("vladmir puttin", "vladimir-putin"),
    ("xi jingping", "xi-jinping"),
    ("xijinping", "xi-jinping"),
    ("wangyi", "wang-yi"),
    ("bordachov", "timofei-bordachev"),
    ("tomofei bordachev", "timofei-bordachev"),
    ("лавроф", "sergei-lavrov"),
    # in another order, in part, with more
    ("Lavrov, Sergei", "sergei-lavrov"),
    ("Jinping Xi", "xi-jinping"),
    ("s. lavrov", "sergei-lavrov"),
    ("V.V. Putin", "vladimir-putin"),
    ("Лавров С. В.", "sergei-lavrov"),
    ("lavrovsergei", "sergei-lavrov"),
    ("Sergei Viktorovich Lavrov", "sergei-lavrov"),
    ("Путин Владимир Владимирович", "vladimir-putin"),
    # spelt or inflected otherwise
    ("Serguei Lawrow", "sergei-lavrov"),
    ("Schojgu", "sergei-shoigu"),
    ("Лаврова", "sergei-lavrov"),
    ("Путину", "vladimir-putin"),
    ("Си Цзиньпина", "xi-jinping"),
    ("Тимофея Бордачева", "timofei-bordachev"),
    # by role
    ("Russian foreign minister", "sergei-lavrov"),
    ("foreign minister of Russia", "sergei-lavrov"),
    ("foreign minister, Russian Federation", "sergei-lavrov"),
    ("министр иностранных дел России", "sergei-lavrov"),
    ("俄罗斯外长", "sergei-lavrov"),
    ("chinese foreign minister", "wang-yi"),
    ("china's top diplomat", "wang-yi"),
    ("the president of china", "xi-jinping"),
    ("президент России", "vladimir-putin"),
    ("secretary of the Russian security council", "sergei-shoigu"),
    ("foreign minister", "sergei-lavrov|wang-yi"),
    ("president", "vladimir-putin|xi-jinping"),
    ("министр Лавров", "sergei-lavrov"),
    ("President Putin", "vladimir-putin"),
    ("普京总统", "vladimir-putin"),
    ("President Xi Jinping", "xi-jinping"),
    # bodies, and their acronyms in three languages
    ("UN", "united-nations"),
    ("ООН", "united-nations"),
    ("联合国", "united-nations"),
    ("МВФ", "imf"),
    ("international monetary fund", "imf"),
    ("sco", "sco"),
    ("ШОС", "sco"),
    ("上合组织", "sco"),
    ("valdai club", "valdai-club"),
    ("un security counsil", "un-security-council"),
    ("МИД РФ", "russia-foreign-ministry"),
    ("Политбюро", "cpc-political-bureau"),
    ("eurasian ecnomic union", "eaeu"),
    # people, offices and chatter that the base does not hold
    ("Angela Merkel", ""),
    ("Joe Biden", ""),
    ("Donald Trump", ""),
    ("Emmanuel Macron", ""),
    ("Volodymyr Zelensky", ""),
    ("Владимир Зеленский", ""),
    ("Dmitry Medvedev", ""),
    ("Sergei Eisenstein", ""),
    ("Vladimir Lenin", ""),
    ("Ivan Putilov", ""),
    ("Wang Huning", ""),
    ("Wang Li", ""),
    ("A. Lavrov", ""),
    ("V.S. Shoigu", ""),
    ("EU", ""),
    ("ЕС", ""),
    ("Li Qiang", ""),
    ("Ли Цян", ""),
    ("马克龙", ""),
    ("拜登", ""),
    ("美国总统", ""),
    ("foreign minister of Japan", ""),
    ("president of Ukraine", ""),
    ("министр иностранных дел Украины", ""),
    ("President Lavrov", ""),
    ("foreign minister Sergei Eisenstein", ""),
    ("what is the weather in Moscow", ""),
    ("hello how are you", ""),
    ("tell me a joke about wang", ""),
    ("lavrov putin xi", ""),
    ("как дела", ""),
    ("你好吗", ""),
    ("asdfgh", ""),
)
TOPICS = (
    ("Taiwan", "taiwan"),
    ("тайваньский вопрос", "taiwan"),
    ("one china", "taiwan"),
    ("taiwna", "taiwan"),
    ("сайты знакомств", ""),
    ("dedollarisation", "national-currencies"),
    ("multipolar wrld", "multipolar-order"),
    ("NATO expansoin", "nato-expansion"),
    ("football results", ""),
    ("cooking recipes", ""),
)


@pytest.mark.parametrize(("words", "expected"), LOOKUPS)
def test_a_look_up_means_its_record(words: str, expected: str) -> None:
    """A name or a role means its bearer, several bearers are a choice, a stranger is nobody."""
    assert in_short(edition().index.find(words, WHO)) == expected


@pytest.mark.parametrize(("words", "expected"), TOPICS)
def test_a_topic_is_found_by_what_it_is_called(words: str, expected: str) -> None:
    """Topics are found by any of their names, with errors, and nothing else is."""
    assert in_short(edition().index.find(words, ("topic",))) == expected


def test_every_name_finds_its_record() -> None:
    """Every name that a curator wrote finds its record, or a choice that it is in."""
    base = edition().base
    for named in (*base.people.values(), *base.organisations.values(), *base.topics.values()):
        for name in (named.name, *named.names):
            found = edition().index.find(name, (named.noun,), limit=25)
            assert named.id in {match.id for match in found.rivals}, name


def test_every_text_finds_its_record() -> None:
    """Every quote, statement and event is found by what it says."""
    base = edition().base
    texts = [
        *((quote.id, quote.words) for quote in base.quotes.values()),
        *((statement.id, statement.says) for statement in base.statements.values()),
        *((event.id, event.title) for event in base.events.values()),
    ]
    for id_, text in texts:
        found = edition().index.find(text, field=Field.TEXTS, limit=25)
        assert id_ in {match.id for match in found.rivals}, text


def test_the_first_letters_of_a_name_offer_it() -> None:
    """Everybody's own name is among the offers from its third letter on."""
    for person in edition().base.people.values():
        offered = edition().index.complete(person.name[:3], ("person",))
        assert person.id in {match.id for match in offered}
