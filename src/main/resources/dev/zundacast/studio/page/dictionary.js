// @ts-check
import { html, useEffect, useState } from './vendor/htm-preact.js';
import { attempt, takeBackWords } from './actions.js';
import { get, post } from './api.js';
import { composing } from './enter.js';
import { IconButton } from './icons.js';
import { isField, pressed } from './keys.js';
import { failed } from './load.js';
import { say, update } from './store.js';
import { hear } from './wordsound.js';
import { t } from './words.js';

/** @typedef {import('./types.js').Entry} Entry */

/**
 * The reading list: search, sort, hear, add, take out, bring in and take away as a file.
 * @param {{show?: import('./types.js').Show}} props
 */
export function DictionaryPage({ show }) {
  const [answer, set] = useState(
    /** @type {{entries?: Entry[], undo?: string, redo?: string, failed?: string}} */ ({}),
  );
  const [words, search] = useState('');
  const [by, sort] = useState(/** @type {'word' | 'reading'} */ ('word'));
  const read = () => get('/api/dictionary').catch(failed).then(set);
  useEffect(() => void read(), [show]);
  useEffect(listenToUndo, []);
  const entries = sorted(found(answer.entries ?? [], words), by);
  return html`<main class="page" tabindex="-1">
    <div class="tools">
      <h1>${t('page.dictionary')}</h1>
      <input
        type="search"
        value=${words}
        aria-label=${t('searchEntries')}
        placeholder=${t('searchEntries')}
        onInput=${(/** @type {any} */ e) => search(e.target.value)}
      />
      <span class="quiet">${t('entries', { n: entries.length })}</span>
      <button type="button" onClick=${() => update({ dialog: { name: 'everywhere' } })}>
        ${t('addEntry')}
      </button>
      <label class="button">
        ${t('import')}
        <input
          type="file"
          class="unseen"
          accept=".tsv,.txt,.csv"
          onChange=${(/** @type {any} */ e) => bringIn(e.target, read)}
        />
      </label>
      <button type="button" onClick=${() => takeAway(entries)}>${t('export')}</button>
      <button type="button" onClick=${read}>${t('readAgain')}</button>
      <${IconButton}
        icon="undo"
        label=${t('undoWhat', { what: answer.undo ?? '' })}
        keys="Ctrl Z"
        disabled=${!answer.undo}
        run=${() => takeBackWords('undo')}
      />
      <${IconButton}
        icon="redo"
        label=${t('redoWhat', { what: answer.redo ?? '' })}
        keys="Ctrl Y"
        disabled=${!answer.redo}
        run=${() => takeBackWords('redo')}
      />
    </div>
    ${answer.failed && html`<p class="trouble">${answer.failed}</p>`}
    ${!answer.failed && !answer.entries && html`<p class="empty">${t('reading.entries')}</p>`}
    ${answer.entries && !entries.length && html`<p class="empty">${t('noEntries')}</p>`}
    ${entries.length > 0 &&
    html`<${Table} entries=${entries} by=${by} sort=${sort} read=${read} />`}
  </main>`;
}

/** Undo and redo outside of fields, as on the page of an episode. */
function listenToUndo() {
  const handle = (/** @type {KeyboardEvent} */ event) => {
    if (composing(event) || isField(event.target) || document.querySelector('dialog[open]')) return;
    const name = pressed(event);
    const undo = name === 'Ctrl+Z';
    if (!undo && !['Ctrl+Y', 'Ctrl+Shift+Z'].includes(name)) return;
    event.preventDefault();
    takeBackWords(undo ? 'undo' : 'redo');
  };
  document.addEventListener('keydown', handle);
  return () => document.removeEventListener('keydown', handle);
}

/** @param {Entry[]} entries @param {string} words */
function found(entries, words) {
  const wanted = words.normalize('NFKC').toLowerCase();
  return entries.filter(({ word, reading }) =>
    `${word} ${reading}`.normalize('NFKC').toLowerCase().includes(wanted),
  );
}

/** @param {Entry[]} entries @param {'word' | 'reading'} by */
const sorted = (entries, by) => [...entries].sort((a, b) => a[by].localeCompare(b[by], 'ja'));

const SHOWN = 500;

/** @param {{entries: Entry[], by: string, sort: (by: any) => void, read: () => unknown}} props */
const Table = ({ entries, by, sort, read }) => html`
  <table class="entries">
    <thead>
      <tr>
        ${
          /** @type {const} */ (['word', 'reading']).map(
            (name) =>
              html`<th scope="col" aria-sort=${name === by ? 'ascending' : undefined}>
                <button type="button" class="plain" onClick=${() => sort(name)}>
                  ${t(`entry.${name}`)}
                </button>
              </th>`,
          )
        }
        <th scope="col">${t('entry.accent')}</th>
        <th scope="col">${t('entry.place')}</th>
        <th scope="col"><span class="unseen">${t('column.do')}</span></th>
      </tr>
    </thead>
    <tbody>
      ${entries.slice(0, SHOWN).map(
        (entry) =>
          html`<tr key=${`${entry.place} ${entry.word}`}>
            <td lang="ja">${entry.word}</td>
            <td lang="ja">${entry.reading}</td>
            <td>${entry.accent ?? ''}</td>
            <td class="quiet">${entry.place ?? t(entry.shared ? 'entry.shared' : 'entry.own')}</td>
            <td>
              <${IconButton}
                icon="play"
                label=${t('hearWord', entry)}
                run=${() => hear({ word: entry.word })}
              />
              <button type="button" class="small" onClick=${() => change(entry)}>
                ${t('edit')}
              </button>
              ${!entry.shared &&
              html`<button type="button" class="small" onClick=${() => remove(entry, read)}>
                ${t('takeOut')}
              </button>`}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>
  ${entries.length > SHOWN &&
  html`<p class="quiet">${t('moreEntries', { n: entries.length - SHOWN })}</p>`}
`;

/** @param {Entry} entry */
const change = ({ word, reading, accent }) =>
  update({ dialog: { name: 'everywhere', word, reading, accent: accent ?? '' } });

/** @param {Entry} entry @param {() => unknown} read */
async function remove({ word, shared }, read) {
  const done = await attempt(() => post('/api/dictionary', { remove: word, shared }));
  if (done) say(t('entryOut', { word }));
  read();
}

/** Brings in rows of a word, its reading and, where there is one, its accent. */
/** @param {HTMLInputElement} field @param {() => unknown} read */
async function bringIn(field, read) {
  const text = await field.files?.[0]?.text();
  field.value = '';
  const rows = (text ?? '')
    .split(/\r?\n/)
    .filter((row) => row && !row.startsWith('#'))
    .map((row) => row.split(/[\t,]/))
    .filter(([word, reading]) => word && reading)
    .map(([word, reading, accent]) => ({
      word,
      reading,
      accent: accent ? Number(accent) : undefined,
    }));
  const done = await attempt(() => post('/api/dictionary', { import: rows, shared: false }));
  if (done) say(t('imported', { n: rows.length }));
  read();
}

/** @param {Entry[]} entries */
function takeAway(entries) {
  const text = entries.map(({ word, reading, accent }) =>
    [word, reading, accent ?? ''].join('\t').trim(),
  );
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([`${text.join('\n')}\n`], { type: 'text/tab-separated-values' }),
  );
  link.download = 'readings.tsv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
