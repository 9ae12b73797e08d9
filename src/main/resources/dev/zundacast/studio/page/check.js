// @ts-check
import { html, useEffect, useState } from './vendor/htm-preact.js';
import { get } from './api.js';
import { icon } from './icons.js';
import { failed, lines } from './load.js';
import { closeDialog, focusRow, openEverywhere } from './open.js';
import { now } from './store.js';
import { t } from './words.js';

/** @typedef {import('./types.js').Finding & {line?: string, place?: string,
 *   next?: string}} Placed */

/** What stands between this episode and publishing. */
export function CheckSheet() {
  const [answer, set] = useState(/** @type {{findings?: Placed[], failed?: string}} */ ({}));
  useEffect(() => {
    get(`/api/check/${encodeURIComponent(/** @type {string} */ (now().route.key))}`)
      .catch(failed)
      .then(set);
  }, []);
  if (answer.failed) return html`<p class="trouble">${answer.failed}</p>`;
  if (!answer.findings) return html`<p class="quiet">${t('checking')}</p>`;
  const mine = ofLines();
  const known = new Set(mine.map(({ line, rule }) => `${line} ${rule}`));
  const others = answer.findings.filter(({ line, rule }) => !known.has(`${line} ${rule}`));
  const all = [...mine, ...others];
  return html`<${FindingList} findings=${all} />`;
}

/** @returns {Placed[]} */
const ofLines = () =>
  lines(now().episode).flatMap((line) => line.findings.map((each) => ({ ...each, line: line.id })));

const SEVERITIES = ['note', 'warning', 'error'];

/** @param {Placed} one @param {Placed} other */
const worstFirst = (one, other) =>
  SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity);

/** @param {{findings: Placed[]}} props */
export const FindingList = ({ findings }) =>
  findings.length
    ? html`<ul class="finding-list">
        ${[...findings].sort(worstFirst).map((finding) => html`<${Item} finding=${finding} />`)}
      </ul>`
    : html`<p class="empty">${icon('check')} ${t('nothingFound')}</p>`;

/** @param {{finding: Placed}} props */
const Item = ({ finding: { severity, line, place, message, next, remedy } }) => html`
  <li data-severity=${severity}>
    ${icon(severity === 'note' ? 'pen' : 'warn')}
    <span class="grow">
      ${severity === 'error' && html`<b class="bad">${t('severity.error')}</b>${' '}`}${message}
      ${place && html`${' '}<small class="quiet">${place}</small>`}
      ${next && html`<small class="quiet next">${next}</small>`}
    </span>
    ${line &&
    html`<button type="button" class="small" onClick=${() => (closeDialog(), focusRow(line))}>
      ${line}
    </button>`}
    ${line &&
    remedy &&
    html`<button type="button" class="small" onClick=${() => openEverywhere(line, remedy)}>
      ${remedy.label}
    </button>`}
  </li>
`;
