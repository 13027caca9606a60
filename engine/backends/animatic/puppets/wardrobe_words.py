"""What the wardrobe can read: English and Chinese words for people, hair, clothes and hats, as (pattern, what it means).

English patterns are matched as whole words; Chinese ones anywhere. The first pattern that matches wins where one answer is wanted.
"""

from __future__ import annotations

FEMALE = (
    r"woman|women|girl|schoolgirl|cowgirl|policewoman|postwoman|businesswoman|saleswoman|heroine|duchess|countess|empress|priestess|stewardess|seamstress|housewife|lady|mother|mom|mum|mama|grandmother|grandma|granny|nana|aunt|auntie|sister|daughter|wife|queen|princess|nun|"
    r"waitress|actress|witch|widow|bride|female|she|her|mrs|miss|ms|madam|maid|goddess|fairy|ballerina|nurse|"
    r"女|妇|妈|娘|母|奶|姥|婆|姑|姨|姐|妹|嫂|婶|妃|后宫|公主|皇后|女王|仙子|她|小姐|太太|夫人|媳|闺|嫦娥|织女"
)
MALE = (
    r"man|men|boy|schoolboy|cowboy|policeman|postman|businessman|salesman|fireman|gentlemen|emperor|duke|gentleman|father|dad|papa|grandfather|grandpa|granddad|uncle|brother|son|husband|king|prince|monk|waiter|"
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
ZH_FEMALE_SIGNS = "丽娜芳秀玉花梅兰莲婷娟莉燕霞娥珍琳雪倩妮媛萍蓉琴芬菊凤香月瑶薇蕾岚婉柔雅欣怡婧颖璐嫣翠慧晴雯玲珠珊璇瑾茜淑惠萱姗姣婵娇蕊芸芝姝嫦萌彤"
ZH_MALE_SIGNS = "刚强军伟磊杰涛勇虎彪豪峰鹏斌超辉柱雄威福贵富财旺根德忠义鑫坤栋梁昊轩龙"

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
    ("chonmage", r"chonmage|samurai topknot|月代头|武士头"),
    ("tonsure", r"tonsured?|削发圈"),
    ("bald", r"bald|shaven|shaved head|hairless|秃|光头"),
    ("queue", r"queue of hair|long queue|清朝辫子|长辫子男|辫子头|大辫子(?=男|汉)"),
    ("afro", r"afro|爆炸头|蓬蓬头"),
    ("dreadlocks", r"dreadlocks|dreads|locs|脏辫"),
    ("mohawk", r"mohawk|莫西干|鸡冠头"),
    ("spiky", r"spiky|spiked hair|spikes of hair|刺猬头|竖起的头发"),
    ("mullet", r"mullet|鲻鱼头"),
    ("quiff", r"quiff|pompadour|飞机头|背头高"),
    ("slick", r"slicked[- ]back|slick hair|slick(?:ed)?|大背头|油头|背头"),
    (
        "shaggy",
        r"shaggy|unkempt|messy hair|tousled|matted|wild hair|dishevelled|disheveled|乱发|蓬乱|乱糟糟|蓬头|披头散发",
    ),
    ("geisha", r"shimada|geisha hair|岛田髻"),
    ("cloud", r"cloud bun|high chignon|towering hair|云髻|高髻|云鬓|发髻高|堕马髻"),
    ("rings", r"hair in (?:two )?(?:loops|rings)|looped hair|飞仙髻|双环髻|双环"),
    ("buns", r"two buns|twin buns|double buns|space buns|双髻|丸子头|双丫髻|总角"),
    ("twin tails", r"twin ?tails|bunches|two ponytails|双马尾辫|两个马尾|羊角辫|小揪揪"),
    ("braids", r"braids|pigtails|pigtail|plaits|两条辫|麻花|双马尾|双辫|小辫"),
    ("side braid", r"braid|plait|side braid|long braid|braided|独辫|单辫|一条辫|辫"),
    ("topknot", r"topknot|top knot|man bun|发髻|束发|挽髻"),
    ("high bun", r"high bun|ballet bun|dancer's bun|高盘发|丸子"),
    ("half up", r"half[- ]up|half bun|半扎|半披"),
    ("bun", r"bun|chignon|hair up|髻|盘发|盘头|挽起"),
    ("ponytail", r"ponytail|pony tail|马尾"),
    ("wavy", r"wavy|waves|loose curls|大波浪|波浪"),
    ("curly", r"curly|curls|frizzy|卷发|鬈"),
    ("bowl", r"bowl cut|mushroom cut|pageboy|锅盖头|蘑菇头|西瓜头"),
    ("pixie", r"pixie(?: cut)?|boyish hair|超短发|精灵短发"),
    ("bob", r"bob|bobbed|shoulder-length|chin-length|短发女|齐耳|齐肩|波波头|学生头"),
    ("long", r"long hair|long-haired|long, [a-z]+ hair|long [a-z]+ hair|flowing hair|长发|披肩|披发"),
    ("crop", r"crew cut|buzz cut|cropped|short-cropped|寸头|板寸|平头"),
    ("short", r"short hair|short-haired|short [a-z]+ hair|短发"),
)
HAIR_NOUN = r"hair|haired|braids?|pigtails?|ponytail|bun|curls|hairstyle|头发|长发|短发|卷发|发髻|辫子?|马尾|发|鬓|髻"
BEARDS = (
    ("three wisps", r"three wisps|wispy beard|三绺|三缕|山羊长须"),
    (
        "long",
        r"long beard|long white beard|long grey beard|long gray beard|flowing beard|长须|长胡子|长髯|白须|银须|白胡子|美髯|长长的胡",
    ),
    ("handlebar", r"handlebar|curled moustache|waxed moustache|翘胡子|卷胡子"),
    ("moustache", r"moustache|mustache|小胡子|八字胡|八字须"),
    ("sideburns", r"sideburns|mutton ?chops|鬓角|连鬓胡"),
    ("goatee", r"goatee|山羊胡|羊须"),
    ("full", r"full beard|bushy beard|thick beard|big beard|络腮|大胡子|虬髯|浓密的胡"),
    ("stubble", r"stubble|unshaven|胡茬|胡渣|胡子拉碴"),
    ("short", r"beard|bearded|胡子|胡须|髯"),
)
BEARD_NOUN = r"beard|bearded|goatee|sideburns|moustache|mustache|山羊胡|络腮胡|胡子|胡须|须|髯"

GARMENTS = (
    ("spacesuit", r"space ?suit|pressure suit|宇航服|航天服|太空服"),
    ("diving suit", r"wet ?suit|diving suit|swim ?suit|bathing suit|swimwear|潜水服|泳衣|泳装|潜水衣"),
    ("shirt", r"dress shirt|睡衣"),
    ("uniform", r"dress uniform|dress blues|full dress|mess dress"),
    ("scrubs", r"hospital gowns?|病号服|手术服|囚服"),
    ("robe", r"dressing gown|bath ?robe|house ?coat|睡袍|浴袍"),
    ("jacket", r"puffer(?: jacket| coat)?|down jacket|ski jacket|羽绒服|冲锋衣|牛仔服|滑雪服"),
    ("raincoat", r"raincoat|rain coat|rain jacket|slicker|oilskins?|poncho|anorak|雨衣|蓑衣|雨披"),
    ("qipao", r"qipao|cheongsam|旗袍"),
    ("qizhuang", r"manchu robe|旗装|旗服|清宫装"),
    ("hakama", r"hakama|samurai robes?|袴|武士服"),
    ("kimono", r"kimono|yukata|和服|浴衣"),
    ("ruqun", r"ruqun|hanfu dress|hanfu skirt|襦裙|齐胸|齐腰裙|霓裳|宫装|纱衣"),
    ("beizi", r"beizi|褙子"),
    ("aoqun", r"aoqun|mamian|马面裙|袄裙|秀禾|凤冠霞帔|霞帔|嫁衣"),
    ("round robe", r"round-collared robe|dragon robe|official'?s robe|圆领袍|龙袍|官服|官袍|朝服|飞鱼服|锦袍"),
    ("changshan", r"changshan|long gown|scholar'?s long gown|长衫|长褂|(?<!白)大褂|长袍马褂"),
    ("monk", r"monk'?s robes?|kasaya|saffron robes?|袈裟|僧袍|僧衣|僧服"),
    ("habit", r"cassock|nun'?s habit|habit|judge'?s robes?|academic gown|black robes?|wizard'?s robes?|法袍|修女服|学士服|巫师袍|黑袍"),
    ("gi", r"karate|judo|kung ?fu (?:suit|clothes|uniform)|martial arts|短打|劲装|练功服|功夫服|武术服|夜行衣|道服|短衣|粗布"),
    ("lamellar", r"lamellar|scale armou?r|general'?s armou?r|samurai armou?r|铠甲|盔甲|战甲|甲胄|战袍|铁甲|软甲"),
    ("plate", r"armou?r|armou?red|chain ?mail|breastplate|全身铠|骑士甲|板甲"),
    ("robe", r"robes?|hanfu|toga|长袍|袍子?|汉服|道袍|青衫|儒服|古装|布衣|衣裳|白衣|曲裾|深衣|直裾"),
    ("lab coat", r"lab coat|white coat|doctor'?s coat|白大褂|实验服"),
    ("turnout", r"turnout|firefighting suit|bunker gear|消防服|防火服"),
    ("vest", r"hi-?vis|high-?vis(?:ibility)?|safety vest|reflective vest|反光背心|荧光背心|安全背心"),
    ("chef", r"chef'?s (?:whites|jacket|coat|uniform)|厨师服"),
    ("coat", r"overcoat|trench coat|trenchcoat|greatcoat|pea ?coat|peacoat|duffle ?coat|coat|parka|cloak coat|大衣|风衣|外套|棉袄|呢子|皮袄"),
    ("tutu", r"tutu|ballet dress|芭蕾舞裙|芭蕾裙"),
    ("gown", r"ball ?gown|evening (?:gown|dress)|wedding (?:gown|dress)|royal gown|long gown|晚礼服|婚纱|礼服裙|宫廷裙|蓬蓬裙"),
    ("dress", r"dress|gown|frock|sundress|nightgown|连衣裙|长裙|裙装|纱裙|红裙|白裙|花裙|舞裙"),
    ("suit", r"suit|pantsuit|trouser suit|tuxedo|blazer|dinner jacket|西装|西服|燕尾服|礼服"),
    ("waistcoat", r"waistcoat|马甲|坎肩"),
    ("mao", r"mao suit|tunic suit|zhongshan suit|中山装|人民装"),
    ("scrubs", r"scrubs|手术服|手术衣|刷手服|囚服|病号服"),
    ("school", r"school uniform|school blazer|学生服|学生装"),
    ("sailor", r"sailor (?:suit|uniform|shirt)|水手服|海军服|海魂衫"),
    ("tracksuit", r"track ?suit|sports? ?(?:suit|wear|clothes)|sweatsuit|运动服|运动装|校服"),
    ("jersey", r"jersey|football shirt|sports shirt|singlet|tank top|球衣|运动背心|背心"),
    ("overalls", r"overalls|dungarees|boiler suit|jumpsuit|bib and brace|背带裤|工装裤|连体裤|连体服"),
    ("uniform", r"uniform|fatigues|camouflage|制服|工装|工服|工作服|军装|警服|军服"),
    ("rags", r"rags|ragged clothes|tattered clothes|破衣|褴褛|破烂衣|破布"),
    ("sweater", r"sweater|jumper|cardigan|hoodie|pullover|turtleneck|sweatshirt|毛衣|卫衣|针织|套头衫|开衫"),
    ("jacket", r"jacket|leather jacket|denim jacket|windbreaker|vest|bomber|夹克|皮衣|短褂|短袄|棉衣|马褂"),
    ("tunic", r"tunic|smock|catsuit|束腰"),
    ("shirt", r"shirt|t-shirt|tee|blouse|polo|(?<!tank )top(?! hat)|pyjamas|pajamas|衬衫|衬衣|t恤|汗衫|上衣|睡衣|衫"),
)  # fmt: skip
VAGUE = frozenset({"uniform", "robe", "plate", "lamellar", "gown", "dress", "coat", "suit"})
"""Garments that a part knows better: a nurse's uniform, a judge's robe."""
SKIRTS = r"skirt|kilt|半裙|短裙|百褶裙|裙子|裙"
SHORTS = r"shorts|短裤"
TROUSERS = r"trousers|pants|jeans|slacks|leggings|裤子|长裤|牛仔裤|裤"
HATS = (
    ("douli", r"bamboo hat|conical hat|coolie hat|斗笠|箬笠|竹笠|笠"),
    ("straw", r"straw hat|sun ?hat|boater|草帽"),
    ("hard", r"hard ?hat|safety helmet|安全帽"),
    ("cowboy", r"cowboy hat|stetson|牛仔帽"),
    ("witch", r"witch'?s hat|pointed black hat|女巫帽"),
    ("wizard", r"wizard'?s hat|pointed hat|pointy hat|巫师帽|尖帽|尖顶帽"),
    ("tricorne", r"tricorne?|pirate hat|three-cornered hat|三角帽|海盗帽"),
    ("toque", r"chef'?s hat|toque|cook'?s hat|厨师帽"),
    ("nurse", r"nurse'?s cap|护士帽"),
    ("sailor", r"sailor'?s? (?:cap|hat)|水手帽|水兵帽"),
    ("top hat", r"top hat|tall hat|高帽|礼帽"),
    ("bowler", r"bowler(?: hat)?|圆顶礼帽|圆礼帽"),
    ("peaked", r"peaked cap|officer'?s cap|police cap|captain'?s (?:hat|cap)|大檐帽|大盖帽|警帽|军官帽|船长帽"),
    ("fire", r"fire(?:man'?s|fighter'?s)? helmet|消防头盔|消防帽"),
    ("horned", r"horned helmet|viking helmet|牛角盔"),
    ("kabuto", r"kabuto|samurai helmet"),
    ("war helm", r"头盔|兜鍪|战盔"),
    ("mianguan", r"冕旒|冕冠"),
    ("phoenix", r"phoenix crown|凤冠"),
    ("official", r"乌纱帽?|官帽"),
    ("scholar", r"scholar'?s cap|幞头|书生帽|纶巾"),
    ("melon", r"瓜皮帽|小帽"),
    ("qitou", r"旗头|大拉翅"),
    ("tiara", r"tiara|diadem|circlet|头冠"),
    ("wreath", r"laurel(?: wreath)?|wreath|桂冠|花环草"),
    ("flowers", r"flower crown|crown of flowers|flowers in (?:her|his) hair|garland|花环|花冠"),
    ("headband", r"headband|sweatband|head band|ribbon round (?:her|his) head|发带|头带|额带|抹额"),
    ("bandage", r"bandaged head|head bandaged|bandage (?:a)?round (?:her|his) head|头缠绷带|头上缠着|绷带"),
    ("fur", r"fur hat|ushanka|fur cap|皮帽|毡帽|雷锋帽|毛皮帽"),
    ("santa", r"santa hat|christmas hat|圣诞帽"),
    ("mortarboard", r"mortarboard|graduation cap|学士帽|博士帽"),
    ("fez", r"fez|土耳其帽"),
    ("skullcap", r"skullcap|kippah|yarmulke|taqiyah|小圆帽|回族小帽"),
    ("bonnet", r"bonnet|mob cap|软帽"),
    ("swim", r"swim(?:ming)? cap|泳帽"),
    ("beanie", r"beanie|knit cap|wool(?:len|ly)? (?:hat|cap)|bobble hat|knitted hat|毛线帽|绒帽|棉帽"),
    ("beret", r"beret|贝雷帽"),
    ("turban", r"turban(?:ed)?|缠头|包头巾|头缠"),
    ("headscarf", r"head ?scarf|hijab|veil|veiled|shawl over her head|头巾|面纱|纱巾"),
    ("kerchief", r"kerchief|bandana|包头"),
    ("hood", r"hood|hooded|兜帽|风帽|连帽"),
    ("crown", r"crown|皇冠|王冠"),
    ("helmet", r"helmet|盔"),
    ("cap", r"cap|baseball cap|flat cap|鸭舌帽|棒球帽"),
    ("fedora", r"fedora|trilby|brimmed hat|wide-brimmed hat|hat|呢帽|宽檐帽|帽子"),
    ("cap", r"帽"),
)  # fmt: skip
NO_HAT = r"hatless|bareheaded|bare-headed|without (?:a|his|her|their) (?:hat|cap|helmet)|no (?:hat|helmet)|(?:没有?|不|未)戴(?:帽|头盔|盔)|摘了帽"
HAT_NOUN = r"hats?|caps?|hood|hooded|helmet|beret|beanie|crown|fedora|turban|kerchief|head ?scarf|hijab|veil|bandana|帽子?|斗笠|笠|头巾|头盔|盔|冠"
LENSES = (
    ("diving mask", r"diving mask|dive mask|snorkel|潜水镜|潜水面罩"),
    ("dark", r"sunglasses|dark glasses|shades|aviators|墨镜|太阳镜"),
    ("monocle", r"monocle|单片眼镜|单眼镜"),
    ("goggles", r"goggles|护目镜|风镜|泳镜"),
)
VISAGES = (
    ("surgical mask", r"surgical mask|face mask|masked nurse|口罩"),
    ("ninja", r"masked (?:man|woman|figure|stranger)|mask over (?:his|her) (?:face|mouth)|face covered|蒙面|蒙着脸"),
    ("clown", r"clown make-?up|red nose|小丑妆|红鼻头"),
    ("painted", r"painted face|opera make-?up|脸谱|花脸|戏妆"),
)
MARKS = (
    ("scar", r"scar|scarred|scar-faced|刀疤|伤疤|疤"),
    ("eyepatch", r"eye ?patch|one-eyed|眼罩|独眼"),
    ("freckles", r"freckles|freckled|freckle-faced|雀斑"),
    ("mole", r"mole on|beauty spot|黑痣|美人痣|痣"),
    ("plaster", r"plaster on|band-?aid|创可贴"),
    ("rouge", r"rosy-cheeked|rosy cheeks|ruddy|脸蛋红|红脸蛋|面色红润|两腮红"),
)
SUPPORTS = (
    ("wheelchair", r"wheelchair|wheel chair|轮椅"),
    ("crutch", r"crutch(?:es)?|双拐|腋杖|腋下拐"),
    ("cane", r"cane|walking[- ]stick|leans? on a stick|with a stick|拐杖|手杖|拄着?(?:拐|杖|棍)|拄拐|龙头杖"),
)
ONE_LEGGED = r"one-legged|one leg|peg[- ]leg|wooden leg|missing (?:a|one) leg|lost (?:a|his|her) leg|amputee|独腿|独脚|断了?一?条?腿|木腿|只有一条腿|一条腿"
EXPECTING = r"pregnant|expecting|heavily with child|孕妇|怀孕|身孕|怀着孩子|大着肚子|挺着(?:大)?肚子"
STOOPED = r"stooped|hunched|hunchbacked?|bent (?:old|double|back)|crooked back|frail|驼背|佝偻|弯腰驼背|弓着背|老态龙钟"
UPRIGHT = r"upright|straight-backed|sprightly|vigorous|fit for (?:his|her) age|腰板(?:硬朗|挺直|笔直)|硬朗|矍铄|挺拔"
SHAVEN = r"clean-shaven|beardless|no beard|没有?胡子|无须"
GLASSES = r"glasses|sunglasses|spectacles|bespectacled|monocle|goggles|眼镜|墨镜|花镜"
SCARF = r"scarf|shawl|muffler|围巾|披肩|围脖"
CAPE = r"cape|cloak|mantle|斗篷|披风"
APRON = r"apron|围裙"
BOOTS = r"boots|wellies|wellingtons|靴"
SHOES = r"shoes|sneakers|sandals|slippers|鞋"
EXTRAS = (
    ("stethoscope", r"stethoscope|听诊器"),
    ("red scarf", r"red scarf of a pioneer|红领巾"),
    ("wings", r"wings|winged|翅膀|双翼"),
    ("quiver", r"quiver|bow on (?:his|her) back|箭筒|箭囊|背弓"),
    ("tank", r"oxygen tank|air tank|scuba|氧气瓶|气瓶"),
    (
        "sword",
        r"sword at (?:his|her) (?:side|belt|hip)|sword on (?:his|her) back|sheathed sword|佩剑|背剑|腰刀|佩刀|背着剑",
    ),
    ("satchel", r"backpack|rucksack|knapsack|schoolbag|书包|书箱|书篓|背包|行囊|包袱|背篓"),
    ("bag", r"bag|satchel|handbag|purse|messenger bag|包(?!头)|挎包|布袋"),
    ("medals", r"medals?|decorated|勋章|奖章|军功章"),
    ("bow tie", r"bow ?tie|领结|蝴蝶结"),
    ("tie", r"tie|necktie|领带"),
    ("flower", r"flower in|flower on|corsage|brooch|胸花|别着花|胸针"),
    ("beads", r"prayer beads|佛珠|念珠"),
    ("necklace", r"necklace|pearls|beads|locket|pendant|项链|珍珠|璎珞"),
    ("shawl", r"ribbon shawl|披帛|飘带|彩带"),
    ("belt", r"belt|belted|腰带"),
)
PATTERNS = (
    ("dragon", r"dragon robe|embroidered dragons?|龙纹|龙袍"),
    ("badge", r"补子|补服"),
    ("camouflage", r"camouflage|camo|迷彩"),
    ("checks", r"checked|chequered|checkered|plaid|tartan|格子|方格|格纹"),
    ("stripes", r"striped|stripes?|stripy|hospital gown|条纹|海魂|病号服"),
    ("flowers", r"flowered|floral|flowery|embroidered|碎花|花布|花衣|绣花|花袄|花裙"),
    ("dots", r"dotted|polka|spotted|dots|波点|圆点"),
    ("patch", r"patched|ragged|tattered|shabby|补丁|破旧|褴褛"),
    ("buttons", r"buttons|buttoned|纽扣|扣子"),
)
PERSON = (
    r"person|people|man|woman|boy|girl|child|kid|lady|gentleman|mother|father|mom|mum|dad|grandmother|grandma|granny|grandfather|grandpa|aunt|uncle|sister|brother|"
    r"son|daughter|wife|husband|friend|stranger|neighbou?r|teacher|student|doctor|nurse|police(?:man|woman)|officer|soldier|sailor|captain|pilot|driver|conductor|"
    r"fisherman|boatman|farmer|baker|cook|chef|waiter|waitress|singer|dancer|musician|painter|poet|writer|king|queen|prince|princess|monk|nun|priest|knight|witch|"
    r"wizard|clown|thief|detective|astronaut|postman|mailman|keeper|vendor|seller|merchant|maid|youth|teenager|teen|passenger|traveller|traveler|guest|bride|groom|"
    r"美人鱼|人鱼|老人|男人|女人|男孩|女孩|孩子|小孩|少年|少女|青年|姑娘|先生|女士|小姐|太太|妈妈|爸爸|母亲|父亲|爷爷|奶奶|外公|外婆|叔叔|阿姨|哥哥|姐姐|弟弟|妹妹|老师|学生|医生|"
    r"护士|警察|士兵|船夫|船长|渔夫|渔翁|农夫|诗人|书生|和尚|僧人|道士|将军|皇帝|国王|王后|公主|王子|老头|老汉|老翁|老太|妇人|妇女|女子|男子|旅人|行人|客人|司机|"
    r"售票员|列车员|邮递员|厨师|歌手|画家|侠客|剑客|仙女|仙子|牧童|童子|商人|掌柜|店主|小贩|丫鬟|乘客|(?<!机器)(?<!雪)(?<!稻草)(?<!外星)(?<!泥)(?<!木头)人"
)
