/**
 * The address of a link that a message may carry: http(s), mailto, or a path of the desk's own site.
 * Undefined for everything else (`javascript:`, `data:`, `//elsewhere`), which stays text.
 */
export function safeHref(href: string): string | undefined {
  // Browsers drop control characters inside a scheme: `java\nscript:` would run.
  if (/[\u0000-\u0020\u007f\\]/.test(href)) return undefined;
  if (/^\/(?!\/)/.test(href)) return href;
  if (/^mailto:[^:]+$/i.test(href)) return href;
  return /^https?:\/\/[^/]/i.test(href) && URL.canParse(href) ? href : undefined;
}
