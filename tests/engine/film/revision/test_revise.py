"""Revisions: the same script changes nothing, no take is ever lost, a person's edits stay, and locked things stay locked."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from revised_scripts import Script, read, told, with_takes

from engine.film import board, coverage, cutting, trimming
from engine.film.check import complaints
from engine.film.cuts import Clip, Gap
from engine.film.document import Film
from engine.film.revision.numbering import lock_numbers
from engine.film.revision.revise import Revised, revise
from engine.film.setup import Setup, Size
from engine.film.shots import Panel, Shot
from engine.film.versions import duplicate_cut, lock_cut

OLD: Script = [
    ("INT. HALL - DAY", ["Ann opens the old door", "A dog runs in", "ANN: Where have you been?", "Ann kneels down"]),
    ("EXT. BEACH - NIGHT", ["Waves roll over the black sand", "The dog barks at the moon", "ANN: Come home now."]),
    ("INT. KITCHEN - DAY", ["A kettle sings on the stove", "Ann pours two cups of tea"]),
]


def slates(film: Film) -> list[str]:
    return [shot.slate for shot in film.shots]


def shot_at(film: Film, slate: str) -> Shot:
    return next(shot for shot in film.shots if shot.slate == slate)


def edited(old: Script, new: Script, film: Film | None = None) -> Revised:
    """A revision of a film that has takes of everything."""
    reading = read(old)
    return revise(film if film is not None else with_takes(reading), read(new), reading)


def changed(row: Script, scene: int, shots: list[str]) -> list[tuple[str, list[str]]]:
    return [(heading, shots if at == scene else list(texts)) for at, (heading, texts) in enumerate(row)]


def kinds(revised: Revised, what: str = "shot") -> list[str]:
    return [change.kind for change in revised.changes if change.what == what]


# Examples


def test_a_rewritten_shot_keeps_its_id_its_takes_and_its_circle() -> None:
    new = changed(OLD, 0, ["Ann slams the old door", *OLD[0][1][1:]])
    revised = edited(OLD, new)
    before, after = shot_at(with_takes(read(OLD)), "1A"), shot_at(revised.film, "1A")
    assert (after.action, after.id, after.takes, after.circled) == (
        "Ann slams the old door",
        before.id,
        before.takes,
        before.circled,
    )
    assert revised.changes[0].sentence == (
        "Shot 1A: the action was “Ann opens the old door”, is “Ann slams the old door”."
    )
    assert (revised.changes[0].before, revised.changes[0].after) == ("Ann opens the old door", "Ann slams the old door")


def test_a_rewritten_line_is_the_same_line() -> None:
    new = changed(OLD, 0, [*OLD[0][1][:2], "ANN: Where have you been all night?", OLD[0][1][3]])
    revised = edited(OLD, new)
    assert shot_at(revised.film, "1C").lines[0].id == shot_at(read(OLD), "1C").lines[0].id
    assert kinds(revised, "line") == ["changed"]


def test_a_moved_shot_keeps_its_takes() -> None:
    first, second, *rest = OLD[0][1]
    revised = edited(OLD, changed(OLD, 0, [second, *rest, first]))
    assert [change.sentence for change in revised.changes if change.kind == "moved"] == [
        "Shot 1D stands elsewhere: “Ann opens the old door”."
    ]
    assert shot_at(revised.film, "1D").takes == shot_at(with_takes(read(OLD)), "1A").takes


def test_a_shot_that_moves_to_another_scene_keeps_its_takes() -> None:
    new = [
        (OLD[0][0], OLD[0][1][:3]),
        (OLD[1][0], [*OLD[1][1], OLD[0][1][3]]),
        OLD[2],
    ]
    revised = edited(OLD, new)
    assert shot_at(revised.film, "2D").takes == shot_at(with_takes(read(OLD)), "1D").takes
    assert "Shot 2D stands elsewhere in scene 2: “Ann kneels down”." in [c.sentence for c in revised.changes]


def test_a_moved_scene_is_one_change() -> None:
    revised = edited(OLD, [OLD[2], OLD[0], OLD[1]])
    assert [c.kind for c in revised.changes] == ["moved", "renumbered"]
    assert all(len(shot.takes) == 2 for shot in revised.film.shots)


def test_a_new_heading_does_not_make_new_shots() -> None:
    revised = edited(OLD, [("INT. HALL - NIGHT", OLD[0][1]), *OLD[1:]])
    assert [c.sentence for c in revised.changes] == [
        "Scene 1: the heading was “INT. HALL - DAY”, is “INT. HALL - NIGHT”."
    ]


def test_an_omitted_shot_is_kept_with_its_takes_and_is_not_played() -> None:
    revised = edited(OLD, changed(OLD, 0, [OLD[0][1][0], *OLD[0][1][2:]]))
    (omitted,) = [shot for shot in revised.film.shots if shot.omitted]
    assert (omitted.action, len(omitted.takes)) == ("A dog runs in", 2)
    assert omitted.id not in {shot.id for shot in revised.film.played.shots}
    assert "Shot 1B is omitted; its 2 takes are kept: “A dog runs in”." in [c.sentence for c in revised.changes]
    assert slates(revised.film)[:4] == ["1A", "1B×", "1B", "1C"]


def test_an_omitted_shot_that_comes_back_has_its_takes_again() -> None:
    without = changed(OLD, 0, [OLD[0][1][0], *OLD[0][1][2:]])
    gone = edited(OLD, without)
    back = revise(gone.film, read(OLD), gone.reading)
    assert back.film == with_takes(read(OLD))
    assert kinds(back) == ["back", "renumbered"]


def test_a_shot_without_anything_of_a_person_s_goes_for_good() -> None:
    without = changed(OLD, 0, [OLD[0][1][0], *OLD[0][1][2:]])
    revised = edited(OLD, without, read(OLD))
    assert told(revised.film) == [(heading, list(texts)) for heading, texts in without]
    assert not any(shot.omitted for shot in revised.film.shots)


def test_who_is_written_out_leaves_the_cast() -> None:
    new = [("INT. HALL - DAY", ["Ann opens the old door", "A dog runs in", "Ann kneels down"]), OLD[2]]
    revised = edited(OLD, new, read(OLD))
    assert not revised.film.cast
    assert kinds(revised, "cast") == ["omitted"]
    assert edited(OLD, new).film.cast  # an omitted shot still needs her


# What a person has done


def test_edits_by_hand_stay_and_words_come_from_the_script() -> None:
    film = with_takes(read(OLD))
    close = Setup(size=Size.CLOSE)
    film = board.edit_shot(film, shot_at(film, "1A").id, setup=close, duration=99, note="at the door")
    film = coverage.add_panel(film, shot_at(film, "1A").id, Panel(id="p1"))
    revised = edited(OLD, changed(OLD, 0, ["Ann slams the old door", *OLD[0][1][1:]]), film)
    after = shot_at(revised.film, "1A")
    assert (after.action, after.setup, after.duration, after.note) == (
        "Ann slams the old door",
        close,
        99,
        "at the door",
    )
    assert after.panels == (Panel(id="p1"),)
    assert [c.sentence for c in revised.changes if c.kind == "kept"] == []


def test_an_edit_that_the_script_contradicts_is_kept_and_said() -> None:
    film = board.edit_shot(read(OLD), shot_at(read(OLD), "1A").id, duration=99)
    revised = edited(OLD, changed(OLD, 0, ["Ann slams the heavy old door", *OLD[0][1][1:]]), film)
    assert shot_at(revised.film, "1A").duration == 99
    assert [c.sentence for c in revised.changes if c.kind == "kept"] == ["Shot 1A keeps the length that you gave it."]


def test_a_shot_added_by_hand_stays_where_it_was() -> None:
    film = read(OLD)
    film = board.add_shot(
        film, film.scenes[0].id, Shot(id="mine", slate="1E", action="A mouse looks on", duration=30), at=1
    )
    revised = edited(OLD, changed(OLD, 0, ["Ann slams the old door", *OLD[0][1][1:], "The door creaks"]), film)
    assert [shot.id == "mine" for shot in revised.film.scenes[0].shots] == [False, True, False, False, False, False]
    assert len(set(slates(revised.film))) == len(slates(revised.film))


def test_a_shot_removed_by_hand_stays_away() -> None:
    film = board.remove_shot(read(OLD), shot_at(read(OLD), "1B").id, clips="close")
    revised = edited(OLD, [*OLD, ("EXT. ROAD - DAY", ["A cart rolls by"])], film)
    assert "A dog runs in" not in [shot.action for shot in revised.film.shots]
    assert revised.film.scenes[-1].heading == "EXT. ROAD - DAY"


def test_an_order_made_by_hand_stays() -> None:
    film = read(OLD)
    film = board.move_scene(film, film.scenes[2].id, at=0)
    revised = edited(OLD, changed(OLD, 1, [*OLD[1][1], "The tide turns"]), film)
    assert [scene.heading for scene in revised.film.scenes] == [OLD[2][0], OLD[0][0], OLD[1][0]]


# Cuts


def clips(film: Film, cut: int = 0) -> list[str]:
    names = {shot.id: shot.slate for shot in film.shots}
    items = film.cuts[cut].tracks[0].items
    return [names[item.shot or ""] if isinstance(item, Clip) else item.kind for item in items]


def test_a_first_cut_nobody_touched_is_put_together_anew() -> None:
    revised = edited(OLD, [*OLD[1:], ("EXT. ROAD - DAY", ["A cart rolls by"])])
    assert clips(revised.film) == ["1A", "1B", "1C", "2A", "2B", "3A"]


def test_an_edited_cut_keeps_its_trims_and_follows_the_script() -> None:
    film = with_takes(read(OLD))
    cut = film.cuts[0]
    film = trimming.ripple(film, cut.id, cut.tracks[0].items[0].id, "tail", -7)
    new = changed(
        OLD, 0, ["Ann opens the old door", "ANN: Where have you been?", "A cat looks away", "Ann kneels down"]
    )
    revised = edited(OLD, new, film)
    assert clips(revised.film) == ["1A", "1B", "1C", "1D", "2A", "2B", "2C", "3A", "3B"]
    first = revised.film.cuts[0].tracks[0].items[0]
    assert isinstance(first, Clip)
    assert first.frames == shot_at(film, "1A").duration - 7
    assert not any(isinstance(item, Gap) for item in revised.film.cuts[0].tracks[0].items)


def test_a_whole_clip_stays_whole_when_its_shot_grows() -> None:
    film = with_takes(read(OLD))
    film = trimming.ripple(film, film.cuts[0].id, film.cuts[0].tracks[0].items[0].id, "tail", -7)
    longer = "A dog runs in with a very long stick"
    revised = edited(OLD, changed(OLD, 0, [OLD[0][1][0], longer, *OLD[0][1][2:]]), film)
    second = revised.film.cuts[0].tracks[0].items[1]
    assert isinstance(second, Clip)
    assert second.frames == shot_at(revised.film, "1B").duration == 24 + len(longer)


def test_a_locked_cut_is_never_touched() -> None:
    film = lock_cut(with_takes(read(OLD)), "cut-assembly")
    revised = edited(OLD, OLD[1:], film)
    assert revised.film.cuts == film.cuts
    assert not list(complaints(revised.film))


def test_another_cut_gets_nothing_new_and_loses_what_is_omitted() -> None:
    film = duplicate_cut(with_takes(read(OLD)), "cut-assembly", name="Short")
    revised = edited(OLD, changed(OLD, 0, [*OLD[0][1][1:], "The door creaks"]), film)
    assert len(clips(revised.film, 1)) == len(clips(film, 1)) - 1
    assert "The door creaks" not in [shot_at(revised.film, slate).action for slate in clips(revised.film, 1)]


def test_a_new_shot_goes_into_an_edited_cut_behind_the_one_before_it() -> None:
    film = with_takes(read(OLD))
    film = cutting.lift_clip(film, "cut-assembly", film.cuts[0].tracks[0].items[-1].id)
    revised = edited(OLD, changed(OLD, 0, [*OLD[0][1], "The door creaks"]), film)
    assert clips(revised.film)[:6] == ["1A", "1B", "1C", "1D", "1E", "2A"]


# Without a last reading


def test_without_a_last_reading_the_film_s_own_words_are_compared() -> None:
    film = with_takes(read(OLD))
    film = board.edit_shot(film, shot_at(film, "1A").id, setup=Setup(size=Size.CLOSE))
    assert revise(film, read(OLD)).film == film
    after = revise(film, read(changed(OLD, 0, ["Ann slams the old door", *OLD[0][1][1:]]))).film
    assert shot_at(after, "1A").action == "Ann slams the old door"
    assert shot_at(after, "1A").setup.size is Size.CLOSE
    assert not list(complaints(after))


# Whatever is written

HEADINGS = st.sampled_from(
    ["INT. HALL - DAY", "EXT. BEACH - NIGHT", "INT. HALL - NIGHT", "外景 江边 黄昏", "EXT. ROAD"]
)
TEXTS = st.one_of(
    st.lists(
        st.sampled_from(["ann", "dog", "opens", "old", "door", "runs", "home", "waves", "sand", "tea", "moon"]),
        min_size=2,
        max_size=6,
    ).map(" ".join),
    st.sampled_from(["老王走进来", "ANN: Come home.", "BOB: No.", "ANN: Where have you been?", "下雪了", "Rain."]),
)
SCRIPTS = st.lists(st.tuples(HEADINGS, st.lists(TEXTS, min_size=1, max_size=5)), min_size=1, max_size=4)


@st.composite
def revisions(draw: st.DrawFn) -> tuple[Script, Script]:
    """A script, and one made of it by what writers do: cut, add, move, rewrite, reorder."""
    old = [(heading, list(texts)) for heading, texts in draw(SCRIPTS)]
    new = [(heading, list(texts)) for heading, texts in old]
    for _ in range(draw(st.integers(0, 4))):
        scene = draw(st.integers(0, len(new) - 1))
        _, texts = new[scene]
        at = draw(st.integers(0, len(texts)))
        match draw(st.sampled_from(["add", "cut", "move", "rewrite", "scene", "shuffle", "drop"])):
            case "add":
                texts.insert(at, draw(TEXTS))
            case "cut" if len(texts) > 1:
                del texts[at % len(texts)]
            case "move" if len(texts) > 1:
                new[draw(st.integers(0, len(new) - 1))][1].append(texts.pop(at % len(texts)))
            case "rewrite":
                texts[at % len(texts)] = f"{texts[at % len(texts)]} {draw(TEXTS).partition(': ')[2] or 'again'}"
            case "scene":
                new.insert(scene, (draw(HEADINGS), [draw(TEXTS)]))
            case "shuffle":
                new.insert(draw(st.integers(0, len(new) - 1)), new.pop(scene))
            case "drop" if len(new) > 1:
                del new[scene]
            case _:
                pass
    return old, new


@st.composite
def films(draw: st.DrawFn, reading: Film) -> Film:
    """What a person may have made of a reading: takes, edits, own shots, cuts, locks."""
    film = with_takes(reading, *draw(st.sets(st.sampled_from([shot.slate for shot in reading.shots]))))
    some = draw(st.sampled_from(list(film.shots)))
    if draw(st.booleans()):
        film = board.edit_shot(film, some.id, duration=77, setup=Setup(size=Size.CLOSE))
    if draw(st.booleans()):
        film = board.add_shot(film, film.scenes[0].id, Shot(id="mine", slate="1Z", action="mine", duration=30), at=0)
    if draw(st.booleans()):
        item = film.cuts[0].tracks[0].items[0]
        film = trimming.ripple(film, "cut-assembly", item.id, "tail", -3)
    if all(shot.takes for shot in film.shots if shot.id != "mine") and draw(st.booleans()):
        film = lock_cut(film, "cut-assembly")
    return lock_numbers(film) if draw(st.booleans()) else film


def takes_of(film: Film) -> dict[str, tuple[tuple[str, ...], str | None]]:
    return {shot.id: (tuple(take.id for take in shot.takes), shot.circled) for shot in film.shots if shot.takes}


@settings(max_examples=60)
@given(st.data())
def test_the_same_script_changes_nothing(data: st.DataObject) -> None:
    reading = read(data.draw(SCRIPTS))
    film = data.draw(films(reading))
    revised = revise(film, reading, reading)
    assert revised.film == film
    assert not revised.changes


@settings(max_examples=120)
@given(st.data())
def test_no_take_is_ever_lost_and_the_film_holds_together(data: st.DataObject) -> None:
    old, new = data.draw(revisions())
    film = data.draw(films(read(old)))
    revised = revise(film, read(new), read(old))
    assert not list(complaints(revised.film))
    assert not list(complaints(revised.reading))
    after = takes_of(revised.film)
    assert {shot: after.get(shot) for shot in takes_of(film)} == takes_of(film)
    assert [cut for cut in revised.film.cuts if cut.locked] == [cut for cut in film.cuts if cut.locked]
    if film.numbering == "locked":
        numbers = {shot.id: shot.slate for shot in revised.film.shots}
        assert {shot.id: numbers.get(shot.id) for shot in film.shots} == {shot.id: shot.slate for shot in film.shots}
        assert len(set(numbers.values())) == len(numbers)
        scenes = {scene.id: scene.number for scene in revised.film.scenes}
        assert {s.id: scenes.get(s.id) for s in film.scenes} == {s.id: s.number for s in film.scenes}
        assert len(set(scenes.values())) == len(scenes)


@settings(max_examples=80)
@given(st.data())
def test_a_revision_is_read_once(data: st.DataObject) -> None:
    old, new = data.draw(revisions())
    first = revise(data.draw(films(read(old))), read(new), read(old))
    second = revise(first.film, read(new), first.reading)
    assert second.film == first.film
    assert not [change for change in second.changes if change.kind != "kept"]


@settings(max_examples=80)
@given(revisions())
def test_a_film_nobody_has_touched_becomes_what_its_script_says(scripts: tuple[Script, Script]) -> None:
    old, new = scripts
    revised = revise(read(old), read(new), read(old))
    assert told(revised.film) == [(heading, list(texts)) for heading, texts in new]
    assert revised.film == revised.reading
    assert slates(revised.film) == slates(read(new))


@settings(max_examples=60)
@given(st.data())
def test_without_a_last_reading_nothing_is_lost_either(data: st.DataObject) -> None:
    old, new = data.draw(revisions())
    film = data.draw(films(read(old)))
    revised = revise(film, read(new))
    assert not list(complaints(revised.film))
    assert takes_of(film).items() <= takes_of(revised.film).items()
    assert revise(film, read(old)).film == film or any(shot.id == "mine" for shot in film.shots)


# Scenes that are out


def test_a_scene_that_was_omitted_and_comes_back_is_the_same_scene() -> None:
    film = lock_numbers(with_takes(read(OLD)))
    gone = revise(film, read([OLD[0], OLD[2]]), read(OLD))
    assert [(scene.number, scene.omitted) for scene in gone.film.scenes] == [("1", False), ("2", True), ("3", False)]
    back = revise(gone.film, read(OLD), gone.reading)
    assert back.film == film
    assert "Scene 2 (EXT. BEACH - NIGHT) is back." in [change.sentence for change in back.changes]


def test_a_script_that_says_omitted_means_the_scene_of_that_number() -> None:
    film = lock_numbers(with_takes(read(OLD)))
    script = read([OLD[0], ("OMITTED", []), OLD[2]])
    script = script.with_(scenes=tuple(s.with_(omitted=s.heading == "OMITTED") for s in script.scenes))
    gone = revise(film, script, read(OLD))
    assert [(s.number, s.omitted, s.heading) for s in gone.film.scenes][1] == ("2", True, "EXT. BEACH - NIGHT")
    assert all(shot.omitted and len(shot.takes) == 2 for shot in gone.film.scenes[1].shots)
    assert revise(gone.film, script, gone.reading).film == gone.film
    assert revise(gone.film, read(OLD), gone.reading).film == film


# Numbers that a writer gave


def numbered_by_hand(script: Script, numbers: list[str]) -> Film:
    """A reading of a shot list, whose slates are the rows' own."""
    film, left = read(script), iter(numbers)
    scenes = (scene.with_(shots=tuple(s.with_(slate=next(left)) for s in scene.shots)) for scene in film.scenes)
    return film.with_(scenes=tuple(scenes))


def test_under_a_written_number_stands_the_same_shot() -> None:
    old = numbered_by_hand([("INT. HALL", ["Ann opens the door", "A dog", "Rain"])], ["10", "20", "30"])
    new = numbered_by_hand(
        [("INT. HALL", ["Ann opens the door", "Seven cats", "Snow", "Rain"])], ["10", "20", "25", "30"]
    )
    revised = revise(with_takes(old), new, old)
    assert [(shot.slate, shot.action, len(shot.takes)) for shot in revised.film.shots] == [
        ("10", "Ann opens the door", 2),
        ("20", "Seven cats", 2),
        ("25", "Snow", 0),
        ("30", "Rain", 2),
    ]
    locked = revise(lock_numbers(with_takes(old)), new, old)
    assert slates(locked.film) == ["10", "20", "25", "30"]
