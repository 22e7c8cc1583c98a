"""Topics and misses for ``/topic``, written from the documents before looking at any answer."""

from __future__ import annotations

from typing import Any, Final

import pytest
from shipped import Row, ask, faults

from bot.answers._opposed import HEADING as SIDE_BY_SIDE

PAGE: Final = "consultation-page"
SHOIGU: Final = "mfa-consultation-2025-12-02"
LAVROV: Final = "mfa-lavrov-2025-12-03"
JOURNAL: Final = "think-tank-journal-2025"
MOSCOW: Final = "xi-moscow-2025"
BEIJING: Final = "wang-lavrov-beijing"
CGTN: Final = "bordachev-cgtn-2023"

ON_UKRAINE: Final[dict[str, Any]] = {
    "status": "found",
    "title": "Ukraine",
    "has": ("Wang Yi", "Sergei Shoigu", "Sergei Lavrov", "fuel the fire"),
    "cites": (
        f"{SHOIGU}#19",
        f"{LAVROV}#26",
        f"{BEIJING}#7",
        f"{BEIJING}#10",
        f"{BEIJING}#11",
        f"{JOURNAL}#13",
        f"{JOURNAL}#14",
        f"{MOSCOW}#12",
        f"{CGTN}#14",
    ),
    "unsaid": (f"{MOSCOW}#6",),
}
ON_TAIWAN: Final[dict[str, Any]] = {
    "status": "found",
    "title": "Taiwan",
    "has": ("Sergei Shoigu", "Sergei Lavrov", "one-China"),
    "cites": (f"{SHOIGU}#17", f"{LAVROV}#25"),
    "unsaid": (f"{LAVROV}#26",),
}
ON_JAPAN: Final[dict[str, Any]] = {
    "status": "found",
    "title": "Japan",
    "has": ("Wang Yi", "militar"),
    "cites": (f"{SHOIGU}#18", f"{LAVROV}#23", f"{JOURNAL}#5"),
}
ON_TRADE: Final[dict[str, Any]] = {
    "status": "found",
    "title": "rade",
    "has": ("245",),
    "cites": (f"{MOSCOW}#6", f"{MOSCOW}#7", f"{CGTN}#17"),
}
FIRST: Final = [
    # -- by name, in three languages, with typing errors
    Row("/topic ukraine", **ON_UKRAINE),
    Row("/topic ukrain", **ON_UKRAINE),
    Row("/topic Украина", **ON_UKRAINE),
    Row("/topic 乌克兰", **ON_UKRAINE),
    Row("/topic ukraine war", **ON_UKRAINE),
    Row("/topic taiwan", **ON_TAIWAN),
    Row("/topic Тайвань", **ON_TAIWAN),
    Row("/topic 台湾", **ON_TAIWAN),
    Row("/topic one-china principle", **ON_TAIWAN),
    Row("/topic japan", **ON_JAPAN),
    Row("/topic Япония", **ON_JAPAN),
    Row("/topic 日本", **ON_JAPAN),
    Row("/topic trade", **ON_TRADE),
    Row("/topic торговля", **ON_TRADE),
    Row("/topic 贸易", **ON_TRADE),
    Row("/topic multipolarity", "found", cites=(f"{JOURNAL}#7", f"{SHOIGU}#17")),
    Row("/topic многополярность", "found", cites=(f"{JOURNAL}#7",)),
    Row(
        "/topic second world war",
        "found",
        has=("the world needs justice instead of hegemony",),
        cites=(f"{SHOIGU}#18", f"{LAVROV}#23", f"{JOURNAL}#5", f"{MOSCOW}#5", f"{MOSCOW}#16"),
    ),
    Row("/topic sanctions", "found", cites=(f"{JOURNAL}#26", f"{CGTN}#10")),
    Row("/topic global governance initiative", "found", cites=(f"{LAVROV}#25",)),
    Row("/topic global governance", "found", cites=(f"{MOSCOW}#13", f"{JOURNAL}#23|{JOURNAL}#7")),
    Row("/topic visa-free travel", "found", cites=(f"{LAVROV}#24",)),
    # -- by words of the statements
    Row("/topic yuan", "found", cites=(f"{MOSCOW}#7",), unsaid=(f"{SHOIGU}#17",)),
    Row("/topic rubles", "found", cites=(f"{MOSCOW}#7",)),
    Row("/topic supply chains", "found", cites=(f"{CGTN}#10",), unsaid=(f"{MOSCOW}#14",)),
    Row("/topic artificial intelligence", "found", cites=(f"{MOSCOW}#9", f"{JOURNAL}#32")),
    Row("/topic nuclear energy", "found", cites=(f"{MOSCOW}#9",)),
    Row("/topic nuclear weapons", "found", cites=(f"{CGTN}#14",), unsaid=(f"{SHOIGU}#17",)),
    Row("/topic dual-use", "found", has=("China",), cites=(f"{BEIJING}#10",)),
    Row("/topic dual-use goods", "found", cites=(f"{BEIJING}#10",)),
    Row("/topic climate change", "found", cites=(f"{JOURNAL}#30",)),
    Row("/topic belt and road", "found", cites=(f"{JOURNAL}#33",)),
    Row("/topic humanitarian", "found", cites=(f"{JOURNAL}#15",)),
    Row("/topic root causes", "found", cites=(f"{SHOIGU}#19",)),
    Row("/topic xinjiang", "found", cites=(f"{SHOIGU}#17",), unsaid=(f"{JOURNAL}#14",)),
    Row("/topic hong kong", "found", cites=(f"{SHOIGU}#17",)),
    Row("/topic Тибет", "found", cites=(f"{SHOIGU}#17",)),
    Row("/topic iranian nuclear programme", "found", cites=(f"{BEIJING}#8",)),
    Row("/topic iran", "found", cites=(f"{BEIJING}#8",)),
    Row("/topic gaza", "found", has=("Russia",), cites=(f"{BEIJING}#9",)),
    Row("/topic hegemony", "found", cites=(f"{CGTN}#8", f"{CGTN}#14", f"{MOSCOW}#5")),
    Row("/topic treaty", "found", cites=(f"{SHOIGU}#15", f"{LAVROV}#25")),
    # -- by a person, an organisation, a place
    Row(
        "/topic lavrov",
        "found",
        has=("Sergei Lavrov",),
        cites=(f"{LAVROV}#25", f"{LAVROV}#26"),
        unsaid=(f"{SHOIGU}#17",),
    ),
    Row("/topic Bordachev", "found", cites=(f"{CGTN}#7", f"{CGTN}#16"), unsaid=(f"{JOURNAL}#14",)),
    Row("/topic nato", "found", cites=(f"{JOURNAL}#14", f"{CGTN}#16")),
    Row("/topic apec", "found", cites=(f"{LAVROV}#25",)),
    Row("/topic 金砖国家", "found", cites=(f"{LAVROV}#25", f"{BEIJING}#12")),
    Row("/topic united states", "found", cites=(f"{JOURNAL}#26", f"{BEIJING}#9|{MOSCOW}#12")),
    Row("/topic north korea", "found", cites=(f"{BEIJING}#2",)),
    Row("/topic moscow", "found", cites=(f"{SHOIGU}#14", f"{CGTN}#9")),
    Row("/topic beijing", "found", cites=(f"{BEIJING}#2|{BEIJING}#1",)),
]
#: A second set, as a check on the first: each with a paragraph that its answer has to cite.
MORE: Final = [
    ("hegemonism", f"{MOSCOW}#5"),
    ("chinese companies", f"{BEIJING}#10"),
    ("whitewashing", f"{SHOIGU}#18"),
    ("food security", f"{JOURNAL}#30"),
    ("victory day", f"{MOSCOW}#16"),
    ("withdrawal of russian troops", f"{BEIJING}#7"),
    ("green technologies", f"{JOURNAL}#31"),
    ("euros", f"{MOSCOW}#7"),
    ("customs data", f"{MOSCOW}#6"),
    ("space", f"{JOURNAL}#32"),
    ("global south", f"{MOSCOW}#13"),
    ("visa decree", f"{LAVROV}#24"),
    ("санкции", f"{JOURNAL}#26"),
    ("朝鲜", f"{BEIJING}#2"),
    ("核武器", f"{CGTN}#14"),
    ("pipe dream", f"{MOSCOW}#11"),
    ("asia-pacific", f"{SHOIGU}#20"),
    ("european security", f"{CGTN}#14"),
    ("nato expansion", f"{JOURNAL}#14"),
    ("western analysts", f"{JOURNAL}#17"),
    ("imf", f"{MOSCOW}#13"),
    ("editor's note", f"{CGTN}#6"),
    ("cold war", f"{CGTN}#16"),
    ("de-dollarisation", f"{MOSCOW}#7"),
    ("юань", f"{MOSCOW}#7"),
    ("peace talks", f"{JOURNAL}#15"),
    ("ceasefire", f"{JOURNAL}#13"),
    ("military aid", f"{BEIJING}#10"),
    ("remilitarize", f"{LAVROV}#23"),
    ("shoigu", f"{SHOIGU}#17"),
    ("g20", f"{BEIJING}#12"),
    ("eurasian economic union", f"{JOURNAL}#33"),
    ("ЕАЭС", f"{JOURNAL}#33"),
    ("kremlin", f"{CGTN}#11"),
    ("de-escalation", f"{JOURNAL}#15"),
    ("aerospace", f"{MOSCOW}#9"),
    ("eternal friends", f"{MOSCOW}#14"),
    ("five principles", f"{JOURNAL}#17"),
    ("soviet union", f"{JOURNAL}#5"),
    ("globalization", f"{CGTN}#16"),
    ("restraint", f"{CGTN}#15"),
    ("zero-sum", f"{JOURNAL}#11"),
    ("Tibet", f"{SHOIGU}#17"),
    ("UN charter", f"{LAVROV}#25"),
]
TOPICS: Final = [
    *FIRST,
    *(Row(f"/topic {name}", "found", cites=(cite,)) for name, cite in MORE),
]
MISSES: Final = [
    Row(f"/topic {name}", "not_found")
    for name in (
        "football",
        "bitcoin",
        "brexit",
        "inflation",
        "vaccines",
        "Kashmir",
        "Zelensky",
        "олимпиада",
        "足球",
        "weather tomorrow",
        "疫情",
        "asdfghjkl",
        "Argentina",
        "Arctic",
        "Gazprom",
        "pandas",
        "semiconductors",
        "Kosovo",
        "India",
        "Pakistan",
        "Vietnam",
        "Poland",
        "Nord Stream",
        "Wagner",
        "Navalny",
        "Huawei",
        "tiktok",
        "5G",
        "газпром",
        "Крым",
        "elections",
        "opium war",
        "Vatican",
        "Lukashenko",
        "oil price cap",
        "hypersonic missiles",
        "South China Sea",
        "xinjiang cotton",
        "recipe for borscht",
        "who are you",
        "Kim Jong Un",
        "Netanyahu",
    )
] + [
    Row("/topic the", "not_found|ambiguous"),  # a choice is no answer either
    Row("/topic", "invalid", has=("name",)),
    Row("/topic nmae:ukraine", "invalid", has=("name",)),
]


@pytest.mark.parametrize("row", [*TOPICS, *MISSES], ids=lambda row: row.question)
def test_a_topic_gets_who_holds_what_on_it(row: Row) -> None:
    """Each topic gets who holds what on it, cited; what nobody speaks of is not found."""
    assert faults(row) == []


@pytest.mark.parametrize("row", MISSES[:-2], ids=lambda row: row.question)
def test_a_miss_names_topics_that_the_base_does_hold(row: Row) -> None:
    """Where nothing is held the nearest topics are offered, each of which can be asked."""
    offers = ask(row.question).suggestions
    assert offers
    assert {ask(offer.ask).status for offer in offers} == {"found"}


@pytest.mark.parametrize("row", TOPICS, ids=lambda row: row.question)
def test_official_report_and_opinion_never_share_a_heading(row: Row) -> None:
    """What is said officially, reported and held as an opinion stands under headings of its own."""
    kinds: dict[str, set[str]] = {}
    for item in ask(row.question).items:
        if item.kind in {"statement", "quote"} and item.heading != SIDE_BY_SIDE:
            best = min(
                (cite.kind for cite in item.citations),
                key=("official", "report", "opinion").index,
            )
            kinds.setdefault(item.heading, set()).add(best)
    assert {heading: found for heading, found in kinds.items() if len(found) > 1} == {}
