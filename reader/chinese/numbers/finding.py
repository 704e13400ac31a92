"""All figures of a text, each with its reading."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.chinese.numbers.find import find_figures as _find
from reader.chinese.numbers.quantity import Quantity
from reader.chinese.numbers.reading import read_quantity

#: Enough of the text behind a figure to tell its measure word.
_FOLLOWING = 8
# Characters that no simplified text has, the commonest of them: one of them stands in any sentence.
_TRADITIONAL = re.compile(
    "[個萬億餘間條項畝輛張雙層棟噸歲點時號數幾兩來約達過週戶隻臺顆門種場處節圓塊鐘將體後說們這會開關還"
    "無樣對學專業產報電華應當書為於與從際該問題員國長見車東馬頭風飛魚鳥貝頁讓認記計設話語請課讀講談論"
    "證單實發現動務區醫師廠廣麼麵類總聯營變選舊圖團傳經濟據義導幣檢斷繼續縣鄉鎮歷歐漢灣獨環礦確禮紅紀"
    "級納純紙細終組結給統絕維網緊線練織羅習聽職脫腦臨興舉藝蘇蟲補裝觀規視覺親訂討訓託許訴評詞試詩詳誌"
    "誤調謝議護讚豐貧責貨費貴貿資賽購質贏趕跡軍軟載較輕輸轉農運遊違遠適遺郵釋錄錢鋼鐵鏡閱陣陽階隊隨險"
    "雖難雲霧靈響頂順須預領頻顏願顧館馳驗驚魯鮮黨齊齒龍]"
)


def find_figures(text: str) -> tuple[Quantity, ...]:
    """Return every figure of a text in order, each with its reading; offsets are the text's characters.

    Traditional characters are understood; readings are written in simplified ones.
    """
    if _TRADITIONAL.search(text):
        return _in_traditional(text)
    return _read(text)


def _read(text: str) -> tuple[Quantity, ...]:
    return tuple(read_quantity(q, text[q.end : q.end + _FOLLOWING]) for q in _find(text))


def _in_traditional(text: str) -> tuple[Quantity, ...]:
    """Find the figures in the simplified twin of the text, and give them back as the text writes them."""
    from reader.chinese.script import simplify

    twin = simplify(text)
    return tuple(
        replace(q, text=text[q.start : q.end], measure=_measure_as_written(q, text, twin))
        for q in _read(twin)
    )


def _measure_as_written(quantity: Quantity, text: str, twin: str) -> str | None:
    if quantity.measure is None:
        return None
    at = twin.find(quantity.measure, quantity.start, quantity.span_end)
    return quantity.measure if at < 0 else text[at : at + len(quantity.measure)]
