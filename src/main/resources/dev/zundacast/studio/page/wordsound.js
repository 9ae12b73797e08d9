// @ts-check
import { html } from './vendor/htm-preact.js';
import { attempt } from './actions.js';
import { post } from './api.js';
import { katakana, moras } from './format.js';
import { icon } from './icons.js';
import { OneStop } from './onestop.js';
import { playClip } from './player.js';
import { t } from './words.js';

/** @typedef {{word: string, reading: string, accent: string}} Typed */

/** A word as it is said with a particle, which shows whether the voice falls at its end. */
const PARTICLE = 'ガ';

/**
 * Where the voice falls in a word, to be clicked, and how it sounds now and with that.
 * @param {{entry: Typed, speaker?: string, choose: (accent: string) => void}} props
 */
export const WordSound = ({ entry, speaker, choose }) => html`
  <div class="word-sound">
    ${entry.reading && html`<${Fall} entry=${entry} choose=${choose} />`}
    <button
      type="button"
      data-hear="before"
      disabled=${!entry.word}
      onClick=${() => hear({ word: entry.word, speaker })}
    >
      ${icon('play')} ${t('hearBefore')}
    </button>
    <button
      type="button"
      data-hear="after"
      disabled=${!entry.word || !entry.reading}
      onClick=${() => hear({ ...withAccent(entry), speaker })}
    >
      ${icon('play')} ${t('hearAfter')}
    </button>
  </div>
`;

/** @param {Typed} entry */
export const withAccent = ({ word, reading, accent }) =>
  accent === '' ? { word, reading } : { word, reading, accent: Number(accent) };

/**
 * Has the engine say a word.
 * @param {{word: string, reading?: string, accent?: number, speaker?: string}} wanted
 */
export async function hear(wanted) {
  const heard = await attempt(() => post('/api/dictionary/hear', wanted));
  if (heard?.clip) playClip(heard.clip);
}

/** @param {{entry: Typed, choose: (accent: string) => void}} props */
function Fall({ entry, choose }) {
  const all = [...moras(katakana(entry.reading)), PARTICLE];
  const core = entry.accent === '' ? undefined : Number(entry.accent);
  return html`<${OneStop} aria-label=${t('entry.accent')}>
    <div class="phrase">
      ${all.map((mora, i) => {
        const flat = i === all.length - 1;
        const falls = core !== undefined && core === (flat ? 0 : i + 1);
        const name = flat ? t('noFall') : t('fallAfter', { mora });
        return html`<button
          type="button"
          class="mora"
          tabindex="-1"
          data-high=${String(core !== undefined && isHigh(core, i))}
          data-falls=${String(falls && !flat)}
          aria-pressed=${String(falls)}
          aria-label=${name}
          title=${name}
          onClick=${() => choose(falls ? '' : String(flat ? 0 : i + 1))}
        >
          ${mora}
        </button>`;
      })}
    </div>
  <//>`;
}

/** Whether a mora is said high; 0 is a word that falls nowhere. @param {number} core @param {number} i */
const isHigh = (core, i) => (i === 0 ? core === 1 : core === 0 || i < core);
