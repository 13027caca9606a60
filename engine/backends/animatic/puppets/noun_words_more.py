"""More film nouns that have a picture, in the form of noun_words: the kitchen, the farm, the schoolroom, the Chinese house."""

from __future__ import annotations

MORE = """
cut:bat .85 baseball bat, cricket bat, wooden bat, metal bat, rounders bat, club, cudgel, 球棒, 棒球棒, 棒球棍, 球棍
cut:sack .60 sack, bag of rice, sandbag, bag of flour, bundle, 麻袋, 布袋, 袋子, 米袋, 包袱, 香囊, 荷包
cut:barrel .90 barrel, keg, cask, 酒桶, 木桶
cut:shelf 1.9 shelf, bookshelf, bookcase, 书架, 架子, 书柜
cut:cupboard 1.8 cupboard, wardrobe, cabinet, closet, locker, safe, fridge, refrigerator, oven, 柜子, 衣柜, 橱柜, 抽屉, 冰箱
cut:pillow .22 pillow, cushion, 枕头, 枕, 垫子, 蒲团
cut:roll .26 mat, blanket, quilt, sleeping bag, bedroll, straw mat, towel, 竹席, 席子, 草席, 被子, 毯子, 毛巾
cut:branch .80 branch, twig, willow branch, sprig, olive branch, 树枝, 柳枝, 枝, 枝条, 柳条, 竹枝
cut:oar 1.9 oar, paddle, 船桨, 桨, 橹
cut:well 1.9 well, wishing well, water well, 井, 水井, 古井
cut:screen 1.8 folding screen, room divider, 屏风
cut:plate .07 plate, dish, tray, saucer, 盘子, 盘, 碟子, 托盘
cut:stele 1.8 stele, monument, stone tablet, statue, 石碑, 碑, 石狮, 石狮子, 佛像, 雕像
cut:bun .10 steamed bun, bun, dumpling bun, 馒头, 包子, 粽子, 汤圆
cut:hoe 1.5 hoe, mattock, pickaxe, 锄头, 锄, 镐, 镰刀, 扁担
cut:spade 1.2 spade, shovel, trowel, 铲子, 铁锹, 铲
cut:rake 1.5 rake, pitchfork, 耙子, 钉耙, 拂尘
cut:gourd .30 gourd, calabash, 葫芦, 酒葫芦
cut:swing 2.3 swing, swings, 秋千
cut:hearth 1.3 fireplace, hearth, stove, furnace, 灶, 灶台, 火炉, 炉子, 壁炉, 炉火, 炭火
cut:bin .70 bin, trash can, dustbin, garbage can, rubbish bin, 垃圾桶
cut:curtain 2.2 curtain, curtains, drapes, 窗帘, 帘子, 门帘, 帷幕
cut:rug .22 carpet, rug, doormat, 地毯, 毯
🏺 .70 jug, water jar, vat, 水缸, 缸, 香炉, 坛子
🍳 .20 pan, frying pan, skillet, wok, pot, 锅, 铁锅
🍴 .20 fork, knife and fork, cutlery, 叉子, 刀叉
🥄 .18 spoon, ladle, 勺子, 勺, 汤匙
🌭 .12 sausage, hot dog, 香肠
🍔 .12 burger, hamburger, 汉堡
🍪 .10 biscuit, cookie, 饼干, 饼
🍫 .12 chocolate, 巧克力
🍯 .16 honey, jam, 蜂蜜
🥬 .25 cabbage, lettuce, 白菜, 青菜
🫐 .08 berry, berries, 浆果
🌰 .08 nut, acorn, chestnut, 栗子, 瓜子
🍡 .30 糖葫芦, candied haws
🧈 .10 butter, sugar, 黄油
🕯️ .34 candlestick, incense, 烛台, 香
🔥 .10 match, lighter, matchstick, 火柴
🚬 .12 cigarette, pipe, 香烟, 烟斗
👛 .12 wallet, purse, 钱夹, 钱包
💳 .08 card, credit card, 银行卡
📮 .10 stamp, 邮票
🏞️ .16 postcard, 明信片
⌨️ .20 typewriter, 打字机
🪵 .45 stump, tree stump, 树桩, 木板, 炭
🧱 .16 tile, roof tile, 瓦片, 瓦
🪮 .14 comb, hairpin, 梳子, 发簪, 簪子
🔩 .06 nail, screw, bolt, 钉子
🪚 .40 saw, 锯, 锯子
🛒 1.0 pushcart, trolley, shopping cart, 手推车, 推车
🪀 .12 yoyo, marble, toy, 玩具, 弹珠
🧸 .42 玩偶, puppet, stuffed toy
🧩 .16 puzzle, jigsaw, blocks, 积木, 拼图
🎞️ .25 film, reel, film reel, 胶片
🎙️ .30 mic, 话筒
🔌 .20 charger, cable, plug, wire, 插头, 电线
🗿 2.6 monolith, idol, 石像
🏚️ 5.0 roof, ruin, 屋顶, 破屋, 废墟
🕳️ .40 hole, tunnel, pit, 洞, 坑
🔭 .30 binoculars, binocular, 双筒望远镜
🔍 .22 magnifying glass, 放大镜
🌐 .45 globe, 地球仪
💰 .40 treasure, gold, chest of gold, 宝藏, 金子, 元宝, 财宝
📿 .25 necklace, beads, bracelet, pearl, pearls, earring, 念珠, 佛珠, 项链, 手镯, 耳环, 珍珠
👖 .90 trousers, pants, jeans, 裤子
🧦 .25 sock, socks, stocking, 袜子
🩴 .10 slipper, slippers, sandal, sandals, 拖鞋, 草鞋, 布鞋, 木屐
🧺 .50 creel, fish basket, hamper, bamboo basket, 竹篓, 篓, 鱼篓, 竹筐, 筐
🥅 1.2 goal, 球网
cut:net .9 net, fishing net, 渔网, 网
cut:rolling-pin .42 rolling pin, 擀面杖
🧱 1.2 chimney, 烟囱
🧊 .30 icicle, 冰柱
⚪ .12 snowball, pebble, 雪球, 鹅卵石
🏰 .30 sandcastle, 沙堡
🎊 .40 confetti, 彩带, 彩纸
✨ 3.0 firework, fireworks, 烟花, 焰火
✨ .50 sparkler, 仙女棒
🧨 .40 firecracker, firecrackers, dynamite, 鞭炮, 爆竹, 炮仗
💣 .30 cannon, bomb, 炸弹, 炮
🔗 .30 handcuffs, chain, 手铐, 锁链, 铁链
📢 .20 whistle, megaphone, 哨子, 喇叭, 唢呐, 喇叭筒
🎨 .35 easel, palette, paint, 颜料, 砚台, 墨, 调色板
📝 .24 blackboard, paper, notepad, sheet of paper, slip of paper, exam paper, test paper, homework, 纸条, 便条, 字条, 便签, 试卷, 卷子, 考卷, 答卷, 作业, 稿子, 传单, 名单, 清单, 合同, 文件, 纸, 宣纸, 作业本, 对联, 福字, 稿纸
📕 .26 textbook, magazine, sutra, 课本, 杂志, 经书, 剪纸, 皮影
🖍️ .10 chalk, crayon, eraser, 粉笔, 橡皮, 蜡笔
📏 .30 ruler, 尺子, 尺
🩹 .10 bandage, plaster, 绷带
🧶 .16 yarn, knitting, thread, wool, 毛线, 线团
🧷 .06 button, pin, safety pin, 扣子, 别针
🥁 .40 gong, 锣
🪴 .50 potted plant, plant, flowerpot, houseplant, 花盆, 盆栽
🌱 .14 seed, seedling, sprout, 种子, 树苗, 幼苗, 小苗, 绿苗, 嫩苗, 禾苗, 嫩芽, 绿芽, 新芽, 泥土
🌾 .10 米, 大米, 米粒, 谷粒
🌾 .90 hay, straw, haystack, bale, 稻草, 干草, 麦穗
👣 .20 footprint, footprints, tracks, 脚印, 足迹
💧 .16 drop, tear, 水滴, 泪, 泪水, 眼泪
💨 .50 smoke, steam, dust, 烟, 烟雾, 蒸汽
🫧 .40 bubble, bubbles, soap bubble, 泡泡, 肥皂泡
🐠 .30 goldfish, fish tank, fishbowl, aquarium, 金鱼, 鱼缸
🧯 .60 hydrant, fire hydrant, fire extinguisher, 灭火器, 消防栓
🛏️ .70 cradle, crib, stretcher, hammock, 摇篮, 担架, 吊床, 病床
🪑 1.2 throne, 宝座, 龙椅
🚧 1.0 barrier, roadblock, 路障
🔨 .40 铁锤, 大锤, 大铁锤, 榔头, 木槌, 法槌
cut:broom 1.35 扫把, 笤帚, 竹扫帚, 拖把
🧺 .40 笸箩, 针线笸箩, 箩筐, 竹筐, 背篓, 竹篓, 簸箕
📜 .30 黄符, 符纸, 奏折, 诏书, 奖状, 证书, 契约, 卖身契, 告示
cut:open-book .24 账簿, 账本, 课本, 剑谱, 秘籍, 佛经, 经书, 字典
🍷 .20 威士忌, 白兰地, 香槟酒
🪴 .42 绿萝, 盆景, 多肉, 吊兰, 文竹, 芦荟, 风信子
🪣 .36 木盆, 铜盆, 脸盆, 水盆, 澡盆
🪭 .34 羽扇, 蒲扇, 芭蕉扇
"""
