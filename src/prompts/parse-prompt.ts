import { LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import { OUTPUT_SCHEMAS } from './output-schemas.ts';
import { INPUT_KINDS, type Prompt } from './prompt.ts';
import type { PromptProblem } from './prompt-error.ts';

const frontMatterSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'expected lower-case words joined by hyphens'),
  version: z.int().min(1),
  purpose: z.string().min(1),
  inputs: z.record(z.string().regex(/^[a-z][A-Za-z]*$/, 'expected letters, as in otherSide'), z.strictObject({ kind: z.enum(INPUT_KINDS), about: z.string().min(1) })),
  output: z.string().refine((name) => name === 'text' || Object.hasOwn(OUTPUT_SCHEMAS, name), { error: `expected text or one of ${Object.keys(OUTPUT_SCHEMAS).join(', ')}` }),
  maxTokens: z.int().min(1).max(4_000),
  sample: z.record(z.string(), z.string()),
});
type FrontMatter = z.infer<typeof frontMatterSchema>;

const FILE = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;
const PARTS = /^# System\n([\s\S]*?)\n# User\n([\s\S]*)$/;
/** `{{input}}` and `{{> part}}`; whatever else stands in double braces is a mistake. */
const SLOT = /\{\{(.*?)\}\}/g;
/** Filled in by rendering: how the model recognises data. */
export const FENCE_SLOT = 'fence';

export type ParsedPrompt = { readonly ok: true; readonly prompt: Prompt } | { readonly ok: false; readonly problems: readonly PromptProblem[] };

/**
 * Reads and proves one prompt. @param parts texts of the shared parts by name.
 * @param file as problems name it.
 */
export function parsePrompt(text: string, file: string, parts: ReadonlyMap<string, string>): ParsedPrompt {
  const problems: PromptProblem[] = [];
  const report = (line: number, problem: string): void => { problems.push({ file, line, problem }); };
  const [, frontMatter, body] = FILE.exec(text.replaceAll('\r\n', '\n')) ?? [];
  if (frontMatter === undefined || body === undefined) return failed(file, 1, 'expected front matter between two lines of ---');
  const firstBodyLine = frontMatter.split('\n').length + 3;
  const about = readFrontMatter(frontMatter, report);
  const [, system, user] = PARTS.exec(body) ?? [];
  if (system === undefined || user === undefined) return failed(file, firstBodyLine, 'expected the parts "# System" and "# User", in this order', problems);
  if (!about) return { ok: false, problems };
  checkSample(about, report);
  const userLine = firstBodyLine + system.split('\n').length + 1;
  const used = new Set<string>();
  const fill = (part: string, line: number, isSystem: boolean): string => fillParts(part, { parts, about, used, isSystem, report: (offset, problem) => report(line + part.slice(0, offset).split('\n').length - 1, problem) });
  const prompt: Prompt = { ...about, system: fill(system, firstBodyLine + 1, true).trim(), user: fill(user, userLine + 1, false).trim() };
  for (const name of Object.keys(about.inputs)) if (!used.has(name)) report(1, `the input "${name}" is used nowhere`);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, prompt };
}

function failed(file: string, line: number, problem: string, before: readonly PromptProblem[] = []): ParsedPrompt {
  return { ok: false, problems: [...before, { file, line, problem }] };
}

function readFrontMatter(yaml: string, report: (line: number, problem: string) => void): FrontMatter | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter });
  // The first line of the file is the ---.
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line + 1;
  for (const error of document.errors) report(lineAt(error.pos[0]), error.message.split('\n')[0] ?? error.code);
  if (document.errors.length > 0) return undefined;
  const result = frontMatterSchema.safeParse(document.toJS());
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues) {
    const node = [...path.keys()].reverse().map((length) => document.getIn(path.slice(0, length + 1), true)).find((one) => typeof one === 'object' && one !== null);
    const range = node && 'range' in node && Array.isArray(node.range) ? node.range as number[] : undefined;
    report(range ? lineAt(range[0] ?? 0) : 1, `${path.map(String).join('.') || 'front matter'}: ${message}`);
  }
  return undefined;
}

function checkSample({ inputs, sample }: FrontMatter, report: (line: number, problem: string) => void): void {
  for (const name of Object.keys(inputs)) if (!Object.hasOwn(sample, name)) report(1, `the sample has no "${name}"`);
  for (const name of Object.keys(sample)) if (!Object.hasOwn(inputs, name)) report(1, `the sample has "${name}", which is no input`);
}

interface Filling {
  readonly parts: ReadonlyMap<string, string>;
  readonly about: FrontMatter;
  readonly used: Set<string>;
  readonly isSystem: boolean;
  readonly report: (offset: number, problem: string) => void;
}

/** Puts the shared parts in and proves every slot; parts have no parts of their own. */
function fillParts(text: string, filling: Filling): string {
  const whole = text.replace(SLOT, (written, slot: string, offset: number) => {
    if (!slot.startsWith('>')) return written;
    const part = filling.parts.get(slot.slice(1).trim());
    if (part === undefined) filling.report(offset, `unknown part ${written}; there are ${[...filling.parts.keys()].join(', ')}`);
    else checkSlots(part, filling, () => offset);
    return part?.trim() ?? written;
  });
  checkSlots(text, filling, (offset) => offset);
  return whole;
}

function checkSlots(text: string, { about, used, isSystem, report }: Filling, place: (offset: number) => number): void {
  for (const { 0: written, 1: slot = '', index } of text.matchAll(SLOT)) {
    if (slot.startsWith('>') || slot === FENCE_SLOT) continue;
    const input = Object.hasOwn(about.inputs, slot) ? about.inputs[slot] : undefined;
    used.add(slot);
    if (!input) report(place(index), `missing input ${written}: name it in the front matter`);
    else if (isSystem && input.kind === 'data') report(place(index), `${written} is data, which never stands in the system part`);
  }
}
