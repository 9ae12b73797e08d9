// @ts-check
import { html, useState } from './vendor/htm-preact.js';
import { change } from './actions.js';
import { enter, useOnce } from './enter.js';
import { closeDialog } from './open.js';
import { t } from './words.js';

/** A new section, or another title for one. @param {import('./store.js').State} state */
export function SectionSheet({ dialog }) {
  const [title, set] = useState(dialog?.title ?? '');
  const keep = useOnce(() => title.trim() && done(dialog, title.trim()));
  return html`
    <div class="pair-fields">
      <label>
        ${t('section.title')}
        <input
          autofocus
          value=${title}
          onInput=${(/** @type {any} */ e) => set(e.target.value)}
          onKeyDown=${(/** @type {KeyboardEvent} */ e) => enter(e, keep)}
        />
      </label>
    </div>
    <div class="sheet-buttons">
      <button type="button" onClick=${closeDialog}>${t('cancel')}</button>
      <button type="button" class="main" disabled=${!title.trim()} onClick=${keep}>
        ${t('keep')}
      </button>
    </div>
  `;
}

/** @param {any} dialog @param {string} title */
async function done({ section, before }, title) {
  const answer = section
    ? await change('nameSection', { section: section.id, title })
    : await change('addSection', { title, before, text: t('newLine') });
  if (answer) closeDialog();
}
