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
    Model(r"taxi|taxicab|cab|出租车|的士|计程车", "car", 3.9, 1.55, "#e0ad3a"),
    Model(r"police car|patrol car|squad car|police cruiser|警车|巡逻车", "police car", 3.9, 1.55, "#3d4a6a"),
    Model(r"tram|streetcar|trolley|trolley car|有轨电车|电车", "tram", 8.0, 3.1, "#3f6f5c"),
    Model(r"bus|coach bus|motor coach|school bus|double-decker|minibus|公交|公交车|公共汽车|巴士|大巴|校车|中巴", "bus", 7.5, 2.9, "#c8553d"),
    Model(r"ambulance|救护车|急救车", "van", 4.6, 2.2, "#e6e0d2"),
    Model(r"fire engine|fire truck|firetruck|fire lorry|消防车|救火车", "fire engine", 6.4, 2.6, "#c0392f"),
    Model(r"van|minivan|delivery van|camper|camper van|caravan|rover|moon buggy|面包车|房车|探测车|火星车|月球车|运输车|越野车", "van", 4.6, 2.2, "#6f8fae"),
    Model(r"truck|lorry|pickup|pickup truck|dump truck|卡车|货车|皮卡", "truck", 5.6, 2.6, "#3f7d5c"),
    Model(r"tractor|拖拉机|bulldozer|推土机|combine harvester|收割机", "tractor", 3.6, 2.3, "#c8553d"),
    Model(r"motorbike|motorcycle|scooter|moped|vespa|摩托|摩托车|电动车|电瓶车", "motorbike", 1.9, 1.15, "#b5495b"),
    Model(r"bicycle|bike|tricycle|自行车|单车|脚踏车|三轮车", "bicycle", 1.7, 1.05, "#2f6f73"),
    Model(r"train|locomotive|railway|steam engine|steam train|railway carriage|express|metro|subway|火车|列车|高铁|地铁|机车|绿皮车|动车", "train", 14.0, 3.2, "#3f6f5c"),
    Model(r"rickshaw|黄包车|人力车|洋车", "rickshaw", 2.6, 1.9, "#8a6242"),
    Model(r"sedan chair|palanquin|litter chair|轿子|花轿|轿|喜轿|肩舆|步辇", "sedan chair", 3.8, 1.9, "#b5443a"),
    Model(r"sleigh|sledge|sled|dog sled|toboggan|雪橇|爬犁", "sleigh", 2.5, 1.4, "#b5443a"),
    Model(r"carriage|stagecoach|coach and horses|horse carriage|horse-drawn carriage|hansom|buggy|fiacre", "carriage", 6.0, 2.2, "#5f4a6a"),
    Model(r"horse cart|horse and cart|ox cart|oxcart|马车|牛车|驴车|骡车|大车", "horse cart", 5.4, 2.1, "#8a6242"),
    Model(r"wagon|cart|handcart|wheelbarrow|covered wagon|车厢|板车|推车|独轮车|手推车", "cart", 2.6, 1.8, "#8a6242"),
    Model(r"dragon boat|dragonboat|龙舟|龙船", "dragon boat", 7.0, 1.7, "#b5443a", True),
    Model(r"junk|chinese junk|福船|宝船|沙船|帆船|三桅帆船", "junk", 6.0, 5.0, "#8a5f3f", True),
    Model(r"sailboat|sailing boat|yacht|catamaran|dhow|帆|帆板|游艇", "sailboat", 4.6, 5.2, "#8a5f3f", True),
    Model(r"sailing ship|tall ship|schooner|galleon|frigate|sloop|clipper|caravel|brig|whaler|pirate ship|man-of-war|海盗船|大帆船", "tall ship", 7.5, 6.4, "#7a5238", True),
    Model(r"submarine|sub|u-boat|submersible|bathyscaphe|潜艇|潜水艇|潜水器", "submarine", 6.4, 2.6, "#c9a441", True),
    Model(r"steamer|steamship|steamboat|paddle steamer|ship|ferry|liner|ocean liner|tugboat|tug|trawler|freighter|cargo ship|warship|轮船|渡轮|客轮|货轮|军舰|大船|汽船|渔轮|邮轮|火轮船", "ship", 9.0, 4.6, "#4a5d8f", True),
    Model(r"sampan|乌篷船|篷船|画舫|花船", "sampan", 4.8, 1.5, "#7d5638", True),
    Model(r"raft|bamboo raft|竹筏|木筏|竹排|筏子|皮筏", "raft", 3.6, 1.5, "#b39a5c", True),
    Model(r"rowing boat|rowboat|boat|canoe|dinghy|kayak|gondola|skiff|longboat|lifeboat|小舟|小船|舟|扁舟|渔船|渔舟|渡船|木船|船|艇", "rowing boat", 4.0, 1.15, "#8a5f3f", True),
    Model(r"biplane|propeller plane|old plane|seaplane|双翼机|螺旋桨飞机|水上飞机", "biplane", 5.6, 2.4, "#c8553d", False, True),
    Model(r"aeroplane|airplane|plane|jet|airliner|aircraft|jumbo jet|glider|飞机|客机|战机|战斗机|喷气机", "aeroplane", 8.0, 2.8, "#d9d2c2", False, True),
    Model(r"helicopter|chopper|直升机|直升飞机", "helicopter", 6.0, 2.6, "#c8553d", False, True),
    Model(r"airship|zeppelin|dirigible|blimp|飞艇", "airship", 9.0, 3.6, "#c9a96a", False, True),
    Model(r"hot air balloon|hot-air balloon|热气球", "air balloon", 3.6, 5.6, "#c8553d", False, True),
    Model(r"ufo|flying saucer|saucer|alien ship|alien craft|mothership|飞碟|不明飞行物|幽浮", "saucer", 4.6, 1.9, "#9aa7b0", False, True),
    Model(r"spaceship|spacecraft|space ship|starship|space shuttle|shuttle|飞船|宇宙飞船|太空船|航天飞机|星舰|穿梭机", "spaceship", 6.2, 2.3, "#c3c9cc", False, True),
    Model(r"rocket|rocket ship|火箭|运载火箭", "rocket", 1.8, 5.0, "#e6dfd0", False, True),
    Model(r"racing car|race car|convertible|sports car|jeep|limousine|car|automobile|sedan|hatchback|suv|汽车|轿车|小汽车|车子|跑车|赛车|飞车|飞行汽车|飞行车|hover car|hovercar|flying car|吉普|吉普车|小轿车", "car", 3.9, 1.45, "#c8553d"),
)  # fmt: skip
