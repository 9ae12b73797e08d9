// @ts-check
import { html, useEffect, useState } from './vendor/htm-preact.js';
import { attempt } from './actions.js';
import { post } from './api.js';
import { DiffText } from './diff.js';
import { enter, useOnce } from './enter.js';
import { askSoon, failed } from './load.js';
import { closeDialog } from './open.js';
import { say } from './store.js';
import { t } from './words.js';

/** @typedef {{of?: string, diff?: string, base?: string, failed?: string}} Shown */

/** Another value for a setting, with what it changes in the file. @param {{dialog?: any}} props */
export function SettingSheet({ dialog }) {
  const { name, written, usual } = dialog.setting;
  const [value, set] = useState(written ?? '');
  const [shown, show] = useState(/** @type {Shown} */ ({}));
  useEffect(() => askSoon(SETTLE_MILLIS, () => ask(name, value), show), [value]);
  const keep = useOnce(async () => {
    // Who presses Enter at once does not wait for what it changes.
    const answer = shown.of === value ? shown : await ask(name, value);
    show(answer);
    if (answer.diff) await write(name, value, answer.base);
  });
  return html`
    <div class="pair-fields">
      <label>
        ${name}
        <input
          autofocus
          lang="ja"
          autocomplete="off"
          value=${value}
          placeholder=${usual}
          onInput=${(/** @type {any} */ e) => set(e.target.value)}
          onKeyDown=${(/** @type {KeyboardEvent} */ e) => enter(e, keep)}
        />
      </label>
    </div>
    <p class="quiet">${t('setting.empty', { usual: usual || '–' })}</p>
    <div role="status">
      ${shown.failed && html`<p class="trouble">${shown.failed}</p>`}
      ${shown.diff === '' && html`<p class="quiet">${t('noDiff')}</p>`}
      ${shown.diff && html`<${DiffText} text=${shown.diff} />`}
    </div>
    <div class="sheet-buttons">
      <button type="button" onClick=${closeDialog}>${t('cancel')}</button>
      <button type="button" class="main" disabled=${!shown.diff} onClick=${keep}>
        ${t('setting.write')}
      </button>
    </div>
  `;
}

const SETTLE_MILLIS = 200;

/** @param {string} name @param {string} value @returns {Promise<Shown>} */
const ask = (name, value) =>
  post('/api/settings', { name, value })
    .catch(failed)
    .then((answer) => ({ ...answer, of: value }));

/** @param {string} name @param {string} value @param {string | undefined} base */
async function write(name, value, base) {
  const done = await attempt(() => post('/api/settings', { name, value, base }));
  if (!done) return;
  closeDialog();
  say(t('setting.written', { name }));
}
