// @ts-check
import { html, useEffect, useState } from './vendor/htm-preact.js';
import { attempt } from './actions.js';
import { episodePath, post } from './api.js';
import { draftOf, dropDraft, keepDraft } from './drafts.js';
import { askSoon, failed, inTurn, lines, putEpisode } from './load.js';
import { asks, closeDialog, stepToMark } from './open.js';
import { now, say, update } from './store.js';
import { t } from './words.js';

/**
 * @typedef {{name: string, title: string, sure: string, told: boolean, pieces: string[]}} Part
 * @typedef {{parts?: Part[], unsaid?: string[], faults?: string[], failed?: string,
 *   findings?: {message: string, said: string}[]}} Placed
 * @typedef {{from: number, piece: number}} Place
 * @typedef {(place: Place, to: number) => void} Move
 */

const key = () => /** @type {string} */ (now().route.key);

/** What was typed waits by this name for who closes the sheet, or loses it. */
const DRAFT = 'narration';

/** What somebody else wrote to the episode's script: each piece to its article. */
export function NarrationSheet() {
  const [text, type] = useState(draftOf(DRAFT)?.written ?? '');
  const setText = (/** @type {string} */ written) => {
    keepDraft(DRAFT, { base: '', written });
    type(written);
  };
  const [partly, setPartly] = useState(false);
  const [rest, setRest] = useState(false);
  const [placed, set] = useState(/** @type {Placed} */ ({}));
  useEffect(() => ask(text, partly, set), [text, partly]);
  const parts = placed.parts ?? [];
  const put = (/** @type {Part[]} */ next) => {
    // The next move goes on from here, whether the answer is there or not.
    set({ ...placed, parts: next });
    setText(marked(next));
  };
  const move = (/** @type {Place} */ place, /** @type {number} */ to) =>
    put(moved(parts, place, to, rest));
  return html`
    <p class="quiet">${t('narration.hint')}</p>
    <textarea
      class="narration"
      lang="ja"
      rows="6"
      autofocus
      spellcheck=${false}
      aria-label=${t('narration.text')}
      value=${text}
      onInput=${(/** @type {any} */ e) => setText(e.target.value)}
    ></textarea>
    <div class="narration-tools">
      <input
        type="file"
        accept=".txt,.md,.json"
        aria-label=${t('narration.file')}
        onChange=${(/** @type {any} */ e) => e.target.files[0]?.text().then(setText)}
      />
      <${Switch} on=${partly} set=${setPartly} text=${t('narration.partly')} />
      ${parts.length > 0 &&
      html`<${Switch} on=${rest} set=${setRest} text=${t('narration.rest')} />`}
    </div>
    <${Told} placed=${placed} keep=${() => put(parts)} />
    <ol class="parts">
      ${parts.map(
        (part, at) => html`<${PartOf} part=${part} at=${at} parts=${parts} move=${move} />`,
      )}
    </ol>
    <div class="sheet-buttons">
      <button type="button" onClick=${closeDialog}>${t('cancel')}</button>
      <button
        type="button"
        class="main"
        disabled=${!parts.length || (!partly && refusals(placed).length > 0)}
        onClick=${() => take(text, partly)}
      >
        ${t('narration.use')}
      </button>
    </div>
  `;
}

/** @param {{on: boolean, set: (on: boolean) => void, text: string}} props */
const Switch = ({ on, set, text }) => html`
  <label class="switch">
    <input type="checkbox" checked=${on} onChange=${() => set(!on)} />
    <span>${text}</span>
  </label>
`;

const SETTLE_MILLIS = 300;

/** @param {string} text @param {boolean} partly @param {(placed: Placed) => void} set */
function ask(text, partly, set) {
  if (!text.trim()) {
    set({});
    return undefined;
  }
  const path = episodePath(key(), '/narration/place');
  return askSoon(SETTLE_MILLIS, () => post(path, { text, partly }).catch(failed), set);
}

/** Why it would be refused. @param {Placed} placed */
const refusals = ({ faults, failed }) => [...(failed ? [failed] : []), ...(faults ?? [])];

/** What is to be said of the whole. @param {{placed: Placed, keep: () => void}} props */
const Told = ({ placed, keep }) => {
  const faults = refusals(placed);
  const findings = placed.findings ?? [];
  const doubtful = placed.parts?.some(({ told, pieces }) => !told && pieces.length > 0);
  return html`<div class="told" role="status">
    ${faults.length > 0 &&
    html`<ul class="trouble">
      ${faults.map((it) => html`<li>${it}</li>`)}
    </ul>`}
    ${doubtful &&
    html`<button type="button" class="small" onClick=${keep}>${t('narration.right')}</button>`}
    ${(placed.unsaid ?? []).length > 0 &&
    html`<p class="quiet">${t('narration.unsaid', first(placed))}</p>`}
    ${placed.parts &&
    !faults.length &&
    html`<p>
      ${findings.length ? t('narration.findings', { n: findings.length }) : t('nothingFound')}
    </p>`}
    ${findings.length > 0 &&
    html`<ul class="finding-list">
      ${findings.map(
        ({ message, said }) =>
          html`<li><span>${message}</span> <small class="quiet" lang="ja">${said}</small></li>`,
      )}
    </ul>`}
  </div>`;
};

/** @param {Placed} placed */
const first = ({ unsaid }) => ({ text: unsaid?.[0] ?? '' });

/**
 * A part with its pieces, each of which can be drawn, or sent by its list, to another part.
 * @param {{part: Part, at: number, parts: Part[], move: Move}} props
 */
function PartOf({ part, at, parts, move }) {
  const [over, set] = useState(false);
  return html`<li
    class="part"
    data-part=${part.name}
    data-told=${String(part.told)}
    data-over=${String(over)}
    onDragOver=${(/** @type {DragEvent} */ e) => (e.preventDefault(), set(true))}
    onDragLeave=${() => set(false)}
    onDrop=${(/** @type {DragEvent} */ e) => {
      e.preventDefault();
      set(false);
      const dropped = e.dataTransfer?.getData('text/plain') ?? '';
      if (/^\d+ \d+$/.test(dropped)) {
        const [from, piece] = dropped.split(' ').map(Number);
        move({ from, piece }, at);
      }
    }}
  >
    <h3>
      ${nameOf(part)}${' '}
      <small class="quiet"
        >${t('narration.pieces', { n: part.pieces.length, sure: part.sure })}</small
      >
    </h3>
    <ol>
      ${part.pieces.map(
        (text, piece) =>
          html`<li
            class="piece"
            lang="ja"
            draggable="true"
            onDragStart=${(/** @type {DragEvent} */ e) =>
              e.dataTransfer?.setData('text/plain', `${at} ${piece}`)}
          >
            <span>${text}</span>
            <select
              aria-label=${t('narration.move', { text })}
              value=${String(at)}
              onChange=${(/** @type {any} */ e) =>
                move({ from: at, piece }, Number(e.target.value))}
            >
              ${parts.map(
                (other, to) =>
                  html`<option value=${String(to)} selected=${to === at}>${short(other)}</option>`,
              )}
            </select>
          </li>`,
      )}
    </ol>
  </li>`;
}

/** @param {Part} part */
const short = ({ name }) => (t.has(`part.${name}`) ? t(/** @type {any} */ (`part.${name}`)) : name);

/** @param {Part} part */
const nameOf = (part) => [short(part), part.title].filter(Boolean).join(' · ');

/**
 * The parts once a piece, with those behind it where that is wanted, was moved: behind what comes
 * before it, and before what comes after it.
 * @param {Part[]} parts @param {Place} place @param {number} to @param {boolean} rest
 */
function moved(parts, { from, piece }, to, rest) {
  const end = rest ? undefined : piece + 1;
  const going = parts[from].pieces.slice(piece, end);
  return parts.map((part, at) => {
    if (at === to && to !== from) {
      const pieces = to < from ? [...part.pieces, ...going] : [...going, ...part.pieces];
      return { ...part, pieces };
    }
    const staying = part.pieces.filter((_, i) => i < piece || (end !== undefined && i >= end));
    return at === from && to !== from ? { ...part, pieces: staying } : part;
  });
}

/** The narration with a mark where each part begins. @param {Part[]} parts */
const marked = (parts) =>
  parts
    .filter(({ pieces }) => pieces.length > 0)
    .flatMap(({ name, pieces }) => [`## ${name}`, ...pieces])
    .join('\n');

/** @param {string} text @param {boolean} partly */
async function take(text, partly) {
  const at = key();
  const path = episodePath(at, '/narration');
  const answer = await inTurn(() => attempt(() => post(path, { text, partly })));
  if (!answer) return;
  dropDraft(DRAFT, at);
  putEpisode(answer);
  if (at !== key()) return;
  update({ lastDone: 'script', lastUndone: 'script', focus: undefined });
  closeDialog();
  say(t('narration.taken', { n: lines(now().episode).length }));
  stopAtFirst(at, TRIES);
}

/** The copy editor reads the lines in the background, some seconds at first. */
const TRIES = 60;
const TRY_MILLIS = 250;

/** To the first line that asks for a look; who goes on meanwhile is left alone. */
/** @param {string} at @param {number} tries */
function stopAtFirst(at, tries) {
  if (at !== key() || now().focus || !tries) return;
  if (lines(now().episode).some(asks)) stepToMark(1);
  else setTimeout(() => stopAtFirst(at, tries - 1), TRY_MILLIS);
}
