// @ts-check
import { html, useEffect, useState } from './vendor/htm-preact.js';
import { attempt, start } from './actions.js';
import { episodePath, get, post } from './api.js';
import { FindingList } from './check.js';
import { closeDialog } from './open.js';
import { failed } from './load.js';
import { now, say } from './store.js';
import { t } from './words.js';

const key = () => /** @type {string} */ (now().route.key);

/** What will be written, what is found, and what is left to do by hand. */
export function PublishSheet() {
  const [sheet, set] = useState(/** @type {any} */ (undefined));
  useEffect(() => {
    get(episodePath(key(), '/publish')).catch(failed).then(set);
  }, []);
  if (!sheet) return html`<p class="quiet">${t('reading.publish')}</p>`;
  if (sheet.failed) return html`<p class="trouble">${sheet.failed}</p>`;
  const hasSteps = sheet.steps?.length > 0;
  return html`
    ${sheet.hindrance && html`<p class="trouble" id="hindrance">${sheet.hindrance}</p>`}
    <h3>${t('publish.values')}</h3>
    <${Pairs} values=${sheet.values ?? {}} />
    <h3>${t('publish.findings')}</h3>
    <${FindingList} findings=${sheet.findings ?? []} />
    ${hasSteps &&
    html`<h3>${t('publish.steps')}</h3>
      <ul class="by-hand">
        ${sheet.steps.map(
          (/** @type {any} */ step) =>
            html`<li>
              <span>${step.done ? '✓ ' : ''}<strong>${step.step}</strong> ${step.what}</span>
            </li>`,
        )}
      </ul>`}
    ${sheet.byHand?.length > 0 &&
    html`<h3>${t('publish.byHand')}</h3>
      <ul class="by-hand">
        ${sheet.byHand.map((/** @type {any} */ step) => html`<${Step} ...${step} />`)}
      </ul>`}
    <details>
      <summary>${t('publish.files')}</summary>
      <ul class="files">
        ${(sheet.files ?? []).map(
          (/** @type {any} */ file) => html`<li><code>${nameOf(file)}</code></li>`,
        )}
      </ul>
    </details>
    <details>
      <summary>${t('publish.tags')}</summary>
      <${Pairs} values=${sheet.tags ?? {}} />
    </details>
    <div class="sheet-buttons">
      <button type="button" onClick=${() => start('build', [key()])}>${t('do.build')}</button>
      ${hasSteps &&
      html`<button
        type="button"
        class="main"
        disabled=${!!sheet.hindrance || sheet.steps.every((/** @type {any} */ step) => step.done)}
        aria-describedby=${sheet.hindrance ? 'hindrance' : undefined}
        onClick=${publish}
      >
        ${t('publish.now')}
      </button>`}
    </div>
  `;
}

async function publish() {
  const answer = await attempt(() => post(episodePath(key(), '/publish')));
  if (answer === undefined) return;
  closeDialog();
  say(t('started.publish'));
}

/** @param {any} file */
const nameOf = (file) => (typeof file === 'string' ? file : (file.path ?? file.name));

/** @param {{values: Record<string, any>}} props */
const Pairs = ({ values }) => html`
  <dl class="pairs">
    ${Object.entries(values).map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${String(value)}</dd>
        </div>`,
    )}
  </dl>
`;

/** @param {{what: string, command?: string}} props */
const Step = ({ what, command }) => html`
  <li>
    <span>${what}</span>
    ${command &&
    html`<code>${command}</code>
      <button type="button" class="small" onClick=${() => copy(command)}>${t('copy')}</button>`}
  </li>
`;

/** @param {string} command */
async function copy(command) {
  try {
    await navigator.clipboard.writeText(command);
    say(t('copied'));
  } catch {
    // Over plain HTTP from another machine browsers have no clipboard.
    say(command);
  }
}
