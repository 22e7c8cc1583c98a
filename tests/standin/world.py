"""Who and what there is in the Discord of the tests, as its API writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

Json = dict[str, Any]

#: Ids are snowflakes, as long as real ones are.
_FIRST: Final = 1_100_000_000_000_000_000
ME: Final = _FIRST + 1
OWNER, MEMBER, STRANGER, CONFIGURED, EDITOR = (_FIRST + n for n in (11, 12, 13, 14, 15))
TEAM_OWNER, ADMIN, DEVELOPER, READER, INVITED = (_FIRST + n for n in (31, 32, 33, 34, 35))
ROLE: Final = _FIRST + 70
#: A role that makes whoever has it an administrator of the server.
CHIEFS: Final = _FIRST + 71
SERVER, CHANNEL = _FIRST + 500, _FIRST + 501
FOREIGN_SERVER, FOREIGN_CHANNEL = _FIRST + 600, _FIRST + 601
DM_CHANNEL, GROUP_CHANNEL = _FIRST + 701, _FIRST + 702
TOKEN: Final = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.G-Stand.in-for-Discord-0123456789abcdef"  # noqa: S105  # opens nothing
EPHEMERAL: Final = 1 << 6
COMPONENTS_V2: Final = 1 << 15
#: All that a server's own administrator may do; it makes nobody an administrator of the bot.
_EVERYTHING: Final = "2251799813685247"
_MOMENT: Final = "2025-12-02T12:00:00.000000+00:00"


@dataclass(frozen=True)
class Place:
    """Where something is asked: the number of Discord's interaction context, channel and server.

    With ``installed`` False the bot is not there: whoever asks has installed it for themselves.
    """

    name: str
    context: int
    channel: int
    guild: int | None = None
    installed: bool = True


IN_SERVER: Final = Place("server", 0, CHANNEL, SERVER)
IN_FOREIGN_SERVER: Final = Place("foreign server", 0, FOREIGN_CHANNEL, FOREIGN_SERVER, False)  # noqa: FBT003  # as declared above
IN_DM: Final = Place("DM", 1, DM_CHANNEL)
IN_PRIVATE_CHANNEL: Final = Place("private channel", 2, GROUP_CHANNEL, None, False)  # noqa: FBT003  # as declared above
PLACES: Final = (IN_SERVER, IN_FOREIGN_SERVER, IN_DM, IN_PRIVATE_CHANNEL)
_CHANNEL_TYPES: Final = {0: 0, 1: 1, 2: 3}


def user(id_: int, **more: Any) -> Json:  # noqa: ANN401  # any field
    """Write a user."""
    return {
        "id": str(id_),
        "username": "readout" if id_ == ME else f"user-{id_ - _FIRST}",
        "discriminator": "0",
        "global_name": None,
        "avatar": None,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
        "bot": id_ == ME,
        **more,
    }


def me() -> Json:
    """Write the bot's own account, as it sees it itself."""
    return {**user(ME), "mfa_enabled": True, "locale": "en-US", "verified": True, "email": None}


def member(id_: int) -> Json:
    """Write a member of a server, where everybody happens to be an administrator."""
    return {
        "user": user(id_),
        "nick": None,
        "avatar": None,
        "banner": None,
        "roles": [str(ROLE if id_ == EDITOR else CHIEFS)],
        "joined_at": _MOMENT,
        "premium_since": None,
        "communication_disabled_until": None,
        "permissions": _EVERYTHING,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
    }


def guild() -> Json:
    """Write the server that the bot is in, as the gateway tells it."""
    role = {
        "name": "role",
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": 1,
        "permissions": "0",
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    return {
        "id": str(SERVER),
        "name": "A server",
        "owner_id": str(TEAM_OWNER),
        "roles": [
            {**role, "id": str(SERVER)},
            {**role, "id": str(ROLE)},
            {**role, "id": str(CHIEFS), "permissions": "8"},
        ],
        "emojis": [],
        "features": [],
        "channels": [{"id": str(CHANNEL), "type": 0, "name": "talk", "position": 0}],
        "members": [{**member(ME), "roles": []}],
        "threads": [],
        "presences": [],
        "member_count": 5,
        "large": False,
        "joined_at": _MOMENT,
        "unavailable": False,
    }


def channel(place: Place) -> Json:
    """Write the channel of a place, as an interaction tells it."""
    made: Json = {"id": str(place.channel), "type": _CHANNEL_TYPES[place.context], "flags": 0}
    if place.guild:
        return {**made, "guild_id": str(place.guild), "name": "talk", "position": 0}
    return {**made, "recipients": [user(MEMBER)], "last_message_id": None}


def application(team: Json | None = None, **more: Any) -> Json:  # noqa: ANN401  # any field
    """Write the bot's application, owned by one person or by a team."""
    return {
        "id": str(ME),
        "name": "Readout",
        "icon": None,
        "description": "",
        "bot": user(ME),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "owner": user(OWNER),
        "team": team,
        "flags": 0,
        "flags_new": "0",
        "type": None,
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "event_webhooks_url": None,
        "event_webhooks_status": 1,
        "event_webhooks_types": [],
        "approximate_guild_count": 3,
        "approximate_user_install_count": 2,
        "approximate_user_authorization_count": 2,
        "eligible_oauth2_scopes": [],
        "explicit_content_filter": 0,
        "integration_types_config": {"0": {}, "1": {}},
        **more,
    }


def team() -> Json:
    """Write a team with a member of each kind."""
    members = [(ADMIN, 2, "admin"), (DEVELOPER, 2, "developer"), (READER, 2, "read_only")]
    members += [(TEAM_OWNER, 2, "admin"), (INVITED, 1, "developer")]
    id_ = str(_FIRST + 5)
    return {
        "id": id_,
        "name": "The team",
        "icon": None,
        "owner_user_id": str(TEAM_OWNER),
        "members": [
            {
                "membership_state": state,
                "role": role,
                "team_id": id_,
                "permissions": ["*"],
                "user": user(who),
            }
            for who, state, role in members
        ],
    }


def message(id_: int, channel_id: int, author: int, **more: Any) -> Json:  # noqa: ANN401  # any field
    """Write a message."""
    return {
        "id": str(id_),
        "channel_id": str(channel_id),
        "type": 0,
        "content": "",
        "author": user(author),
        "mentions": [],
        "mention_roles": [],
        "mention_everyone": False,
        "attachments": [],
        "embeds": [],
        "timestamp": _MOMENT,
        "edited_timestamp": None,
        "flags": 0,
        "components": [],
        "pinned": False,
        "tts": False,
        **more,
    }
