/** First letters of the first and last word; of a name written without spaces, its last two characters, as in 张伟. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = '', last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  if (last) return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toLocaleUpperCase();
  const characters = [...first];
  return /\p{Script=Han}/u.test(first) ? characters.slice(-2).join('') : (characters[0] ?? '').toLocaleUpperCase();
}
