import * as z from 'zod';
import { MOODS } from '../../domain/cues.ts';
import { citationSchema, choiceSchema, MAX_TEXT_LENGTH, MESSAGE_KINDS, understandingSchema } from '../../domain/events.ts';
import { entitySchema } from '../../domain/entities.ts';
import { goldenQuestionSchema, goldenResultSchema } from '../../domain/golden-question.ts';
import { ACTIONS, INTENT_IDS } from '../../domain/intents.ts';
import { localeSchema } from '../../domain/locales.ts';
import { SECRET_KINDS } from '../../domain/secrets.ts';
import { TEAMS } from '../../domain/teams.ts';
import { DECISION_RULES } from '../../domain/tried-utterance.ts';
import { URGENCIES } from '../../domain/urgencies.ts';
import { documentTextSchema, problemSchema } from '../documents.ts';
import type { Route } from './route.ts';

/** Largest body with documents, in bytes. */
const LARGEST_TRIAL_BYTES = 2 * 1024 * 1024;
const MAX_DOCUMENTS = 100;

const proposedDocument = z.strictObject({
  path: z.string().min(1).max(200).describe('As `articles/deposit-late/en.md`.'),
  text: documentTextSchema.nullable().describe('The whole file as it would be published; null takes it away.'),
});
const documents = z.array(proposedDocument).max(MAX_DOCUMENTS).describe('Drafts and what is not saved yet; whatever is not here is as it is published.');

const score = z.number().describe('Calibrated probability, 0 to 1.');

const rankedSchema = z.object({
  articleId: z.string(), title: z.string(), score,
  words: z.array(z.string()).describe('Of the utterance, those that speak most for this article.'),
  phrasing: z.object({ text: z.string(), locale: localeSchema, alike: z.number().describe('0 to 1; 1 is the same words.') }).nullable()
    .describe('The phrasing of the article that is most like the utterance; null where none is like it.'),
});

const messageSchema = z.object({
  kind: z.enum(MESSAGE_KINDS),
  text: z.string().describe('Markdown.'),
  locale: localeSchema,
  citations: z.array(citationSchema),
  choices: z.array(choiceSchema),
  offersPerson: z.boolean(),
});

export const triedUtteranceSchema = z.object({
  utterance: z.string().describe('As the assistant reads it: markers stand in the places of secrets.'),
  secrets: z.array(z.enum(SECRET_KINDS)),
  heardLocale: localeSchema.nullable().describe('The language by the words; null where they do not tell.'),
  locale: localeSchema.describe('In which it is answered.'),
  intent: z.enum(INTENT_IDS),
  urgency: z.enum(URGENCIES),
  confidence: score.describe('Probability that the intent is right.'),
  mood: z.enum(MOODS),
  entities: z.array(entitySchema),
  evidence: understandingSchema.shape.evidence,
  readings: z.array(z.object({ intent: z.enum(INTENT_IDS), urgency: z.enum(URGENCIES), probability: score })).describe('What it may mean, the likeliest first; at most 5.'),
  ranking: z.array(rankedSchema).describe('The best first; at most 5.'),
  action: z.enum(ACTIONS),
  team: z.enum(TEAMS).describe('Would take it if it goes to people.'),
  because: z.object({
    rule: z.enum(DECISION_RULES),
    measured: z.number().nullable().describe('What was compared; null where nothing was.'),
    needed: z.number().nullable().describe('With this, from the policy.'),
    lead: z.object({ measured: z.number(), needed: z.number() }).nullable().describe('How far the best article is ahead of the next, where that counts.'),
  }),
  reasons: z.array(z.string()).describe('As they stand in the log of a conversation, in English.'),
  message: messageSchema.describe('What the contact would read. A configured language model may phrase it anew; this is what stands behind it.'),
}).meta({ id: 'TriedUtterance' });
export type TriedUtterance = z.infer<typeof triedUtteranceSchema>;

const params = z.object({ questionId: z.uuid() });
const articleQuery = z.object({ articleId: z.string().max(100).optional().describe('Only those of this article.') });

/** What would the assistant say: of what is published and of drafts; golden questions; proposed translations. */
export const TRYING_ROUTES = {
  tryUtterance: {
    method: 'post', path: '/api/editor/try', access: 'knowledge.edit',
    summary: 'What the assistant would do with an utterance as the first message, with what is published and with drafts. Drafts whose phrasings, titles or summaries changed take some seconds to be learned; other changes none.',
    body: z.strictObject({
      utterance: z.string().trim().min(1).max(MAX_TEXT_LENGTH),
      locale: localeSchema.nullable().describe('Of the page on which the contact asks; English where it is null.'),
      documents,
    }),
    limit: LARGEST_TRIAL_BYTES,
    response: z.object({
      published: triedUtteranceSchema,
      draft: triedUtteranceSchema.nullable().describe('Null where no documents were given, or they cannot be read.'),
      problems: z.array(problemSchema).describe('Why the documents cannot be read.'),
    }),
  },
  listGolden: {
    method: 'get', path: '/api/editor/golden', access: 'knowledge.edit',
    summary: 'Golden questions, by article, then by words.',
    query: articleQuery, response: z.object({ questions: z.array(goldenQuestionSchema) }),
  },
  saveGolden: {
    method: 'put', path: '/api/editor/golden/:questionId', access: 'knowledge.edit',
    summary: 'Pins an utterance to an article, or changes the one with this id. Refused where there is a secret in it, where the article is neither published nor a draft, and where the same words of the same language are pinned already.',
    params, body: goldenQuestionSchema.omit({ id: true }), response: z.object({ question: goldenQuestionSchema }),
  },
  removeGolden: {
    method: 'delete', path: '/api/editor/golden/:questionId', access: 'knowledge.edit',
    summary: 'Unpins a question.', params, response: z.object({}),
  },
  runGolden: {
    method: 'post', path: '/api/editor/golden/run', access: 'knowledge.edit',
    summary: 'Golden questions of the changed articles and their neighbours, before and after; all of them where no documents are given.',
    body: z.strictObject({ documents }), limit: LARGEST_TRIAL_BYTES,
    response: z.object({ results: z.array(goldenResultSchema), problems: z.array(problemSchema).describe('Why the documents cannot be read; then nothing was run.') }),
  },
  proposeTranslation: {
    method: 'post', path: '/api/editor/propose-translation', access: 'knowledge.edit',
    summary: 'A model\'s translation of an article, as the text of the document; it is neither saved nor published. `unavailable` where no model is configured, or it fails.',
    body: z.strictObject({
      articleId: z.string().min(1).max(100), locale: localeSchema,
      source: documentTextSchema.nullable().describe('The source document to translate from; the published English one where it is null.'),
    }),
    limit: LARGEST_TRIAL_BYTES,
    response: z.object({
      text: z.string().describe('The whole document, front matter and body.'),
      warnings: z.array(z.object({ field: z.string(), problem: z.string(), expected: z.string() })).describe('Where it says other facts than its source: what an editor must look at.'),
      model: z.string(), prompt: z.string(),
    }),
  },
} as const satisfies Record<string, Route>;
