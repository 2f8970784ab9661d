import { useEffect, useRef, useState } from 'react';

const EVERY_MS = 400;

/** The value, followed at once after a rest and otherwise only so often, for what is costly to draw from it. */
export function useSeldom<T>(value: T): T {
  const [followed, setFollowed] = useState(value);
  const followedAt = useRef(0);
  useEffect(() => {
    const follow = (): void => {
      followedAt.current = performance.now();
      setFollowed(value);
    };
    const rest = followedAt.current + EVERY_MS - performance.now();
    const timer = setTimeout(follow, Math.max(0, rest));
    return () => { clearTimeout(timer); };
  }, [value]);
  return followed;
}
