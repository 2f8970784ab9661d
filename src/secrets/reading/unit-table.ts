/**
 * A class of each UTF-16 code unit, worked out when the unit is first met: a pattern costs a hundred times as
 * much as looking into a table. One byte a unit, 64 KB a table.
 * @param classify gives 1 to 255.
 */
export function createUnitTable(classify: (unit: string) => number): (text: string, at: number) => number {
  const classes = new Uint8Array(0x1_0000);
  return (text, at) => {
    const unit = text.charCodeAt(at);
    return classes[unit] || (classes[unit] = classify(text.charAt(at)));
  };
}
