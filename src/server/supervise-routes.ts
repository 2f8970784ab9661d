import type { Response } from 'express';
import { once } from 'node:events';
import { BOM, CONVERSATION_HEAD, conversationRow, csvFileName, reportRows, toCsv } from '../desk/report-csv.ts';
import type { Reports } from '../desk/report.ts';
import type { createDrawSample } from '../desk/review.ts';
import type { ReportReviews } from '../desk/review-report.ts';
import type { Wallboard } from '../desk/wallboard.ts';
import type { DeskSettingsStore } from '../ports.ts';
import type { MountRoute } from './http/mount-route.ts';

export function mountSuperviseRoutes(mount: MountRoute, { wallboard, reports, drawSample, reportReviews, deskSettings }: {
  wallboard: Wallboard;
  reports: Reports;
  drawSample: ReturnType<typeof createDrawSample>;
  reportReviews: ReportReviews;
  deskSettings: Pick<DeskSettingsStore, 'current'>;
}): void {
  mount('getWallboard', ({ query }) => wallboard.read(query.since));
  mount('listWatched', async ({ query }) => ({ conversations: await wallboard.list(query) }));
  mount('getReport', ({ query }) => reports.report(query));
  mount('getRubric', () => ({ rubric: deskSettings.current().settings.rubric }));
  mount('getReviewReport', ({ query }) => reportReviews(query));

  mount('sampleConversations', async ({ agent, query }) => {
    const { conversations, among } = await drawSample(agent, query);
    return { conversations: [...conversations], among };
  });

  mount('downloadReport', async ({ query: { table, ...query } }, { response }) => {
    const rows = table === 'conversations' ? undefined : reportRows(await reports.report(query), table);
    response.type('text/csv; charset=utf-8');
    response.attachment(csvFileName(query, table));
    response.set('Cache-Control', 'private, no-store');
    if (rows) {
      response.send(BOM + toCsv(rows));
      return;
    }
    response.write(BOM + toCsv([CONVERSATION_HEAD]));
    for await (const page of reports.pages(query)) {
      if (!await writeOut(response, toCsv(page.map(conversationRow)))) return;
    }
    response.end();
  });
}

/** Waits for slow readers, so that a year of conversations is never held in memory; false where the reader left. */
async function writeOut(response: Response, text: string): Promise<boolean> {
  if (response.destroyed) return false;
  if (!response.write(text)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  return !response.destroyed;
}
