// @ts-check
import { clipSound } from './api.js';
import { now, update, alarm } from './store.js';
import { t } from './words.js';

/**
 * The one sound of the page: whatever begins to play ends what played before.
 *
 * @typedef {{kind: 'clip', clip: string, line?: string, then?: () => void} |
 *   {kind: 'episode', url: string}} Source
 */

const audio = /** @type {HTMLAudioElement} */ (document.getElementById('audio'));

/** @type {Source | undefined} */
let source;
/** @type {Set<(source: Source | undefined, seconds: number, whole: number) => void>} */
const watchers = new Set();
let pause = 0;

/**
 * Tells a watcher where the sound is, as often as the screen is drawn while it plays.
 * @param {(source: Source | undefined, seconds: number, whole: number) => void} watcher
 */
export function watch(watcher) {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

function tell() {
  watchers.forEach((watcher) => watcher(source, audio.currentTime, audio.duration || 0));
}

function frame() {
  tell();
  if (!audio.paused) requestAnimationFrame(frame);
}

export const playing = () => source;

export const isPlaying = () => !audio.paused || pause !== 0;

/**
 * @param {string} clip
 * @param {string} [line]
 * @param {() => void} [then] what follows when it has ended
 */
export function playClip(clip, line, then) {
  begin({ kind: 'clip', clip, line, then }, clipSound(clip), 0);
  update({ heard: line, following: true });
}

/** @param {string} url @param {number} seconds */
export function playEpisode(url, seconds) {
  if (source?.kind === 'episode' && source.url === url) {
    audio.currentTime = seconds;
    start();
  } else {
    begin({ kind: 'episode', url }, url, seconds);
  }
  update({ following: true });
}

/** @param {Source} next @param {string} url @param {number} seconds */
function begin(next, url, seconds) {
  clearTimeout(pause);
  pause = 0;
  source = next;
  if (audio.getAttribute('src') !== url) audio.src = url;
  audio.currentTime = seconds;
  audio.playbackRate = next.kind === 'episode' ? rate : 1;
  start();
}

function start() {
  audio.play().catch((e) => {
    if (e.name !== 'AbortError') alarm(t('cannotPlay', { why: e.message }));
  });
}

let rate = 1;

/** @param {number} value how fast an episode is played */
export function setRate(value) {
  rate = value;
  if (source?.kind === 'episode') audio.playbackRate = value;
}

export function stop() {
  clearTimeout(pause);
  pause = 0;
  audio.pause();
  update({ sounding: false });
}

/** Goes on where `stop` was. */
export function resume() {
  if (source) start();
}

/** @param {number} seconds */
export function skip(seconds) {
  audio.currentTime = Math.max(0, audio.currentTime + seconds);
  tell();
}

/**
 * Runs what follows after a silence, unless something else begins.
 * @param {number} millis
 * @param {() => void} then
 */
export function afterSilence(millis, then) {
  clearTimeout(pause);
  pause = setTimeout(() => {
    pause = 0;
    then();
  }, millis);
}

audio.addEventListener('play', () => {
  update({ sounding: true });
  frame();
});
audio.addEventListener('pause', () => {
  if (!pause) update({ sounding: false });
  tell();
});
audio.addEventListener('seeked', tell);
audio.addEventListener('ended', () => {
  const ended = source;
  tell();
  if (ended?.kind === 'clip' && ended.then) ended.then();
  else update({ heard: undefined, sounding: false });
});
audio.addEventListener('error', () => {
  if (source) alarm(t('cannotPlay', { why: audio.error?.message || '' }));
  update({ sounding: false });
});

/** @param {string} line */
export const isHeard = (line) => now().heard === line && now().sounding;
