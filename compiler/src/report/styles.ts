/** Of every page: light and dark, on paper without links' colours. Verdicts differ in word, sign and colour. */
export const styles = `
:root { color-scheme: light dark; --ink: #1b1f24; --dim: #57606a; --paper: #ffffff; --line: #d0d7de;
  --soft: #f4f6f8; --proved: #0b6e77; --refuted: #b3261e; --unknown: #6639ba; --warn: #8a5300; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --dim: #9aa4b0; --paper: #14171b;
  --line: #343b44; --soft: #1d2228; --proved: #4fc3cf; --refuted: #ff8a80; --unknown: #c3a6ff; --warn: #f0b35b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
h3 { font-size: 1.1rem; margin: 0; font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
p { margin: .4rem 0; max-width: 46rem; }
a { color: inherit; text-underline-offset: .15em; }
code, pre { font: .9em/1.45 ui-monospace, monospace; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem;
  margin: .6rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.dim { color: var(--dim); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th { text-align: left; color: var(--dim); font-weight: 600; }
th, td { padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td code { overflow-wrap: anywhere; }
.totals { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; padding: 0; list-style: none; }
.totals li { border: 1px solid var(--line); border-radius: 8px; padding: .5rem .9rem; min-width: 8rem; }
.totals b { display: block; font-size: 1.5rem; line-height: 1.2; }
.verdict { font-weight: 600; white-space: nowrap; }
.verdict.proved { color: var(--proved); } .verdict.refuted { color: var(--refuted); }
.verdict.unknown { color: var(--unknown); } .open { color: var(--refuted); font-weight: 600; }
section.step { border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.1rem; margin: 1rem 0; }
section.step:target { border-color: var(--proved); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0; }
dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; }
svg { display: block; width: 100%; height: auto; margin: .6rem 0; }
svg text { font: 11px ui-monospace, monospace; fill: var(--ink); }
.bar { max-width: 640px; }
.bar .axis { stroke: var(--line); stroke-width: 1; }
.bar .declared { fill: none; stroke: var(--dim); stroke-width: 1.5; stroke-dasharray: 4 3; }
.bar .inside { fill: var(--proved); } .bar .outside { fill: var(--refuted); }
.bar .declared-end, .bar .note { fill: var(--dim); } .bar .missing { fill: var(--warn); }
.lineage .edge { fill: none; stroke: var(--dim); stroke-width: 1; }
.lineage rect { fill: var(--paper); stroke: var(--dim); }
.lineage .field rect, .lineage .events rect, .lineage .table rect, .lineage .moment rect { fill: var(--soft); }
.lineage .constant rect { stroke-dasharray: 4 3; }
.lineage .own rect { stroke: var(--proved); stroke-width: 2.5; }
.problems { border-left: 4px solid var(--refuted); background: var(--soft); padding: .5rem 1rem; }
@media print { body { font-size: 11pt; } section.step { break-inside: avoid; } }
`;
