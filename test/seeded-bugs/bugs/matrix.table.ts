import { ts } from "../seeded-bug.js";
import type { SeededBug } from "../seeded-bug.js";

const cells = ts("matrix-cells.ts");

/** Mistakes in the writers of matrices. */
export const matrixBugs: readonly SeededBug[] = [
  {
    name: "a column of several cells takes the place of one",
    file: ts("matrix-plan.ts"),
    find: "width += column.cells.length;",
    replace: "width += 1;",
  },
  {
    name: "cells are written from the start of the array",
    file: cells,
    find: 'return position === 0 ? "offset" : `offset + ${position}`;',
    replace: 'return position === 0 ? "offset" : `${position}`;',
  },
  {
    name: "the cells of a column are written from its second place on",
    file: cells,
    find: "offsetText(target.first + position)",
    replace: "offsetText(target.first + position + (position > 0 ? 1 : 0))",
  },
  {
    name: "every row of a batch is written over the first",
    file: ts("matrix-module.ts"),
    find: 'body.line(`offset += ${width};`).line("row++;").close();',
    replace: 'body.line(`offset += ${width - width};`).line("row++;").close();',
  },
  {
    name: "every row of a batch is the first in errors",
    file: ts("matrix-module.ts"),
    find: 'body.line(`offset += ${width};`).line("row++;").close();',
    replace: 'body.line(`offset += ${width};`).line("row += 0;").close();',
  },
  {
    name: "the shape of a batch has one row",
    file: ts("matrix-module.ts"),
    find: "shape: [features.length, ${width}]",
    replace: "shape: [Math.min(features.length, 1), ${width}]",
  },
  {
    name: "a missing cell is 0 where it is NaN",
    file: cells,
    find: 'if (missing === "nan") return primary("NaN");',
    replace: 'if (missing === "nan") return numberCode(0);',
  },
  {
    name: "0 is filled in like a missing cell",
    file: cells,
    find: 'return binary("??", value.code, filler);',
    replace: 'return binary("||", value.code, filler);',
  },
  {
    name: "a bool that is true is 0",
    file: cells,
    find: 'if (formula.type.kind === "bool") return conditional(code, constant(1), constant(0));',
    replace:
      'if (formula.type.kind === "bool") return conditional(code, constant(0), constant(1));',
  },
  {
    name: "one-hot cells are in reverse order in writeRow alone",
    file: cells,
    find: "store(target, i, code, emission);\n  }\n}\n\n/** The operand is always missing. */",
    replace:
      "store(target, values.length - 1 - i, code, emission);\n  }\n}\n\n/** The operand is always missing. */",
  },
  {
    name: "a vector is written shifted by a cell",
    file: cells,
    find: "primary(`${code.text}[${numberLiteral(i)}]`)",
    replace: "primary(`${code.text}[${numberLiteral(Math.max(i - 1, 0))}]`)",
  },
];
