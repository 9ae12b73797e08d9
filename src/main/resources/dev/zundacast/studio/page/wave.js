// @ts-check
import { html, useEffect, useRef } from './vendor/htm-preact.js';
import { clipPeaks } from './api.js';
import { barsOf, draw, peaks } from './peaks.js';
import { lineOf } from './load.js';
import { watch } from './player.js';
import { now } from './store.js';

const SETTLE_MILLIS = 90;

/** What waits to be painted: a few with each picture of the screen. @type {(() => void)[]} */
const paints = [];
const PAINTS_AT_ONCE = 3;

/** @param {() => void} paint */
function soon(paint) {
  if (paints.push(paint) === 1) requestAnimationFrame(paintSome);
}

function paintSome() {
  paints.splice(0, PAINTS_AT_ONCE).forEach((paint) => paint());
  if (paints.length) requestAnimationFrame(paintSome);
}

/**
 * The canvases in view; each is drawn when it has stayed there for a moment, so that scrolling
 * fetches nothing.
 * @type {WeakMap<Element, (visible: boolean) => void>}
 */
const views = new WeakMap();
const observer = new IntersectionObserver((entries) => {
  for (const entry of entries) views.get(entry.target)?.(entry.isIntersecting);
});

/** What draws how far a clip was played, wherever it is shown. */
/** @type {Map<string, Set<(part: number) => void>>} */
const heads = new Map();

/** @param {string} clip @param {number} part */
const moveHeads = (clip, part) => heads.get(clip)?.forEach((head) => head(part));

watch((source, seconds, whole) => {
  if (source?.kind === 'clip') moveHeads(source.clip, whole ? seconds / whole : 0);
  else if (source) headOfEpisode(seconds * 1000);
});

/** Where the line that an episode has come to is. @param {number} millis */
function headOfEpisode(millis) {
  const line = lineOf(now().heard);
  if (!line?.clip || line.startMillis === undefined || !line.millis) return;
  moveHeads(line.clip, Math.min(1, (millis - line.startMillis) / line.millis));
}

/** @param {HTMLCanvasElement} canvas @param {string} clip */
function show(canvas, clip) {
  let timer = 0;
  /** @type {number[]} */
  let list = [];
  const paint = async () => {
    list = await peaks(clipPeaks(clip)).catch(() => []);
    soon(() => canvas.isConnected && draw(canvas, list));
  };
  views.set(canvas, (visible) => {
    clearTimeout(timer);
    if (visible && !list.length) timer = setTimeout(paint, SETTLE_MILLIS);
  });
  let shown = 0;
  const head = (/** @type {number} */ part) => {
    const bar = Math.ceil(part * barsOf(canvas));
    if (bar !== shown) draw(canvas, list, part);
    shown = bar;
  };
  const all = heads.get(clip) ?? new Set();
  heads.set(clip, all.add(head));
  observer.observe(canvas);
  return () => {
    clearTimeout(timer);
    observer.unobserve(canvas);
    all.delete(head);
    if (!all.size && heads.get(clip) === all) heads.delete(clip);
  };
}

/**
 * The wave form of one clip, which is also its progress while it plays.
 * @param {{clip?: string}} props
 */
export function Wave({ clip }) {
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  useEffect(() => (clip && canvas.current ? show(canvas.current, clip) : undefined), [clip]);
  return html`<canvas class="wave" ref=${canvas} aria-hidden="true"></canvas>`;
}
