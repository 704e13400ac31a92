"""What part of speech an English sense is a gloss of, by its form, and how far from everyday use it is."""

from __future__ import annotations

import re
from functools import lru_cache

VERB, NOUN, ADJECTIVE, ADVERB, MEASURE, PREPOSITION, OTHER = "v", "n", "a", "d", "q", "p", "x"
PLACE = "f"
"""The side or time of what stands before: 桌上, 会后."""
COMPLEMENT, LINK, AUXILIARY = "c", "j", "w"
"""What a verb before comes to (站住), what stands between two alike (父与子), what a verb follows (想去)."""

_REMARKS = re.compile(r"^(?:\(([^()]*)\)\s*)+(?=\S)")
_REMARK = re.compile(r"\(([^()]*)\)")
_SAID = {"adverb": ADVERB, "adjective": ADJECTIVE, "noun": NOUN, "verb": VERB}
_MEASURE = re.compile(r"^classifier\b|^measure word\b")
_PARTICLE = re.compile(r"^\(.*\)$|\b(?:particle|marker|suffix|prefix|complement|interjection)\b")
# Remarks before a sense that is seldom meant, and how far they set it back.
_FAR = re.compile(
    r"\b(?:archaic|old|classical|dialect|Cantonese|Taiwan|Tw|Japan\w*|vulgar|slang|Internet|loanword|literary|"
    r"obsolete|historical|euphemis\w*|derog\w*|sarcastic|formal)\b"
)
_FIELD = re.compile(
    r"\b(?:physics|math\w*|chem\w*|biology|geology|chess|computing|linguistics|grammar|music|TV|medicine|law|"
    r"TCM|textiles|photography|sports|golf|anatomy|philosophy|Buddhis\w*|astronomy|botany|zoology|dance|economics|"
    r"opera|military|phonetics|electronics|accounting|finance|religion|Dao\w*|tennis|surname)\b"
)

# The name of a plant or an animal in science: Capsicum annuum.
_LATIN = re.compile(r"^[A-Z][a-z]+(?:us|um|is|a|es|ea|ii|ens|ca) [a-z]+(?:us|um|is|a|es|ea|ii|ens|ca|e)$")

_NO_ADVERB = frozenset(
    """
    family early daily friendly lively lonely ugly likely unlikely holy silly elderly orderly costly deadly
    lovely timely worldly monthly weekly yearly brotherly motherly butterfly fly july italy reply supply
    assembly monopoly anomaly bully jelly belly lily ally rally folly jolly only homely curly chilly hilly
    ghostly earthly leisurely scholarly miserly cowardly disorderly fatherly heavenly hourly quarterly
    kindly stately sickly burly
    """.split()  # noqa: SIM905
)
_ADVERBS = frozenset(
    """
    again also still yet already very quite fairly rather always often never soon almost even too then
    together ever just once all both now perhaps maybe sometimes forever only merely simply however
    nevertheless therefore thus hence moreover besides instead not seldom anyway everywhere somewhat
    straightaway afterwards beforehand altogether thereupon likewise indeed otherwise meanwhile nearby
    upwards downwards so twice surely
    """.split()  # noqa: SIM905
)
_ADVERBIAL = re.compile(
    r"^(?:at (?:first|once|all|last|least|most|present|any|the same|that|one|times|random|ease|will|night"
    r"|home|full)|in (?:general|fact|the (?:end|past|future|beginning|middle)|time|vain|turn|advance"
    r"|particular|all|person|public|secret|detail|succession|passing|any|other|short"
    r"|a (?:hurry|flash|while|row))|of course"
    r"|on (?:time|purpose|schedule|the spot|the contrary|one|behalf|foot|and)"
    r"|without (?:doubt|delay|fail|exception|cease|stopping)"
    r"|by (?:chance|no means|turns|all means|oneself|hand|mistake|way)"
    r"|as (?:expected|usual|much|soon|early|before|if|it|a|far|well)|right (?:away|now)|no matter|how "
    r"|step by|one (?:by|after)|long ago|just now|each other|once (?:more|again)|up (?:and|to)"
    r"|all (?:along|the|over)|from (?:now|time|then|the|this|beginning)|every|more (?:and|or)"
    r"|to (?:a certain|this|date|the|one's)|under no|with one|bit by|over and|now and|then and"
    r"|not (?:at|even|only|necessarily)|even (?:more|if)|had)\b"
)
_PREPOSITIONS = frozenset(
    """
    with from towards toward by for at in on to than through via concerning regarding about against along
    according between during among within because since until except via per into onto and or but than
    following
    """.split()  # noqa: SIM905
)
_ADJECTIVES = frozenset(
    """
    good bad big small large great tall short high low long deep shallow wide narrow thick thin fat slim
    heavy light hard soft hot cold warm cool wet dry new old young fresh raw ripe rich poor clean dirty
    clear dark bright dim dull sharp blunt strong weak strict loose tight firm steady stable safe secure
    fast slow quick rapid swift sudden early late near far close distant right wrong true false real genuine
    fake correct proper fit suitable fair just equal same different similar other strange odd weird rare
    common usual regular normal general special ordinary particular specific exact precise vague main chief
    basic fundamental primary major minor key full empty vacant whole entire complete total partial open
    shut free busy idle lazy diligent hardworking clever smart wise stupid foolish silly naive brave bold
    timid shy humble modest proud arrogant kind cruel fierce gentle mild tender polite rude honest sincere
    loyal faithful mean selfish generous stingy happy glad sad angry upset calm quiet silent noisy loud
    lively bustling crowded lonely alone sick ill healthy tired exhausted weary sore painful hungry thirsty
    sleepy drunk sober awake asleep alive dead blind deaf mute lame bald naked bare plain simple easy
    difficult complicated complex troublesome annoying inconvenient convenient handy dangerous risky urgent
    pressing serious severe grave important vital crucial necessary essential possible impossible likely
    unlikely certain sure doubtful obvious evident apparent famous popular well-known fashionable modern
    ancient classic traditional conventional foreign native local national international public private
    official formal informal secret personal individual mutual common social political economic cultural
    scientific technical medical legal natural artificial rational red yellow blue green black white grey
    gray brown purple pink orange golden pretty beautiful handsome ugly cute lovely elegant graceful
    delicate fragile fine coarse rough smooth slippery flat straight curved bent crooked steep round square
    oval sweet sour bitter spicy salty delicious tasty fragrant smelly stinky cheap expensive costly
    precious valuable worthless useful useless effective efficient able capable competent skilled skillful
    skilful experienced familiar unfamiliar careful careless cautious attentive patient impatient eager
    enthusiastic keen active passive positive negative optimistic pessimistic satisfied pleased content
    disappointed surprised shocked embarrassed ashamed worried anxious nervous afraid scared frightened
    relaxed comfortable uncomfortable cozy pleasant unpleasant interesting boring funny absurd ridiculous
    moving touching terrible awful horrible excellent outstanding superb wonderful marvelous perfect ideal
    poor inferior superior top upper lower inner outer previous former original next last following current
    present recent future eternal permanent temporary momentary brief constant continuous frequent
    occasional daily annual monthly weekly fixed movable mobile static dynamic abstract concrete detailed
    direct indirect objective subjective impartial absolute relative opposite contrary straightforward frank
    candid harmonious united separate single double multiple numerous countless many few plentiful abundant
    scarce sufficient enough insufficient excessive extra additional spare surplus worn broken damaged
    intact solid liquid transparent independent dependent equal fair unfair even uneven authentic blessed
    lucky fortunate unlucky unfortunate miserable pitiful poor humid muddled confused lax slack spoiled
    rotten favorite favourite dear friendly hostile intimate strict stern responsible irresponsible so-so
    still gray-haired timely punctual abrupt unexpected straitened challenging shaky unequivocal distinct
    vigorous energetic proactive unusual quick-witted widespread universal overall comprehensive thorough
    considerate thoughtful reasonable ample big-hearted shiny hidden exhausted crude initial advanced
    backward developed elementary intermediate senior
    """.split()  # noqa: SIM905
)
_ADJECTIVAL = re.compile(r"(?:ful|ous|ible|able|ical|less|ive|ish|-like|ing and ing)$")
_NOUNS_ANYWAY = frozenset(
    """
    archive native executive motive detective objective perspective alternative initiative narrative
    relative table cable vegetable handful mouthful spoonful fish dish radish English polish finish wish
    criminal representative olive hive five drive dive directive incentive locomotive adjective collective
    variable syllable parable constable captive fugitive music topic public traffic clinic logic fabric garlic
    picnic mechanic critic magic comic arithmetic republic tunic epidemic panic mosaic relic ethic tactic
    statistic antibiotic plastic ceramic classic mimic cynic academic
    """.split()  # noqa: SIM905
)


@lru_cache(maxsize=8192)
def part_of_speech(sense: str) -> str:
    """Return the part of speech that a cleaned sense glosses: one of the letters of this module."""
    remarks = _REMARKS.match(sense)
    for remark in _REMARK.findall(remarks[0]) if remarks else ():
        if remark in _SAID:
            return _SAID[remark]
    text = _REMARKS.sub("", sense).strip()
    if _MEASURE.match(text) or (remarks and _MEASURE.search(remarks[0][1:])):
        return MEASURE
    if _PARTICLE.search(sense) or not text:
        return OTHER
    return _by_words(text)


def _by_words(text: str) -> str:
    first = re.split(r"[;,(]", text, maxsplit=1)[0].strip().lower()
    if first.startswith("to ") and not _ADVERBIAL.match(first):
        return VERB
    words = first.split()
    if not words:
        return OTHER
    if _ADVERBIAL.match(first):
        return ADVERB
    head = words[-1].strip(".!…")
    if len(words) == 1:
        return _one_word(head)
    if words[0] in _PREPOSITIONS:
        return ADVERB if words[-1] not in _PREPOSITIONS else PREPOSITION
    if words[0] in ("can", "will", "shall", "should", "must", "may", "might"):
        return VERB
    if words[0] in ("very", "not", "too", "well", "full", "able", "rich", "fond", "good", "easy", "hard") or (
        words[0] in ("bustling", "careful", "worthy", "capable", "free")
        and words[1] in ("with", "of", "from")
    ):
        return ADJECTIVE
    if " and " in first and all(_one_word(word) == ADJECTIVE for word in first.split(" and ")):
        return ADJECTIVE
    return NOUN


def _one_word(word: str) -> str:
    if word in _ADVERBS or (word.endswith("ly") and word not in _NO_ADVERB):
        return ADVERB
    if word in _PREPOSITIONS:
        return PREPOSITION
    if word in ("can", "will", "shall", "should", "must", "may", "might"):
        return VERB
    if word in _ADJECTIVES or (_ADJECTIVAL.search(word) and word not in _NOUNS_ANYWAY):
        return ADJECTIVE
    return NOUN


@lru_cache(maxsize=8192)
def remoteness(sense: str) -> float:
    """Return how far from everyday use the remarks before a sense set it: 0 not at all … 3."""
    remarks = _REMARKS.match(sense)
    told = remarks[0] if remarks else ""
    far = 2.0 * bool(_FAR.search(told)) + 1.2 * bool(_FIELD.search(told))
    far += 1.0 * ("bound form" in told) + 0.4 * ("coll." in told) + 0.4 * ("fig." in told)
    if sense.startswith(("surname ", "abbr. ", "also pr", "also written")):
        far += 3.0
    # 扑面而来: what the characters say comes after what the word means.
    far += 1.0 * sense.startswith("lit. ")
    far += 1.5 * (_LATIN.match(sense) is not None)
    return far
