"""What a back end writes its pictures into: a draft in the take store, encoded as they come.

A take exists only after `finish`; whatever else ends the block (an error, a cancel, a death) leaves the store as it was.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.backends.base import Picture, Pixels
from engine.errors import MediaFailed, RenderFailed, StorageFailed, storage_failed
from engine.failpoints import failpoint
from engine.film import pictures
from engine.media.dubbing import dub
from engine.plan.orders import ShotOrder
from engine.takes.departures import Departed, keep_departure
from engine.takes.record import MASTER, POSTER, PROXY, Rendered
from engine.takes.store import Draft, TakeStore
from engine.worker.closing import Closing
from engine.worker.picking_up import PARENTS, parent_of, parents_sound, pickup_master
from engine.worker.previews import Previews
from engine.worker.stopping import Stopping


class Announces(Protocol):
    """Hears that a shot is begun (`engine.worker.wire.Reporter`)."""

    def started(self, key: str) -> None:
        """The first picture of the job is about to be drawn."""
        ...


class StoreWriter:
    """Implements `engine.backends.base.TakeWriter` for one engine. `masters` is engine.media.masters.MasterWriter or
    something like it. With `closing`, finished takes enter the store a little later, while the next one is drawn."""

    def __init__(
        self,
        store: TakeStore,
        engine: str,
        version: str,
        masters: Callable[..., Any],
        report: Announces,
        stop: Stopping,
        closing: Closing | None = None,
        previews: Previews | None = None,
    ) -> None:
        self.store = store
        self.engine = engine
        self.version = version
        self.masters = masters
        self.report = report
        self.stop = stop
        self.closing = closing
        self.previews = previews

    def open(self, order: ShotOrder, key: str, *, rate: Fraction, pixels: Pixels, surplus: int = 0) -> StoreSink:
        """A sink for one take. `rate` is the medium's own, in pictures per second; `surplus` pictures follow those ordered."""
        return StoreSink(self, order, key, rate, pixels, surplus)

    def master_for(self, folder: Path, order: ShotOrder, rate: Fraction, pixels: Pixels) -> Any:
        """What encodes the take. Raises StorageFailed, MediaFailed, BadInput."""
        if order.pickup is not None:
            return pickup_master(folder, order, rate, self)
        return self.masters(folder, order.raster, rate, pixels)

    def unfinished(self, key: str) -> Path:
        """In the film's cache, which may be deleted at any time."""
        return self.store.root.parent / "cache" / "unfinished" / key

    def master(self, key: str) -> Path | None:
        """Another take's pictures, where it is in the store."""
        return self.store.path(key, MASTER) if self.store.has(key) else None

    def parent(self, order: ShotOrder) -> Path | None:
        """Implements `engine.backends.base.TakeWriter.parent`."""
        master = None if order.pickup is None else self.master(order.pickup.take)
        return None if master is None else parent_of(order, master, self.store.root.parent / PARENTS)

    def departed(self, key: str, far: Departed) -> None:
        """Implements `engine.backends.base.TakeWriter.departed`."""
        keep_departure(self.store.root.parent, key, far)

    def picture(self, digest: str) -> Path:
        """Where the film keeps that picture (see engine.film.pictures)."""
        return pictures.find(self.store.root.parent, digest)


class StoreSink:
    """Implements `engine.backends.base.TakeSink`."""

    def __init__(
        self, writer: StoreWriter, order: ShotOrder, key: str, rate: Fraction, pixels: Pixels, surplus: int = 0
    ) -> None:
        self._writer = writer
        self._order = order
        self._key = key
        self._rate = rate
        self._pixels: Pixels = pixels
        self._surplus = surplus
        self._sound: tuple[NDArray[np.float32], int] | None = None
        self._written = 0
        self._draft: Draft | None = None
        self._master: Any = None

    def __enter__(self) -> StoreSink:
        self._writer.stop.opened(self._key)
        self._writer.report.started(self._key)
        failpoint("worker.before_render")
        self._draft = self._writer.store.begin(self._key)
        try:
            self._master = self._writer.master_for(self._draft.folder, self._order, self._rate, self._pixels)
        except OSError as error:
            self.__exit__()
            raise storage_failed(error, self._writer.store.root) from error
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exc: object) -> None:
        self._writer.stop.closed(self._key)
        master, draft = self._master, self._draft
        self._master = self._draft = None
        self._throw_away(master, draft)

    def write(self, picture: Picture) -> None:
        """One picture. Raises StorageFailed, MediaFailed, RenderFailed when there are too many."""
        if self._written == self._expected // 2:
            failpoint("worker.mid_shot")
        if self._written >= self._expected:
            raise RenderFailed(
                f"The {self._writer.engine} engine drew more than the {self._expected} pictures ordered."
            )
        try:
            self._master.write(picture)
        except OSError as error:
            raise storage_failed(error, self._writer.store.root) from error
        except StorageFailed as error:
            raise self._named(error) from error
        self._written += 1
        if self._writer.previews is not None:
            self._writer.previews.show(self._key, picture)

    def sound(self, samples: NDArray[np.float32], rate: int) -> None:
        """The take's own sound, laid into its master when that is whole."""
        self._sound = samples, rate

    def finish(self, facts: dict[str, Any]) -> None:
        """Encode, hash and move the take into the store. Raises RenderFailed when pictures are missing."""
        if self._draft is None:
            raise RuntimeError("finish outside the with block")
        if self._written != self._expected:
            raise RenderFailed(
                f"The {self._writer.engine} engine drew {self._written} pictures where {self._expected} were ordered."
            )
        master, draft, rendered = self._master, self._draft, self._rendered(facts)
        self._master = self._draft = None
        if self._writer.closing is None:
            self._close(master, draft, rendered)
        else:
            self._writer.closing.add(self._key, lambda: self._close(master, draft, rendered))

    def _close(self, master: Any, draft: Draft, rendered: Rendered) -> None:
        """Encode to the end and move the take into the store; may run in another thread."""
        try:
            encoded = master.close()
            if (sound := self._heard(draft)) is not None:
                dub(encoded.master, *sound)
            for made, name in ((encoded.master, MASTER), (encoded.proxy, PROXY), (encoded.poster, POSTER)):
                made.replace(draft.folder / name)
            failpoint("worker.before_commit")
            self._writer.store.commit(draft, rendered)
        except OSError as error:
            self._throw_away(master, draft)
            raise storage_failed(error, self._writer.store.root) from error
        except StorageFailed as error:
            self._throw_away(master, draft)
            raise self._named(error, draft) from error
        except BaseException:
            self._throw_away(master, draft)
            raise

    def _heard(self, draft: Draft) -> tuple[NDArray[np.float32], int] | None:
        """The take's own sound; of a pickup its parent's, which nobody asked to change."""
        pickup = self._order.pickup
        parent = None if pickup is None else self._writer.master(pickup.take)
        return self._sound if parent is None else parents_sound(self._order, parent, draft.folder / "parent.pcm")

    def _throw_away(self, master: Any, draft: Draft | None) -> None:
        if master is not None:
            with contextlib.suppress(OSError, MediaFailed):
                master.abort()
        if draft is not None:
            self._writer.store.discard(draft)

    def _named(self, error: StorageFailed, draft: Draft | None = None) -> StorageFailed:
        """The same trouble, told of the film's folder: nobody but us knows the draft's."""
        draft = draft or self._draft
        hidden = str(draft.folder) if draft is not None else ""
        told = error.sentence.replace(hidden, str(self._writer.store.root.parent)) if hidden else error.sentence
        return StorageFailed(told, error.action)

    @property
    def _expected(self) -> int:
        """Pictures in the whole take at the medium's own rate: a back end may draw at a lower rate than the film's."""
        return max(1, round(self._order.length * self._rate / self._order.rate)) + self._surplus

    def _rendered(self, facts: dict[str, Any]) -> Rendered:
        order = self._order
        return Rendered(
            engine=self._writer.engine,
            version=self._writer.version,
            rate=self._rate,
            frames=self._written,
            head=round(order.head * self._rate / order.rate),
            met=tuple(sorted(_references(order))),
            facts=facts if order.pickup is None else facts | {"pickup": order.pickup.model_dump(mode="json")},
        )


def _references(order: ShotOrder) -> set[str]:
    """Digests of every picture the order names."""
    met = {digest for each in (*order.cast, *order.props, order.place) for digest in each.references}
    met |= {panel.picture for panel in order.panels}
    mask = order.pickup.mask if order.pickup is not None else None
    return met | {picture for picture in (order.first_frame, order.last_frame, mask) if picture is not None}
