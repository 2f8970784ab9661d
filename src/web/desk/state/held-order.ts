/**
 * What a list shows while the pointer is over it. New rows and a new order wait; rows that belong
 * elsewhere by now keep their place, so that nothing moves between aiming and clicking.
 */
export interface HeldOrder {
  readonly shown: readonly string[];
  /** Ids that the list would show and does not yet. */
  readonly arrived: readonly string[];
  /** Shown ids that do not belong to the list any more. */
  readonly left: ReadonlySet<string>;
  /** True where letting go would change what is seen. */
  readonly outdated: boolean;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * @param held ids in the order to keep; null, or nothing to keep, where the list may move.
 * @param wanted ids in the order that is right now.
 */
export function holdOrder(held: readonly string[] | null, wanted: readonly string[]): HeldOrder {
  if (!held || held.length === 0) return { shown: wanted, arrived: [], left: NOTHING, outdated: false };
  const onScreen = new Set(held);
  const belonging = new Set(wanted);
  return {
    shown: held,
    arrived: wanted.filter((id) => !onScreen.has(id)),
    left: new Set(held.filter((id) => !belonging.has(id))),
    outdated: held.length !== wanted.length || held.some((id, index) => id !== wanted[index]),
  };
}
