"""The bot's own command with a fault in it: questions and completions with a certain word fail.

Another word in a question holds up the event loop for longer than anybody waits.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any, Final

from bot import service
from bot.__main__ import main
from bot.answers import offers
from bot.cogs import lookup
from standin.pointed import VARIABLE, point

if TYPE_CHECKING:
    from bot.answers.asking import Asking
    from bot.answers.model import Answer
    from bot.answers.options import Option
    from bot.drawing.custom_ids import Question

#: The word that breaks the bot, which its log must not hold.
FATAL: Final = "abracadabra"
HOLDING: Final = "hocuspocus"

_answer = service.Service.answer
_offers = offers.offers


class FatalError(Exception):
    """The fault; its message quotes what was asked, as many do."""


def _failing_answer(self: service.Service, question: Question) -> Answer:
    if FATAL in question.packed():
        raise FatalError(question.packed())
    if HOLDING in question.packed():
        time.sleep(60)
    return _answer(self, question)


def _failing_offers(asking: Asking, option: Option, typed: str) -> Any:  # noqa: ANN401  # as what it stands for
    if FATAL in typed:
        raise FatalError(typed)
    return _offers(asking, option, typed)


if __name__ == "__main__":
    point(os.environ[VARIABLE])
    service.Service.answer = _failing_answer  # type: ignore[method-assign]  # that is the fault
    vars(lookup)["offers"] = _failing_offers
    main()
