import { LOCALE_TAGS } from '../src/domain/locales.ts';
import { createChoose } from './choose.ts';
import { openContactLine, type ContactLine, type Outgoing } from './contact-line.ts';
import type { Shared } from './shared.ts';
import { UTTERANCES } from './utterances.ts';

/** Somebody who writes: what they say and what befalls their connection is drawn from the seed. */
export interface ContactActor {
  readonly line: ContactLine;
  /** Every conversation that they had. */
  readonly conversations: ReadonlySet<string>;
  /** False while a message waits for its acknowledgement, or for good once they went away. */
  isFree(): boolean;
  /** Says the next thing. */
  speak(): Promise<void>;
}

/** Of conversations: how many are about an incident, ask for a person, and are given up amid everything. */
const INCIDENT = 0.08;
const ASKS_FOR_PERSON = 0.2;
const GOES_AWAY = 0.02;
/** Before a message: the line breaks, or requests take the place of the socket or the other way round. */
const BREAKS = 0.05;
const CHANGES_WAY = 0.05;
/** After a message: the line breaks before the acknowledgement comes, so that it is sent again. */
const BREAKS_AMID = 0.03;
const MOST_TURNS = 6;

export function createContactActor(number: number, shared: Shared): ContactActor {
  const choose = createChoose(shared.seed, number);
  const locale = LOCALE_TAGS[number % LOCALE_TAGS.length] ?? 'en';
  const words = UTTERANCES[locale];
  const line = openContactLine(`contact ${number}`, choose, shared);
  const conversations = new Set<string>();
  let script: Outgoing[] = [];
  let isGone = false;

  /** A conversation from its beginning: a question, more about it, and an end. */
  function write(): Outgoing[] {
    const say = (text: string): Outgoing => ({ text, locale });
    const first = say(choose.chance(INCIDENT) ? choose.pick(words.incidents) : choose.pick(words.questions));
    const turns = Math.floor(choose.between(1, MOST_TURNS));
    const further = Array.from({ length: turns }, () => say(choose.chance(0.5) ? choose.pick(words.more) : choose.pick(words.questions)));
    if (choose.chance(ASKS_FOR_PERSON)) further.splice(Math.floor(choose.between(0, further.length)), 0, { text: words.person, locale, wish: 'person' });
    return [{ ...first, anew: true }, ...further, say(words.thanks)];
  }

  function befall(): void {
    if (choose.chance(CHANGES_WAY)) line.use(choose.chance(0.5) ? 'requests' : 'socket');
    else if (choose.chance(BREAKS)) line.drop();
  }

  return {
    line, conversations,
    isFree: () => !isGone && !line.isSending(),
    async speak() {
      if (script.length === 0) script = write();
      else if (choose.chance(GOES_AWAY)) {
        isGone = true;
        line.close();
        return;
      }
      befall();
      const next = script.shift();
      if (!next) return;
      const sent = line.send(next);
      if (choose.chance(BREAKS_AMID)) line.drop();
      const outcome = await sent;
      if (line.conversationId !== null) conversations.add(line.conversationId);
      // What the desk will not have, it will not have again.
      if (outcome === 'refused') script = [];
    },
  };
}
