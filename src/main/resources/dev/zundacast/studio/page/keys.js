// @ts-check
import * as act from './actions.js';
import { draftOf } from './drafts.js';
import { composing } from './enter.js';
import { closeLine, chosen, focusRow, openEverywhere, openLine, step, stepToMark } from './open.js';
import { toggleMarks } from './marks.js';
import { stop } from './player.js';
import { playLine, playOn, speakMarked } from './speaking.js';
import { now, update } from './store.js';

/**
 * A key and what it does. `where` says where it acts: `list` only on a line of the list, `page`
 * anywhere outside of fields, `line` in those of the open line too, `always` in all. Single letters act in the list alone.
 *
 * @typedef {{keys: string[], word: import('./words.js').Key, where: 'list' | 'page' | 'line' | 'always',
 *   run: (id: string, name: string) => unknown}} Binding
 */

/** @type {Binding[]} */
export const BINDINGS = [
  { keys: ['Space'], word: 'key.play', where: 'list', run: (id) => playLine(id) },
  { keys: ['Shift+Space'], word: 'key.playOn', where: 'list', run: (id) => playOn(id) },
  { keys: ['ArrowUp'], word: 'key.up', where: 'list', run: () => step(-1) },
  { keys: ['ArrowDown'], word: 'key.down', where: 'list', run: () => step(1) },
  { keys: ['Home'], word: 'key.first', where: 'list', run: () => step(-1e6) },
  { keys: ['End'], word: 'key.last', where: 'list', run: () => step(1e6) },
  {
    keys: ['Shift+ArrowDown', 'Shift+ArrowUp'],
    word: 'key.extend',
    where: 'list',
    run: (id, name) => extend(id, name === 'Shift+ArrowUp' ? -1 : 1),
  },
  { keys: ['Enter'], word: 'key.enter', where: 'list', run: (id) => openLine(id) },
  { keys: ['Escape'], word: 'key.escape', where: 'always', run: escape },
  { keys: ['Shift+Enter'], word: 'key.add', where: 'line', run: addBelow },
  {
    keys: ['Shift+Delete'],
    word: 'key.delete',
    where: 'list',
    run: () => act.remove(chosen()),
  },
  { keys: ['Ctrl+D'], word: 'key.duplicate', where: 'list', run: () => act.duplicate(chosen()) },
  { keys: ['Alt+ArrowUp'], word: 'key.moveUp', where: 'list', run: (id) => moved(id, -1) },
  { keys: ['Alt+ArrowDown'], word: 'key.moveDown', where: 'list', run: (id) => moved(id, 1) },
  { keys: ['Ctrl+Z'], word: 'key.undo', where: 'page', run: () => act.takeBack('undo') },
  {
    keys: ['Ctrl+Y', 'Ctrl+Shift+Z'],
    word: 'key.redo',
    where: 'page',
    run: () => act.takeBack('redo'),
  },
  { keys: ['F8'], word: 'key.nextMark', where: 'always', run: () => stepToMark(1) },
  { keys: ['Shift+F8'], word: 'key.lastMark', where: 'always', run: () => stepToMark(-1) },
  { keys: ['M'], word: 'key.mark', where: 'list', run: () => toggleMarks(chosen()) },
  { keys: ['R'], word: 'key.speakMarked', where: 'list', run: () => speakMarked(chosen()) },
  { keys: ['['], word: 'key.takeBefore', where: 'list', run: (id) => takeOther(id, -1) },
  { keys: [']'], word: 'key.takeAfter', where: 'list', run: (id) => takeOther(id, 1) },
  { keys: ['L'], word: 'key.approve', where: 'list', run: () => act.approve(chosen()) },
  { keys: ['W'], word: 'key.everywhere', where: 'list', run: everywhere },
  { keys: ['B'], word: 'key.build', where: 'list', run: () => act.start('build', thisEpisode()) },
  { keys: ['C'], word: 'key.check', where: 'list', run: () => dialog('check') },
  { keys: ['P'], word: 'key.publish', where: 'list', run: () => dialog('publish') },
  { keys: ['/'], word: 'key.search', where: 'list', run: () => dialog('replace') },
  { keys: ['?'], word: 'key.help', where: 'list', run: () => dialog('help') },
];

const thisEpisode = () => [/** @type {string} */ (now().route.key)];

/** @param {string} name */
const dialog = (name) => update({ dialog: { name } });

/** @param {string} id @param {-1 | 1} by */
function extend(id, by) {
  const before = new Set([...now().selected, id]);
  step(by);
  update({ selected: before.add(/** @type {string} */ (now().focus)) });
}

function escape() {
  if (now().open) closeLine();
  else if (now().sounding) stop();
  else if (now().selected.size) update({ selected: new Set() });
}

/** @param {string} id */
function addBelow(id) {
  const { open } = now();
  if (open) act.keep(open);
  return act.addBelow(id);
}

/** @param {string} id @param {-1 | 1} by */
async function moved(id, by) {
  await act.move(id, by);
  focusRow(id);
}

/** @param {string} id @param {-1 | 1} by */
const takeOther = (id, by) =>
  act.take(id, (takes) => takes[takes.findIndex((take) => take.current) + by]);

/** @param {string} id */
function everywhere(id) {
  openEverywhere(id, { word: String(getSelection() ?? '').trim() });
}

/** The name of what was pressed, as the bindings have it. @param {KeyboardEvent} event */
export function pressed(event) {
  const name = event.key === ' ' ? 'Space' : event.key;
  const single = name.length === 1;
  const ctrl = event.ctrlKey || event.metaKey;
  // The shift of a sign is in the sign already.
  const shift = event.shiftKey && !(single && !ctrl && !/[a-z]/i.test(name));
  const parts = [ctrl && 'Ctrl', event.altKey && 'Alt', shift && 'Shift'];
  return [...parts, single ? name.toUpperCase() : name].filter(Boolean).join('+');
}

/** @param {EventTarget | null} target */
export const isField = (target) =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox],[type=range]), textarea, select') !== null;

/** @param {EventTarget | null} target */
const row = (target) =>
  target instanceof HTMLElement && target.dataset.line !== undefined
    ? target.dataset.line
    : undefined;

/**
 * The row that an arrow leads to where nothing has the focus, as after a click beside everything.
 *
 * @param {EventTarget | null} target @param {string} name
 * @returns {HTMLElement | null}
 */
const entry = (target, name) =>
  target instanceof HTMLElement && target.matches('body, main') && /^Arrow(Up|Down)$/.test(name)
    ? document.querySelector('[data-line][tabindex="0"], [data-post][tabindex="0"]')
    : null;

/** @param {KeyboardEvent} event */
function handle(event) {
  if (composing(event) || event.defaultPrevented || document.querySelector('dialog[open]')) return;
  const name = pressed(event);
  const first = entry(event.target, name);
  if (first) {
    event.preventDefault();
    first.focus();
    return;
  }
  if (now().route.page !== 'episode') return;
  const binding = BINDINGS.find((each) => each.keys.includes(name));
  if (!binding || !acts(binding, event.target, name)) return;
  event.preventDefault();
  const id = row(event.target) ?? now().open ?? now().focus;
  if (id || binding.where !== 'list') binding.run(id ?? '', name);
}

/** @param {Binding} binding @param {EventTarget | null} target @param {string} name */
function acts(binding, target, name) {
  if (name.length === 1 && !now().singleKeys) return false;
  if (binding.where === 'list') return row(target) !== undefined;
  if (binding.where === 'page') return !isField(target) || isAccepted(target);
  return binding.where === 'always' || !isField(target) || isOfCard(target);
}

/** Whether a field of the open line holds nothing that the script does not. @param {EventTarget | null} target */
const isAccepted = (target) => isOfCard(target) && !draftOf(now().open ?? '');

/** @param {EventTarget | null} target */
const isOfCard = (target) => target instanceof Element && target.closest('.card') !== null;

export const listenToKeys = () => document.addEventListener('keydown', handle);
