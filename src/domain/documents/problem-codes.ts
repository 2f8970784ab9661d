/** Kinds of problems that a document can have. Front-ends have a sentence for each, filled with the problem's values. */
export const PROBLEM_CODES = [
  // Of the file as such.
  'bad-path', 'unreadable-character', 'yaml', 'front-matter', 'missing', 'wrong-type', 'not-one-of', 'too-few', 'too-many', 'malformed', 'unknown-field', 'secret',
  // Of what it refers to.
  'unknown-category', 'relates-itself', 'unknown-related', 'repeated-related', 'no-article', 'incomplete', 'unknown-article', 'foreign-link', 'unknown-variable', 'unknown-image', 'image-without-words',
  // Of how it is written.
  'raw-html', 'table', 'heading', 'emoji', 'address', 'no-answer', 'answer-length', 'body-length', 'title-length', 'summary-length', 'link-in-field', 'long-sentence', 'asks-secret', 'promise',
  // Of its questions.
  'few-phrasings', 'repeated-phrasing',
  // Compared with the source.
  'numbers-differ', 'links-differ', 'variables-differ', 'sections-differ', 'steps-differ', 'points-differ', 'warnings-differ',
  'policy',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** An error keeps a document from being published; a warning is for whoever publishes to judge. */
export const SEVERITIES = ['error', 'warning'] as const;
export type Severity = (typeof SEVERITIES)[number];
