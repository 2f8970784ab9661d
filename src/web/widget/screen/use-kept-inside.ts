import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** On a screen this narrow or low the panel covers the page (also in widget.css). */
const FULL_SCREEN = '(max-width: 479.98px), (max-height: 479.98px)';

/**
 * Whether the panel covers the page. While it does, Tab stays inside it and it keeps clear of the
 * on-screen keyboard, which fixed elements otherwise disappear behind.
 */
export function useKeptInside(panel: RefObject<HTMLElement | null>): boolean {
  const [covers, setCovers] = useState(() => matchMedia(FULL_SCREEN).matches);

  useEffect(() => {
    const query = matchMedia(FULL_SCREEN);
    const read = (): void => { setCovers(query.matches); };
    query.addEventListener('change', read);
    return () => { query.removeEventListener('change', read); };
  }, []);

  useEffect(() => {
    const element = panel.current;
    if (!covers || !element) return undefined;
    const onTab = (event: KeyboardEvent): void => { if (event.key === 'Tab') keepInside(element, event); };
    const viewport = window.visualViewport;
    const fit = (): void => {
      element.style.height = `${viewport?.height ?? window.innerHeight}px`;
      element.style.top = `${viewport?.offsetTop ?? 0}px`;
    };
    fit();
    element.addEventListener('keydown', onTab);
    viewport?.addEventListener('resize', fit);
    viewport?.addEventListener('scroll', fit);
    return () => {
      element.style.height = element.style.top = '';
      element.removeEventListener('keydown', onTab);
      viewport?.removeEventListener('resize', fit);
      viewport?.removeEventListener('scroll', fit);
    };
  }, [covers]);
  return covers;
}

function keepInside(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = [...panel.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), textarea, input, [tabindex="0"]')];
  const [first, last] = [stops[0], stops.at(-1)];
  const focused = (panel.getRootNode() as ShadowRoot).activeElement;
  if (event.shiftKey && (focused === first || focused === panel)) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && focused === last) {
    event.preventDefault();
    first?.focus();
  }
}
