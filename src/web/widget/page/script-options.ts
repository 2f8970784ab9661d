const POSITIONS = ['end', 'start', 'left', 'right'] as const;

/** What an exchange says of the widget on its script tag. */
export interface ScriptOptions {
  /** Address of the desk without a slash at its end, from the script's own: its folder, since a proxy may serve the desk under a path. */
  readonly base: string;
  /** The wish for a language, most particular first. */
  readonly locale: string;
  /** A CSS colour as `#rrggbb`; undefined for ours. */
  readonly accent: string | undefined;
  /** Corner of the page: where lines end or start in the page's direction, or a fixed side. */
  readonly position: (typeof POSITIONS)[number];
  readonly theme: 'light' | 'dark' | 'auto';
}

export interface PageFacts {
  readonly scriptUrl: string;
  readonly dataset: Readonly<Record<string, string | undefined>>;
  /** `lang` of the page's root element; empty where it has none. */
  readonly pageLanguage: string;
  /** Languages of the browser, most wanted first. */
  readonly languages: readonly string[];
}

/** Reads the options. What cannot be used is passed over: a typing error must not cost an exchange its support. */
export function readScriptOptions({ scriptUrl, dataset, pageLanguage, languages }: PageFacts): ScriptOptions {
  const { locale, accent = '', position = '', theme = '' } = dataset;
  return {
    base: new URL('.', scriptUrl).href.replace(/\/$/, ''),
    locale: locale || pageLanguage || languages[0] || 'en',
    accent: parseColor(accent.trim()),
    position: POSITIONS.find((known) => known === position) ?? 'end',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  };
}

function parseColor(text: string): string | undefined {
  const [, digits] = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`.toLowerCase();
}
