import { startSpark } from "../../compiler/src/cli/spark/start-spark.js";
import type { SparkClient } from "../../compiler/src/cli/spark/start-spark.js";

/** Two executors, each a process of its own, with one core and a gigabyte. */
export const localCluster: Readonly<Record<string, string>> = {
  "spark.master": "local-cluster[2,1,1024]",
  "spark.executor.memory": "1g",
  "spark.scheduler.minRegisteredResourcesRatio": "1.0",
  "spark.sql.shuffle.partitions": "3",
  "spark.driver.bindAddress": "127.0.0.1",
  "spark.driver.host": "127.0.0.1",
  "spark.ui.enabled": "false",
  "spark.log.level": "ERROR",
};

export function startCluster(): Promise<SparkClient> {
  return startSpark({
    settings: localCluster,
    env: process.env,
    interrupted: new AbortController().signal,
    log: () => undefined,
  });
}
