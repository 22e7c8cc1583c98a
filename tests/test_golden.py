"""Questions to the shipped base, written from the documents before looking at any answer.

What an answer must cite was read in the documents; wordings are names, figures and short quotes.
"""

from __future__ import annotations

from typing import Any, Final

import pytest
from shipped import Row, faults

PAGE: Final = "consultation-page"
SHOIGU: Final = "mfa-consultation-2025-12-02"
LAVROV: Final = "mfa-lavrov-2025-12-03"
JOURNAL: Final = "think-tank-journal-2025"
MOSCOW: Final = "xi-moscow-2025"
BEIJING: Final = "wang-lavrov-beijing"
CGTN: Final = "bordachev-cgtn-2023"

IS_LAVROV: Final[dict[str, Any]] = {
    "status": "found",
    "title": "Sergei Lavrov",
    "has": ("Foreign Minister", "Taiwan"),
    "cites": (f"{LAVROV}#22", f"{LAVROV}#25", f"{LAVROV}#26", f"{BEIJING}#2"),
    "uncited": (f"{SHOIGU}#17",),  # what Shoigu said on the same day
}
IS_WANG: Final[dict[str, Any]] = {
    "status": "found",
    "title": "Wang Yi",
    "has": (
        "Foreign Minister",
        "Central Commission for Foreign Affairs",
        "Political Bureau",
        "can only be a pipe dream",
        "most stable, most mature",
    ),
    "cites": (f"{SHOIGU}#14", f"{SHOIGU}#16", f"{LAVROV}#23", f"{MOSCOW}#11", f"{BEIJING}#1"),
    "lacks": ("seasoned friendship",),
}
IS_SHOIGU: Final[dict[str, Any]] = {
    "status": "found",
    "title": "Sergei Shoigu",
    "has": ("Secretary", "Security Council"),
    "cites": (f"{SHOIGU}#14|{PAGE}#2", f"{SHOIGU}#17", f"{SHOIGU}#19"),
    "uncited": (f"{LAVROV}#25",),
}
IS_XI: Final[dict[str, Any]] = {
    "status": "found",
    "title": "Xi Jinping",
    "has": ("President", "hegemony, domination and bullying"),
    "cites": (f"{CGTN}#8", f"{CGTN}#9", f"{MOSCOW}#2", f"{LAVROV}#25"),
}
IS_PUTIN: Final[dict[str, Any]] = {
    "status": "found",
    "title": "Vladimir Putin",
    "has": ("President", "trusted eternal friends in the spirit of seasoned friendship"),
    "cites": (f"{MOSCOW}#14", f"{CGTN}#14", f"{LAVROV}#24", f"{CGTN}#10"),
    "lacks": ("pipe dream",),
}
IS_SCO: Final[dict[str, Any]] = {
    "status": "found",
    "title": "Shanghai Cooperation Organi",
    "cites": (f"{LAVROV}#25", f"{JOURNAL}#33", f"{BEIJING}#12"),
}
WEDGE: Final = "trying to drive a wedge between China and Russia can only be a pipe dream"
IS_WEDGE: Final[dict[str, Any]] = {
    "status": "found",
    "has": (WEDGE, "Wang Yi"),
    "cites": (f"{MOSCOW}#11",),
}

WHO: Final = [
    # -- names as typed: spelled otherwise, in other scripts, by post
    Row("/who lavrov", **IS_LAVROV),
    Row("/who name:Lavrov", **IS_LAVROV),
    Row("/who lavrof", **IS_LAVROV),
    Row("/who LAVROV ", **IS_LAVROV),
    Row("/who sergey lavrov", **IS_LAVROV),
    Row("/who Lavrov, Sergei", **IS_LAVROV),
    Row("/who Лавров", **IS_LAVROV),
    Row("/who сергей лавров", **IS_LAVROV),
    Row("/who 拉夫罗夫", **IS_LAVROV),
    Row("/who Russian foreign minister", **IS_LAVROV),
    Row("/who foreign minister of russia", **IS_LAVROV),
    Row("/who wang yi", **IS_WANG),
    Row("/who wangyi", **IS_WANG),
    Row("/who Ван И", **IS_WANG),
    Row("/who 王毅", **IS_WANG),
    Row("/who Chinese foreign minister", **IS_WANG),
    Row("/who shoigu", **IS_SHOIGU),
    Row("/who Shoygu", **IS_SHOIGU),
    Row("/who Шойгу", **IS_SHOIGU),
    Row("/who 绍伊古", **IS_SHOIGU),
    Row("/who secretary of the russian security council", **IS_SHOIGU),
    Row("/who secretary of the security council", **IS_SHOIGU),
    Row("/who member of the politburo", **IS_WANG),
    Row("/who xi jinping", **IS_XI),
    Row("/who xi", **IS_XI),
    Row("/who Си Цзиньпин", **IS_XI),
    Row("/who 习近平", **IS_XI),
    Row("/who president of china", **IS_XI),
    Row("/who Chinese President Xi Jinping", **IS_XI),
    Row("/who Xi Jinping's wife", "not_found"),
    Row("/who жена Владимира Путина", "not_found"),
    Row("/who putin", **IS_PUTIN),
    Row("/who Путин", **IS_PUTIN),
    Row("/who 普京", **IS_PUTIN),
    Row("/who vladimir puttin", **IS_PUTIN),
    Row(
        "/who bordachev",
        "found",
        "Timofei Bordachev",
        has=("Valdai", "programme director", "Higher School of Economics"),
        cites=(f"{CGTN}#6",),
    ),
    Row("/who Timofey Bordachyov", "found", "Timofei Bordachev", cites=(f"{CGTN}#6",)),
    Row("/who Бордачев", "found", "Timofei Bordachev", cites=(f"{CGTN}#6",)),
    Row("/who sco", **IS_SCO),
    Row("/who ШОС", **IS_SCO),
    Row("/who 上海合作组织", **IS_SCO),
    Row("/who shanghai cooperation organization", **IS_SCO),
    Row("/who БРИКС", "found", "BRICS", cites=(f"{LAVROV}#25", f"{BEIJING}#12")),
    Row("/who nato", "found", "NATO", cites=(f"{JOURNAL}#14", f"{CGTN}#15", f"{CGTN}#16")),
    Row("/who 北约", "found", "NATO", cites=(f"{JOURNAL}#14",)),
    Row("/who valdai", "found", "Valdai Discussion Club", cites=(f"{CGTN}#6",)),
    Row("/who moscow", "found|ambiguous", has=("Russia",)),
    # -- with an office or a form of address
    Row("/who mr lavrov", **IS_LAVROV),
    Row("/who president putin", **IS_PUTIN),
    Row("/who foreign minister wang yi", **IS_WANG),
    Row("/who министр лавров", **IS_LAVROV),
    Row("/who secretary shoigu", **IS_SHOIGU),
    Row("/who president lavrov", "not_found"),
    Row("/who foreign minister shoigu", "not_found"),
    # -- several, or none
    Row("/who sergei", "ambiguous", has=("Sergei Lavrov", "Sergei Shoigu"), lacks=("Wang",)),
    Row("/who Сергей", "ambiguous", has=("Sergei Lavrov", "Sergei Shoigu"), lacks=("Wang",)),
    Row("/who foreign minister", "ambiguous", has=("Sergei Lavrov", "Wang Yi")),
    Row("/who president", "ambiguous", has=("Xi Jinping", "Vladimir Putin")),
    Row("/who angela merkel", "not_found"),
    Row("/who zelensky", "not_found"),
    Row("/who Зеленский", "not_found"),
    Row("/who donald trump", "not_found"),
    Row("/who 特朗普", "not_found"),
    Row("/who sergei ivanov", "not_found|ambiguous"),
    Row("/who wang xiaoming", "not_found"),
    Row("/who wang wei", "not_found"),
    Row("/who li hong", "not_found"),
    Row("/who lafuluofu", **IS_LAVROV),
    Row("/who li qiang", "not_found"),
    Row("/who japanese prime minister", "not_found"),
    Row("/who think tank journal author", "not_found|found", lacks=("Bordachev",)),
    # -- not to be read
    Row("/who", "invalid", has=("name",)),
    Row("/whom lavrov", "invalid", has=("/who",)),
    Row("/who nmae:lavrov", "invalid", has=("name",)),
]

TIMELINE: Final = [
    Row(
        "/timeline since:2025",
        "found",
        has=("2025-12-02",),
        cites=(f"{SHOIGU}#14", f"{LAVROV}#22", f"{MOSCOW}#3", f"{LAVROV}#24"),
        no_dates=("2023-03",),
    ),
    Row(
        "/timeline until:2023",
        "found",
        has=("2023-03-20/2023-03-22",),
        cites=(f"{CGTN}#9", f"{CGTN}#11|{CGTN}#12|{CGTN}#13", f"{BEIJING}#7"),
        no_dates=("2025-12-02",),
    ),
    Row(
        "/timeline since:2025-12-02 until:2025-12-02",
        "found",
        cites=(f"{SHOIGU}#14", f"{LAVROV}#22", f"{PAGE}#2", f"{PAGE}#8", f"{JOURNAL}#1"),
        uncited=(f"{CGTN}#9",),
    ),
    Row(
        "/timeline since:may 2025 until:may 2025",
        "found",
        cites=(f"{MOSCOW}#3", f"{MOSCOW}#2"),
        no_dates=("2025-12-02", "2023-03"),
    ),
    Row("/timeline since:2022 until:2022", "found", cites=(f"{BEIJING}#7",), no_dates=("2023-03",)),
    Row("/timeline since:2001 until:2001", "found", has=("2001",), cites=(f"{SHOIGU}#15",)),
    Row("/timeline since:1996 until:1996", "found", has=("1996",), cites=(f"{SHOIGU}#15",)),
    Row("/timeline since:1940 until:1950", "found", has=("1945",)),
    Row(
        "/timeline since:2026",
        "found",
        has=("2026", "30th anniversary", "25th anniversary"),
        cites=(f"{SHOIGU}#15", f"{LAVROV}#24"),
        no_dates=("2025-12-02",),
    ),
    Row("/timeline since:2031", "found|not_found", no_dates=("2025-12-02", "2023-03-20")),
    Row(
        "/timeline about:shoigu",
        "found",
        cites=(f"{SHOIGU}#14", f"{JOURNAL}#1|{JOURNAL}#2"),
        lacks=("in Moscow (Moscow)",),
        uncited=(f"{LAVROV}#25", f"{BEIJING}#2"),
    ),
    Row(
        "/timeline about:lavrov",
        "found",
        has=("2025-12-02", "undated"),
        cites=(f"{LAVROV}#22", f"{PAGE}#8", f"{BEIJING}#2"),
    ),
    Row("/timeline lavrof", "found", cites=(f"{LAVROV}#22", f"{BEIJING}#2")),
    Row("/timeline about:north korea", "found", cites=(f"{BEIJING}#2",), uncited=(f"{LAVROV}#22",)),
    Row("/timeline about:КНДР", "found", cites=(f"{BEIJING}#2",)),
    Row(
        "/timeline about:xi jinping until:2023",
        "found",
        cites=(f"{CGTN}#9", f"{CGTN}#11|{CGTN}#12|{CGTN}#13", f"{CGTN}#8"),
        no_dates=("2025-12-02",),
    ),
    Row("/timeline about:putin since:2025-11", "found", has=("visa",), cites=(f"{LAVROV}#24",)),
    Row("/timeline about:Украина", "found", cites=(f"{SHOIGU}#19|{SHOIGU}#14", f"{BEIJING}#7")),
    Row("/timeline about:乌克兰", "found", cites=(f"{BEIJING}#7",)),
    Row("/timeline about:united nations", "found", cites=(f"{BEIJING}#11",)),
    Row("/timeline about:moscow since:2025-12", "found", cites=(f"{SHOIGU}#14", f"{LAVROV}#22")),
    Row("/timeline about:kremlin", "found", has=("2023-03-21",), uncited=(f"{SHOIGU}#14",)),
    Row("/timeline about:angela merkel", "not_found"),
    Row("/timeline about:lavrov until:1990", "not_found|found", no_dates=("2025-12-02",)),
    Row("/timeline since:foo", "invalid", has=("foo",)),
    Row("/timeline since:2025-13", "invalid"),
    Row("/timeline since:2025-02-30", "invalid"),
    Row("/timeline since:2025 until:2024", "invalid", has=("2025", "2024")),
    Row("/timeline since:08.05.2025", "ambiguous", has=("8 May 2025", "5 August 2025")),
    Row("/timeline form:2025", "invalid", has=("since",)),
    Row("/timline since:2025", "invalid", has=("/timeline",)),
    Row("/timeline since:2025 since:2024", "invalid", has=("since",)),
]

QUOTE: Final = [
    Row("/quote pipe dream", **IS_WEDGE),
    Row("/quote words:wedge", **IS_WEDGE),
    Row("/quote pip dreem", **IS_WEDGE),
    Row("/quote hegemny", "found", ids=("hegemony-putin", "justice-instead-of-hegemony")),
    Row("/quote seasonxd", "found", ids=("eternal-friends",)),
    Row("/quote “Pipe Dream.”", **IS_WEDGE),
    Row("/quote eternal friends", "found", has=("Vladimir Putin",), cites=(f"{MOSCOW}#14",)),
    Row("/quote most stable", "found", has=("Wang Yi",), cites=(f"{BEIJING}#1",)),
    Row("/quote rock", "found", has=("as solid as a rock", "Wang Yi"), cites=(f"{MOSCOW}#1",)),
    Row("/quote fuel the fire", "found", has=("China",), cites=(f"{BEIJING}#11",)),
    Row("/quote complete success", "found", cites=(f"{MOSCOW}#1", f"{MOSCOW}#3")),
    Row("/quote hegemony", "found", cites=(f"{MOSCOW}#5", f"{CGTN}#8", f"{CGTN}#14")),
    Row("/quote cold war", "found", has=("politico-military",), cites=(f"{CGTN}#16",)),
    Row("/quote comprehensive and in-depth", "found", cites=(f"{JOURNAL}#2",)),
    Row("/quote outcomes of World War II", "found", cites=(f"{JOURNAL}#5",)),
    Row("/quote historical changes", "found", has=("Wang Yi",), cites=(f"{MOSCOW}#19",)),
    Row(
        "/quote words:hegemony speaker:putin",
        "found",
        cites=(f"{CGTN}#14",),
        uncited=(f"{MOSCOW}#5", f"{CGTN}#8"),
    ),
    Row(
        "/quote speaker:putin",
        "found",
        has=("seasoned friendship",),
        cites=(f"{MOSCOW}#14", f"{CGTN}#14"),
        lacks=("pipe dream", "domination and bullying"),
    ),
    Row(
        "/quote speaker:習近平",
        "found",
        has=("damaging acts of hegemony, domination and bullying",),
        cites=(f"{CGTN}#8",),
        lacks=("seasoned friendship",),
    ),
    Row(
        "/quote speaker:wang yi",
        "found",
        has=(
            "as solid as a rock",
            "looked back on history, looked to the future",
            "the world needs justice instead of hegemony",
            "best period in history",
            "pipe dream",
            "In the face of global and historical changes",
            "most stable, most mature, and most strategically valuable",
        ),
        cites=(*(f"{MOSCOW}#{n}" for n in (1, 3, 5, 11, 19)), f"{BEIJING}#1"),
        uncited=(f"{MOSCOW}#14", f"{CGTN}#8"),
    ),
    Row("/quote speaker:lavrov", "not_found", lacks=("pipe dream",)),
    Row("/quote speaker:shoigu", "not_found"),
    Row("/quote speaker:emmanuel macron", "not_found"),
    Row("/quote words:pipe dream speaker:putin", "not_found"),
    Row("/quote words:we choose to go to the moon", "not_found"),
    Row("/quote topic:ukraine", "found", cites=(f"{BEIJING}#11",), uncited=(f"{MOSCOW}#14",)),
    Row("/quote topic:taiwan", "not_found"),
    Row("/quote topic:second world war", "found", cites=(f"{MOSCOW}#5", f"{JOURNAL}#5")),
    Row("/quote", "found", cites=(f"{MOSCOW}#11", f"{BEIJING}#1", f"{CGTN}#8")),
    Row("/quote speeker:putin", "invalid|not_found"),
]

SOURCE: Final = [
    Row(
        "/source",
        "found",
        has=("Think Tank Journal", "CGTN", "Ministry of Foreign Affairs of China", "opinion"),
        ids=(PAGE, SHOIGU, LAVROV, JOURNAL, MOSCOW, BEIJING, CGTN),
    ),
    Row(
        "/source cgtn",
        "found",
        has=("opinion", "2023-03-28", "Bordachev", "not necessarily those of CGTN"),
        cites=(f"{CGTN}#8",),
        uncited=(f"{JOURNAL}#5",),
    ),
    Row("/source bordachev", "found", has=("CGTN",), cites=(f"{CGTN}#16",)),
    Row("/source think tank journal", "found", has=("disclaimer",), cites=(f"{JOURNAL}#14",)),
    Row("/source think tnak journal", "found", has=("disclaimer",), cites=(f"{JOURNAL}#14",)),
    Row(f"/source {LAVROV}", "found", cites=(f"{LAVROV}#24",), unsaid=(f"{SHOIGU}#17",)),
    Row(
        "/source ministry of foreign affairs of china",
        "ambiguous|found",
        has=("Strategic Security Consultation", "Outcomes of the Victory"),
    ),
    Row(
        f"/source {BEIJING}",
        "found",
        has=("nor the date of the meeting",),
        cites=(f"{BEIJING}#10",),
    ),
    Row("/source new york times", "not_found"),
    Row("/source reuters", "not_found"),
    Row("/source nmae:cgtn", "invalid", has=("name",)),
]

ABOUT: Final = [
    Row("/about", "found", has=("nothing", "/who", "opinion", "official")),
    Row("/ABOUT", "found", has=("/who",)),
    Row("/about me", "invalid", has=("/about",)),
    Row("/abuot", "invalid", has=("/about",)),
    Row("/delete everything", "invalid", has=("/who",)),
    Row("/", "invalid", has=("/who",)),
]


@pytest.mark.parametrize(
    "row",
    [*WHO, *TIMELINE, *QUOTE, *SOURCE, *ABOUT],
    ids=lambda row: row.question,
)
def test_a_question_gets_what_the_documents_hold(row: Row) -> None:
    """Each question gets what the documents say on it, cited, and nothing of anybody else's."""
    assert faults(row) == []
