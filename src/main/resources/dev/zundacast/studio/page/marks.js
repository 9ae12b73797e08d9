// @ts-check
import { now, toggled, update } from './store.js';

/** Lines marked while listening; the browser keeps them, for all of its tabs. */

/** @param {string | undefined} key */
const place = (key) => `marks ${key}`;

export function readMarks() {
  const text = localStorage.getItem(place(now().route.key));
  update({ marks: new Set(text ? JSON.parse(text) : []) });
}

/** @param {ReadonlySet<string>} marks */
export function setMarks(marks) {
  update({ marks });
  localStorage.setItem(place(now().route.key), JSON.stringify([...marks]));
}

/** @param {string} id */
export const toggleMark = (id) => setMarks(toggled(now().marks, id));

addEventListener('storage', (event) => {
  if (event.key === place(now().route.key)) readMarks();
});
