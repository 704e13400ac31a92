"""What a name names: a person, a place, an organisation or a project; and whether it is surely a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from reader.chinese.names import DOUBLE_SURNAMES, SURNAMES
from reader.chinese.token import Kind, Token


class NameClass(StrEnum):
    """Only names of one class may stand for one another."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    PROJECT = "project"
    OTHER = "other"


_PROJECTS = r"project|resettlement area|housing estate|garden|park\b|platform|carnival|festival|satellite\b"
_ORGANISATIONS = (
    r"compan|firm|bank|bureau|branch|office|department|centre|center|committee|association|university|school|"
    r"college|hospital|club|team|newspaper|agency|institute|ministry|party"
)
_PERSONS = (
    r"mayor|director|secretary|manager|staff|president|chairman|minister|teacher|doctor|writer|poet|singer|"
    r"actor|actress|player|coach|emperor|politician|founder|engineer|given name|surname"
)
_PLACES = (
    r"town|city|district|province|county|village|street|road|river|lake|mountain|island|area|zone|port|region|"
    r"country|capital|prefecture|municipality|subdistrict|bay|sea\b"
)
#: Words of a gloss, the most telling first: a company's project is a project, its director a person.
_GLOSSES = (
    (NameClass.PERSON, _PERSONS),
    (NameClass.PROJECT, _PROJECTS),
    (NameClass.ORGANISATION, _ORGANISATIONS),
    (NameClass.PLACE, _PLACES),
)
_ENDS_WRITTEN = """
公司 集团 集團 大学 大學 学院 學院 医院 醫院 银行 銀行 法院 局 厅 廳 处 處 委 办 辦 协会 協會 研究院
研究所 中心 报 報 社 出版社 中学 中學 小学 小學 厂 廠 队 隊 俱乐部 俱樂部 党 部
"""
_ORGANISATION_ENDS = tuple(_ENDS_WRITTEN.split())
_PLACE_ENDS = tuple("省市区區县縣镇鎮乡鄉村庄莊街路巷港山河江湖海岛島湾灣国國州站桥橋寺里")
#: Behind these a name is somebody's: 副攻手苏晓棠, 院长何秀兰, 法官卢志刚.
_ROLE_ENDS = tuple(
    "员長长师師手授士生者家任记記总總席官兵将將夫妻妇婦友翁匠工医醫民客星军軍冠军理事员主帅帥教练練叫"
    "父母爸妈媽爷爺奶哥姐弟妹叔姨舅伯婆公儿兒女子孙孫"
)
#: Before these a name is somebody's: 王磊走进, 何川说.
_DOES = re.compile(
    r"[说說讲講问問答叫喊笑哭想看听聽写寫读讀走跑坐站拿带帶找]|表示|介绍|介紹|告诉|告訴|认为|認為|指出|"
    r"解释|解釋|回忆|回憶|坦言|先生|女士|小姐|同志|老师|老師|教授|医生|醫生|同学|同學|主任|今年|独得|获得|獲得"
)


def class_of(name: str, gloss: str, beside: Sequence[Token]) -> NameClass:
    """Return what a name names, by what its article says of it, by its last character, by its neighbours.

    ``gloss`` is its article's explanation, "" where there is none; ``beside`` are the tokens next to it.
    """
    for found, words in _GLOSSES if gloss else ():
        if re.search(words, gloss.lower()):
            return found
    if gloss:
        return NameClass.OTHER
    if name.endswith(_ORGANISATION_ENDS) and len(name) > 2:
        return NameClass.ORGANISATION
    if is_personal(name) and any(_tells_person(token, beside) for token in beside):
        return NameClass.PERSON
    return NameClass.PLACE if name.endswith(_PLACE_ENDS) else NameClass.OTHER


def is_personal(name: str) -> bool:
    """Tell whether it is built like a Chinese person's name."""
    return (name[0] in SURNAMES and len(name) in (2, 3)) or (
        name[:2] in DOUBLE_SURNAMES and len(name) in (3, 4)
    )


def _tells_person(token: Token, beside: Sequence[Token]) -> bool:
    if token.kind is not Kind.WORD:
        return False
    if token is beside[0]:
        return token.surface.endswith(_ROLE_ENDS)
    return bool(_DOES.match(token.surface))
