import type { Theme } from './preferences.ts';

/**
 * Sets `data-theme` to light or dark, and follows the system where the agent chose so. Style sheets
 * ask only for the attribute.
 * @returns how to stop following.
 */
export function applyTheme(theme: Theme): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  };
  apply();
  if (theme !== 'system') return () => {};
  dark.addEventListener('change', apply);
  return () => { dark.removeEventListener('change', apply); };
}
