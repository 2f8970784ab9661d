import { setImmediate } from 'node:timers/promises';
import { splitPeriod, type Period } from '../domain/period.ts';
import type { Stretch } from '../domain/stretch.ts';
import type { Report, ReportQuery } from '../protocol/reports.ts';
import type { StretchStore } from '../ports.ts';
import { AGAIN_MS, createReportAggregator, matches } from './report-aggregate.ts';

/** Small enough that nobody's message waits for a page to be read. */
const PAGE = 500;

export interface Reports {
  /** Conversations that began in a period, counted. Whoever asks for the same at once waits for the same. */
  report(query: ReportQuery): Promise<Report>;
  /** The same conversations one by one, in order of when they began, a page at a time. */
  pages(query: ReportQuery): AsyncIterable<readonly Stretch[]>;
}

export function createReports({ stretches }: { stretches: Pick<StretchStore, 'read'> }): Reports {
  const running = new Map<string, Promise<Report>>();

  async function build({ from, to, timeZone, step, ...filter }: ReportQuery): Promise<Report> {
    const period = splitPeriod({ from, to, timeZone, step });
    const aggregator = createReportAggregator(period, filter);
    for await (const page of readPages(stretches, { from: period.from, to: period.to + AGAIN_MS })) {
      for (const stretch of page) aggregator.add(stretch);
    }
    return aggregator.result();
  }

  return {
    report(query) {
      const key = JSON.stringify(query);
      const known = running.get(key) ?? build(query).finally(() => { running.delete(key); });
      running.set(key, known);
      return known;
    },
    async* pages({ from, to, timeZone, step, ...filter }) {
      for await (const page of readPages(stretches, splitPeriod({ from, to, timeZone, step }))) {
        yield page.filter((stretch) => matches(stretch, filter));
      }
    },
  };
}

async function* readPages(stretches: Pick<StretchStore, 'read'>, { from, to }: Pick<Period, 'from' | 'to'>): AsyncIterable<readonly Stretch[]> {
  let last: Stretch | undefined;
  for (;;) {
    const page = await stretches.read({ from, to }, last, PAGE);
    yield page;
    last = page.at(-1);
    if (page.length < PAGE) return;
    // The database answers within this process: without this, a long report would hold up everybody.
    await setImmediate();
  }
}
