import { shortcutKeys, type ShortcutId } from '../workspace/shortcuts.ts';

/** The key of a shortcut, as it is printed on the keyboard. */
export function Key({ of }: { of: ShortcutId }) {
  return <kbd className="key">{shortcutKeys(of)[0]}</kbd>;
}
