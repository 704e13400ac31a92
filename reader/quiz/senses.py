"""English glosses compared: what part of speech a gloss has, and whether two say nearly the same."""

from __future__ import annotations

import re
from functools import lru_cache

_STOP_WRITTEN = """
a an and as at be been being by do for from get go have having in into is it its not of off on one
oneself one's or out sb sb's so some someone something sth that the their them this to up upon very with
without etc esp used usually kind type form place thing things person people act state
"""
_STOP = frozenset(_STOP_WRITTEN.split())
#: Words of a row are near enough in meaning that only one of them may be among the options.
_NEAR = """
raise grow increase rise lift improve enhance up enlarge expand climb add gain growth higher
reduce lessen lighten fall decline drop decrease down lower cut
notice note attention observe find discover detect
start begin open launch establish found set-up initial first original commence
end finish stop termination complete final last close conclude over
show indicate express display point demonstrate reveal announce release publish
make create produce bring cause build construct manufacture
send dispatch deliver transmit transport carry load
move shift transfer change alter transform exchange convert
spot location area region zone site locality
firm company business enterprise shop store
worker staff employee labourer master
way method means approach manner measure
money funds capital sum finance expense cost spend
big large great huge vast
good best fine excellent
individual resident citizen inhabitant
whole entire all full total overall
goods product merchandise item
quit retire leave resign depart
arrange organize order sort tidy plan design
see look watch view read
say tell speak talk remind mention explain
think believe consider suppose feel opinion
need must necessary required want wish
clear obvious evident definite certain sure confirm
now nowadays today current present
home house household family residence
road street path route way line
help assist support aid
accident damage loss harm injury hurt
decide stipulate regulation rule determine
forecast predict estimate expect
father dad grandfather
mother mom grandmother
child kid young youth
sound noise voice echo
water river stream brook lake sea
hit strike beat knock
take fetch hold grab seize grasp
give offer grant present provide supply
use employ apply utilize
keep maintain preserve hold remain stay
answer reply respond response
happy glad pleased joyful
afraid scared fear anxious worry worried
strong powerful mighty
hard difficult tough
quick fast rapid swift speed
slow gradual
old ancient aged
new fresh modern recent
easy simple plain
careful cautious meticulous
teach instruct train educate learn study
choose select pick choice
check examine inspect test investigate survey
fix repair mend restore reinstate recover
danger risk peril
problem question issue
result outcome effect influence impact
reason cause motive
group team crew band
center middle centre
edge side border
nearby near close adjacent
reach arrive attain achieve
exceed surpass pass beyond
cover lid cap
clean wash wipe
attend participate join
meeting conference assembly
country nation state
city town municipality
village countryside rural
doctor physician
ill sick disease illness
tired weary
strange odd peculiar weird
"""
_ROWS = tuple(frozenset(row.split()) for row in _NEAR.strip().splitlines())

_ADJECTIVES_WRITTEN = """
able absent active alive alone angry anxious apparent asleep available awake aware bad beautiful best
big bitter blind blue brave bright broad broken busy calm careful cheap clean clear clever close cloudy
coastal cold common complete consistent convenient cool correct crowded crucial cute damp dark dead deaf
deep definite dense different difficult dirty distant double drowsy dry due dull eager early easy empty
entire equal evident excellent extra faint fair false familiar famous far fast fat few final fine firm
first fit flat foreign free fresh full furthest general gentle glad golden good great greedy green grey happy
hard  healthy heavy high honest hot huge humid ill important innocent intact intelligent keen kind large
last late lazy lean light local lonely long loose loud low low-lying lucky mad main mature mild minor
modern modest muddy narrow near neat necessary new next nice noisy normal obvious odd old only open
orange ordinary original outer own pale patient plain poor popular possible precious pretty private
proper proud public pure quick quiet rapid rare raw ready real recent red regular rich right ripe rough
round rude sad safe same serious severe shallow sharp short shy sick similar simple slight slow small
smart smooth sober soft solid sore sour special spicy steady steep stiff straight strange strict strong
stubborn stupid sturdy sudden suitable sure sweet tall tasty terrible thick thin thirsty tidy tight tiny tired
tough true ugly urgent usual vague valid vast very warm weak weary wet white whole wide wild wise
wonderful wooden worried wrong yellow young
hungry sleepy guilty funny dusty adjacent abundant arrogant brilliant competent confident constant decent
dominant efficient elegant fragrant frequent ignorant independent instant magnificent permanent pleasant
prominent redundant relevant reluctant silent significant transparent violent vibrant distant important
convenient excellent different evident innocent intelligent urgent consistent apparent absent present
selfish foolish stylish sluggish childish reddish greenish yellowish bluish feverish acute faint feeble
scorching blurred manned coastal municipal rural urban
"""
_ADJECTIVES = frozenset(_ADJECTIVES_WRITTEN.split())
_ADJECTIVE_ENDS = ("ful", "ous", "ive", "able", "ible", "less", "ic", "ical", "ed")
_NO_ADJECTIVES_WRITTEN = """
music topic traffic public clinic fabric logic magic picnic critic mechanic republic government
department apartment treatment equipment resident president student accident event parent patient
restaurant plant percent agent cement talent moment document environment development payment agreement
announcement statement investment settlement element instrument garment content client incident patent
accountant servant giant assistant consultant merchant elephant infant table vegetable archive motive
detective native relative executive objective initiative narrative perspective olive dish fish finish
locomotive missive drive hive dive
english bed seed need speed feed weed shed
"""
_NO_ADJECTIVES = frozenset(_NO_ADJECTIVES_WRITTEN.split())
_OPENINGS_WRITTEN = """
in on at by from to of for with without during after before under over according compared up since until
as very rather never always often again already almost just not no as soon then therefore however
instead need what let one sometimes many several if won't cannot can't
"""
_OPENINGS = frozenset(_OPENINGS_WRITTEN.split())
_ENDINGS = frozenset(("towards", "toward", "with", "by", "for", "from", "to", "on", "at", "of", "than"))
_TIMES_WRITTEN = """
spring summer autumn winter morning noon afternoon evening night midnight dawn dusk daybreak today
yesterday tomorrow nowadays monday tuesday wednesday thursday friday saturday sunday day week month year
season weekend festival holiday previously formerly past future
"""
_TIMES = frozenset(_TIMES_WRITTEN.split())


def part_of_speech(gloss: str) -> str:
    """Guess a gloss's part of speech, by its first sense: verb, adjective, adverb, time or noun."""
    first = re.split(r"[;,/]", re.sub(r"\([^)]*\)", "", gloss.lower()))[0].strip()
    if first.startswith("to "):
        return "verb"
    words = first.split()
    if not words:
        return "noun"
    if words[-1] in _TIMES or words[0] in _TIMES or {"day", "year"} & set(words):
        return "time"
    # geared towards, filled with: more than half of a phrase.
    if (
        words[0] in _OPENINGS
        or words[-1] in _ENDINGS
        or (len(words) == 1 and first.endswith("ly") and first not in _LY_NOUNS)
    ):
        return "adverb"
    if len(words) == 1 and first not in _PERSONS and _is_adjective(first):
        return "adjective"
    if words[1:2] == ["and"] and all(map(_is_adjective, words[::2])):
        return "adjective"
    return _sort_of_noun(words)


def _sort_of_noun(words: list[str]) -> str:
    """Tell persons and units from things: 有些家长反对 can't be filled by 影响."""
    last = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    last = last.removesuffix("s")
    if last == "head" and len(words) > 1 and "of" not in words:
        return "noun"  # a fish head, not the head of a household
    if last in _UNITS:
        return "unit"
    if last in _PERSONS or (last.endswith(_PERSON_ENDS) and last not in _NO_PERSONS and len(last) > 4):
        return "person"
    return "noun"


_UNITS_WRITTEN = """
kilometer metre meter milliliter liter litre gram kilogram centimeter millimeter ton mile inch hour
minute second percent yuan dollar degree block piece slice
"""
_UNITS = frozenset(_UNITS_WRITTEN.split())
_PERSONS_WRITTEN = """
person people man woman boy girl child kid baby adult parent father mother dad mom brother sister son
daughter grandfather grandmother uncle aunt cousin husband wife friend guest student pupil expert
resident citizen nurse doctor staff head boss chief guard judge king queen president principal
proprietor volunteer patient crowd public household family monk thief hero youth peasant soldier servant
champion grandma grandpa captain chauffeur human relative colleague classmate
"""
_PERSONS = frozenset(_PERSONS_WRITTEN.split())
_PERSON_ENDS = ("er", "or", "ist", "man", "woman", "ian", "ee", "ant")
_NO_PERSONS_WRITTEN = """
paper water number letter matter order power weather river corner center master-plan layer flower summer
winter dinner supper shower tower computer printer container meter manner member chapter character
newspaper disaster motor color colour flavor error mirror factor floor door sector vector humor labor
harbor odor tumor coffee degree committee fee plant restaurant elephant merchant-ship rubber ginger
pepper sugar-water cover counter quarter timber shoulder finger leather feather border folder gender
ladder powder thunder danger anger hunger letter butter batter litter platter poster semester register
theater theatre encounter cluster filter shelter barrier carrier-bag frontier courier-service career
beer deer pier tier cooler cooker boiler heater burner folder ruler elevator escalator conveyor interior
exterior razor anchor ancestor-hall speedometer thermometer barometer refrigerator calculator monitor
generator indicator projector radiator reactor tractor trailer layer answer drawer
diameter header heather laser
"""
_NO_PERSONS = frozenset(_NO_PERSONS_WRITTEN.split())
_LY_NOUNS = frozenset({"family", "lily", "jelly", "belly", "butterfly", "supply", "assembly", "anomaly"})


def _is_adjective(word: str) -> bool:
    return word in _ADJECTIVES or (
        word.endswith(_ADJECTIVE_ENDS) and word not in _NO_ADJECTIVES and len(word) > 4
    )


@lru_cache(maxsize=4096)
def _content(gloss: str) -> frozenset[str]:
    words = re.findall(r"[a-z][a-z'-]*", re.sub(r"\([^)]*\)", "", gloss.lower()))
    return frozenset(_stem(word) for word in words if word not in _STOP)


def _stem(word: str) -> str:
    for end in ("ings", "ing", "ied", "ies", "ed", "es", "s", "ly"):
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[: -len(end)] + ("y" if end in ("ied", "ies") else "")
    return word


@lru_cache(maxsize=4096)
def _groups(words: frozenset[str]) -> frozenset[int]:
    rows = _rows_of()
    return frozenset(place for word in words for place in rows.get(word, ()))


@lru_cache(maxsize=1)
def _rows_of() -> dict[str, tuple[int, ...]]:
    """Return in which rows of near words each word stands."""
    found: dict[str, tuple[int, ...]] = {}
    for place, row in enumerate(_ROWS):
        for word in set(map(_stem, row)):
            found[word] = (*found.get(word, ()), place)
    return found


def says_nearly(one: str, other: str) -> bool:
    """Tell whether two glosses have a word of content in common, or words near in meaning."""
    mine, theirs = _content(one), _content(other)
    if not mine or not theirs:
        return True
    return bool(mine & theirs) or bool(_groups(mine) & _groups(theirs))
