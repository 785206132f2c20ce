import { element, text } from "./html.js";
import type { Html } from "./html.js";
import { ancestorsOf, layersOf } from "./lineage.js";
import type { Lineage } from "./lineage.js";

const box = { width: 168, height: 26, gapX: 44, gapY: 10 };
/** More nodes than that are a list, not a picture. */
const most = 40;
const longest = 22;

/** What a step is made from, left to right; null where there is nothing to see, or too much. */
export function lineageDrawing(key: string, lineage: Lineage): Html | null {
  const keys = ancestorsOf(key, lineage);
  if (keys.size < 2 || keys.size > most) return null;
  const layers = layersOf(keys, lineage);
  const tallest = Math.max(...layers.map(({ length }) => length));
  const height = tallest * (box.height + box.gapY) + box.gapY;
  const width = layers.length * (box.width + box.gapX) - box.gapX;
  const places = new Map<string, { readonly x: number; readonly y: number }>();
  for (const [column, layer] of layers.entries()) {
    const top = (height - layer.length * (box.height + box.gapY) + box.gapY) / 2;
    for (const [row, one] of layer.entries()) {
      places.set(one, {
        x: column * (box.width + box.gapX),
        y: top + row * (box.height + box.gapY),
      });
    }
  }
  const edges = [...keys].flatMap((one) =>
    (lineage.reads.get(one) ?? []).flatMap((source) => {
      const [from, to] = [places.get(source), places.get(one)];
      return from === undefined || to === undefined ? [] : [edge(from, to)];
    }),
  );
  const boxes = [...places].map(([one, { x, y }]) => {
    const node = lineage.nodes.get(one) ?? { kind: "field", name: one };
    return element(
      "g",
      { class: `node ${node.kind}${one === key ? " own" : ""}` },
      element("title", {}, text(`${node.kind} ${node.name}`)),
      element("rect", { x, y, width: box.width, height: box.height, rx: 5 }),
      element(
        "text",
        { x: x + box.width / 2, y: y + 17, "text-anchor": "middle" },
        text(short(node.name)),
      ),
    );
  });
  const name = lineage.nodes.get(key)?.name ?? key;
  return element(
    "svg",
    {
      class: "lineage",
      viewBox: `-2 -2 ${width + 4} ${height + 4}`,
      style: `max-width: ${width + 4}px`,
      role: "img",
      "aria-label": `What ${name} is made from`,
    },
    ...edges,
    ...boxes,
  );
}

function edge(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Html {
  const [x1, y1] = [from.x + box.width, from.y + box.height / 2];
  const [x2, y2] = [to.x, to.y + box.height / 2];
  const middle = (x1 + x2) / 2;
  return element("path", {
    class: "edge",
    d: `M ${x1} ${y1} C ${middle} ${y1}, ${middle} ${y2}, ${x2} ${y2}`,
  });
}

/** By code points, so that no character is torn. */
function short(name: string): string {
  const signs = [...name];
  return signs.length <= longest ? name : `${signs.slice(0, longest - 1).join("")}…`;
}
