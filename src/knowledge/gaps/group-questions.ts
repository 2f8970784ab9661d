import { isGap } from '../../domain/question-outcome.ts';
import type { GroupProfile } from '../../domain/group-profile.ts';
import type { Locale } from '../../domain/locales.ts';
import type { ConversationQuestions, Question, QuestionGroup } from '../../ports.ts';
import { addToProfile, compareProfiles } from './compare-profiles.ts';
import type { DescribeQuestion } from './describe-question.ts';
import type { AskedQuestion } from './read-questions.ts';
import { withoutMarkers } from './without-markers.ts';

/** From here on a question belongs to a group: of the questions that `compareProfiles` was made with, 99 of 100 are then among their own. */
const SAME_FROM = 0.33;
/** What has fewer letters says nothing: "?", "hm". */
const MIN_LETTERS = 3;

export type OpenGroup = Pick<QuestionGroup, 'id' | 'example' | 'createdAt' | 'profile'>;

export interface Grouping {
  /**
   * Gives each question that nobody answered its group: the one that it had, the most alike, or a new one.
   * @param before what was kept of the conversation, so that a question stays where it was however often its log is read.
   */
  place(conversation: { readonly conversationId: string; readonly seq: number; readonly at: number }, asked: readonly AskedQuestion[], before: readonly Question[]): Promise<ConversationQuestions>;
  /** The groups that changed since this was asked last. */
  takeChanged(): readonly OpenGroup[];
}

/**
 * Groups one by one, in the order in which they come: no group is ever split or joined, so that what an
 * editor closed stays closed. The earlier group wins where two are as alike.
 */
export function createGrouping(groups: readonly OpenGroup[], { describe, newId }: { describe: DescribeQuestion; newId: () => string }): Grouping {
  const open = [...groups];
  const changed = new Set<string>();

  async function findGroup({ text, locale, at }: { text: string; locale: Locale; at: number }): Promise<string> {
    const profile = await describe(text, locale);
    const place = findMostAlike(profile, open);
    const found = open[place];
    const group = found ? { ...found, profile: addToProfile(found.profile, profile) } : { id: newId(), example: { text, locale }, createdAt: at, profile };
    open[found ? place : open.length] = group;
    changed.add(group.id);
    return group.id;
  }

  return {
    async place(conversation, asked, before) {
      const questions: Question[] = [];
      for (const question of asked) {
        const { text, locale, at } = question;
        const kept = before.find((one) => one.seq === question.seq && one.text === text && one.groupId !== null)?.groupId;
        const groupId = text === null || !isGap(question.outcome) || !says(text) ? null : kept ?? await findGroup({ text, locale, at });
        questions.push({ ...question, conversationId: conversation.conversationId, groupId });
      }
      return { ...conversation, questions };
    },
    takeChanged() {
      const taken = open.filter(({ id }) => changed.has(id));
      changed.clear();
      return taken;
    },
  };
}

/** Place of the group, -1 where none is alike. */
function findMostAlike(profile: GroupProfile, groups: readonly OpenGroup[]): number {
  let best = -1;
  let alike = SAME_FROM;
  groups.forEach((group, i) => {
    const found = compareProfiles(profile, group.profile);
    if (found > alike || (best < 0 && found === alike)) [best, alike] = [i, found];
  });
  return best;
}

function says(text: string): boolean {
  const letters = withoutMarkers(text).match(/\p{L}/gu) ?? [];
  // A word of Han is often of two.
  return letters.length >= MIN_LETTERS || (letters.length > 1 && /\p{Script=Han}/u.test(text));
}
