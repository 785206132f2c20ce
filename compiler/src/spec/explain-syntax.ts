import { isCollection, isScalar, visit } from "yaml";
import { scan } from "./formula-hazards.js";
import { quoteYaml } from "./plain-scalar.js";
import type { SyntaxError, YamlReading } from "./read-yaml.js";
import type { Reading } from "./reading.js";

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Says in the author's words what the YAML parser stumbled over. After the first error of an entry the parser
 * guesses, so at most `limit` are told, each of another line. Offsets of `errors` count from `chunk.start`.
 */
export function explainSyntax(
  reading: Reading,
  read: YamlReading,
  errors: readonly SyntaxError[],
  chunk: Range,
  limit: number,
): void {
  const told = new Set<number>();
  const inOrder = [...errors].sort((a, b) => a.start - b.start);
  for (const error of inOrder) {
    const line = lineAt(reading.file.text, Math.min(error.start + chunk.start, chunk.end));
    if (told.has(line.start)) continue;
    told.add(line.start);
    const explanation = new Explanation(reading, read, error, chunk, line);
    explanation.report();
    if (told.size >= limit || !explanation.understood) return;
  }
}

class Explanation {
  private readonly text: string;
  private readonly at: number;
  /** False where nothing better was found to say than what the parser said. */
  understood = true;

  constructor(
    private readonly reading: Reading,
    private readonly read: YamlReading,
    private readonly error: SyntaxError,
    private readonly chunk: Range,
    private readonly line: Range,
  ) {
    this.text = reading.file.text;
    this.at = error.start + chunk.start;
  }

  report(): void {
    switch (this.error.code) {
      case "TAB_AS_INDENT":
        this.reading.report("yaml/tab", { start: this.at, end: this.at + 1 }, {});
        return;
      case "BAD_DQ_ESCAPE": {
        const escape = this.text.slice(this.at, this.at + 2);
        this.reading.report("yaml/bad-escape", { start: this.at, end: this.at + 2 }, { escape });
        return;
      }
      case "MISSING_CHAR":
        if (this.error.message.includes("closing")) this.unclosedQuote();
        else this.reading.report("yaml/missing-colon", this.firstLine(), {});
        return;
      case "MULTILINE_IMPLICIT_KEY":
        this.reading.report("yaml/missing-colon", this.firstLine(), {});
        return;
      case "BLOCK_AS_IMPLICIT_KEY":
        this.colonOrIndent();
        return;
      case "BAD_INDENT":
        if (this.reportValue()) return;
        if (this.error.message.includes("end with")) this.unclosedBracket();
        else this.badIndent(this.line);
        return;
      default:
        if (!this.reportValue()) this.unexplained();
    }
  }

  /** Where the value that stands on the line explains the error. */
  private reportValue(): boolean {
    return this.reportFlowEntry() || this.reportBlockValue();
  }

  private reportBlockValue(): boolean {
    const value = this.valueOfLine();
    if (value === undefined || this.at < value.start) return false;
    const text = this.text.slice(value.start, value.end);
    const quoted = quoteYaml(text);
    const first = text.charAt(0);
    if (first === '"' || first === "'") {
      this.reading.report("yaml/text-after-quote", value, { quoted });
    } else if (first === "[" || first === "{") {
      this.reading.report("yaml/read-as-collection", value, {
        kind: first === "[" ? "list" : "map",
        quoted,
      });
    } else if (/^[|>]/.test(text)) {
      this.reading.report("yaml/text-after-block-mark", value, { mark: first });
    } else if (/^[@`%,\]}]|^[-?] /.test(text)) {
      this.reading.report("yaml/reserved-start", value, { character: first, quoted });
    } else return false;
    return true;
  }

  /** The value of an entry of `{ … }` on the line that YAML cuts at a comma or bracket of its own. */
  private reportFlowEntry(): boolean {
    const open = this.text.indexOf("{", this.line.start);
    if (open === -1 || open >= this.line.end) return false;
    const key = /\s*[A-Za-z_"'][\w"'.-]*\s*:\s+/y;
    let at = open + 1;
    for (;;) {
      key.lastIndex = at;
      const found = key.exec(this.text);
      if (found === null || key.lastIndex >= this.line.end) return false;
      const start = key.lastIndex;
      const { end } = scan(this.text, start, this.line.end, ",}");
      const text = this.text.slice(start, end);
      const first = text.charAt(0);
      const quoted = quoteYaml(text);
      if (first === '"' || first === "'") {
        const close = text.indexOf(first, 1);
        if (close !== -1 && close < text.length - 1 && text.charAt(close + 1) !== first) {
          this.reading.report("yaml/text-after-quote", { start, end }, { quoted });
          return true;
        }
      } else if (first === "[" || first === "{") {
        if (!/[\]}]$/.test(text) || /^\[[^\]]*\]\s*[^\s\]]/.test(text)) {
          if (scan(this.text, start, end, "").open) return false;
          this.reading.report(
            "yaml/read-as-collection",
            { start, end },
            {
              kind: first === "[" ? "list" : "map",
              quoted,
            },
          );
          return true;
        }
      } else if (/[,[\]{}]|:\s/.test(text)) {
        const params = { read: text.slice(0, text.search(/[,[\]{}]|:\s/)).trimEnd(), quoted };
        this.reading.report("yaml/flow-cut", { start, end }, params);
        return true;
      } else if (/^[@`%]/.test(text)) {
        this.reading.report("yaml/reserved-start", { start, end }, { character: first, quoted });
        return true;
      }
      if (this.text.charAt(end) !== ",") return false;
      const extra = /^,\s*,/.exec(this.text.slice(end, this.line.end));
      if (extra !== null) {
        const start = end + extra[0].length - 1;
        this.reading.report("yaml/extra-comma", { start, end: start + 1 }, {});
        return true;
      }
      at = end + 1;
    }
  }

  private colonOrIndent(): void {
    const value = this.valueOfLine();
    if (value !== undefined) {
      const text = this.text.slice(value.start, value.end);
      if (/:(\s|$)/.test(text)) {
        this.reading.report("yaml/colon-in-text", value, { quoted: quoteYaml(text) });
        return;
      }
    }
    const next = lineAt(this.text, Math.min(this.line.end + 1, this.text.length));
    this.badIndent(next.end > next.start ? next : this.line);
  }

  private badIndent(line: Range): void {
    const text = this.text.slice(line.start, line.end);
    const start = line.start + text.length - text.trimStart().length;
    const key = /^[^\s:]+/.exec(this.text.slice(start, line.end))?.[0] ?? "";
    this.reading.report(
      "yaml/bad-indent",
      { start, end: Math.max(start + key.length, start + 1) },
      {},
    );
  }

  private unclosedQuote(): void {
    let start: number | undefined;
    visit(this.read.document, (_, node) => {
      if (!isScalar(node) || node.range === undefined || node.range === null) return;
      const isQuoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
      if (isQuoted && node.range[0] < this.error.start) start = node.range[0] + this.chunk.start;
    });
    const place = start === undefined ? this.line : { start, end: lineAt(this.text, start).end };
    this.reading.report("yaml/unclosed-quote", place, { quote: this.text.charAt(place.start) });
  }

  private unclosedBracket(): void {
    let start: number | undefined;
    visit(this.read.document, (_, node) => {
      if (!isCollection(node) || node.flow !== true || !node.range) return;
      if (node.range[0] < this.error.start) start = node.range[0] + this.chunk.start;
    });
    if (start === undefined) return this.unexplained();
    const bracket = this.text.charAt(start);
    this.reading.report("yaml/unclosed-bracket", { start, end: start + 1 }, { bracket });
  }

  private unexplained(): void {
    this.understood = false;
    const end = Math.min(Math.max(this.error.end + this.chunk.start, this.at + 1), this.line.end);
    const place = { start: Math.min(this.at, this.line.end), end: Math.max(end, this.at) };
    this.reading.report("yaml/syntax", place, { problem: this.error.message });
  }

  /** The text of the first line of the error, from its first character. */
  private firstLine(): Range {
    const text = this.text.slice(this.line.start, this.line.end);
    const start = this.line.start + text.length - text.trimStart().length;
    return { start, end: Math.max(this.line.end, start) };
  }

  /** The value behind the key on the line, without a comment. */
  private valueOfLine(): Range | undefined {
    const text = this.text.slice(this.line.start, this.line.end);
    const key = /^\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s:"'{[][^:]*?)\s*:[ \t]+(?=\S)/.exec(text);
    if (key === null) return undefined;
    const start = this.line.start + key[0].length;
    const comment = /\s#(?=[^"']*$)/.exec(text.slice(key[0].length));
    const end = comment === null ? this.line.end : start + comment.index;
    return { start, end: start + this.text.slice(start, end).trimEnd().length };
  }
}

/** The line that holds an offset, without its end and trailing space. */
function lineAt(text: string, offset: number): Range {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const newline = text.indexOf("\n", start);
  return {
    start,
    end: start + text.slice(start, newline === -1 ? undefined : newline).trimEnd().length,
  };
}
