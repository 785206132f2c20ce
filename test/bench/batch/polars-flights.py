"""The features of flights.feat.yaml with polars: `serve FILE` answers rounds, `matrix FILE OUT` writes them."""

import json
import resource
import sys
import time

import numpy as np
import polars as pl

HUBS = {name: i for i, name in enumerate(["ORD", "DFW", "ATL", "LAX", "PHX", "STL", "DTW", "MSP"])}


def hub(column):
    return pl.col(column).replace_strict(HUBS, default=len(HUBS), return_dtype=pl.Int64)


def features(file):
    delay, distance, date = pl.col("delay"), pl.col("distance"), pl.col("date")
    band = sum((distance >= edge).cast(pl.Int64) for edge in [250, 500, 1000, 2000])
    return (
        pl.scan_parquet(file)
        .select(
            delay.alias("delay_minutes"),
            (delay > 15).alias("is_late"),
            delay.clip(0).log1p().alias("log_delay"),
            distance.log1p().alias("log_distance"),
            (delay / distance).alias("delay_per_mile"),
            band.alias("distance_band"),
            date.dt.hour().alias("hour_of_day"),
            date.dt.weekday().alias("weekday"),
            date.dt.month().alias("month_of_year"),
            (date.dt.weekday() >= 6).alias("is_weekend"),
            hub("origin").alias("origin_hub"),
            hub("destination").alias("destination_hub"),
        )
        .collect()
    )


def serve(file):
    for line in sys.stdin:
        start = time.perf_counter()
        table = features(file)
        took = (time.perf_counter() - start) * 1000
        totals = [float(column.cast(pl.Float64).sum()) for column in table]
        print(json.dumps(took if line.strip() == "round" else totals), flush=True)


if sys.argv[1] == "serve":
    serve(sys.argv[2])
else:
    table = features(sys.argv[2]).select(pl.all().cast(pl.Float32))
    np.save(sys.argv[3], table.to_numpy(order="c"))
    print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
