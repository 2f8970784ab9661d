import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

/** The first lines of a text, and a button for the rest where there is a rest. How many lines is in styles/case.css. */
export function Clamped({ children }: { children: ReactNode }) {
  const { t } = usePreferences();
  const [isOpen, setOpen] = useState(false);
  const [overflows, setOverflows] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = text;
    // Once open nothing is cut off any more; it must still be possible to close it.
    if (!current || isOpen) return;
    const measure = (): void => { setOverflows(current.scrollHeight > current.clientHeight + 1); };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => { observer.disconnect(); };
  }, [isOpen, children]);
  return (
    <>
      <div className="clamped" data-open={isOpen} ref={text}>{children}</div>
      {overflows && (
        <button type="button" className="text-button" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>
          {t(isOpen ? 'case.less' : 'case.more')}
        </button>
      )}
    </>
  );
}
