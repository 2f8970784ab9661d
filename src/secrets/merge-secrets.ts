import { SECRET_KINDS, type FoundSecret, type SecretKind } from '../domain/secrets.ts';

/** In order; overlapping ones become one, of the kind that comes first among the kinds. */
export function mergeSecrets(secrets: readonly FoundSecret[]): FoundSecret[] {
  const merged: FoundSecret[] = [];
  for (const secret of [...secrets].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (secret.end <= secret.start) continue;
    if (last && secret.start < last.end) merged[merged.length - 1] = join(last, secret);
    else merged.push(secret);
  }
  return merged;
}

function join(a: FoundSecret, b: FoundSecret): FoundSecret {
  const first = rank(b.kind) < rank(a.kind) ? b : a;
  return { ...first, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function rank(kind: SecretKind): number {
  return SECRET_KINDS.indexOf(kind);
}
