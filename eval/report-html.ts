import { html, Html } from '../src/server/pages/html.ts';
import { FIGURE_NAMES, findFailures, shareOf, wilsonInterval, type Figure, type FigureName, type Figures, type Judged } from './metrics.ts';
import type { ExplainedPrediction } from './predict-cases.ts';
import type { PlayedScript } from './measure-conversations.ts';
import type { Summary } from './summary.ts';

export interface ReportInput {
  readonly name: string;
  readonly summary: Summary;
  readonly judged: readonly (Judged & { readonly predicted: ExplainedPrediction })[];
  readonly broken: readonly string[];
  readonly changes: readonly { readonly name: FigureName; readonly before: number; readonly now: number }[];
  readonly scripts: readonly PlayedScript[];
  /** One line a figure. */
  readonly secrets: readonly string[];
}

const STYLE = `
:root{color-scheme:light dark;--line:light-dark(#e1e4e9,#2d323b);--soft:light-dark(#596070,#a1a8b5);--ground:light-dark(#fff,#14161a);--accent:light-dark(#0f766e,#5fd0c3);--bad:light-dark(#b42318,#ff9d92)}
body{font:14px/1.5 system-ui,sans-serif;margin:32px auto;max-width:1100px;padding:0 24px;background:var(--ground);font-variant-numeric:tabular-nums}
h1{font-size:24px}h2{font-size:18px;margin-top:40px}table{border-collapse:collapse;width:100%}th,td{padding:5px 8px;text-align:end;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600;color:var(--soft);font-size:12px}th:first-child,td:first-child,.words td,.words th{text-align:start}.bad{color:var(--bad)}.soft{color:var(--soft)}
.scroll{overflow-x:auto}svg{display:block;max-width:100%}svg text{fill:currentColor;font-size:12px}details{border-bottom:1px solid var(--line);padding:6px 0}summary{cursor:pointer}ul{margin:4px 0}`;

/** One page that reads without anything else: figures with intervals, a plot a language, and every failure with its reasons. */
export function renderReport({ name, summary, judged, broken, changes, scripts, secrets }: ReportInput): string {
  const failures = judged.flatMap((one) => {
    const failed = findFailures(one);
    return failed.length === 0 ? [] : [{ ...one, failed }];
  });
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Evaluation ${name}</title><style>${new Html(STYLE)}</style></head><body>
<h1>Evaluation: ${name}</h1>
<p class="soft">${summary.cases} first messages; intervals are Wilson’s at 95 %. MRR ${summary.mrr.toFixed(3)}, median ${summary.medianMs.toFixed(1)} ms a prediction.</p>
${broken.length === 0 ? html`<p>Every floor of thresholds.yaml holds.</p>` : html`<h2 class="bad">Broken floors</h2><ul>${broken.map((line) => html`<li>${line}</li>`)}</ul>`}
${changes.length === 0 ? html`` : html`<h2>Against the baseline</h2><ul>${changes.map((one) => html`<li>${one.name}: ${percent(one.before)} → ${percent(one.now)}</li>`)}</ul>`}
<h2>All cases</h2>${figureTable({ all: summary.overall }, true)}
<h2>By language</h2>${plot('top1', summary.byLocale)}<div class="scroll">${figureTable(summary.byLocale, true)}</div>
<h2>By category</h2><div class="scroll">${figureTable(summary.byCategory, true)}</div>
<h2>Most frequent confusions</h2><table class="words"><tr><th>expected</th><th>found first</th><th>times</th></tr>${summary.confusions.map((one) => html`<tr><td>${one.expected}</td><td>${one.predicted}</td><td>${one.count}</td></tr>`)}</table>
${scripts.length === 0 ? html`` : html`<h2>Conversations of several turns</h2><ul>${scripts.map(({ name: script, shows, wrong }) => html`<li class="${wrong.length === 0 ? '' : 'bad'}">${script}: ${shows}${wrong.map((what) => html`<br>${what}`)}</li>`)}</ul>`}
${secrets.length === 0 ? html`` : html`<h2>Secrets</h2><ul>${secrets.map((line) => html`<li>${line}</li>`)}</ul>`}
<h2>Failures (${failures.length})</h2>${failures.map(showFailure)}
</body></html>`.text;
}

function figureTable(rows: Readonly<Record<string, Figures>>, withIntervals = false): Html {
  return html`<table><tr><th></th>${FIGURE_NAMES.map((name) => html`<th>${name.replace('_', ' ')}</th>`)}</tr>${
    Object.entries(rows).map(([key, figures]) => html`<tr><td>${key}</td>${FIGURE_NAMES.map((name) => showFigure(figures[name], withIntervals))}</tr>`)}</table>`;
}

function showFigure(figure: Figure, withInterval: boolean): Html {
  const share = shareOf(figure);
  if (share === null) return html`<td class="soft">–</td>`;
  const [low, high] = wilsonInterval(figure);
  return withInterval
    ? html`<td>${percent(share)}<br><span class="soft">${percent(low)}–${percent(high)}<br>of ${figure.of}</span></td>`
    : html`<td>${percent(share)}</td>`;
}

const ROW = 22;
const LEFT = 80;
const WIDTH = 620;

/** A dot with its interval for each row, on an axis from 0 to 100 %. */
function plot(name: FigureName, rows: Readonly<Record<string, Figures>>): Html {
  const entries = Object.entries(rows).filter(([, figures]) => figures[name].of > 0);
  const x = (share: number): string => (LEFT + share * (WIDTH - LEFT - 20)).toFixed(1);
  const height = entries.length * ROW + 28;
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" role="img" aria-label="${name} by language, share with 95 % interval; the table below has the numbers">
${[0, 0.25, 0.5, 0.75, 1].map((share) => html`<line x1="${x(share)}" x2="${x(share)}" y1="0" y2="${height - 22}" stroke="var(--line)"/><text x="${x(share)}" y="${height - 6}" text-anchor="middle">${share * 100} %</text>`)}
${entries.map(([key, figures], row) => {
    const [low, high] = wilsonInterval(figures[name]);
    const y = row * ROW + 11;
    return html`<text x="0" y="${y + 4}">${key}</text><line x1="${x(low)}" x2="${x(high)}" y1="${y}" y2="${y}" stroke="var(--soft)" stroke-width="2"/><circle cx="${x(shareOf(figures[name]) ?? 0)}" cy="${y}" r="5" fill="var(--accent)"/>`;
  })}</svg><p class="soft">${name}: share of cases by language</p>`;
}

function showFailure({ expected, predicted, failed }: Judged & { predicted: ExplainedPrediction; failed: readonly string[] }): Html {
  return html`<details><summary><b>${expected.id}</b> <span class="bad">${failed.join(', ')}</span> <span dir="auto">${expected.text}</span></summary><table class="words">
<tr><th></th><th>expected</th><th>predicted</th></tr>
<tr><td>language</td><td>${expected.locale ?? '–'}</td><td>${predicted.locale}</td></tr>
<tr><td>intent</td><td>${expected.intent}</td><td>${predicted.intent}</td></tr>
<tr><td>urgency</td><td>${expected.urgency}</td><td>${predicted.urgency}</td></tr>
<tr><td>action</td><td>${expected.action}</td><td>${predicted.action}</td></tr>
<tr><td>articles</td><td>${expected.articles.join(', ')}</td><td>${predicted.articles.map(({ id, score }) => `${id} ${score.toFixed(2)}`).join(', ')}</td></tr>
<tr><td>because</td><td></td><td>${predicted.reasons.join('; ')}</td></tr></table></details>`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
