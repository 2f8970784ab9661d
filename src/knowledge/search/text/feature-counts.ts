/** How often each feature stands in a text; features are 32-bit hashes. */
export type FeatureCounts = ReadonlyMap<number, number>;

/** A text as it is learned from and classified: several views of it, each with features of its own. */
export interface TextFeatures {
  readonly words: FeatureCounts;
  readonly characters: FeatureCounts;
  readonly concepts: FeatureCounts;
}

export function viewsOf({ words, characters, concepts }: TextFeatures): FeatureCounts[] {
  return [words, characters, concepts];
}
