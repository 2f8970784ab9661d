/** The first that matches is it: a browser that is built on another names both. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?(?:iOS)?\/(\d+)/, 'Edge'], [/\bOPR\/(\d+)/, 'Opera'], [/\bSamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'], [/\b(?:Chrome|CriOS)\/(\d+)/, 'Chrome'], [/\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'], [/\biPad\b/, 'iPad'], [/\bAndroid\b/, 'Android'], [/\bWindows NT\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'], [/\bMac OS X\b/, 'macOS'], [/\bLinux\b/, 'Linux'],
];

/**
 * A browser and its system in a few words, for somebody who looks through their sessions: `Firefox 140 · macOS`.
 * Only words of these tables come out, whatever goes in. Empty where nothing is known.
 */
export function describeDevice(userAgent: string | undefined): string {
  const given = (userAgent ?? '').slice(0, 500);
  const browser = BROWSERS.flatMap(([pattern, name]) => { const found = pattern.exec(given); return found ? [`${name} ${(found[1] ?? '').slice(0, 4)}`] : []; })[0];
  const system = SYSTEMS.find(([pattern]) => pattern.test(given))?.[1];
  return [browser, system].filter((part) => part !== undefined).join(' · ');
}
