"""Laws of the keys that hold on every screen, also on one made tomorrow."""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import reader.tui.screens
import reader.tui.widgets
from reader.tui.keys import plain_key
from reader.tui.screens.base import BaseDialog, BaseScreen


def own_classes() -> Iterator[type[DOMNode]]:
    for package in (reader.tui.screens, reader.tui.widgets):
        for found in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            module = importlib.import_module(found.name)
            for value in vars(module).values():
                if isinstance(value, type) and issubclass(value, DOMNode) and value.__module__ == found.name:
                    yield value


WITH_KEYS = [value for value in own_classes() if "BINDINGS" in vars(value)]
SCREENS = [value for value in own_classes() if issubclass(value, BaseScreen) and value is not BaseScreen]
DIALOGS = [value for value in own_classes() if issubclass(value, BaseDialog) and value is not BaseDialog]
by_name = pytest.mark.parametrize("owner", WITH_KEYS, ids=lambda owner: owner.__name__)


def bindings(owner: type[DOMNode]) -> list[Binding]:
    return list(Binding.make_bindings(vars(owner).get("BINDINGS", [])))


def all_keys(owner: type[DOMNode]) -> set[str]:
    return {plain_key(b.key) for base in owner.__mro__ if issubclass(base, DOMNode) for b in bindings(base)}


@by_name
def test_every_key_has_an_id_a_name_and_a_sentence(owner):
    assert not [b.key for b in bindings(owner) if not (b.id and b.description and b.tooltip)]


@by_name
def test_no_key_does_two_things(owner):
    counts = Counter(b.key for b in bindings(owner))
    assert not [key for key, count in counts.items() if count > 1]


@by_name
def test_letters_and_signs_work_with_a_chinese_input_method_on(owner):
    keys = {b.key for b in bindings(owner)}
    letters = {key for key in keys if len(key) == 1 and key.isascii()}
    assert not [key for key in letters if chr(ord(key) + 0xFEE0) not in keys]


def test_ids_are_the_apps_own():
    owners: dict[str, set[str]] = {}
    for owner in WITH_KEYS:
        for binding in bindings(owner):
            owners.setdefault(binding.id or "", set()).add(owner.__name__)
    shared = {id: names for id, names in owners.items() if len(names) > 1}
    assert not shared, "the same id in two places would give both the same keys in a keymap"


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_screen_explains_itself_and_can_be_left(screen):
    assert {"question_mark", "escape"} <= all_keys(screen)


@pytest.mark.parametrize("dialog", DIALOGS, ids=lambda dialog: dialog.__name__)
def test_every_dialog_closes_with_escape(dialog):
    assert "escape" in all_keys(dialog)
