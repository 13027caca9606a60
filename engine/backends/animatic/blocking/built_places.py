"""Words for the places that people build and live in, in English and Chinese, with the sets that stand for them.

A word may have two sets, since the same temple is a gate to whoever comes and a hall to whoever prays: the heading's INT
or EXT chooses, and without one the first is taken.
"""

from __future__ import annotations

from engine.backends.animatic.blocking.named import Named

BUILT_PLACES: tuple[Named, ...] = (
    Named(
        "bedroom, bed room, bed chamber, bedchamber, nursery, dormitory, dorm room, dorm, guest room, hotel room, motel room,"
        "卧室, 睡房, 寝室, 宿舍, 闺房, 卧房, 客房, 房里的床, 儿童房, 婴儿房, 寝宫, 寝殿, 酒店房间, 宾馆房间",
        ("bedroom",),
        part=True,
    ),
    Named(
        "living room, livingroom, living-room, sitting room, drawing room, lounge, parlour, parlor, family room, salon,"
        "客厅, 起居室, 厅堂, 堂屋, 会客厅, 大厅里",
        ("living room",),
        part=True,
    ),
    Named(
        "kitchen, kitchenette, galley, scullery, pantry, 厨房, 灶房, 灶间, 伙房, 后厨, 灶台边, 膳房",
        ("kitchen",),
        part=True,
    ),
    Named(
        "classroom, schoolroom, lecture hall, lecture room, seminar room, school, academy, kindergarten, class,"
        "教室, 课堂, 学堂, 私塾, 书院, 学校, 幼儿园, 阶梯教室",
        ("classroom", "building"),
    ),
    Named(
        "library, reading room, study, bookshop, bookstore, archive, archives, 图书馆, 书房, 阅览室, 书店, 藏书阁, 藏经阁, 藏经楼, 藏书楼, 档案室",
        ("library", "building"),
        part=True,
    ),
    Named(
        "office, newsroom, bureau, headquarters, police station, detective agency, meeting room, conference room, boardroom,"
        "cubicle, precinct, 办公室, 写字楼, 会议室, 警察局, 派出所, 公司, 报社, 编辑部, 侦探社, 事务所",
        ("office", "building"),
    ),
    Named(
        "bank, newspaper, agency, embassy, town hall, city hall, 银行, 邮局, 大使馆, 衙门",
        ("office",),
        inside_only=True,
    ),
    Named(
        "hospital, hospital room, ward, clinic, infirmary, sickroom, sick room, emergency room, operating room, intensive care,"
        "waiting room, surgery, 医院, 病房, 诊所, 急诊室, 手术室, 卫生院, 医务室, 诊室",
        ("hospital", "building"),
    ),
    Named(
        "shop, store, grocery, supermarket, boutique, pharmacy, drugstore, convenience store, pawnshop, toy shop, flower shop, bakery,"
        "antique shop, 商店, 店铺, 杂货店, 超市, 药店, 药铺, 便利店, 小卖部, 花店, 当铺, 布店, 布庄, 绸缎庄, 钱庄, 铺子, 玩具店, 古董店, 店里, 商场, 店, 铺, 面包房",
        ("shop", "building"),
    ),
    Named(
        "market, marketplace, market place, bazaar, market square, fair, stalls, night market, street market, fish market,"
        "集市, 市集, 市场, 菜市场, 夜市, 庙会, 早市, 鱼市, 菜场, 墟市, 摊位",
        ("market",),
    ),
    Named(
        "tavern, inn, pub, bar, saloon, restaurant, cafe, café, coffee shop, coffeehouse, coffee house, diner, canteen,"
        "dining hall, dining room, bistro, cafeteria, brasserie, pizzeria, nightclub, noodle shop, tea room, tearoom,"
        "酒馆, 酒吧, 餐厅, 饭店, 饭馆, 咖啡馆, 咖啡厅, 咖啡店, 食堂, 餐馆, 旅店, 客店, 酒店, 小酒馆, 酒肆, 酒家, 面馆, 饭厅, 夜总会, 火锅店, 小吃店",
        ("tavern", "building"),
    ),
    Named(
        "teahouse, tea house, tea-house, wine house, 茶馆, 茶楼, 茶室, 茶坊, 茶肆, 酒楼, 客栈, 驿站",
        ("teahouse",),
    ),
    Named(
        "workshop, studio, forge, smithy, garage, laboratory, lab, atelier, pottery, factory floor, factory, blacksmith's,"
        "carpenter's shop, 作坊, 工坊, 工作室, 画室, 铁匠铺, 木匠铺, 车库, 实验室, 车间, 工厂, 工作间, 木工房",
        ("workshop",),
        part=True,
    ),
    Named(
        "prison, prison cell, jail, jail cell, gaol, cell, dungeon, holding cell, 监狱, 牢房, 囚室, 监牢, 牢里, 地牢, 大牢, 天牢, 牢狱, 看守所",
        ("prison",),
        part=True,
    ),
    Named("attic, loft, garret, belfry, 阁楼, 顶楼小屋, 顶阁", ("attic",), part=True),
    Named(
        "church, chapel, cathedral, abbey, monastery chapel, nave, vestry, sacristy, 教堂, 礼拜堂, 大教堂",
        ("church", "building"),
    ),
    Named(
        "temple, shrine, monastery, pagoda, buddha hall, 寺庙, 寺院, 古寺, 寺, 庙, 佛寺, 道观, 禅院, 佛堂, 祠堂, 大雄宝殿, 佛殿, 破庙, 山门, 古刹, 刹",
        ("temple", "temple hall"),
    ),
    Named(
        "palace, throne room, throne hall, imperial court, castle hall, great hall, castle, citadel, fortress, stronghold, royal court,"
        "宫殿, 皇宫, 大殿, 金銮殿, 王宫, 宫廷, 皇城, 宫门, 殿上, 朝堂, 宫里, 宫中, 御花园, 城堡, 殿内, 殿中, 紫禁城, 故宫, 行宫",
        ("palace", "palace hall"),
    ),
    Named(
        "courtyard, yard, backyard, patio, quadrangle, cloister, front yard, 庭院, 院子, 小院, 后院, 前院, 院落, 天井, 院中, 院里, 四合院",
        ("courtyard",),
        part=True,
    ),
    Named(
        "village, hamlet, farmyard, village square, mountain village, fishing village, 村庄, 山村, 村子, 村里, 小村, 村口, 乡村, 村落, 渔村, 村, 山寨, 寨子",
        ("village",),
    ),
    Named(
        "train station, railway station, station, railway platform, train platform, platform, subway station, metro station,"
        "underground station, 车站, 火车站, 站台, 月台, 地铁站, 候车室, 候车厅, 高铁站",
        ("station",),
        either=True,
    ),
    Named(
        "train carriage, railway carriage, carriage, train car, railway car, train compartment, compartment, dining car,"
        "sleeping car, subway car, metro carriage, aboard the train, on the train, on a train, on the bus, on a bus,"
        "车厢, 火车上, 列车上, 火车车厢, 餐车, 卧铺, 地铁车厢, 地铁里, 公交车上, 火车里, 高铁上, 大巴上",
        ("train",),
    ),
    Named(
        "train, subway train, subway, metro, tram, streetcar, bus, coach, express, 火车, 列车, 高铁, 地铁, 公交车, 大巴, 电车, 动车",
        ("train",),
        inside_only=True,
    ),
    Named(
        "in the car, in a car, car interior, back seat, backseat, front seat, driver's seat, 车里, 车内, 驾驶室, 汽车里, 出租车里, 车上",
        ("car",),
    ),
    Named(
        "car, taxi, cab, police car, limousine, van, jeep, pickup, pickup truck, truck, sedan, lorry, ambulance,"
        "汽车, 出租车, 轿车, 警车, 卡车, 吉普车, 小汽车, 越野车, 救护车, 面包车",
        ("car",),
        inside_only=True,
    ),
    Named(
        "cockpit, spaceship bridge, starship bridge, control room, space station, orbital station, airlock, escape pod, engine room,"
        "太空舱, 驾驶舱, 空间站, 太空站, 控制室, 舰桥, 船舱内, 飞船内, 飞船里, 逃生舱",
        ("spaceship",),
    ),
    Named(
        "spaceship, space ship, spacecraft, starship, shuttle, space shuttle, space capsule, capsule, mothership, rocket, ufo,"
        "flying saucer, alien ship, alien spaceship, alien craft, alien vessel, 外星飞船, 飞船, 宇宙飞船, 太空船, 航天飞机, 星舰, 火箭, 飞碟",
        ("spaceship",),
        inside_only=True,
    ),
    Named(
        "theatre, theater, theatre stage, theater stage, stage, opera house, concert hall, auditorium, puppet theatre, circus,"
        "舞台, 剧院, 戏台, 戏院, 剧场, 音乐厅, 礼堂, 戏园, 台上, 大剧院, 马戏团",
        ("theatre", "building"),
        either=True,
    ),
    Named(
        "deck, ship's deck, ship deck, quarterdeck, aboard ship, pirate ship, sailing ship, galleon, ocean liner, ferry deck,"
        "甲板, 船甲板, 大船上, 船头, 船尾, 船舷, 海盗船, 轮船上, 轮船甲板",
        ("deck",),
        part=True,
        either=True,
    ),
)
