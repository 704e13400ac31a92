"""Threads of the screen import what they need when they first need it, at the same time."""

import subprocess
import sys

import pytest

#: A package in one thread, a module of it in another; each module takes its time to be found.
CODE = """
import sys, threading, time
class Slow:
    def find_spec(self, name, path=None, target=None):
        if name.startswith("{package}"): time.sleep(0.03)
sys.meta_path.insert(0, Slow())
import reader.chinese, importlib
failed = []
def get(words):
    try: exec(words)
    except BaseException as error: failed.append(repr(error))
threads = [threading.Thread(target=get, args=(words,)) for words in {imports}]
for thread in threads: thread.start(); time.sleep(0.01)
for thread in threads: thread.join()
sys.exit("; ".join(failed) or 0)
"""


@pytest.mark.parametrize(
    ("package", "name", "modules"),
    [
        ("reader.chinese.dictionary", "Dictionary", ("index", "lookup", "search")),
        ("reader.chinese.numbers", "find_figures", ("quantity", "lens", "judge")),
        ("reader.chinese.pinyin", "spoken", ("syllable", "spelling", "judge")),
    ],
)
def test_a_package_and_its_modules_come_whole_in_every_thread(package, name, modules):
    for module in modules:
        imports = [f"from {package} import {name}", f"import {package}.{module}"]
        for order in (imports, imports[::-1]):
            code = CODE.format(package=package, imports=order)
            done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
            assert done.returncode == 0, done.stderr
