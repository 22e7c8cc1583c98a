"""A small base about ships for the tests of the Discord front end: something of every kind."""

from __future__ import annotations

from typing import Final

_QUOTES: Final = "".join(
    f"  quote-{n}: {{words: the ship number {n} sails at {n} bells, by: [anna-berg],"
    f" cite: [log#{n + 20}]}}\n"
    for n in range(40)
)
TRUE_WORDS: Final = "nothing on this ship was ever painted blue"
#: Words that would ping, link, hide or turn around, if they were read as more than words.
WILD_WORDS: Final = "see [here](https://evil.example) ||this|| @everyone <@11> **now** שלום"
#: Longer than the custom id of a button has room for.
LONG_NAME: Final = "Captain Anna Berg of the Harbour Office and Mistress of Forty Ships at Sea"
BASE: Final = f"""
sources:
  log: {{title: The log, kind: official, language: en, url: https://example.org/log,
    publisher: Harbour Office, published: 2025-12-01}}
  gazette: {{title: The gazette, kind: report, language: en}}
  essay: {{title: An essay on ships, kind: opinion, language: en, author: anna-holm}}
people:
  anna-berg:
    name: Anna Berg
    names: [Анна Берг, {LONG_NAME}]
    posts: [{{post: Captain, of: harbour, when: 2025-12-01, cite: [log#3]}}]
  anna-holm: {{name: Anna Holm}}
organisations:
  harbour: {{name: Harbour Office, cite: [log#4]}}
topics:
  ships: {{name: Ships}}
events:
  launch: {{when: 2025-12-02, title: The launch, who: [anna-berg], topics: [ships], cite: [log#1]}}
  race: {{title: The race, who: [anna-holm, harbour], topics: [ships], cite: [gazette#1]}}
statements:
  afloat: {{by: [anna-berg], says: It floats., topics: [ships], cite: [log#2]}}
  open: {{by: [harbour], says: The harbour is open., topics: [ships], cite: [log#6]}}
  sinks: {{by: [anna-holm], says: It sinks., topics: [ships], against: [afloat], cite: [essay#1]}}
quotes:
  true-words: {{words: {TRUE_WORDS}, by: [anna-berg], topics: [ships], cite: [log#9]}}
  come-in: {{words: come in and find out, by: [harbour], cite: [log#7]}}
  wild-words: {{words: "{WILD_WORDS}", by: [anna-holm], cite: [essay#2]}}
{_QUOTES}
"""
