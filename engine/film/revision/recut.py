"""What a revision does to the cuts.

A first cut that nobody has touched is put together anew. A cut that an editor has worked on keeps every trim, order and
transition: what is omitted closes up on all tracks, what is new goes in behind the shot that it follows, and a shot played
whole stays whole when its length changes. A locked cut is never touched.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.errors import BadInput
from engine.film.board_cuts import remove_clips
from engine.film.cuts import Clip, Cut
from engine.film.cutting import insert
from engine.film.document import Film
from engine.film.rows import row_of
from engine.film.trimming import ripple


def recut(base: Film, mine: Film, theirs: Film, film: Film) -> Film:
    """`film`, whose shots are settled and whose cuts are still `mine`, with its cuts settled too."""
    old, said = {cut.id: cut for cut in base.cuts}, {cut.id: cut for cut in theirs.cuts}
    for cut in mine.cuts:
        first = cut.id in said and (cut == old.get(cut.id) or not cut.tracks)
        if not cut.locked and not first:
            film = _edited(mine, film, cut.id, grows=cut.id in said or len(mine.cuts) == 1)
    cuts = tuple(
        _of_film(said[cut.id].with_(name=cut.name), film)
        if not cut.locked and cut.id in said and (cut == old.get(cut.id) or not cut.tracks)
        else cut
        for cut in film.cuts
    )
    new = tuple(_of_film(cut, film) for cut in theirs.cuts if cut.id not in old and cut.id not in {c.id for c in cuts})
    return film.with_(cuts=(*cuts, *(new if not cuts else ())))


def _of_film(cut: Cut, film: Film) -> Cut:
    """The cut without clips of shots that a person has taken out of the film."""
    there = {shot.id for shot in film.played.shots}
    gone = [
        i for t in cut.tracks for i in t.items if isinstance(i, Clip) and i.shot is not None and i.shot not in there
    ]
    bench = film.with_(cuts=(cut,))
    for clip in gone:
        bench = remove_clips(bench, clip.shot or "", close=True)
    return bench.cuts[0]


def _edited(mine: Film, film: Film, cut_id: str, *, grows: bool) -> Film:
    """The film with one edited cut brought up to date."""
    bench = film.with_(cuts=tuple(cut for cut in film.cuts if cut.id == cut_id))
    played = {shot.id for shot in film.played.shots}
    for shot in dict.fromkeys(_shown(bench.cuts[0])):
        if shot not in played:
            bench = remove_clips(bench, shot, close=True)
    bench = _lengths(mine, bench)
    if grows:
        bench = _grown({shot.id for shot in mine.played.shots}, bench)
    return film.with_(cuts=tuple(bench.cuts[0] if cut.id == cut_id else cut for cut in film.cuts))


def _shown(cut: Cut) -> list[str]:
    return [i.shot for t in cut.tracks for i in t.items if isinstance(i, Clip) and i.shot is not None]


def _lengths(mine: Film, bench: Film) -> Film:
    """Clips that showed the whole of a shot show the whole of it still."""
    was = {shot.id: shot.duration for shot in mine.shots}
    now = {shot.id: shot.duration for shot in bench.shots}
    for track in bench.cuts[0].tracks:
        for clip in (item for item in track.items if isinstance(item, Clip) and track.kind == "picture"):
            shot = clip.shot or ""
            more = now.get(shot, 0) - was.get(shot, 0) if shot in was and shot in now else 0
            if more and clip.start == 0 and clip.frames == was[shot] and clip.take is None:
                bench = _rippled(bench, clip.id, more)
    return bench


def _rippled(bench: Film, clip: str, more: int) -> Film:
    """Longer or shorter by so much; a clip that cannot be (a transition needs its frames) stays as it is."""
    try:
        return ripple(bench, bench.cuts[0].id, clip, "tail", more)
    except BadInput:
        return bench


def _grown(known: set[str], bench: Film) -> Film:
    """New shots go in behind the nearest shot before them that the cut shows, or at its head."""
    order = list(bench.played.shots)
    for at, shot in enumerate(order):
        if shot.id in known or shot.id in _shown(bench.cuts[0]) or not bench.cuts[0].tracks:
            continue
        clip = Clip(id=f"clip-{shot.id}", shot=shot.id, frames=shot.duration)
        where = _behind(bench.cuts[0], [each.id for each in order[:at]])
        bench = insert(bench, bench.cuts[0].id, where[0], where[1], clip)
    return bench


def _behind(cut: Cut, before: Sequence[str]) -> tuple[str, int]:
    """A picture track and the record frame behind the last of `before` that it shows."""
    pictures = [track for track in cut.tracks if track.kind == "picture"] or list(cut.tracks)
    for shot in reversed(before):
        for track in pictures:
            ends = [at + i.frames for _, at, i in row_of(track).placed() if isinstance(i, Clip) and i.shot == shot]
            if ends:
                return track.id, max(ends)
    return pictures[0].id, 0
