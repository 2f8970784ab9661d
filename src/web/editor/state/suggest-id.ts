const LONGEST = 60;

/** An id for an article: its category and the words of its title, joined by hyphens. */
export function suggestId(category: string, title: string): string {
  const words = title.normalize('NFKD').toLowerCase().replace(/[\u0300-\u036f'’]/g, '').split(/[^a-z0-9]+/).filter((word) => word !== '');
  const joined = (words[0] === category ? words : [category, ...words]).join('-');
  return joined.length <= LONGEST ? joined : joined.slice(0, LONGEST + 1).replace(/-[^-]*$/, '');
}
