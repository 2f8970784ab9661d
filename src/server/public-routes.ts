import type { LocaleFiles } from '../assistant/phrases.ts';
import { DEFAULT_LOCALE, LOCALES, nearestLocale, type Locale } from '../domain/locales.ts';
import type { Redact } from '../domain/secrets.ts';
import { findTranslation } from '../knowledge/find-translation.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { MountRoute } from './http/mount-route.ts';
import { searchHelp } from './pages/search-help.ts';

/** What the widget offers before the first message: asked most on every exchange, until the desk knows better. */
const SUGGESTED = ['deposit-not-arrived', 'withdrawal-pending', 'account-login-problems', 'identity-review-time'];

export function mountPublicRoutes(mount: MountRoute, { knowledge, phrases, redact }: {
  knowledge: () => Knowledge;
  phrases: LocaleFiles;
  redact: Redact;
}): void {
  mount('getWidgetConfig', ({ query }) => {
    const { base } = knowledge();
    const locale = nearestLocale([query.locale ?? DEFAULT_LOCALE]);
    return {
      locale,
      direction: LOCALES[locale].direction,
      exchangeName: base.exchange['name'] ?? '',
      suggestions: SUGGESTED.flatMap((articleId) => {
        const translation = findTranslation(base, articleId, locale);
        return translation ? [{ articleId, title: translation.title }] : [];
      }),
      phrases: { ...flatten(phrases[DEFAULT_LOCALE]?.['widget']), ...flatten(phrases[locale]?.['widget']) },
    };
  });

  mount('searchHelp', async ({ query }) => {
    const locale: Locale = nearestLocale([query.locale ?? DEFAULT_LOCALE]);
    return { results: await searchHelp(knowledge(), redact(query.q).text, locale) };
  });
}

/** `{a: {b: 'x'}}` as `{'a.b': 'x'}`, as i18next names its keys. */
function flatten(tree: unknown, prefix = ''): Record<string, string> {
  if (typeof tree !== 'object' || tree === null) return {};
  return Object.assign({}, ...Object.entries(tree).map(([key, value]: [string, unknown]) =>
    (typeof value === 'string' ? { [prefix + key]: value } : flatten(value, `${prefix}${key}.`)))) as Record<string, string>;
}
