/** How people say or disguise the dot of an address, folded. */
export const DOT_WORDS: ReadonlySet<string> = new Set(['dot', 'punkt', 'punto', 'ponto', 'point', 'nokta', 'cham', 'titik', 'точка', '点', '點', 'ドット', '점', '닷', 'จุด', 'نقطه', 'دوت', 'डॉट']);

/** Endings that are no word at the beginning of a sentence in a served language, where they are written small behind a dot. */
export const SPOKEN_ENDINGS: ReadonlySet<string> = new Set(['com', 'net', 'org', 'io', 'xyz', 'ru', 'cn', 'cc', 'app', 'info', 'biz', 'top', 'vip', 'site', 'online', 'example', 'ру', 'рф', 'ком']);
