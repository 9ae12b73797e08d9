// @ts-check
import { moras } from './format.js';

/** @typedef {import('./types.js').Phrase} Phrase */
/** @typedef {import('./types.js').Mora} Mora */

/** @param {Phrase[]} phrases */
export const sizes = (phrases) => phrases.map((phrase) => phrase.moras.length);

/** Whether a mora is said high: all up to the fall, the first only where the fall is after it. */
/** @param {Phrase} phrase @param {number} i */
export const isHigh = (phrase, i) => (i === 0 ? phrase.accent === 1 : i < phrase.accent);

/** @param {Phrase[]} phrases @param {number} at @param {...Phrase} by */
export const replaced = (phrases, at, ...by) => [
  ...phrases.slice(0, at),
  ...by,
  ...phrases.slice(at + 1),
];

/** @param {Phrase[]} phrases @param {number} at @param {number} mora */
export function split(phrases, at, mora) {
  const { moras: all, accent, ...end } = phrases[at];
  const left = { moras: all.slice(0, mora), accent: Math.min(accent, mora), pause: false };
  const right = { moras: all.slice(mora), accent: Math.max(1, accent - mora), ...end };
  return replaced(phrases, at, left, right);
}

/** @param {Phrase[]} phrases @param {number} at */
export function joined(phrases, at) {
  const [left, right] = [phrases[at], phrases[at + 1]];
  const both = { ...left, moras: [...left.moras, ...right.moras] };
  both.pause = right.pause;
  both.question = right.question;
  return [...phrases.slice(0, at), both, ...phrases.slice(at + 2)];
}

/** A phrase with one mora otherwise. @param {Phrase} phrase @param {number} i @param {Partial<Mora>} more */
export const withMora = (phrase, i, more) => ({
  ...phrase,
  moras: phrase.moras.map((each, at) => (at === i ? { ...each, ...more } : each)),
});

/** @param {Phrase} phrase @param {string} kana */
export function rewritten(phrase, kana) {
  const texts = moras(kana);
  if (!texts.length) return phrase;
  return {
    ...phrase,
    moras: texts.map((text) => ({ text })),
    accent: Math.min(phrase.accent, texts.length),
  };
}
