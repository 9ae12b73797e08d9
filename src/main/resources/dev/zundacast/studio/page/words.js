// @ts-check
import { en } from './words-en.js';
import { ja } from './words-ja.js';

/** @typedef {keyof typeof ja} Key */

/** The language of the page: Japanese where the browser asks for it, else English. */
export const language = navigator.language.toLowerCase().startsWith('ja') ? 'ja' : 'en';

/** @type {Record<Key, string>} */
const words = language === 'ja' ? ja : en;

/**
 * A text of the page in the browser's language, with its values filled in.
 * @param {Key} key
 * @param {Record<string, any>} [values]
 */
export function t(key, values = {}) {
  return words[key].replace(/\{(\w+)\}/g, (_, name) => straight(String(values[name] ?? '')));
}

/** Without the marks by which a text turns the words around it. @param {string} text */
const straight = (text) => text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

/** Whether there is a text of that name. @param {string} key */
t.has = (key) => key in words;
