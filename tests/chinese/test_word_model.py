"""Our way through jieba's model is jieba's own, only quicker."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.chinese.segment import load_tables
from reader.chinese.word_model import WordModel


@pytest.fixture(scope="module")
def model() -> WordModel:
    return load_tables()[2]


def jiebas_own(stretch: str) -> list[tuple[str, str]]:
    from jieba import posseg

    return [(pair.word, pair.flag) for pair in posseg.dt._POSTokenizer__cut_detail(stretch)]


def known_characters() -> st.SearchStrategy[str]:
    from jieba import posseg

    return st.sampled_from(sorted(posseg.char_state_tab_P))


@pytest.mark.parametrize(
    "stretch", ["泊里镇", "孙立国说", "人", "的了着过", "王小二和李大妞去赵家屯", "薇薇安"]
)
def test_words_no_list_has_are_cut_as_jieba_cuts_them(model: WordModel, stretch: str) -> None:
    assert model.cut(stretch) == jiebas_own(stretch)


@settings(deadline=None)
@given(st.text(known_characters(), min_size=1, max_size=12))
def test_any_stretch_is_cut_as_jieba_cuts_it(model: WordModel, stretch: str) -> None:
    try:
        wanted = jiebas_own(stretch)
    except ValueError:
        # Behind some rare characters jieba knows no way on.
        assert "".join(word for word, _ in model.cut(stretch)) == stretch
    else:
        assert model.cut(stretch) == wanted


@settings(deadline=None)
@given(st.text(st.sampled_from("的一是了不在有人这中大来上国和我说阿李王刘"), min_size=1, max_size=60))
def test_common_characters_are_cut_as_jieba_cuts_them(model: WordModel, stretch: str) -> None:
    assert model.cut(stretch) == jiebas_own(stretch)
