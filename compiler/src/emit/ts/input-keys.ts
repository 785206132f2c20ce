import type { Program } from "../../ir/program.js";
import { Block } from "../text/block.js";
import type { Declaration } from "../text/declarations.js";
import type { RecordPlan } from "./input-plan.js";
import { inputTypeText } from "./input-types.js";
import { objectLiteral, propertyAccess } from "../text/literal.js";

/** `InputKeys` and `keysOf`, where the spec names keys. */
export function keyDeclarations(program: Program, plan: RecordPlan): readonly Declaration[] {
  if (program.keys.length === 0) return [];
  const fields = plan.fields.filter(({ contract }) => program.keys.includes(contract.name));
  const entries = fields.map(
    ({ contract: { name } }) => [name, propertyAccess("input", name)] as const,
  );
  return [
    {
      kind: "interface",
      name: "InputKeys",
      exported: true,
      doc: ["What tells one row from another; passed through beside the features."],
      members: fields.map((field) => ({
        name: field.contract.name,
        type: inputTypeText(field),
      })),
    },
    {
      kind: "function",
      name: "keysOf",
      exported: true,
      parameters: [{ name: "input", type: plan.type }],
      returns: "InputKeys",
      body: new Block().line(`return ${objectLiteral(entries)};`),
    },
  ];
}
