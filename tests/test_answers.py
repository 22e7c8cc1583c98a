"""What answers say of standing, who holds what, and what a name means, on a made-up base."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from folders import write
from norland import ask, asks, line, under

from bot.answers._opposed import HEADING as SIDE_BY_SIDE
from bot.answers.asking import Asking
from bot.answers.model import Status
from bot.answers.typed import answer_typed
from bot.edition import Edition

if TYPE_CHECKING:
    from pathlib import Path


class TestStanding:
    """What kinds of source stand behind a line."""

    def test_two_sources_of_one_publisher_are_one_voice(self) -> None:
        """Sources are counted by distinct publisher."""
        assert line(ask("/topic grain"), "free").standing == "1 source: official readout"

    def test_a_source_without_a_publisher_counts_for_itself(self) -> None:
        """An unknown publisher is nobody else's."""
        assert line(ask("/topic tolls"), "dear").standing == "2 sources: report, opinion piece"

    def test_what_opinion_pieces_alone_say_is_marked(self) -> None:
        """'only' stands where nothing but opinion stands behind a line."""
        assert line(ask("/topic tolls"), "worse").standing == "1 source: opinion piece only"

    def test_official_comes_first(self) -> None:
        """The kinds, and the citations, are named from the most official on."""
        item = line(ask("/topic tolls"), "mixed")
        assert item.standing == "2 sources: official readout, opinion piece"
        assert [cite.source for cite in item.citations] == ["readout-1", "column"]


class TestWho:
    """``/who``."""

    def test_each_kind_of_source_has_its_own_heading(self) -> None:
        """What somebody said officially never stands under one heading with what is reported."""
        answer = ask("/who sokol")
        assert under(answer, "Posts") == ["ivan-sokol"]
        assert line(answer, "ivan-sokol").text == "Minister of Ports, Norland"
        assert under(answer, "Quotes in official readouts") == ["punctual"]
        assert under(answer, "Quotes in reports") == ["open"]
        assert under(answer, "Statements in official readouts") == ["mixed", "free"]
        assert under(answer, "Events") == ["talks", "talks"]

    def test_a_place_has_its_events_by_any_of_its_names(self) -> None:
        """An event is found at its town, though it names a hall in it or uses another script."""
        assert under(ask("/who harbour town"), "Events") == ["talks", "talks", "storm"]

    def test_a_body_shows_who_holds_posts_in_it(self) -> None:
        """People are listed under the state or body of their posts."""
        assert line(ask("/who norland"), "ivan-sokol").lead == "Ivan Sokol"

    def test_somebody_only_named(self) -> None:
        """Where the base holds a name alone, the answer says so."""
        answer = ask("/who una heard")
        assert answer.status is Status.FOUND
        assert "holds nothing more" in answer.notes[-1]

    def test_one_name_of_two_people_is_a_choice(self) -> None:
        """Nobody is guessed."""
        answer = ask("/who ivan")
        assert answer.status is Status.AMBIGUOUS
        assert asks(answer) == ["/who name:ivan-orlov", "/who name:ivan-sokol"]

    @pytest.mark.parametrize(
        "name", ["Mr Sokol", "Minister Ivan Sokol", "Sokol, the Norlandic minister of ports"]
    )
    def test_a_name_with_its_office_is_the_name(self, name: str) -> None:
        """An office and a form of address beside a name do not hide who is meant."""
        assert ask(f"/who {name}").title == "Ivan Sokol"

    @pytest.mark.parametrize("name", ["Minister Orlov", "President Sokol", "Mr Anybody"])
    def test_a_name_with_another_office_is_somebody_else(self, name: str) -> None:
        """Nobody is given for a post that they do not hold, nor for a form of address."""
        assert ask(f"/who {name}").status is Status.NOT_FOUND

    def test_a_topic_asked_for_as_a_person_is_offered_as_a_topic(self) -> None:
        """What bears the name but is of another kind is offered first."""
        answer = ask("/who fishing")
        assert answer.status is Status.NOT_FOUND
        assert asks(answer)[0] == "/topic name:fishing"

    def test_a_miss_without_anything_near_offers_what_is_held_most(self) -> None:
        """Even where no name is near, something that is held is offered."""
        assert asks(ask("/who 98765"))[0] == "/who name:ivan-orlov"


class TestTopic:
    """``/topic``."""

    def test_kinds_are_apart_and_speakers_together(self) -> None:
        """Under each kind those who say most come first, each with their lines in order of time.

        What is first of all on another topic stands behind what is on this one.
        """
        answer = ask("/topic grain")
        assert answer.title == "On Grain"
        assert under(answer, "Official readouts") == ["free", "punctual"]
        assert under(answer, "Reports") == ["held-up", "again", "beside", "open"]
        assert answer.notes == ("Statements and quotes: 2 in official readouts, 4 in reports.",)

    def test_a_statement_with_an_official_source_is_official(self) -> None:
        """The most official source decides under which heading a line stands."""
        assert under(ask("/topic tolls"), "Official readouts") == ["mixed"]

    def test_contradictions_stand_side_by_side_once(self) -> None:
        """The statement with most against it comes first, what contradicts it right behind."""
        answer = ask("/topic grain")
        assert under(answer, SIDE_BY_SIDE) == ["free", "held-up", "worse"]
        opposed = [item for item in answer.items if item.heading == SIDE_BY_SIDE]
        assert [item.detail[-1] for item in opposed] == [
            "Contradicts: Ivan Orlov; Ada Lark",
            "Contradicts: Ivan Sokol",
            "Contradicts: Ivan Sokol",
        ]

    def test_a_contradiction_shows_from_either_side(self) -> None:
        """Whichever of two statements says that it contradicts, both topics show it."""
        assert set(under(ask("/topic tolls"), SIDE_BY_SIDE)) == {"free", "worse"}

    def test_what_differs_stands_behind_its_event(self) -> None:
        """What another source says of an event is the next line."""
        items = [item for item in ask("/topic grain").items if item.heading == "Events"]
        assert [item.kind for item in items] == ["event", "difference"]
        assert items[1].text == "Differs on length: The gazette has three hours."

    def test_figures_are_shown(self) -> None:
        """A figure stands under its statement, with unit and date."""
        detail = line(ask("/topic grain"), "held-up").detail
        assert detail == ("Figure: grain held up: about 40 ships, June 2025",)

    def test_words_of_statements_are_found_where_no_topic_bears_them(self) -> None:
        """Where no record is called so, wordings that hold the words answer."""
        answer = ask("/topic passes freely")
        assert answer.status is Status.FOUND
        assert answer.items[0].id == "free"

    def test_what_is_only_named_in_wordings_is_answered_by_them(self) -> None:
        """A body on which nothing is held is found where a statement names it."""
        assert under(ask("/topic grain board"), "Reports") == ["dear"]

    def test_records_of_one_name_are_one_subject(self) -> None:
        """A state and the topic named after it are asked for together, by any name of either."""
        answer = ask("/topic норландия")
        assert answer.title == "On Norland"
        assert set(under(answer, "Official readouts")) == {"mixed", "early"}

    def test_nothing_held_offers_topics(self) -> None:
        """A topic without records is a miss that names others."""
        answer = ask("/topic fishing")
        assert answer.status is Status.NOT_FOUND
        assert asks(answer)

    def test_an_unnamed_author_is_no_publication(self) -> None:
        """An unnamed author speaks, not the paper that printed the piece."""
        assert line(ask("/topic tolls"), "dear").lead == "Unnamed author, The Lantern"


class TestQuote:
    """``/quote``."""

    def test_an_id_is_that_quote(self) -> None:
        """What autocomplete gives is found, whatever its words."""
        assert [item.id for item in ask("/quote words:punctual").items] == ["punctual"]

    def test_what_is_known_of_a_quote_is_said(self) -> None:
        """Speaker, date, occasion and translation stand with the words."""
        item = line(ask("/quote harbour stays"), "open")
        assert (item.lead, item.date, item.text) == (
            "Ivan Sokol", "2025-05-07", "the harbour stays open",
        )  # fmt: skip
        assert item.detail == (
            "Occasion: Ministers meet",
            "The words are a translation, by the source",
        )

    def test_anothers_words_are_offered_with_their_speaker(self) -> None:
        """Words that the speaker asked for did not say are never given as theirs."""
        answer = ask("/quote words:harbour stays open speaker:orlov")
        assert answer.status is Status.NOT_FOUND
        assert answer.items == ()

    def test_a_speaker_without_quotes_leads_to_what_they_hold(self) -> None:
        """Where nobody is quoted, their statements are offered."""
        assert asks(ask("/quote speaker:orlov"))[0] == "/topic name:ivan-orlov"


class TestSource:
    """``/source``."""

    def test_an_author_stands_for_the_source(self) -> None:
        """A source is found by who wrote it."""
        assert ask("/source lark").title == "A view of the talks"

    def test_a_publisher_of_several_is_a_choice(self) -> None:
        """Several sources of one publisher are offered."""
        answer = ask("/source the lantern")
        assert answer.status is Status.AMBIGUOUS
        assert asks(answer) == ["/source name:column", "/source name:letter"]

    def test_lines_of_the_same_time_follow_the_source(self) -> None:
        """What is undated stands behind what is dated, in the order in which it was written."""
        drawn = under(ask("/source readout-1"), "Statements drawn from it")
        assert drawn == ["mixed", "early", "free"]
        assert under(ask("/source gazette"), "Statements drawn from it")[:3] == [
            "beside",
            "held-up",
            "again",
        ]

    def test_official_sources_come_first(self) -> None:
        """All sources stand under the heading of their kind."""
        answer = ask("/source")
        assert under(answer, "Official") == ["readout-1", "readout-2"]
        assert under(answer, "Opinion") == ["column", "letter"]

    def test_a_source_without_date_and_author_says_so(self) -> None:
        """What a source does not say of itself is said."""
        item = line(ask("/source gazette"), "gazette")
        assert item.date is None
        assert item.detail[0] == "Author not named; publisher not named; language: en"


class TestAbout:
    """``/about``."""

    def test_a_base_without_sources_names_no_kinds(self, tmp_path: Path) -> None:
        """Where there is no source there is no line on their kinds, and one topic is one."""
        edition = Edition.load(write(tmp_path, f="topics: {peace: {name: Peace}}\n"))
        answer = answer_typed(Asking(edition, dt.date(2026, 1, 1)), "/about")
        assert "0 organisations, 1 topic, 0 events" in answer.notes[0]
        assert not any("by kind" in note for note in answer.notes)

    def test_it_counts_and_says_what_is_kept(self) -> None:
        """Counts, kinds of source, edition, privacy and how to ask are there."""
        answer = ask("/about")
        assert "5 sources, 4 people, 4 organisations, 4 topics, 2 events" in answer.notes[0]
        assert "Sources by kind: 2 official, 1 report, 2 opinion." in answer.notes
        assert any(answer.edition in note for note in answer.notes)
        assert any(note.startswith("Kept about users: nothing") for note in answer.notes)

    def test_its_examples_are_answered(self) -> None:
        """Each example is a question that this very base can answer."""
        leads = ask("/about").leads
        assert len(leads) >= 4
        assert {ask(lead.ask).status for lead in leads} == {Status.FOUND}


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("/whom sokol", "did you mean 'who'?"),
        ("/zzz", "The commands are below"),
        ("/who", "/who name:…"),
        ("/who nmae:sokol", "did you mean 'name'?"),
        ("/about me", "Write /about."),
        ("/who name:sokol name:orlov", "given twice"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(question: str, part: str) -> None:
    """An unknown command or option, or one that is missing, is answered with what to do."""
    answer = ask(question)
    assert answer.status is Status.INVALID
    assert part in " ".join(answer.notes)
