import type { FoundSecret } from '../domain/secrets.ts';
import type { ReadText } from './reading/read-text.ts';

/** A secret by its place in the folded text; otherwise as `FoundSecret`. */
export type Finding = FoundSecret;

/** Finds secrets of one sort, in any order; findings may overlap. Linear in the length of the text. */
export type Finder = (read: ReadText) => Finding[];
