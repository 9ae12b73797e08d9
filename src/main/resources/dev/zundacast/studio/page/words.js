// @ts-check
import { en } from './words-en.js';
import { ja } from './words-ja.js';

/** @typedef {keyof typeof ja} Key */

// What the program was started with holds as long as the window.
const started = new URLSearchParams(location.search).get('lang');
if (started) sessionStorage.setItem('lang', started);

/**
 * The language of the page: what a person chose or the program was started with, else Japanese
 * where the browser asks for it, else English.
 */
export const language = (
  sessionStorage.getItem('lang') ??
  localStorage.getItem('lang') ??
  navigator.language
)
  .toLowerCase()
  .startsWith('ja')
  ? 'ja'
  : 'en';

/** Says everything in another language from now on. @param {string} name */
export function speak(name) {
  sessionStorage.removeItem('lang');
  localStorage.setItem('lang', name);
  location.reload();
}

/** @type {Record<Key, string>} */
const words = language === 'ja' ? ja : en;

/**
 * A text of the page in its language, with its values filled in; `{n|line|lines}` is a number and
 * what it counts.
 * @param {Key} key
 * @param {Record<string, any>} [values]
 */
export function t(key, values = {}) {
  return words[key].replace(/\{(\w+)(?:\|(\w[^|}]*)\|([^}]*))?\}/g, (_, name, one, many) => {
    const value = straight(String(values[name] ?? ''));
    return one ? `${value} ${value === '1' ? one : many}` : value;
  });
}

/** Without the marks by which a text turns the words around it. @param {string} text */
const straight = (text) => text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

/** Whether there is a text of that name. @param {string} key */
t.has = (key) => key in words;
