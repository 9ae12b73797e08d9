// @ts-check
import { html } from './vendor/htm-preact.js';
import { approve, changeKept, duplicate, remove, unlocked } from './actions.js';
import { chosen } from './open.js';
import { speakAgain } from './speaking.js';
import { say, update } from './store.js';
import { t } from './words.js';

/** What can be done with several chosen lines at once. @param {import('./store.js').State} state */
export function SelectionBar({ selected, episode, engine }) {
  if (!selected.size) return null;
  return html`<div class="selection" role="toolbar" aria-label=${t('selection')}>
    <b>${t('chosenLines', { n: selected.size })}</b>
    <button type="button" onClick=${() => speakAgain(chosen())}>${t('speakChosen')}</button>
    <button type="button" onClick=${() => approve(chosen())}>${t('approve')}</button>
    <label>
      ${t('voice')}
      <select onChange=${(/** @type {any} */ e) => giveVoice(e.target.value)}>
        <option value="" selected>–</option>
        ${voices(episode, engine).map((name) => html`<option value=${name}>${name}</option>`)}
      </select>
    </label>
    <button type="button" onClick=${() => duplicate(chosen())}>${t('key.duplicate')}</button>
    <button type="button" onClick=${() => remove(chosen())}>${t('key.delete')}</button>
    <button type="button" class="plain" onClick=${() => update({ selected: new Set() })}>
      ${t('chooseNone')}
    </button>
  </div>`;
}

/**
 * The voices that may speak, each with the styles that the engine has of it.
 * @param {import('./types.js').Episode | undefined} episode
 * @param {import('./types.js').Engine | undefined} engine
 */
const voices = (episode, engine) =>
  (episode?.speakers ?? []).flatMap(({ name }) => [
    name,
    ...(engine?.speakers?.find((each) => each.name === name)?.styles ?? []).map(
      (each) => `${name}/${each.name}`,
    ),
  ]);

/** Has one voice say all chosen lines. @param {string} speaker */
async function giveVoice(speaker) {
  if (!speaker) return;
  const ids = unlocked(chosen());
  if (!ids.length || !(await changeKept('voice', { ids, speaker }))) return;
  say(t('voiceGiven', { n: ids.length, speaker }));
}
