import type { z } from 'zod';

/** Beginnings of JSON that are tried in one text, so that odd ones cannot cost quadratic time. */
const MAX_BEGINNINGS = 50;

/**
 * What a model answered, read by the schema; undefined where nothing in the answer fits. Small models
 * fence their JSON, say words around it, or think aloud first, so the last part that fits is taken.
 */
export function parseJsonAnswer<T>(text: string, schema: z.ZodType<T>): { readonly value: T } | undefined {
  for (const candidate of [text, ...findFenced(text).reverse(), ...findBracketed(text).reverse()]) {
    const parsed = schema.safeParse(parseJson(candidate));
    if (parsed.success) return { value: parsed.data };
  }
  return undefined;
}

/** What is no JSON is undefined, which is no JSON either. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What stands between Markdown's fences, without the word that names the language. */
function findFenced(text: string): string[] {
  return text.split('```').filter((_part, i) => i % 2 === 1).map((part) => part.replace(/^\w*\s/, ''));
}

/** Outermost `{…}` and `[…]`. */
function findBracketed(text: string): string[] {
  const found: string[] = [];
  let beginnings = 0;
  for (let start = 0; start < text.length && beginnings < MAX_BEGINNINGS; start++) {
    if (text[start] !== '{' && text[start] !== '[') continue;
    beginnings++;
    const end = findEnd(text, start);
    if (end === undefined) continue; // a bracket of prose
    found.push(text.slice(start, end));
    start = end - 1;
  }
  return found;
}

/** Where the bracket at `start` closes, past it; undefined where it does not. */
function findEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const character = text[i]!;
    if (quoted) {
      if (character === '\\') i++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return i + 1;
  }
  return undefined;
}
