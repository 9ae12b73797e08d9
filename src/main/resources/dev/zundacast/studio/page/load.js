// @ts-check
import { episodePath, get, Refused, Unreachable } from './api.js';
import { now, update } from './store.js';

/** @typedef {import('./types.js').Episode} Episode */
/** @typedef {import('./types.js').Line} Line */

/**
 * Asks once nobody types on; an answer that comes behind the next wish is not shown.
 * @template T
 * @param {number} millis @param {() => Promise<T>} ask @param {(answer: T) => void} show
 * @returns {() => void} ends the wish
 */
export function askSoon(millis, ask, show) {
  let wanted = true;
  const timer = setTimeout(async () => {
    const answer = await ask();
    if (wanted) show(answer);
  }, millis);
  return () => {
    wanted = false;
    clearTimeout(timer);
  };
}

/** What went wrong, in place of an answer. @param {unknown} e */
export const failed = (e) => ({ failed: trouble(e).message });

/** What went wrong, as the page shows it. @param {unknown} e */
export function trouble(e) {
  if (e instanceof Refused) return e.trouble;
  return { message: e instanceof Error ? e.message : String(e) };
}

export async function loadShow() {
  try {
    const show = await get('/api/show');
    update({ show, engine: show.engine ?? now().engine });
  } catch (e) {
    if (!(e instanceof Unreachable)) update({ trouble: trouble(e) });
  }
}

let loading = false;
let again = false;

/** Reads the episode that is open once more; several wishes meanwhile are one. */
export async function reloadEpisode() {
  again = true;
  if (loading) return;
  loading = true;
  try {
    while (again) {
      again = false;
      await readEpisode(now().route.key);
    }
  } finally {
    loading = false;
  }
}

/** @param {string | undefined} key */
async function readEpisode(key) {
  if (!key) return;
  try {
    const before = changed;
    const episode = await requested(() => get(episodePath(key)));
    // What was changed meanwhile is newer: it is read once more.
    if (changed !== before) again = true;
    else show(episode);
  } catch (e) {
    if (!(e instanceof Unreachable) && now().route.key === key) update({ trouble: trouble(e) });
  }
}

/** @type {Promise<unknown>} */
let turn = Promise.resolve();

/**
 * Changes what a script says once all changes before are there: who presses keys quickly means what
 * the last one made.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export function inTurn(work) {
  const done = turn.then(work);
  turn = done.catch(() => undefined);
  return done;
}

let changed = 0;

/** Shows an episode as a change of it has left it. @param {Episode} episode */
export function putEpisode(episode) {
  changed++;
  show(episode);
}

/**
 * Shows an episode unless another is open by now; lines that are as they were stay the same
 * objects, so that their rows stay.
 * @param {Episode} episode
 */
function show(episode) {
  if (episode.key !== now().route.key) return;
  const before = now().episode;
  const old = new Map(
    before && before.key === episode.key ? lines(before).map((line) => [line.id, line]) : [],
  );
  for (const section of episode.sections) {
    section.lines = section.lines.map((line) => same(old.get(line.id), line));
  }
  update({ episode, trouble: undefined });
}

/** @param {Line | undefined} before @param {Line} after */
function same(before, after) {
  return before && JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

let told = 0;

/** Shows a line that the server tells of by itself. @param {Line} line */
export function hearLine(line) {
  told++;
  showLine(line);
}

/**
 * Runs a request. What the server told of lines meanwhile may be newer than the answer, so the
 * episode is read once more behind it.
 * @template T
 * @param {() => Promise<T>} request
 */
export async function requested(request) {
  const before = told;
  const answer = await request();
  if (told !== before) reloadEpisode();
  return answer;
}

/** Shows a line as a change has left it, unless another episode is open by now. */
/** @param {string} key @param {Line} line */
export function putLine(key, line) {
  changed++;
  if (key === now().route.key) showLine(line);
}

/** @param {Line} line */
function showLine(line) {
  const episode = now().episode;
  if (!episode) return;
  const sections = episode.sections.map((section) => {
    const at = section.lines.findIndex((each) => each.id === line.id);
    if (at < 0 || same(section.lines[at], line) === section.lines[at]) return section;
    return { ...section, lines: section.lines.with(at, line) };
  });
  update({ episode: { ...episode, sections } });
}

/** @param {Episode | undefined} episode */
export const lines = (episode) => episode?.sections.flatMap((section) => section.lines) ?? [];

/** @param {string | undefined} id */
export const lineOf = (id) => lines(now().episode).find((line) => line.id === id);

/** The sounds that a line had, the oldest first. @param {Line | undefined} line */
export const takesOf = (line) => [...(line?.takes ?? [])].reverse();
