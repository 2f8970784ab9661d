import type { Said, TranscriptEntry } from './read-transcript.ts';
import type { Transcript } from './transcript.ts';
import { tellBytes } from './tell-bytes.ts';

/** The transcript as plain text: readable in anything, with addresses of sources written out. */
export function setTranscriptText(transcript: Transcript): string {
  const { title, facts, entries } = transcript;
  const head = [title, ...facts.map(([name, value]) => `${name}: ${value}`)].join('\n');
  return `${[head, ...entries.map((entry) => setEntry(entry, transcript))].join('\n\n')}\n`;
}

function setEntry(entry: TranscriptEntry, transcript: Transcript): string {
  const time = transcript.tellTime(entry.at);
  return entry.kind === 'happened' ? `${time} · ${entry.text}` : [`${time} · ${entry.name}`, ...setSaid(entry, transcript)].join('\n');
}

function setSaid({ by, text, attachments, citations }: Said, { locale, say, articleUrl }: Transcript): string[] {
  return [
    by === 'contact' ? text : withPlainLinks(text),
    ...attachments.map(({ name, bytes }) => `[${say('file')}: ${name}, ${tellBytes(bytes, locale)}]`),
    ...citations.map((citation) => `${say('source')}: ${citation.title} <${articleUrl(citation.locale, citation.articleId)}>`),
  ];
}

/** Of the desk's Markdown, markers of emphasis and links would be in a reader's way; lists read as they are. */
function withPlainLinks(text: string): string {
  return text.replace(/\[([^\]\n]+)\]\(([^)\s]+)\)/g, '$1 <$2>').replace(/\*\*([^*\n]+)\*\*/g, '$1').replace(/^#{1,6} /gm, '');
}
