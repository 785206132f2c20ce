import { publish } from "../../../../compiler/src/cli/output/publish.js";
import { filesOfVersion } from "./versions.js";

// Publishes one version after the other: `node publish-loop.js OUTPUT ROUNDS VERSION…`
const [output = "", rounds = "0", ...versions] = process.argv.slice(2);
process.stdout.write("ready\n");
for (let round = 0; round < Number(rounds); round++) {
  const version = versions[round % versions.length] ?? "";
  await publish(output, [{ name: "spec", files: filesOfVersion(version) }]);
}
