import * as z from 'zod';
import { localeSchema, type Locale } from './locales.ts';
import { TEAMS } from './teams.ts';

/** Names that stand for what is known of the conversation, written `{{case.number}}` in a macro. */
export const MACRO_VARIABLES = ['case.number', 'agent.name', 'exchange.name', 'coin', 'network', 'amount', 'txid', 'address', 'order'] as const;
export type MacroVariable = (typeof MACRO_VARIABLES)[number];

const VARIABLE = /\{\{\s*([\w.-]+)\s*\}\}/g;

/** Names in a text that stand for nothing. */
export function unknownVariables(text: string): string[] {
  return [...text.matchAll(VARIABLE)].map((match) => match[1] ?? '').filter((name) => !(MACRO_VARIABLES as readonly string[]).includes(name));
}

/** Variables that still stand in a text, each once, in order: nobody may send it like this. */
export function openVariables(text: string): MacroVariable[] {
  return MACRO_VARIABLES.filter((name) => occurrences(text, name).length > 0)
    .sort((a, b) => (occurrences(text, a)[0]?.start ?? 0) - (occurrences(text, b)[0]?.start ?? 0));
}

/** Where a variable stands in a text, braces included; `end` excluded, in UTF-16 code units. */
export function occurrences(text: string, variable: MacroVariable): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(VARIABLE)].filter(([, name]) => name === variable).map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}

/** An agent's prepared reply, in as many languages as somebody wrote it. */
export const macroSchema = z.strictObject({
  id: z.uuid(),
  title: z.string().trim().min(1).max(100),
  /** Who finds it in their list; empty for everybody. */
  teams: z.array(z.enum(TEAMS)),
  texts: z.partialRecord(localeSchema, z.string().trim().min(1).max(4_000)
    .refine((text) => unknownVariables(text).length === 0, `expected no variables but ${MACRO_VARIABLES.map((name) => `{{${name}}}`).join(', ')}`))
    .refine((texts) => Object.keys(texts).length > 0, 'expected a text in at least one language'),
});
export type Macro = z.infer<typeof macroSchema>;

/** The macro's words for a contact: theirs where somebody wrote them, else English, else whatever there is. */
export function macroTextFor(macro: Macro, locale: Locale): { readonly locale: Locale; readonly text: string } {
  const [first] = Object.keys(macro.texts) as Locale[];
  const found = [locale, 'en' as const, first ?? 'en'].find((one) => macro.texts[one] !== undefined) ?? 'en';
  return { locale: found, text: macro.texts[found] ?? '' };
}

/** The words with what is known put in; what is not known stays as its name, for the agent to see. */
export function fillMacro(text: string, values: Readonly<Partial<Record<MacroVariable, string>>>): string {
  return text.replace(VARIABLE, (whole, name: string) => values[name as MacroVariable] ?? whole);
}
