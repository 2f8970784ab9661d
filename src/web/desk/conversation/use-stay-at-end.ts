import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** How near the end counts as at the end, px. */
const NEAR_PX = 48;

/** Keeps a scroller at its end while it grows, unless its reader went up. */
export function useStayAtEnd(content: unknown) {
  const scroller = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
  const [atEnd, setAtEnd] = useState(true);

  useLayoutEffect(() => {
    if (pinned.current && scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [content]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = (): void => {
      pinned.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
      setAtEnd(pinned.current);
    };
    // The composer grows and shrinks, windows too, and so do messages that are translated or opened; all move the end.
    const observer = new ResizeObserver(() => {
      if (pinned.current) element.scrollTop = element.scrollHeight;
      onScroll();
    });
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, []);

  const toEnd = useCallback(() => { scroller.current?.scrollTo({ top: scroller.current.scrollHeight }); }, []);
  return { scroller, atEnd, toEnd };
}
