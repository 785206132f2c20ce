"""Writes the Unicode tables of the runtime, and what tests compare them with.

    python3.13 compiler/scripts/unicode_tables.py

The tables are made from the single records of the Unicode Character Database that Python's
`unicodedata` has; the digests in test/vectors/unicode.json from its finished functions.
"""

import hashlib
import json
import unicodedata
from pathlib import Path

VERSION = "15.1.0"
if unicodedata.unidata_version != VERSION:
    raise SystemExit(f"Unicode {VERSION} is pinned; Python 3.13 has it, this Python {unicodedata.unidata_version}")

ROOT = Path(__file__).resolve().parents[2]
POINTS = [c for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF]
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(n):
    if n < 0:
        return "-" + base36(-n)
    return DIGITS[n] if n < 36 else base36(n // 36) + DIGITS[n % 36]


def decomposed(c):
    """Full compatibility decomposition, in the order of the records; Hangul is arithmetic and left out."""
    record = unicodedata.decomposition(chr(c)).split()
    if record and record[0].startswith("<"):
        record = record[1:]
    return [p for part in record for p in decomposed(int(part, 16))] if record else [c]


def case_of(method):
    return {c: [ord(p) for p in getattr(chr(c), method)()] for c in POINTS}


def changes(mapping):
    """Runs of single results `gap count step delta`, then `point result result` for the longer ones."""
    changed = {c: to for c, to in mapping.items() if to != [c]}
    singles = sorted(c for c, to in changed.items() if len(to) == 1)
    runs, i, end = [], 0, 0
    while i < len(singles):
        start, delta = singles[i], changed[singles[i]][0] - singles[i]
        step, count = 1, 1
        if i + 1 < len(singles) and singles[i + 1] - start == 2:
            step = 2
        while (
            i + count < len(singles)
            and singles[i + count] == start + step * count
            and changed[singles[i + count]][0] - singles[i + count] == delta
        ):
            count += 1
        runs.append(" ".join(base36(n) for n in (start - end, count, step, delta)))
        end = start
        i += count
    longer = [
        " ".join(base36(n) for n in (c, *to)) for c, to in sorted(changed.items()) if len(to) != 1
    ]
    return ",".join(runs), ",".join(longer)


def ranges(value_of):
    """`[first, last, value]` for runs of points with one value that is not 0."""
    found = []
    for c in range(0x110000):
        value = value_of(c)
        if value == 0:
            continue
        if found and found[-1][1] == c - 1 and found[-1][2] == value:
            found[-1][1] = c
        else:
            found.append([c, c, value])
    return found


def packed(found, with_value):
    """`gap length value`, from the end of one range to the start of the next."""
    end, parts = 0, []
    for first, last, value in found:
        parts.append(" ".join(base36(n) for n in (first - end, last - first, value)[: 3 if with_value else 2]))
        end = last
    return ",".join(parts)


def lines(text):
    """The text as joined string literals of at most 96 characters."""
    pieces = [text[i : i + 92] for i in range(0, len(text), 92)] or [""]
    if len(pieces) == 1:
        return f' "{pieces[0]}"'
    return "\n" + " +\n".join(f'  "{piece}"' for piece in pieces)


HEADER = f"// Written by compiler/scripts/unicode_tables.py from the Unicode Character Database {VERSION}.\n"


def write(path, constants):
    text = HEADER
    for name, comment, value in constants:
        text += f"\n/** {comment} */\nexport const {name} ={lines(value)};\n"
    (ROOT / path).write_text(text)


def write_tables():
    for name in ("lower", "upper"):
        runs, longer = changes(case_of(name))
        write(
            f"runtime/src/unicode/{name}-case.table.ts",
            [
                (f"{name.upper()}_RUNS", "Gap, count, step and change, in base 36.", runs),
                (f"{name.upper()}_LONGER", "A code point and what it becomes, in base 36.", longer),
            ],
        )
    runs, longer = changes({c: decomposed(c) for c in POINTS if not 0xAC00 <= c <= 0xD7A3})
    classes = ranges(lambda c: unicodedata.combining(chr(c)))
    write(
        "runtime/src/unicode/decomposition.table.ts",
        [
            ("DECOMPOSED_RUNS", "Gap, count, step and change, in base 36.", runs),
            ("DECOMPOSED_LONGER", "A code point and what it becomes, in base 36.", longer),
            ("COMBINING_CLASSES", "Gap, length less one and class, in base 36.", packed(classes, True)),
        ],
    )
    assigned = ranges(lambda c: int(unicodedata.category(chr(c)) != "Cn"))
    write(
        "compiler/src/functions/unicode/assigned.table.ts",
        [("assignedRanges", "Gap and length less one of what is assigned, in base 36.", packed(assigned, False))],
    )


def stripped(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


FUNCTIONS = {
    "lower_unicode": lambda text: "".join(c.lower() for c in text),
    "upper_unicode": str.upper,
    "normalize_nfkd": lambda text: unicodedata.normalize("NFKD", text),
    "strip_accents": stripped,
}


def marked_texts():
    """Texts of a letter and several marks, which have to be put in order."""
    marks = [chr(c) for c in POINTS if unicodedata.combining(chr(c))]
    state = 1
    for i in range(20_000):
        text = "aé가ﬁ"[i % 4]
        for _ in range(5):
            state = (state * 48_271) % 2_147_483_647
            text += marks[state % len(marks)]
        yield text


def write_vectors():
    texts = {"points": [f"x{chr(c)}y" for c in POINTS], "marked": list(marked_texts())}
    vectors = {
        "source": f"Python unicodedata {VERSION}",
        "digests": {
            name: {
                kind: hashlib.sha256("\n".join(f(text) for text in of).encode()).hexdigest()
                for kind, of in texts.items()
            }
            for name, f in FUNCTIONS.items()
        },
        "marked_inputs": hashlib.sha256("\n".join(texts["marked"]).encode()).hexdigest(),
        "marks": [[first, last] for first, last, _ in ranges(lambda c: int(unicodedata.combining(chr(c)) != 0))],
    }
    path = ROOT / "test/vectors/unicode.json"
    path.write_text(json.dumps(vectors, indent=2) + "\n")


write_tables()
write_vectors()
