/**
 * The job that featc submits: a session of Spark that does what it is told, one line of JSON at a time. It connects
 * back to featc, so that `spark-submit` may start it.
 */
export const sessionScript = `"""A session of Spark that featc tells what to do, over a connection to this machine."""

import json
import math
import os
import re
import socket
import sys

from pyspark import SparkConf
from pyspark.sql import SparkSession
from pyspark.sql import functions as f

ROW = "featc_row"
# Parts of what a row is made of, which take more room than the row.
PARTS = re.compile(".*:(events|record|formula|field_issues)")


def plain(value):
    """A value as JSON; what JSON has no number for is a text."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if hasattr(value, "asDict"):
        return {name: plain(one) for name, one in zip(value.__fields__, value)}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)


class Session:
    def __init__(self, spark):
        self.spark = spark

    def executors(self):
        """How many processes hold data, the driver among them."""
        return self.spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size()

    def sql(self, text):
        found = self.spark.sql(text)
        rows = [[plain(one) for one in row] for row in found.collect()]
        return {"columns": found.columns, "rows": rows}

    def table(self, name, schema, lines):
        """A view of records that are lines of JSON."""
        reader = self.spark.read.schema(schema).option("mode", "FAILFAST")
        found = reader.json(self.spark.sparkContext.parallelize(lines, 3))
        found.createOrReplaceTempView(name)
        return {}

    def read(self, name, path, kind, separator, limit, sample):
        """A view of a file, a folder or a pattern, whose rows are numbered from 1 in its order."""
        reader = self.spark.read
        if kind == "parquet":
            found = reader.parquet(path)
        else:
            # As the other engines read it: a quote is doubled, and every cell is a text.
            options = {"header": True, "sep": separator, "escape": '"', "multiLine": True, "mode": "FAILFAST"}
            found = reader.options(nullValue="\\x00", emptyValue="", **options).csv(path)
        schema = [{"name": one.name, "type": one.dataType.jsonValue()} for one in found.schema.fields]
        if ROW in found.columns:
            return {"columns": schema}
        if sample is not None:
            found = found.orderBy(f.rand(1)).limit(sample)
        if limit is not None:
            found = found.limit(limit)
        placed = found.withColumn(ROW, f.monotonically_increasing_id()).localCheckpoint()
        part = f.shiftright(f.col(ROW), 33)
        counts = dict(placed.groupBy(part).count().collect())
        first, before = [], 0
        for number in sorted(counts):
            first += [f.lit(number), f.lit(before)]
            before += counts[number]
        start = f.lit(0) if not first else f.element_at(f.create_map(*first), part)
        within = f.col(ROW).bitwiseAND((1 << 33) - 1)
        numbered = placed.withColumn(ROW, (start + within + 1).cast("bigint"))
        numbered.createOrReplaceTempView(name)
        return {"columns": schema}

    def keep(self, name):
        """Computes a view once."""
        found = self.spark.table(name)
        kept = [found["\`" + one.replace("\`", "\`\`") + "\`"] for one in found.columns if not PARTS.fullmatch(one)]
        found.select(kept).localCheckpoint().createOrReplaceTempView(name)
        return {}

    def write(self, text, path):
        """A folder of Parquet files, in the order of the query."""
        self.spark.sql(text).write.mode("overwrite").parquet(path)
        return {}

    def rename(self, draft, path):
        """Gives a folder its name, in place of what has it."""
        hadoop = self.spark._jvm.org.apache.hadoop.fs
        source, target = hadoop.Path(draft), hadoop.Path(path)
        files = target.getFileSystem(self.spark._jsc.hadoopConfiguration())
        if files.exists(target):
            files.delete(target, True)
        if not files.rename(source, target):
            raise OSError("the folder cannot be renamed")
        return {}

    def remove(self, path):
        hadoop = self.spark._jvm.org.apache.hadoop.fs
        target = hadoop.Path(path)
        target.getFileSystem(self.spark._jsc.hadoopConfiguration()).delete(target, True)
        return {}


def message(error):
    """What Spark says, without where in its own code it says it."""
    text = str(error).strip()
    for line in text.split("\\n"):
        if re.match(r"\\[[A-Z_.0-9]+\\]", line.strip()):
            return line.strip()
    causes = re.findall(r"Caused by: [\\w.$]+(?:Exception|Error): (.*)", text)
    return (causes[-1] if causes else text.split("\\n")[0])[:1000]


def main():
    port, settings = int(sys.argv[1]), json.loads(sys.argv[2])
    connection = socket.create_connection(("127.0.0.1", port))
    stream = connection.makefile("rw", encoding="utf-8", newline="\\n")

    def answer(value):
        stream.write(json.dumps(value) + "\\n")
        stream.flush()

    answer({"token": os.environ["FEATC_SPARK_TOKEN"]})
    builder = SparkSession.builder.appName("featc")
    if not SparkConf().contains("spark.master"):
        builder = builder.master("local[*]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    answer({"version": spark.version})
    session = Session(spark)
    for line in stream:
        command = json.loads(line)
        try:
            answer({"value": getattr(session, command.pop("do"))(**command)})
        except Exception as error:  # whatever it is, the user is told of it
            answer({"error": message(error)})
    spark.stop()


main()
`;
