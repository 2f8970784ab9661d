/** Colours that follow from an exchange's accent, readable whatever it is. All as `#rrggbb`. */
export interface AccentColors {
  /** Fill of buttons and of the contact's own messages. */
  readonly fill: string;
  /** Text upon the fill. */
  readonly onFill: string;
  /** The accent as text and icons upon the panel. */
  readonly ink: string;
}

type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [17, 20, 26];
/** WCAG 2.2, 1.4.3 for text, with a little to spare for rounding and tinted grounds. */
const TEXT_CONTRAST = 4.6;

/** @param ground the darkest (light theme) or lightest (dark theme) ground that accent text stands on. */
export function accentColors(accent: string, ground: string): AccentColors {
  const fill = parse(accent);
  const paper = parse(ground);
  const towards = luminance(paper) > 0.4 ? BLACK : WHITE;
  const onFill = contrast(fill, WHITE) >= TEXT_CONTRAST ? WHITE : contrast(fill, BLACK) >= TEXT_CONTRAST ? BLACK : undefined;
  // A middle tone on which neither reads well is darkened until white does.
  const readable = onFill ? fill : reach(fill, BLACK, (color) => contrast(color, WHITE));
  return {
    fill: format(readable),
    onFill: format(onFill ?? WHITE),
    ink: format(reach(fill, towards, (color) => contrast(color, paper))),
  };
}

/** The nearest mix of `from` towards `to` that has enough contrast; `to` itself where none has. */
function reach(from: Rgb, to: Rgb, contrastOf: (color: Rgb) => number): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const mixed = mix(from, to, share);
    if (contrastOf(mixed) >= TEXT_CONTRAST) return mixed;
  }
  return to;
}

/** Contrast ratio of WCAG 2.2, 1 to 21. */
export function contrastRatio(a: string, b: string): number {
  return contrast(parse(a), parse(b));
}

function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of WCAG 2.2. */
function luminance(color: Rgb): number {
  const [r, g, b] = color.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return from.map((channel, i) => Math.round(channel + ((to[i] ?? 0) - channel) * share)) as unknown as Rgb;
}

function parse(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function format(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
