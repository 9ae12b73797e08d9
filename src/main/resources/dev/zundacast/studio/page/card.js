// @ts-check
import { html, useEffect, useRef } from './vendor/htm-preact.js';
import {
  addBelow,
  approve,
  duplicate,
  joinNext,
  leaveOut,
  move,
  remove,
  splitLine,
} from './actions.js';
import { Accents } from './accents.js';
import { Conflict } from './conflict.js';
import { awaitNothing, changes, draftOf, dropDraft, keepDraft } from './drafts.js';
import { IconButton, icon } from './icons.js';
import { enter } from './enter.js';
import { lineOf } from './load.js';
import { closeLine, focusRow, openEverywhere, rowOf } from './open.js';
import { Sliders } from './sliders.js';
import { SourceOf } from './source.js';
import { acceptAndSpeak } from './speaking.js';
import { alarm, now, update } from './store.js';
import { Takes } from './takes.js';
import { VoiceChoice } from './voicechoice.js';
import { t } from './words.js';

/** @typedef {import('./types.js').Line} Line */
/** @typedef {import('./drafts.js').Draft} Draft */
/** @typedef {(change: Partial<Draft>) => void} Edit */

/** The open line: all that can be changed about it, in its place. */
/** @param {{line: Line, state: import('./store.js').State}} props */
export function Card({ line, state }) {
  const draft = draftOf(line.id) ?? { base: line.source };
  const key = now().route.key;
  /** @type {Edit} */
  const edit = (change) => {
    // What is heard comes back later: another episode may be open, or the line be another by then.
    const kept = (key === now().route.key && lineOf(line.id)) || line;
    const next = { ...(draftOf(line.id, key) ?? { base: line.source }), ...change };
    if ('written' in change || 'spoken' in change) {
      // Accents are of the words that they were set for.
      delete next.accents;
      awaitNothing(line.id, key);
    } else if (change.accents === '') awaitNothing(line.id, key);
    if (Object.keys(changes(kept, next)).length) keepDraft(line.id, next, key);
    else dropDraft(line.id, key);
  };
  useEffect(() => () => gone(line.id, key), []);
  const accept = () => acceptAndSpeak(line.id).then((kept) => kept && focusField(line.id));
  const parts = { line, draft, edit, accept, state };
  const changed = draft.base !== line.source && Object.keys(changes(line, draft)).length > 0;
  return html`<div role="row" class="card-row">
    <div role="gridcell">
      <div
        class="card"
        role="group"
        aria-label=${t('cardOf', { id: line.id })}
        onKeyDown=${(/** @type {KeyboardEvent} */ e) => e.ctrlKey && enter(e, accept)}
      >
        ${changed && html`<${Conflict} ...${parts} />`}
        ${line.approved && html`<p class="quiet">${icon('lock')} ${t('lockedHint')}</p>`}
        <fieldset class="card-fields" disabled=${!!line.approved}>
          <${TextField} ...${parts} />
          <${Findings} line=${line} />
          <${SourceOf} line=${line} />
          <${SpokenField} ...${parts} />
          <${Accents} ...${parts} />
          <div class="card-tools">
            <${Sliders} ...${parts} />
            <${VoiceChoice} ...${parts} />
          </div>
        </fieldset>
        <${Takes} line=${line} sounding=${state.sounding} />
        <${Buttons} ...${parts} />
      </div>
    </div>
  </div>`;
}

/** What was typed into a line that somebody has taken away meanwhile can be read, at least. */
/** @param {string} id @param {string | undefined} key */
function gone(id, key) {
  const draft = draftOf(id, key);
  if (!draft || key !== now().route.key || !now().episode || lineOf(id)) return;
  update({ open: undefined });
  alarm(t('lineGone', { id, text: draft.written ?? draft.spoken ?? '' }));
}

/** @param {string} id */
function focusField(id) {
  const field = document.getElementById(fieldId(id));
  if (field && !field.closest('.card')?.contains(document.activeElement)) field.focus();
}

/** @param {string} id */
const fieldId = (id) => `text ${id}`;

/**
 * @typedef {{line: Line, draft: Draft, edit: Edit, accept: () => unknown,
 *   state: import('./store.js').State}} Parts
 */

/** @param {Parts} props */
function TextField(props) {
  const { line, draft } = props;
  useEffect(() => enterCard(document.getElementById(fieldId(line.id)), line.id), []);
  return html`<div class="field">
    <label for=${fieldId(line.id)}>${t('text')}</label>
    <${Growing}
      ...${props}
      id=${fieldId(line.id)}
      name="written"
      value=${draft.written ?? line.written}
    />
    <small class="quiet">${t('textHint')}</small>
  </div>`;
}

/**
 * A field as high as its text, or as what stands in its place while it is empty.
 * @param {Parts & {id: string, name: 'written' | 'spoken', value: string, placeholder?: string}} props
 */
function Growing({ id, name, value, placeholder, edit, accept }) {
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useEffect(() => grow(field.current), [value, placeholder]);
  return html`<textarea
    id=${id}
    ref=${field}
    rows="1"
    lang="ja"
    autocomplete="off"
    spellcheck=${false}
    value=${value}
    placeholder=${placeholder}
    onInput=${(/** @type {any} */ e) => edit({ [name]: e.target.value })}
    onKeyDown=${(/** @type {KeyboardEvent} */ e) => enter(e, accept)}
    onPaste=${(/** @type {ClipboardEvent} */ e) =>
      pasteAsOneLine(e, (text) => edit({ [name]: text }))}
  ></textarea>`;
}

/** Goes into the text and brings the card into view. @param {HTMLElement | null} field @param {string} id */
function enterCard(field, id) {
  const locked = field?.matches(':disabled');
  /** @type {HTMLElement | null | undefined} */
  const first = locked ? field?.closest('.card')?.querySelector('.card-buttons .main') : field;
  first?.focus({ preventScroll: true });
  const card = field?.closest('.card-row')?.getBoundingClientRect();
  const list = field?.closest('.lines')?.getBoundingClientRect();
  if (card && list && (card.bottom > list.bottom || card.top < list.top)) {
    rowOf(id)?.scrollIntoView({ block: 'start' });
  }
}

/** @param {HTMLTextAreaElement | null} field */
function grow(field) {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}

/** A line of a script is one line. @param {ClipboardEvent} event @param {(text: string) => void} put */
function pasteAsOneLine(event, put) {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\r\n]/.test(text)) return;
  event.preventDefault();
  const field = /** @type {HTMLTextAreaElement} */ (event.currentTarget);
  field.setRangeText(
    text.replace(/\s*[\r\n]+\s*/g, ' '),
    field.selectionStart,
    field.selectionEnd,
    'end',
  );
  put(field.value);
}

/** @param {Parts} props */
const SpokenField = (props) => html`
  <div class="field">
    <label for=${`spoken ${props.line.id}`}>${t('reading')}</label>
    <${Growing}
      ...${props}
      id=${`spoken ${props.line.id}`}
      name="spoken"
      value=${props.draft.spoken ?? props.line.spoken ?? ''}
      placeholder=${props.line.said ?? t('readingByItself')}
    />
  </div>
`;

/** @param {{line: Line}} props */
const Findings = ({ line }) =>
  line.findings.length > 0 &&
  html`<ul class="card-findings">
    ${line.findings.map(
      ({ message, remedy, word }) =>
        html`<li>
          ${icon('warn')} <span>${message}</span>
          ${remedy &&
          html`<button type="button" class="small" onClick=${() => openEverywhere(line.id, remedy)}>
            ${remedy.label}
          </button>`}
          ${word &&
          html`<button
            type="button"
            class="small"
            onClick=${() => openEverywhere(line.id, { word })}
          >
            ${t('sayEverywhere', { word })}
          </button>`}
        </li>`,
    )}
  </ul>`;

/** The word that is chosen in the text field of a line, else the one under its caret. @param {string} id */
function chosenWord(id) {
  const field = /** @type {HTMLTextAreaElement | null} */ (document.getElementById(fieldId(id)));
  if (!field) return '';
  const { value, selectionStart, selectionEnd } = field;
  if (selectionStart !== selectionEnd) return value.slice(selectionStart, selectionEnd);
  const words = new Intl.Segmenter('ja', { granularity: 'word' }).segment(value);
  const word = words.containing(Math.min(selectionStart, value.length - 1));
  return word?.isWordLike ? word.segment : '';
}

/** Cuts the line in two where the caret is. @param {Line} line */
function split(line) {
  const field = /** @type {HTMLTextAreaElement | null} */ (
    document.getElementById(fieldId(line.id))
  );
  if (field) splitLine(line.id, field.value, field.selectionStart);
}

/** @param {Parts} props */
const Buttons = ({ line, accept }) => html`
  <div class="card-buttons">
    <button type="button" class="main" onClick=${accept}>
      ${t('acceptAndSpeak')} <kbd>Enter</kbd>
    </button>
    <button
      type="button"
      data-do="everywhere"
      onClick=${() => openEverywhere(line.id, { word: chosenWord(line.id) })}
    >
      ${t('wordEverywhere')}
    </button>
    <button
      type="button"
      aria-pressed=${String(!!line.approved)}
      onClick=${() => approve([line.id])}
    >
      ${icon('lock')} ${t(line.approved ? 'approved' : 'approve')}
    </button>
    <button type="button" onClick=${() => leaveOut([line.id])}>${t('leaveOutLine')}</button>
    <button type="button" onClick=${() => split(line)}>${t('splitLine')}</button>
    <button type="button" onClick=${() => joinNext(line.id)}>${t('joinLine')}</button>
    <span class="grow"></span>
    <${IconButton}
      icon="plus"
      label=${t('key.add')}
      keys="Shift Enter"
      run=${() => addBelow(line.id)}
    />
    <${IconButton}
      icon="copy"
      label=${t('key.duplicate')}
      keys="Ctrl D"
      run=${() => duplicate([line.id])}
    />
    <${IconButton} icon="up" label=${t('key.moveUp')} keys="Alt ↑" run=${() => move(line.id, -1)} />
    <${IconButton}
      icon="down"
      label=${t('key.moveDown')}
      keys="Alt ↓"
      run=${() => move(line.id, 1)}
    />
    <${IconButton}
      icon="cross"
      label=${t('key.delete')}
      keys="Shift Delete"
      run=${() => remove([line.id])}
    />
    <button type="button" class="plain" onClick=${() => (closeLine(), focusRow(line.id))}>
      ${t('close')} <kbd>Esc</kbd>
    </button>
  </div>
`;
