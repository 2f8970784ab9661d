import { join } from 'node:path';
import express, { type Express } from 'express';
import type { Translate } from '../../assistant/phrases.ts';
import type { Redact } from '../../domain/secrets.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Clock, HelpVoteStore } from '../../ports.ts';
import type { ReadOrigin } from '../admission/client-address.ts';
import type { IsOwnOrigin } from '../http/own-origin.ts';
import { describeApi } from '../openapi.ts';
import { createHelpPages } from './help-pages.ts';
import type { ChangedAt } from './help-site.ts';
import { createVoteOnHelp } from './help-votes.ts';
import { mountHelp } from './mount-help.ts';

export interface PageOptions {
  /** Absolute path of the built front-ends. */
  readonly webDir: string;
  readonly knowledge: () => Knowledge;
  readonly translate: Translate;
  readonly publicUrl: string;
  readonly version: string;
  readonly redact: Redact;
  readonly changedAt: ChangedAt;
  readonly helpVotes: HelpVoteStore;
  readonly isOwnOrigin: IsOwnOrigin;
  readonly readOrigin: ReadOrigin;
  readonly clock: Clock;
}

/** Everything that a browser opens: the demo page, the widget, the desk, the editor and the help pages. */
export function mountPages(app: Express, options: PageOptions): void {
  const { webDir, version, publicUrl } = options;
  const api = describeApi(version, publicUrl);
  app.get('/api/openapi.json', (_request, response) => { response.json(api); });
  app.get('/', (_request, response) => { response.sendFile(join(webDir, 'demo/index.html')); });
  app.get(['/desk', '/desk/*path'], (_request, response) => { response.sendFile(join(webDir, 'desk/index.html')); });
  app.get(['/editor', '/editor/*path'], (_request, response) => { response.sendFile(join(webDir, 'editor/index.html')); });
  mountHelp(app, { pages: createHelpPages(options), voteOnHelp: createVoteOnHelp(options), isOwnOrigin: options.isOwnOrigin, publicUrl });
  // Files carry no hash in their names, so browsers ask each time whether theirs is still the same.
  app.use(express.static(webDir, { index: false, maxAge: 0, etag: true }));
}
