import type { GroupProfile } from '../../domain/group-profile.ts';
import type { Intent } from '../../domain/intents.ts';
import type { Locale } from '../../domain/locales.ts';
import type { QuestionOutcome } from '../../domain/question-outcome.ts';
import type { Question, QuestionGroup } from '../../ports.ts';
import type { QuestionGroupTable, QuestionTable } from './schema.ts';

export function questionToRow(question: Question): QuestionTable {
  return {
    conversation_id: question.conversationId, seq: question.seq, at: question.at, locale: question.locale, text: question.text,
    outcome: question.outcome, intent: question.intent, article_id: question.articleId,
    helped: question.helped === null ? null : Number(question.helped), handed_over: Number(question.handedOver), group_id: question.groupId,
  };
}

export function questionFromRow(row: QuestionTable): Question {
  return {
    conversationId: row.conversation_id, seq: row.seq, at: row.at, locale: row.locale as Locale, text: row.text,
    outcome: row.outcome as QuestionOutcome, intent: row.intent as Intent, articleId: row.article_id,
    helped: row.helped === null ? null : row.helped === 1, handedOver: row.handed_over === 1, groupId: row.group_id,
  };
}

export function groupFromRow(row: QuestionGroupTable): QuestionGroup {
  return {
    id: row.id, example: { text: row.example_text, locale: row.example_locale as Locale }, createdAt: row.created_at,
    profile: JSON.parse(row.profile) as GroupProfile, startedArticleId: row.started_article_id,
    closed: row.closed === null ? null : JSON.parse(row.closed) as QuestionGroup['closed'],
  };
}
