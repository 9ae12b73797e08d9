// @ts-check
import { html } from './vendor/htm-preact.js';
import { change } from './actions.js';
import { draftOf, dropDraft, keepDraft } from './drafts.js';
import { enter, useOnce } from './enter.js';
import { focusRow } from './open.js';
import { speak } from './speaking.js';
import { now } from './store.js';
import { t } from './words.js';

/** @param {string} id */
const lines = (id) => now().episode?.sections.find((each) => each.id === id)?.lines ?? [];

/**
 * The place for the host's own word on an article; it asks for nothing, but offers.
 * @param {{section: import('./types.js').Section}} props
 */
export function Slot({ section }) {
  const name = `slot ${section.id}`;
  const text = draftOf(name)?.written ?? '';
  const put = useOnce(async (/** @type {string} */ word) => {
    if (!(await change('word', { section: section.id, text: word }))) return;
    dropDraft(name);
    const last = lines(section.id).at(-1);
    if (last) focusRow(last.id);
    if (last && word) speak(last.id);
  });
  const say = () => text.trim() && put(text);
  return html`<div role="row" class="slot" data-slot=${section.id}>
    <span role="gridcell">
      <input
        type="text"
        lang="ja"
        aria-label=${t('slot.of', section)}
        placeholder=${t('slot')}
        value=${text}
        onInput=${(/** @type {any} */ e) => keepDraft(name, { base: '', written: e.target.value })}
        onKeyDown=${(/** @type {KeyboardEvent} */ e) => enter(e, say)}
      />
      <button type="button" class="small" disabled=${!text.trim()} onClick=${say}>
        ${t('slot.say')}
      </button>
      <button type="button" class="small plain" onClick=${() => put('')}>${t('slot.none')}</button>
    </span>
  </div>`;
}
