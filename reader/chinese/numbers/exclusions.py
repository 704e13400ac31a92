"""What looks like a figure and is none: words, idioms, slogans, names, versions, list numbers.

Nothing here is complete; :mod:`reader.chinese.numbers.terms` takes a number in hanzi only where a measure
word or another sign of counting stands behind it, so this table needs only the words that would pass that.
"""

from __future__ import annotations

import re

from reader.chinese.numbers.idioms import idiom_end
from reader.chinese.numbers.measures import measure_at

# Words that begin with a numeral and would otherwise be taken with the measure word inside them.
_WORDS = """
一家亲 一家之言 一个脚印 一拍即合 一片片 一片好心 一片心意 一场空 一门心思 一组组 一样 一起 一些 一般 一直
一定 一旦 一切 一致 一律 一贯 一流 一体 一线 一生 一世 一举 一朝 一系列 一连 一来 一会 一会儿 一块儿 一阵 一刻
一部分 一面 一方 一方面 一边 一旁 一带 一道 一路 一路上 一同 一行 一味 一向 一再 一度 一时 一下 一下子
一手 一身 一头 一心 一口气 一回事 一番 一点 一点儿 一点点 一丁点 一半天 一家人 一家子 一把手 一把抓 一辈子
一代 一准 一步 一步步 一级 一线城市 一站式 一条龙 一窝蜂 一盘棋 一刀切 一卡通 一体化 一次性 一揽子
一口咬定 一口 一经 一概 一齐 一共 一应 一端 一侧 一角 一眼 一声 一晃 一转眼 一席之地 一席话 一笔勾销
一元化 一元 一元复始 一轮明月 一股脑 一股 一丝 一群人 一团糟 一团 一把 一层层 一件件 一个个 一条条 一张张
一座座 一家家 一户户 一次次 一项项 一步一步 一点一滴 一天天 一年年 一天到晚 一年四季 一年到头 一年一度
一年之计 一日三餐 一日千里 一日之计 一夜之间 一夜 一夜暴富 一个劲 一个样 一个中国 一对一 一类 一期一会
一期 一代代 一代一代 一分为二 一分耕耘 一句话 一言一行 一针见血 一尘不染 一成不变 一场场 一圈圈 一天一夜
一排排 一处处 一盏盏 一排 一幕幕 一篇篇 一幅幅 一遍遍 一趟趟 一滴滴 一棵棵 一页页 一把把 一辆辆 一双双
一声声 一封封 一面之词 一面倒 一席 一地鸡毛 一路人 一路货 一国两制 一村一品 一户一策 一企一策 一事一议
一人一策 一县一业 一票否决 一箭双雕 一对 一口价 一把好手 一号文件 一号店 一号工程 一记 一地 一平 一胜 一负
一金 一出 一进 一服 一任 一发 一通 一提 一百单八将 一百零八将 一千零一夜 一二九 一二·九 一万个 一零 一日
一次办结 一次办好 一次告知 一次通过 一次办成 一日游
千上万 千成万 千家万户 千里马 千里迢迢 千里之外 千里眼 千里之行 千年古镇 千年等一回 千百年 千百年来 千百万
千方百计 千户苗寨 千古 千万工程 千万别 千万不 千万不要 千万要 千岛湖 千头万绪 千辛万苦 千层 千层饼 千层底
千面 千军万马 千门万户 千万个 千人一面 千人计划 千分尺 千手观音 千言万语 千斤顶 千斤
百上千 百分点 百年大计 百年好合 百年老店 百姓 百家争鸣 百家号 百家讲坛 百家姓 百步穿杨 百科 百货 百日
百日咳 百日誓师 百日宴 百日维新 百度 百里挑一 百里杜鹃 百元店 百米赛跑 百草 百千万工程 百事 百般 百分百
百分制 百口莫辩 百味 百团大战 百万富翁 百万雄师 百万庄 百万英镑 百万大军 百万森林
万上亿 万里长城 万里长征 万里无云 万家灯火 万人空巷 万一 万分 万年历 万年青 万岁 万种风情 万物 万有引力
万寿 万金油 万众 万千 万万 万万没 万万不 万达 万科 万事 万里行 万里路 万卷书 万丈 万马奔腾 万隆 万国博览会
万象 万水千山 万象更新 万箭 万吨轮 万能 万无一失 万元户
二期 二手 二线 二级 二胎 二孩 二等 二人转 二道贩子 二年生 二月二 二十大 二十四节气 二十四孝 二十四史
二十国集团 二百五 二十八宿
两手 两者 两边 两旁 两侧 两面 两面派 两极 两会 两岸 两江 两翼 两级 两口子 两口 两个一百年 两个维护
两个确立 两头 两地分居 两位数 两面针 两下子 两步走 两点一线 两样 两全 两难 两代表一委员 两弹一星 两山
两不愁 两立 两用 两日游
三农 三国 三国时期 三国演义 三里屯 三包 三方 三角 三角形 三角洲 三角梅 三级跳 三级 三级甲等 三级医院
三分球 三分天下 三分钟热度 三下乡 三个代表 三位一体 三位数 三门峡 三道湾 三台县 三台山 三元里 三元桥
三棵树 三只松鼠 三十六计 三百六十行 三番五次 三天两头 三年五载 三步并作两步 三顿两顿 三言两语 三心二意
三令五申 三头六臂 三口之家 三线建设 三线 三手 三层楼高 三个面向 三年行动 三星 三星堆 三星级 三尺讲台
三八妇女节 三八线 三八红旗手 三伏天 三九天 三伏 三年自然灾害 三级跳远 三点式 三峡 三会一课 三通一平
三轮车 三轮摩托 三轮摩托车 三轮卡车 三轮板车 三轮电动车 三轮货车 四轮车 四轮马车 四轮驱动 两轮车 两轮马车
两轮电动车 两轮摩托 两轮摩托车 独轮车 三好学生 三门问题 三十而立 三日游
四面八方 四面 四个自信 四个全面 四个意识 四个现代化 四合院 四季 四方 四方台 四道口 四级 四大洋 四海 四川
四平 四代同堂 四世同堂 四通 四下 四下里 四舍五入 四步 四旬 四时 四书五经 四面楚歌 四线 四十不惑
五角星 五角场 五角大楼 五道口 五道营 五台山 五位一体 五四 五家渠 五棵松 五里河 五谷 五颗星 五一 五级
五星红旗 五星 五星级 五金 五环旗 五环 五十步笑百步 五十知天命 五湖四海 五味 五味杂陈 五线谱 五行 五千言
五分钟热度 五口之家 五一节 五一假期 五斗米 五块石 五七干校 五卅 五眼联盟 五眼
六里桥 六盘水 六个核桃 六级 六一 六一儿童节 六面体 六国化工 六合 六部 六朝 六十甲子 六角 六角形 六神 六部委
七里河 七台河 七匹狼 七国集团 七级浮屠 七夕 七七事变 七里香 七里山塘 七十二变 七十二行 七一 七一勋章 七嘴八舌
七上八下 七手八脚 七律 七步诗 七分裤 七十二家房客
八里庄 八里桥 八角 八道湾 八国联军 八项规定 八级 八一 八路军 八卦 八宝山 八方 八面玲珑 八步 八面 八段锦
八九不离十 八成是 八分之 八股 八股文 八路 八位数 八百里加急 八百里秦川
九里山 九道弯 九台 九级 九层之台 九一八 九一八事变 九年义务教育 九年制 九年一贯制 九道 九州 九门 九宫格
九九归一 九旬 九个指头 九分裤 九层塔 九十九道弯
十分 十里堡 十里河 十里长街 十里洋场 十里 十里八乡 十年树木 十年寒窗 十年磨一剑 十年动乱 十年浩劫 十字
十全十美 十一黄金周 十一假期 十一长假 十三陵 十三五 十四五 十五五 十二五 十二生肖 十二分 十八大 十九大
十八般武艺 十八里铺 十堰 十三经 十渡 十面埋伏 十成 十日谈 十级 十足 十方
亿万 亿元村 亿万富翁 亿万人民
半导体 半决赛 半岛 半夜 半路 半山 半场 半径 半空 半身 半圆 半人高 半边天 半成品 半自动 半年报 半年度
半信半疑 半斤八两 半途 半壁江山 半壁 半生 半步 半点 半天云 半月谈 半月板 半月形 半日制 半点儿 半封建
半殖民地 半辈子 半晌 半拉 半吊子 半面 半票 半开 半截 半旗 半价 半职业 半程 半句话 半面妆 半层 半道 半张脸
半对
几乎 几何 几率 几度 几时 几经 几多 几次三番 几分 几点 几起几落 几近 几许 几内亚 几口 几下 几号 几步 几面
几手 几声 几眼
数据 数字 数学 数码 数值 数控 数额 数目 数一数二 数不胜数 数位 数年如一日 数组 数字化 数九 数说 数人头
数落 数数 数面 数通 数对 数道 数词 数量
首次公开募股 首位 首席 首都 首部曲 首府 首先 首要 首期付款 首相 首脑 首领 首长 首肯 首饰 首创 首发 首选
首页 首付 首尾 首尔 首钢 首任 首富 首映 首级 首义 首场秀 首都圈 首善 首倡 首环 首楼 首号 首字
第三方 第三者 第一手 第一时间 第一线 第一书记 第一夫人 第一产业 第二产业 第三产业 第二课堂 第三世界
第一桶金 第一把手 第一现场 第一责任人 第一资源 第一要务 第一生产力 第一动力 第六感 第二故乡 第一性
第一议题 第一反应 第一印象 第二天性 第四纪 第五元素 第一财经 第一汽车 第一人民医院 第二人民医院 第三人民医院
第一中学 第二中学 第三中学 第一小学 第二小学 第一医院 第一高级中学 第二语言 第一语言 第三产业园 第五纵队
第一人称 第三人称 第二人称 第二春 第二炮兵 第四媒体 第三帝国 第二曲线 第三极
零下子 零距离 零售 零部件 零食 零钱 零星 零工 零散 零碎 零碳 零和 零基础 零接触 零容忍 零时差 零度 零花钱
零点起步 零分 零件 零头 零用 零一 零层 零级 零位 零号 零口
翻番式
"""
LEXICAL: frozenset[str] = frozenset(_WORDS.split())
_LONGEST = max(map(len, LEXICAL))
_FIRSTS = frozenset(word[0] for word in LEXICAL)

# The same characters do count something when this stands behind them.
_STILL_COUNTS = {
    "十分": "[钟之米]",
    "万分": "之",
    "一点": "[零〇一二三四五六七八九两]|半|钟|整|三?刻",
    "一面": "[旗墙镜鼓锣五红彩锦小]|国旗",
    "一度": "电",
    "一刻": "钟",
    "一元": "[钱人硬纸二]",
    "一角": "钱",
    "一行": "[字诗泪大小]",
    "一道": "[菜题门光亮工防风伤坎关]",
    "一头": "[牛猪羊驴猛狮大小母公黄水]",
    "一口": "[井锅缸水饭大小]",
    "一把": "[椅伞刀剑火钥锁米小大尺二扇吉]",
    "一股": "(?:暖|清|强|冷|香|力)",
    "一团": "(?:火|雾|毛|棉)",
    "一对": "(?:夫妻|夫妇|新人|恋人|情侣|母女|父子|母子|父女|年轻|老)",
    "一阵": "(?:风|雨|掌声|笑声)",
    "一排": "(?:房|树|座|平房)",
    "一级": "(?:台阶)",
    "一夜": "(?=[，。、])",
    "一日": "(?:内|之内|后|蒸发|暴[涨跌]|大[涨跌])",
    "一步": "(?:之遥)",
    "一期": "(?:工程|项目|投资|建设|总|厂|用地|计划)",
    "二期": "(?:工程|项目|投资|建设|总|厂|用地|计划)",
    "一类": "(?:人|问题|疫苗)",
    "一席": "(?!话|之地).",
    "一户": "(?!一)",
    "三角": "[钱二三四五六七八九]",
    "八角": "[钱]",
    "六角": "[钱]",
    "三方": "[水土]",
    "两级": "台阶",
    "两头": "[牛猪羊驴狮大小母公黄水野毛]",
    "三国": "(?:领导|外长|元首|总统|代表|首脑|合作|关系|之间|边境|联合)",
    "两面": "[旗墙镜鼓锣五红彩锦]",
    "八路": "公交",
    "十里": "(?:路|地|外|远)",
    "零度": "(?:以|左右|上下|到|至|的|，|。|$)",
    "零分": "(?:的|，|。)",
    "几分": "(?:钟|之)",
    "几点": "(?:建议|意见|看法|要求|原因|启示|体会)",
    "几步": "(?:路|远)",
    "几面": "(?:旗|墙|锦旗)",
    "几口": "(?:人|井|饭|水)",
    "数对": "(?:夫妻|新人)",
    "数道": "(?:工序|菜|关|防线)",
    "二百五": "(?:[，。、元块十])",
    "首位": "(?![，。、；！？”）\n]|度|数|的|城市|$)",
    "千斤": "(?:台阶|大关|[粮田以]|，|。)",
    "六部": "[电手影作法著交]",
    "两地": "(?:政府|警方|同胞|之间|合作|距离|联)",
    "四方": "(?:土|水)",
    "八方": "(?:土|水)",
    "一路": "公交",
    "四面": "(?:墙|旗|锦旗)",
    "八面": "(?:旗|锦旗)",
    "两口": "(?:井|锅|人)",
    "五味": "(?:药|中药)",
    "十二分": "(?:钟|之)",
    "一发": "(?:子弹|炮弹)",
    "一服": "(?:药|中药)",
    "一通": "(?:电话)",
    "一出": "(?:戏|好戏|大戏)",
    "四季": "度",
    "四时": "(?:[许整起三二十零〇一]|，|。)",
}  # fmt: skip
_GRADES = "(?:[地大偏强阵浪风东西南北]|左右|以[上下]|台风|烈度|伤残)"
_STILL_COUNTS |= {f"{number}级": _GRADES for number in "三四五六七八九十"}
_GRADED = re.compile("(?:风力?|震级|烈度|浪高?|阵风)(?:[为达到约]|达到)?$")
_COUNTS_AFTER = {word: re.compile(pattern) for word, pattern in _STILL_COUNTS.items()}

# A numeral behind these is part of a word: 统一, 唯一, 每一个, 新一轮, 星期三, 双十一.
_WORD_BEFORE = re.compile(
    "(?:[统唯专单同逐之某任每这那哪另归划合万其不择壹随首均九第无除初亚齐连再][一二三]|"
    "[统唯专单同逐某任每这那哪另划合][一]"
    "|新一|又一|近一|前一|后一|头一|进一|下一|上一|为一|成一|天下一|星期[一二三四五六]|"
    "礼拜[一二三四五六]|周[一二三四五六]|双十[一二]|大年三|高[一二三]|初[一二三]|大[一二三四]"
    "|[张王李赵老小阿][一二三四五六七八九])$"
)
_DETERMINER = re.compile(
    "(?:[统唯专单同逐某任每这那哪另划又初除均]|(?<!回)归|(?<![折综配结场])合|进|之|其|万|不|新|头|(?<!提)前|后|近|"
    "[^路桌墙身地街床车船山晚早网手脸纸书线会场台岸午][上下]|^[上下])$"
)
_WEEKDAY = re.compile("(?:星期|礼拜|双|大年|周|[^最提很更较增]高|^高)$")
_TENS = re.compile("[一二三四五六七八九]?十[一二三四五六七八九]?(?![点时号])")  # 一周十六节, but 周五十点
_TWIN = re.compile("一([个条张座家户次项件步层排片遍趟把辆双声封页幅棵滴天年村人])一\\1")

# 每周三次 is three times, 身高一米八 no class: before these there is no weekday or school year.
_WEEKLY = frozenset(
    [
        "次",
        "个",
        "天",
        "节",
        "场",
        "趟",
        "件",
        "人",
        "名",
        "位",
        "家",
        "小时",
        "米",
        "斤",
        "元",
        "岁",
        "级",
        "期",
        "届",
        "个小时",
        "公里",
        "分钟",
    ]
)
_PLACES = set("百千万亿十点")
_LATIN = re.compile("[A-Za-z]")
# 记十二分 is points on a licence, 十二分努力 is none.
_POINTS = frozenset(["十分", "十二分"])
_POINTS_GIVEN = re.compile("[记扣罚满得](?:十|十二)分(?=[，。；、的）]|$)")
_CODE_BEFORE = re.compile(
    r"(?:[A-Za-z_@#/&+×✕*^·•∙\\]|(?<![<>])=)[-－–—.:]?$|[歼轰运直苏米图伊波音空客强风鹰霹][-－–—]$"
)
_MODEL_BEFORE = re.compile(
    "(?:歼|轰|运|直|苏|米格|波音|空客|东风|红旗|霹雳|鹰击|巨浪|翼龙|彩虹|麒麟|骁龙)[-－–—]?$"
)
_TICKER = re.compile(r"\.[A-Z]{2}\b")  # 688222.SH
_PLUS = re.compile(r"(?:^|[^A-Za-z0-9_+])[+＋]$")  # +6.1%, but 1+X and C++11
_AFTER_SLASH = re.compile(r"\d/$")  # 140/90毫米汞柱 is two figures
_CODE_TAIL = re.compile(r"[0-9][-－]$")
_WORD_SPACE = re.compile(r"[A-Za-z][A-Za-z.]*[ \u00a0]$")
_LIST_NUMBER = re.compile(r"[0-9０-９]{1,2}(?:[.．、](?![0-9０-９])|[)）](?=\S))")
_LINE_HEAD = re.compile(r"(?:^|[\n：；。:;])[ \t\u3000\u00a0]*[(（]?$")
_BRACKETED = re.compile(r"[0-9０-９]{1,3}[)）\]】〕]")
_VERSION = re.compile(
    r"(?!(?:19|20)\d\d\.(?:1[0-2]|0?[1-9])\.(?:3[01]|[12]\d|0?[1-9])(?![\d.]))\d+(?:\.\d+){2,}|"
    r"\d{1,2}(?=(?:高配|标配|低配|青春|尊享|尊贵|旗舰|至尊|极速|探索|纪念|典藏|畅享)版)|"
    r"\d\.0(?=版|时代|模式|阶段|升级|版本|计划|[”」』]|战略|体系|工程)"
)
_DOTTED = re.compile(
    r"\d+[·•∙]\d+|\d+[vV][sS]?\.?\d+|\d+(?:\.\d+)?[×x✕*]\d+(?:\^\d+)?|\d+\+\d+|\d+\+[A-ZＮXＸ]"
)
_GENERATION = re.compile("(?:[0-9][05]|[零〇五六七八九][零〇五])后(?!的?(?:\\d|第))")
_NICKNAMES = re.compile(
    "(?:985|211|996|007|315|618|361|360|555|110|120|119|122)(?=高校|工程|大学|院校|工作制|晚会|"
    "大促|购物节|模式|度无|全景|联动|指挥|急救(?!电话|热线)|出警|民警|报警(?!电话|热线))"
)
_CRAFT = re.compile(
    "(?:长征|嫦娥|神舟|天问|天宫|北斗|玉兔|风云|实践|东风|红旗|天舟|遥感|试验|快舟|朱雀|力箭|"
    "阿波罗|旅行者|雪龙|海洋|资源|高分|和平|旅游|创业|梦舟|揽月|鹊桥|引力|谷神星|天龙|织女星|"
    "海斗|蛟龙|深海|爱达|好奇)$"
)
_AFTER_NAME = re.compile("[零一二三四五六七八九十百0-9]+[甲乙丙丁]?(?:号|遥)?")
_STATEMENTS = re.compile("(?:第)?[一二三四五六七八九十]+(?:中|届)全会|[一二三四五六七八九十]+中全会")
_PLACE = re.compile(
    "[一二三四五六七八九十百千万两]+(?:里|道|家|棵|台|门|块|条|步|口|间|方|座|眼|匹|面|层|号|岔|圈|亩|角)"
    "(?:屯|庄|河(?!流|道)|桥(?!梁)|堡|店(?=村|镇|站|街道|路|社区)|坪|铺|岗|坡|墩|湾|沟|洋|岛|"
    "口(?!人|井)|镇|乡|渠|松|塘|庙|坨|岭|坝|墙子|石街|楼村)"
)
_NO_NUMERAL = "[^\\W一二三四五六七八九十百千万亿两零\\d]"
_SHORT_FORM = re.compile(f"[一二三四五六七八九十两]({_NO_NUMERAL})[一二三四五六七八九十两]{_NO_NUMERAL}")
_PLAIN_COUNTERS = frozenset(
    "又分之点比至到和与或个名位人家次年天日月周岁元块种条只件份张所座项户届号期斤成分点倍比米里寸尺"
)
# A name in quotation marks, told by the noun behind it, or a short title.
_OPENING = frozenset("“‘「《『")
_INSIDE = "[^”’」》』\\n0-9，。、]{1,8}"
_QUOTED = re.compile(
    f"{_INSIDE}》|{_INSIDE}[”’」』](?=[大小]?(?:改革|工程|计划|行动|模型|制度|战略|机制|模式|理念|倡议|政策|"
    "品牌|系统|平台|活动|专项|集成|工作法|服务|精神|主义|口号|项目|文化|论坛|课堂|课程|效应|现象|经济|格局|布局|体系))"
)
# Ring roads, plenary sessions, number systems.
_NAMED = re.compile(
    # Which round of admission: 一本线, 二本院校.
    "[一二三]本(?=[线率]|院校|录取|上线|大学|批次|学校|分数)|"
    "(?<=[东南西北])[一二三四五六七]环|[一二三四五六七]环(?=[路内外线以高桥立辅沿主]|到|至|[，。、]|[东南西北])|"
    "[一二三四五六七八九十]+届[一二三四五六七八九十]+中全会|[二三五七八十]+(?:进制|进位)"
)


def lexical_end(text: str, position: int) -> int:
    """Return the end of the word or name at ``position`` that is no figure, else ``position`` itself."""
    character = text[position]
    if character.isdigit():
        return _printed_end(text, position)
    before = text[max(0, position - 5) : position]
    if _CRAFT.search(before) and (named := _AFTER_NAME.match(text, position)):
        return named.end()
    phrase = idiom_end(text, position)
    if phrase > position:
        return phrase
    if character == "一":
        twin = _TWIN.match(text, position)
        if twin:
            return twin.end()
        share = before[-1:] == "近" and text[position + 1 : position + 2] in ("成", "半", "倍")
        if not share and text[position + 1 : position + 2] not in _PLACES and _DETERMINER.search(before):
            return position + 1
    if before and before[-1] in "期拜双年周高" and _WEEKDAY.search(before) and character in "一二三四五六十":
        tens = _TENS.match(text, position)
        counted = tens is not None and measure_at(text, tens.end()) not in (None, "点")
        if measure_at(text, position + 1) in _WEEKLY or (before[-1] == "周" and counted):
            return position
        return position + (2 if text[position : position + 2] in ("十一", "十二", "三十") else 1)
    for pattern in (_PLACE, _STATEMENTS, _NAMED):
        if named := pattern.match(text, position):
            return named.end()
    short = _short_form_end(text, position)
    if short > position:
        return short
    if before[-1:] in _OPENING and (quoted := _QUOTED.match(text, position)):
        return quoted.end()
    return _word_end(text, position) if character in _FIRSTS else position


def _short_form_end(text: str, position: int) -> int:
    """Return the end of a programme's short name such as 三支一扶, whose second numeral counts nothing."""
    found = _SHORT_FORM.match(text, position)
    if found is None or found[1] in _PLAIN_COUNTERS or measure_at(text, found.end() - 1):
        return position
    return found.end()


def _word_end(text: str, position: int) -> int:
    for length in range(_LONGEST, 1, -1):
        word = text[position : position + length]
        if word in LEXICAL:
            if word in _POINTS and _POINTS_GIVEN.match(text, position - 1) and position:
                return position
            counts = _COUNTS_AFTER.get(word)
            if word[-1] == "级" and _GRADED.search(text[max(0, position - 3) : position]):
                return position
            if counts is not None and counts.match(text, position + length):
                return position
            return position + length
    return position


def _printed_end(text: str, position: int) -> int:
    """Return the end of a code, version, list number or nickname in digits."""
    before = text[max(0, position - 12) : position]
    for pattern in (_VERSION, _DOTTED, _GENERATION, _NICKNAMES):
        found = pattern.match(text, position)
        if found and not text[found.end() : found.end() + 1].isdigit():
            return found.end()
    if _CRAFT.search(before) and (named := _AFTER_NAME.match(text, position)):
        return named.end()
    if before[-1:] == "双" or (before[-2:-1].isdigit() and before[-1:] in "·•"):
        return _digits_end(text, position)
    listed = _LIST_NUMBER.match(text, position)
    if listed and _LINE_HEAD.search(before):
        return listed.end()
    bracketed = _BRACKETED.match(text, position)
    if bracketed and before[-1:] in ("(", "（", "[", "【", "〔"):
        return bracketed.end()
    return position


def is_code(text: str, start: int, end: int, *, counted: bool, sure: bool) -> bool:
    """Tell whether Latin letters make digits at ``text[start:end]`` a name (B2B, G20, 5G, AI 2.0).

    ``counted`` says that a scale, a sign or a measure word stands behind, so that a Latin word and a space
    before are no obstacle; ``sure`` that it is a scale, a sign or a unit, so that not even touching letters
    are (GDP3000亿元, but G20峰会 and T3站).
    """
    before = text[max(0, start - 16) : start]
    if _TICKER.match(text, end):
        return True
    signed = _PLUS.search(before) is not None and (sure or not text[end : end + 1].isalnum())
    if signed or (sure and _AFTER_SLASH.search(before)):
        return False
    if before and (_CODE_BEFORE.search(before) or before[-1].isdigit()):
        return not (
            sure and _LATIN.match(before[-1]) and not _LATIN.match(text[end : end + 1]) and end - start > 1
        )
    if not counted and (
        _WORD_SPACE.search(before) or _CODE_TAIL.search(before) or _MODEL_BEFORE.search(before)
    ):
        return True
    if not counted and _LATIN.match(text[end : end + 1]):
        return True
    # 表1, 如图2所示.
    if not counted and before.endswith(("表", "图", "附件", "附录", "脚注")):
        return True
    # 007 is no seven.
    return not counted and text[start] == "0" and text[start + 1 : start + 2].isdigit()


def _digits_end(text: str, position: int) -> int:
    end = position
    while text[end : end + 1].isdigit():
        end += 1
    return end
