// @ts-check
import { episodePath, linePath, post, Refused } from './api.js';
import { changes, draftOf, dropDraft, keepDraft } from './drafts.js';
import { lineOf, lines, putEpisode, putLine, trouble } from './load.js';
import { marksOf } from './marks.js';
import { afterSilence, isPlaying, playClip, stop } from './player.js';
import { alarm, now, say, update } from './store.js';
import { t } from './words.js';

/** @typedef {import('./types.js').Line} Line */

const key = () => /** @type {string} */ (now().route.key);

/**
 * Runs a request; what it says when it is refused is shown, and nothing else changes.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T | undefined>}
 */
export async function attempt(work) {
  try {
    const result = await work();
    update({ saved: new Date() });
    return result;
  } catch (e) {
    const { message, place, next } = trouble(e);
    alarm([message, place, next].filter(Boolean).join(' · '));
    return undefined;
  }
}

/** @param {any} answer an episode, with what was done */
function put(answer) {
  if (answer?.sections) putEpisode(answer);
  return answer;
}

/**
 * Writes what was typed into the script. A line that was changed elsewhere meanwhile is shown with
 * both sides, and neither is lost.
 * @param {string} id
 * @returns {Promise<'kept' | 'nothing' | 'conflict' | 'failed'>}
 */
export async function saveDraft(id) {
  const line = lineOf(id);
  const draft = draftOf(id);
  const at = key();
  if (!line || !draft) return 'nothing';
  const edit = changes(line, draft);
  if (!Object.keys(edit).length) {
    dropDraft(id);
    return 'nothing';
  }
  try {
    const kept = await post(linePath(at, id), { base: draft.base, ...edit });
    dropDraft(id, at);
    if (at === key()) putLine(kept);
    update({ saved: new Date() });
    return 'kept';
  } catch (e) {
    if (e instanceof Refused && e.status === 409 && at === key())
      return conflict(id, e.body?.theirs);
    alarm(trouble(e).message);
    return 'failed';
  }
}

/** @param {string} id @param {Line | undefined} theirs @returns {'conflict'} */
function conflict(id, theirs) {
  if (theirs) putLine(theirs);
  alarm(t('changedElsewhere', { id }));
  return 'conflict';
}

/** Lines that are played as soon as their new sound is there. */
const awaited = new Set();

/** @param {string} id */
export async function acceptAndSpeak(id) {
  const outcome = await saveDraft(id);
  if (outcome === 'conflict' || outcome === 'failed') return false;
  await speak(id);
  return true;
}

/**
 * Has a line spoken, and plays it.
 * @param {string} id
 * @param {() => void} [then]
 */
export async function speak(id, then) {
  awaited.add(id);
  const line = await attempt(() => post(linePath(key(), id, '/speak')));
  if (line?.id) putLine(line);
  if (!line) awaited.delete(id);
  else playAwaited(id, then);
}

/** @param {string} id @param {() => void} [then] */
async function playAwaited(id, then) {
  const line = await spoken(id);
  if (!awaited.delete(id) || !line) return;
  if (line.state === 'failed') alarm(t('lineFailed', { id, why: line.error ?? '' }));
  else if (line.clip) {
    say(t('lineSpoken', { id }));
    playClip(line.clip, id, then);
  }
}

const POLL_MILLIS = 40;

/** The line once an engine is done with it. @param {string} id */
async function spoken(id) {
  for (;;) {
    const line = lineOf(id);
    if (!line || !awaited.has(id)) return undefined;
    if (line.state === 'failed' || (line.state === 'spoken' && line.clip)) return line;
    await new Promise((wake) => setTimeout(wake, POLL_MILLIS));
  }
}

/** @param {string} id */
export function playLine(id) {
  const { heard, sounding } = now();
  if (sounding && heard === id) return stop();
  sound(id);
}

/** @param {string} id @param {() => void} [then] */
function sound(id, then) {
  const line = lineOf(id);
  if (!line) return;
  if (line.clip && line.state === 'spoken') playClip(line.clip, id, then);
  else speak(id, then);
}

const SENTENCE_MILLIS = 600;

/** Plays from a line on, line after line. @param {string} id */
export function playOn(id) {
  if (isPlaying()) return stop();
  sound(id, () => goOn(id));
}

/** @param {string} id the line that has ended */
function goOn(id) {
  const all = lines(now().episode);
  const at = all.findIndex((line) => line.id === id);
  const next = all[at + 1];
  if (at < 0 || !next) return update({ heard: undefined, sounding: false });
  const extra = all[at].pauseMillis ?? 0;
  afterSilence(Math.max(0, SENTENCE_MILLIS + extra), () => sound(next.id, () => goOn(next.id)));
}

/**
 * @param {string} action
 * @param {Record<string, unknown>} more
 */
export async function change(action, more) {
  return put(await attempt(() => post(episodePath(key(), '/lines'), { action, ...more })));
}

/** @param {string} id */
export async function addBelow(id) {
  const { section, next } = around(id);
  const before = new Set(lines(now().episode).map((line) => line.id));
  const answer = await change('add', { ids: [], section, before: next, text: t('newLine') });
  if (!answer) return;
  const added = lines(now().episode).find((line) => !before.has(line.id));
  if (added) update({ focus: added.id, open: added.id, following: true });
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
  const { section, next } = around(id);
  keepDraft(id, { ...(draftOf(id) ?? { base: lineOf(id)?.source ?? '' }), written: first });
  if ((await saveDraft(id)) === 'kept') {
    await change('add', { ids: [], section, before: next, text: rest });
  }
}

/** Puts the next line's text behind this one's. @param {string} id */
export async function joinNext(id) {
  const { next } = around(id);
  const [line, other] = [lineOf(id), lineOf(next ?? undefined)];
  if (!line || !other) return say(t('nothingToJoin'));
  const before = draftOf(id) ?? { base: line.source };
  keepDraft(id, { ...before, written: (before.written ?? line.written) + other.written });
  if ((await saveDraft(id)) === 'kept') await change('delete', { ids: [other.id] });
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

/** @param {string[]} ids */
export async function remove(ids) {
  const all = lines(now().episode);
  const at = all.findIndex((line) => line.id === ids[0]);
  const answer = await change('delete', { ids });
  if (!answer) return;
  const rest = lines(now().episode);
  update({ focus: rest[Math.min(at, rest.length - 1)]?.id, open: undefined, selected: new Set() });
  say(t('deleted', { n: ids.length }));
}

/** @param {string[]} ids */
export const duplicate = (ids) => change('duplicate', { ids });

/** @param {string} id @param {-1 | 1} by */
export function move(id, by) {
  const { section, previous, next, afterNext } = around(id);
  if (by < 0 ? !previous : !next) return undefined;
  return change('move', { ids: [id], section, before: by < 0 ? previous : afterNext });
}

/** @param {string[]} ids */
export function approve(ids) {
  const all = ids.every((id) => lineOf(id)?.approved);
  return change(all ? 'unapprove' : 'approve', { ids });
}

/** Has all marked lines spoken again. */
export async function speakMarked() {
  const ids = [...marksOf(now().episode)];
  if (!ids.length) return say(t('nothingMarked'));
  if (await change('speak', { ids })) {
    await change('unmark', { ids });
    say(t('speaking', { n: ids.length }));
  }
}

/** @param {'undo' | 'redo'} which */
export async function takeBack(which) {
  const answer = put(await attempt(() => post(episodePath(key(), `/${which}`))));
  const did = [answer?.did ?? []].flat().join(', ');
  if (answer) say(t(which === 'undo' ? 'undone' : 'redone', { did }));
}

/** @param {string} id @param {string} clip */
export async function take(id, clip) {
  const line = await attempt(() => post(linePath(key(), id, '/take'), { clip }));
  if (line?.id) putLine(line);
  return line;
}

/** @param {string} id @param {'mine' | 'post'} use */
export const decide = async (id, use) =>
  put(await attempt(() => post(episodePath(key(), '/decision'), { id, use })));

/** @param {'build' | 'check' | 'fill'} what @param {string[]} keys */
export async function start(what, keys) {
  const answer = await attempt(() => post(`/api/${what}`, { keys }));
  if (answer) say(t(`started.${what}`, { n: keys.length }));
}

/** @param {string} id @param {import('./types.js').Remedy} remedy */
export async function remedy(id, { action, value }) {
  const line = lineOf(id);
  if (!line) return;
  const field = action === 'accents' ? 'accents' : 'spoken';
  const edit = { base: line.source, [field]: value };
  const mended = await attempt(() => post(linePath(key(), id), edit));
  if (mended?.id) {
    putLine(mended);
    await speak(id);
  }
}
