"""take.json: what a take is and what its files hash to. It names no shot, so two equal shots share one take.

Nothing in it depends on the day or the machine: the same order rendered twice gives the same bytes.
"""

from __future__ import annotations

import json
from typing import Annotated, Literal

from pydantic import Field, JsonValue, ValidationError

from engine.errors import DamagedTake
from engine.film.cast import Digest
from engine.film.rate import Rate
from engine.film.values import Value

MASTER = "master.mov"
PROXY = "proxy.mp4"
POSTER = "poster.jpg"
RECORD = "take.json"


class StoredFile(Value):
    """One file of a take: its name in the take's folder, sha256 and size in bytes."""

    name: Annotated[str, Field(pattern=r"^[\w.-]+$")]
    digest: Digest
    size: Annotated[int, Field(ge=0)]


class Rendered(Value):
    """What the renderer knows of a take: made by `engine` `version`, `frames` pictures at `rate`, of which `head` lie
    before the shot's frame 0. `met` are the digests of the reference pictures and upstream masters actually used."""

    engine: str
    version: str = ""
    rate: Rate
    frames: Annotated[int, Field(ge=1)]
    head: Annotated[int, Field(ge=0)] = 0
    met: tuple[Digest, ...] = ()
    facts: dict[str, JsonValue] = Field(default_factory=dict[str, JsonValue])


class TakeRecord(Rendered):
    """The whole of take.json."""

    schema_: Annotated[Literal["Take.1"], Field(alias="schema")] = "Take.1"
    key: Digest
    files: tuple[StoredFile, ...]

    model_config = Value.model_config | {"populate_by_name": True}

    def file(self, name: str) -> StoredFile | None:
        """The file of that name, if the take has it."""
        return next((file for file in self.files if file.name == name), None)

    @property
    def bytes(self) -> int:
        """Size of the media, in bytes."""
        return sum(file.size for file in self.files)


def record_json(record: TakeRecord) -> bytes:
    """take.json: sorted keys, two spaces, UTF-8."""
    body = record.model_dump(mode="json", by_alias=True)
    return (json.dumps(body, sort_keys=True, indent=2, ensure_ascii=False) + "\n").encode()


def read_record(content: bytes, key: str) -> TakeRecord:
    """The record in take.json's bytes. Raises DamagedTake when it is not one, or belongs to another key."""
    try:
        record = TakeRecord.model_validate_json(content)
    except ValidationError as bad:
        raise damaged(key, "its take.json cannot be read") from bad
    if record.key != key:
        raise damaged(key, "its take.json belongs to another take")
    return record


def damaged(key: str, why: str) -> DamagedTake:
    """The sentence for a take that is not what was rendered."""
    action = "Render its shot again; the damaged files are kept."
    return DamagedTake(f"The take {key[:12]} is damaged: {why}.", action, key=key)
