// @ts-check
import { changeTo } from './actions.js';
import { lines } from './load.js';
import { now } from './store.js';

/** The lines that were marked while listening. @param {import('./types.js').Episode | undefined} episode */
export const marksOf = (episode) =>
  new Set(
    lines(episode)
      .filter((line) => line.marked)
      .map((line) => line.id),
  );

/** Marks lines, or takes their marks away where all have one. @param {string[]} ids */
export const toggleMarks = (ids) =>
  changeTo(() => {
    const marks = marksOf(now().episode);
    return { action: ids.every((id) => marks.has(id)) ? 'unmark' : 'mark', ids };
  });
