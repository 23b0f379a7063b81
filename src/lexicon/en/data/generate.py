#!/usr/bin/env python3
"""Writes countries.tsv and names.tsv from licensed tables and own.tsv.

    npm pack cldr-localenames-full i18n-iso-countries      (unpack both)
    cargo download or fetch of the crate keshvar           (its sources are read as data)
    python3 generate.py CLDR_FOLDER I18N_FOLDER KESHVAR_FOLDER

Where each column comes from:
  CLDR (Unicode-3.0)            the name shown, alternative names
  i18n-iso-countries (MIT)      alternative names
  keshvar (BSD-3-Clause)        ISO short and long names, unofficial names, demonyms, continent, subregion, UN and EU membership
  own.tsv (this project)        capitals, words for people, former and everyday names
"""
import csv, json, pathlib, re, sys, unicodedata

HERE = pathlib.Path(__file__).parent
cldr, i18n, keshvar = map(pathlib.Path, sys.argv[1:4])

# A demonym of a territory that is really the one of the state it belongs to, and demonyms of two states.
SHARED_DEMONYMS = {"American": "US", "French": "FR", "Dutch": "NL", "Chinese": "CN", "Norwegian": "NO", "Indian": "IN",
                   "Nigerian": "NG", "Swedish": "SE", "Channel Islander": None, "Virgin Islander": None, "Congolese": None, "Dominican": None}
# Names that are another thing's too, or only a part: England is not the United Kingdom.
NOT_NAMES = {("GB", "England"), ("CG", "Congo"), ("CD", "Congo"), ("VG", "Virgin Islands"), ("SV", "Salvador"),
             ("GS", "South Georgia"), ("MF", "Saint-Martin"), ("TW", "Republic of China"), ("CG", "Congo, Republic of")}
NOT_DEMONYMS = {"None", "Christmas Island", "New Zealander", "Kirghiz", "Tadzhik", "Icelander", "Vatican Citizen", "Kittian and Nevisian",
                "South Georgia and the South Sandwich Islander", "Djibouti", "Gibraltar", "Liechtensteiner", "Motswana"}
CONTINENT = {"NorthAmerica": "North America", "SouthAmerica": "South America", "Australia": "Oceania"}
SUBREGION = {"SouthEasternAsia": "South-Eastern Asia", "AustraliaAndNewZealand": "Australia and New Zealand"}


def plain(name):
    name = name.replace("’", "'").replace(" & ", " and ")
    return re.sub(r"\s+", " ", name).strip()


def english(name):
    """The name as prose writes it: "Congo - Kinshasa" and "Iran (Islamic Republic of)" are catalogue entries."""
    name = re.sub(r"^[Tt]he ", "", plain(name))
    return None if re.search(r"[()\[\]]| - |, (U\.S|Province|Republic|United|Democratic|State)|^Korea, | s Republic", name) else name


names = json.load(open(cldr / "main/en/territories.json"))["main"]["en"]["localeDisplayNames"]["territories"]
more = json.load(open(i18n / "langs/en.json"))["countries"]
own = {row[0]: row[1:] for row in csv.reader((l for l in open(HERE / "own.tsv", encoding="utf-8") if l[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE)}
known = {english(n) for n in names.values()} | {english(n) for v in more.values() for n in ([v] if isinstance(v, str) else v)}

countries, rows = [], {}


def spellings(text):
    """The text and the other ways careful and careless copy writes it."""
    yield text
    folded = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    for name in dict.fromkeys([text, folded]):
        yield name
        if " and " in name: yield name.replace(" and ", " & ")
        if name.startswith(("Saint ", "St. ")):
            for saint in ("Saint ", "St. ", "St "): yield saint + name.split(" ", 1)[1]
        if name in ("Timor-Leste", "Guinea-Bissau", "Porto-Novo", "Bosnia-Herzegovina"): yield name.replace("-", " ")


def add(code, kind, text):
    for spelling in spellings(text or ""):
        if spelling and (code, spelling) not in NOT_NAMES: rows.setdefault((code, spelling), kind)


def rust_strings(text):
    return [s.replace('\\"', '"').encode().decode("unicode_escape").encode("latin-1").decode("utf-8") if "\\" in s else s
            for s in re.findall(r'"((?:[^"\\]|\\.)*)"', text)]


for path in sorted(keshvar.glob("src/countries/*.rs")):
    code = path.stem.upper()
    if len(code) != 2 or code not in names: continue
    source = path.read_text(encoding="utf-8")
    const = lambda key: (re.search(r"pub const %s:[^=]+=\s*(.*?);\n" % key, source, re.S) or ["", ""])[1]
    one = lambda key: (rust_strings(const(key)) or [""])[0]
    word = lambda key, table: (lambda m: table.get(m, re.sub(r"(?<=.)(?=[A-Z])", " ", m)) if m else "")((re.findall(r"::(\w+)", const(key)) or [""])[-1])
    shown = {"CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "HK": "Hong Kong", "MO": "Macau", "MM": "Myanmar", "TR": "Turkey"}.get(code, plain(names[code]))
    capital, adjectives, people, former, other = own.get(code, [""] * 5)
    split = lambda cell: [plain(c) for c in cell.split(";") if c]
    continent = word("CONTINENT", CONTINENT)
    countries.append((code, one("ALPHA3") or re.search(r"Alpha3::(\w+)", const("ALPHA3"))[1], shown, continent, word("SUBREGION", SUBREGION),
                      "UN" if const("UN_MEMBER") == "true" else ""))
    add(code, "name", english(shown))
    for key, name in names.items():
        if key.split("-")[0] == code: add(code, "name", english(name))
    for name in [more.get(code)] if isinstance(more.get(code), str) else more.get(code, []): add(code, "name", english(name))
    for key in ("ISO_SHORT_NAME", "ISO_LONG_NAME"): add(code, "name", english(one(key)))
    for name in split(other): add(code, "name", english(name))
    for name in split(former): add(code, "former", english(name))
    foreign = {n for lang, n in re.findall(r'\("(\w+)",\s*"((?:[^"\\]|\\.)*)"', source) if lang != "en"}
    for name in rust_strings(const("UNOFFICIAL_NAME_LIST")):
        name = english(name)
        if name and name.isascii() and (name in known or name not in foreign) and name in known: add(code, "name", name)
    for name in split(adjectives): add(code, "demonym", name)
    for name in split(one("NATIONALITY").replace(", ", ";")):
        if name not in NOT_DEMONYMS and SHARED_DEMONYMS.get(name, code) == code: add(code, "demonym", name)
    for name in split(people): add(code, "people", name)
    for name in split(capital): add(code, "seat", name)

countries.append(("XK", "XKX", "Kosovo", "Europe", "Southern Europe", ""))
add("XK", "name", "Kosovo")
for kind, cell in zip(("seat", "demonym", "people", "former", "name"), own["XK"]):
    for name in cell.split(";"): add("XK", kind, name)

for file, head, body in (("countries.tsv", "code\talpha-3\tname\tcontinent\tsubregion\tUN", countries),
                         ("names.tsv", "code\tkind\ttext", [(c, k, t) for (c, t), k in rows.items()])):
    with open(HERE / file, "w", encoding="utf-8") as out:
        out.write("# Written by generate.py; change that or own.tsv.\n# " + head + "\n")
        out.writelines("\t".join(row) + "\n" for row in sorted(body))
