"""What a licence asks, and who said yes to it when: once for a model, kept beside the weights.

A yes is to one version with its limits; where either changes the question is asked again, because it is another licence.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import ValidationError

from engine.errors import Unsupported
from engine.film.values import Value
from engine.plan.capabilities import ModelManifest
from engine.shelf.places import kept, noted, shelf

LICENCES = "licences.json"


class Yes(Value):
    """A licence that was accepted: its name, version, address and limits as they were shown, and the day (ISO)."""

    licence: str
    version: str
    url: str
    limits: tuple[str, ...]
    day: str


def terms_of(manifest: ModelManifest) -> tuple[str, ...]:
    """What a person is shown before they say yes: one sentence each."""
    terms = manifest.terms
    if terms is None:
        return (f"Licence: {manifest.licence}.",)
    version = f" {terms.version}" if terms.version and not manifest.licence.endswith(terms.version) else ""
    return (f"Licence: {manifest.licence}{version} ({terms.url}).", *terms.limits)


def said_yes(manifest: ModelManifest) -> Yes | None:
    """The yes to the licence as it is now; one that cannot be read is none, so that the question is asked again. Raises StorageFailed."""
    told = kept(shelf() / LICENCES).get(manifest.id)
    try:
        yes = Yes.model_validate(told)
    except ValidationError:
        return None
    return yes if yes == _yes(manifest, yes.day) else None


def say_yes(manifest: ModelManifest) -> Yes:
    """Keep that the licence was accepted today. Raises StorageFailed."""
    yes = _yes(manifest, date.today().isoformat())
    noted(shelf() / LICENCES, manifest.id, yes.model_dump(mode="json"))
    return yes


def must_be_accepted(manifest: ModelManifest) -> None:
    """Raises Unsupported where the licence has limits that nobody has said yes to."""
    if manifest.terms is not None and manifest.terms.asks and said_yes(manifest) is None:
        raise Unsupported(
            f"{manifest.title} comes under the {manifest.licence}: {' '.join(manifest.terms.limits)}",
            f"Read it and accept it once: storyreel models licence {manifest.id} --accept",
        )


def text_of(folder: Path) -> Path | None:
    """The licence's own text, where the weights brought it along."""
    return next(
        (path for path in sorted(folder.glob("*")) if path.is_file() and path.name.upper().startswith("LICENSE")), None
    )


def _yes(manifest: ModelManifest, day: str) -> Yes:
    terms = manifest.terms
    if terms is None:
        return Yes(licence=manifest.licence, version="", url="", limits=(), day=day)
    return Yes(licence=manifest.licence, version=terms.version, url=terms.url, limits=terms.limits, day=day)
