"""The names of creatures in English and Chinese: each line is the cut, its height in metres on the stage, and the names.

Read like the shelf of nouns (see noun_words) and before it, so that a dragon is a puppet of ours and no emoji.
"""

from __future__ import annotations

WILD = """
wild:fish .24 fish, trout, salmon, carp, bass, tuna, herring, cod, mackerel, minnow, perch, pike, 鱼, 小鱼, 大鱼, 鲤鱼, 草鱼, 鲑鱼, 鲈鱼, 鲫鱼, 鱼儿, 游鱼, 活鱼
wild:goldfish .16 goldfish, angelfish, tropical fish, betta, 金鱼, 热带鱼, 斗鱼
wild:koi .30 koi, koi carp, 锦鲤
wild:shark 1.2 shark, great white shark, 鲨, 鲨鱼, 大白鲨
wild:whale 2.4 whale, humpback, blue whale, sperm whale, 鲸, 鲸鱼, 蓝鲸, 巨鲸, 大鲸鱼
wild:dolphin .9 dolphin, porpoise, orca, killer whale, 海豚, 虎鲸, 江豚
wild:octopus .9 octopus, kraken, squid, cuttlefish, giant squid, 章鱼, 八爪鱼, 乌贼, 鱿鱼, 墨鱼
wild:jellyfish .5 jellyfish, 水母, 海蜇
wild:crab .22 crab, hermit crab, 螃蟹, 蟹, 寄居蟹
wild:seal .85 seal, sea lion, walrus, 海豹, 海狮, 海象
wild:lobster .22 lobster, shrimp, prawn, crayfish, 龙虾, 虾, 小虾
"""
