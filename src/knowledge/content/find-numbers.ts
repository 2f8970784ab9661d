/**
 * Terms that are spelt with a digit in one language and without in another: they are names, not
 * facts. "2FA" or "TRC20" need no row, digits beside Latin letters are
 * never counted, except in multiples ("10x").
 */
const NAMES_WITH_DIGITS = /[2２](?:段階|단계|차|步|次|因素|-?(?:шагов|фактор|ступен|этап)\p{L}*)|[1１](?:대|:)[1１]|第\s*\p{Nd}+\s*[步章次]|(?:\p{Script=Latin}+[-–]?\p{Nd}[\p{L}\p{Nd}]*|\p{Nd}+(?!x\b)\p{Script=Latin}[\p{L}\p{Nd}]*)/gu;
const NUMBER = /\p{Nd}+(?:[.,٫٬' ]\p{Nd}+)*/gu;

/**
 * The numbers that a text states, each once, in ascending order of their spelling. Digits of any
 * script count as the same number; grouping and decimal signs are left out, as they differ by language.
 * @param text running text, without list markers (see `plainText`).
 */
export function findNumbers(text: string): string[] {
  const numbers = text.replace(NAMES_WITH_DIGITS, ' ').match(NUMBER) ?? [];
  return [...new Set(numbers.map((number) => [...number].map(asciiDigit).join('')))].sort();
}

/** Digits of every script come in runs of ten from zero to nine (Unicode, general category Nd). */
function asciiDigit(character: string): string {
  if (!/\p{Nd}/u.test(character)) return '';
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
