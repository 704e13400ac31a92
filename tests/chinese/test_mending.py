"""Where words end behind a figure, and persons that stand in pieces: seen in texts nobody prepared."""

from __future__ import annotations

import pytest

from reader.chinese.annotate import Resources, annotate
from reader.chinese.called import people_again
from reader.chinese.repairs import Repairs
from reader.chinese.token import AnnotatedText, GlossaryEntry, Kind


def cut(annotated: AnnotatedText) -> list[str]:
    return [token.surface + "*" * (token.kind is Kind.NAME) for token in annotated.tokens]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一个人坐在那里", "一 个 人 坐 在 那里"),
        ("几个学生会来", "几 个 学生会 来"),
        ("他高出半个头", "他 高出 半 个 头"),
        ("背着一个旧书包", "背着 一 个 旧 书包"),
        ("要三个人才能抱住", "要 三 个 人 才能 抱 住"),
        ("我们需要三个人才", "我们 需要 三 个 人才"),
        ("50余个旧改小区", "50余 个 旧 改 小区"),
        ("他是三年级学生", "他 是 三 年级 学生"),
        ("烧到七成热", "烧 到 七成 热"),
    ],
)
def test_a_word_begins_behind_the_measure_word(resources: Resources, text: str, words: str) -> None:
    assert cut(annotate(text, resources=resources)) == words.split()


@pytest.mark.parametrize(
    ("text", "name", "pinyin"),
    [
        ("通讯员 孙立国报道", "孙立国", "Sūn Lìguó"),
        ("馆长何静介绍", "何静", "Hé Jìng"),
        ("家住海湾花园的李女士", "李", "Lǐ"),
        ("单老师跳上船", "单", "Shàn"),
        ("赵德福来了", "赵德福", "Zhào Défú"),
        ("周文静笑了", "周文静", "Zhōu Wénjìng"),
        ("刘建平说", "刘建平", "Liú Jiànpíng"),
        ("郑国强都来了", "郑国强", "Zhèng Guóqiáng"),
        ("随后击中孙国文手臂", "孙国文", "Sūn Guówén"),
        ("学生苏羽常来这里", "苏羽", "Sū Yǔ"),
        ("辅警王进进在执勤", "王进进", "Wáng Jìnjìn"),
        ("社区的居民丁志民向记者反映", "丁志民", "Dīng Zhìmín"),
        ("接到市民吴先生报警", "吴", "Wú"),
        ("老余正在看棋", "余", "Yú"),
        ("老廉要跳马", "廉", "Lián"),
        ("刚在老王家喝了酒", "王", "Wáng"),
        ("拉尔森送出直塞", "拉尔森", "Lā'ěrsēn"),
        ("研究室副主任秦学文医生赶回医院", "秦学文", "Qín Xuéwén"),
        ("影像科的毕蕾医生来了", "毕蕾", "Bì Lěi"),
        ("老人醒了，毕蕾悄悄离开。送给毕蕾医生。", "毕蕾", "Bì Lěi"),
        ("于先生的女婿初先生说", "初", "Chū"),
        ("唐守信勒住马。唐守信向左一指。唐守信道：", "唐守信", "Táng Shǒuxìn"),
        ("记者 刘志远 摄", "刘志远", "Liú Zhìyuǎn"),
        ("驻村干部叶金成走访", "叶金成", "Yè Jīnchéng"),
        ("二哥林建国来了", "林建国", "Lín Jiànguó"),
        ("陈洪亮走了。陈洪亮都会回来。", "陈洪亮", "Chén Hóngliàng"),
        ("林晓雯来了。“晓雯，你坐。”", "晓雯", "Xiǎowén"),
        ("老栓想着。小栓说不来。老栓拿起烟斗，小栓打来电话。", "老栓", "Lǎoshuān"),
        ("阳文彬是干部。像阳文彬这样的有十人。阳文彬都不放过。", "阳文彬", "Yáng Wénbīn"),
        ("张翀出击没碰到球。左路传中被张翀没收。", "张翀", "Zhāng Chōng"),
    ],
)
def test_a_person_is_one_name(resources: Resources, text: str, name: str, pinyin: str) -> None:
    token = next(token for token in annotate(text, resources=resources).tokens if token.surface == name)
    assert (token.kind, token.pinyin) == (Kind.NAME, pinyin)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("位于遂宁高新区保升镇太和桥村的基地", "保升镇"),
        ("近几天，北漳淮乡肖家庄村的村民", "肖家庄村"),
        ("来到云石乡的果园", "云石乡"),
    ],
)
def test_a_village_in_pieces_is_one_name(resources: Resources, text: str, place: str) -> None:
    assert f"{place}*" in cut(annotate(text, resources=resources))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("黄狗冲他叫", "黄 狗 冲 他 叫"),
        ("重重地关上房门", "重重 地 关上 房门"),
        ("找个人少的地方", "找 个 人 少 的 地方"),
        ("蹲着喘口气再走", "蹲 着 喘 口 气 再 走"),
        ("能挤进地铁门", "能 挤进 地铁 门"),
        ("把我余下的话挡住了", "把 我 余下 的 话 挡住 了"),
        ("他没再说什么", "他 没 再 说 什么"),
        ("用力把门关上", "用力 把 门 关上"),
        ("静静站在河边", "静静 站 在 河边"),
        ("我正看得出神", "我 正 看 得 出神"),
        ("进了一座古镇", "进 了 一 座 古镇"),
        ("她穿着朴素，人也和气", "她 穿着 朴素 ， 人 也 和气"),
        ("在我们村和全村", "在 我们 村 和 全 村"),
        ("他到过这个小村", "他 到 过 这个 小 村"),
        ("坚决不肯做手术", "坚决 不 肯 做 手术"),
        ("紧紧握着他的手", "紧紧 握 着 他 的 手"),
        ("穿着整齐的班服", "穿 着 整齐 的 班 服"),
        ("穿着蓝色大衣", "穿 着 蓝色 大衣"),
        ("青青的小草", "青青 的 小 草"),
        ("他曾任教于清华", "他 曾 任教 于 清华"),
        ("教练率全队致谢", "教练 率 全 队 致谢"),
        ("完赛率很高", "完赛率 很 高"),
        ("飞机备降济南", "飞机 备降 济南"),
        ("炮停在半空没落下去", "炮 停 在 半空 没 落下 去"),
        ("都扭过头来看", "都 扭 过 头 来 看"),
        ("两人争得脸红", "两 人 争 得 脸红"),
        ("闭着眼都能摸到", "闭 着 眼 都 能 摸 到"),
        ("大火烧开后转小火", "大火 烧 开 后 转 小 火"),
        ("出入厂区要登记", "出入 厂区 要 登记"),
        ("周边地区的人", "周边 地区 的 人"),
        ("开展一对一上门服务", "开展 一对一 上门 服务"),
        ("排风扇嗡嗡响", "排风扇 嗡嗡 响"),
        ("卖太阳能板的店", "卖 太阳能板 的 店"),
        ("浓浓的香味", "浓浓 的 香味"),
        ("根本过不了人", "根本 过不了 人"),
        ("网友纷纷吐槽", "网友 纷纷 吐槽"),
        ("老师都喜欢他", "老师 都 喜欢 他"),
        ("把头枕在脚上", "把 头 枕 在 脚 上"),
        ("除了修路、治河", "除了 修路 、 治 河"),
        ("他往水里一插", "他 往 水 里 一 插"),
        ("大小事", "大小 事"),
        ("夏粮收购", "夏 粮 收购"),
        ("她出生于北京", "她 出生 于 北京"),
        ("收货后应当场称重", "收 货 后 应 当场 称重"),
        ("朝霞满天", "朝 霞 满天"),
    ],
)
def test_what_is_no_name_is_none(resources: Resources, text: str, words: str) -> None:
    assert cut(annotate(text, resources=resources)) == words.split()


def test_one_settled_character_cuts_no_word(resources: Resources) -> None:
    glossary = {"号": GlossaryEntry("号", "hào", "block number")}
    assert "称号" in cut(annotate("市级称号", glossary=glossary, resources=resources))
    from datetime import UTC, datetime

    repairs = Repairs().mend("为", pinyin="wéi", now=datetime(2026, 11, 25, tzinfo=UTC))
    tokens = annotate("因为他为人民", repairs=repairs, resources=resources).tokens
    assert [(token.surface, token.pinyin) for token in tokens][:3] == [
        ("因为", "yīnwèi"),
        ("他", "tā"),
        ("为", "wéi"),
    ]


@pytest.mark.parametrize(
    ("text", "word", "gloss"),
    [
        ("台风来了", "台风", "typhoon"),
        ("第四代传人", "传人", "disciple"),
        ("他有个搭档", "搭档", "partner"),
        ("城市交通", "交通", "traffic"),
        ("他帮助我", "帮助", "to help"),
    ],
)
def test_the_gloss_is_that_of_the_everyday_word_and_of_its_part_of_speech(
    resources: Resources, text: str, word: str, gloss: str
) -> None:
    token = next(token for token in annotate(text, resources=resources).tokens if token.surface == word)
    assert token.gloss is not None
    assert token.gloss.startswith(gloss)


def test_the_number_behind_a_figure_is_read_so(resources: Resources) -> None:
    tokens = annotate("中山路27号1102室", resources=resources).tokens
    assert next(token.pinyin for token in tokens if token.surface == "号") == "hào"
    assert not [
        token for token in annotate("上半场第17分钟", resources=resources).tokens if token.kind is Kind.NAME
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("花钱买时间", "花钱 买 时间"),
        ("一盘枣干", "一 盘 枣 干"),
        ("在塔頂站了一夜", "在 塔 頂 站 了 一 夜"),
        ("他跳下水救起了孩子", "他 跳 下 水 救 起 了 孩子"),
        ("去美国修铁路", "去 美国 修 铁路"),
        ("邻居家的狗", "邻居 家 的 狗"),
        ("山脚下有人", "山脚 下 有人"),
        ("听得人心里暖", "听 得 人 心里 暖"),
        ("小林说他来", "小* 林* 说 他 来"),
        ("小军一边说", "小军* 一边 说"),
        ("给小芳的一封信", "给 小芳* 的 一 封 信"),
        ("小雨：\n你好", "小雨* ： \n 你好"),
        ("小雨下了一夜", "小雨 下 了 一 夜"),
        ("马克·吐温的小说", "马克·吐温* 的 小说"),
        ("乔治·华盛顿是总统", "乔治·华盛顿* 是 总统"),
        ("女大学生小方正在接电话", "女 大学生 小* 方* 正在 接 电话"),
        ("于是国王大怒，将宰相关入地牢", "于是 国王 大怒 ， 将 宰相 关 入 地牢"),
        ("适逢天下大雨", "适逢 天 下 大雨"),
        ("清晨总能看到露珠", "清晨 总 能 看到 露珠"),
        ("几点星光", "几 点 星光"),
        ("风钻过枣树叶", "风 钻 过 枣树 叶"),
        ("带着对家的思念", "带 着 对 家 的 思念"),
        ("从登基那时起，从宫殿出来", "从 登基 那时 起 ， 从 宫殿 出来"),
        ("王国里出现老虎", "王国 里 出现 老虎"),
        ("番茄在汤里融化", "番茄 在 汤 里 融化"),
        ("我老公在家", "我 老公 在家"),
        ("说了半天的话，她的话，像针", "说 了 半天 的 话 ， 她 的 话 ， 像 针"),
        ("他是穿着一件雨衣", "他 是 穿 着 一 件 雨衣"),
        ("睁开眼", "睁开 眼"),
        ("在与其擦肩而过时", "在 与 其 擦肩而过 时"),
        ("下高铁后坐车", "下 高铁 后 坐车"),
        ("第二天地里的庄稼", "第二 天 地 里 的 庄稼"),
        ("面粉里加少许盐", "面粉 里 加 少许 盐"),
        ("睡了一觉醒来", "睡 了 一 觉 醒来"),
        ("山地多种茶", "山地 多 种 茶"),
        ("新加装电梯", "新 加装 电梯"),
        ("出的钱越多，付的钱越多", "出 的 钱 越 多 ， 付 的 钱 越 多"),
        ("曾家驹摄影。杜家驹说。家驹笑了。", "曾家驹* 摄影 。 杜家驹* 说 。 家驹* 笑 了 。"),
    ],
)
def test_names_are_what_people_and_places_are_called(resources: Resources, text: str, words: str) -> None:
    assert cut(annotate(text, resources=resources)) == words.split(" ")


def test_what_is_counted_twice_is_no_person(resources: Resources) -> None:
    text = "部署 48 项民生实事，五项民生工程。柳岸街道的账，柳岸街道的人。"
    assert people_again(text, resources.segmenter.weight) == set()
