/** The country that the browser's languages name (ISO 3166), most wanted first; undefined where none does. Not guessed: half the world reads English. */
export function regionOf(languages: readonly string[]): string | undefined {
  for (const tag of languages) {
    try {
      const { region } = new Intl.Locale(tag);
      // Regions may also be parts of the world, as in es-419.
      if (region && /^[A-Z]{2}$/.test(region)) return region;
    } catch {
      // Some systems give what is no language tag, such as `C` or `en-US@posix`.
    }
  }
  return undefined;
}
