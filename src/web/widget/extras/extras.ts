import { createContactApi } from '../connection/contact-api.ts';
import type { Link } from '../connection/link.ts';
import { createPollLink, type PollLinkOptions } from '../connection/poll-link.ts';
import { Attach } from './attach.tsx';
import { Busy } from './busy.tsx';
import { Earlier } from './earlier.tsx';
import { Ending } from './ending.tsx';
import styles from './extras.css';
import { FileView } from './file-view.tsx';
import { Menu } from './menu.tsx';
import { Reach } from './reach.tsx';
import { Tray } from './tray.tsx';

const PARTS = { Attach, Busy, Earlier, Ending, FileView, Menu, Reach, Tray };

/** Parts of the screen that come later. */
export type ExtraParts = typeof PARTS;

export interface Extras {
  readonly parts: ExtraParts;
  /** Belongs beside the widget's own style sheet. */
  readonly styles: string;
  readonly openPollLink: (base: string, options: Pick<PollLinkOptions, 'position' | 'listener'>) => Link;
}

/** What most contacts never need: built as a script of its own. */
export function createExtras(): Extras {
  return { parts: PARTS, styles, openPollLink: (base, options) => createPollLink({ api: createContactApi(base), ...options }) };
}
