// @ts-check
import { episodePath, linePath, ofLine, post, Refused } from './api.js';
import { changes, draftOf, dropDraft, keepDraft, whole } from './drafts.js';
import { inTurn, lineOf, lines, loadShow, putEpisode, putLine } from './load.js';
import { reloadEpisode, requested, takesOf, trouble } from './load.js';
import { focusRow } from './open.js';
import { alarm, now, say, update } from './store.js';
import { t } from './words.js';

/** @typedef {import('./types.js').Line} Line */
/** @typedef {import('./types.js').Episode} Episode */

export const episodeKey = () => /** @type {string} */ (now().route.key);
const key = episodeKey;

/**
 * Runs a request; what it says when it is refused is shown, and nothing else changes.
 * @template T
 * @param {() => Promise<T>} work
 * @param {(e: unknown) => void} [refuse]
 * @returns {Promise<T | undefined>}
 */
export async function attempt(work, refuse = refused) {
  try {
    const result = await requested(work);
    update({ saved: new Date() });
    return result;
  } catch (e) {
    refuse(e);
    return undefined;
  }
}

/** @param {unknown} e */
function refused(e) {
  const { message, place, next } = trouble(e);
  alarm([message, place, next].filter(Boolean).join(' · '));
}

/**
 * Shows what a change made of an episode or a line, nothing where another episode is open by now.
 * @param {string} at
 * @param {any} answer what there is now, with what was done
 */
function put(at, answer) {
  if (at !== key() || !answer) return undefined;
  if (answer.sections) putEpisode(answer);
  else if (answer.id) putLine(at, answer);
  update({ lastDone: 'script', lastUndone: 'script' });
  return answer;
}

/**
 * Writes what was typed into lines into the script; whether nothing of it waits any more, and their
 * episode is still open.
 * @param {...string} ids
 */
export function keep(...ids) {
  const at = key();
  const { episode } = now();
  return inTurn(async () => (await saved(ids, at, episode)) && at === key());
}

/**
 * The same for a change whose turn it is.
 * @param {string[]} ids
 * @param {string} [at]
 * @param {Episode} [episode] theirs, which need not be open any more
 */
export async function saved(ids, at = key(), episode = now().episode) {
  for (const id of ids) if (!(await save(id, at, episode))) return false;
  return true;
}

/**
 * A line that was changed elsewhere meanwhile is shown with both sides, and neither is lost.
 * @param {string} id @param {string} at @param {Episode | undefined} left
 */
async function save(id, at, left) {
  if (!(await whole(id, at))) return false;
  const draft = draftOf(id, at);
  const episode = (at === key() && now().episode) || left;
  const line = lines(episode).find((each) => each.id === id);
  if (!line || !draft) return true;
  const edit = changes(line, draft, episode);
  if (!Object.keys(edit).length) {
    dropDraft(id, at);
    return true;
  }
  const kept = await attempt(
    () => post(linePath(at, id), { base: draft.base, ...edit }),
    (e) =>
      at === key() && e instanceof Refused && e.body?.theirs ? conflict(e.body.theirs) : refused(e),
  );
  if (kept) settle(id, at, draft, kept);
  put(at, kept);
  return !!kept;
}

/** What was typed while a draft was written stays one, of the line as it is now. */
/** @param {string} id @param {string} at @param {import('./drafts.js').Draft} draft @param {Line} kept */
function settle(id, at, draft, kept) {
  const later = draftOf(id, at);
  if (!later || JSON.stringify(later) === JSON.stringify(draft)) dropDraft(id, at);
  else keepDraft(id, { ...later, base: kept.source }, at);
}

/** @param {Line} theirs */
function conflict(theirs) {
  putLine(key(), theirs);
  alarm(t('changedElsewhere', theirs));
}

/** @typedef {Record<string, unknown> | false | undefined} Wanted */

/**
 * Changes an episode as it is to be once the changes before are there.
 * @param {string} path
 * @param {() => Wanted | Promise<Wanted>} wanted nothing where there is nothing to do
 */
export function changeBy(path, wanted) {
  const at = key();
  return inTurn(async () => {
    const body = at === key() && (await wanted());
    return body ? put(at, await attempt(() => post(episodePath(at, path), body))) : undefined;
  });
}

/** The same for its lines. @param {() => Wanted | Promise<Wanted>} wanted */
export const changeTo = (wanted) => changeBy('/lines', wanted);

/** @param {string} action @param {Record<string, unknown>} more */
export const change = (action, more) => changeTo(() => ({ action, ...more }));

/** Changes lines as they stand in their fields. @param {string} action @param {{ids: string[], [more: string]: unknown}} more */
export const changeKept = (action, more) =>
  changeTo(async () => (await saved(more.ids)) && { action, ...more });

/** @param {string} id */
export async function addBelow(id) {
  const answer = await changeTo(() => {
    const { section, next } = around(id);
    return { action: 'add', ids: [], section, before: next, text: t('newLine') };
  });
  const [added] = answer?.added ?? [];
  if (added) update({ focus: added, open: added, following: true });
}

/**
 * Cuts a line in two: what stands before the place stays, the rest becomes a line below.
 * @param {string} id
 * @param {string} text
 * @param {number} at
 */
export async function splitLine(id, text, at) {
  const [first, rest] = [text.slice(0, at).trim(), text.slice(at).trim()];
  if (!first || !rest) return say(t('splitWhere'));
  if (unlocked([id]).length) await changeKept('split', { ids: [id], text: first, rest });
}

/** Puts the next line's text behind this one's. @param {string} id */
export async function joinNext(id) {
  const { next } = around(id);
  if (!next) return say(t('nothingToJoin'));
  const ids = [id, next];
  if (unlocked(ids).length === 2) await changeKept('join', { ids });
}

/** @param {string} id */
function around(id) {
  const section = now().episode?.sections.find((s) => s.lines.some((line) => line.id === id));
  const at = section?.lines.findIndex((line) => line.id === id) ?? -1;
  return {
    section: section?.id,
    previous: section?.lines[at - 1]?.id ?? null,
    next: section?.lines[at + 1]?.id ?? null,
    afterNext: section?.lines[at + 2]?.id ?? null,
  };
}

/** @param {string[]} wanted */
export async function remove(wanted) {
  let [at, n] = [0, 0];
  const answer = await changeTo(() => {
    const ids = unlocked(wanted.filter((id) => lineOf(id)));
    at = lines(now().episode).findIndex((line) => line.id === ids[0]);
    n = ids.length;
    return n ? { action: 'delete', ids } : undefined;
  });
  if (!answer) return;
  update({ open: undefined, selected: new Set() });
  focusInPlace(at);
  if (n === wanted.length) say(t('deleted', { n }));
}

/** A line that is gone leaves the focus to the one in its place. @param {number} at */
function focusInPlace(at) {
  const rest = lines(now().episode);
  if (at >= 0 && rest.length) focusRow(rest[Math.min(at, rest.length - 1)].id);
}

/** @param {string[]} ids */
export const duplicate = (ids) => changeKept('duplicate', { ids });

/** @param {string[]} ids */
export const leaveOut = (ids) => changeKept('leaveOut', { ids });

/** Moves a line past its neighbour, over the border of its section too. */
/** @param {string} id @param {-1 | 1} by */
export const move = (id, by) =>
  changeTo(() => {
    const { section, previous, next, afterNext } = around(id);
    if (by < 0 ? previous : next) {
      return { action: 'move', ids: [id], section, before: by < 0 ? previous : afterNext };
    }
    const all = now().episode?.sections ?? [];
    const other = all[all.findIndex((each) => each.id === section) + by];
    const before = by < 0 ? null : (other?.lines[0]?.id ?? null);
    return other && { action: 'move', ids: [id], section: other.id, before };
  });

/**
 * Those of some lines that may be changed together with others: approved ones are left alone, and
 * it says so.
 * @param {string[]} ids
 */
export function unlocked(ids) {
  const open = ids.filter((id) => !lineOf(id)?.approved);
  if (open.length < ids.length) say(t('lockedLeft', { n: ids.length - open.length }));
  return open;
}

/** Approves lines as they stand in their fields, or takes that back. @param {string[]} ids */
export const approve = (ids) =>
  changeTo(async () => {
    if (ids.every((id) => lineOf(id)?.approved)) return { action: 'unapprove', ids };
    return (await saved(ids)) && { action: 'approve', ids };
  });

/** @param {'undo' | 'redo'} which */
export async function takeBack(which) {
  if (now()[which === 'undo' ? 'lastDone' : 'lastUndone'] === 'words') return takeBackWords(which);
  let place = 0;
  const answer = await changeBy(`/${which}`, () => {
    place = lines(now().episode).findIndex((line) => line.id === now().focus);
    return {};
  });
  if (!answer) return;
  if (!lineOf(now().focus)) focusInPlace(place);
  const did = [answer.did ?? []].flat().join(', ');
  const done = t(which === 'undo' ? 'undone' : 'redone', { did });
  say(answer.stale ? `${done} · ${t('nowStale')}` : done);
}

/** The same for the reading list. @param {'undo' | 'redo'} which */
export async function takeBackWords(which) {
  const answer = await attempt(() => post(`/api/dictionary/${which}`));
  if (!answer) return;
  if (which === 'undo') update({ lastDone: 'script', lastUndone: 'words' });
  else update({ lastDone: 'words', lastUndone: 'script' });
  say(t(which === 'undo' ? 'undone' : 'redone', answer));
  loadShow();
  reloadEpisode();
}

/** @typedef {import('./types.js').Take} Take */

/** Takes one of the sounds that a line had. @param {string} id @param {(all: Take[]) => Take | undefined} choose */
export const take = (id, choose) =>
  changeBy(ofLine(id, '/take'), () => {
    const chosen = choose(takesOf(lineOf(id)));
    return chosen && { clip: chosen.clip };
  });

/** @param {string} id @param {'mine' | 'post'} use */
export const decide = (id, use) => changeBy('/decision', () => ({ id, use }));

/**
 * Begins work on posts; a build of several shows first what it would change.
 * @param {'build' | 'check' | 'fill'} what @param {string[]} keys
 */
export async function start(what, keys) {
  if (what !== 'build' || keys.length < 2) await begin(what, keys);
  else update({ dialog: { name: 'build', keys } });
}

/** @param {'build' | 'check' | 'fill'} what @param {string[]} keys */
export async function begin(what, keys) {
  const { said, alarm: alarmed } = now();
  const answer = await attempt(() => post(`/api/${what}`, { keys }));
  // Short work may have ended before it was answered: its end is not said over.
  const quiet = now().said === said && now().alarm === alarmed;
  if (answer && quiet) say(t(`started.${what}`, { n: keys.length }));
}
