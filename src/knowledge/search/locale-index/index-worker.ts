/** A child process that builds indexes. One set a message, one encoded index in reply. */
import { encodeLocaleIndex } from './index-file.ts';
import { buildLocaleIndex } from './locale-index.ts';
import { trainingKey, type TrainingSet } from './training-set.ts';

process.on('message', (set: TrainingSet) => {
  process.send?.(encodeLocaleIndex(buildLocaleIndex(set), trainingKey(set)));
});
