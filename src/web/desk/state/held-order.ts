/**
 * What waits while a list stands still under the pointer. Rows that belong elsewhere by now keep their
 * place, so that nothing moves between aiming and clicking.
 * @param held ids in the order that is kept.
 * @param wanted ids in the order that is right now.
 * @returns ids that the list would show and does not yet, and whether letting go would change anything at all.
 */
export function compareHeld(held: readonly string[], wanted: readonly string[]): { readonly arrived: readonly string[]; readonly outdated: boolean } {
  const shown = new Set(held);
  return {
    arrived: wanted.filter((id) => !shown.has(id)),
    outdated: held.length !== wanted.length || held.some((id, index) => id !== wanted[index]),
  };
}
