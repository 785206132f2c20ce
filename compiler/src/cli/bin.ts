#!/usr/bin/env node
import { packageVersion } from "./build-info.js";

const argv = process.argv.slice(2);

if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
  // The commonest call of scripts: nothing else is loaded for it.
  process.stdout.write(`${packageVersion()}\n`);
} else {
  const { runProcess } = await import("./process.js");
  process.exitCode = await runProcess(argv);
}
