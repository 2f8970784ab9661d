/** How often each feature stands in a text; features are 32-bit hashes. */
export type FeatureCounts = ReadonlyMap<number, number>;

/** What can be counted in a text. */
export const VIEWS = ['words', 'characters', 'concepts'] as const;
export type View = (typeof VIEWS)[number];

/** A text as it is learned from and classified. */
export type TextFeatures = Readonly<Record<View, FeatureCounts>>;
