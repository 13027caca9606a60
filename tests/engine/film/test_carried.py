"""A cut with sounds under the board's pictures goes on following the board, each sound at its shot."""

from __future__ import annotations

from fractions import Fraction

from engine.film import board, linking
from engine.film.carried import carried
from engine.film.check import checked
from engine.film.cuts import Clip, Cut, Footage, Gap, Marker, Track, Transition
from engine.film.document import Film
from engine.film.in_step import in_step, is_board
from engine.film.retiming import retimed
from engine.film.rows import row_of
from engine.film.shots import Scene, Shot
from engine.film.versions import add_cut, assembly

SLAM = Footage(path="footage/slam.wav", digest="ab" * 32, rate=Fraction(24), frames=400)


def slam(name: str, frames: int = 12, **more: object) -> Clip:
    return Clip(id=name, footage=SLAM, frames=frames).with_(**more)


def film_with(*sound: Track, markers: tuple[Marker, ...] = ()) -> Film:
    """Three shots of 48 frames, and these sound tracks below them."""
    shots = tuple(Shot(id=x, slate=x.upper(), duration=48) for x in "abc")
    film = Film(scenes=(Scene(id="s", number="1", shots=shots),))
    cut = assembly(film)
    return checked(add_cut(film, cut.with_(tracks=(*cut.tracks, *sound), markers=markers)))


def track(*items: Clip | Gap | Transition, name: str = "A1", **more: object) -> Track:
    return Track(id=name, kind="sound", name=name, items=items).with_(**more)


def heard(film: Film, name: str = "A1") -> list[tuple[str, int, int]]:
    (found,) = (each for each in film.cuts[0].tracks if each.name == name)
    return [(item.id, at, item.frames) for _, at, item in row_of(found).placed() if isinstance(item, Clip)]


def stepped(before: Film, after: Film) -> Film:
    film = checked(in_step(before, after))
    assert is_board(film, film.cuts[0])
    return film


def in_b(name: str = "slam") -> Track:
    """A sound ten frames into the second shot."""
    return track(Gap(id=f"gap-{name}", frames=58), slam(name))


def test_a_sound_goes_where_its_shot_goes() -> None:
    film = film_with(in_b(), markers=(Marker(id="m", frame=60),))
    first = stepped(film, board.move_shot(film, "b", "s", at=0))
    assert (heard(first), first.cuts[0].markers[0].frame) == ([("slam", 10, 12)], 12)
    later = stepped(film, board.edit_shot(film, "a", duration=70))
    assert (heard(later), later.cuts[0].markers[0].frame) == ([("slam", 80, 12)], 82)
    more = stepped(film, board.add_shot(film, "s", Shot(id="d", slate="D", duration=30), at=0))
    assert heard(more) == [("slam", 88, 12)]


def test_a_sound_of_a_shot_that_goes_comes_to_the_seam_and_one_behind_a_shorter_shots_tail_to_its_last_frame() -> None:
    film = film_with(in_b())
    assert heard(stepped(film, board.remove_shot(film, "b"))) == [("slam", 48, 12)]
    assert heard(stepped(film, board.edit_shot(film, "b", duration=6))) == [("slam", 53, 12)]


def test_a_sound_behind_the_last_picture_keeps_its_distance_from_the_end() -> None:
    film = film_with(track(Gap(id="g", frames=150), slam("slam")))
    assert heard(stepped(film, board.edit_shot(film, "a", duration=58))) == [("slam", 160, 12)]


def test_music_that_is_not_in_step_and_locked_sounds_stay_where_they_are() -> None:
    film = film_with(
        track(Gap(id="g", frames=58), slam("song"), in_step=False), in_b("hum").with_(id="L", name="A2", locked=True)
    )
    after = stepped(film, board.move_shot(film, "b", "s", at=0))
    assert after.cuts[0].tracks[1:] == film.cuts[0].tracks[1:]


def test_a_shots_own_sound_is_as_long_as_the_shot_and_goes_with_it() -> None:
    film = film_with()
    for clip in [item.id for item in film.cuts[0].tracks[0].items]:
        film = linking.lay_sound(film, film.cuts[0].id, clip)
    laid = [name for name, _, _ in heard(film)]
    longer = stepped(film, board.edit_shot(film, "b", duration=60))
    assert heard(longer) == [(laid[0], 0, 48), (laid[1], 48, 60), (laid[2], 108, 48)]
    turned = stepped(film, board.move_shot(film, "c", "s", at=0))
    assert heard(turned) == [(laid[2], 0, 48), (laid[0], 48, 48), (laid[1], 96, 48)]
    left_out = stepped(film, board.edit_shot(film, "b", omitted=True))
    assert heard(left_out) == [(laid[0], 0, 48), (laid[2], 48, 48)]


def test_a_sound_that_leads_its_picture_loses_its_lead_only_at_the_head_of_the_film() -> None:
    film = film_with(track(Gap(id="g", frames=88), Clip(id="voice", shot="c", start=-8, frames=56)))
    assert heard(stepped(film, board.edit_shot(film, "a", duration=60))) == [("voice", 100, 56)]
    opening = stepped(film, board.move_shot(film, "c", "s", at=0))
    assert heard(opening) == [("voice", 0, 48)]
    assert next(item.start for item in opening.cuts[0].tracks[1].items if isinstance(item, Clip)) == 0


def test_two_sounds_that_come_to_lie_over_each_other_are_both_kept() -> None:
    long = track(slam("rain", 90), Gap(id="g", frames=10), slam("slam"))
    film = film_with(long)
    after = stepped(film, board.edit_shot(film, "b", duration=20))
    assert heard(after) == [("rain", 0, 90)]
    assert heard(after, "A2") == [("slam", 72, 12)]


def test_sounds_that_still_touch_keep_their_crossfade_and_others_lose_it() -> None:
    joined = track(slam("one", 48), Transition(id="x", before=4, after=4), slam("two", 48, start=20), slam("three", 48))
    film = film_with(joined)
    after = stepped(film, board.move_shot(film, "c", "s", at=0))
    assert [item.id for item in after.cuts[0].tracks[1].items] == ["three", "one", "x", "two"]
    apart = stepped(film, board.move_shot(film, "b", "s", at=0))
    assert [item.id for item in apart.cuts[0].tracks[1].items] == ["two", "one", "three"]


def test_a_merged_and_a_divided_shot_keep_their_sounds_in_place() -> None:
    film = film_with(in_b(), markers=(Marker(id="m", frame=60),))
    one = stepped(film, board.merge_shots(film, "a", "b"))
    two = stepped(film, board.split_shot(film, "b", 20))
    for after in (one, two):
        assert (heard(after), after.cuts[0].markers, after.cuts[0].frames) == (
            [("slam", 58, 12)],
            film.cuts[0].markers,
            144,
        )


def test_another_rate_leaves_a_cut_with_sounds_the_board() -> None:
    film = retimed(film_with(in_b()), Fraction(25))
    assert is_board(film, film.cuts[0])
    assert heard(checked(film)) == [("slam", 60, 13)]


def test_a_second_picture_track_is_an_editors_work() -> None:
    film = film_with()
    cut = film.cuts[0].with_(tracks=(*film.cuts[0].tracks, Track(id="v2", name="V2")))
    assert not is_board(film, cut)


def test_a_marker_of_a_shot_that_goes_comes_to_the_head_of_a_film_whose_first_clip_was_trimmed() -> None:
    a, b = Clip(id="ca", shot="a", frames=40), Clip(id="cb", shot="b", start=8, frames=40)
    markers = (Marker(id="gone", frame=10), Marker(id="stays", frame=45), Marker(id="beyond", frame=100))
    cut = Cut(id="c", name="Rough", tracks=(Track(id="v", items=(a, b)),), markers=markers)
    after = carried(cut, cut.tracks[0].with_(items=(b,)))
    assert [marker.frame for marker in after.markers] == [0, 5, 60]
