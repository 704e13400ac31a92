"""What looks like a figure and is none: words, idioms, slogans, names, versions, list numbers.

Nothing here is complete; :mod:`reader.chinese.numbers.counting` takes a number in hanzi only where a measure
word or another sign of counting stands behind it, so this table needs only the words that would pass that.
"""

from __future__ import annotations

import re

from reader.chinese.numbers.atoms import POINTED
from reader.chinese.numbers.idioms import idiom_end
from reader.chinese.numbers.lexical import LEXICAL
from reader.chinese.numbers.measures import LENGTHS, measure_at
from reader.chinese.numbers.still_counts import COUNTED_BY, COUNTS_AFTER, GRADED

_LONGEST = max(map(len, LEXICAL))
_FIRSTS = frozenset(word[0] for word in LEXICAL)

# A numeral behind these is part of a word: 统一, 唯一, 每一个, 新一轮, 星期三, 双十一.
_WORD_BEFORE = re.compile(
    "(?:[统唯专单同逐之某任每这那哪另归划合万其不择壹随首均九第无除初亚齐连再][一二三]|"
    "[统唯专单同逐某任每这那哪另划合][一]"
    "|新一|又一|近一|前一|后一|头一|进一|下一|上一|为一|成一|天下一|星期[一二三四五六]|"
    "礼拜[一二三四五六]|周[一二三四五六]|双十[一二]|大年三|高[一二三]|初[一二三]|大[一二三四]"
    "|[张王李赵老小阿][一二三四五六七八九])$"
)
_PLACES_ABOVE = (
    "路桌墙身地街床车船山晚早网手脸纸书线会场台岸午天树头背肩脚水海湖江河岛楼屋房碗盘锅桥园店椅塔坡顶面门窗底臂胸额嘴腿膝"
    "马牛摊柜架梁枝叶草田坛图画布衣帽鞋裤袋箱盒板沙雪冰炉灶炕席"
)
# What stands before 一 and makes a word with it: 同一, 新一轮, 前一天. 合同一份 and 术后一周 count.
_DETERMINER = re.compile(
    "(?:(?<![系传])统|(?<![计规策谋])划|(?<![订菜清名账保])单|(?<![合胡共])同|(?<![主责])任|"
    "(?<![更重翻刷创革])新|"
    "[唯专逐某每这那哪另又初]|(?<!回)归|(?<![折综配结场])合|之|其|万|不|近|"
    "(?<![山码街村床桥地木石埠源桌墙案镜田井坟骨锄])头|(?<![提考术饭餐产婚会课赛战灾雨病节睡孕班春秋生死])前|"
    "(?<![术饭餐产婚会课赛战灾雨病节睡孕班春秋生死])后|"
    f"[^{_PLACES_ABOVE}][上下]|^[上下])$"
)
_THERE = re.compile("[往朝][^，。；一]{1,4}$")  # 往那儿一站
_POSED = re.compile("一[站架坐躺放扔摆挂搁蹲靠跪]")
_WEEKDAY = re.compile("(?:星期|礼拜|双|大年|周|[^最提很更较增]高|^高)$")
_TENS = re.compile("[一二三四五六七八九]?十[一二三四五六七八九]?(?![点时号])")  # 一周十六节, but 周五十点
_TWIN = re.compile(
    "一([^\\d一二三四五六七八九十百千万亿])\\1|"  # 一句句, 一步步
    "一([位句波轮阵个条张座家户次项件步层排片遍趟把辆双声封页幅棵滴天年村人])(?:[又接连挨比跟顶追是]?|"
    "环扣|紧接着?)一\\2"
)

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
_LONG_NUMERAL = re.compile(
    "[一二两三四五六七八九十][百千万点]|"
    "[二三四五六七八九]十[一二三四五六七八九]?[^一二三四五六七八九十点时日号]"
)
_NUMERAL = re.compile("[一二两三四五六七八九十百千万]+")
_PLACES = set("百千万亿十点")
# 记十二分 is points on a licence, 十二分努力 is none.
_POINTS = frozenset(["十分", "十二分"])
_POINTS_GIVEN = re.compile("[记扣罚满得](?:十|十二)分(?=[，。；、的）]|$)")
# “5.09”专案 is named after its day.
_DAY_NAME = re.compile(
    r"\d{1,2}[.．·]\d{1,2}(?=[”\"』」](?:[\u4e00-\u9fff]{0,6}(?:案|事故|事件|地震|暴雨|火灾|空难|惨案|"
    r"爆炸|枪击)))"
)
_STOCK = re.compile(r"(?!(?:19|20)[0-9]{2}\D)[0-9]{4,6}(?=[）)])")  # 台积电（2330）
_TITLE = re.compile(r"\d+(?=》)|[1-9]\d{0,2}(?![\d年月日天岁个])")
# 《刺杀小说家2》
_SEQUEL_BEFORE = re.compile("《[^》，。；！？]*[\u4e00-\u9fffA-Za-z][ ]?$")
_SEQUEL = re.compile(r"\d{1,2}(?=[》：:])")
_LIST_NUMBER = re.compile(r"[0-9０-９]{1,2}(?:[.．、](?![0-9０-９])|[)）](?=\S))")
_LINE_HEAD = re.compile(r"(?:^|[\n：；。:;])[ \t\u3000\u00a0]*[(（]?$")
_BRACKETED = re.compile(r"[0-9０-９]{1,3}[)）\]】〕]")
_VERSION = re.compile(
    r"(?!(?:19|20)\d\d\.(?:1[0-2]|0?[1-9])\.(?:3[01]|[12]\d|0?[1-9])(?![\d.]))\d+(?:\.\d+){2,}|"
    r"\d{1,2}(?=(?:高配|标配|低配|青春|尊享|尊贵|旗舰|至尊|极速|探索|纪念|典藏|畅享)版)|"
    r"\d\.0(?=版|时代|模式|阶段|升级|版本|计划|[”」』]|战略|体系|工程)"
)
_DOTTED = re.compile(
    r"\d{1,2}-\d{1,2}-\d{3,4}|\d+[·•∙]\d+(?!\d)(?!"
    + POINTED
    + r")|\d+[vV][sS]?\.?\d+|\d+(?:\.\d+)?[×x✕*]\d+(?:\^\d+)?(?![\d.]*[ ]?(?:[厘毫]米|公分|英寸|cm|mm))|"
    r"\d+\+\d+|\d+\+[A-ZＮXＸ]"
)
_GENERATION = re.compile("(?:[0-9][05]|[零〇五六七八九][零〇五])后(?!的?(?:\\d|第))")
_NICKNAMES = re.compile(
    "3\\.15(?!元)|(?:5\\.1|10\\.1|6\\.18|11\\.11|12\\.12)(?=假期|黄金周|小长假|长假|购物节|大促)|"
    "58(?=同城)|618(?=[”』」])|(?:863|973)(?=计划|项目)|(?:[7７8８]|20|77)(?=国集团)|360(?=公司|集团|"
    "安全卫士|浏览器)|"
    "911(?=主谋|事件|恐|袭|[」”’]|纪念|委员|之后|后)|51(?=[Jj]ob)|7(?=-(?:Eleven|ELEVEN|11))|"
    "(?:985|211|996|007|315|618|361|360|555|110|120|119|122)(?=高校|工程|大学|院校|工作制|晚会|"
    "大促|购物节|模式|度无|全景|联动|指挥|急救(?!电话|热线)|到[场现]|救护|消防|出警|民警|报警(?!电话|热线))"
)
_DIALLED = re.compile('(?:[拨打]|拨通|致电|电话|热线|号码)了?[:：是为]?[“"]?$')
_CRAFT = re.compile(
    "(?:长征|嫦娥|神舟|天问|天宫|北斗|玉兔|天舟|快舟|朱雀|力箭|阿波罗|雪龙|谷神星|天龙|织女星|海斗|蛟龙|"
    "鹊桥|梦舟|揽月)$"
)
# Words of every day that name craft too: 资源一号, but 旅游七方面.
_ALSO_CRAFT = re.compile(
    "(?:风云|实践|东风|红旗|遥感|试验|旅行者|海洋|资源|高分|和平|旅游|创业|引力|深海|爱达|好奇)$"
)
_NUMBERED_NAME = re.compile("[零一二三四五六七八九十百0-9]+[甲乙丙丁]?[号遥]")
_QUOTED_CODE = re.compile(
    '(?<=[“"「‘])[0-9.·]{2,5}[”"」’](?=(?:系列)?(?:特大|重大)?(?:专案|大?案|工程|事件|计划|行动|专列|项目|'
    "部队|任务|会议|惨案|事故|空难|讲话|精神|指示|系列|战略|规划))"
)
_AFTER_NAME = re.compile("[零一二三四五六七八九十百0-9]+[甲乙丙丁]?(?:号|遥)?")
_STATEMENTS = re.compile("(?:第)?[一二三四五六七八九十]+(?:中|届)全会|[一二三四五六七八九十]+中全会")
_NUMBERED_PLACE = "[一二三四五六七八九十百千万两]+"
_PLACE_BEHIND = "(?=村|镇|乡|社区|街道|站|屯|县|林场|小区|区(?!域))"
# 三里屯 and 五道口 are names; 三座桥 and 两条河 are so many, unless a village has the name: 三座桥村.
_PLACE = re.compile(
    f"{_NUMBERED_PLACE}(?:"
    "里(?:屯|庄(?!园)|河(?!流|道)|桥(?!梁)|堡|店(?=村|镇|乡|站|街道|路|社区)|坪|铺|岗|坡(?!地|道)|墩|湾|"
    "沟|洋|岛|"
    "口(?!人|井)|台(?!阶)|亭|营|甸|牌坊|浜|渡|集(?!体|市)|镇|乡|塘|庙|坨|岭|坝|墙子|石街)|"
    "道(?:口(?!人|井|子)|街(?!坊)|白河|河子)|"
    "家(?:屯|庄(?!园|稻)|坪|湾|渠|坨|墩|堡|岗|子(?=[镇村乡屯街，。])|村(?![委办集级民])|店(?=村|镇|乡|站|"
    "街道|路|社区))|"
    "棵(?:松(?!树)|树(?=漆))|岔(?:口|河)|眼桥|方(?:坪|镇)|门江|台阁|角(?:塘|亭|楼村)|"
    "[门块条步口间方座眼匹面层号岔圈亩角台道棵家](?![城老小大新社车古旧村乡县市客货火地加公线])[\u4e00-\u9fff]"
    + _PLACE_BEHIND
    + ")"
)
_NO_NUMERAL = "[^\\W一二三四五六七八九十百千万亿两零\\d]"
_SHORT_FORM = re.compile(f"[一二三四五六七八九十两]({_NO_NUMERAL})[一二三四五六七八九十两]{_NO_NUMERAL}")
_SHORT_WITH_MEASURE = frozenset(
    [
        "三支一扶",
        "四梁八柱",
        "一核两翼",
        "一主两副",
        "一环两带",
        "一轴两翼",
        "三区三线",
        "一圈两带",
        "一路一带",
    ]
)
_PLAIN_COUNTERS = frozenset(
    "荤素菜汤又分之点比至到和与或个名位人家次年天日月周岁元块种条只件份张所座项户届号期斤成分点倍比米里寸尺"
)
# 一则担心，二则害怕: on the one hand, on the other.
_CONNECTIVE = re.compile(
    "[一二三]则(?!消息|新闻|广告|故事|启事|通知|公告|通告|声明|寓言|笑话|评论|信息|视频|短信|报道|留言|"
    "微博|案例|[^，。；]{0,6}的)"
)
# A name in quotation marks, told by the noun behind it, or a short title.
_OPENING = frozenset("“‘「《『")
_INSIDE = "[^”’」》』\\n0-9，。、]{1,8}"
_QUOTED = re.compile(
    f"{_INSIDE}》|{_INSIDE}[”’」』](?=[大小]?(?:改革|工程|计划|行动|模型|制度|战略|机制|模式|理念|倡议|政策|"
    "品牌|系统|平台|活动|专项|集成|工作法|服务|精神|主义|口号|项目|文化|论坛|课堂|课程|效应|现象|经济|"
    "格局|布局|体系))"
)
# Ring roads, plenary sessions, number systems.
_NAMED = re.compile(
    "(?<!沪深)(?<!深沪)两市(?=成交|逾|共|超|全天|个股|近|[涨跌股收走盘]|合计|融资|主力|[高低]开|"
    "震荡)|"
    # Programmes: 一村一品, 一楼一策.
    "一[\\u4e00-\\u9fff]{1,2}难求|一[\\u4e00-\\u9fff]一[策品码档景案业韵](?![一二两三四五六七八九十])|(?<=[是为成作像])一种|"
    "一家(?=[两三四五六七八九十几]口)|"
    "第[一二三四五六七八九十]+(?=(?:人民|中心|附属|实验|高级|初级|职业|师范|军医)*(?:医院|中学|小学|高中|"
    "初中|幼儿园))|"
    # Units of an army by their numbers: 三五九旅.
    "[一二三四五六七八九零〇]{3}(?=[师旅军]|团(?![队伙圆结])|医院)|(?<=整编)[一二三四五六七八九十]+(?=[师旅])|"
    "[一二三四五六七八九十百零]+中学|(?<=[铁红农])[一二三四五六七八九十]+(?=[局师军团])|"
    "(?<=[记投远键角位])三分(?![之钟])|两节(?=[”』」]?(?:期间|前后|市场|假期))|"
    "[一二三四五六七八九十]个一(?=工程|活动|[”」』])|七星(?=社区|岩|湖|路|街)|"
    # Terms of geometry, music, biology and mathematics: 五角形, 八分音符, 二倍体, 二项式.
    "[一二三四五六七八九十两多]+(?:角形|面体|边形|分音符|倍体|叠纪|头肌|项式|段论|元[论音醇]|元运算|元方程)|"
    # Which round of admission: 一本线, 二本院校.
    "[一二三]本(?=[文理][0-9综科工]|也?快?(?:公布|出分|录完))|[一二三]段线(?=[0-9上为]|考生|分数|录取|公布|填报|投档)|(?<=特控)一段线|"
    "(?<=过了)[一二三]本(?!书)|(?<=考上)[一二三]本|(?<=考上了)[一二三]本(?!书)|[一二三]本(?=[线率]|"
    "[0-9][0-9,.]*[人名分所]|"
    "以上(?:录取|上线|率)|院校|录取|上线|大学|批次|学校|分数)|"
    "(?<=[东南西北])[一二三四五六七]环|[一二三四五六七]环(?=[路内外线以高桥立辅沿主]|到|至|[，。、]|"
    "[东南西北])|"
    "[一二三四五六七八九十]+届[一二三四五六七八九十]+中全会|[二三五七八十]+(?:进制|进位)"
)


def lexical_end(text: str, position: int) -> int:
    """Return the end of the word or name at ``position`` that is no figure, else ``position`` itself."""
    end = _lexical_end(text, position)
    # 四平方米, 三星期 and 六部门 begin like words, but their units go on behind them.
    numeral = _NUMERAL.match(text, position)
    behind = numeral.end() if numeral else position + 1
    measure = measure_at(text, behind) if end == behind + 1 else None
    is_longer = measure is not None and behind + len(measure) > end and measure[0] not in "大小"
    return position if is_longer else end


def _lexical_end(text: str, position: int) -> int:
    character = text[position]
    if character.isdigit():
        return _printed_end(text, position)
    before = text[max(0, position - 5) : position]
    if named := _craft_name(text, position, before):
        return named.end()
    phrase = idiom_end(text, position)
    if phrase > position:
        return phrase
    if (
        character in "一二三"
        and _CONNECTIVE.match(text, position)
        and before[-1:] in ("", *"，。；：！？、\n")
    ):
        return position + 2
    if character == "一":
        twin = _TWIN.match(text, position)
        if twin:
            return twin.end()
        if _THERE.search(before) and _POSED.match(text, position):
            return position + 2
        share = before[-1:] == "近" and _is_nearly(text, position + 1)
        if not share and text[position + 1 : position + 2] not in _PLACES and _DETERMINER.search(before):
            return position + 1
    if before and before[-1] in "期拜双年周高" and _WEEKDAY.search(before) and character in "一二三四五六十":
        share = text[position + 1 : position + 2] in ("成", "倍")
        if before[-1] == "高" and (share or _LONG_NUMERAL.match(text, position)):
            return position  # 塔高三百零六米 is no third year of school
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


def _craft_name(text: str, position: int, before: str) -> re.Match[str] | None:
    """Find the number in the name of a craft: 神舟十八号, 资源一号."""
    if _CRAFT.search(before):
        return _AFTER_NAME.match(text, position)
    return _NUMBERED_NAME.match(text, position) if _ALSO_CRAFT.search(before) else None


def _is_nearly(text: str, behind: int) -> bool:
    """Tell whether 近一 is "nearly one": 近一成, 近一公里; 近一年 is the last year."""
    measure = measure_at(text, behind)
    return text[behind : behind + 1] in ("成", "半", "倍") or measure in LENGTHS or measure in _NEARLY_ONE


_NEARLY_ONE = frozenset("吨 公斤 斤 亩 公顷 小时 个小时 分钟 个钟头 钟头 人 平方米 平方公里 升".split())  # noqa: SIM905


def _short_form_end(text: str, position: int) -> int:
    """Return the end of a programme's short name such as 三支一扶, whose second numeral counts nothing."""
    found = _SHORT_FORM.match(text, position)
    if found is None or found[1] in _PLAIN_COUNTERS or measure_at(text, found.end() - 1):
        return position
    if measure_at(text, position + 1) and found.group() not in _SHORT_WITH_MEASURE:
        return position  # 一套两居室
    return found.end()


def _word_end(text: str, position: int) -> int:
    if text[position] in "百千万" and text[position - 1 : position] in tuple("上近逾超") and position:
        behind = measure_at(text, position + 1)
        if behind is not None and behind not in ("年", "古"):
            return position  # 上百味草药, but 近百年
    for length in range(_LONGEST, 1, -1):
        word = text[position : position + length]
        if word in LEXICAL:
            if word in _POINTS and _POINTS_GIVEN.match(text, position - 1) and position:
                return position
            counted_by = COUNTED_BY.get(word)
            if counted_by and counted_by.search(text[max(0, position - 6) : position]):
                return position
            counts = COUNTS_AFTER.get(word)
            if word[-1] == "级" and GRADED.search(text[max(0, position - 3) : position]):
                return position
            if counts is not None and counts.match(text, position + length):
                return position
            return position + length
    return position


def _printed_end(text: str, position: int) -> int:
    """Return the end of a code, version, list number or nickname in digits."""
    before = text[max(0, position - 12) : position]
    for pattern in (_VERSION, _DOTTED, _GENERATION, _NICKNAMES, _DAY_NAME):
        found = pattern.match(text, position)
        if found and not text[found.end() : found.end() + 1].isdigit() and not _is_called(pattern, before):
            return found.end()
    if named := _craft_name(text, position, before):
        return named.end()
    if before[-1:] == "双" or (before[-2:-1].isdigit() and before[-1:] in "·•"):
        return _digits_end(text, position)
    if quoted := _QUOTED_CODE.match(text, position):
        return quoted.end()
    listed = _LIST_NUMBER.match(text, position)
    if listed and _LINE_HEAD.search(before):
        return listed.end()
    if (
        before[-1:] in ("(", "（")
        and before[-2:-1] not in ("", *"0123456789，。、；） ")
        and _STOCK.match(text, position)
    ):
        return _digits_end(text, position)
    if _SEQUEL_BEFORE.search(before) and (sequel := _SEQUEL.match(text, position)):
        return sequel.end()
    if before[-1:] == "《" and (titled := _TITLE.match(text, position)):
        return titled.end()
    bracketed = _BRACKETED.match(text, position)
    if bracketed and before[-1:] in ("(", "（", "[", "【", "〔"):
        return bracketed.end()
    return position


def _is_called(pattern: re.Pattern[str], before: str) -> bool:
    """Tell whether a nickname is a number that is dialled: 拨打110报警."""
    return pattern is _NICKNAMES and _DIALLED.search(before) is not None


def _digits_end(text: str, position: int) -> int:
    end = position
    while text[end : end + 1].isdigit():
        end += 1
    return end
