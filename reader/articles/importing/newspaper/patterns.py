"""The wordings by which newspapers mark datelines, bylines, captions, jumps and what is of the page alone.

Written in simplified characters; the patterns find traditional ones, too.
"""

from __future__ import annotations

import re

_TWINS = dict(
    zip(
        "报讯电记员摄图编辑网综闻据专题资驻实习组责热线扫码关键发视觉国设计来源转载",
        "報訊電記員攝圖編輯網綜聞據專題資駐實習組責熱線掃碼關鍵發視覺國設計來源轉載",
        strict=True,
    )
)
HAN = "[\u4e00-\u9fff]"


def both_scripts(pattern: str) -> re.Pattern[str]:
    """Compile a pattern so that each of its characters stands for its traditional twin as well."""
    pieces: list[str] = []
    in_class = escaped = False
    for character in pattern:
        both = character + _TWINS.get(character, "")
        pieces.append(both if in_class or len(both) == 1 else f"[{both}]")
        in_class = not escaped and (character == "[" or (in_class and character != "]"))
        escaped = character == "\\" and not escaped
    return re.compile("".join(pieces))


_DAY = r"(?:\d{4}年)?\d{1,2}\s?月\s?\d{1,2}\s?日"
_OWN_PAPER = "本报|本网|本台|本刊|新华社|新华网|中新社|中新网|人民网|央视新闻|央广网|青报网|信网"
_DAILIES = "晚报|早报|日报|晨报|商报|时报|青报|快报|周报|都市报|青年报|导报|新报|信报"
_PAPER = f"(?:{_OWN_PAPER}|{_DAILIES}|本社|央视|央广|新闻|客户端|报|网|台|社|综合)"
_REPORT = "(?:综合消息|综合报道|专电|快讯|消息|报道|[讯电])"

#: 本报讯, 晚报 4月16日讯, 新华社北京4月16日电, 据新华社电; with 讯 and 电 the text may follow at once.
DATELINE = both_scripts(
    rf"^[【\[(（]?(?P<line>"
    rf"据?(?:{HAN}{{0,10}}{_PAPER}[·・]?{HAN}{{0,8}})\s?{HAN}{{0,6}}\s?{_DAY}\s?{HAN}{{0,4}}{_REPORT}"
    rf"|据?{HAN}{{0,8}}\s?{_DAY}\s?{HAN}{{0,6}}{_REPORT}"
    rf"|据?{HAN}{{0,6}}(?:{_OWN_PAPER}|{_DAILIES}){HAN}{{0,4}}(?:综合消息|综合报道|专电|快讯|[讯电])"
    rf")[】\])）]?(?=[\s，,：:（(]|$|{HAN}|“|\")"
)

_WRITING = "供稿|口述|讲述|投稿|统筹|策划|执笔|撰稿|作者|编辑|编译|整理|采写|文/|文、|文并|摄影"
_REPORTERS = f"记者|通讯员|实习生|特约|{_WRITING}|据|综合|来源|原载|摘自"
#: The closing bracket: (晚报记者 周一帆), （据新华社）.
CLOSING_BYLINE = both_scripts(
    rf"[（(【\[]\s*((?=[^（）()]{{0,70}}?(?:{_REPORTERS}))[^（）()。]{{2,70}})\s*[)）】\]]\s*[。]?$"
)
#: A closing bracket with names alone: …成都。(杨帆)
CLOSING_NAME = re.compile(
    rf"(?:(?<=[。！？”…])|(?<=[。！？”…] )|^)[（(]\s*({HAN}{{2,4}}(?:[ 　、]{HAN}{{2,4}}){{0,2}})\s*[)）]$"
)
_WRITERS = (
    "读者|居民|市民|村民|网友|业主|住户|学生|大学生|职工|工人|司机|"
    "教师|老师|医生|护士|家长|乘客|游客|顾客|患者|听众|用户|志愿者|爱好者|热心人"
)
#: Who wrote a letter: 柳荫小区居民 高秀兰, （读者 路平）.
LETTER_WRITER = re.compile(
    rf"^(?:[—－-]{{1,2}}\s?)?(?:{HAN}{{1,8}}[ \u3000])?{HAN}{{0,10}}(?:{_WRITERS})[ \u3000:：]+{HAN}{{2,4}}$"
)
CLOSING_WRITER = re.compile(
    rf"(?:(?<=[。！？”…])|(?<=[。！？”…] )|^)"
    rf"[（(]\s*((?:{HAN}{{1,8}}[ \u3000])?{HAN}{{0,10}}(?:{_WRITERS})[ \u3000:：]+{HAN}{{2,4}})\s*[)）]$"
)
_TITLES = "女士|先生|小姐|大爷|大妈|大叔|阿姨|奶奶|爷爷|师傅|同学"
#: A bracket on a line of its own with somebody who goes by a surname: (望江苑 孙女士).
CLOSING_NICKNAME = re.compile(
    rf"^[（(]\s*((?:{HAN}{{2,8}}[ \u3000]){{0,2}}{HAN}{{1,2}}(?:{_TITLES}))\s*[)）]$"
)
#: What opens a letter: 编辑同志：.
SALUTATION = both_scripts(
    r"^(?:(?:尊敬|敬爱|亲爱)的.{1,10}|编辑(?:同志|部|老师|先生)?.{0,4}|.{0,8}[您你们]好)[：:！!，,]?$"
)
_BULLET = "[□■●○◎◆◇★☆▲△▼▶►▍▌◼◾❖◈◉⊙]"
#: What is set before a heading or a point for show.
BULLETS = re.compile(r"^(?:[□■●○◎◆◇★☆▲△▶►▍▌◼◾❖◈◉⊙☞»\s]|〇(?=\s)|>{2,})+|(?<=\S)\s*[■●◆★▲►◼◾]+$")
_COLUMNS = "观察|手记|调查|视点|走访|探访|体验|提问|来信|在线|日记|关注|专访"
_NAMED = f"(?:记者|通讯员|作者|撰稿|实习生|采写|读者(?=[ 　：:]))(?!{_COLUMNS})[ 　:：/／]*{HAN}{{2,4}}"
# Before each further name is a blank, a mark or an office: else a run of hanzi parts in endless ways.
_MORE_NAMES = (
    rf"(?:[ 　、,，/／]*{HAN}{{0,6}}(?:记者|通讯员|实习生|摄影)[ 　:：/／]*{HAN}{{2,4}}"
    rf"|[ 　、,，/／]+{HAN}{{1,4}})"
)
BARE_BYLINE = both_scripts(
    rf"^{_BULLET}?\s*(?:文[/／、]?图?[片]?[/／:： ]?\s*)?(?:图[/／]\s*)?"
    rf"{HAN}{{0,8}}(?:全媒体|见习|特派|首席|驻{HAN}{{1,4}})?"
    rf"{_NAMED}(?:{_MORE_NAMES})*(?:\s*(?:文[/／、]?[图摄]|[图摄][/／、]文|摄影报道|报道|文并摄|整理))?\s*$"
)
#: □苗青 文/图
WORK = both_scripts(r"\s*(?:文[/／、]?图|图[/／、]?文|文[ ]图|撰文|文|整理|摄影报道)\s*$")
BULLET_BYLINE = both_scripts(
    rf"^[□■]\s*{HAN}{{2,4}}(?:[ 　、]{HAN}{{2,4}}){{0,3}}"
    rf"(?:[ 　/／](?:文[/／、]?图|图[/／、]?文|文|整理|摄影报道))?\s*$"
)

_PICTURES = "供图|摄|图片|资料图|资料照片|新华社发|视觉中国|[ 　/／。]图|图源|组图|截图|配图|绘图|制图|漫画"
CREDIT = both_scripts(
    rf"(?:{_PICTURES})[）)】\]]?[。]?$"
    r"|(?:图片来源|图片由|图源)\s?[:：/／]?\s?[^。，,、]{1,20}(?:提供)?[）)]?。?$"
    rf"|(?:摄影|制图|漫画|绘图)(?:\s?[:：/／]\s?[^。，,、]{{1,20}}|\s?{HAN}{{2,4}})[）)]?。?$"
    rf"|(?:记者|通讯员)?\s?{HAN}{{2,4}}\s?(?:[/／]\s?)?摄[）)]?[。]?$"
)
#: The reporter took the pictures, too: no credit but a byline.
WRITTEN_TOO = both_scripts(
    r"(?:摄影报道|文[/／、]?[图摄]|[图摄][/／、]文|文并摄)[）)]?$|记者.{2,12}[ 　]摄影[ 　/：:].{2,4}$"
)
PHOTOGRAPHER = both_scripts(r"(?:摄|供图|图|发|提供)$")
CAPTION_START = both_scripts(
    r"^(?:[▲△▼▽←→↑↓]\s?|[◆▶►](?=.{23,}|.*[。图]$)|(?:[上下左右本]|资料)图(?:为|是|[:：])|图[为：:]|图\s?[\d一二三四①②③④][：:、\s]|"
    rf"(?:{HAN}{{2,3}})?[（(](?:[上下左右]|资料)图[)）])"
)

CLOSED = re.compile(r"[。！？!?…；;：:][”’」』）)\"'】]*$|[”」』]$|^.*[。！？][”’」』]?[（(][^（）()]*[)）]$")
ENDED = re.compile(r"[。！？!?…][”’」』）)\"']*$")
LIST_ITEM = re.compile(
    r"^(?:\d{1,3}\s?[.．、)）](?!\d)|[一二三四五六七八九十]{1,3}\s?[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳]"
    r"|第[一二三四五六七八九十]+条|[-•·－]|–\s)"
)
SUBHEAD_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])")
TELLER = both_scripts(
    rf"^{HAN}{{0,6}}(?:专家|医生|记者|市民|居民|网友|官方|部门|校长|教师|家长|警方|法院|律师|局|委|办|社|会|院|局长|主任)[：:]"
)
#: 明天:小雨转阴,2℃~7℃
WEATHER = re.compile(r"[晴阴雨雪云雾霾].{0,8}-?\d{1,2}\s?℃")
LABEL = re.compile(r"^[\u4e00-\u9fff][\u4e00-\u9fff 　]{1,7}[：:]")

#: In a line of a table or a list: 中奖号码：4 0 7.
ENTRY = re.compile(r"[\u4e00-\u9fff][：:]\s?\d")

PAGE = r"(?:第?\s?[A-Z]?\s?\d{1,3}\s?版|第?[一二三四五六七八九十]{1,3}版|[A-Z]\d{1,3}(?:版)?)"
#: 上接第一版, 下转A3版.
JUMP = both_scripts(
    rf"[（(【▶►→>》☞]?\s*(上接|下转|紧接|转载自|转)\s*(?:本报)?\s*{PAGE}[^）)】。，,]{{0,14}}[)）】]?"
)
_OFFICE = "主编|编辑|责编|美编|校对|排版|编审|审读|终审|设计|制图"
_SERVICE = "电子版|电子信箱|邮箱|投稿|热线|新闻热线|订报热线|订阅|广告热线|零售价|邮发代号|国内统一"
_WEEKDAY = "(?:星期[一二三四五六日天]|周[一二三四五六日])"
#: Of the page, not of an article.
FURNITURE = both_scripts(
    rf"^(?:{PAGE}(?:\s?[·|｜/]?\s?{HAN}{{2,6}})?|\d{{1,3}}|[-—]\s?\d{{1,3}}\s?[-—]|(?:公益)?广告|（广告）|"
    rf"(?:本版|责任|责|执行|值班|见习|实习|文字|图片|版式|美术|组版|视觉){{0,2}}"
    rf"(?:{_OFFICE})\s?[:：/／ 　].{{2,50}}|"
    rf"(?:本版|今日本版|本报)?(?:{_SERVICE})[^。]{{0,60}}|"
    # The paper's own numbers; those of a notice are part of it.
    r".{0,8}(?:新闻|爆料|报料|订报|订阅|广告|发行|投稿|读者|编辑部|采编|24小时|本报|本版).{0,6}"
    r"(?:热线|电话|传真)?\s?[:：]?\s?[\d\-—()（） ]{7,18}|"
    r"(?:扫码|扫一扫|扫描|长按|点击|关注)[^。]{0,30}(?:二维码|公众号|客户端|更多|阅读)[^。]{0,10}|"
    rf"\d{{4}}年\d{{1,2}}月\d{{1,2}}日\s*(?:{_WEEKDAY}\s*(?:农历.{{0,12}})?(?:{PAGE}|{HAN}{{0,6}})?|{PAGE}))$"
)
_DATE = r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日(?=\s*(?:\d{1,2}:|来源|作者|稿源)))"
_BUTTONS = "分享到?|打印|收藏|评论|点赞|转发|举报|纠错|返回首页|上一篇|下一篇|阅读全文|展开全文"
#: Of a web page, not of its article.
WEB_FURNITURE = both_scripts(
    r"^(?:\S{2,12}(?:数字报|电子报|电子版|客户端|网)\s?[>›»].{0,60}|(?:首页|您的位置|您当前的位置|当前位置|网站首页)\s?(?:[:：>›»]|$).{0,60}|字号\s?[:：]?.{0,12}|"
    rf"[（(]?责任编辑\s?[:：].{{1,20}}|(?:{_BUTTONS})(?:\s?[:：].{{0,24}})?|"
    rf"(?:(?:{_BUTTONS}|[上下]一[版篇页期]|放大|缩小|默认)(?:\s+|$)){{2,9}}|"
    rf"(?:(?:发布时间|发布日期|时间|日期)\s?[:：]?\s?)?{_DATE}(?:\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"
    r"(?:\s*(?:来源|作者|稿源|编辑).{0,30})*|"
    r"(?:来源|稿源|信息来源|阅读|浏览量|浏览次数|点击数)\s?[:：]\s?[^。，,]{1,24})$"
)
#: Names of the parts of a page in which short pieces stand: no headline of an article, but it begins there.
BOX_NAME = both_scripts(
    r"(?:读者|群众|街坊)?来信|(?:读者)?(?:回音|反馈)|(?:今天|明天|今日|明日|今明|本周|一周|未来三天)?(?:天气|气象)(?:预报)?|"
    r"(?:健康|法律|生活|科普|营养|消费|政策|养生|理财|育儿|用药)(?:问答|答疑|百科|小?贴士|讲堂|门诊)|"
    r"来信照登|(?:百姓|读者|市民|群众|街坊|网友)(?:之声|声音|心声|来电|留言|热线|论坛|点题|关注)|"
    r"(?:我|读者|百姓|市民|大家|街坊|网友)?有话(?:说|要说|直说)|我要说|市民说|编读(?:往来|互动)|来论|来函(?:照登)?|大家谈|众说|街谈巷议|三言两语|微评|群言堂|"
    r"一句话新闻|(?:便民|服务)(?:信息|台|热线)|活动预告|本周活动|失物招领|寻物启事|你问我答|有问必答|"
    r"(?:要闻|新闻|国际|国内|体育|文化|社区|本地|本市|本县|全市|全县|教育|科技|财经|经济|民生|时政|卫生|健康|文体|城市|城事|乡村|农村|图片|综合|区县)?(?:简讯|微讯|新闻速递|短波|短新闻|短讯|简报|快讯|快报|速览|速递|集锦|微新闻)|(?:一周|今日|每日)(?:速览|要闻|看点)|"
    r"微[ ]?新[ ]?闻|(?:分类)?(?:信息|广告)|(?:遗失)?声明|公告|启事|讣告|更正|"
    r"[^，。：:]{2,12}(?:公告|通告|启事|通知|声明)|(?:开奖|中奖|停水|停电)(?:公告|信息|结果)|(?:彩票)?开奖"
)
SEPARATOR = re.compile(r"^(?:[-—–─━=＝_*＊·•.…~～#◆■□●★☆※\s]{3,}|[◆■□●★☆※])$")
_BOXES = (
    "相关链接|相关新闻|相关报道|新闻链接|知识链接|政策链接|数据链接|背景链接|背景资料|资料链接|新闻延伸|新闻多一点|延伸阅读|记者手记|名词解释|新闻背景|背景|链接|短评|编后|提醒|温馨提示|知识|"
    "专家(?:观点|点评|视角|建议|提醒|支招)|快评|点评|小贴士|小知识|核心提示|内容提要|阅读提示|名词|数说|数读|声音|影响|观点|说法|现场|案例|评论|(?:部门|编辑|官方|编辑部)?(?:回复|答复|回应)"
)
#: What stands beside an article with a headline of its own is one of its own.
LINKED_BOX = both_scripts(
    r"(?:相关|新闻|知识|政策|数据|背景|资料)?链接|相关(?:新闻|报道)|延伸阅读|新闻(?:背景|延伸|多一点)|背景(?:资料)?|"
    r"名词解释|名词|小(?:贴士|知识)|(?:温馨)?提醒|记者手记|专家(?:观点|点评|视角|建议|提醒|支招)|快评|点评|短评|编后|评论|知识"
)
#: 链接丨大豆的“一生”, 更正：本报…: a label with what belongs below it in one line.
LABELLED = both_scripts(
    r"^[■●◆▍▲▶★【\[]?\s?((?:相关|新闻|知识|政策|数据|背景|资料)?链接|延伸阅读|新闻(?:背景|延伸|多一点)|名词解释|"
    r"记者手记|编后|读者来信|来信|读者之声|更正)[】\]]?\s?(?:[丨｜|·:：]|(?<=[】\]]))\s?(?=\S{4})"
)
#: Heads a box that belongs to the article above it.
FOLLOW_UP = re.compile(rf"^[【\[〔■●◆▍▲△▶►★☆□○◎❖◈◉☞»>]*\s?(?:{_BOXES})\s?[】\]〕]?$")
