"""Documents as a press room has them: reports of events, four of each, and notices that nobody else writes of.

Of every third event the last report gives one figure, or one day, otherwise than the rest: a conflict that must be found.
Every seventh notice has a day that no calendar knows. The same number gives the same documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

#: Reports of one event.
REPORTS = 4

_SYLLABLES = (
    "ka tor lun bre fer os sel vin hal gry dra mel nor pel ul wen zi qua yst jor mab tiv ced rhu fol xan ebb pog "
    "lif dun sar kov nim hest vog tel bur cass"
).split()
_PEOPLE = "Ada Carl Eva Jonas Karin Lars Mona Nils Rolf Siri Tove Ivar Hedda Knut".split()
#: Nouns of WordNet's that texts use, from the program's own lexicon.
_LEXICON = Path(__file__).parents[3] / "src/lexicon/en/data/words.txt"
_THINGS = [line[:-1] for line in _LEXICON.read_text().splitlines() if line.endswith("1") and len(line) <= 10]
_DEEDS = (
    "burned buried carried cleaned copied covered dragged drained dropped emptied fenced filled flooded hauled heated lifted "
    "loaded lowered mended moved opened packed painted planted polished pulled pushed raised removed repaired rescued sealed "
    "searched sheltered shipped shook stacked stored swept tested towed washed weighed"
).split()


_SORTS = (
    "broken heavy narrow painted rusty wooden empty crooked iron copper borrowed spare leaking polished frozen hollow striped "
    "folded muddy oiled brass stolen unused patched"
).split()
_MONTHS = "January February March April May June July August September October November December".split()
#: Sentences of one event; each paper leaves one out.
_SENTENCES = 30


def _name(random: Random) -> str:
    return "".join(random.sample(_SYLLABLES, 3)).capitalize()


def is_planted(event: int) -> bool:
    return event % 3 == 0


def _sentence(random: Random, people: list[str], places: list[str]) -> str:
    one, other, third = random.sample(_THINGS, 3)
    deed, again = random.sample(_DEEDS, 2)
    sort, like = random.sample(_SORTS, 2)
    person, place = random.choice(people), random.choice(places)
    return random.choice(
        [
            f"Neighbours {deed} the {sort} {one} and {again} the {other} before the {third} fell.",
            f"{person}, who had {deed} the {one} of {place}, {again} a {sort} {other}.",
            f"The {sort} {one} was {deed} at {place}, and the {like} {other} was {again} behind it.",
            f"A {one} that the men of {place} had {deed} was found near the {sort} {other}.",
            f"Whoever {deed} the {one} left the {other} and a {like} {third} in the {sort} yard.",
            f"{person} {deed} what was left of the {one}, then {again} the {like} {other}.",
            f"Under the {sort} {one} lay a {other}, {deed} and {again} more than once.",
            f"The {one} of {place} will be {deed} again once the {like} {other} is {again}.",
        ]
    )


def reports(event: int) -> list[str]:
    """What four papers write of one event, some 2.5 KB each."""
    random = Random(event)
    town, river, works = (_name(random) for _ in range(3))
    people = [f"{given} {_name(random)}" for given in random.sample(_PEOPLE, 4)]
    hurt, day, month = random.randint(14, 90), random.randint(2, 25), random.choice(_MONTHS)
    thing = random.choice(_THINGS)
    body = [_sentence(random, people, [town, river, works]) for _ in range(_SENTENCES)]
    told = []
    for number in range(REPORTS):
        other = is_planted(event) and number == REPORTS - 1
        injured = hurt + (3 if other and event % 2 == 0 else 0)
        when = f"{day + (2 if other and event % 2 == 1 else 0)} {month} 2021"
        opening = f"The {thing} of {town} gave way on {when}, and {injured} people were hurt."
        # Each paper has an order of its own.
        at = number * 7
        turned = body[at + 1 :] + body[:at]
        parts = [" ".join([opening, *turned[:9]]), " ".join(turned[9:19]), " ".join(turned[19:])]
        told.append(f"{town} after the {thing}\n\n" + "\n\n".join(parts) + "\n")
    return told


def notice(number: int) -> str:
    """What one library writes of a show, some 1.5 KB."""
    random = Random(-1 - number)
    place, house = _name(random), _name(random)
    people = [f"{given} {_name(random)}" for given in random.sample(_PEOPLE, 2)]
    day = "31 June" if number % 7 == 0 else f"{random.randint(2, 28)} {random.choice(_MONTHS)}"
    opening = f"The show of {people[0]} in the library of {place} opens on {day} {2022 + number % 4}."
    body = " ".join(_sentence(random, people, [place, house]) for _ in range(_SENTENCES // 2))
    return f"{place} shows {people[0]}\n\n{opening} {body}\n"


def documents(count: int) -> Iterator[tuple[str, str]]:
    """So many documents, or a few less: of five, four are reports of one event and one is a notice."""
    for group in range(count // (REPORTS + 1)):
        for number, text in enumerate(reports(group)):
            yield f"reports/{group:06}-{number}.txt", text
        yield f"notices/{group:06}.txt", notice(group)
