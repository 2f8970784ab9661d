import { MAX_FINDINGS, RANKS, type Finding } from './finding.ts';
import { meaningsAs, type Reading } from './reading.ts';

/** Words that turn what follows into its opposite or a question: "not", "should I", "how do I", "if". They are few enough to be one table. */
const UNDONE = new RegExp(String.raw`(?<![\p{L}\p{M}])(?:not|never|cannot|can|could|should|how|if|without|nicht|nie|kein|keine|ohne|wenn|no|nunca|jamás|sin|si|cómo|não|nunca|sem|se|como|pas|jamais|sans|comment|не|ни|если|как`
  + String.raw`|değil|nasıl|chưa|không|nếu|cách|belum|tidak|ga|gak|nggak|jangan|kalau|bagaimana|cara|لم|لا|ما|لن|كيف|اذا|إذا|لو|नहीं|मत|अगर|कैसे|안|못|아직|어떻게)\s(?:[\p{L}\p{M}']{1,12}\s){0,2}$`, 'iu');
const UNDONE_UNSPACED = /(?:没有|沒有|还没|還沒|没|沒|未|不|如何|怎么|怎麼|如果|まだ|ยังไม่|ไม่ได้|ไม่|ถ้า)[\p{L}]{0,2}$/u;
const REACH = 40;

/** What the contact says to have done already, by the cues `done-…`. A step that was not done is none. */
export function findSteps(reading: Reading): Finding[] {
  const found: Finding[] = [];
  for (const { word: { start, end }, meaning: { cue } } of meaningsAs(reading.words, 'cue')) {
    if (found.length === MAX_FINDINGS) break;
    if (!cue.startsWith('done-') || isUndone(reading.text, start)) continue;
    found.push({ kind: 'step', start, end, value: cue, confidence: 0.85, rank: RANKS.step });
  }
  return found;
}

function isUndone(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - REACH), start).replace(/n['’]?t(?=\s)/gi, ' not');
  return UNDONE.test(before) || UNDONE_UNSPACED.test(before);
}
