/**
 * What a list shows while the pointer is over it. New rows and a new order wait; rows that belong
 * elsewhere by now keep their place, so that nothing moves between aiming and clicking.
 */
export interface HeldOrder {
  readonly shown: readonly string[];
  /** Ids that the list would show and does not yet. */
  readonly arrived: readonly string[];
  /** Shown ids that do not belong to the list any more. */
  readonly left: readonly string[];
  /** True where letting go would change what is seen. */
  readonly outdated: boolean;
}

/**
 * @param shown ids on the screen, from the call before; null where nothing is shown yet.
 * @param wanted ids in the order that is right now.
 * @param held whether the order must stay as it is.
 */
export function holdOrder(shown: readonly string[] | null, wanted: readonly string[], held: boolean): HeldOrder {
  if (!held || !shown || shown.length === 0) return { shown: wanted, arrived: [], left: [], outdated: false };
  const onScreen = new Set(shown);
  const belonging = new Set(wanted);
  return {
    shown,
    arrived: wanted.filter((id) => !onScreen.has(id)),
    left: shown.filter((id) => !belonging.has(id)),
    outdated: shown.length !== wanted.length || shown.some((id, index) => id !== wanted[index]),
  };
}
