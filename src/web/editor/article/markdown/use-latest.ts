import { useLayoutEffect, useRef, type RefObject } from 'react';

/** The values of the last rendering, for what outlives one: listeners that are set up once. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => { latest.current = value; });
  return latest;
}
