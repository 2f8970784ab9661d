/** Sentences and lines of a plain text in any of the served languages, none empty. */
export function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?。！？।؟])\s*|\n+/).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}
