import type { Said } from '../../domain/agent-tools.ts';


/** The latest messages, oldest first; long ones shortened in the middle, since beginning and end say what they are about. */
export function writeConversation(messages: readonly Said[], { most, longest }: { readonly most: number; readonly longest: number }): string {
  return messages.slice(-most).map(({ from, text }) => `${from}: ${shorten(text, longest)}`).join('\n');
}

function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const half = Math.floor(longest / 2);
  return `${text.slice(0, half).toWellFormed()} … ${text.slice(-half).toWellFormed()}`;
}
