"""The voice: found at run time, given nothing but Chinese characters, honest where nothing is heard."""

import shutil
import stat
import threading
import time
from pathlib import Path

import pytest

from reader.study.voice import Voice, VoiceError, find_voice

LISTS = {
    "say": "Alex  en_US  # Hi\nTing-Ting (Enhanced)  zh_CN    # 您好\n",
    "espeak-ng": "Pty Language  Age/Gender VoiceName\n 5  cmn  --/M  Chinese_(Mandarin) sit/cmn\n",
}


@pytest.fixture
def program(tmp_path: Path):
    """Put a program of that name on a path of its own; it keeps the words it is given, one a line."""

    def make(name: str, *, listing: str | None = None, complaint: str = "", status: int = 0) -> Path:
        path = tmp_path / name
        listed = LISTS.get(name, "") if listing is None else listing
        path.write_text(
            "#!/bin/sh\n"
            f"case \"$*\" in *voices*|*'?'*) cat <<'END'\n{listed}END\nexit 0;; esac\n"
            f'for word in "$@"; do echo "$word" >> "{tmp_path}/heard"; done\n'
            + (f'echo "{complaint}" >&2\n' if complaint else "")
            + f"exit {status}\n"
        )
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    return make


def voice_in(folder: Path) -> Voice | None:
    return find_voice(lambda name: shutil.which(name, path=str(folder)))


def heard(folder: Path) -> list[str]:
    return (folder / "heard").read_text().splitlines()


def test_there_is_none_where_no_program_is(tmp_path):
    assert voice_in(tmp_path) is None


@pytest.mark.parametrize("name", ["say", "spd-say", "espeak-ng"])
def test_each_program_is_found_and_speaks(name, program, tmp_path):
    program(name)
    voice = voice_in(tmp_path)
    assert voice is not None
    assert voice.name == name
    voice.say("三千亿元")
    assert heard(tmp_path)[-1] == "三千亿元"


def test_the_chinese_voice_of_say_is_named_also_with_blanks(program, tmp_path):
    program("say")
    voice = voice_in(tmp_path)
    assert voice is not None
    assert voice.command[1:] == ("-v", "Ting-Ting (Enhanced)")


@pytest.mark.parametrize("name", ["say", "espeak-ng"])
def test_a_program_without_chinese_is_passed_over(name, program, tmp_path):
    program(name, listing="Alex  en_US  # Hi\n")
    program("spd-say")
    voice = voice_in(tmp_path)
    assert voice is not None
    assert voice.name == "spd-say"


def test_only_chinese_characters_are_passed_on(program, tmp_path):
    program("espeak-ng")
    voice = voice_in(tmp_path)
    assert voice is not None
    voice.say("--f=/etc/passwd; 三千\x1b]0;亿`id`")
    assert heard(tmp_path)[-1] == "三千亿"


@pytest.mark.parametrize("failing", [{"status": 1}, {"complaint": "error: No such file or directory"}])
def test_a_voice_that_cant_be_heard_says_so(failing, program, tmp_path):
    program("espeak-ng", **failing)
    voice = voice_in(tmp_path)
    assert voice is not None
    with pytest.raises(VoiceError, match=r"espeak-ng can't speak here .*The voice is off"):
        voice.say("三")


def test_a_program_that_went_away_is_no_traceback(tmp_path):
    with pytest.raises(VoiceError, match="can't be run"):
        Voice("say", (str(tmp_path / "gone"),)).say("三")


def test_a_voice_can_be_silenced_in_the_middle(program, tmp_path):
    path = program("espeak-ng")
    path.write_text(
        path.read_text().replace("exit 0\n", "exec sleep 20\n").replace("exit 0;; esac", "exit 0;; esac")
    )
    voice = Voice("espeak-ng", (str(path),))
    speaking = threading.Thread(target=voice.say, args=("三千亿",))
    speaking.start()
    while not (tmp_path / "heard").exists():
        time.sleep(0.01)
    voice.stop()
    speaking.join(timeout=10)
    assert not speaking.is_alive()
