#!/usr/bin/env python3
"""Writes given_names.txt: given names of people, in lower case, one a line, sorted.

    pip download --no-deps names      (unpack it)
    python3 generate_given_names.py NAMES_FOLDER

The frequencies are those of the US Census Bureau's 1990 files (public domain), as the package carries them.
"""
import pathlib, sys

here = pathlib.Path(__file__).parent
# In how many of 100 people a name must occur.
LEAST = 0.004
# Given names that more often open the name of something else.
OTHERS = set("""
america asia autumn angel austin august april boston brooklyn carolina charity charlotte chelsea christian cleveland china crystal
dakota dallas dean denver don duke earl east easter ebony eden elder faith florence florida france geneva georgia golden grace grant
great guy holland hope houston india ireland israel jackson jersey jordan joy june kenya king lake lance lincoln lady lima london
lord love madison major man march marina may mercedes mercy merry milan montana munich new north orlando paris pearl phoenix precious prince
queen regent rich rose royal ruby santa santiago savannah sierra so sol south star sterling summer sunday sunny sydney temple tennessee the
troy van vienna victoria virginia verona washington west will windy
""".split())

found = {}
for part in ("female", "male"):
    for line in open(pathlib.Path(sys.argv[1]) / f"names/dist.{part}.first"):
        name, frequency, *_ = line.split()
        found[name.lower()] = max(found.get(name.lower(), 0.0), float(frequency))
countries = {row.split("\t")[2].lower() for row in open(here / "names.tsv") if not row.startswith("#") and row.count("\t") > 1}
kept = sorted(n for n, often in found.items() if often >= LEAST and len(n) > 2 and n not in OTHERS and n not in countries)
(here / "given_names.txt").write_text("".join(n + "\n" for n in kept))
