// @ts-check
import { html, useEffect, useState } from './vendor/htm-preact.js';
import { episodeKey } from './actions.js';
import { get, linePath } from './api.js';
import { t } from './words.js';

/** @typedef {{sentences: string[], beyond: string[]}} Source */

/** @type {Source} */
const NONE = { sentences: [], beyond: [] };

/**
 * The post's sentences that the open line tells; what it says beyond the article is marked.
 * @param {{line: import('./types.js').Line}} props
 */
export function SourceOf({ line }) {
  const [{ sentences, beyond }, set] = useState(NONE);
  useEffect(() => {
    get(linePath(episodeKey(), line.id, '/source'))
      .then(set)
      .catch(() => set(NONE));
  }, [line.id, line.written]);
  if (!sentences.length && !beyond.length) return null;
  return html`<div class="field source">
    <span class="label">${t('source')}</span>
    <div lang="ja">
      ${sentences.map((text) => html`<p>${text}</p>`)}
      ${beyond.length > 0 && html`<p><${Marked} text=${textOf(line)} words=${beyond} /></p>`}
    </div>
  </div>`;
}

/** @param {import('./types.js').Line} line */
const textOf = ({ pieces }) => pieces.map(({ written }) => written).join('');

/** A text in which some words are marked. @param {{text: string, words: string[]}} props */
const Marked = ({ text, words }) => {
  const found = words
    .map((word) => ({ word, at: text.indexOf(word) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.word.length - a.word.length);
  let end = 0;
  const parts = found.flatMap(({ word, at }) => {
    if (at < end) return [];
    const before = text.slice(end, at);
    end = at + word.length;
    return [before, html`<mark title=${t('beyond')}>${word}</mark>`];
  });
  return [...parts, text.slice(end)];
};
