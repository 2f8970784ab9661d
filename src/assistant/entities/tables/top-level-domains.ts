/** Endings by which a bare "name.ending" is taken for a host: those that exchanges, wallets and their imitators use. */
export const TOP_LEVEL_DOMAINS: ReadonlySet<string> = new Set([
  'com', 'net', 'org', 'io', 'app', 'xyz', 'info', 'biz', 'online', 'site', 'shop', 'top', 'vip', 'club', 'pro', 'cc', 'dev', 'ai', 'gg', 'exchange', 'trade', 'trading', 'finance', 'support',
  'help', 'money', 'cash', 'capital', 'fund', 'markets', 'market', 'tech', 'store', 'cloud', 'digital', 'network', 'global', 'world', 'group', 'ltd', 'company', 'website', 'space', 'fun', 'click',
  'link', 'live', 'life', 'today', 'win', 'bet', 'icu', 'buzz', 'mobi', 'asia', 'email', 'services', 'solutions', 'systems', 'center', 'academy', 'agency', 'bank', 'credit', 'ventures', 'example',
  'de', 'uk', 'fr', 'es', 'it', 'nl', 'pl', 'ru', 'ua', 'su', 'kz', 'by', 'cn', 'jp', 'kr', 'tw', 'hk', 'sg', 'vn', 'th', 'id', 'in', 'my', 'ph', 'br', 'mx', 'ar', 'cl', 'pe', 'co', 'us', 'ca', 'au', 'nz',
  'eu', 'ch', 'at', 'be', 'se', 'no', 'dk', 'fi', 'pt', 'cz', 'sk', 'hu', 'ro', 'bg', 'gr', 'tr', 'ir', 'il', 'ae', 'sa', 'eg', 'ng', 'za', 'ke', 'pk', 'bd', 'lk',
  'me', 'tv', 'to', 'so', 'sh', 'is', 'im', 'la', 'ly', 'ws', 'pw', 'tk', 'ml', 'ga', 'cf', 'gq', 'li', 'lu', 'st', 'vc', 'ag', 'ac', 'fm', 'am', 'lol', 'wtf', 'zone', 'one', 'run', 'page', 'blog', 'news', 'wiki',
]);

/**
 * Endings that begin a sentence as often: where the blank after a full stop is missing, "money.in" is
 * no host. They count with a path, a scheme or another label before them.
 */
export const WORD_ENDINGS: ReadonlySet<string> = new Set([
  'in', 'me', 'to', 'so', 'is', 'it', 'at', 'id', 'de', 'es', 'my', 'no', 'be', 'am', 'by', 'la', 'us', 'im', 'se', 'st', 'help', 'support', 'money', 'cash', 'today', 'live', 'life', 'one', 'link', 'win', 'bet', 'run', 'world',
  'click', 'trade', 'trading', 'exchange', 'market', 'markets', 'news', 'page', 'email', 'fund', 'network', 'global', 'group', 'company', 'website', 'app', 'bank', 'credit', 'center', 'th', 'ca', 'do', 'ar', 'tr', 'pro', 'top', 'fun', 'online', 'space', 'zone', 'ga', 'li', 'ma',
]);
