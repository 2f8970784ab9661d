import { AppError } from '../domain/errors.ts';

/** Enough that nobody guesses it within the life of a request. */
const SHORTEST_MARKER = 16;

/** A text between two lines that only the writer of this request knows. The marker itself cannot stand in it. */
export function fenceText(text: string, name: string, marker: string): string {
  return `<<${marker} ${name}>>\n${withoutMarker(text, marker)}\n<<${marker} end>>`;
}

/** What a system part says of the fence. */
export function describeFence(marker: string): string {
  return `<<${marker} …>> and <<${marker} end>>`;
}

function withoutMarker(text: string, marker: string): string {
  if (marker.length < SHORTEST_MARKER || !/^[a-z0-9]+$/.test(marker)) throw new AppError('internal', 'a fence needs a marker of 16 or more lower-case letters and digits');
  const pattern = new RegExp(marker, 'gi');
  let clean = text;
  // Taking one out may bring the halves of another together.
  while (pattern.test(clean)) clean = clean.replace(pattern, '');
  return clean;
}
