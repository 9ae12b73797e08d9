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
 * @param {string} [key]
 * @returns {Draft | undefined}
 */
export function draftOf(id, key) {
  const text = localStorage.getItem(place(id, key));
  return text ? JSON.parse(text) : undefined;
}

/** @param {string} id @param {Draft} draft @param {string} [key] */
export function keepDraft(id, draft, key) {
  localStorage.setItem(place(id, key), JSON.stringify(draft));
  update({ drafts: now().drafts + 1 });
}

/** @param {string} id @param {string} [key] */
export function dropDraft(id, key) {
  localStorage.removeItem(place(id, key));
  update({ drafts: now().drafts + 1 });
}

/** What drafts still wait for. @type {Map<string, () => Promise<boolean>>} */
const awaited = new Map();

/**
 * A draft waits for something that somebody has to be asked for. A later wait takes the place of an
 * earlier one, whose answer counts no more.
 * @template T
 * @param {string} id
 * @param {() => Promise<T | undefined>} ask
 * @param {(answer: T) => void} use
 * @returns {() => Promise<boolean>} asks, once; false where it was refused
 */
export function awaitFor(id, ask, use) {
  const at = place(id);
  /** @type {Promise<boolean> | undefined} */
  let asked;
  const outcome = async () => {
    const answer = await ask();
    if (awaited.get(at) !== once) return true;
    awaited.delete(at);
    if (answer) use(answer);
    return !!answer;
  };
  const once = () => (asked ??= outcome());
  awaited.set(at, once);
  return once;
}

/** Whether something is on its way into the draft of a line. @param {string} id */
export const isAwaited = (id) => awaited.has(place(id));

/** What is on its way into the draft of a line is wanted no more. @param {string} id @param {string} [key] */
export const awaitNothing = (id, key) => awaited.delete(place(id, key));

/** Asks at once for what the draft of a line waits for; false where it was refused. */
/** @param {string} id @param {string} key */
export async function whole(id, key) {
  const at = place(id, key);
  for (let ask = awaited.get(at); ask; ask = awaited.get(at)) {
    if (!(await ask())) return false;
  }
  return true;
}

/** The fields of a draft that say something else than the line. */
const FIELDS = /** @type {const} */ (['written', 'spoken', 'accents', 'speaker', 'style']);

const SCALES = /** @type {const} */ (['speed', 'pitch', 'intonation', 'volume']);

/** @typedef {typeof SCALES[number]} ScaleName */

/**
 * What a voice has where a line says nothing.
 * @param {string} speaker @param {ScaleName} scale @param {import('./types.js').Episode} [episode]
 */
export function usual(speaker, scale, episode = now().episode) {
  const voice = episode?.speakers.find(({ name }) => name === speaker);
  return voice?.parameters[scale] ?? (scale === 'pitch' ? 0 : 1);
}

/**
 * @param {import('./types.js').Line} line
 * @param {Draft} draft
 * @param {import('./types.js').Episode} [episode] the line's
 * @returns {{[field: string]: unknown}}
 */
export function changes(line, draft, episode) {
  /** @type {any} */
  const result = {};
  for (const field of FIELDS) {
    const mine = draft[field];
    if (mine !== undefined && mine !== (line[field] ?? '')) result[field] = mine;
  }
  for (const scale of SCALES) {
    const mine = draft[scale];
    // The voice's own value need not stand in the script.
    const wanted = mine === usual(line.speaker, scale, episode) ? null : mine;
    if (mine !== undefined && wanted !== (line[scale] ?? null)) result[scale] = wanted;
  }
  if (draft.pause !== undefined && draft.pause !== (line.pauseMillis ?? 0)) {
    result.pauseMillis = draft.pause;
  }
  return result;
}

/** The lines of an episode that have a draft. @param {string} key @returns {ReadonlySet<string>} */
export function draftIds(key) {
  const head = place('', key);
  return new Set(
    Object.keys(localStorage)
      .filter((name) => name.startsWith(head))
      .map((name) => name.slice(head.length)),
  );
}
