// @ts-check
import { now, update } from './store.js';

/**
 * What was typed and not yet written to the script: kept by the browser, so that neither a reload
 * nor a server that is gone loses a keystroke.
 *
 * @typedef {{base: string, written?: string, spoken?: string, accents?: string, speaker?: string,
 *   style?: string, pause?: number, speed?: number, pitch?: number, intonation?: number,
 *   volume?: number}} Draft
 */

/** @param {string} id @param {string} [key] */
const place = (id, key = now().route.key) => `draft ${key} ${id}`;

/**
 * @param {string} id
 * @returns {Draft | undefined}
 */
export function draftOf(id) {
  const text = localStorage.getItem(place(id));
  return text ? JSON.parse(text) : undefined;
}

/** @param {string} id @param {Draft} draft */
export function keepDraft(id, draft) {
  localStorage.setItem(place(id), JSON.stringify(draft));
  update({ drafts: now().drafts + 1 });
}

/** @param {string} id @param {string} [key] */
export function dropDraft(id, key) {
  localStorage.removeItem(place(id, key));
  update({ drafts: now().drafts + 1 });
}

/** The fields of a draft that say something else than the line. */
const FIELDS = /** @type {const} */ ([
  'written',
  'spoken',
  'accents',
  'speaker',
  'style',
  'speed',
  'pitch',
  'intonation',
  'volume',
]);

/**
 * @param {import('./types.js').Line} line
 * @param {Draft} draft
 * @returns {Omit<Draft, 'base'>}
 */
export function changes(line, draft) {
  /** @type {any} */
  const result = {};
  for (const field of FIELDS) {
    const mine = draft[field];
    if (mine !== undefined && mine !== (line[field] ?? DEFAULTS[field])) result[field] = mine;
  }
  if (draft.pause !== undefined && draft.pause !== (line.pauseMillis ?? 0)) {
    result.pause = draft.pause;
  }
  return result;
}

/** @type {Record<string, string | number>} what a line has where it says nothing */
export const DEFAULTS = {
  spoken: '',
  accents: '',
  style: '',
  speed: 1,
  pitch: 0,
  intonation: 1,
  volume: 1,
};

/** The lines of an episode that have a draft. @param {string} key @returns {ReadonlySet<string>} */
export function draftIds(key) {
  const head = place('', key);
  return new Set(
    Object.keys(localStorage)
      .filter((name) => name.startsWith(head))
      .map((name) => name.slice(head.length)),
  );
}
