import { CstParser, tokenMatcher } from "chevrotain";
import type { CstNode, IParserErrorMessageProvider, ParserMethod, Rule } from "chevrotain";
import * as t from "./tokens.js";

/** The only thing the wording needs from the library: which token it waited for, by name. */
const expectedTokenNames: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => "",
  buildNoViableAltMessage: () => "",
  buildEarlyExitMessage: () => "",
};

type CstRule = ParserMethod<[], CstNode>;

/**
 * LL(1), and flat: an expression is operands with operators between them. Precedence is applied when
 * the AST is built, which keeps the stack shallow and each operand at three rules.
 */
export class FormulaParser extends CstParser {
  constructor(options: { readonly validate?: boolean } = {}) {
    super(t.allTokens, {
      maxLookahead: 1,
      recoveryEnabled: false,
      nodeLocationTracking: "none",
      skipValidations: options.validate !== true,
      errorMessageProvider: expectedTokenNames,
    });
    this.performSelfAnalysis();
  }

  readonly formula: CstRule = this.RULE("formula", () => {
    this.SUBRULE(this.expression);
  });

  private readonly expression: CstRule = this.RULE("expression", () => {
    this.SUBRULE(this.operand);
    this.MANY(() => this.SUBRULE(this.tail));
    this.OPTION(() => this.SUBRULE(this.ternary));
  });

  private readonly tail: CstRule = this.RULE("tail", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.BinaryOperator);
          this.SUBRULE(this.operand);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Not);
          this.CONSUME(t.In);
          this.SUBRULE2(this.operand);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Is);
          this.OPTION(() => this.CONSUME2(t.Not));
          this.OR2([
            { ALT: () => this.CONSUME(t.Missing) },
            { ALT: () => this.CONSUME(t.Present) },
          ]);
        },
      },
    ]);
  });

  private readonly ternary: CstRule = this.RULE("ternary", () => {
    this.CONSUME(t.Question);
    this.SUBRULE(this.expression);
    this.CONSUME(t.Colon);
    this.SUBRULE2(this.expression);
  });

  private readonly operand: CstRule = this.RULE("operand", () => {
    this.MANY(() => this.CONSUME(t.PrefixOperator));
    this.OR([
      { ALT: () => this.CONSUME(t.Simple) },
      { ALT: () => this.SUBRULE(this.group) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.conditional) },
      { ALT: () => this.SUBRULE(this.choice) },
    ]);
    this.MANY2(() => this.SUBRULE(this.suffix));
  });

  private readonly group: CstRule = this.RULE("group", () => {
    this.CONSUME(t.OpenParen);
    this.SUBRULE(this.expression);
    this.CONSUME(t.CloseParen);
  });

  private readonly list: CstRule = this.RULE("list", () => {
    this.CONSUME(t.OpenBracket);
    this.OPTION(() => {
      this.SUBRULE(this.expression);
      this.MANY(() => {
        this.CONSUME(t.Comma);
        this.SUBRULE2(this.expression);
      });
    });
    this.CONSUME(t.CloseBracket);
  });

  private readonly suffix: CstRule = this.RULE("suffix", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Dot);
          this.CONSUME(t.Word);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.OpenBracket);
          this.SUBRULE(this.expression);
          this.CONSUME(t.CloseBracket);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.OpenParen);
          this.OPTION(() => {
            this.SUBRULE(this.argument);
            this.MANY(() => {
              this.CONSUME(t.Comma);
              this.SUBRULE2(this.argument);
            });
          });
          this.CONSUME(t.CloseParen);
        },
      },
    ]);
  });

  private readonly argument: CstRule = this.RULE("argument", () => {
    this.OPTION({
      GATE: () => this.LA(2).tokenType === t.Colon,
      DEF: () => {
        this.CONSUME(t.Word);
        this.CONSUME(t.Colon);
      },
    });
    this.SUBRULE(this.expression);
    this.MANY(() => this.SUBRULE(this.clause));
  });

  private readonly clause: CstRule = this.RULE("clause", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Where);
          this.SUBRULE(this.expression);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Within);
          this.SUBRULE2(this.expression);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.During);
          this.SUBRULE(this.interval);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Latest);
          this.SUBRULE3(this.expression);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Skip);
          this.CONSUME(t.Missing);
        },
      },
    ]);
  });

  private readonly interval: CstRule = this.RULE("interval", () => {
    this.CONSUME(t.IntervalOpen);
    this.SUBRULE(this.expression);
    this.CONSUME(t.Comma);
    this.SUBRULE2(this.expression);
    this.CONSUME(t.IntervalClose);
  });

  private readonly conditional: CstRule = this.RULE("conditional", () => {
    this.SUBRULE(this.branch);
    this.MANY({
      GATE: () => tokenMatcher(this.LA(2), t.If),
      DEF: () => {
        this.CONSUME(t.Else);
        this.SUBRULE2(this.branch);
      },
    });
    this.OPTION(() => {
      this.CONSUME2(t.Else);
      this.SUBRULE(this.expression);
    });
  });

  private readonly branch: CstRule = this.RULE("branch", () => {
    this.CONSUME(t.If);
    this.SUBRULE(this.expression);
    this.CONSUME(t.Then);
    this.SUBRULE2(this.expression);
  });

  private readonly choice: CstRule = this.RULE("choice", () => {
    this.CONSUME(t.Match);
    this.SUBRULE(this.expression);
    this.CONSUME(t.OpenBrace);
    this.OPTION(() => {
      this.SUBRULE(this.arm);
      this.MANY(() => {
        this.CONSUME(t.Comma);
        this.SUBRULE2(this.arm);
      });
    });
    this.CONSUME(t.CloseBrace);
  });

  private readonly arm: CstRule = this.RULE("arm", () => {
    this.SUBRULE(this.pattern);
    this.MANY(() => {
      this.CONSUME(t.Bar);
      this.SUBRULE2(this.pattern);
    });
    this.CONSUME(t.Arrow);
    this.SUBRULE(this.expression);
  });

  private readonly pattern: CstRule = this.RULE("pattern", () => {
    this.OPTION(() => this.CONSUME(t.CompareOperator));
    this.SUBRULE(this.expression);
  });

  /** The rules, for the generator of `formula-cst.ts`. */
  productions(): Record<string, Rule> {
    return this.getGAstProductions();
  }
}

let parser: FormulaParser | undefined;

/** One parser for the process: its analysis of the grammar costs more than thousands of formulas. */
export function formulaParser(): FormulaParser {
  parser ??= new FormulaParser();
  return parser;
}
