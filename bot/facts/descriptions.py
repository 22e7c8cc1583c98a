"""What each field of a record is for, in a curator's words: shown by editors while one types."""

from __future__ import annotations

from typing import Final

_WHEN: Final = (
    "2025, 2025-05, 2025-05-07, A/B, A/.. or ../B, with ~ (about) or ? (uncertain). Leave it out "
    "where the source gives no date; mark what is inferred, and say in the note from what."
)
_CITE: Final = "Where it says so: [source#paragraph, …], as in [mfa-2025#14]."
_NOTE: Final = "What a reader should know, such as from what something is inferred."
_NAME: Final = "The name under which it is shown."
_NAMES: Final = "Other spellings, scripts and short forms, as people type them."
_TOPICS: Final = "Ids of the topics under which this should be found, the main one first."
_EVENT: Final = "The id of the event at which it was said."
_PARTIES: Final = "Ids of people and organisations."

#: Type name -> field -> description; complete, which a test sees to.
DESCRIPTIONS: Final[dict[str, dict[str, str]]] = {
    "Source": {
        "title": "The title that the document gives itself.",
        "kind": "official: a government's own words; report: a reporter's account; "
        "opinion: an author's view.",
        "language": "The language of the document: en, ru, zh, …",
        "publisher": "Who published it, if the document says so.",
        "author": "A person's id, or a name.",
        "published": f"When it was published. {_WHEN}",
        "url": "Where it can be read.",
        "archive": "Where a lasting copy can be read.",
        "note": "Shown with the source: what the document does not give, a disclaimer it carries.",
        "text": "The curator's saved copy, kept outside this folder.",
    },
    "SavedText": {
        "file": "The name of the saved file.",
        "sha256": "Its checksum, in 64 hexadecimal digits, as sha256sum prints it.",
        "paragraphs": "Those of its non-empty lines, counted from 1, that are this source, as in "
        "13-20; all of them if left out.",
        "skip": "Paragraphs with nothing to cite: headings, boilerplate, pure repetition.",
    },
    "Post": {
        "post": "The office, as in Foreign Minister.",
        "of": "The id of the organisation, state or place.",
        "when": f"The date as of which the source gives the post. {_WHEN}",
        "cite": _CITE,
        "note": _NOTE,
    },
    "Person": {
        "name": _NAME,
        "names": _NAMES,
        "posts": "The offices that the sources give.",
        "about": "What the sources say about the person, in our words. Needs a citation.",
        "cite": _CITE,
        "note": _NOTE,
    },
    "Organisation": {
        "name": _NAME,
        "names": f"{_NAMES} For a state also its adjective.",
        "about": "What the sources say about it, in our words.",
        "cite": _CITE,
        "note": _NOTE,
    },
    "Topic": {
        "name": _NAME,
        "names": f"{_NAMES} Synonyms as well.",
        "about": "What belongs here.",
    },
    "Difference": {
        "field": "The field of the event about which the sources differ.",
        "value": "What the other source says instead.",
        "cite": _CITE,
        "note": _NOTE,
    },
    "Event": {
        "title": "What happened, in a line that reads alone.",
        "names": "Other titles, in other words and languages, as people ask for it; never shown.",
        "when": _WHEN,
        "place": "Where, as the source says.",
        "who": f"Who took part. {_PARTIES}",
        "topics": _TOPICS,
        "summary": "What the sources say about it, in our words.",
        "cite": _CITE,
        "differs": "What another source says instead.",
        "note": _NOTE,
    },
    "Quote": {
        "words": "The words, letter for letter, without the outer quotation marks.",
        "by": f"Who said or wrote them. {_PARTIES}",
        "when": f"When they were said. {_WHEN}",
        "event": _EVENT,
        "topics": _TOPICS,
        "translated": "true where the source itself translated the words.",
        "cite": _CITE,
        "note": _NOTE,
    },
    "Figure": {
        "of": "What is counted, as in trade between China and Russia.",
        "value": "The number, as in 245.",
        "unit": "What the number counts, as in billion US dollars.",
        "when": f"The time that it holds for. {_WHEN}",
        "note": _NOTE,
    },
    "Statement": {
        "by": f"Who says so. {_PARTIES} For a source that does not name its author: its own id.",
        "says": "What they say, in our words; one position, which reads alone.",
        "when": f"When they said so. {_WHEN}",
        "event": "The id of the event at which it was said, or that it is about.",
        "topics": _TOPICS,
        "figures": "The numbers in it.",
        "against": "Ids of statements that this one contradicts.",
        "cite": _CITE,
        "note": _NOTE,
    },
}
