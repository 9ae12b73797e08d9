// @ts-check
import { language } from './words.js';

/** An answer that says no; `trouble` is what the server says about it. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {import('./types.js').Trouble} trouble
   * @param {any} body
   */
  constructor(status, trouble, body) {
    super(trouble.message);
    this.status = status;
    this.trouble = trouble;
    this.body = body;
  }
}

/** The server did not answer at all. */
export class Unreachable extends Error {}

/**
 * Asks the server, which says what it has to say in the page's language.
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
async function call(path, options) {
  const headers = { 'Accept-Language': language, ...options?.headers };
  const sent = { credentials: /** @type {const} */ ('same-origin'), ...options, headers };
  const answer = await fetch(path, sent).catch((e) => {
    throw new Unreachable(String(e));
  });
  if (answer.status === 204) return undefined;
  const text = await answer.text();
  const body = parse(text);
  if (!answer.ok) {
    throw new Refused(answer.status, body?.error ?? { message: `HTTP ${answer.status}` }, body);
  }
  return body ?? text;
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {string} path */
export const get = (path) => call(path);

/**
 * Sends a change; only this page's own script can set the header.
 * @param {string} path
 * @param {unknown} [body]
 */
export const post = (path, body = {}) =>
  call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Zundacast': '1' },
    body: JSON.stringify(body),
  });

/** @param {string} key @param {string} [rest] */
export const episodePath = (key, rest = '') => `/api/episode/${encodeURIComponent(key)}${rest}`;

/** @param {string} id @param {string} [rest] */
export const ofLine = (id, rest = '') => `/line/${encodeURIComponent(id)}${rest}`;

/** @param {string} key @param {string} id @param {string} [rest] */
export const linePath = (key, id, rest) => episodePath(key, ofLine(id, rest));

/** @param {string} clip */
export const clipSound = (clip) => `/audio/clip/${encodeURIComponent(clip)}.wav`;

/** @param {string} clip */
export const clipPeaks = (clip) => `/audio/clip/${encodeURIComponent(clip)}.peaks`;

/** @param {string} key */
export const episodePeaks = (key) => `/audio/episode/${encodeURIComponent(key)}.peaks`;
