/** Every key of the desk: one row each, in the order of the list that `?` shows. The phrase is `shortcuts.<id>`. */
const SHORTCUTS = {
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  open: ['Enter'],
  claim: ['c'],
  reply: ['r'],
  note: ['n'],
  suggest: ['s'],
  assign: ['a'],
  resolve: ['e'],
  queue: ['1'],
  mine: ['2'],
  all: ['3'],
  resolved: ['4'],
  details: ['d'],
  leave: ['Escape'],
  help: ['?'],
} as const;

export type ShortcutId = keyof typeof SHORTCUTS;
export const SHORTCUT_IDS = Object.keys(SHORTCUTS) as ShortcutId[];

/** Keys of a shortcut as printed on the keyboard. */
export function shortcutKeys(id: ShortcutId): string[] {
  return SHORTCUTS[id].map((key) => PRINTED[key] ?? key);
}

const PRINTED: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/** Where the key was pressed: `text` fields keep their keys, and so do open menus and dialogs. */
export type KeyPlace = 'page' | 'list' | 'text' | 'overlay';

/** What a key means there, or null where it means nothing to the desk. Enter and the arrows belong to the list only. */
export function shortcutFor(press: KeyPress, place: KeyPlace): ShortcutId | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing || place === 'overlay') return null;
  const id = SHORTCUT_IDS.find((candidate) => (SHORTCUTS[candidate] as readonly string[]).includes(press.key)) ?? null;
  if (place === 'text') return id === 'leave' ? id : null;
  if (press.key === 'Enter' || (place === 'page' && press.key.startsWith('Arrow'))) return null;
  return id;
}
