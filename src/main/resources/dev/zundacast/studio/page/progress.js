// @ts-check
import { html } from './vendor/htm-preact.js';
import { attempt } from './actions.js';
import { post } from './api.js';
import { forget, what } from './events.js';
import { IconButton } from './icons.js';
import { t } from './words.js';

/** @typedef {import('./types.js').Job} Job */

/** A thin bar for each piece of work, with words. @param {{jobs: ReadonlyMap<string, Job>}} props */
export const Progress = ({ jobs }) =>
  jobs.size > 0 &&
  html`<ul class="jobs" aria-label=${t('work')}>
    ${[...jobs.values()].map((job) => html`<${Bar} key=${job.job} job=${job} />`)}
  </ul>`;

/** @param {Job} job */
const cancel = ({ job }) => attempt(() => post(`/api/jobs/${encodeURIComponent(job)}/cancel`));

/** Which of several posts is worked on. @param {Job} job */
function ofAll({ key, keys = [] }) {
  const at = keys.indexOf(key ?? '') + 1;
  return keys.length > 1 && at ? t('jobOf', { at, n: keys.length }) : '';
}

/** How much of all posts is done. @param {Job} job */
function share({ key, keys = [], done, total, state }) {
  if (state === 'done') return 1;
  const before = Math.max(0, keys.indexOf(key ?? ''));
  return (before + (total ? done / total : 0)) / Math.max(1, keys.length);
}

/** @param {{job: Job}} props */
const Bar = ({ job }) => html`
  <li data-state=${job.state}>
    <span>${what(job)} ${ofAll(job)} ${job.key ?? ''} ${job.message ?? ''}</span>
    ${job.total > 0 && html`<span class="quiet">${job.done} / ${job.total}</span>`}
    ${['running', 'waiting'].includes(job.state) &&
    html`<${IconButton}
      icon="cross"
      label=${t('cancelWork', { what: what(job) })}
      run=${() => cancel(job)}
    />`}
    ${job.state === 'failed' &&
    html`<${IconButton} icon="cross" label=${t('close')} run=${() => forget(job.job)} />`}
    <progress aria-label=${what(job)} max="1" value=${share(job)}></progress>
  </li>
`;
