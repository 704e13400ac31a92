"""Lines that a page, of paper or of the web, has beside its articles: labels, buttons, counts, addresses."""

from __future__ import annotations

from reader.articles.importing.newspaper.patterns import HAN, both_scripts

_MOST = 60
_BUTTON = (
    "返回目录|返回首页|返回列表|返回顶部|版面导航|标题导航|版面概览|往期回顾|往期查询|稿件搜索|设为首页|加入收藏|热门推荐|相关推荐|"
    "猜你喜欢|为您推荐|放大|缩小|默认|关闭|打印|收藏|分享|复制链接|朗读|全文朗读|上一[篇版页期]|下一[篇版页期]|PDF版|数字报|登录|注册|首页|目录"
)
#: 放大+ 缩小- 默认, 【关闭】【打印】, 返回首页 | 设为首页; of one button alone only a long one is sure.
_BUTTONS = both_scripts(rf"^(?:[【\[（(]?(?:{_BUTTON})[+＋\-－]?[】\]）)]?[\s|｜/·>]*){{2,10}}$")
_ONE_BUTTON = both_scripts(rf"^[【\[（(]?(?=.{{4,}})(?:{_BUTTON})[+＋\-－]?[】\]）)]?$")
_WEB = both_scripts(
    r"^[【\[]字[体号]\s?[:：].{1,16}[】\]]$|^分享(?:到|至)\s?[:：].{0,30}$|"
    r"^(?:浏览|阅读|点击|评论|访问)(?:量|数|次数)?\s?[:：]?\s?[\d.,]+\s?[万次]{0,2}$|^.{0,6}微信扫一扫.{0,12}$|"
    rf"^(?:免责|版权)声明\s?[:：]|^{HAN}?ICP[备证].{{4,30}}$|^本版(?:面)?共\s?\d{{1,2}}\s?篇(?:文章)?$|"
    rf"^{HAN}{{2,8}}(?:日报|晚报|晨报|早报|时报|商报|周刊|数字报|网)\s?[>›»].{{2,60}}$"
)
_PAGE = r"(?:第?\s?[A-Z]?\d{1,3}\s?版|[A-Z]\d{1,3}版?)"
#: A05版 | 民生, 民生 A05, 今日8版, 总第12345期, A叠 要闻
_LABEL = both_scripts(
    rf"^{_PAGE}\s?[:：|｜·/]\s?{HAN}{{2,6}}$|^{HAN}{{2,4}}\s[A-Z]\d{{1,3}}$|^(?:本报|本期|今日|本版){{1,2}}共?\d{{1,3}}版$|"
    rf"^总?第\s?\d{{3,6}}\s?[期号]$|^[A-Z]叠\s?{HAN}{{2,4}}$|^{HAN}{{2}}·{HAN}{{2}}\s?{_PAGE}$"
)
_PUBLISHER = both_scripts(
    rf"^零售(?:每份|价)?\s?[:：]?\s?\d.{{0,8}}元$|^{HAN}{{2,14}}(?:印务|印刷|印业){HAN}{{0,8}}(?:承印|印刷|印制)$|"
    r"^报头题字\s?[:：].{2,8}$|^(?:本报|报料|爆料|官方|读者)(?:微信|微博|公众号|抖音)(?:号)?\s?[:：@].{2,30}$|"
    r"^电子版\s?[:：]?\s?(?:https?://|www\.)\S{3,60}$|"
    r"^(?:国内|国外)?邮发代号\s?[:：].{2,30}$|^主[办管]\s?[:：].{2,20}\s(?:主办|出版|承办|编辑)\s?[:：].{2,30}$|"
    rf"^(?:下载|打开){HAN}{{2,10}}(?:客户端|APP|App).{{0,16}}$|^{HAN}{{2,8}}官方(?:微信|微博|网站)$|"
    r"^[■□●◆]?\s?(?:公益|分类)?广告\s?[■□●◆]?$|^讲文明\s?树新风(?:\s?公益广告)?$"
)


def is_page_matter(text: str) -> bool:
    """Tell whether a whole line is of the page, not of an article on it."""
    if not text or len(text) > _MOST:
        return False
    patterns = (_BUTTONS, _ONE_BUTTON, _WEB, _LABEL, _PUBLISHER)
    return any(pattern.match(text) for pattern in patterns)
