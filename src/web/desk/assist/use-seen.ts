import { useEffect, useState, type RefObject } from 'react';

/** Whether an element has been on the screen: panes may be there and closed, and nobody pays for what nobody sees. */
export function useSeen(element: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new IntersectionObserver((entries) => { if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true); });
    observer.observe(current);
    return () => { observer.disconnect(); };
  }, [element]);
  return seen;
}
