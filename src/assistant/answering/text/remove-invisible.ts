/**
 * Characters that show nothing: they hide words from filters and carry text that only machines read.
 * The joiners stay, since Arabic and Devanagari are spelt with them.
 */
const INVISIBLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu;
/** Between letters that do not join they are as invisible as the rest. */
const IDLE_JOINER = /(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{M}])[\u200C\u200D]|[\u200C\u200D](?![\p{Script=Arabic}\p{Script=Devanagari}\p{M}])/gu;

export function removeInvisible(text: string): string {
  return text.replace(INVISIBLE, '').replace(IDLE_JOINER, '');
}
