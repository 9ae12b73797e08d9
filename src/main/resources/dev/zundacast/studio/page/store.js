// @ts-check
import { useEffect, useReducer } from './vendor/htm-preact.js';

/**
 * What the page shows. `open` is the line whose card is open, `focus` the one that the keys act on,
 * `heard` the one that is played. `lastDone` says whether undo takes back a change of the script or
 * one of the reading list.
 *
 * @typedef {{page: string, key?: string}} Route
 * @typedef {{route: Route, show?: import('./types.js').Show,
 *   engine?: import('./types.js').Engine, episode?: import('./types.js').Episode,
 *   trouble?: import('./types.js').Trouble, connection: 'on' | 'gone' | 'refused',
 *   focus?: string, open?: string, heard?: string, selected: ReadonlySet<string>,
 *   jobs: ReadonlyMap<string, import('./types.js').Job>,
 *   dialog?: {name: string, [more: string]: any}, following: boolean, sounding: boolean,
 *   saved?: Date, busy: ReadonlySet<string>, singleKeys: boolean, news: number,
 *   said: string, alarm: string, drafts: number,
 *   lastDone: 'script' | 'words', lastUndone: 'script' | 'words'}} State
 */

/** @type {State} */
let state = {
  route: { page: 'show' },
  connection: 'on',
  selected: new Set(),
  jobs: new Map(),
  busy: new Set(),
  following: true,
  sounding: false,
  singleKeys: localStorage.getItem('singleKeys') !== 'off',
  news: 0,
  said: '',
  alarm: '',
  drafts: 0,
  lastDone: 'script',
  lastUndone: 'script',
};

/** @type {Set<() => void>} */
const listeners = new Set();

export const now = () => state;

/** @param {Partial<State>} change */
export function update(change) {
  state = { ...state, ...change };
  listeners.forEach((listener) => listener());
}

/** The state, and a new rendering whenever it changes. */
export function useStore() {
  const [, again] = useReducer((/** @type {number} */ n) => n + 1, 0);
  useEffect(() => {
    const listener = () => again(undefined);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return state;
}

/**
 * Says something in the live region and at the foot of the page.
 * @param {string} text
 */
export const say = (text) => update({ said: text, alarm: '' });

/**
 * Says that something failed.
 * @param {string} text
 */
export const alarm = (text) => update({ alarm: text });

/** @param {ReadonlySet<string>} set @param {string} value */
export function toggled(set, value) {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
