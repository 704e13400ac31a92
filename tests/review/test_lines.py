from hypothesis import given, settings
from hypothesis import strategies as st

from reader.review.lines import decode, encode, scan

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
records = st.dictionaries(st.text(), values, max_size=4)


@given(records)
@settings(max_examples=60)
def test_a_record_comes_back_as_it_was_written(record):
    assert decode(encode(record)) == record


@given(records, st.data())
@settings(max_examples=60)
def test_a_line_with_one_changed_byte_is_known_as_damaged(record, data):
    line = bytearray(encode(record))
    place = data.draw(st.integers(0, len(line) - 2))
    line[place] ^= data.draw(st.integers(1, 255))
    assert decode(bytes(line)) is None


@given(st.binary(max_size=200))
@settings(max_examples=100)
def test_random_bytes_are_never_a_record(data):
    assert scan(data).records == []


def test_every_prefix_of_a_file_gives_exactly_its_whole_lines():
    lines = [encode({"n": n, "字": "读报"}) for n in range(5)]
    data = b"".join(lines)
    for length in range(len(data) + 1):
        found = scan(data[:length])
        whole = data[:length].count(b"\n")
        assert [record["n"] for record in found.records] == list(range(whole))
        assert found.damaged == 0
        assert found.end == sum(map(len, lines[:whole]))


def test_a_damaged_line_costs_no_other_line():
    data = b"".join(encode({"n": n}) for n in range(3)).replace(b'"n":1', b'"n":7')
    found = scan(data)
    assert [record["n"] for record in found.records] == [0, 2]
    assert found.damaged == 1
