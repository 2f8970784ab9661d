/** The country that the browser's languages name (ISO 3166), most wanted first; nothing where none does. Not guessed: half the world reads English. */
export function regionOf(languages: readonly string[]): { readonly region?: string } {
  for (const tag of languages) {
    try {
      const { region } = new Intl.Locale(tag);
      // Regions may also be parts of the world, as in es-419.
      if (region && /^[A-Z]{2}$/.test(region)) return { region };
    } catch {
      // Some systems give what is no language tag, such as `C` or `en-US@posix`.
    }
  }
  return {};
}

/** The browser's time zone by its IANA name; nothing where it has none that the desk would take. */
export function timeZoneOf(zone = new Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined): { readonly timeZone?: string } {
  return zone && /^[\w+\-/]{1,64}$/.test(zone) ? { timeZone: zone } : {};
}
