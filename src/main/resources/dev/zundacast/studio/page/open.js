// @ts-check
import { keep } from './actions.js';
import { lines, lineOf } from './load.js';
import { now, say, update } from './store.js';
import { t } from './words.js';

/** Opens the card of a line; what was typed in another one is written first. @param {string} id */
export function openLine(id) {
  const before = now().open;
  if (before && before !== id) keep(before);
  update({ open: id, focus: id });
}

/** Closes the card; what was typed and not accepted stays as a draft. */
export function closeLine() {
  const id = now().open;
  update({ open: undefined });
  if (id) focusRow(id);
}

/** @param {string} id */
export function focusRow(id) {
  update({ focus: id });
  requestAnimationFrame(() => rowOf(id)?.focus({ preventScroll: true }));
  requestAnimationFrame(() => rowOf(id)?.scrollIntoView({ block: 'nearest' }));
}

/** @param {string} id @returns {HTMLElement | null} */
export const rowOf = (id) => document.querySelector(`[data-line="${CSS.escape(id)}"]`);

/** @param {number} by how many lines down; far beyond goes to the end */
export function step(by) {
  const all = lines(now().episode);
  const at = all.findIndex((line) => line.id === now().focus);
  const next = all[Math.max(0, Math.min(all.length - 1, at + by))];
  if (next) focusRow(next.id);
}

/** Whether something about a line asks for a person. @param {import('./types.js').Line} line */
export const asks = (line) =>
  line.findings.length > 0 || line.decision !== undefined || line.state === 'failed';

/** To the next line that asks for a person, round the end. @param {1 | -1} by */
export function stepToMark(by) {
  const all = lines(now().episode);
  const at = all.findIndex((line) => line.id === now().focus);
  for (let i = 1; i <= all.length; i++) {
    const line = all[(at + by * i + all.length * 2) % all.length];
    if (asks(line) || line.marked) return focusRow(line.id);
  }
  return stepToSlot(by);
}

/** To the next place for a word of the host's own: nothing else asks for a look. @param {1 | -1} by */
function stepToSlot(by) {
  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.slot input')]);
  const at = all.findIndex((each) => each === document.activeElement);
  const next = all.at(at < 0 && by < 0 ? -1 : (at + by) % all.length);
  return next ? next.focus() : say(t('noMark'));
}

/** The lines that a key acts on: those chosen, else the one in focus. */
export function chosen() {
  const { selected, focus } = now();
  if (selected.size) return [...selected].filter((id) => lineOf(id));
  return focus ? [focus] : [];
}

/**
 * Opens the sheet for the reading of a word that stands in a line.
 * @param {string} line @param {{word?: string, reading?: string, accent?: number}} entry
 */
export const openEverywhere = (line, { word, reading, accent }) =>
  update({ dialog: { name: 'everywhere', word, reading, accent, line } });

export const closeDialog = () => update({ dialog: undefined });
