/**
 * About how many tokens a text has, rather too many than too few, for servers that do not count.
 * OpenAI's rule of thumb is four characters of English a token; tokenisers cut other scripts much
 * finer, up to a character a token and beyond (Petrov et al. 2023, "Language Model Tokenizers Introduce
 * Unfairness Between Languages"), so each other character counts as one. Not rounded: sum, then round up.
 */
export function estimateTokens(text: string): number {
  let latin = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) latin++;
  }
  return latin / 4 + (text.length - latin);
}
