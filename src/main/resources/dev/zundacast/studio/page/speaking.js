// @ts-check
import { attempt, change, episodeKey as key, keep, unlocked } from './actions.js';
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
  if (!(await keep(id))) return false;
  await speak(id);
  return true;
}

/**
 * Has a line spoken, and plays it.
 * @param {string} id
 * @param {() => void} [then]
 */
export async function speak(id, then) {
  const at = key();
  awaited.add(id);
  const line = await attempt(() => post(linePath(at, id, '/speak')));
  if (line?.id) putLine(at, line);
  if (!line) awaited.delete(id);
  else playAwaited(at, id, then);
}

/** @param {string} at @param {string} id @param {() => void} [then] */
async function playAwaited(at, id, then) {
  const line = await spoken(at, id);
  if (!awaited.delete(id) || !line) return;
  if (line.state === 'failed') alarm(t('lineFailed', { id, why: line.error ?? '' }));
  else if (line.clip) {
    say(t('lineSpoken', { id }));
    playClip(line.clip, id, then);
  }
}

const POLL_MILLIS = 40;

/** The line once an engine is done with it, unless another episode is open by then. */
/** @param {string} at @param {string} id */
async function spoken(at, id) {
  for (;;) {
    const line = lineOf(id);
    if (at !== key() || !line || !awaited.has(id)) return undefined;
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
  const at = key();
  sound(id, () => goOn(at, id));
}

/** @param {string} episode its key @param {string} id the line that has ended */
function goOn(episode, id) {
  const all = episode === key() ? lines(now().episode) : [];
  const at = all.findIndex((line) => line.id === id);
  const next = all[at + 1];
  if (at < 0 || !next) return update({ heard: undefined, sounding: false });
  const extra = all[at].pauseMillis ?? 0;
  afterSilence(Math.max(0, SENTENCE_MILLIS + extra), () =>
    sound(next.id, () => goOn(episode, next.id)),
  );
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
