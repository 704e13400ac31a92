"""The head of a copied page, however it is built, is in no article."""

import pytest

from reader.articles.importing.newspaper import split_page

BODY = "老桥今天通了车\n\n本报讯 老桥修了三年，今天上午终于通车了，两岸的居民都走上桥来看。（记者 周一帆）"


@pytest.mark.parametrize(
    "head",
    [
        "江城晚报|A05 民生",
        "民生|江城晚报|2027年3月4日",
        "江城晚报\n2027年3月4日 星期四 丁未年正月廿六\n总第8123期 今日16版",
        "第五版 民生\n江城晚报 2027年3月4日",
        "2027.3.4 星期四\n城事\nA05\n责编 周全 美编 小鹿",
        "江城晚报/2027年03月04日/星期四\nA05/城事",
        "05 | 社会新闻 | 江城晚报 | 2027年3月4日 星期四 | 编辑：周全",
        "■江城晚报 ■2027年3月4日 ■A05",
        "JIANGCHENG EVENING NEWS\n江城晚报\n2027/3/4 THURSDAY",
        "江城晚报数字报\n2027年03月04日 第A05版：城事\n上一版 下一版",
        "首页 > 江城晚报 > 2027-03-04 > A05 城事",
        "江城晚报 2027年3月4日 第A05版 作者：周一帆 字数：1234",
        "江城日报社主办\n2027年3月4日 星期四",
        "星期四\n2027年3月4日\n农历正月廿六",
        "城事周刊 第12期 2027年3月4日",
        "5\n江城晚报\n2027年3月4日",
        "２０２７年３月４日　星期四　第５版",
        "江城日报 JIANGCHENG RIBAO\n今日8版 第9023期\n2027年3月4日 星期四",
        "江城晚报 | 05 | 城 事 | 2027年3月4日",
        "今天：多云转晴 18℃～26℃ 东南风3级\n江城晚报 2027年3月4日",
        "江 城 晚 报\n2027年3月4日　星期四　第5版",
        "府城日報\n中華民國116年3月4日 星期四",
    ],
)
def test_the_head_of_a_page_is_in_no_article(head: str) -> None:
    (article,) = split_page(f"{head}\n\n{BODY}")
    assert (article.headline, article.kicker, article.byline) == ("老桥今天通了车", "", "记者 周一帆")
    assert article.paragraphs == ["老桥修了三年，今天上午终于通车了，两岸的居民都走上桥来看。"]
