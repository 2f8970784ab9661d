import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps focus in the panel where the thing that had it goes away by being used, as a choice does when
 * it is taken: the text field is next. Leaving the panel by oneself is nobody's business.
 */
export function useFocusKept(panel: RefObject<HTMLElement | null>, field: RefObject<HTMLElement | null>): void {
  const focused = useRef<HTMLElement | null>(null);

  useEffect(() => {
    const element = panel.current;
    const enter = ({ target }: FocusEvent): void => { focused.current = target as HTMLElement; };
    const leave = ({ target }: FocusEvent): void => {
      // Browsers also report this of an element that is being removed, before it is gone: look again after.
      queueMicrotask(() => { if (focused.current === target && isUsable(focused.current)) focused.current = null; });
    };
    element?.addEventListener('focusin', enter);
    element?.addEventListener('focusout', leave);
    return () => {
      element?.removeEventListener('focusin', enter);
      element?.removeEventListener('focusout', leave);
    };
  }, []);

  useLayoutEffect(() => {
    if (focused.current && !isUsable(focused.current)) focusFirst(panel.current, field.current);
  });
}

/** A text field that takes focus on a phone brings its keyboard up, over what one came to read; there the panel takes it. */
export function focusFirst(panel: HTMLElement | null, field: HTMLElement | null): void {
  (matchMedia('(pointer: coarse)').matches ? panel : field)?.focus();
}

function isUsable(element: HTMLElement | null): boolean {
  return element !== null && element.isConnected && !element.matches(':disabled');
}
