import type { Locale } from '../../../../domain/locales.ts';
import { LOCALE_TAGS } from '../../../../domain/locales.ts';
import { MACRO_VARIABLES, unknownVariables, type Macro, type MacroVariable } from '../../../../domain/macro.ts';

/** A macro as it is being written: a language may have no text yet. */
export type MacroDraft = Omit<Macro, 'id'>;
export type MacroDrafts = Readonly<Record<string, MacroDraft>>;

/** As the server takes them. */
export const MOST_TITLE = 100;
export const MOST_TEXT = 4_000;

export type MacroObstacle =
  | { readonly kind: 'title' | 'no-text' }
  | { readonly kind: 'empty' | 'too-long'; readonly locale: Locale }
  | { readonly kind: 'variable'; readonly locale: Locale; readonly name: string };

/** The first thing for which the server would refuse it. */
export function findMacroObstacle({ title, texts }: MacroDraft): MacroObstacle | null {
  if (title.trim() === '') return { kind: 'title' };
  const locales = localesOf(texts);
  if (locales.length === 0) return { kind: 'no-text' };
  for (const locale of locales) {
    const text = (texts[locale] ?? '').trim();
    if (text === '') return { kind: 'empty', locale };
    if (text.length > MOST_TEXT) return { kind: 'too-long', locale };
    const [name] = unknownVariables(text);
    if (name !== undefined) return { kind: 'variable', locale, name };
  }
  return null;
}

/** Languages of a macro in the order of the house. */
export function localesOf(texts: MacroDraft['texts']): Locale[] {
  return LOCALE_TAGS.filter((locale) => texts[locale] !== undefined);
}

export function sameMacro(a: MacroDraft, b: MacroDraft): boolean {
  const facts = ({ title, teams, texts }: MacroDraft): unknown => [title, teams, localesOf(texts).map((locale) => [locale, texts[locale]])];
  return JSON.stringify(facts(a)) === JSON.stringify(facts(b));
}

/** What stands for each variable in a preview; codes that nobody takes for somebody's. */
export const SAMPLE_VALUES: Readonly<Record<MacroVariable, string>> = {
  'case.number': 'V-7K2M4Q', 'agent.name': 'Ana', 'exchange.name': 'Example Exchange', coin: 'USDT', network: 'TRC20', amount: '250',
  txid: '4e3f…a91c', address: 'TQ5n…8xLw', order: '20260318-0042',
};
export { MACRO_VARIABLES };

/** The text with a variable at a place, and where the cursor is then. */
export function insertVariable(text: string, name: MacroVariable, start: number, end: number): { readonly text: string; readonly cursor: number } {
  const inserted = `{{${name}}}`;
  return { text: text.slice(0, start) + inserted + text.slice(end), cursor: start + inserted.length };
}
