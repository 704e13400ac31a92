"""Which words of a text are worth asking for: whole words, not pieces of longer ones, and no names."""

from __future__ import annotations

from collections.abc import Collection

from reader.chinese.names import SURNAMES
from reader.chinese.token import Kind, Token
from reader.quiz.function_words import FUNCTION_WORDS
from reader.text import is_han

#: Behind a word these make a longer one of it: 成交额, 保障性, 记忆力, 上座率.
_SUFFIXES = frozenset(
    "额率量性化者员家力度器机店区部长厅局院室车站费证单版报户业界型式级类品款感热病族们手铺被炎症棚剂仪卡罐压"
)
#: Beginnings and ends of words outside the syllabus that mean just what their characters do (全市, 街上), or
#: that come of a cut in the wrong place (个旧 from 一个|旧书包, 火把 from 小火|把冰糖).
_LOOSE_BEGINNINGS = frozenset(
    "不没非每全整某本该此第一二三四五六七八九十百千万几两半前后那这最很却而早就从来再又也都只个天年月下上"
)
_LOOSE_ENDS = frozenset(
    "上下里中外内前后面边间时到成出入掉完满好起开来去着过回住把将被在给向和与于了的是要一齐齊尽盡够夠遍"
)
#: Words that a text only wears: its dateline.
_DATELINE_WRITTEN = """
本报 本报讯 讯 记者 通讯员 编辑 摄 据悉 获悉 本台 日电 来源 责编 见习
"""
_DATELINE = frozenset(_DATELINE_WRITTEN.split())


def is_worth_asking(
    token: Token, before: Token | None, behind: Token | None, taught: Collection[str]
) -> bool:
    """Tell whether a token may be asked for as a word. ``taught`` are words that the article explains.

    ``before`` and ``behind`` are the tokens on either side, None at the ends of the text.
    """
    if token.surface in taught:
        return len(token.surface) > 1 and all(map(is_han, token.surface)) and bool(token.pinyin)
    return (
        token.kind is Kind.WORD
        and len(token.surface) > 1
        and all(map(is_han, token.surface))
        and token.sure
        and bool(token.pinyin)
        and not token.pinyin[:1].isupper()
        and token.surface not in FUNCTION_WORDS
        and token.surface not in _DATELINE
        and token.surface[0] not in _TWO_WORDS
        and not (token.surface[0] == "一" and token.surface[1:] in _COUNTED)
        and token.surface[1:2] not in ("不", "没", "沒")  # 好不好, 有没有
        and not _is_a_piece(token, before, behind)
        and (token.level is not None or _is_a_word(token))
    )


#: What begins so may as well be two words: 一分钱也没|收, 只|得了六十分.
_COUNTED = frozenset("面片口家张張条條座道层層行排堆群对對双雙")
_PLACES = frozenset("省市县縣镇鎮乡鄉村庄莊街路巷港山河江湖岛島湾灣")
_TWO_WORDS = frozenset("没沒只")


def _is_a_word(token: Token) -> bool:
    """Tell whether a word outside the syllabus is more than its characters side by side."""
    short = len(token.surface) == 2
    return not (token.surface[0] in _LOOSE_BEGINNINGS or (short and token.surface[-1] in _LOOSE_ENDS))


def _is_a_piece(token: Token, before: Token | None, behind: Token | None) -> bool:
    """Tell whether the neighbours show that the token is only a part of a word, a name or a figure."""
    if behind is not None and behind.start == token.end:
        # 把头枕|在脚上, 一手拿|着: a verb and what stands before it, taken for a word.
        is_cut = token.level is None and (behind.surface in _BEHIND_VERBS or goes_on(behind))
        # 亲爱的小雨：a letter's 小雨 is somebody.
        # 窗玻璃上|映着: a place word taken for the beginning of a verb.
        is_cut = is_cut or (token.surface[0] in "上下里裡中内" and behind.surface in ("着", "著"))
        is_called = token.level is None and behind.surface.startswith(("：", ":"))
        if is_cut or is_called or behind.surface in _SUFFIXES:
            return True
    if before is None or before.end != token.start:
        return False
    # 点|点头, 手|把手: a verb said twice, or the beginning of a phrase.
    is_doubled = before.surface in (token.surface[0], token.surface[-1])
    # 大|人们, 老|人家: a grown-up is one word.
    is_doubled = is_doubled or (before.surface in "大老" and token.surface[0] == "人")
    # 坐|不下, 看|不见: what the verb before does not come to.
    is_outcome = len(before.surface) == 1 and token.surface[0] in "不得" and is_han(before.surface)
    is_given_name = before.surface in SURNAMES and before.surface not in _NO_SURNAMES
    # 两|个人, 五|年前: the first character counts what the figure says.
    is_counted = before.kind is Kind.FIGURE and token.surface[0] in _COUNTERS
    # 一|大半 is 一大半.
    is_counted = is_counted or (before.surface.endswith("一") and token.surface[0] in "大小整")
    # 白|礁岛: the end of a name.
    lone = len(before.surface) == 1 and is_han(before.surface)
    is_given_name = is_given_name or (token.level is None and lone and token.surface[-1] in _PLACES)
    # 弯|下腰, 跳|上船: the first character belongs to the verb before.
    is_torn = token.level is None and len(before.surface) == 1 and token.surface[0] in _DIRECTIONS
    # 雌|鱼头, 心|内科: a character that is hardly a word by itself begins a longer one.
    is_torn = is_torn or (token.level is None and goes_on(before) and (before.level or _RARE) >= _RARE)
    return is_doubled or is_outcome or is_given_name or is_counted or is_torn


#: From this HSK level on a single character is hardly a word by itself.
_RARE = 7


def is_torn(name: Token, *neighbours: Token) -> bool:
    """Tell whether a name found in the text may be a piece of one: 赵|德福, 郑国|强|教授.

    ``neighbours`` are the tokens beside it; another name, or a lone character that is no word to stand
    beside a name, tells that the cut is wrong.
    """
    return any(
        (other.end == name.start and _opens_name(other)) or (other.start == name.end and goes_on(other))
        for other in neighbours
    )


def _opens_name(token: Token) -> bool:
    return len(token.surface) == 1 and (
        token.kind is Kind.NAME or (token.surface in SURNAMES and token.surface not in _NO_SURNAMES)
    )


def goes_on(token: Token) -> bool:
    """Tell whether a token is a lone character that hardly begins anything: 如一|日 is a part of a phrase."""
    lone = len(token.surface) == 1 and token.kind in (Kind.WORD, Kind.NAME)
    return lone and token.surface not in _BESIDE_NAMES


#: Lone characters that may well follow a name.
_BESIDE_NAMES = frozenset(
    "的了着过在是有和与跟同及或说道问答叫喊笑哭想看听写读走来去到从把被让给对向往为以将要会能可就也都又还再才却"
    "不没很更最则等任曾已正先后前里上下中内外旁边东西南北等于比用做当坐站住拿带送找买卖吃喝开回进出起成得地"
    "說問聽寫讀從讓給對將會還卻則時後邊裡東兩個鎮鄉橋來開過買賣寫為這那我你他她它每各某"
    "个位名人市省县区镇乡村街路站港队家店站馆院校社局厅党军店籍产吗呢吧啊呀只便即皆均共时称表讲谈告介"
)
_COUNTERS = frozenset("个個年月天日次条條只隻家件位名本块塊把岁歲点點分毛角元斤杯")
_DIRECTIONS = frozenset("上下出起过进回")
_BEHIND_VERBS = frozenset("在到成给得住了着过")
#: Surnames that are more often something else.
_NO_SURNAMES = frozenset("和于成方时高金白黄马牛水江温全安常平关向连从明文万那有包项")
