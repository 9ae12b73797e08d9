// @ts-check
import { html } from './vendor/htm-preact.js';

const PATHS = {
  play: 'M5 3.5v9l8-4.5z',
  stop: 'M4 4h8v8H4z',
  pause: 'M4.5 3.5h2.5v9H4.5zM9 3.5h2.5v9H9z',
  check: 'M3 8.5 6.5 12 13 4.5',
  warn: 'M8 2.5 14.5 13.5H1.5zM8 6.5v3.4M8 11.6v.6',
  wait: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 5v3.3l2.2 1.4',
  pen: 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  star: 'M4 2.5h8v11l-4-3-4 3z',
  cross: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  copy: 'M5.5 5.5h7.5v7.5H5.5zM3 10.5V3h7.5',
  up: 'M8 13V3.5M4 7l4-4 4 4',
  down: 'M8 3v9.5M4 9l4 4 4-4',
  undo: 'M6 3 2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 8H7',
  redo: 'M10 3l3.5 3.5L10 10M13 6.5H7a4 4 0 0 0 0 8h2',
  back: 'M10 3 5 8l5 5',
};

const FILLED = new Set(['play', 'stop', 'pause']);

/**
 * A small picture beside words, or in a button that has a label.
 * @param {keyof typeof PATHS} name
 */
export const icon = (name) =>
  html`<svg class="icon ${FILLED.has(name) ? 'filled' : ''}" viewBox="0 0 16 16" aria-hidden="true">
    <path d=${PATHS[name]} />
  </svg>`;

/**
 * A button that is a picture; its label is its name and its hint.
 * @param {{icon: keyof typeof PATHS, label: string, run: () => unknown, disabled?: boolean,
 *   pressed?: boolean, keys?: string, stop?: boolean}} props
 */
export const IconButton = ({ icon: name, label, run, disabled, pressed, keys, stop }) =>
  html`<button
    type="button"
    class="icon-button"
    aria-label=${label}
    title=${keys ? `${label} (${keys})` : label}
    aria-pressed=${pressed === undefined ? undefined : String(pressed)}
    disabled=${disabled}
    tabindex=${stop === false ? -1 : undefined}
    onClick=${(/** @type {Event} */ event) => {
      event.stopPropagation();
      run();
    }}
  >
    ${icon(name)}
  </button>`;
