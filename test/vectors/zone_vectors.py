"""Writes zones.json: what Python's zoneinfo says of zones with different rules, as seconds since 1970.

Run: python3 test/vectors/zone_vectors.py > test/vectors/zones.json
Instants lie before 2024, so that no later release of the time zone database changes them.
"""

import json
import random
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

ZONES = [
    "America/Chicago",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "America/St_Johns",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "America/Sao_Paulo",
    "Europe/Dublin",
    "US/Central",
]
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
FROM = int((datetime(1900, 1, 1, tzinfo=timezone.utc) - EPOCH).total_seconds())
TO = int((datetime(2024, 1, 1, tzinfo=timezone.utc) - EPOCH).total_seconds())


def offset(zone, second):
    moment = (EPOCH + timedelta(seconds=second)).astimezone(zone)
    return int(moment.utcoffset().total_seconds())


def changes(zone):
    """The first second of each offset, found by halving the days on which it changes."""
    day = 86400
    for start in range(FROM, TO, day):
        low, high = start, start + day
        if offset(zone, low) == offset(zone, high):
            continue
        while high - low > 1:
            middle = (low + high) // 2
            if offset(zone, middle) == offset(zone, start):
                low = middle
            else:
                high = middle
        yield high


def instant_of_wall(zone, wall):
    """fold=0: the earlier of two instants, and in a gap the offset before it."""
    shown = (EPOCH + timedelta(seconds=wall)).replace(tzinfo=zone, fold=0)
    return int((shown - EPOCH).total_seconds())


def vectors(name, rng):
    zone = ZoneInfo(name)
    instants = {rng.randrange(FROM, TO) for _ in range(100)}
    walls = {rng.randrange(FROM + 86400 * 2, TO - 86400 * 2) for _ in range(100)}
    for change in changes(zone):
        instants |= {change - 1, change, change + 1}
        before, after = offset(zone, change - 1), offset(zone, change)
        low, high = sorted((change + before, change + after))
        walls |= {low - 1, low, (low + high) // 2, high - 1, high}
    return {
        "instants": [[t, offset(zone, t)] for t in sorted(instants)],
        "walls": [[w, instant_of_wall(zone, w)] for w in sorted(walls)],
    }


def version():
    for folder in TZPATH:
        path = Path(folder) / "tzdata.zi"
        if path.exists():
            return path.read_text().splitlines()[0].removeprefix("# version ")
    return "unknown"


def main():
    rng = random.Random(20240101)
    zones = {name: vectors(name, rng) for name in ZONES}
    lines = [
        f"    {json.dumps(name)}: {json.dumps(data, separators=(',', ':'))}"
        for name, data in zones.items()
    ]
    body = ",\n".join(lines)
    print(f'{{\n  "tzdata": {json.dumps(version())},\n  "zones": {{\n{body}\n  }}\n}}')


main()
