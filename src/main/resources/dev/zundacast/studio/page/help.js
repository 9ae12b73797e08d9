// @ts-check
import { html } from './vendor/htm-preact.js';
import { BINDINGS } from './keys.js';
import { update } from './store.js';
import { t } from './words.js';

/** @type {Record<string, string>} */
const SIGNS = { ArrowUp: '↑', ArrowDown: '↓', Space: 'Space', Escape: 'Esc' };

/** @param {string} keys */
const shown = (keys) => keys.split('+').map((key) => html`<kbd>${SIGNS[key] ?? key}</kbd> `);

/** The list of keys, and the switch for single letters. @param {import('./store.js').State} state */
export const HelpSheet = ({ singleKeys }) => html`
  <dl class="keys">
    ${BINDINGS.map(
      ({ keys, word }) =>
        html`<div>
          <dt>${keys.map((each, i) => [i > 0 ? ' / ' : '', shown(each)])}</dt>
          <dd>${t(word)}</dd>
        </div>`,
    )}
    <div>
      <dt><kbd>F2</kbd></dt>
      <dd>${t('key.kana')}</dd>
    </div>
    <div>
      <dt><kbd>F4</kbd></dt>
      <dd>${t('key.devoice')}</dd>
    </div>
    <div>
      <dt><kbd>↑</kbd> / <kbd>↓</kbd></dt>
      <dd>${t('key.mora')}</dd>
    </div>
    <div>
      <dt><kbd>Ctrl</kbd> <kbd>Enter</kbd></dt>
      <dd>${t('key.accept')}</dd>
    </div>
  </dl>
  <${SingleKeys} on=${singleKeys} />
`;

/** Switches single letters off, for people whose tools type for them. @param {{on: boolean}} props */
export const SingleKeys = ({ on }) => html`
  <label class="switch">
    <input
      type="checkbox"
      checked=${on}
      onChange=${(/** @type {any} */ e) => keep(e.target.checked)}
    />
    ${t('singleKeys')}
  </label>
`;

/** @param {boolean} on */
function keep(on) {
  localStorage.setItem('singleKeys', on ? 'on' : 'off');
  update({ singleKeys: on });
}
