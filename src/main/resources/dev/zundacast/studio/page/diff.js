// @ts-check
import { html, useEffect, useState } from './vendor/htm-preact.js';
import { episodePath, get } from './api.js';
import { trouble } from './load.js';
import { now } from './store.js';
import { t } from './words.js';

/** What the script says otherwise than the post, or than the last build. */
export function DiffSheet() {
  const [to, choose] = useState('post');
  const [text, set] = useState(/** @type {string | undefined} */ (undefined));
  useEffect(() => read(to, set), [to]);
  return html`
    <div class="tabs" role="group" aria-label=${t('diffTo')}>
      ${
        /** @type {const} */ (['post', 'build']).map(
          (each) =>
            html`<button
              type="button"
              aria-pressed=${String(each === to)}
              onClick=${() => choose(each)}
            >
              ${t(`diff.${each}`)}
            </button>`,
        )
      }
    </div>
    ${text === undefined && html`<p class="quiet">${t('reading.diff')}</p>`}
    ${text === '' && html`<p class="empty">${t('noDiff')}</p>`}
    ${text && html`<${DiffText} text=${text} />`}
  `;
}

/** A unified diff in its colours. @param {{text: string}} props */
export const DiffText = ({ text }) =>
  html`<pre class="diff" tabindex="0" aria-label=${t('dialog.diff')}>
${text.split('\n').map((line) => html`<span class=${kind(line)}>${line}${'\n'}</span>`)}</pre
  >`;

/** @param {string} to @param {(text: string | undefined) => void} set */
function read(to, set) {
  set(undefined);
  get(episodePath(/** @type {string} */ (now().route.key), `/diff?to=${to}`))
    .then((answer) => set(typeof answer === 'string' ? answer : (answer?.diff ?? '')))
    .catch((e) => set(trouble(e).message));
}

/** @param {string} line */
function kind(line) {
  if (/^(\+\+\+|---|@@)/.test(line)) return 'place';
  if (line.startsWith('+')) return 'more';
  return line.startsWith('-') ? 'less' : '';
}
