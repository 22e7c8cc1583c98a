"""The configuration: what is read, what is refused where, and that the example tells it all."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import config
from bot.config import Config, ConfigFaultsError

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "config.example.yaml"
QUOTE = "write one value; quote it if it contains ', ' or ': '"


def load(folder: Path, text: str, **environment: str) -> Config:
    """Read a file of that text, with these variables."""
    file = folder / "config.yaml"
    file.write_text(text, encoding="utf-8")
    return config.load(file, environment)


def faults(folder: Path, text: str, **environment: str) -> list[str]:
    """Do the same and return the faults, without the folder's name."""
    with pytest.raises(ConfigFaultsError) as raised:
        load(folder, text, **environment)
    return [str(fault).replace(f"{folder}/", "") for fault in raised.value.faults]


def test_the_example_holds_every_setting_with_its_default_and_explanation() -> None:
    """``config.example.yaml`` is what the code says: write it anew with ``config.example()``."""
    assert EXAMPLE.read_text(encoding="utf-8") == config.example()


def test_the_example_means_the_defaults() -> None:
    """A copy of the example changes nothing."""
    assert config.load(EXAMPLE, {}) == Config()


@pytest.mark.parametrize("field", msgspec.structs.fields(Config), ids=lambda field: field.name)
def test_each_setting_is_explained_in_one_line(field: msgspec.structs.FieldInfo) -> None:
    """The explanation of a setting is one sentence that fits a line of the example."""
    (about,) = (meta.description for meta in field.type.__metadata__ if meta.description)
    assert about[0].isupper()
    assert about.endswith(".")
    assert len(f"# {about}") <= 100


def test_no_file_means_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing needs to be configured."""
    monkeypatch.chdir(tmp_path)
    assert config.load(None, {}) == Config()


def test_the_file_of_the_current_folder_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``config.yaml`` where the command is started from counts without being named."""
    (tmp_path / "config.yaml").write_text("log_level: debug\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert config.load(None, {}).log_level == "debug"


def test_all_faults_are_reported_at_once_with_their_places(tmp_path: Path) -> None:
    """Every unknown key and wrong value of file and environment comes in one go."""
    text = """\
sync: gild
log_level: loud
admins: [1, x]
knowlege: facts
admin_roles: 3
log_level: info
knowledge: [a]
"""
    found = faults(tmp_path, text, READOUT_SYNC="everywhere", READOUT_ADMINS="1, b")
    assert sorted(found) == [
        "READOUT_ADMINS: 'b' is not a whole number; write digits alone",
        "READOUT_SYNC: 'everywhere' is unknown here; write one of: global, guild",
        "config.yaml:1:7: 'gild' is unknown here; write one of: global, guild",
        "config.yaml:2:12: 'loud' is unknown here; write one of: debug, info, warning, error",
        "config.yaml:3:13: 'x' is not a whole number; write digits alone",
        "config.yaml:4:1: unknown field 'knowlege'; did you mean 'knowledge'?",
        "config.yaml:5:14: expected a list; write the entries in brackets: [first, second]",
        "config.yaml:6:1: 'log_level' stands a second time; first in line 2; merge them",
        f"config.yaml:7:12: expected a single text; {QUOTE}",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("admins: [0]", "1:10: '0' is too small; write a whole number of at least 1"),
        (
            "admins: [99999999999999999999]",
            "1:10: '99999999999999999999' is too large; write a whole number of at most 9.2",
        ),
        ("buttons_minutes: soon", "1:18: 'soon' is not a number; write one such as 15 or 0.5"),
        ("buttons_minutes: nan", "1:18: 'nan' is too small; write a number greater than 0"),
        ("buttons_minutes: 0", "1:18: '0' is too small"),
        ("buttons_minutes: 15", "1:18: '15' is too large"),
        ("sync:", "1:6: has no value; write one, or delete the field"),
        ("- sync", "1:1: the file is no mapping; write lines such as"),
        ("sync: [", "2:1: not readable as YAML"),
        ("sync: &a global", "1:7: the anchor '&a'"),
        ("log_level: info #debug", "1:12: ' #' behind an unquoted value"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(
    tmp_path: Path, text: str, fault: str
) -> None:
    """A wrong value is named with its line and column, in words, and with what to write."""
    (found,) = faults(tmp_path, text)
    assert found.startswith(f"config.yaml:{fault}")


def test_a_test_server_needs_its_id(tmp_path: Path) -> None:
    """Settings that contradict each other are a fault where the first of them stands."""
    assert load(tmp_path, "sync: guild\nsync_guild: 5\n").sync_guild == 5
    todo = "'guild' without a server; add the setting 'sync_guild' with the server's id"
    assert faults(tmp_path, "\nsync: guild\n") == [f"config.yaml:2:7: {todo}"]
    assert faults(tmp_path, "", READOUT_SYNC="guild") == [f"READOUT_SYNC: {todo}"]


def test_the_environment_overrides_the_file(tmp_path: Path) -> None:
    """``READOUT_NAME`` counts before the setting; lists have commas; an empty one is not set."""
    read = load(
        tmp_path,
        "admins: [1]\nlog_level: debug\nsync: guild\n",
        READOUT_ADMINS="2, 3",
        READOUT_LOG_LEVEL="",
        READOUT_SYNC_GUILD="7",
    )
    assert (read.admins, read.log_level, read.sync_guild) == ((2, 3), "debug", 7)


def test_a_folder_counts_from_where_it_is_named(tmp_path: Path) -> None:
    """``knowledge`` in the file counts from the file's folder, in the environment from here."""
    assert load(tmp_path, "knowledge: facts\n").knowledge == str(tmp_path / "facts")
    assert load(tmp_path, f"knowledge: {tmp_path}\n").knowledge == str(tmp_path)
    assert load(tmp_path, "knowledge: x\n", READOUT_KNOWLEDGE="facts").knowledge == "facts"


@pytest.mark.parametrize("name", ["token", "discord_token", "TOKEN"])
def test_a_token_in_the_file_is_refused_and_not_repeated(tmp_path: Path, name: str) -> None:
    """The token never stands in YAML: the fault says where it belongs and does not show it."""
    (found,) = faults(tmp_path, f"{name}: s3cret\n")
    assert found.startswith("config.yaml:1:1: a token never stands in this file; delete it")
    assert "DISCORD_TOKEN_FILE" in found
    assert "s3cret" not in found


TOKEN = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.G-Abcd.0123456789abcdefghijklmnopqrstuv"  # noqa: S105  # opens nothing


@pytest.mark.parametrize(
    ("text", "environment"),
    [
        ("", {"READOUT_HTTP_PORT": TOKEN}),
        ("", {"READOUT_ADMINS": f"1, {TOKEN}"}),
        ("", {"READOUT_LOG_LEVEL": f"'{TOKEN}'"}),
        ("", {"READOUT_WATCH": f"Bot {TOKEN}"}),
        (f"http_port: {TOKEN}\n", {}),
        (f"admins: [{TOKEN}]\n", {}),
        (f"{TOKEN}: yes\n", {}),
        (f"{TOKEN}\n", {}),
        (f"sync: {{a: {TOKEN}}}\n", {}),
    ],
)
def test_a_token_in_another_place_is_not_repeated(
    tmp_path: Path, text: str, environment: dict[str, str]
) -> None:
    """A token that is pasted where another value belongs stands in no fault, nor its beginning."""
    found = "\n".join(faults(tmp_path, text, **environment))
    assert TOKEN[:12] not in found


def test_a_token_in_another_place_is_told_of(tmp_path: Path) -> None:
    """Whoever has pasted a token into the wrong variable reads which, and where it belongs."""
    (found,) = faults(tmp_path, "", READOUT_HTTP_PORT=TOKEN)
    assert "READOUT_HTTP_PORT" in found
    assert "DISCORD_TOKEN" in found


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    """A file named with ``--config`` must be there."""
    with pytest.raises(ConfigFaultsError, match="cannot be read: No such file"):
        config.load(tmp_path / "nowhere.yaml", {})


@given(raw=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    """Whatever the file holds, it means a configuration or is refused with places."""
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_bytes(raw)
    places = {str(file)}
    try:
        read: object = config.load(file, {})
    except ConfigFaultsError as error:
        read, places = Config(), {fault.file for fault in error.faults}
    assert isinstance(read, Config)
    assert places == {str(file)}


def test_the_token_comes_from_the_environment_or_a_file(tmp_path: Path) -> None:
    """Either variable is read without white space around the token; empty ones count as unset."""
    file = tmp_path / "token"
    file.write_text("abc.def\n", encoding="utf-8")
    assert config.token({}) is None
    assert config.token({"DISCORD_TOKEN": " abc.def\n", "DISCORD_TOKEN_FILE": ""}) == "abc.def"
    assert config.token({"DISCORD_TOKEN_FILE": str(file)}) == "abc.def"


def test_a_token_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    """A missing or senseless file, or two tokens, is a fault that shows no token."""
    senseless = tmp_path / "film"
    senseless.write_bytes(b"x" * 5_000)
    for environment in (
        {"DISCORD_TOKEN_FILE": str(tmp_path / "nowhere")},
        {"DISCORD_TOKEN_FILE": str(tmp_path)},
        {"DISCORD_TOKEN_FILE": str(senseless)},
        {"DISCORD_TOKEN_FILE": str(senseless), "DISCORD_TOKEN": "abc.def"},
        {"DISCORD_TOKEN_FILE": "abc.def"},  # the token itself, where its file is to be named
    ):
        with pytest.raises(ConfigFaultsError) as raised:
            config.token(environment)
        assert "abc.def" not in str(raised.value)
