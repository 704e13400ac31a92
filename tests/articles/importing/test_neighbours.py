"""What stands beside an article on a copied page: notices, boxes, letters, briefs; each keeps to its own."""

import pytest

from reader.articles.importing.newspaper import PageArticle, split_page
from reader.articles.importing.punctuation import mend

BRIDGE = "本报6月2日讯 老桥修了三年，今天上午终于通车了，两岸的居民都走上桥来看，人人脸上带着笑。"
MORE = "桥长一百二十米，中间留着给行人走的路，晚上还会亮起灯来，老人散步再也不用绕远路了。"
OTHER = "去年全市一共修好老桥十一座，今年还要再修五座，其中两座在乡下，明年春天可以通车。"


def one(text: str) -> PageArticle:
    (article,) = split_page(text)
    return article


def words(article: PageArticle) -> str:
    return "".join(
        [article.headline, article.kicker, *article.subheads, *article.paragraphs, *article.captions]
    )


@pytest.mark.parametrize(
    "notice",
    [
        "版权所有 不得转载",
        "版权所有,未经许可不得转载",
        "本报版权所有 翻印必究",
        "未经授权,严禁转载",
        "本版文字、图片未经本报书面授权,不得转载使用",
        "转载请注明出处",
        "© 2027 江河日报社",
        "社址:江河市解放路1号  邮编:430000  发行热线:8888-1111",
        "本报地址:江河市解放路1号 电话/8888-1111 广告热线/8888-2222 零售/2元",
        "地址:江河市解放路1号 | 邮编:430000 | 广告许可证:0012号 | 零售价:1.00元",
        "本报常年法律顾问:方正律师事务所   订阅电话:11185   零售:1.5元/份",
        "本版照片除署名外均为资料图片  版权所有 严禁转载",
        "值班主任/时光 编辑/小满 美编/阿树 校读/文心",
        "更多新闻请扫描二维码",
        "责编/冉冉 美编/小鹿 电话/023-5550 1188",
        "责编：文竹   版式：丁丁   责校：白鹿",
        "值班编委 周全  一读 林小路  二读 文竹",
        "(下转第5版)",
        "▶下转 A5 版",
        "相关报道见 B3 版",
        "详见第5版",
        "印刷:江河印务有限公司 电话:8888-3333",
        "本报法律顾问:江河律师事务所 周全律师",
        "江河晚报数字报 > 2026年6月2日 > 第03版:民生",
        "上一版 下一版   放大 缩小 默认",
        "电话：8888-3333　电子信箱：jh@example.com　江河日报印刷厂印刷",
    ],
)
def test_a_notice_of_the_paper_is_no_part_of_an_article(notice: str) -> None:
    body = f"老桥今天通了车\n\n{BRIDGE}\n\n{MORE}"
    for article in (one(f"{notice}\n\n{body}"), one(f"{body}\n\n{notice}")):
        assert article.headline == "老桥今天通了车"
        assert article.kicker == ""
        assert words(article) == words(one(body))


def test_the_address_and_number_of_a_notice_stay_in_it() -> None:
    article = one(f"老桥边开市集\n\n{BRIDGE}\n\n地址:江河市桥头路1号 电话:8888-1111")
    assert "桥头路1号" in article.paragraphs[-1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("老桥今天通了车", "从东岸走到西岸,原来要绕行40分钟现在只用3分钟"),
        ("修一座桥要多久", "东岸居民等了三年零两个月,终于不用再坐船去上班了"),
        ("坐着船去赶集", "江河市开通水上公交,票价最低4.5元,一年带货2,100吨"),
        (
            "坐着船去赶集",
            "江河市开通水上公交,票价最低4.5元,一年带货2,100吨,沿岸36个村的老人都说方便,孩子上学也不用绕路",
        ),
        ("三年修好一座桥", "江河市用“老石头”补“老桥墩”,省下1200万元"),
        ("一座桥,两岸人", "记者在通车第一天跟着38名居民走了一趟"),
    ],
)
def test_of_two_lines_the_shorter_one_above_is_the_headline(first: str, second: str) -> None:
    article = one(f"{first}\n\n{second}\n\n{BRIDGE}\n\n{MORE}")
    assert (article.headline, article.kicker) == (first, second)


@pytest.mark.parametrize(
    "label",
    [
        "相关链接",
        "链接",
        "延伸阅读",
        "背景",
        "新闻背景",
        "【相关链接】",
        "■ 链接",
        "▶▶ 链接",
        ">>> 链接",
        "☞相关链接",
        "知识链接",
    ],
)
def test_a_box_with_a_headline_is_an_article_of_its_own(label: str) -> None:
    page = f"老桥今天通了车\n\n{BRIDGE}\n\n{MORE}\n\n(本报记者 周一帆)\n\n{label}\n\n全市已修好老桥11座\n\n{OTHER}(据市交通局)"
    bridge, box = split_page(page)
    assert (bridge.byline, bridge.subheads) == ("本报记者 周一帆", [])
    assert (box.headline, box.kicker) == ("全市已修好老桥11座", label.strip("【】■▶>☞ "))
    assert (box.byline, box.dateline) == ("据市交通局", "")
    assert box.paragraphs == [OTHER]


def test_a_box_without_a_headline_stays_in_its_article() -> None:
    article = one(f"老桥今天通了车\n\n{BRIDGE}\n\n{MORE}\n\n相关链接\n\n{OTHER}")
    assert article.subheads == ["相关链接"]


@pytest.mark.parametrize(
    "label",
    [
        "读者之声",
        "读者来信",
        "来信",
        "有话说",
        "我有话说",
        "我要说",
        "读者有话说",
        "百姓心声",
        "市民来电",
        "编读往来",
        "来论",
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_a_letter_under_a_label_is_an_article_of_its_own(label: str, gap: str) -> None:
    first = f"老桥今天通了车{gap}本报讯 (记者 周一帆 通讯员 林小路){BRIDGE.split(' ')[1]}"
    letter = f"{label}{gap}桥上的灯,能不能早点亮?{gap}我每天晚上七点下班过桥，桥上的灯总要到八点才亮，走路很不方便，心里也害怕。{gap}(市民 岳平)"
    bridge, reader = split_page(f"{first}{gap}{letter}")
    assert (bridge.byline, bridge.dateline) == ("记者 周一帆 通讯员 林小路", "本报讯")
    assert (reader.headline, reader.kicker) == ("桥上的灯,能不能早点亮?", label)
    assert (reader.byline, reader.subheads) == ("市民 岳平", [])


@pytest.mark.parametrize("label", ["快讯", "简讯", "一句话新闻", "文化快讯", "本市简讯", "便民信息"])
def test_briefs_under_a_label_are_an_article_of_their_own(label: str) -> None:
    briefs = "■ 北门桥3月起维修，工期45天。\n\n■ 市图书馆晚上开到九点半。\n\n(本栏目由 文竹 整理)"
    bridge, short = split_page(f"老桥今天通了车\n\n{BRIDGE}\n\n{MORE}\n\n{label}\n\n{briefs}")
    assert bridge.byline == ""
    assert (short.headline, len(short.paragraphs), short.byline) == (label, 2, "本栏目由 文竹 整理")


@pytest.mark.parametrize(
    "reporters",
    [
        "(记者 苗青 通讯员 郝然)",
        "（见习记者苗青、通讯员郝然）",
        "(记者 苗青/文 郝然/图)",
        "(实习生 苗青)",
        "(江河时报记者 苗青)",
        "[记者 苗青]",
    ],
)
def test_who_is_named_behind_the_dateline_wrote_it(reporters: str) -> None:
    article = one(f"老桥今天通了车\n\n江河时报讯 {reporters}6月2日，老桥修了三年，今天上午终于通车了。")
    assert (article.dateline, article.byline) == ("江河时报讯", reporters[1:-1])
    assert article.paragraphs == ["6月2日，老桥修了三年，今天上午终于通车了。"]


def test_reporters_without_a_bracket_behind_the_dateline() -> None:
    article = one("老桥今天通了车\n\n本报讯 记者 苗青 通讯员 郝然 6月2日，老桥修了三年，今天上午终于通车了。")
    assert article.byline == "记者 苗青 通讯员 郝然"
    assert article.paragraphs == ["6月2日，老桥修了三年，今天上午终于通车了。"]


@pytest.mark.parametrize(
    "signed",
    [
        "(市民 岳小川)",
        "(据县交通局)",
        "(本栏目由 程露 整理)",
        "□本报记者 纪南 实习生 潘悦",
        "(南门街 退休教师 岳小川)",
        "(县教育局供稿)",
        "(岳小川 供稿)",
        "(岳小川 口述 程露 整理)",
        "(资料来源:市气象局)",
        "——读者 岳小川",
        "□岳小川 文/图",
        "(综合新华社消息)",
    ],
)
@pytest.mark.parametrize("joined", [False, True])
def test_a_signature_ends_its_own_article(signed: str, joined: bool) -> None:
    if joined and not signed.startswith("("):
        pytest.skip("only a bracket stands behind the text")
    gap = "" if joined else "\n\n"
    first = (
        f"老桥今天通了车\n\n老桥修了三年，今天上午终于通车了，两岸的居民都走上桥来看。\n\n{MORE}{gap}{signed}"
    )
    above, below = split_page(f"{first}\n\n全市修好老桥11座\n\n{OTHER}")
    assert above.byline == signed.strip("()□—")
    assert above.paragraphs[-1] == MORE
    assert (below.headline, below.byline, below.paragraphs) == ("全市修好老桥11座", "", [OTHER])


@pytest.mark.parametrize(
    "credit",
    [
        "江河晚报记者 韩小舟 摄",
        "本报记者 韩小舟 摄",
        "韩小舟 摄",
        "(韩小舟 摄)",
        "通讯员 麦冬 供图",
        "摄影/韩小舟",
    ],
)
@pytest.mark.parametrize("caption", ["▲居民在老桥上散步。", "居民在老桥上散步。", "图为居民在老桥上散步"])
def test_a_caption_in_two_lines_is_one(credit: str, caption: str) -> None:
    article = one(f"老桥今天通了车\n\n{BRIDGE}\n\n{caption}\n{credit}\n\n{MORE}")
    assert [words.replace(" ", "") for words in article.captions] == [(caption + credit).replace(" ", "")]
    assert article.paragraphs[-1] == MORE


def test_each_of_two_pictures_keeps_its_caption() -> None:
    article = one(
        f"老桥今天通了车\n\n{BRIDGE}\n\n▲居民在老桥上散步。\n韩小舟 摄\n▲孩子在桥头放风筝。\n麦冬 摄\n\n{MORE}"
    )
    assert article.captions == ["▲居民在老桥上散步。韩小舟 摄", "▲孩子在桥头放风筝。麦冬 摄"]


@pytest.mark.parametrize("sign", ["◎", "● ", "■", "◆", "〇 ", "❖", "◈ ", ""])
@pytest.mark.parametrize(
    "subhead",
    [
        "树活了,鸟也来了",
        "桥通了，人近了",
        "老周:“路再远,心里有数”",
        "一座桥,三代人",
        "桥怎么修?先听老人说",
        "不只是桥",
    ],
)
def test_a_subhead_may_have_a_comma(sign: str, subhead: str) -> None:
    wide = MORE + OTHER
    article = one(f"老桥今天通了车\n\n{BRIDGE}\n\n{sign}{subhead}\n\n{wide}\n\n{sign}老桥的名字\n\n{wide}")
    assert article.subheads == [subhead, "老桥的名字"]


@pytest.mark.parametrize("sign", ["丨", "｜", " | ", "：", "·"])
def test_a_box_may_have_its_label_and_its_headline_in_one_line(sign: str) -> None:
    page = f"老桥今天通了车\n\n本报记者 周一帆\n\n{BRIDGE}\n\n{MORE}\n\n链接{sign}老桥的“一生”\n\n{OTHER}\n\n(据市档案馆)"
    bridge, box = split_page(page)
    assert bridge.byline == "本报记者 周一帆"
    assert (box.kicker, box.headline, box.byline) == ("链接", "老桥的“一生”", "据市档案馆")


def test_a_reporters_note_keeps_its_label() -> None:
    page = f"老桥今天通了车\n{BRIDGE}\n{MORE}\n【记者手记】\n桥通了,路还长\n{OTHER}(周一帆)"
    bridge, note = split_page(page)
    assert (bridge.byline, bridge.headline) == ("", "老桥今天通了车")
    assert (note.kicker, note.headline, note.byline) == ("记者手记", "桥通了,路还长", "周一帆")


def test_who_signs_a_box_did_not_write_the_article_above() -> None:
    article = one(
        f"老桥今天通了车\n\n本报记者 周一帆\n\n{BRIDGE}\n\n{MORE}\n\n相关链接\n\n{OTHER}\n\n(据市档案馆)"
    )
    assert article.byline == "本报记者 周一帆"


def test_one_credit_for_all_pictures_is_no_part_of_the_last_caption() -> None:
    article = one(
        f"老桥今天通了车\n\n{BRIDGE}\n\n图①：老人在桥上。\n\n图②：孩子在桥头。\n\n本版图片均由麦冬摄\n\n{MORE}"
    )
    assert article.captions == ["图①：老人在桥上。", "图②：孩子在桥头。", "本版图片均由麦冬摄"]


@pytest.mark.parametrize("writer", ["望江苑 孙女士", "孙先生", "桥东街 老街坊 孙大爷"])
def test_who_wrote_a_letter_may_go_by_a_surname(writer: str) -> None:
    page = f"老桥今天通了车\n\n{BRIDGE}\n\n{MORE}\n\n来信\n\n桥上的灯该修了\n\n{OTHER}\n\n({writer})"
    _, letter = split_page(page)
    assert (letter.byline, letter.subheads) == (writer, [])


def test_a_correction_is_no_part_of_the_article_above() -> None:
    correction = "本报5月5日A03版《老桥》一文中，“35吨”应为“3.5吨”，特此更正。"
    bridge, right = split_page(f"老桥今天通了车\n\n{BRIDGE}\n\n{MORE}\n\n更正：{correction}")
    assert (right.headline, right.paragraphs, len(bridge.paragraphs)) == ("更正", [correction], 2)


@pytest.mark.parametrize(
    ("first", "second"),
    [("地铁5号线", "早高峰再加3趟车"), ("江边老码头", "明起免费开放"), ("乡村图书室", "年底开到120个")],
)
def test_a_name_above_what_happens_to_it_is_one_headline(first: str, second: str) -> None:
    assert one(f"{first}\n{second}\n{BRIDGE}\n{MORE}").headline == f"{first} {second}"


@pytest.mark.parametrize("author", ["周一平", "周一平 林小路", "□ 周一平", "周一平/文"])
def test_a_name_below_the_headline_is_the_author(author: str) -> None:
    article = one(f"社会观察\n别让老人被挡在门外\n{author}\n{MORE}\n{OTHER}")
    assert (article.headline, article.kicker) == ("别让老人被挡在门外", "社会观察")
    assert article.byline == author.strip("□ ")


def test_who_signs_a_box_did_not_write_what_the_dateline_names_another_for() -> None:
    dated = BRIDGE.replace(" ", "(记者 班文)")
    article = one(f"老桥今天通了车\n\n{dated}\n\n{MORE}\n\n链接\n\n{OTHER}\n\n(资料整理:岑雨)")
    assert article.byline == "记者 班文"


@pytest.mark.parametrize(
    "sentence",
    [
        "法院认为，任何网站不得转载他人的照片。",
        "他说，地址写错了，电话也打不通。",
        "编辑部：这封信请登出来。",
        "设计师说：印刷的颜色要再深一点。",
    ],
)
def test_a_sentence_about_rights_or_addresses_stays(sentence: str) -> None:
    assert one(f"老桥今天通了车\n\n{BRIDGE}\n\n{sentence}\n\n{MORE}").paragraphs[1] == sentence


def test_a_heading_with_a_colon_above_the_dateline_is_one() -> None:
    article = one(f"老桥今天通了车\n\n修桥工:“桥通了,心也宽了”\n\n{BRIDGE}\n\n{MORE}")
    assert (article.headline, article.kicker) == ("老桥今天通了车", "修桥工:“桥通了,心也宽了”")
    assert article.dateline == "本报6月2日讯"


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("电话5220-6611,6月25日截止。", "电话5220-6611，6月25日截止。"),
        ("最低气温-13℃,请注意添衣。", "最低气温-13℃，请注意添衣。"),
        ("出口增长12.4%,3年里最多。", "出口增长12.4%，3年里最多。"),
        ("一共卖出2,300份,还有1,250,000份。", "一共卖出2,300份，还有1,250,000份。"),
        ("从1,048.6亿元到9,000个。", "从1,048.6亿元到9,000个。"),
    ],
)
def test_a_comma_that_parts_no_thousands_is_full_width(printed: str, mended: str) -> None:
    assert mend(printed) == mended


@pytest.mark.parametrize("byline", ["□本报记者 孔立 文/摄", "本报记者 孔立 文/图", "本报记者 孔立 摄/文"])
def test_who_wrote_and_took_the_pictures_signs_below_the_headlines(byline: str) -> None:
    article = one(f"老桥今天通了车\n\n——石桥镇观察\n\n{byline}\n\n{MORE}\n\n{OTHER}")
    assert (article.headline, article.kicker, article.captions) == ("老桥今天通了车", "石桥镇观察", [])
    assert article.byline == byline.lstrip("□")


def test_a_comment_beside_an_article_has_its_own_author() -> None:
    page = f"老桥今天通了车\n\n{BRIDGE}\n\n{MORE}\n\n【专家观点】\n\n修桥先修人心\n\n周一平\n\n{OTHER}"
    bridge, comment = split_page(page)
    assert bridge.byline == ""
    assert (comment.headline, comment.kicker, comment.byline) == ("修桥先修人心", "专家观点", "周一平")


def test_a_speakers_words_may_be_a_subhead_on_a_page_of_short_paragraphs() -> None:
    article = one(
        f"老桥今天通了车\n\n本报讯 桥修了三年。\n\n列车长段晓:“谁的背篓重,我都知道”\n\n{OTHER[:31]}。"
    )
    assert article.subheads == ["列车长段晓:“谁的背篓重,我都知道”"]


@pytest.mark.parametrize("box", ["健康问答", "法律门诊", "生活百科"])
def test_a_column_of_questions_keeps_to_itself_beside_an_agency_story(box: str) -> None:
    story = f"新华社江河6月2日电(记者 孔立)记者2日获悉，{MORE}"
    asked = f"问:桥上能骑车吗?\n\n答:能。{OTHER}"
    page = f"老桥今天通了车\n\n{story}\n\n{OTHER}\n\n{box}\n过桥要注意什么?\n\n本期请守桥人回答读者的问题。\n\n{asked}\n\n(本报记者 周一平 整理)"
    bridge, column = split_page(page)
    assert (bridge.headline, bridge.byline, bridge.subheads) == ("老桥今天通了车", "记者 孔立", [])
    assert (column.headline, column.kicker) == ("过桥要注意什么?", box)
    assert column.byline == "本报记者 周一平 整理"
