// @ts-check
import { html } from './vendor/htm-preact.js';
import { t } from './words.js';

/** Who says the line, and in which style. @param {import('./card.js').Parts} props */
export function VoiceChoice({ line, draft, edit, state }) {
  const speaker = draft.speaker ?? line.speaker;
  const names = namesIn(state, speaker);
  const styles = stylesOf(state, speaker);
  const style = draft.style ?? line.style ?? '';
  return html`<div class="voice">
    <label>
      ${t('voice')}
      <select
        onChange=${(/** @type {any} */ e) => edit({ speaker: e.target.value, style: '' })}
        value=${speaker}
      >
        ${names.map(
          (name) => html`<option value=${name} selected=${name === speaker}>${name}</option>`,
        )}
      </select>
    </label>
    ${styles.length > 1 &&
    html`<label>
      ${t('style')}
      <select onChange=${(/** @type {any} */ e) => edit({ style: e.target.value })} value=${style}>
        <option value="" selected=${style === ''}>${t('styleOfVoice')}</option>
        ${styles.map(
          (name) => html`<option value=${name} selected=${name === style}>${name}</option>`,
        )}
      </select>
    </label>`}
  </div>`;
}

/** @param {import('./store.js').State} state @param {string} speaker */
function namesIn({ episode }, speaker) {
  return [...new Set([speaker, ...(episode?.speakers ?? []).map(({ name }) => name)])];
}

/** @param {import('./store.js').State} state @param {string} speaker */
function stylesOf({ engine }, speaker) {
  const found = engine?.speakers?.find(({ name }) => name === speaker);
  return found?.styles.map(({ name }) => name) ?? [];
}
