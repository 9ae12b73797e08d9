// @ts-check
import { html, useEffect, useRef } from './vendor/htm-preact.js';
import { enter } from './enter.js';
import { usual } from './drafts.js';
import { icon } from './icons.js';
import { t } from './words.js';

/**
 * @typedef {'speed' | 'pitch' | 'intonation' | 'volume' | 'pause' | 'pauseScale' | 'moraPitch'
 *   | 'moraLength'} Name
 */
/** @typedef {{name: Name, min: number, max: number, step: number, unit?: number}} Scale */

/** The scales as VOICEVOX's editor has them; a pause is kept in milliseconds. @type {Scale[]} */
const SCALES = [
  { name: 'speed', min: 0.5, max: 2, step: 0.01 },
  { name: 'pitch', min: -0.15, max: 0.15, step: 0.01 },
  { name: 'intonation', min: 0, max: 2, step: 0.01 },
  { name: 'volume', min: 0, max: 2, step: 0.01 },
  { name: 'pause', min: 0, max: 3, step: 0.05, unit: 1000 },
];

/** Those that a voice has: the pause is one between words. @type {Scale[]} */
export const VOICE_SCALES = [
  ...SCALES.slice(0, -1),
  { name: 'pauseScale', min: 0, max: 2, step: 0.05 },
];

/** How a single mora departs from the engine's. @type {(Scale & {field: 'pitch' | 'length', own: number})[]} */
export const MORA_SCALES = [
  { name: 'moraPitch', field: 'pitch', own: 0, min: -1, max: 1, step: 0.05 },
  { name: 'moraLength', field: 'length', own: 1, min: 0.3, max: 3, step: 0.05 },
];

/** @param {import('./card.js').Parts} props */
export const Sliders = (props) => html`
  <div class="sliders">
    ${SCALES.map((scale) => html`<${LineScale} key=${scale.name} scale=${scale} ...${props} />`)}
  </div>
`;

/** @param {import('./card.js').Parts & {scale: Scale}} props */
function LineScale({ scale, line, draft, edit, accept }) {
  const { name, unit = 1 } = scale;
  const own =
    name === 'pause' ? 0 : usual(draft.speaker ?? line.speaker, /** @type {'speed'} */ (name));
  const kept = name === 'pause' ? line.pauseMillis : line[/** @type {'speed'} */ (name)];
  const value = (draft[/** @type {'speed'} */ (name)] ?? kept ?? own) / unit;
  const set = (/** @type {number} */ next) => edit({ [name]: next * unit });
  return html`<${Slider} ...${{ scale, value, own, set, accept }} />`;
}

/**
 * A value that takes the mouse, the wheel and typed numbers.
 * @param {{scale: Scale, value: number, own: number, set: (value: number) => void,
 *   accept: () => unknown}} props
 */
export function Slider({ scale, value, own, set: put, accept }) {
  const { name, min, max, step } = scale;
  const set = (/** @type {number} */ next) => {
    // A value may have more places than the field shows, which stay while nobody types another.
    if (Number.isFinite(next) && next !== Number(value.toFixed(2))) put(within(next, scale));
  };
  const typed = (/** @type {HTMLInputElement} */ field) => {
    // A field without a number takes none: it goes back to what it was.
    if (field.value === '') field.value = value.toFixed(2);
    set(Number(field.value));
  };
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const turn = useRef(/** @type {(event: WheelEvent) => void} */ (() => undefined));
  turn.current = (/** @type {WheelEvent} */ event) => {
    if (!box.current?.contains(document.activeElement)) return;
    event.preventDefault();
    const by = (event.ctrlKey ? step : Math.min(0.1, step * 10)) * -Math.sign(event.deltaY);
    set(value + by);
  };
  useEffect(() => onWheel(box.current, (event) => turn.current(event)), []);
  return html`<div class="slider" ref=${box}>
    <span class="slider-name">${t(`scale.${name}`)}</span>
    <input
      type="range"
      aria-label=${t(`scale.${name}`)}
      min=${min}
      max=${max}
      step=${step}
      value=${value}
      onInput=${(/** @type {any} */ e) => set(Number(e.target.value))}
      onKeyDown=${(/** @type {KeyboardEvent} */ e) => enter(e, accept)}
    />
    <input
      type="number"
      aria-label=${t('typed', { name: t(`scale.${name}`) })}
      min=${min}
      max=${max}
      step=${step}
      value=${value.toFixed(2)}
      onChange=${(/** @type {any} */ e) => typed(e.target)}
      onKeyDown=${(/** @type {any} */ e) => {
        if (e.key === 'Enter' && !e.isComposing) typed(e.target);
        enter(e, accept);
      }}
    />
    <button
      type="button"
      class="plain small"
      aria-label=${t('usualScale', { name: t(`scale.${name}`) })}
      title=${t('usualScale', { name: t(`scale.${name}`) })}
      disabled=${value === own}
      onClick=${() => put(own)}
    >
      ${icon('undo')}
    </button>
  </div>`;
}

/** The wheel turns what has the focus only, so that scrolling changes nothing. */
/** @param {HTMLElement | null} box @param {(event: WheelEvent) => void} turned */
function onWheel(box, turned) {
  box?.addEventListener('wheel', turned, { passive: false });
  return () => box?.removeEventListener('wheel', turned);
}

/** A value of a scale, in hundredths. @param {number} value @param {{min: number, max: number}} scale */
export const within = (value, { min, max }) =>
  Math.round(Math.max(min, Math.min(max, value)) * 100) / 100;
