/** Makes a value once a key. Building an Intl formatter takes a hundred times as long as using it, and lists use them for every row. */
export function createKeeper<K, V>(make: (key: K) => V): (key: K) => V {
  const kept = new Map<K, V>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    kept.set(key, made);
    return made;
  };
}
