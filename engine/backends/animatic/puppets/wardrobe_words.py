"""What the wardrobe can read: English and Chinese words for people, hair, clothes and hats, as (pattern, what it means).

English patterns are matched as whole words; Chinese ones anywhere. The first pattern that matches wins where one answer is wanted.
"""

from __future__ import annotations

FEMALE = (
    r"woman|women|girl|lady|mother|mom|mum|mama|grandmother|grandma|granny|nana|aunt|auntie|sister|daughter|wife|queen|princess|nun|"
    r"waitress|actress|witch|widow|bride|female|she|her|mrs|miss|ms|madam|maid|goddess|fairy|ballerina|nurse|"
    r"女|妇|妈|娘|母|奶|姥|婆|姑|姨|姐|妹|嫂|婶|妃|后宫|公主|皇后|女王|仙子|她|小姐|太太|夫人|媳|闺|嫦娥|织女"
)
MALE = (
    r"man|men|boy|gentleman|father|dad|papa|grandfather|grandpa|granddad|uncle|brother|son|husband|king|prince|monk|waiter|"
    r"actor|wizard|male|he|his|him|mr|sir|lord|fisherman|boatman|guy|lad|"
    r"男|爸|爹|父|爷|公公|叔|伯|舅|哥|弟|兄|先生|老头|老汉|老翁|翁|渔夫|和尚|僧|皇帝|国王|王子|书生|小伙|他|少爷|公子|将军|道士|儿子|渔翁|船夫|樵夫|诗人|侠客|剑客|刀客|侠士|掌柜|员外|县令|师爷|小二|车夫|猎人|猎户|铁匠|木匠|镖师|艄公|船家|首领|头目|头领|强盗|土匪|刺客|大汉|壮汉|汉子|刑警"
)
_GIVEN_FEMALE = (
    "mary anna ann anne emma lily rose iris ivy hazel daisy maria sarah sara kate katie jane alice clara ella eva eve grace helen julia laura lucy mia nina nora "
    "olivia ruby sofia sophia sophie susan vera zoe amy amelia chloe ellen elsa emily esther greta hannah ida ingrid jenny june kim lena lisa lola maya marta may "
    "molly nell ruth tess tilda wren yuki mei lan mina aiko hana ada agnes beth bella carmen celia dora edith fiona flora gloria heidi irene joan joy judy karen "
    "leila linda liz margaret maggie marie nadia naomi pearl penny rachel rita sally stella tina ursula violet wendy yvonne zara abigail charlotte isabel isabella "
    "lucia luna margot matilda phoebe poppy lucille claire nancy betty barbara patricia jennifer jessica ashley amanda melissa rebecca angela diane diana victoria "
    "vivian eleanor evelyn audrey veronica marisol amara imani priya fatima leah josephine genevieve celeste daphne delia edna mabel gwen harriet imogen jasmine "
    "keisha lorraine louise lydia maeve miriam monica natalie noor paula renata rosa rosalind roxanne sadie samantha sandra selma sienna sylvia tara theresa thelma "
    "tracy valerie winona yolanda gretchen hilda adele"
)
GIVEN_FEMALE = frozenset(_GIVEN_FEMALE.split())
_GIVEN_MALE = (
    "john jack tom tim ben sam max leo adam alan alex andrew anton arthur bill bob boris carl charles charlie chris dan daniel david dennis ed eric ethan felix frank "
    "fred george harry henry hugo ian igor ivan jake james jim joe joel jonas joseph karl ken kevin lars liam louis luke marco mark martin matt michael mike milo "
    "nick noah oliver omar oscar otto owen patrick paul peter phil pierre ralph ray richard robert roger ron sean simon stephen steve theo thomas tony victor "
    "vincent walter will william yusuf wei ming jun bo tao lei hans finn gus hank kurt nils oleg pavel rafael samir tomas viktor abe albert alfred edgar elias "
    "emil ezra isaac jasper kai lucas mateo ned rory silas toby winston ahab callum harold miles marcus raymond eli tobias dominic elliot desmond jamal malik tyrone darius dmitri sergei ahmed "
    "hassan ibrahim raj ravi arjun kenji hiroshi diego carlos miguel javier pablo luis juan antonio giovanni luca matteo pietro klaus heinrich jurgen franz ernst "
    "wilhelm clyde earl floyd gordon graham grant howard irving jerome keith leonard lester lloyd lyle mitchell murray nathan neil norman percy reggie rex roland "
    "roy rufus russell sidney stanley ted terry travis trevor vernon wallace walt warren wesley zachary"
)
GIVEN_MALE = frozenset(_GIVEN_MALE.split())
ZH_FEMALE_SIGNS = "丽娜芳秀玉花梅兰莲婷娟莉燕霞娥珍琳雪倩妮媛萍蓉琴芬菊凤香月瑶薇蕾岚婉柔雅欣怡婧颖璐嫣翠慧"
ZH_MALE_SIGNS = "刚强军伟磊杰涛勇虎彪豪峰鹏斌超辉柱雄威福贵富财旺根德忠义"

CHILD = r"child|kid|boy|girl|toddler|little one|schoolboy|schoolgirl|infant|baby|小孩|孩子|儿童|小男孩|小女孩|男孩|女孩|童|小朋友|娃|学生娃|牧童|小姑娘|小丫头"
TEEN = r"teen|teenager|teenage|adolescent|young girl|young boy|youth|apprentice|少年|少女|青少年|中学生|高中生"
ELDER = (
    r"old|elderly|aged|ancient|grandmother|grandma|granny|grandfather|grandpa|granddad|nana|elder|senior|wizened|wrinkled|"
    r"white-haired|grey-haired|gray-haired|retired|老(?![板师婆公虎鼠鹰外家乡总二三四五])|爷爷|奶奶|姥姥|姥爷|外公|外婆|祖父|祖母|翁|婆婆|白发|年迈|花甲|古稀|老者"
)
YOUNG_ADULT = r"young man|young woman|adult|middle-aged|青年|中年|年轻"

BUILDS = (
    (
        "round",
        r"fat|round|plump|stout|chubby|heavy|portly|big-bellied|overweight|rotund|胖|圆滚|肥|富态|丰满|圆润|大腹",
    ),
    ("thin", r"thin|slim|slender|skinny|lean|gaunt|lanky|wiry|bony|willowy|瘦|苗条|纤|单薄|清癯"),
    (
        "square",
        r"strong|broad|muscular|burly|sturdy|stocky|square|massive|broad-shouldered|壮|魁梧|健壮|强壮|结实|虎背",
    ),
)
TALL = r"tall|towering|lanky|giant|高大|高个|个子高|高高|高挑|颀长|修长"
SHORT = r"short man|short woman|small|tiny|little|petite|short and|矮|小个子|娇小|瘦小"

SKINS = (
    ("#8a5a3c", r"dark-skinned|dark skin|black woman|black man|brown-skinned|african|深色皮肤|黝黑"),
    ("#b97d52", r"tanned|tan skin|brown skin|olive-skinned|weathered|sunburnt|indian|古铜|黑瘦|晒黑|麦色"),
    ("#f2d5bd", r"pale|fair-skinned|pale skin|porcelain|白皙|苍白|面色白"),
)
HAIR_STYLES = (
    ("bald", r"bald|shaven|shaved head|hairless|monk|秃|光头|和尚|僧"),
    ("buns", r"two buns|twin buns|double buns|space buns|双髻|丸子头|双丫髻|总角|哪吒"),
    ("braids", r"braids|braid|pigtails|pigtail|plaits|plait|辫|麻花|双马尾"),
    ("topknot", r"topknot|top knot|man bun|发髻|束发|挽髻|道士|书生"),
    ("bun", r"bun|chignon|hair up|髻|盘发|盘头|挽起"),
    ("ponytail", r"ponytail|pony tail|马尾"),
    ("curly", r"curly|curls|frizzy|afro|wavy|卷发|鬈"),
    ("bob", r"bob|bobbed|shoulder-length|chin-length|短发女|齐耳|齐肩|波波头|学生头"),
    ("long", r"long hair|long-haired|long, [a-z]+ hair|long [a-z]+ hair|flowing hair|长发|披肩|披发"),
    ("crop", r"crew cut|buzz cut|cropped|short-cropped|寸头|板寸|平头"),
    ("short", r"short hair|short-haired|short [a-z]+ hair|短发"),
)
HAIR_NOUN = r"hair|haired|braids?|pigtails?|ponytail|bun|curls|hairstyle|头发|长发|短发|卷发|发髻|辫子?|马尾|发|鬓|髻"
BEARDS = (
    (
        "long",
        r"long beard|long white beard|long grey beard|long gray beard|flowing beard|长须|长胡子|长髯|白须|银须|白胡子|美髯|长长的胡",
    ),
    ("moustache", r"moustache|mustache|小胡子|八字胡|八字须"),
    ("stubble", r"stubble|unshaven|胡茬|胡渣|胡子拉碴"),
    ("short", r"beard|bearded|goatee|山羊胡|羊须|胡子|胡须|络腮|髯"),
)
BEARD_NOUN = r"beard|bearded|moustache|mustache|山羊胡|胡子|胡须|须|髯"

GARMENTS = (
    ("raincoat", r"raincoat|rain coat|rain jacket|slicker|oilskins?|poncho|anorak|雨衣|蓑衣|雨披"),
    ("robe", r"robes?|hanfu|kimono|gown of a monk|cassock|toga|长袍|袍子?|汉服|长衫|襦裙|道袍|僧袍|青衫|儒服|古装|布衣|衣裳|白衣|袈裟|旗装"),
    ("coat", r"overcoat|trench coat|trenchcoat|greatcoat|pea ?coat|peacoat|duffle ?coat|coat|parka|大衣|风衣|外套|棉袄|呢子|皮袄|长褂|大褂"),
    ("dress", r"dress|gown|frock|sundress|qipao|cheongsam|nightgown|连衣裙|旗袍|长裙|裙装|纱裙|红裙|白裙|花裙|礼服|舞裙"),
    ("suit", r"suit|tuxedo|blazer|waistcoat|西装|西服|燕尾服|马甲"),
    ("uniform", r"uniform|fatigues|camouflage|police(?:man|woman)?|officer|soldier|guard|conductor|captain|sailor|postman|mailman|postwoman|nurse|firefighter|fireman|pilot|station ?master|制服|工装|工服|工作服|军装|警|士兵|军官|列车员|船长|邮递员|护士|校服|水手|站长"),
    ("sweater", r"sweater|jumper|cardigan|hoodie|tracksuit|pullover|turtleneck|sweatshirt|毛衣|卫衣|针织|套头衫|开衫"),
    ("jacket", r"jacket|leather jacket|denim jacket|windbreaker|vest|夹克|皮衣|短褂|短袄|背心|棉衣|中山装|马褂"),
    ("tunic", r"tunic|smock|armou?r|knight|overalls|jumpsuit|boiler suit|catsuit|dungarees|短打|战袍|盔甲|铠甲|短衣|粗布"),
    ("shirt", r"shirt|t-shirt|tee|scrubs|blouse|polo|top|pyjamas|pajamas|衬衫|衬衣|t恤|汗衫|上衣|睡衣|衫"),
)  # fmt: skip
SKIRTS = r"skirt|kilt|半裙|短裙|百褶裙|裙子|裙"
SHORTS = r"shorts|短裤"
TROUSERS = r"trousers|pants|jeans|slacks|leggings|裤子|长裤|牛仔裤|裤"
HATS = (
    ("douli", r"bamboo hat|conical hat|coolie hat|斗笠|箬笠|竹笠|笠"),
    ("straw", r"straw hat|sun ?hat|boater|草帽"),
    ("top hat", r"top hat|tall hat|高帽|礼帽"),
    ("fedora", r"fedora|trilby|bowler|cowboy hat|brimmed hat|wide-brimmed hat|hat|呢帽|宽檐帽|牛仔帽|帽子"),
    ("beanie", r"beanie|knit cap|wool(?:len|ly)? (?:hat|cap)|bobble hat|knitted hat|毛线帽|绒帽|棉帽"),
    ("beret", r"beret|贝雷帽"),
    ("hood", r"hood|hooded|兜帽|风帽|连帽"),
    ("crown", r"crown|tiara|king|queen|emperor|皇冠|王冠|国王|皇帝|女王"),
    ("helmet", r"helmet|knight|astronaut|firefighter|fireman|头盔|盔|安全帽"),
    ("scholar", r"scholar'?s cap|幞头|书生帽|乌纱|纶巾|诗人|官员"),
    ("turban", r"turban(?:ed)?|缠头|包头巾|头缠"),
    ("headscarf", r"head ?scarf|hijab|veil|veiled|shawl over her head|头巾|面纱|纱巾"),
    ("kerchief", r"kerchief|bandana|包头"),
    ("cap", r"cap|baseball cap|flat cap|peaked cap|policeman|policewoman|police officer|conductor|postman|mailman|sailor|captain|鸭舌帽|棒球帽|帽|警察|列车员|船长|邮递员"),
)  # fmt: skip
HAT_NOUN = r"hats?|caps?|hood|hooded|helmet|beret|beanie|crown|fedora|turban|kerchief|head ?scarf|hijab|veil|bandana|帽子?|斗笠|笠|头巾|头盔|盔|冠"
GLASSES = r"glasses|sunglasses|spectacles|bespectacled|monocle|goggles|眼镜|墨镜|花镜"
SCARF = r"scarf|shawl|muffler|围巾|披肩|围脖"
CAPE = r"cape|cloak|mantle|斗篷|披风"
APRON = r"apron|围裙"
BOOTS = r"boots|wellies|wellingtons|靴"
SHOES = r"shoes|sneakers|sandals|slippers|鞋"
EXTRAS = (
    ("satchel", r"backpack|rucksack|knapsack|schoolbag|书包|背包|行囊|包袱|背篓"),
    ("bag", r"bag|satchel|handbag|purse|messenger bag|包|挎包|布袋"),
    ("bow tie", r"bow ?tie|领结|蝴蝶结"),
    ("flower", r"flower in|flower on|corsage|brooch|胸花|别着花|胸针"),
    ("necklace", r"necklace|pearls|beads|项链|珍珠|佛珠|念珠"),
    ("belt", r"belt|belted|腰带"),
)
PATTERNS = (
    ("stripes", r"striped|stripes?|stripy|条纹|海魂"),
    ("dots", r"dotted|polka|spotted|dots|flowered|floral|波点|圆点|碎花|花布|花衣"),
    ("patch", r"patched|ragged|tattered|shabby|补丁|破旧|褴褛"),
    ("buttons", r"buttons|buttoned|纽扣|扣子"),
)
PERSON = (
    r"person|people|man|woman|boy|girl|child|kid|lady|gentleman|mother|father|mom|mum|dad|grandmother|grandma|granny|grandfather|grandpa|aunt|uncle|sister|brother|"
    r"son|daughter|wife|husband|friend|stranger|neighbou?r|teacher|student|doctor|nurse|police(?:man|woman)|officer|soldier|sailor|captain|pilot|driver|conductor|"
    r"fisherman|boatman|farmer|baker|cook|chef|waiter|waitress|singer|dancer|musician|painter|poet|writer|king|queen|prince|princess|monk|nun|priest|knight|witch|"
    r"wizard|clown|thief|detective|astronaut|postman|mailman|keeper|vendor|seller|merchant|maid|youth|teenager|teen|passenger|traveller|traveler|guest|bride|groom|"
    r"老人|男人|女人|男孩|女孩|孩子|小孩|少年|少女|青年|姑娘|先生|女士|小姐|太太|妈妈|爸爸|母亲|父亲|爷爷|奶奶|外公|外婆|叔叔|阿姨|哥哥|姐姐|弟弟|妹妹|老师|学生|医生|"
    r"护士|警察|士兵|船夫|船长|渔夫|渔翁|农夫|诗人|书生|和尚|僧人|道士|将军|皇帝|国王|王后|公主|王子|老头|老汉|老翁|老太|妇人|妇女|女子|男子|旅人|行人|客人|司机|"
    r"售票员|列车员|邮递员|厨师|歌手|画家|侠客|剑客|仙女|仙子|牧童|童子|商人|掌柜|店主|小贩|丫鬟|乘客|(?<!机器)(?<!雪)(?<!稻草)(?<!外星)(?<!泥)(?<!木头)人"
)
