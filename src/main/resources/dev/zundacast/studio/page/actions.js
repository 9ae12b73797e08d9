// @ts-check
import { episodePath, linePath, post, Refused } from './api.js';
import { changes, draftOf, dropDraft, keepDraft, whole } from './drafts.js';
import { inTurn, lineOf, lines, loadShow, putEpisode, putLine } from './load.js';
import { reloadEpisode, requested, trouble } from './load.js';
import { focusRow } from './open.js';
import { alarm, now, say, update } from './store.js';
import { t } from './words.js';

/** @typedef {import('./types.js').Line} Line */

export const episodeKey = () => /** @type {string} */ (now().route.key);
const key = episodeKey;

/**
 * Runs a request; what it says when it is refused is shown, and nothing else changes.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T | undefined>}
 */
export async function attempt(work) {
  try {
    const result = await requested(work);
    update({ saved: new Date() });
    return result;
  } catch (e) {
    refused(e);
    return undefined;
  }
}

/** @param {unknown} e */
function refused(e) {
  const { message, place, next } = trouble(e);
  alarm([message, place, next].filter(Boolean).join(' · '));
}

const SCRIPT_CHANGED = /** @type {const} */ ({ lastDone: 'script', lastUndone: 'script' });

/**
 * Shows what a change made of an episode, nothing where another is open by now.
 * @param {string} at
 * @param {any} answer an episode, with what was done
 */
function put(at, answer) {
  if (at !== key()) return undefined;
  if (answer?.sections) {
    putEpisode(answer);
    update(SCRIPT_CHANGED);
  }
  return answer;
}

/**
 * Writes what was typed into the script. A line that was changed elsewhere meanwhile is shown with
 * both sides, and neither is lost.
 * @param {string} id
 * @returns {Promise<'kept' | 'nothing' | 'conflict' | 'failed'>}
 */
export async function saveDraft(id) {
  const at = key();
  const { episode } = now();
  const line = lineOf(id);
  if (!(await whole(id))) return 'failed';
  return inTurn(() => save(id, at, (at === key() && lineOf(id)) || line, episode));
}

/**
 * @param {string} id @param {string} at @param {Line | undefined} line
 * @param {import('./types.js').Episode | undefined} episode the line's, which need not be open any more
 * @returns {Promise<'kept' | 'nothing' | 'conflict' | 'failed'>}
 */
async function save(id, at, line, episode) {
  const draft = draftOf(id, at);
  if (!line || !draft) return 'nothing';
  const edit = changes(line, draft, episode);
  if (!Object.keys(edit).length) {
    dropDraft(id, at);
    return 'nothing';
  }
  try {
    const kept = await requested(() => post(linePath(at, id), { base: draft.base, ...edit }));
    settle(id, at, draft, kept);
    update(SCRIPT_CHANGED);
    putLine(at, kept);
    update({ saved: new Date() });
    return 'kept';
  } catch (e) {
    if (e instanceof Refused && e.status === 409 && at === key())
      return conflict(id, e.body?.theirs);
    refused(e);
    return 'failed';
  }
}

/** What was typed while a draft was written stays one, of the line as it is now. */
/** @param {string} id @param {string} at @param {import('./drafts.js').Draft} draft @param {Line} kept */
function settle(id, at, draft, kept) {
  const later = draftOf(id, at);
  if (!later || JSON.stringify(later) === JSON.stringify(draft)) dropDraft(id, at);
  else keepDraft(id, { ...later, base: kept.source }, at);
}

/** @param {string} id @param {Line | undefined} theirs @returns {'conflict'} */
function conflict(id, theirs) {
  if (theirs) putLine(key(), theirs);
  alarm(t('changedElsewhere', { id }));
  return 'conflict';
}

/**
 * @param {string} action
 * @param {Record<string, unknown>} more
 */
export const change = (action, more) => changeTo(() => ({ action, ...more }));

/**
 * Changes lines as it is to be once the changes before are there.
 * @param {() => Record<string, unknown> | undefined} wanted nothing where there is nothing to do
 */
export function changeTo(wanted) {
  const at = key();
  return inTurn(async () => {
    const body = at === key() ? wanted() : undefined;
    return body && put(at, await attempt(() => post(episodePath(at, '/lines'), body)));
  });
}

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
  if (unlocked([id]).length && (await keep(id))) {
    await change('split', { ids: [id], text: first, rest });
  }
}

/** Keeps what was typed into lines; whether nothing of it waits any more. @param {...string} ids */
export async function keep(...ids) {
  for (const id of ids) if (!['kept', 'nothing'].includes(await saveDraft(id))) return false;
  return true;
}

/** Puts the next line's text behind this one's. @param {string} id */
export async function joinNext(id) {
  const { next } = around(id);
  const [line, other] = [lineOf(id), lineOf(next ?? undefined)];
  if (!line || !other) return say(t('nothingToJoin'));
  const both = [id, other.id];
  if (unlocked(both).length === 2 && (await keep(...both))) await change('join', { ids: both });
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
export const duplicate = async (ids) => (await keep(...ids)) && change('duplicate', { ids });

/** @param {string[]} ids */
export const leaveOut = async (ids) => (await keep(...ids)) && change('leaveOut', { ids });

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
export async function approve(ids) {
  const isDone = () => ids.every((id) => lineOf(id)?.approved);
  if (!isDone() && !(await keep(...ids))) return undefined;
  return changeTo(() => ({ action: isDone() ? 'unapprove' : 'approve', ids }));
}

/** @param {'undo' | 'redo'} which */
export async function takeBack(which) {
  if (now()[which === 'undo' ? 'lastDone' : 'lastUndone'] === 'words') return takeBackWords(which);
  const at = key();
  let place = 0;
  const answer = await inTurn(async () => {
    place = lines(now().episode).findIndex((line) => line.id === now().focus);
    return put(at, await attempt(() => post(episodePath(at, `/${which}`))));
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

/** @param {string} id @param {string} clip */
export async function take(id, clip) {
  const at = key();
  const line = await inTurn(() => attempt(() => post(linePath(at, id, '/take'), { clip })));
  if (line?.id) putLine(at, line);
  if (line) update(SCRIPT_CHANGED);
  return line;
}

/** @param {string} id @param {'mine' | 'post'} use */
export function decide(id, use) {
  const at = key();
  return inTurn(async () =>
    put(at, await attempt(() => post(episodePath(at, '/decision'), { id, use }))),
  );
}

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
