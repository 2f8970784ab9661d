import { describe, expect, it } from '@jest/globals';
import { rememberBuilds } from './remember-builds.ts';
import type { TrainingSet } from './training-set.ts';

const set = (text: string): TrainingSet => ({ name: `questions-${text}`, texts: [{ label: 'article:a', text, kind: 'question' }], concepts: [] });

function recordBuilds(fail?: string) {
  const asked: string[] = [];
  return {
    asked,
    build: (sets: readonly TrainingSet[]) => {
      asked.push(...sets.map(({ name }) => name));
      const failing = fail;
      fail = undefined;
      return sets.some(({ name }) => name === failing) ? Promise.reject(new Error('ended')) : Promise.resolve(sets.map(({ name }) => new Uint8Array(Buffer.from(name)).slice()));
    },
  };
}

describe('remembering what was built', () => {
  it('builds what is new alone, and gives everything in the order of the sets', async () => {
    const { asked, build } = recordBuilds();
    const remembered = rememberBuilds(build);
    await remembered([set('a')]);
    const built = await remembered([set('b'), set('a')]);
    expect(built.map((bytes) => Buffer.from(bytes).toString())).toEqual(['questions-b', 'questions-a']);
    expect(asked).toEqual(['questions-a', 'questions-b']);
  });

  it('builds nothing twice at once', async () => {
    const { asked, build } = recordBuilds();
    const remembered = rememberBuilds(build);
    await Promise.all([remembered([set('a')]), remembered([set('a')])]);
    expect(asked).toEqual(['questions-a']);
  });

  it('forgets what was not asked for the longest', async () => {
    const { asked, build } = recordBuilds();
    const remembered = rememberBuilds(build, 2);
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await remembered([set(name)]);
    expect(asked).toEqual(['questions-a', 'questions-b', 'questions-c', 'questions-b']);
  });

  it('tries again what failed', async () => {
    const { build } = recordBuilds('questions-a');
    const remembered = rememberBuilds(build);
    await expect(remembered([set('a')])).rejects.toThrow('ended');
    await expect(remembered([set('a')])).resolves.toHaveLength(1);
  });
});
