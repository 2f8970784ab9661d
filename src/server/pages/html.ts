import { coverOverrides } from '../../domain/cover-overrides.ts';

/** HTML that is safe to put into a page as it is. Made by `html` only. */
export class Html {
  readonly text: string;
  constructor(text: string) { this.text = text; }
}

type Value = Html | string | number | undefined | readonly (Html | string)[];

/** Tagged template: every value is escaped, unless it is Html itself. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(strings.reduce((page, text, index) => page + render(values[index - 1]) + text));
}

function render(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return escapeHtml(value);
  return typeof value === 'number' ? String(value) : value.map(render).join('');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return coverOverrides(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
