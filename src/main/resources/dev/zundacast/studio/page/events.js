// @ts-check
import { get, Refused } from './api.js';
import { now, say, update, alarm } from './store.js';
import { hearLine, loadShow, reloadEpisode } from './load.js';
import { language, t } from './words.js';

const RETRY_MILLIS = 1000;

/** A studio that lets nobody in will hardly do so in the next second. */
const LONGEST_RETRY_MILLIS = 60_000;

/** @type {EventSource | undefined} */
let stream;
let retry = RETRY_MILLIS;

/** Opens the stream of news, then reads what they are about; opens it again when it breaks off. */
export function listen() {
  stream?.close();
  stream = new EventSource(`/api/events?lang=${language}`);
  stream.addEventListener('open', connected);
  stream.addEventListener('error', broken);
  on('episode', ({ key }) => key === now().route.key && reloadEpisode());
  on('line', ({ key, line }) => key === now().route.key && hearLine(line));
  on('job', job);
  on('engine', engine);
  on('show', () => loadShow());
  on('end', broken);
}

/** @param {string} name @param {(value: any) => void} handler */
function on(name, handler) {
  stream?.addEventListener(name, (event) => {
    handler(JSON.parse(/** @type {MessageEvent} */ (event).data));
  });
}

function connected() {
  retry = RETRY_MILLIS;
  if (now().connection !== 'on') say(t('connectedAgain'));
  update({ connection: 'on' });
  readAll();
  readJobs();
}

function readAll() {
  loadShow();
  reloadEpisode();
}

/** What was begun before this page was opened. */
async function readJobs() {
  const { jobs } = await get('/api/jobs').catch(() => ({ jobs: [] }));
  const open = jobs.filter((/** @type {import('./types.js').Job} */ { state }) =>
    ['running', 'waiting'].includes(state),
  );
  update({
    jobs: new Map(open.map((/** @type {import('./types.js').Job} */ job) => [job.job, job])),
  });
}

/** A stream does not say why it ended; a request does. */
async function broken() {
  stream?.close();
  let connection = /** @type {'gone' | 'refused'} */ ('gone');
  try {
    await get('/api/show');
  } catch (e) {
    if (e instanceof Refused && e.status === 403) connection = 'refused';
  }
  update({ connection });
  setTimeout(listen, retry);
  retry = connection === 'refused' ? Math.min(2 * retry, LONGEST_RETRY_MILLIS) : RETRY_MILLIS;
}

/** @param {import('./types.js').Job} news */
function job(news) {
  const jobs = new Map(now().jobs);
  const before = jobs.get(news.job);
  jobs.set(news.job, news);
  update({ jobs });
  if (quarter(news) > quarter(before)) say(t('jobAt', { ...news, what: what(news) }));
  if (news.state === 'failed') {
    alarm(t('jobFailed', { what: what(news), why: news.message ?? '' }));
    readAll();
  } else if (news.state === 'cancelled') ended(news, t('jobCancelled', { what: what(news) }));
  else if (news.state === 'done' && before?.state !== 'done') {
    ended(news, t('jobDone', { what: what(news), message: news.message ?? '' }));
  }
}

/** How many quarters of a longer piece of work are done: as often as a reader is told. */
/** @param {import('./types.js').Job | undefined} job */
const quarter = (job) => (job && job.total > 3 ? Math.floor((4 * job.done) / job.total) : 0);

/** @param {import('./types.js').Job} news @param {string} words */
function ended(news, words) {
  say(words);
  setTimeout(() => forget(news.job), 4000);
  readAll();
}

/** Shows a piece of work no more. @param {string} id */
export function forget(id) {
  const jobs = new Map(now().jobs);
  jobs.delete(id);
  update({ jobs });
}

/** @param {import('./types.js').Job} news */
export const what = (news) =>
  ['build', 'check', 'fill', 'speak', 'publish'].includes(news.what)
    ? t(/** @type {any} */ (`job.${news.what}`))
    : news.what;

/** @param {import('./types.js').Engine} engine */
function engine(engine) {
  const before = now().engine?.state;
  update({ engine });
  if (before && before !== engine.state) {
    if (engine.state === 'down') alarm(t('engineGone', { why: engine.message ?? engine.url }));
    else if (engine.state === 'up') say(t('engineBack', { name: engine.name }));
  }
}
