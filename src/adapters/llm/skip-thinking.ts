const OPENING = '<think>';
const CLOSING = '</think>';

/**
 * Drops what a model thinks aloud before it answers. Servers that run such models without a parser
 * for it (vLLM, llama.cpp) send it as text between `<think>` and `</think>`, at the beginning only.
 * @returns called with each piece, what of the answer may be handed out now; without a piece, at the end, the rest.
 */
export function createSkipThinking(): (piece?: string) => string {
  let state: 'beginning' | 'thinking' | 'answering' = 'beginning';
  let held = '';
  return (piece) => {
    if (state === 'answering') return piece ?? '';
    held += piece ?? '';
    if (state === 'beginning') {
      const start = held.trimStart();
      if (start.startsWith(OPENING)) state = 'thinking';
      else if (piece === undefined || !OPENING.startsWith(start)) return release(held);
      else return '';
    }
    const end = held.indexOf(CLOSING);
    if (end >= 0) return release(held.slice(end + CLOSING.length).trimStart());
    held = held.slice(-CLOSING.length); // the closing word may come in two pieces
    return '';
  };

  function release(text: string): string {
    state = 'answering';
    held = '';
    return text;
  }
}
