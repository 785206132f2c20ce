"""Runs jobs in one Spark session: each line of standard input names a file with a job, each answer is a line."""

import json
import math
import sys

from pyspark.sql import SparkSession


def plain(value):
    """A value as JSON; what JSON has no number for is a text."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, (list, tuple)) and not hasattr(value, "asDict"):
        return [plain(one) for one in value]
    if hasattr(value, "asDict"):
        return {name: plain(one) for name, one in zip(value.__fields__, value)}
    return value


def run(spark, job):
    for name, table in job["tables"].items():
        rows = spark.read.schema(table["schema"]).option("mode", "FAILFAST").json(table["file"])
        rows.repartition(job.get("partitions", 3)).createOrReplaceTempView(name)
    for statement in job["statements"]:
        spark.sql(statement)
    for query in job["queries"]:
        rows = [plain(list(row)) for row in spark.sql(query["sql"]).collect()]
        with open(query["file"], "w", encoding="utf-8") as file:
            json.dump(rows, file)


def main():
    builder = SparkSession.builder.master(sys.argv[1]).appName("featc")
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "3",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.extraJavaOptions": "-Xss16m",
        "spark.executor.extraJavaOptions": "-Xss16m",
        "spark.executor.memory": "1g",
        "spark.scheduler.minRegisteredResourcesRatio": "1.0",
        "spark.log.level": "ERROR",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    executors = spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size()
    print(json.dumps({"version": spark.version, "executors": executors}), flush=True)
    for line in sys.stdin:
        try:
            with open(line.strip(), encoding="utf-8") as file:
                run(spark, json.load(file))
            print(json.dumps({"ok": True}), flush=True)
        except Exception as error:  # the test shows whatever went wrong
            print(json.dumps({"ok": False, "error": str(error)[:2000]}), flush=True)
    spark.stop()


main()
