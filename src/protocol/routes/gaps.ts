import * as z from 'zod';
import { INTENT_IDS } from '../../domain/intents.ts';
import { localeSchema } from '../../domain/locales.ts';
import { QUESTION_OUTCOMES } from '../../domain/question-outcome.ts';
import { URGENCIES } from '../../domain/urgencies.ts';
import type { Route } from './route.ts';

const gapParams = z.object({ gapId: z.uuid() });
const articleId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens').max(100);
const outcome = z.enum(QUESTION_OUTCOMES);
const days = z.coerce.number().int().min(1).max(400).default(28).describe('The last so many times 24 hours; what was before is as long.');
const countsByLocale = z.partialRecord(localeSchema, z.int());

const gapQuestion = z.object({
  at: z.int(), locale: localeSchema,
  text: z.string().describe('As the contact wrote it, with whatever is private covered by markers such as ⟨email⟩.'),
  outcome, intent: z.enum(INTENT_IDS),
  articleId: z.string().nullable().describe('The article that was given; null where none was.'),
  handedOver: z.boolean().describe('The conversation went to a person afterwards.'),
});

const gapSchema = z.object({
  id: z.uuid(),
  example: z.object({ text: z.string(), locale: localeSchema }).describe('The question that the group began with: its name.'),
  state: z.enum(['open', 'reopened', 'closed']),
  total: z.int().describe('Questions ever.'),
  count: z.int().describe('Questions in the period.'),
  before: z.int().describe('Questions in the period before, which is as long.'),
  locales: countsByLocale.describe('Questions in the period, by language.'),
  outcomes: z.partialRecord(outcome, z.int()).describe('Questions in the period, by what became of them.'),
  firstAt: z.int(), lastAt: z.int(),
  near: z.array(z.object({ articleId: z.string(), score: z.number().describe('0 to 1.') })).describe('Published articles that are nearest, at most 3.'),
  startedArticleId: z.string().nullable().describe('The article that was started or added to from here.'),
  closed: z.object({ at: z.int(), name: z.string(), total: z.int().describe('Questions there were then.'), note: z.string() }).nullable().describe('When it was closed last, also where it was reopened since.'),
}).meta({ id: 'Gap' });

const phrasings = z.array(z.strictObject({ locale: localeSchema, text: z.string().trim().min(1, 'expected a question').max(600, 'expected at most 600 characters') })).min(1).max(200);
const written = z.array(z.object({ path: z.string(), version: z.int().describe('Of the draft, for saving it next.') }));

const useSchema = z.object({
  uses: z.int().describe('Times that it was given as the answer.'),
  helped: z.int().describe('Answers of which the contact said that they helped.'),
  notHelped: z.int().describe('Answers of which the contact said that they did not, or after which they asked the same again.'),
  conversations: z.int().describe('Conversations in which it was given.'),
  handedOver: z.int().describe('Those of them that went to a person afterwards.'),
  votes: z.object({ helped: z.int(), notHelped: z.int() }).describe('"Was this helpful?" of the help centre\'s page.'),
});

/** What contacts ask that nobody answers, and how the articles do. */
export const GAP_ROUTES = {
  listGaps: {
    method: 'get', path: '/api/editor/gaps', access: 'knowledge.edit',
    summary: 'Questions that were not answered or not helped, in groups of the same matter across languages, the most frequent of the period first.',
    query: z.object({
      days,
      state: z.enum(['open', 'closed']).default('open').describe('`open` includes those that were reopened.'),
      locale: localeSchema.optional().describe('Those with questions in this language.'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({
      gaps: z.array(gapSchema),
      more: z.boolean().describe('There are more than `limit`.'),
      totals: z.object({ questions: z.int().describe('All that were asked in the period.'), gaps: z.int().describe('Those of them that ask for a better answer.'), gapsBefore: z.int(), locales: countsByLocale }),
      since: z.int(), until: z.int(),
    }),
  },
  readGap: {
    method: 'get', path: '/api/editor/gaps/:gapId', access: 'knowledge.edit',
    summary: 'A group with its questions, the latest first, and how often it was asked over time.',
    params: gapParams, query: z.object({ days, limit: z.coerce.number().int().min(1).max(500).default(200) }),
    response: z.object({
      gap: gapSchema, questions: z.array(gapQuestion),
      steps: z.array(z.object({ at: z.int().describe('When the step begins.'), count: z.int() })).describe('The period in at most 60 steps of equal length, whole days long.'),
    }),
  },
  closeGap: {
    method: 'post', path: '/api/editor/gaps/:gapId/close', access: 'knowledge.edit',
    summary: 'Closes a group as handled. It reopens by itself when 20 more were asked, or at least 3 that are half as many as there were.',
    params: gapParams,
    body: z.strictObject({ total: z.int().min(0).describe('`total` as it was shown; what came since counts as new.'), note: z.string().trim().max(500).default('') }),
    response: z.object({ gap: gapSchema }),
  },
  reopenGap: {
    method: 'post', path: '/api/editor/gaps/:gapId/reopen', access: 'knowledge.edit',
    summary: 'Opens a closed group again.',
    params: gapParams, response: z.object({ gap: gapSchema }),
  },
  startArticle: {
    method: 'post', path: '/api/editor/gaps/:gapId/article', access: 'knowledge.edit', limit: 512 * 1024,
    summary: 'Begins an article with these questions as phrasings: drafts of its `article.yaml`, of its English source and of each language of a question. `conflict` where the id is taken.',
    params: gapParams,
    body: z.strictObject({
      articleId, category: articleId, intent: z.enum(INTENT_IDS), urgency: z.enum(URGENCIES),
      locale: localeSchema.describe('Of the title.'), title: z.string().trim().min(1, 'expected a title').max(160), phrasings,
    }),
    response: z.object({ articleId: z.string(), documents: written }),
  },
  addPhrasings: {
    method: 'post', path: '/api/editor/gaps/:gapId/phrasings', access: 'knowledge.edit', limit: 512 * 1024,
    summary: 'Adds questions to the drafts of an existing article, in the languages that it has; a draft is begun where there is none. Nothing else of the files changes.',
    params: gapParams,
    body: z.strictObject({ articleId, calm: z.boolean().default(false).describe('Asked by people to whom nothing happened: goes to `calmPhrasings`.'), phrasings }),
    response: z.object({
      documents: written,
      skipped: z.array(z.object({ locale: localeSchema, text: z.string(), reason: z.enum(['already-there', 'no-translation', 'in-another-article']), articleId: z.string().nullable().describe('Where it stands.') })),
    }),
  },
  listArticleFigures: {
    method: 'get', path: '/api/editor/figures', access: 'knowledge.edit',
    summary: 'Every published article with its use and rating in the period and the one before, the most used first.',
    query: z.object({ days, locale: localeSchema.optional().describe('Questions asked in this language alone.') }),
    response: z.object({ articles: z.array(z.object({ articleId: z.string(), now: useSchema, before: useSchema })), since: z.int(), until: z.int() }),
  },
  readArticleFigures: {
    method: 'get', path: '/api/editor/figures/:articleId', access: 'knowledge.edit',
    summary: 'One article by language and over time, the questions that it did not help, and the phrasings that attract them.',
    params: z.object({ articleId: z.string().max(100) }), query: z.object({ days }),
    response: z.object({
      articleId: z.string(), now: useSchema, before: useSchema,
      locales: z.array(useSchema.extend({ locale: localeSchema })).describe('In the period, the most used first.'),
      steps: z.array(z.object({ at: z.int(), uses: z.int(), notHelped: z.int(), handedOver: z.int().describe('Questions after which the conversation went to a person.') })),
      attracting: z.array(z.object({
        locale: localeSchema, phrasing: z.string(), field: z.enum(['phrasings', 'calmPhrasings']),
        wrong: z.int().describe('Questions that it is nearest to and that the article did not help.'),
        right: z.int().describe('Questions that it is nearest to and that the article answered.'),
        examples: z.array(z.string()).describe('At most 5 of the wrong ones.'),
      })).describe('The phrasings that attract the wrong questions, the worst first, at most 50.'),
      unhelped: z.array(gapQuestion).describe('The latest, at most 50.'),
    }),
  },
} as const satisfies Record<string, Route>;
