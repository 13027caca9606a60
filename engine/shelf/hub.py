"""The one place that speaks to the hub, through huggingface_hub, which is imported only when somebody fetches.

Whatever goes wrong out there becomes one sentence: out of reach, not there, behind a gate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import Unsupported

_KEPT = "What has come is kept; run the same command again."


@dataclass(frozen=True, slots=True)
class Remote:
    """A file of a repository: its size in bytes, its sha256 (of large files) or git's name of its content."""

    name: str
    size: int
    sha256: str
    blob: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A repository at one commit."""

    hub: str
    revision: str
    files: tuple[Remote, ...]


def listing(hub: str, revision: str, endpoint: str | None) -> Listing:
    """What the repository holds at that revision; a branch or tag becomes the commit it stands for. Raises Unsupported."""
    with _in_words(hub, revision):
        from huggingface_hub import HfApi

        info = HfApi(endpoint=endpoint, library_name="storyreel").model_info(
            hub, revision=revision, files_metadata=True
        )
    files = tuple(
        Remote(one.rfilename, one.size or 0, one.lfs.sha256 if one.lfs else "", one.blob_id or "")
        for one in info.siblings or ()
    )
    return Listing(hub, info.sha or revision, files)


def pour(found: Listing, file: Remote, part: Path, more: Callable[[int], None], endpoint: str | None) -> None:
    """Fetch the file into `part`, going on from what is in it; `more` is told how many bytes are there. Raises Unsupported,
    OSError, and whatever `more` raises."""
    here = part.stat().st_size if part.is_file() else 0
    if here == file.size and part.is_file():
        return
    with _in_words(found.hub, found.revision):
        from huggingface_hub import hf_hub_url
        from huggingface_hub.file_download import http_get
        from huggingface_hub.utils import build_hf_headers

        address = hf_hub_url(found.hub, file.name, revision=found.revision, endpoint=endpoint)
        with part.open("ab") as into:
            http_get(
                address,
                into,
                resume_size=here,
                headers=build_hf_headers(library_name="storyreel"),
                expected_size=file.size,
                tqdm_class=_told(more),
            )


def _told(more: Callable[[int], None]) -> type[Any]:
    """A progress bar as huggingface_hub wants one, that draws nothing and tells `more`."""

    class Told:
        def __init__(self, *_: Any, initial: int = 0, **__: Any) -> None:
            self.n = initial

        def __enter__(self) -> Told:
            return self

        def __exit__(self, *_: object) -> None: ...

        def update(self, count: float | None = 1) -> None:
            self.n += int(count or 0)
            more(self.n)

        def close(self) -> None: ...

        def refresh(self) -> None: ...

    return Told


@contextmanager
def _in_words(hub: str, revision: str) -> Iterator[None]:
    try:
        import httpx2
        from huggingface_hub import errors
    except ImportError as missing:
        raise Unsupported(
            "Fetching weights needs a package that is not installed (huggingface_hub).",
            'Install it with: pip install "storyreel[diffusion]"',
        ) from missing
    try:
        yield
    except errors.GatedRepoError as gated:
        raise Unsupported(
            f"{hub} is given to registered users only.",
            "Ask for access on its page, log in with `hf auth login`, and run the same command again.",
        ) from gated
    except errors.RevisionNotFoundError as missing:
        raise Unsupported(f"{hub} has no revision {revision}.", "Name a commit, or main.") from missing
    except errors.RepositoryNotFoundError as missing:
        raise Unsupported(f"The hub knows no {hub}.", "It may have moved; link a folder you have instead.") from missing
    except errors.EntryNotFoundError as missing:
        raise Unsupported(f"A file of {hub} is gone from the hub.", "Choose another revision.") from missing
    except (errors.HfHubHTTPError, errors.OfflineModeIsEnabled, httpx2.HTTPError) as away:
        raise Unsupported(f"The hub cannot be reached or does not answer ({type(away).__name__}).", _KEPT) from away
