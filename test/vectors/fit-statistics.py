"""Statistics of small columns, for test/unit/fit/statistics.test.ts.

    python3 test/vectors/fit-statistics.py > test/vectors/fit-statistics.json

`folded` follows the definitions of the language with plain loops: sums in the order of the rows, the variance in a
second pass. `library` is what Python's module `statistics` says; its sums are exact, so that it agrees in all but the
last digits.
"""

import collections
import json
import math
import random
import statistics


def fold_mean(values):
    total = 0.0
    for value in values:
        total += value
    return total / len(values)


def fold_squares(values):
    mean = fold_mean(values)
    total = 0.0
    for value in values:
        total += (value - mean) * (value - mean)
    return total


def quantile(values, p):
    ordered = sorted(values)
    position = (len(ordered) - 1) * p
    low, high = math.floor(position), math.ceil(position)
    if ordered[low] == ordered[high]:
        return ordered[low]
    return (high - position) * ordered[low] + (position - low) * ordered[high]


def library_quantiles(values):
    """At 0, 0.05, ... 1; those between the ends with the method that numpy calls linear."""
    if len(values) == 1:
        return values * 21
    inner = statistics.quantiles(values, n=20, method="inclusive")
    return [min(values), *inner, max(values)]


def ranked(values):
    counts = collections.Counter(values)
    return [value for value, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def numbers(name, column):
    values = [value for value in column if value is not None]
    ps = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1]
    several = len(values) > 1
    return {
        "name": name,
        "column": column,
        "count": len(values),
        "missing": len(column) - len(values),
        "min": min(values),
        "max": max(values),
        "mode": ranked(values)[0],
        "folded": {
            "mean": fold_mean(values),
            "stddev_pop": math.sqrt(fold_squares(values) / len(values)),
            "stddev_samp": math.sqrt(fold_squares(values) / (len(values) - 1)) if several else None,
            "quantiles": [[p, quantile(values, p)] for p in ps],
        },
        "library": {
            "mean": float(statistics.mean(values)),
            "stddev_pop": statistics.pstdev(values),
            "stddev_samp": statistics.stdev(values) if several else None,
            "quantiles": [[p, library_quantiles(values)[round(p * 20)]] for p in ps],
        },
    }


def texts(name, column):
    values = [value for value in column if value is not None]
    # Python orders texts by code point.
    return {
        "name": name,
        "column": column,
        "ranked": ranked(values),
        "min": min(values),
        "max": max(values),
        "mode": min(statistics.multimode(values)),
    }


def main():
    rng = random.Random(20240229)
    columns = [
        numbers("one value", [None, 3.25, None]),
        numbers("two values", [0.1, 0.2]),
        numbers("equal neighbours", [0.1] * 7),
        numbers("ties of the mode", [5, 3, 5, 3, 8, -2]),
        numbers("large and small", [1e16, 1.0, -1e16, 1.0, 3e-9, None]),
        numbers("negative", [-1.5, -0.1, -7.25, 2.125, -0.1]),
        numbers("incomes", [round(rng.lognormvariate(10, 0.6), 2) for _ in range(200)]),
        numbers("gaps", [rng.gauss(0, 1) if rng.random() > 0.3 else None for _ in range(150)]),
        numbers("whole", [rng.randint(-20, 20) for _ in range(300)]),
    ]
    words = ["b", "a", "B", "", "é", "z", "\U0001F600", "\ue000", "aa", "\uffee"]
    lists = [
        texts("equal counts", ["b", "a", "c", "a", "b", "c"]),
        texts("code points", words + words[:3]),
        texts("gaps", [rng.choice(words) if rng.random() > 0.2 else None for _ in range(400)]),
    ]
    for section, vectors, end in (("numbers", columns, ","), ("texts", lists, "}")):
        lines = ",\n".join(json.dumps(vector) for vector in vectors)
        print(f'{"{" if section == "numbers" else ""}"{section}": [\n{lines}\n]{end}')


main()
