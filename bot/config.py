"""The configuration: ``config.yaml`` and the environment become a ``Config``, or every fault.

A setting is one field of ``Config``: its name, type, default and one line that explains it. All
else follows from the field: what the file may hold, the variable ``READOUT_NAME`` that overrides
the file, the messages about wrong values, and ``config.example.yaml``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal, TypeAlias

import msgspec
from msgspec import Meta

from bot.connection.limiting import ALL_PER_MINUTE, USER_PER_MINUTE
from bot.facts.faults import Fault, FaultsFoundError
from bot.facts.folder import read_file
from bot.facts.reader import read
from bot.facts.shaping import Flaw, convert, flaws
from bot.facts.tree import index_of
from bot.operating.tokens import tokens_in, without_token

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.facts.tree import Node, Tree

FILE_NAME: Final = "config.yaml"
TOKEN: Final = "DISCORD_TOKEN"  # noqa: S105  # the name of the variable, not a token
TOKEN_FILE: Final = "DISCORD_TOKEN_FILE"  # noqa: S105  # the same
_PREFIX: Final = "READOUT_"
_LARGEST_TOKEN: Final = 4_096

Text: TypeAlias = Annotated[str, Meta(min_length=1)]
DiscordId: TypeAlias = Annotated[int, Meta(ge=1, le=2**63 - 1)]


def explained(text: str) -> Meta:
    """Attach the line that explains a setting."""
    return Meta(description=text)


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every setting, in the order of ``config.example.yaml``."""

    knowledge: Annotated[
        Text | None,
        explained("The folder of facts, from this file's folder on; the shipped one if left out."),
    ] = None
    admins: Annotated[
        tuple[DiscordId, ...],
        explained("Ids of users who may reload, beside the application's owner and team."),
    ] = ()
    admin_roles: Annotated[
        tuple[DiscordId, ...],
        explained("Ids of roles whose members may reload."),
    ] = ()
    sync: Annotated[
        Literal["global", "guild"],
        explained("Where the commands are registered: global, or guild for a test server."),
    ] = "global"
    sync_guild: Annotated[
        DiscordId | None,
        explained("The id of that test server; needed for 'sync: guild'."),
    ] = None
    buttons_minutes: Annotated[
        Annotated[float, Meta(gt=0, le=14.5)],  # Discord lets a reply be edited for 15 minutes
        explained("After how many minutes, 14.5 at most, a card's buttons are switched off."),
    ] = 14.0
    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        explained("From what level on is logged: debug, info, warning or error."),
    ] = "info"

    log_format: Annotated[
        Literal["auto", "human", "json"],
        explained("How it is logged: human, json, or auto: for people on a terminal, else JSON."),
    ] = "auto"
    watch: Annotated[
        bool,
        explained("Whether the folder is reloaded by itself when it has changed and settled."),
    ] = False
    user_per_minute: Annotated[
        Annotated[float, Meta(ge=0, le=100_000)],
        explained("How many questions one user may ask a minute, a third at once; 0: no limit."),
    ] = USER_PER_MINUTE
    all_per_minute: Annotated[
        Annotated[float, Meta(ge=0, le=10_000_000)],
        explained("How many questions all may ask a minute, a third at once; 0: no limit."),
    ] = ALL_PER_MINUTE
    http_port: Annotated[
        Annotated[int, Meta(ge=1, le=65_535)] | None,
        explained("The port of /healthz and /metrics; there is none if left out."),
    ] = None
    http_host: Annotated[
        Text,
        explained("The address that port is bound to; 0.0.0.0 shows it to the whole network."),
    ] = "127.0.0.1"

    def contradictions(self) -> Iterator[Flaw]:
        """Yield what is wrong with settings that are right each by itself."""
        if self.sync == "guild" and self.sync_guild is None:
            todo = "add the setting 'sync_guild' with the server's id"
            yield Flaw(("sync",), "'guild' without a server", todo)


class ConfigFaultsError(FaultsFoundError):
    """The configuration has faults: all of them are in ``faults``."""


def load(file: Path | None, environment: Mapping[str, str]) -> Config:
    """Read the configuration; raise ``ConfigFaultsError`` with every fault in it.

    Without a file the one in the current folder is read, if there is one. ``knowledge`` in the
    file counts from the file's folder; in the environment from the current one.
    """
    if file is None and Path(FILE_NAME).is_file():
        file = Path(FILE_NAME)
    given = _Given(file, environment)
    config = given.config()
    if "knowledge" in given.written and "knowledge" not in given.set and config.knowledge and file:
        folder = str(file.parent / Path(config.knowledge).expanduser())
        config = msgspec.structs.replace(config, knowledge=folder)
    return config


def token(environment: Mapping[str, str]) -> str | None:
    """Return the token from the environment or from the file that it names; None without either.

    Raise ``ConfigFaultsError`` if the file cannot be read, or both are given.
    """
    text, name = environment.get(TOKEN, "").strip(), environment.get(TOKEN_FILE, "").strip()
    if not name:
        return text or None
    if text:
        todo = f"unset one of {TOKEN} and {TOKEN_FILE}"
        raise ConfigFaultsError([Fault(TOKEN_FILE, 0, 0, "the token is given twice", todo)])
    # by mistake it may be the token itself, which has no separators: a path is shown, no more
    shown = name if os.sep in name else TOKEN_FILE
    raw = read_file(Path(name), shown)
    if isinstance(raw, bytes) and len(raw) > _LARGEST_TOKEN:
        raw = Fault(shown, 0, 0, "too long for a token", "write the token into it, nothing else")
    if isinstance(raw, Fault):
        raise ConfigFaultsError([raw])
    return raw.decode("utf-8", "replace").strip() or None


class _Given:
    """What stands in the file, and what the environment puts in its place."""

    def __init__(self, file: Path | None, environment: Mapping[str, str]) -> None:
        self._faults: list[Fault] = []
        self._tokens: list[str] = []
        self._tree = self._read(file) if file else None
        self.written: dict[str, Node] = self._tree.data if self._tree else {}
        self.set: dict[str, Node] = {}
        for field in msgspec.structs.fields(Config):
            value = environment.get(_PREFIX + field.name.upper())
            if value and value.strip():
                self._tokens += tokens_in(value)
                is_list = isinstance(field.default, tuple)
                parts: Node = [part.strip() for part in value.split(",") if part.strip()]
                self.set[field.name] = parts if is_list else value.strip()

    def config(self) -> Config:
        """Return the settings, or raise with all faults of file and environment together."""
        self._faults += [self._written_fault(flaw) for flaw in flaws(self.written, Config)]
        self._faults += [_set_fault(flaw) for flaw in flaws(self.set, Config)]
        if not self._faults:
            config: Config = convert({**self.written, **self.set}, Config)
            for flaw in config.contradictions():
                fault = _set_fault if flaw.path[0] in self.set else self._written_fault
                self._faults.append(fault(flaw))
        if self._faults:
            raise ConfigFaultsError([self._without_tokens(fault) for fault in self._faults])
        return config

    def _without_tokens(self, fault: Fault) -> Fault:
        """Return a fault that shows no token which was given by mistake."""
        for token in self._tokens:
            wrong, todo = (without_token(text, token) for text in (fault.wrong, fault.todo))
            if (wrong, todo) != (fault.wrong, fault.todo):
                todo = f"a token is given by {TOKEN} or {TOKEN_FILE} in the environment alone"
                fault = msgspec.structs.replace(fault, wrong=wrong, todo=todo)
        return fault

    def _read(self, file: Path) -> Tree | None:
        raw = read_file(file, str(file))
        if isinstance(raw, Fault):
            self._faults.append(raw)
            return None
        self._tokens += tokens_in(raw.decode("utf-8", "replace"))
        tree, faults = read(raw, str(file), begin="write lines such as 'log_level: info'")
        self._faults += faults
        if tree.data and not tree.is_whole:
            tree.data.popitem()  # where reading stopped: what its value was to be is not known
        return tree

    def _written_fault(self, flaw: Flaw) -> Fault:
        if self._tree is None:
            return _set_fault(flaw)
        at = index_of(self._tree.data, 0, flaw.path, key=flaw.key)
        if flaw.key and "token" in str(flaw.path[0]).lower():
            todo = f"delete it, and set {TOKEN} or {TOKEN_FILE} in the environment"
            return self._tree.fault(at, "a token never stands in this file", todo)
        return self._tree.fault(at, flaw.wrong, flaw.todo)


def _set_fault(flaw: Flaw) -> Fault:
    return Fault(_PREFIX + str(flaw.path[0]).upper(), 0, 0, flaw.wrong, flaw.todo)


def example() -> str:
    """Return ``config.example.yaml``: every setting with its default and its explanation."""
    return "\n".join([_EXAMPLE_HEAD, *map(_entry, msgspec.structs.fields(Config))])


_EXAMPLE_HEAD: Final = f"""\
# Every setting of Readout with its default. Copy this file to {FILE_NAME} and change what you need;
# what is left out keeps its default. A variable READOUT_NAME in the environment overrides the
# setting 'name'. The token never stands here: set {TOKEN}, or {TOKEN_FILE} to a
# file that holds it.
"""


def _entry(field: msgspec.structs.FieldInfo) -> str:
    line = f"{field.name}: {_in_yaml(field.default)}"
    about = next(meta.description for meta in field.type.__metadata__ if meta.description)
    return f"# {about}\n{line if field.default is not None else f'# {field.name}:'}\n"


def _in_yaml(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_in_yaml, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)
