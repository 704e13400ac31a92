"""Words that the dictionary reads in several ways: the everyday one, those that the sense decides."""

from __future__ import annotations

_PREFERRED = """
不是 bu4 shi4; 出来 chu1 lai2; 过去 guo4 qu4; 说道 shuo1 dao4; 结果 jie2 guo3; 精神 jing1 shen2
重点 zhong4 dian3; 土地 tu3 di4; 人家 ren2 jia5; 女人 nü3 ren2; 教学 jiao4 xue2; 言语 yan2 yu3
大夫 dai4 fu5; 大都 da4 dou1; 所长 suo3 zhang3; 利害 li4 hai4; 开通 kai1 tong1; 温和 wen1 he2
教会 jiao4 hui4; 老公 lao3 gong1; 大爷 da4 ye5; 总长 zong3 chang2; 大王 da4 wang2; 供养 gong1 yang3
尽数 jin4 shu4; 较差 jiao4 cha4; 跟前 gen1 qian2; 朝阳 zhao1 yang2; 恶心 e3 xin1; 看好 kan4 hao3
小儿 xiao3 er2; 冷战 leng3 zhan4; 公道 gong1 dao4; 失调 shi1 tiao2; 大方 da4 fang5; 口音 kou3 yin1
结实 jie1 shi5; 下水 xia4 shui3; 下调 xia4 tiao2; 空地 kong4 di4; 下场 xia4 chang3; 当头 dang1 tou2
外传 wai4 chuan2; 裁缝 cai2 feng5; 散落 san4 luo4; 落空 luo4 kong1; 卷子 juan4 zi5; 保长 bao3 zhang3
禁用 jin4 yong4; 盛装 sheng4 zhuang1; 悉数 xi1 shu4; 受累 shou4 lei4; 当时 dang1 shi2
当年 dang1 nian2; 当天 dang4 tian1; 当日 dang4 ri4; 当晚 dang4 wan3; 当月 dang4 yue4; 当夜 dang4 ye4
厚薄 hou4 bao2; 铺面 pu4 mian4; 好学 hao4 xue2; 重头 zhong4 tou2; 字帖 zi4 tie4; 倒车 dao4 che1
重名 chong2 ming2; 铁杆 tie3 gan3; 弹片 dan4 pian4; 好吃 hao3 chi1; 好玩 hao3 wan2; 好事 hao3 shi4
便宜 pian2 yi5; 高中 gao1 zhong1; 转向 zhuan3 xiang4; 罢了 ba4 le5; 转头 zhuan3 tou2; 尽量 jin3 liang4
正当 zheng4 dang4; 播种 bo1 zhong3; 省事 sheng3 shi4; 车行 che1 hang2; 行头 xing2 tou5; 发卡 fa4 qia3
粘连 zhan1 lian2; 散钱 san3 qian2; 中招 zhong4 zhao1; 半载 ban4 zai3; 逐行 zhu2 hang2
串行 chuan4 xing2; 缝针 feng2 zhen1; 长牙 zhang3 ya2; 面糊 mian4 hu4; 上色 shang4 se4
长毛 chang2 mao2; 干饭 gan1 fan4; 看得见 kan4 de5 jian4; 看得出 kan4 de5 chu1
难兄难弟 nan4 xiong1 nan4 di4; 同行 tong2 hang2; 重重 chong2 chong2; 家传 jia1 chuan2; 本色 ben3 se4
当事 dang1 shi4; 调拨 diao4 bo1; 澄清 cheng2 qing1; 憎恶 zeng1 wu4; 单子 dan1 zi5; 粒子 li4 zi3
片子 pian1 zi5; 电线杆 dian4 xian4 gan1; 本事 ben3 shi5; 吐血 tu4 xue4; 流血 liu2 xue4
画卷 hua4 juan4; 穿着 chuan1 zhe5; 明朝 ming2 chao2
件数 jian4 shu4; 手卷 shou3 juan4; 受过 shou4 guo5
卡住 qia3 zhu4; 花儿 hua1 r5; 松散 song1 san3
听得见 ting1 de5 jian4; 听得到 ting1 de5 dao4; 看得到 kan4 de5 dao4
"""

PREFERRED: dict[str, tuple[str, ...]] = {
    word: tuple(syllables)
    for word, *syllables in (
        pair.split() for line in _PREFERRED.strip().splitlines() for pair in line.split(";")
    )
}
"""The everyday reading of a word with several entries, or with one that is seldom meant."""

_DOUBTFUL = """
穿着 分子 地道 大意 对头 同行 背着 一行 倒数 转动 倾倒 口角 重重 正当 调配 公差 利害 多重 上头 大爷
教会
"""

DOUBTFUL = frozenset(_DOUBTFUL.split())
"""Words whose reading hangs on the sense: their reading is a guess."""
