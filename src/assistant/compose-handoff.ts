import type { CrisisLines } from '../domain/crisis-lines.ts';
import type { Waiting } from '../domain/waiting.ts';
import type { Occasion } from './compose.ts';
import type { Verdict } from './decide.ts';
import type { Message, Voice } from './voice.ts';

type Handoff = Extract<Verdict, { action: 'handoff' }>;

/** What happens, what to do at once, how long it takes: in this order, as somebody in fear reads the beginning. */
export function composeHandoff({ handoffReason, steps, urgency }: Handoff, occasion: Occasion, voice: Voice, crisisLines: CrisisLines): Message {
  const quoted = steps === undefined ? undefined : voice.quote(steps);
  const isDistress = handoffReason === 'distress';
  const text = [
    ...openHandoff(handoffReason, occasion, voice),
    ...(quoted ? [quoted.text] : []),
    ...(isDistress ? listCrisisLines(occasion, voice, crisisLines) : []),
    ...(occasion.waiting ? [tellWaiting(occasion.waiting, isDistress, occasion.caseNumber, voice)] : []),
  ].join('\n\n');
  return { ...voice.write(quoted || urgency === 'critical' ? 'safety' : 'notice', text, occasion.ofSeq), citations: quoted ? [quoted.citation] : [] };
}

/** Shorter for somebody who is afraid. */
function openHandoff(reason: Handoff['handoffReason'], { mood, secrets }: Occasion, { say }: Voice): string[] {
  if (reason === 'secret') return [...secrets.map((kind) => say(`secret.${kind}`)), say('secret.person')];
  const brief = mood !== 'calm' && (reason === 'incident' || reason === 'fraud');
  return [say(`${brief ? 'handoffBrief' : 'handoff'}.${reason}`)];
}

/** The lines of the contact's country, assumed by the language where it is not known, and always where to find others. */
function listCrisisLines({ region }: Occasion, { locale, say }: Voice, { assume, directory, regions }: CrisisLines): string[] {
  const lines = regions[region ?? assume[locale] ?? ''] ?? [];
  return [
    ...lines.map(({ name, phone, hours }) => say('crisis.line', { name, phone, hours: hours === '24/7' ? say('crisis.always') : hours })),
    say('crisis.directory', { url: `[${new URL(directory.url).host}](${directory.url})` }),
  ];
}

/** @param isDistress somebody who should stay is not told that they may leave. */
function tellWaiting({ place, minutes, staffed }: Waiting, isDistress: boolean, caseNumber: string, { say }: Voice): string {
  if (!staffed && !isDistress) return say('waiting.nobody', { caseNumber });
  return [
    place === 1 ? say('waiting.next') : say('waiting.place', { place }),
    ...(minutes === null ? (isDistress ? [] : [say('waiting.unknown')]) : [say('waiting.minutes', { count: minutes })]),
  ].join(' ');
}
