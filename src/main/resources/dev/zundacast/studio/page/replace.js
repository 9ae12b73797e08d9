// @ts-check
import { html, useEffect, useState } from './vendor/htm-preact.js';
import { attempt, changeBy, saved } from './actions.js';
import { episodePath, post } from './api.js';
import { enter } from './enter.js';
import { askSoon, lines, reloadEpisode } from './load.js';
import { closeDialog, focusRow } from './open.js';
import { now, say } from './store.js';
import { t } from './words.js';

/** Finds a text in all lines of the episode, and puts another in its place. */
export function ReplaceSheet() {
  const [find, setFind] = useState('');
  const [put, setPut] = useState('');
  const found = lines(now().episode).filter((line) => find && line.written.includes(find));
  const [{ count, approved }, setCount] = useState(NONE);
  useEffect(() => ask(find, put, setCount), [find, put]);
  return html`
    <div class="pair-fields">
      <label>
        ${t('find')}
        <input
          type="search"
          autofocus
          value=${find}
          onInput=${(/** @type {any} */ e) => setFind(e.target.value)}
          onKeyDown=${(/** @type {KeyboardEvent} */ e) =>
            enter(e, () => found[0] && show(found[0].id))}
        />
      </label>
      <label>
        ${t('replaceWith')}
        <input value=${put} onInput=${(/** @type {any} */ e) => setPut(e.target.value)} />
      </label>
    </div>
    <p role="status">
      ${find ? t('foundTimes', { n: count, lines: found.length }) : t('findHint')}
      ${find && approved > 0 && ` · ${t('lockedStay', { n: approved })}`}
    </p>
    <ul class="found-lines">
      ${found.slice(0, 200).map(
        (line) =>
          html`<li>
            <button type="button" class="plain" onClick=${() => show(line.id)}>
              <b>${line.id}</b> <${Marked} text=${line.written} word=${find} />
            </button>
          </li>`,
      )}
    </ul>
    <div class="sheet-buttons">
      <button
        type="button"
        class="main"
        disabled=${!count}
        onClick=${() => replace(find, put, found)}
      >
        ${t('replaceAll', { n: count })}
      </button>
    </div>
  `;
}

const SETTLE_MILLIS = 150;

const NONE = { count: 0, approved: 0 };

/**
 * How many lines would change, and how many are approved and stay.
 * @param {string} find
 * @param {string} put
 * @param {(found: {count: number, approved: number}) => void} set
 */
function ask(find, put, set) {
  if (!find) return undefined;
  const path = episodePath(/** @type {string} */ (now().route.key), '/replace');
  const request = () => post(path, { find, with: put, dryRun: true });
  return askSoon(
    SETTLE_MILLIS,
    () => attempt(request),
    (answer) => set(answer ?? NONE),
  );
}

/** @param {string} find @param {string} put @param {import('./types.js').Line[]} found */
async function replace(find, put, found) {
  const ids = found.map(({ id }) => id);
  const answer = await changeBy(
    '/replace',
    async () => (await saved(ids)) && { find, with: put, dryRun: false },
  );
  if (!answer) return;
  say(t('replaced', { n: answer.count }));
  closeDialog();
  reloadEpisode();
}

/** @param {string} id */
function show(id) {
  closeDialog();
  setTimeout(() => focusRow(id));
}

/** @param {{text: string, word: string}} props */
const Marked = ({ text, word }) =>
  text.split(word).map((part, i) => (i === 0 ? part : html`<mark>${word}</mark>${part}`));
