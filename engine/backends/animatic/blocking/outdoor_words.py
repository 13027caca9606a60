"""The words for places out of doors, English and Chinese, for each set that is cut for just that place.

They stand before the older, wider tables of `places`: a beach is a beach, and only water without a shore is the sea.
"""

from __future__ import annotations

from engine.backends.animatic.stage import SetKind

OUTDOORS: dict[SetKind, str] = {
    "alley": """alley alleyway back-alley backstreet back-street narrow-lane narrow-street narrow-passage dark-lane side-street side-lane back-lane passage passageway laneway
        小巷 巷子 巷 巷口 巷尾 巷弄 胡同 弄堂 里弄 后巷 窄巷 雨巷 深巷 暗巷""",
    "skyline": """skyline skyscraper city-skyline cityscape metropolis megacity overlook lookout
        天际线 城市全景 城市夜景 高楼 摩天楼 摩天大楼 大厦 都市 观景台 城市上空""",
    "rooftop": """rooftop roof roofs rooftops terrace balcony
        屋顶 房顶 楼顶 天台 露台 阳台 屋脊 瓦顶 房檐 屋檐""",
    "bamboo grove": "bamboo bamboo-forest bamboo-grove bamboo-thicket bamboo-wood 竹林 竹海 竹园 篁 竹丛 竹径",
    "beach": """beach beaches seashore seaside shore shoreline sand sands sandbar cove lagoon surf boardwalk
        沙滩 海滩 海边 海岸 海滨 滩 礁石滩 石滩 金滩""",
    "river": """river rivers riverbank riverside riverbed stream brook creek canal ford rapids lake lakeside lakeshore pond
        pool reservoir waterfall waterfalls falls waterhole riverfront
        江 河 溪 河边 河畔 河岸 河滩 江边 江畔 江岸 江面 河面 小河 小溪 溪边 溪水 池塘 水塘 池 塘 湖 湖边 湖畔 湖面 湖心 瀑布 渡口 水边 水面 水库 运河 洲 浦 山涧 涧""",
    "snowfield": """snowfield snow-field tundra glacier iceberg icefield ice-field arctic antarctic antarctica polar pole ice frozen-plain frozen-sea frozen-waste frozen-wastes
        white-plain snowy-plain snow-plain icy-plain frozen-steppe ice-plain white-waste frozen-lake
        雪地 雪原 冰原 冰川 冰山 冰面 南极 北极 极地 雪野 冰天雪地 冰河""",
    "grassland": """grassland grasslands prairie steppe savanna savannah meadow meadows pasture plain plains
        pitch football-pitch football-field soccer-field sports-field sports-ground playing-field baseball-field golf-course racecourse
        操场 球场 足球场 运动场 体育场 棒球场 高尔夫球场 草原 草地 草坪 草场 牧场 原野 旷野 草坡 花海 草甸 大草原""",
    "desert": "desert deserts dune dunes oasis sahara gobi 沙漠 沙丘 大漠 荒漠 沙海 戈壁 绿洲",
    "bridge": "bridge bridges footbridge overpass viaduct aqueduct drawbridge 桥 石桥 木桥 桥上 桥头 桥面 天桥 断桥 拱桥 廊桥 大桥",
    "harbour": """harbour harbor port pier dock docks dockside quay quayside wharf marina jetty shipyard waterfront
        港 港口 港湾 码头 船坞 海港 渔港 栈桥 栈道 埠头""",
    "lighthouse": "lighthouse lighthouses 灯塔",
    "cave": "cave caves cavern caverns grotto tunnel mine mineshaft lair den burrow 山洞 洞穴 岩洞 溶洞 洞窟 石洞 洞 洞口 矿井 矿洞 隧道",
    "underwater": """underwater undersea seabed seafloor deep-sea abyss reef coral
        海底 水下 水底 海中 龙宫 深海 珊瑚 珊瑚礁 湖底 河底 海里 水中""",
    "moon": """moon lunar mars martian planet asteroid crater
        月球 月面 月亮上 火星 星球 小行星 环形山 月宫表面 外星""",
    "farm field": """farm farmland farmyard field fields cornfield wheatfield paddy paddies barnyard ranch vineyard
        orchard-field plantation harvest scarecrow
        田 田里 田间 田边 田野 田地 麦田 稻田 菜地 菜园 瓜田 茶园 农场 农田 玉米地 地里 田埂 梯田""",
    "garden": """playground playgrounds amusement-park garden gardens orchard orchards park parks backyard arboretum hedge hedges lawn courtyard-garden flowerbed greenhouse-garden
        游乐场 游乐园 儿童乐园 花园 公园 后花园 御花园 园林 园子 花圃 花坛 草坪公园 植物园""",
    "swamp": "swamp swamps swampland marsh marshes marshland bog wetland wetlands fen bayou mire 沼泽 湿地 泥沼 泥潭 芦苇荡",
}
