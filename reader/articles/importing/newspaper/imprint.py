"""What a paper prints about itself at the head or foot of a page: its rights, address, telephones, staff."""

from __future__ import annotations

import re

from reader.articles.importing.newspaper.patterns import HAN, PAGE, both_scripts

_MOST = 120
_GAP = r"[ 　|｜/／·;；,，、]*"
_SIGN = r"\s?[:：/／丨|｜_＿◎=＝•]\s?"
_RIGHTS = both_scripts(
    r"[©Ⓒ]|[Cc]opyright|(?:版权|版權)(?:所有|声明|聲明|归)|翻印必究|[违違]者必究|"
    r"(?:不得|[严嚴]禁|[谢謝][绝絕]|[请請]勿|禁止)(?:擅自|任意)?(?:转载|转摘|[复複][制製]|翻印|摘[编編])|"
    r"转载[,，]?(?:[请請]|[须須]|[务務]必|[应應])|本[报報社].{0,12}[著着]作[权權]"
)
#: With these a notice of rights begins or ends; a sentence of an article that speaks of rights does not.
_RIGHTS_START = both_scripts(
    r"^[*※●■【（(]*\s*(?:[©Ⓒ]|[Cc]opyright|\([Cc]\)|本[报報社刊版网網]|版权|版權|未[经經]|转载|如需转载|凡|[严嚴]禁|[谢謝][绝絕]|不得)"
)
_RIGHTS_END = both_scripts(r"(?:转载|转摘|摘[编編]|翻印|[复複][制製]|必究|(?:版权|版權)所有)[)）】]?$")
_MOST_RIGHTS = 60
#: What names a field that only a paper's own lines have; an address or a telephone alone may be a notice's.
_OWN = (
    f"本[报報刊社](?:地址|社址|[电電][话話]|网址|网站|邮箱|[邮郵][编編]|总机|零售|定价|{HAN}{{0,6}}(?:热线|电话|顾问|信箱))|社址|报社地址|"
    "(?:新闻|爆料|报料|订报|订阅|广告|发行|投递|投稿|读者|采编)(?:服务)?(?:热线|电话|传真|邮箱|部电话|中心|部|专线)|"
    "广告(?:经营)?许可证.{0,3}|零售(?:价)?|(?:每份)?定价|每份|月价|年价|全年订价|(?:国内)?统一(?:连续出版物)?刊号|国内统一.{0,10}|刊号|邮发代号|"
    "CN|ISSN|印刷|印厂|承印(?:单位)?|法律顾问|印刷厂|开印时间|今日印数|夜班电话|编辑部(?:电话|邮箱|地址|热线)"
)
_SHARED = (
    "地址|[电電][话話]|传真|[邮郵][编編]|[邮郵]政[编編][码碼]|"
    "网址|邮箱|电子邮箱|电子信箱|E-?mail|微信|微博|公众号|QQ群?"
)
_STAFF = (
    "(?:本版|本期|今日|[一二三四五六七八九十]{1,2}版|责任|执行|值班(?!主任|总监)|见习|实习|文字|图片|版式|美术|组版|视觉|首席|新媒体|终审|一审|二审|三审)*"
    "(?:主编|副主编|总编|总编辑|编委|值班主任|值班总监|编辑|责编|美编|校对|责校|图编|文编|检校|排版|编审|审读|终审|审校|监制|"
    "组稿|组版|版式|版面|版面设计|一读|二读|一审|二审|三审|一校|二校|三校)"
)
_OWN_FIRST = both_scripts(rf"^[※●■☎【]?\s?(?:{_OWN})(?:{_SIGN}|\s?(?=[\d¥￥]))")
_FIELD_FIRST = both_scripts(rf"^[※●■☎【]?\s?(?:{_OWN}|{_SHARED}){_SIGN}")
_OWN_ANYWHERE = both_scripts(rf"[ 　|｜,，;；](?:{_OWN})(?:{_SIGN}|\s?(?=[\d¥￥]|每份))")
_PRINTER = both_scripts(rf"[ 　]{HAN}{{2,12}}印刷(?:厂|有限公司|公司)(?:印刷|承印|印制)$")
_STAFF_LINE = both_scripts(
    rf"^[■●◎]?\s?{_STAFF}(?:{_SIGN}|[ 　]+)\S{{1,4}}(?:[ 　、]\S{{1,4}}){{0,3}}"
    rf"(?:{_GAP}{_STAFF}(?:{_SIGN}|[ 　]+)\S{{1,4}}(?:[ 　、]\S{{1,4}}){{0,2}}){{0,6}}"
    rf"(?:{_GAP}(?:电话|邮箱|电子邮箱|电子信箱|热线|E-?mail|QQ){_SIGN}\S.{{4,40}})?$"
)
#: 值班主任/时光 编辑/小满 校读/文心: after one known office, the others may have any name.
_STAFF_PAIRS = both_scripts(
    rf"^[■●◎]?\s?{_STAFF}{_SIGN}{HAN}{{1,4}}"
    rf"(?:{_GAP}{HAN}{{2,6}}{_SIGN}{HAN}{{1,4}}(?:[ 　、]{HAN}{{2,4}})?){{1,6}}$"
)
#: 详见第5版, ▶下转 A5 版: where more is printed.
_ELSEWHERE = both_scripts(
    r"^更多[^。]{0,16}(?:扫描|扫码|关注|下载|登录|点击)[^。]{0,20}$|"
    rf"^[（(【▶►▷→>》※*◎●■☞]*\s*(?:(?:更多|相关|详细|其他|其它)?(?:报道|内容|新闻|图文|文章)?[,，]?\s?"
    rf"(?:详见|请看|请见|见|刊于|刊|下转|上接|紧接|转))\s*(?:本报|今日|今天)?\s*{PAGE}[^。，,]{{0,14}}[)）】]?$"
)
#: 点击图片看大图, 扫一扫 看视频, （视频加载中）: what a web page leaves between paragraphs.
_WEB_LITTER = both_scripts(
    r"^[（(【\[]?(?:点击(?:图片|上方|下方|查看|阅读|观看|看)?.{0,8}(?:大图|原图|视频|更多|放大|全文)|"
    r"(?:扫一扫|扫码|扫描.{0,6}二维码|长按.{0,8}二维码|识别.{0,6}二维码)[ ，,]?[^。]{0,16}|"
    r"(?:视频|图片|音频)?(?:正在)?加载中)[.…]{0,3}[)）】\]]?$"
)
#: 中共青河市委机关报, QINGHE DAILY: below the name of a paper.
_BELOW_NAME = re.compile(r"^中共.{2,10}(?:委|委员会)机关报.{0,60}$|^[A-Z]{3,}(?: [A-Z]{2,}){1,4}$")
#: 市长热线今天改号 ▶▶A04版: a title in a list of what the paper holds.
_GUIDE = re.compile(
    r"^[◆●■▶►·•☞]?\s?[^。]{4,32}?\s?(?:[▶►>›»…·.]{1,8}\s?(?:第?[A-Z]?\d{1,2}版?)|(?:详见|见|请看)\s?(?:第?\d{1,2}版|[A-Z]\d{1,2}版?))$"
    r"|^(?:第?(?:[一二三四五六七八九十]{1,2}|[A-Z]?\d{1,2})版)[:：\s]\s?[^。，]{4,24}$"
)


def is_guide(text: str) -> bool:
    """Tell whether a line says on which page of the paper a title stands."""
    return bool(_GUIDE.match(text)) and not re.search(r"\d[.·]\d{1,2}$", text)


def is_imprint(text: str) -> bool:
    """Tell whether a whole line is what the paper says about itself, not a notice that somebody put in it."""
    if len(text) > _MOST or not text:
        return False
    if _says_rights(text):
        return True
    if _BELOW_NAME.match(text) or _WEB_LITTER.match(text) or is_guide(text):
        return True
    if _ELSEWHERE.match(text) or _STAFF_LINE.match(text) or _STAFF_PAIRS.match(text):
        return True
    if re.search(r"。.", text):
        return False
    return bool(
        _OWN_FIRST.match(text)
        or (_FIELD_FIRST.match(text) and (_OWN_ANYWHERE.search(text) or _PRINTER.search(text)))
    )


def _says_rights(text: str) -> bool:
    is_short = len(text) <= _MOST_RIGHTS and not re.search("。.", text)
    is_notice = is_short and bool(_RIGHTS.search(text))
    return is_notice and bool(_RIGHTS_START.match(text) or _RIGHTS_END.search(text))
