"""The features of flights.feat.yaml with pandas: `serve FILE` answers rounds, `matrix FILE OUT` writes them."""

import json
import resource
import sys
import time

import numpy as np
import pandas as pd

HUBS = {name: i for i, name in enumerate(["ORD", "DFW", "ATL", "LAX", "PHX", "STL", "DTW", "MSP"])}


def features(file):
    f = pd.read_parquet(file)
    weekday = f["date"].dt.day_of_week + 1
    return pd.DataFrame(
        {
            "delay_minutes": f["delay"],
            "is_late": f["delay"] > 15,
            "log_delay": np.log1p(f["delay"].clip(lower=0)),
            "log_distance": np.log1p(f["distance"]),
            "delay_per_mile": f["delay"] / f["distance"],
            "distance_band": np.searchsorted([250, 500, 1000, 2000], f["distance"], side="right"),
            "hour_of_day": f["date"].dt.hour,
            "weekday": weekday,
            "month_of_year": f["date"].dt.month,
            "is_weekend": weekday >= 6,
            "origin_hub": f["origin"].map(HUBS).fillna(len(HUBS)).astype("int64"),
            "destination_hub": f["destination"].map(HUBS).fillna(len(HUBS)).astype("int64"),
        }
    )


def serve(file):
    for line in sys.stdin:
        start = time.perf_counter()
        table = features(file)
        took = (time.perf_counter() - start) * 1000
        answer = took if line.strip() == "round" else [float(table[name].sum()) for name in table]
        print(json.dumps(answer), flush=True)


if sys.argv[1] == "serve":
    serve(sys.argv[2])
else:
    np.save(sys.argv[3], np.ascontiguousarray(features(sys.argv[2]).to_numpy(dtype=np.float32)))
    print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
