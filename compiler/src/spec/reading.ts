import type { Located, SourceFile, Span } from "../base/source.js";
import { spanOf } from "../base/source.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { DiagnosticCode, DiagnosticContext, ParamsOf } from "../diagnostics/registry.js";

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The file that is being read, and what is found wrong with it. */
export class Reading {
  constructor(
    readonly file: SourceFile,
    readonly collector: DiagnosticCollector,
  ) {}

  span(place: Place): Span {
    return spanOf(this.file, place.start, place.end);
  }

  located<T>(value: T, place: Place): Located<T> {
    return { value, span: this.span(place) };
  }

  report<Code extends DiagnosticCode>(
    code: Code,
    place: Place,
    params: ParamsOf<Code>,
    context?: DiagnosticContext,
  ): void {
    this.collector.report(code, this.span(place), params, context);
  }
}
