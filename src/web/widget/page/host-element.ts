import styles from '../widget.css';
import { accentColors } from './accent.ts';
import type { ScriptOptions } from './script-options.ts';

/** Our accent where the exchange names none. */
const OWN_ACCENT = '#0f766e';
/** The ground that accent text stands on, per theme; `--ground` of the style sheet. */
const GROUNDS = { light: '#f3f5f6', dark: '#23262d' } as const;

export interface Host {
  /** Where the widget is drawn. */
  readonly root: HTMLElement;
  speak(locale: string, direction: 'ltr' | 'rtl'): void;
  /** Adds a style sheet to the widget's own. */
  adopt(styles: string): void;
}

/**
 * The widget's element on the exchange's page. Its styles live in the shadow tree; the page's rules
 * cannot reach in, and what they say of the element itself is overruled.
 */
export function createHost({ accent = OWN_ACCENT, position, theme }: ScriptOptions): Host {
  const element = document.createElement('vigil-widget');
  element.style.setProperty('all', 'initial', 'important');
  const shadow = element.attachShadow({ mode: 'open' });
  const adopt = (text: string): void => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  };
  adopt(styles);
  const root = document.createElement('div');
  root.className = 'root';
  shadow.append(root);
  // The page sees events of this tree as its own element's: its shortcuts must not take the contact's typing for theirs.
  for (const type of ['keydown', 'keyup', 'keypress']) root.addEventListener(type, (event) => { event.stopPropagation(); });
  document.body.append(element);

  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const paint = (): void => {
    const shown = theme === 'auto' ? (prefersDark.matches ? 'dark' : 'light') : theme;
    const { fill, onFill, ink } = accentColors(accent, GROUNDS[shown]);
    root.dataset.theme = shown;
    root.style.setProperty('--accent', fill);
    root.style.setProperty('--on-accent', onFill);
    root.style.setProperty('--accent-ink', ink);
  };
  paint();
  prefersDark.addEventListener('change', paint);

  return {
    root, adopt,
    speak(locale, direction) {
      root.lang = locale;
      root.dir = direction;
      root.dataset.side = sideOf(position, direction);
    },
  };
}

function sideOf(position: ScriptOptions['position'], direction: 'ltr' | 'rtl'): 'left' | 'right' {
  if (position === 'left' || position === 'right') return position;
  return (position === 'end') === (direction === 'ltr') ? 'right' : 'left';
}
