// @ts-check
import { html, useEffect, useState } from './vendor/htm-preact.js';
import { begin } from './actions.js';
import { post } from './api.js';
import { day } from './format.js';
import { icon } from './icons.js';
import { failed } from './load.js';
import { closeDialog } from './open.js';
import { now } from './store.js';
import { t } from './words.js';

/**
 * What building several posts changes and how long it takes, before it is begun.
 * @param {{dialog?: {keys?: string[]}}} props
 */
export function BuildSheet({ dialog }) {
  const asked = dialog?.keys ?? [];
  const [plan, set] = useState(/** @type {any} */ (undefined));
  useEffect(() => {
    post('/api/build', { keys: asked, dryRun: true }).catch(failed).then(set);
  }, []);
  if (!plan) return html`<p class="quiet">${t('reading.build', { n: asked.length })}</p>`;
  if (plan.failed) return html`<p class="trouble">${plan.failed}</p>`;
  if (!plan.keys.length) {
    return html`<p class="empty">${icon('check')} ${t('build.nothing', { n: asked.length })}</p>`;
  }
  const minutes = Math.ceil(plan.seconds / 60);
  return html`
    <p role="status">
      <b>${t('build.changes', { n: plan.keys.length, all: asked.length })}</b>
      ${' '}${t('build.cost', { lines: plan.lines, minutes })}
    </p>
    <ul class="files planned">
      ${plan.keys.map((/** @type {string} */ key) => html`<li>${nameOf(key)}</li>`)}
    </ul>
    <div class="sheet-buttons">
      <button type="button" onClick=${closeDialog}>${t('cancel')}</button>
      <button type="button" class="main" autofocus onClick=${() => run(plan.keys)}>
        ${t('build.now', { n: plan.keys.length })}
      </button>
    </div>
  `;
}

/** @param {string} key */
function nameOf(key) {
  const row = now().show?.posts.find((each) => each.key === key);
  return row ? `${day(row.date)} ${row.title}` : key;
}

/** @param {string[]} keys */
function run(keys) {
  closeDialog();
  begin('build', keys);
}
