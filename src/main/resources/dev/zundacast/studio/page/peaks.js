// @ts-check
import { get } from './api.js';

const LIMIT = 600;

/** The width of a bar with the gap behind it, in the page's pixels. */
const BAR = 3;

/** @type {Map<string, Promise<number[]>>} the newest last */
const known = new Map();

/**
 * The peaks at an address, 0 to 127, a hundred a second; fetched once.
 * @param {string} url
 * @returns {Promise<number[]>}
 */
export function peaks(url) {
  const found = known.get(url) ?? get(url).then((list) => (Array.isArray(list) ? list : []));
  known.delete(url);
  known.set(url, found);
  found.catch(() => known.delete(url));
  if (known.size > LIMIT) known.delete(/** @type {string} */ (known.keys().next().value));
  return found;
}

/**
 * Draws peaks as bars over the whole canvas, in its own colour; what was played in the accent's.
 * @param {HTMLCanvasElement} canvas
 * @param {number[]} list
 * @param {number} [played] from 0 to 1
 */
export function draw(canvas, list, played = 0) {
  const context = fitted(canvas);
  if (!context || !list.length) return;
  const style = getComputedStyle(canvas);
  const colours = [style.getPropertyValue('--wave'), style.getPropertyValue('--played')];
  const { width, height } = canvas;
  const step = BAR * (window.devicePixelRatio || 1);
  const bars = loud(list, Math.max(1, Math.floor(width / step)));
  const loudest = Math.max(24, ...bars);
  const head = played * bars.length;
  context.fillStyle = colours[1];
  bars.forEach((peak, i) => {
    if (i >= head && i < head + 1) context.fillStyle = colours[0];
    const tall = Math.max(2, (peak / loudest) * height * 0.94);
    context.fillRect(i * step, (height - tall) / 2, step * 0.62, tall);
  });
}

/** How many bars a canvas has: a playhead that has not come to the next one changes nothing. */
/** @param {HTMLCanvasElement} canvas */
export const barsOf = (canvas) => Math.max(1, Math.floor(canvas.clientWidth / BAR));

/** @param {HTMLCanvasElement} canvas */
function fitted(canvas) {
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  context?.clearRect(0, 0, width, height);
  return width && height ? context : null;
}

/**
 * The loudest peak of each bar.
 * @param {number[]} list
 * @param {number} bars
 */
function loud(list, bars) {
  const result = new Array(bars).fill(0);
  const each = list.length / bars;
  for (let bar = 0; bar < bars; bar++) {
    const end = Math.max(bar * each + 1, (bar + 1) * each);
    for (let i = Math.floor(bar * each); i < end && i < list.length; i++) {
      result[bar] = Math.max(result[bar], list[i]);
    }
  }
  return result;
}
