// @ts-check
import { attempt, change, episodeKey as key, saveDraft, unlocked } from './actions.js';
import { linePath, post } from './api.js';
import { lineOf, lines, putLine } from './load.js';
import { marksOf } from './marks.js';
import { afterSilence, isPlaying, playClip, stop } from './player.js';
import { alarm, now, say, update } from './store.js';
import { t } from './words.js';

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

/** Has all marked lines spoken again or, where none is, these. @param {string[]} chosen */
export async function speakMarked(chosen) {
  const marked = [...marksOf(now().episode)];
  if (await speakAgain(marked.length ? marked : chosen)) await change('unmark', { ids: marked });
}

/** Has lines spoken again, though their sounds are there. @param {string[]} wanted */
export async function speakAgain(wanted) {
  const ids = unlocked(wanted);
  if (!ids.length) return undefined;
  const answer = await change('speak', { ids, again: true });
  if (answer && ids.length === wanted.length) say(t('speaking', { n: ids.length }));
  return answer;
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
