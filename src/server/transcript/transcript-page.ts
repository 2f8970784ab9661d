import { LOCALES } from '../../domain/locales.ts';
import { Html, html } from '../pages/html.ts';
import { markdownToHtml } from '../pages/markdown-html.ts';
import type { Said, TranscriptEntry } from './read-transcript.ts';
import { tellBytes } from './tell-bytes.ts';
import type { Transcript } from './transcript.ts';

/** The file is read from a disk, where no server says what may run in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLES = new Html(`
:root { color-scheme: light dark; --soft: light-dark(#596170, #a6adba); --line: light-dark(#e2e5ea, #2f343d); --tint: light-dark(#f3f5f6, #23262d); --own: light-dark(#e6f1ef, #17312e) }
* { box-sizing: border-box }
body { max-width: 720px; margin: 0 auto; padding: 32px 20px 64px; background: light-dark(#fff, #16181d); color: light-dark(#16191f, #eceef2); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans Arabic", "Noto Sans Thai", "Noto Sans Devanagari", sans-serif; overflow-wrap: anywhere }
h1 { margin: 0 0 12px; font-size: 24px; line-height: 1.25 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0 0 28px; padding-bottom: 20px; border-bottom: 1px solid var(--line); font-size: 14px }
dt { color: var(--soft) }
dd { margin: 0; font-variant-numeric: tabular-nums }
article { margin: 16px 0; padding: 12px 16px; border-radius: 12px; background: var(--tint); break-inside: avoid }
article.contact { background: var(--own) }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 16px; margin-bottom: 4px; font-size: 14px }
header b { font-weight: 600 }
time, .happened { color: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums }
.happened { margin: 20px 0; text-align: center }
.words > :first-child { margin-top: 0 }
.words > :last-child { margin-bottom: 0 }
.plain { white-space: pre-wrap }
.extra { margin: 10px 0 0; padding: 8px 0 0; border-top: 1px solid var(--line); font-size: 14px; list-style: none }
a { color: light-dark(#0f766e, #5fd0c3) }
@media print { body { padding: 0 } article { border: 1px solid var(--line) } }
`);

/** The transcript as one page that needs nothing else: it opens from a disk, prints, and runs no script. */
export function layOutTranscript(transcript: Transcript): string {
  const { locale, title, facts, entries, publicUrl } = transcript;
  return html`<!doctype html>
<html lang="${locale}" dir="${LOCALES[locale].direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<base href="${publicUrl}/">
<title>${title} · ${facts[0]?.[1]}</title>
<style>${STYLES}</style>
</head>
<body>
<h1>${title}</h1>
<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>`)}</dl>
<main>${entries.map((entry) => layOutEntry(entry, transcript))}</main>
</body>
</html>
`.text;
}

function layOutEntry(entry: TranscriptEntry, transcript: Transcript): Html {
  const time = html`<time datetime="${new Date(entry.at).toISOString()}">${transcript.tellTime(entry.at)}</time>`;
  if (entry.kind === 'happened') return html`<p class="happened">${entry.text} · ${time}</p>\n`;
  return html`<article class="${entry.by}"><header><b><bdi>${entry.name}</bdi></b> ${time}</header>${layOutSaid(entry, transcript)}</article>\n`;
}

/** Only what the desk says is Markdown; a contact's words stand as they were written. */
function layOutSaid({ by, text, attachments, citations }: Said, { locale, say, articleUrl }: Transcript): Html {
  const words = by === 'contact' ? html`<div class="words plain" dir="auto">${text}</div>` : html`<div class="words" dir="auto">${markdownToHtml(text)}</div>`;
  const extras = [
    ...attachments.map(({ name, bytes }) => html`<li>${say('file')}: <bdi>${name}</bdi> (${tellBytes(bytes, locale)})</li>`),
    ...citations.map((citation) => html`<li>${say('source')}: <a href="${articleUrl(citation.locale, citation.articleId)}"><bdi>${citation.title}</bdi></a></li>`),
  ];
  return extras.length === 0 ? words : html`${words}<ul class="extra">${extras}</ul>`;
}
