import { isViolation, type Opinion, type Rule } from '../rules/rule.ts';
import type { Atom } from '../text/atom.ts';
import { createLexer } from '../text/create-lexer.ts';

/** All rules as one: the first violation, else a hold where one of them holds. Words of a link are read like any others. */
export function joinRules(rules: readonly Rule[]): Rule {
  const ask = (opinions: Iterable<Opinion>): Opinion => {
    let joined: Opinion = 'pass';
    for (const opinion of opinions) {
      if (isViolation(opinion)) return opinion;
      if (opinion === 'hold') joined = opinion;
    }
    return joined;
  };
  const see = (atom: Atom): Opinion => ask(rules.map((rule) => rule.see(atom)));
  return {
    see(atom) {
      if (atom.kind !== 'link') return see(atom);
      const lexer = createLexer();
      const outside = see(atom);
      if (isViolation(outside)) return outside;
      const inside = [...lexer.push(atom.text), ...lexer.end()];
      if (inside.some(({ kind }) => kind === 'link' || kind === 'citation' || kind === 'markup')) return 'markup';
      let last: Opinion = outside;
      for (const one of inside) {
        last = see(one);
        if (isViolation(last)) return last;
      }
      return last;
    },
    end: () => ask(rules.map((rule) => rule.end())),
  };
}
