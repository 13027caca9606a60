"""Vehicles by kind: which cut, how long and high (metres), which colour when nobody says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Model:
    """One kind of vehicle: `words` recognise it, `cut` names the drawing."""

    words: str
    cut: str
    long: float
    tall: float
    colour: str
    afloat: bool = False
    winged: bool = False


FLEET = (
    Model(r"taxi|cab|出租车|的士", "car", 3.9, 1.55, "#e0ad3a"),
    Model(r"police car|警车", "car", 3.9, 1.55, "#4a5d8f"),
    Model(r"bus|coach bus|motor coach|minibus|tram|streetcar|trolley|公交|公共汽车|巴士|大巴|电车", "bus", 7.5, 2.9, "#c8553d"),
    Model(r"ambulance|救护车", "van", 4.6, 2.2, "#e6e0d2"),
    Model(r"fire engine|fire truck|消防车", "truck", 5.6, 2.6, "#c0392f"),
    Model(r"van|minivan|delivery van|camper|caravan|面包车|房车|探测车|火星车|月球车|运输车|越野车", "van", 4.6, 2.2, "#6f8fae"),
    Model(r"truck|lorry|pickup|卡车|货车", "truck", 5.6, 2.6, "#3f7d5c"),
    Model(r"tractor|拖拉机", "truck", 3.8, 2.2, "#c8553d"),
    Model(r"motorbike|motorcycle|scooter|moped|vespa|摩托|摩托车|电动车", "motorbike", 1.9, 1.15, "#b5495b"),
    Model(r"bicycle|bike|tricycle|自行车|单车|脚踏车", "bicycle", 1.7, 1.05, "#2f6f73"),
    Model(r"train|locomotive|railway|steam engine|express|metro|subway|火车|列车|高铁|地铁|机车", "train", 9.0, 3.2, "#3f6f5c"),
    Model(r"carriage|stagecoach|wagon|cart|sleigh|coach and horses|rickshaw|马车|车厢|板车|黄包车|轿", "cart", 2.6, 1.8, "#8a6242"),
    Model(r"sailboat|sailing boat|sailing ship|yacht|schooner|galleon|frigate|sloop|clipper|caravel|catamaran|pirate ship|junk|帆船|帆", "sailboat", 4.6, 5.2, "#8a5f3f", True),
    Model(r"steamer|steamship|ship|ferry|liner|tugboat|tug|trawler|submarine|轮船|渡轮|客轮|货轮|军舰|大船", "ship", 9.0, 4.6, "#4a5d8f", True),
    Model(r"rowing boat|rowboat|boat|canoe|dinghy|raft|kayak|gondola|skiff|longboat|lifeboat|小舟|小船|舟|扁舟|渔船|乌篷船|竹筏|木筏|画舫|船|艇", "rowing boat", 4.0, 1.15, "#8a5f3f", True),
    Model(r"aeroplane|airplane|plane|jet|aircraft|biplane|glider|飞机|客机|战机", "aeroplane", 7.0, 2.6, "#d9d2c2", False, True),
    Model(r"helicopter|直升机", "helicopter", 6.0, 2.6, "#c8553d", False, True),
    Model(r"hot air balloon|airship|zeppelin|热气球|飞艇", "air balloon", 3.6, 5.6, "#c8553d", False, True),
    Model(r"rocket|spaceship|spacecraft|shuttle|火箭|飞船|宇宙飞船", "rocket", 1.8, 5.0, "#e6dfd0", False, True),
    Model(r"racing car|race car|convertible|sports car|jeep|limousine|car|automobile|sedan|hatchback|suv|汽车|轿车|小汽车|车子|跑车|吉普", "car", 3.9, 1.45, "#c8553d"),
)  # fmt: skip
