"""`storyreel models`: what is on the shelf, fetching, linking, checking and removing weights, and their licences."""

from __future__ import annotations

from pathlib import Path

from engine.commands.console import Bar, Console
from engine.plan.capabilities import Condition, ModelManifest
from engine.plan.native import longest_shot
from engine.shelf import fetching, licences, linking, verifying
from engine.shelf.manifests import unreadable
from engine.shelf.places import Fetched, Linked, shelf, standing
from engine.shelf.quick import on_the_shelf, quick_files, quick_id
from engine.shelf.stock import Item, in_words, stock

_TAKES: dict[Condition, str] = {
    "first_frame": "first frame",
    "last_frame": "last frame",
    "references": "references",
    "control": "control video",
    "audio": "speaks",
}


def show(console: Console) -> None:
    """Every model: how it stands, what it takes in beyond words, what it draws, and its licence."""
    for item in stock():
        manifest = item.manifest
        facts = {
            "id": manifest.id,
            "title": manifest.title,
            "ready": item.ready,
            "standing": in_words(item),
            "bytes": item.bytes,
        }
        console.result("\n".join(_lines(item)), **facts, licence=manifest.licence, accepted=item.accepted)
    for fault in unreadable():
        console.say(fault)
    console.say(f"The shelf is {shelf()}.")


def get(name: str, console: Console, *, revision: str = "", accept: bool = False, endpoint: str | None = None) -> None:
    """Fetch a model's weights, or the rest of them. Raises as `engine.shelf.fetching.fetch` does."""
    manifest = on_the_shelf(name)
    _tell_terms(manifest, console, accept)
    with console.bar(f"Fetching {manifest.id}") as bar:
        here = fetching.fetch(manifest, revision=revision, endpoint=endpoint, tell=_told(bar))
    weighs = sum(size for _, size, _ in here.files)
    console.result(
        f"{manifest.title} is here: {fetching.gigabytes(weighs)} in {here.folder}, at revision {here.revision}.",
        id=manifest.id,
        folder=str(here.folder),
        revision=here.revision,
        bytes=weighs,
    )


def link(folder: Path, name: str, console: Console, *, accept: bool = False) -> None:
    """Use weights that lie on the disk already. Raises as `engine.shelf.linking.link` does."""
    manifest = on_the_shelf(name)
    _tell_terms(manifest, console, accept)
    here = linking.link(folder, manifest)
    console.result(
        f"{manifest.title} is linked: its weights are used where they lie, in {here.folder}.",
        id=manifest.id,
        folder=str(here.folder),
    )


def verify(name: str, console: Console) -> None:
    """Read the weights again and compare them with what was published. Raises Unsupported for damaged ones."""
    manifest = on_the_shelf(name)
    with console.bar(f"Checking {manifest.id}") as bar:
        found = verifying.must_be_whole(verifying.verify(manifest, tell=_told(bar)), manifest)
    known = f"{found.checked} of {found.files} weights files were compared with their published digest"
    console.result(f"{manifest.title} is sound; {known}.", id=manifest.id, checked=found.checked, files=found.files)


def remove(name: str, console: Console) -> None:
    """Take a model off the shelf; a linked folder is only forgotten. Raises BadInput, StorageFailed."""
    manifest = on_the_shelf(name)
    console.result(linking.remove(manifest), id=manifest.id)


def licence(name: str, console: Console, *, accept: bool = False) -> None:
    """Show a model's licence with its limits, and keep that it was accepted. Raises StorageFailed."""
    manifest = on_the_shelf(name)
    lines = [*licences.terms_of(manifest), *_own_text(manifest)]
    if accept:
        lines.append(f"Accepted on {licences.say_yes(manifest).day}.")
    elif manifest.terms is None or not manifest.terms.asks:
        lines.append("It asks for nothing more than attribution.")
    else:
        yes = licences.said_yes(manifest)
        lines.append(
            f"Accepted on {yes.day}." if yes else f"Not accepted yet: storyreel models licence {manifest.id} --accept"
        )
    console.result(
        "\n".join(lines), id=manifest.id, licence=manifest.licence, accepted=licences.said_yes(manifest) is not None
    )


def _lines(item: Item) -> list[str]:
    manifest = item.manifest
    takes = ", ".join(word for what, word in _TAKES.items() if what in manifest.conditions)
    held = f" ({fetching.gigabytes(item.bytes)})" if item.bytes else ""
    weighs = "" if item.weighs is None else f"{fetching.gigabytes(item.weighs)} of weights, "
    asks = "" if item.accepted else ", not accepted yet"
    quick = [f"    {_drafts(manifest)}"] if manifest.drafts else []
    return [
        f"{manifest.id}  [{in_words(item)}{held}]",
        f"    {manifest.title}: {weighs}{_draws(manifest)}",
        f"    takes words{', ' if takes else ''}{takes}; {manifest.licence}{asks}",
        *quick,
    ]


def _drafts(manifest: ModelManifest) -> str:
    here = "here" if quick_files(manifest) else f"not here: {quick_id(manifest)}"
    steps = manifest.drafts.recipe.steps if manifest.drafts else 0
    return f"drafts in {steps} steps with distilled weights [{here}]"


def _draws(manifest: ModelManifest) -> str:
    native = manifest.native
    if native is None:
        return "draws at the film's own raster"
    size = f"{native.width}x{native.height}"
    if "motion" not in manifest.stages:
        return f"draws stills of {size}"
    longest = longest_shot(native.rate, manifest) / native.rate
    return f"draws up to {float(longest):.1f} s of {size} at {float(native.rate):g} a second"


def _tell_terms(manifest: ModelManifest, console: Console, accept: bool) -> None:
    """The licence before anything is fetched; saying yes to it on the same line counts."""
    for line in licences.terms_of(manifest):
        console.say(line)
    if accept:
        licences.say_yes(manifest)


def _own_text(manifest: ModelManifest) -> list[str]:
    here = standing(manifest)
    text = licences.text_of(here.folder) if isinstance(here, Fetched | Linked) else None
    return [f"Its text came with the weights: {text}"] if text else []


def _told(bar: Bar) -> fetching.Tell:
    return lambda progress: bar.at(progress.done, progress.total, progress.file)
