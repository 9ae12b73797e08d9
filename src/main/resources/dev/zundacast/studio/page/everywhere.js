// @ts-check
import { html, useEffect, useState } from './vendor/htm-preact.js';
import { attempt, keep } from './actions.js';
import { get, linePath, post } from './api.js';
import { useOnce } from './enter.js';
import { askSoon, inTurn, lineOf, loadShow, reloadEpisode } from './load.js';
import { IconButton } from './icons.js';
import { closeDialog } from './open.js';
import { playClip } from './player.js';
import { now, say, update } from './store.js';
import { WordSound, withAccent } from './wordsound.js';
import { t } from './words.js';

/** @typedef {import('./types.js').Impact} Impact */

/**
 * A reading for a word wherever it stands, with what that changes before it is done.
 * @param {import('./store.js').State} state
 */
export function Everywhere({ dialog }) {
  const [entry, put] = useEntry(dialog);
  const [scope, choose] = useState('all');
  const [impact, setImpact] = useState(/** @type {Impact | undefined} */ (undefined));
  useEffect(() => ask(entry, setImpact), [entry.word, entry.reading, entry.accent]);
  const chooseWord = (/** @type {string} */ word) => {
    put({ word });
    requestAnimationFrame(focusReading);
  };
  const field = (/** @type {'word' | 'reading' | 'accent'} */ name) => html`
    <label>
      ${t(`entry.${name}`)}
      <input
        name=${name}
        lang="ja"
        autocomplete="off"
        value=${entry[name]}
        autofocus=${name === (dialog?.word ? 'reading' : 'word')}
        onInput=${(/** @type {any} */ e) => put({ [name]: e.target.value })}
      />
    </label>
  `;
  const words = wordsOf(lineOf(dialog?.line));
  const done = useOnce(async () => {
    // What was typed into lines that change comes before.
    const ids = scope === 'all' ? [] : inScope(impact, scope, dialog?.line).map(({ id }) => id);
    if (await keep(...ids)) await write(entry, scope, dialog?.line);
  });
  return html`
    <${Chips} words=${words} choose=${chooseWord} />
    <div class="pair-fields">${field('word')} ${field('reading')} ${field('accent')}</div>
    <${WordSound}
      entry=${entry}
      speaker=${lineOf(dialog?.line)?.speaker}
      choose=${(/** @type {string} */ accent) => put({ accent })}
    />
    ${impact
      ? html`<${ImpactText} impact=${impact} />`
      : html`<p class="quiet">${t('impactHint')}</p>`}
    <fieldset class="scope">
      <legend>${t('scope')}</legend>
      ${
        /** @type {const} */ (['line', 'episode', 'all']).map(
          (each) =>
            html`<label>
              <input
                type="radio"
                name="scope"
                checked=${scope === each}
                disabled=${each === 'line' && !dialog?.line}
                onChange=${() => choose(each)}
              />
              ${t(`scope.${each}`, { n: inScope(impact, each, dialog?.line).length })}
            </label>`,
        )
      }
    </fieldset>
    <div class="sheet-buttons">
      <button type="button" onClick=${closeDialog}>${t('cancel')}</button>
      <button type="button" class="main" disabled=${!entry.word || !entry.reading} onClick=${done}>
        ${t('keepEntry')}
      </button>
    </div>
  `;
}

/**
 * The word as it is typed; what comes fast comes before the page is made anew.
 * @param {any} dialog
 * @returns {[import('./wordsound.js').Typed, (change: Partial<import('./wordsound.js').Typed>) => void]}
 */
function useEntry(dialog) {
  const [entry, set] = useState({
    word: dialog?.word || '',
    reading: dialog?.reading || '',
    accent: String(dialog?.accent ?? ''),
  });
  return [entry, (change) => set((/** @type {any} */ before) => ({ ...before, ...change }))];
}

function focusReading() {
  /** @type {HTMLElement | null} */ (document.querySelector('dialog [name=reading]'))?.focus();
}

/** @param {{words: string[], choose: (word: string) => void}} props */
const Chips = ({ words, choose }) =>
  words.length > 0 &&
  html`<div class="chips" role="group" aria-label=${t('wordsOfLine')}>
    ${words.map(
      (word) =>
        html`<button type="button" class="small" onClick=${() => choose(word)}>${word}</button>`,
    )}
  </div>`;

/**
 * What is read as one word: a run of kanji, one kanji with the kana that belong to it up to a
 * particle, a run of katakana, or a foreign name; what counts a number is none.
 */
const WORD =
  /(?<![\d,.])(?:[\p{Script=Han}々ヶ]{2,}|\p{Script=Han}(?:(?![はがをにでとものへや])\p{Script=Hiragana})*)|[\p{Script=Katakana}ー]+|[A-Za-z][\w.+#-]+/gu;

/** The words of a line, those first whose reading is a guess. @param {import('./types.js').Line | undefined} line */
function wordsOf(line) {
  const guessed = (line?.findings ?? []).flatMap(({ word }) => word ?? []);
  const text = (line?.pieces ?? []).map((piece) => piece.written).join('');
  return [...new Set([...guessed, ...(text.match(WORD) ?? [])])];
}

/** @param {Impact | undefined} impact @param {string} scope @param {string} [id] */
function inScope(impact, scope, id) {
  const all = impact?.lines ?? [];
  if (scope === 'all') return all;
  const here = all.filter((line) => line.key === now().route.key);
  return here.filter(scope === 'line' ? (line) => line.id === id : isOpen);
}

/** Whether a change of many lines may be this one's, too. @param {{id: string}} line */
const isOpen = ({ id }) => !lineOf(id)?.approved;

const SETTLE_MILLIS = 200;

/** @param {{word: string, reading: string, accent: string}} entry @param {(impact: Impact | undefined) => void} set */
function ask(entry, set) {
  set(undefined);
  if (!entry.word || !entry.reading) return undefined;
  const request = () => post('/api/dictionary', { ...withAccent(entry), dryRun: true });
  return askSoon(SETTLE_MILLIS, () => attempt(request), set);
}

/** @param {{word: string, reading: string, accent: string}} entry @param {string} scope @param {string} [id] */
async function write(entry, scope, id) {
  const key = now().route.key;
  const only = { line: { key, ids: [id] }, episode: { key }, all: undefined }[scope];
  const done = await inTurn(() =>
    attempt(() => post('/api/dictionary', { ...withAccent(entry), dryRun: false, only })),
  );
  if (!done) return;
  if (!only) update({ lastDone: 'words', lastUndone: 'script' });
  closeDialog();
  say(t('entryKept', entry));
  reloadEpisode();
  loadShow();
}

/** @param {{impact: Impact}} props */
export const ImpactText = ({ impact }) => html`
  <p role="status" class="impact">
    <b>${t('impact', { lines: impact.lines.length, episodes: impact.episodes })}</b>
    ${' '}${t('impactCost', { clips: impact.clips, seconds: Math.ceil(impact.seconds) })}
  </p>
  <ul class="impact-lines">
    ${impact.lines.slice(0, 200).map(
      (line) =>
        html`<li>
          <${Hear} line=${line} />
          <span><b>${line.title}</b> ${line.id}</span>
          <${InPlace} ...${line} />
        </li>`,
    )}
  </ul>
`;

/** How much is shown around what differs. */
const AROUND = 12;

/** What differs, where it stands. @param {{before: string, after: string}} props */
function InPlace({ before, after }) {
  const [old, fresh] = [[...before], [...after]];
  const shorter = Math.min(old.length, fresh.length);
  let from = 0;
  while (from < shorter && old[from] === fresh[from]) from++;
  let end = 0;
  while (end < shorter - from && old.at(-1 - end) === fresh.at(-1 - end)) end++;
  const lead = old.slice(Math.max(0, from - AROUND), from).join('');
  const rest = old.slice(old.length - end, old.length - end + AROUND).join('');
  return html`<span lang="ja">
    ${from > AROUND ? '…' : ''}${lead}<del>${old.slice(from, old.length - end).join('')}</del
    ><ins>${fresh.slice(from, fresh.length - end).join('')}</ins>${rest}${end > AROUND ? '…' : ''}
  </span>`;
}

/** How the line sounds now. @param {{line: import('./types.js').ImpactLine}} props */
const Hear = ({ line: { key, id, title } }) => html`
  <${IconButton}
    icon="play"
    label=${t('playLine', { id: `${title} ${id}` })}
    run=${() => hearLine(key, id)}
  />
`;

/** @param {string} key @param {string} id */
async function hearLine(key, id) {
  const line = await attempt(() => get(linePath(key, id)));
  if (line?.clip) playClip(line.clip);
  else if (line) say(t('state.none'));
}
