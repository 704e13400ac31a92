"""What a character is read as where nothing tells: everyday readings, surnames, parts of place names."""

from __future__ import annotations


def _words(text: str) -> list[str]:
    return text.split()


_USUAL = _words("""
得de5 地de5 的de5 着zhe5 了le5 过guo4 吧ba5 吗ma5 呢ne5 啊a5 啦la5 嘛ma5 哇wa5 呗bei5 么me5 个ge4
们men5 曾ceng2 处chu4 调tiao2 弹tan2 倒dao4 间jian1 教jiao1 背bei4 假jia3 累lei4 脏zang1 卡ka3 扎zha1
劲jin4 闷men4 尽jin4 似si4 喝he1 切qie1 曲qu3 担dan1 答da2 片pian4 薄bao2 磨mo2 抹mo3 炸zha4 晕yun1
载zai4 削xiao1 剥bao1 泊bo2 供gong1 挨ai1 缝feng2 铺pu1 杆gan1 勒lei1 兴xing1 塞sai1 挣zheng4 待dai4
咽yan4 喂wei4 降jiang4 强qiang2 咳ke2 帖tie3 拧ning3 翘qiao4 揣chuai1 拽zhuai4 逮dai3 刨pao2 攒zan3
仔zai3 扛kang2 凉liang2 粘zhan1 嚼jiao2 宁ning4 漂piao1 笼long2 抡lun1 捋lü3 撩liao1 蒙meng2 糊hu2
熨yun4 扒ba1 秤cheng4 称cheng1 系xi4 腊la4 卜bu3 朝chao2 掺chan1 撇pie3 淋lin2 豁huo1 晃huang4 哄hong3
语yu3 分fen1 上shang4 都dou1 只zhi3 还hai2 为wei4 长chang2 当dang1 场chang3 重zhong4 中zhong1 好hao3
种zhong3 乐le4 相xiang1 行xing2 会hui4 要yao4 与yu3 和he2 干gan4 更geng4 观guan1 号hao4 横heng2 划hua4
将jiang1 角jiao3 觉jue2 结jie2 卷juan3 看kan4 空kong1 量liang4 落luo4 没mei2 难nan2 亲qin1 任ren4
散san4 扫sao3 少shao3 舍she3 省sheng3 盛sheng4 数shu4 宿su4 提ti2 挑tiao1 通tong1 吐tu3 吓xia4 鲜xian1
占zhan4 涨zhang3 转zhuan3 钻zuan1 作zuo4 应ying1 便bian4 藏cang2 差cha4 冲chong1 传chuan2 给gei3 发fa1
率lü4 据ju4 打da3 模mo2 圈quan1 喷pen1 奇qi2 乘cheng2 正zheng4 症zheng4 折zhe2 压ya1 旋xuan2 血xue4
饮yin3 予yu3 脉mai4 埋mai2 泡pao4 屏ping2 迫po4 丧sang4 扇shan4 什shi2 识shi2 踏ta4 尾wei3 委wei3
纤xian1 校xiao4 混hun4 奔ben1 服fu2 谷gu3 冠guan1 荷he2 核he2 几ji3 夹jia1 解jie3 禁jin4 壳ke2 溜liu1
露lu4 绿lü4 论lun4 头tou2 子zi3 儿er2 那na4 哪na3 这zhe4 谁shei2 大da4 把ba3 可ke3 说shuo1 听ting1
见jian4 同tong2 比bi3 万wan4 女nü3 王wang2 边bian1 里li3 别bie2 跑pao3 石shi2 车che1 合he2 化hua4 底di3
色se4 脚jiao3 约yue1 哈ha1 喽lou5 在zai4 一yi1 多duo1 气qi4 单dan1 对dui4 年nian2 去qu4 人ren2 下xia4
外wai4 口kou3 经jing1 自zi4 时shi2 家jia1 意yi4 方fang1 动dong4 战zhan4 买mai3 卖mai4 放fang4 冷leng3
西xi1 东dong1 果guo3 公gong1 配pei4 利li4 道dao4 参can1 区qu1 查cha2 节jie2 度du4 份fen4 斗dou4 盖gai4
冯feng2 贾jia3 褚chu3 肖xiao1 翟zhai2 巷xiang4 泥ni2 远yuan3 叶ye4 价jia4 雨yu3 读du2 采cai3 岭ling3 食shi2
令ling4 属shu3 术shu4 衣yi1 刺ci4 艾ai4 尺chi3 挡dang3 尿niao4 匹pi3 渐jian4 否fou3 歪wai1 膏gao1 熬ao2
肚du4 喇la3 菲fei1 雀que4 耶ye1 浆jiang1 杠gang4 埔pu3 胖pang4 堡bao3 娜na4 板ban3 足zu2 广guang3 圣sheng4
离li2 隐yin3 汤tang1 陆lu4 追zhui1 络luo4 厂chang3 乙yi3 侧ce4 浅qian3 档dang4 刷shua1 综zong1 柜gui4 妻qi1
骑qi2 页ye4 屯tun2 扁bian3 唯wei2 渠qu2 榜bang3 罢ba4 稽ji1 绷beng1 缉ji1 哺bu3 褶zhe3 绰chuo4 瀑pu4 馏liu2
赚zhuan4 糜mi2 眯mi1 崭zhan3 楷kai3 呐na4 著zhu4 乾qian2 拾shi2 趟tang4 唉ai1 幢zhuang4 撮cuo1 驮tuo2
澄cheng2
""")

USUAL: dict[str, str] = {pair[0]: pair[1:] for pair in _USUAL}
"""The everyday reading of a character that stands alone."""

VERBS: dict[str, str] = {
    pair[0]: pair[1:]
    for pair in _words("""
    数shu3 背bei1 挑tiao1 量liang2 还huan2 种zhong4 转zhuan4 切qie1 弹tan2 藏cang2 看kan4 教jiao1 担dan1
    盛cheng2 磨mo2 咽yan4 挨ai2 吐tu3 听ting1 干gan4 调tiao2 分fen1 缝feng2 算suan4 猜cai1 夹jia1 扎zha1
    粘zhan1 折zhe2 答da2 喝he1 撒sa3 划hua2 炸zha2 卷juan3 铺pu1 抹mo3 拧ning3 降jiang4 吓xia4 舍she3
    挣zheng4 过guo4 卖mai4 说shuo1 跑pao3 打da3 下xia4 落luo4 提ti2 走zou3
    """)
}
"""What a verb is read as before 不 or 得 and what it comes to: 数不清 shǔbuqīng."""

ENDS: dict[str, str] = {
    "了": "liao3",
    "着": "zhao2",
    "倒": "dao3",
    "得": "de5",
    "会": "hui4",
    "好": "hao3",
    "过": "guo4",
}
"""What such a form ends in is read as."""

SURNAMES: dict[str, str] = {
    pair[0]: pair[1:]
    for pair in _words("""
    单shan4 單shan4 任ren2 解xie4 曾zeng1 仇qiu2 华hua4 華hua4 朴piao2 樸piao2 查zha1 盖ge3 蓋ge3 区ou1
    區ou1 秘bi4 缪miao4 繆miao4 翟zhai2 折she2 乐yue4 樂yue4 洗xian3 冼xian3 尹yin3 员yun4 黑he4
    令ling2 葛ge3 卜bu3 种chong2 逄pang2 繁po2 召shao4 祭zhai4 长zhang3 宓mi4 晁chao2 阚kan4
    隗wei3 盛sheng4 覃qin2 应ying1 重chong2 会gui4 沈shen3 訾zi1 适kuo4 哈ha3 郇xun2 那na1 过guo1
    能nai4 余yu2 曲qu1 党dang3 黨dang3 车che1 車che1 行xing2 尉wei4 相xiang4 谌chen2 纪ji3 紀ji3 费fei4
    費fei4 俞yu2 柏bai3 洪hong2 瞿qu2 牟mou4 万wan4 萬wan4 都du1 观guan4 干gan1 燕yan1 殷yin1
    """)
}
"""Surnames that are read otherwise than the word they look like, and those that are easily misread."""

DOUBLE_SURNAMES: dict[str, tuple[str, ...]] = {
    "尉迟": ("yu4", "chi2"),
    "尉遲": ("yu4", "chi2"),
    "长孙": ("zhang3", "sun1"),
    "長孫": ("zhang3", "sun1"),
    "万俟": ("mo4", "qi2"),
    "令狐": ("ling2", "hu2"),
    "澹台": ("tan2", "tai2"),
    "宰父": ("zai3", "fu3"),
    "单于": ("chan2", "yu2"),
    "呼延": ("hu1", "yan2"),
    **dict.fromkeys(
        _words("""
        欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 公孙 公孫 慕容 司徒 夏侯 宇文 端木 独孤 獨孤
        南宫 南宮 轩辕 軒轅 公冶 鲜于 闾丘 太史 申屠 钟离 濮阳 淳于 仲孙
        """),
        (),
    ),
}
"""Surnames of two characters; an empty reading is the characters' usual one."""

TITLES = frozenset(
    _words("""
    先生 女士 小姐 老师 老師 教授 师傅 師傅 经理 經理 主任 总 总经理 书记 書記 局长 局長 校长 校長 院长
    院長 医生 醫生 大夫 太太 夫人 同学 同學 同志 警官 律师 律師 某 某某 氏 部长 部長 市长 市長 导演
    導演 将军 將軍 大爷 大妈 阿姨 叔叔 奶奶 爷爷
    """)
)
"""Words behind a surname that stands alone (单 先生)."""

IN_NAMES: dict[str, str] = {
    pair[0]: pair[1:]
    for pair in _words("""
    宁ning2 寧ning2 兴xing1 興xing1 为wei2 為wei2 都du1 地di4 得de2 的di2 了liao3 着zhuo2 还huan2 還huan2
    子zi3 儿er2 兒er2 勒le4 佛fo2 什shi2 塞sai4 贾jia3 賈jia3 曾zeng1 乾qian2 舍she4 冯feng2 馮feng2 肖xiao1
    更geng1 薄bo2 哇wa1 们men2 們men2 褚chu3 蚌beng4 翟zhai2 壳qiao4 嘎ga1 大da4 中zhong1 华hua2 華hua2
    会hui4 會hui4 和he2 安an1 发fa1 發fa1 哈ha1 阿a1 色se4 作zuo4 石shi2 万wan4 萬wan4 车che1 車che1 奇qi2
    """)
}
"""What a character is read as in a name, whatever it is read as elsewhere."""

PLACE_KINDS = {
    "省": "sheng3",
    "市": "shi4",
    "县": "xian4",
    "縣": "xian4",
    "区": "qu1",
    "區": "qu1",
    "镇": "zhen4",
    "鎮": "zhen4",
    "乡": "xiang1",
    "鄉": "xiang1",
    "村": "cun1",
    "州": "zhou1",
    "街": "jie1",
    "路": "lu4",
    "山": "shan1",
    "湖": "hu2",
    "河": "he2",
    "江": "jiang1",
    "岛": "dao3",
    "島": "dao3",
    "湾": "wan1",
    "灣": "wan1",
    "桥": "qiao2",
    "橋": "qiao2",
    "港": "gang3",
    "观": "guan4",
    "觀": "guan4",
    "寺": "si4",
    "庙": "miao4",
    "廟": "miao4",
}
"""What kind of place a name ends in: written apart, with a capital (Bólǐ Zhèn)."""
