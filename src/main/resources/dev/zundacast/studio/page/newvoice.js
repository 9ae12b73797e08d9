// @ts-check
import { html, useState } from './vendor/htm-preact.js';
import { attempt } from './actions.js';
import { post } from './api.js';
import { enter, useOnce } from './enter.js';
import { closeDialog } from './open.js';
import { playClip } from './player.js';
import { say } from './store.js';
import { t } from './words.js';

/** @typedef {{name: string, styles: string[], credit: string}} Character */

/** A voice of a character in a style, which is heard as soon as it is made. @param {{dialog?: any}} props */
export function NewVoiceSheet({ dialog }) {
  const { characters, folder, taken } = dialog;
  const [chosen, choose] = useState(/** @type {Character} */ (characters[0]));
  const [style, setStyle] = useState(usual(chosen));
  const [typed, type] = useState(/** @type {string | undefined} */ (undefined));
  const name = typed ?? free(chosen, style, taken);
  const make = useOnce(() => name.trim() && makeVoice({ name, character: chosen.name, style }));
  const take = (/** @type {string} */ called) => {
    const other = characters.find((/** @type {Character} */ it) => it.name === called);
    choose(other);
    setStyle(usual(other));
  };
  return html`
    <div class="pair-fields new-voice">
      <label>
        ${t('character')}
        <select
          autofocus
          value=${chosen.name}
          onChange=${(/** @type {any} */ e) => take(e.target.value)}
        >
          ${characters.map(
            (/** @type {Character} */ it) =>
              html`<option value=${it.name} selected=${it === chosen}>${it.name}</option>`,
          )}
        </select>
      </label>
      <label>
        ${t('style')}
        <select value=${style} onChange=${(/** @type {any} */ e) => setStyle(e.target.value)}>
          ${chosen.styles.map(
            (it) => html`<option value=${it} selected=${it === style}>${it}</option>`,
          )}
        </select>
      </label>
      <label>
        ${t('voiceName')}
        <input
          name="voice"
          lang="ja"
          autocomplete="off"
          value=${name}
          onInput=${(/** @type {any} */ e) => type(e.target.value)}
          onKeyDown=${(/** @type {KeyboardEvent} */ e) => enter(e, make)}
        />
      </label>
    </div>
    <p class="quiet">${t('voiceFolder')} <code>${folder}</code> · ${chosen.credit}</p>
    <div class="sheet-buttons">
      <button type="button" onClick=${closeDialog}>${t('cancel')}</button>
      <button type="button" class="main" disabled=${!name.trim()} onClick=${make}>
        ${t('makeVoice')}
      </button>
    </div>
  `;
}

const NORMAL = 'ノーマル';

/** @param {Character} character */
const usual = ({ styles }) => (styles.includes(NORMAL) ? NORMAL : styles[0]);

/** A name that no other voice has, if there is one. */
/** @param {Character} character @param {string} style @param {string[]} taken */
const free = ({ name }, style, taken) =>
  [name, `${name}${style}`, `${name}2`].find((it) => !taken.includes(it)) ?? '';

/** @param {{name: string, character: string, style: string}} wanted */
async function makeVoice(wanted) {
  const done = await attempt(() => post('/api/voices/new', wanted));
  if (!done) return;
  closeDialog();
  say(t('voiceMade', { file: done.made }));
  const name = wanted.name.trim();
  const made = done.voices.find((/** @type {any} */ it) => it.name === name);
  const { parameters } = made;
  const heard = await attempt(() => post('/api/voices/hear', { name, parameters }));
  if (heard?.clip) playClip(heard.clip);
}
