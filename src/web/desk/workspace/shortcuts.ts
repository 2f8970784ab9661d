/** Every key of the desk: one row each, in the order of the list that `?` shows. The phrase is `shortcuts.<id>`. */
const SHORTCUTS = {
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  open: ['Enter'],
  takeNext: ['g'],
  select: ['x'],
  selectNext: ['J'],
  selectPrevious: ['K'],
  claim: ['c'],
  reply: ['r'],
  note: ['n'],
  suggest: ['s'],
  transfer: ['t', 'a'],
  snooze: ['z'],
  thread: ['i'],
  resolve: ['e'],
  queue: ['1'],
  mine: ['2'],
  snoozed: ['3'],
  calls: ['4'],
  all: ['5'],
  resolved: ['6'],
  details: ['d'],
  leave: ['Escape'],
  palette: ['Mod+k'],
  help: ['?'],
} as const;

export type ShortcutId = keyof typeof SHORTCUTS;
export const SHORTCUT_IDS = Object.keys(SHORTCUTS) as ShortcutId[];

/** Those that lead elsewhere, and those of the whole desk; all others are about the list or the open conversation. */
export const GOING: readonly ShortcutId[] = ['queue', 'mine', 'snoozed', 'calls', 'all', 'resolved'];
export const GENERAL: readonly ShortcutId[] = ['takeNext', 'details', 'palette', 'help'];
export const IN_LIST: readonly ShortcutId[] = ['next', 'previous', 'open', 'select', 'selectNext', 'selectPrevious', 'leave'];

/** Keys of a shortcut as printed on the keyboard, and those that are pressed together joined by `+`. */
export function shortcutKeys(id: ShortcutId): string[] {
  return SHORTCUTS[id].map((key) => PRINTED[key] ?? (/^[A-Z]$/.test(key) ? `Shift+${key}` : key));
}

const PRINTED: Readonly<Record<string, string>> = { 'ArrowDown': '↓', 'ArrowUp': '↑', 'Escape': 'Esc', 'Mod+k': `${modifierKey()}+K` };

/** The key that makes a command of a letter, as this machine's keyboard has it. */
export function modifierKey(): string {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
}

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
  if (press.altKey || press.isComposing || place === 'overlay') return null;
  const pressed = press.ctrlKey || press.metaKey ? `Mod+${press.key.toLowerCase()}` : press.key;
  const id = SHORTCUT_IDS.find((candidate) => (SHORTCUTS[candidate] as readonly string[]).includes(pressed)) ?? null;
  if (place === 'text') return id === 'leave' || id === 'palette' ? id : null;
  if (press.key === 'Enter' || (place === 'page' && press.key.startsWith('Arrow'))) return null;
  return id;
}
