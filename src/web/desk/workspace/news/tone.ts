import type { NewsKind } from '../../../staff/preferences/news-kinds.ts';

/** Notes of each, Hz: rising where somebody waits, falling and twice where it cannot wait. */
const NOTES: Readonly<Record<NewsKind, readonly number[]>> = {
  critical: [880, 660, 880, 660],
  sla: [740, 587],
  mine: [587, 784],
  mention: [698, 880],
  thread: [698, 880],
};
const NOTE_S = 0.11;
const LOUDNESS = 0.08;

let context: AudioContext | undefined;

/** Plays a short tone. Silent where the browser lets no sound be made before the first press. */
export function playTone(kind: NewsKind): void {
  context ??= new AudioContext();
  void context.resume();
  const gain = context.createGain();
  gain.connect(context.destination);
  const start = context.currentTime + 0.01;
  const notes = NOTES[kind];
  for (const [index, frequency] of notes.entries()) {
    const oscillator = context.createOscillator();
    oscillator.frequency.value = frequency;
    oscillator.connect(gain);
    oscillator.start(start + index * NOTE_S);
    oscillator.stop(start + (index + 1) * NOTE_S);
  }
  const end = start + notes.length * NOTE_S;
  // A tone that is cut off clicks.
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
  gain.gain.setValueAtTime(LOUDNESS, end - 0.04);
  gain.gain.linearRampToValueAtTime(0, end);
}
