"""Discord's own OpenAPI document, held against what the bot sends and what the stand-in replies.

The document is not part of this project: the environment variable READOUT_OPENAPI names the file.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jsonschema import (  # type: ignore[import-untyped]  # it ships no types
    Draft202012Validator,
    ValidationError,
)
from jsonschema.validators import extend  # type: ignore[import-untyped]  # the same

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jsonschema.protocols import Validator  # type: ignore[import-untyped]  # the same

VARIABLE: Final = "READOUT_OPENAPI"
_MOST: Final = 5  # faults told of one body
_NULL, _ELSE = "null", "else"
Schema = dict[str, Any]


class Contract:
    """The document, with a validator for each operation.

    Of several schemas in ``oneOf`` or ``anyOf`` only that is held against a body which is for the
    body's ``type``: a fault is told where it is, instead of 'is not valid under any of'.
    """

    def __init__(self, document: Schema) -> None:
        """Hold the document."""
        self._document = document
        # a path with fewer parameters is the better match: '@original' is no message id
        self._paths = sorted(
            ((_pattern(path), path) for path in document["paths"]),
            key=lambda found: found[1].count("{"),
        )
        self._parts: dict[str, Schema] = {}
        self._branches: dict[int, Mapping[str, Schema] | None] = {}
        keywords = {"$ref": self._check_ref, "oneOf": self._check_one, "anyOf": self._check_one}
        self._validator: type[Validator] = extend(Draft202012Validator, keywords)

    def request(self, method: str, path: str, body: object) -> Iterator[str]:
        """Yield what is wrong with the body of a request."""
        about = self._operation(method, path)
        if about is None:
            yield f"{method} {path} is not in Discord's API"
            return
        content = about.get("requestBody", {}).get("content", {}).get("application/json")
        if content is not None:
            yield from self._faults(content["schema"], body)
        elif body is not None:
            yield f"{method} {path} takes no body"

    def response(self, method: str, path: str, status: int, body: object) -> Iterator[str]:
        """Yield what is wrong with a reply."""
        about = self._operation(method, path)
        if about is None:
            yield f"{method} {path} is not in Discord's API"
            return
        replies = about["responses"]
        reply = replies.get(str(status)) or replies.get(f"{status // 100}XX")
        if reply is None:
            yield f"{method} {path} is never replied to with {status}"
            return
        content = self._resolved(reply).get("content", {}).get("application/json")
        if content is not None:
            yield from self._faults(content["schema"], body)
        elif body is not None:
            yield f"{method} {path} is replied to with {status} without a body"

    def _operation(self, method: str, path: str) -> Schema | None:
        for pattern, name in self._paths:
            found = self._document["paths"][name].get(method.lower())
            if found is not None and pattern.fullmatch(path):
                operation: Schema = found
                return operation
        return None

    def _faults(self, schema: Schema, body: object) -> Iterator[str]:
        errors = self._validator(schema).iter_errors(body)
        for error, _ in zip(errors, range(_MOST), strict=False):
            yield f"{error.json_path}: {error.message[:300]}"

    def _check_ref(
        self, validator: Validator, ref: str, instance: object, _schema: Schema
    ) -> Iterator[ValidationError]:
        yield from validator.descend(instance, self._resolved({"$ref": ref}))

    def _check_one(
        self, validator: Validator, schemas: list[Schema], instance: object, schema: Schema
    ) -> Iterator[ValidationError]:
        if all("const" in one for one in schemas):
            known = [one["const"] for one in schemas]
            if instance not in known:
                yield ValidationError(f"{instance!r} is none of {known}")
            return
        if id(schemas) not in self._branches:
            self._branches[id(schemas)] = self._by_type(schemas)
        branches = self._branches[id(schemas)]
        if branches is None:
            keyword = "oneOf" if "oneOf" in schema else "anyOf"
            plain = Draft202012Validator.VALIDATORS[keyword]
            yield from plain(validator, schemas, instance, schema)
            return
        kind = _NULL if instance is None else str(_type_of(instance))
        branch = branches.get(kind) or (branches.get(_ELSE) if instance is not None else None)
        if branch is None:
            yield ValidationError(f"its type {kind} is none of {', '.join(branches)}")
        else:
            yield from validator.descend(instance, branch)

    def _by_type(self, schemas: list[Schema]) -> Mapping[str, Schema] | None:
        """Return schemas by the type of instance that each is for; None if that is not so."""
        found: dict[str, Schema] = {}
        for schema in schemas:
            resolved = self._resolved(schema)
            kinds = resolved.get("properties", {}).get("type", {}).get("enum") or [_ELSE]
            names = [_NULL] if resolved.get("type") == _NULL else list(map(str, kinds))
            if found.keys() & names:
                return None
            found |= dict.fromkeys(names, schema)
        return found if len(found) > 1 else None

    def _resolved(self, part: Schema) -> Schema:
        while "$ref" in part:
            ref = part["$ref"]
            if ref not in self._parts:
                found: Any = self._document
                for step in ref.removeprefix("#/").split("/"):
                    found = found[step.replace("~1", "/").replace("~0", "~")]
                self._parts[ref] = found
            part = self._parts[ref]
        return part


@cache
def contract() -> Contract | None:
    """Read the document; None where there is none."""
    file = os.environ.get(VARIABLE)
    return Contract(json.loads(Path(file).read_text(encoding="utf-8"))) if file else None


def _pattern(path: str) -> re.Pattern[str]:
    parts = re.split(r"(\{\w+\})", path)
    return re.compile("".join("[^/]+" if p.startswith("{") else re.escape(p) for p in parts))


def _type_of(instance: object) -> object:
    return instance.get("type") if isinstance(instance, dict) else None
