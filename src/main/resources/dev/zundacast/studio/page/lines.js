// @ts-check
import { html, useEffect, useMemo, useState } from './vendor/htm-preact.js';
import { change } from './actions.js';
import { draftIds } from './drafts.js';
import { clock, host, webAddress } from './format.js';
import { icon } from './icons.js';
import { lineOf } from './load.js';
import { Block } from './block.js';
import { SectionTools } from './sections.js';
import { Slot } from './slot.js';
import { t } from './words.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./types.js').Section} Section */

/** How many rows are compared as one. */
const BLOCK = 20;

/** How many rows are made between two pictures of the screen. */
const AT_ONCE = 40;

/** All lines of the episode as one grid; rows beyond the screen are made bit by bit. @param {State} state */
export function LineList(state) {
  const episode = /** @type {import('./types.js').Episode} */ (state.episode);
  const count = episode.sections.reduce((n, section) => n + section.lines.length, 0);
  const limit = useGrowing(count, episode.key);
  const drafts = useMemo(() => draftIds(episode.key), [episode.key, state.drafts]);
  const first = episode.sections.find((section) => section.lines.length)?.lines[0]?.id;
  const row = { state, drafts, focus: lineOf(state.focus)?.id ?? first };
  let at = 0;
  return html`<div
    class="lines"
    role="grid"
    aria-label=${t('linesOf', { title: episode.post.title })}
    aria-rowcount=${count}
    aria-multiselectable="true"
  >
    ${episode.sections.map((section) => {
      const from = at;
      at += section.lines.length;
      if (from > limit) return null;
      return html`<${Group}
        key=${section.id}
        section=${section}
        from=${from}
        limit=${limit}
        ...${row}
      />`;
    })}
  </div>`;
}

/**
 * A number that grows to `count`, a little with each picture of the screen.
 * @param {number} count
 * @param {string} key
 */
function useGrowing(count, key) {
  const [limit, grow] = useState(AT_ONCE);
  useEffect(() => grow(AT_ONCE), [key]);
  useEffect(() => {
    if (limit >= count) return undefined;
    const frame = requestAnimationFrame(() => grow(limit + AT_ONCE));
    return () => cancelAnimationFrame(frame);
  }, [limit, count]);
  return limit;
}

/**
 * @typedef {{section: Section, from: number, limit: number, state: State,
 *   drafts: ReadonlySet<string>, focus?: string}} GroupProps
 */

/** @param {import('./types.js').Line[]} lines */
function blocks(lines) {
  const result = [];
  for (let i = 0; i < lines.length; i += BLOCK) result.push(lines.slice(i, i + BLOCK));
  return result;
}

/** @param {GroupProps} props */
const Group = ({ section, from, limit, state, drafts, focus }) => html`
  <div role="rowgroup" class="section" aria-label=${section.title || section.id}>
    <${Heading} section=${section} />
    ${blocks(section.lines.slice(0, Math.max(0, limit - from))).map(
      (lines, i) =>
        html`<${Block}
          key=${i}
          lines=${lines}
          from=${from + i * BLOCK}
          state=${state}
          drafts=${drafts}
          focus=${focus}
        />`,
    )}
    ${!section.lines.length && html`<${EmptySection} section=${section} />`}
    ${section.slot && html`<${Slot} section=${section} />`}
    <${LeftOut} section=${section} />
  </div>
`;

/** @param {{section: Section}} props */
const Heading = ({ section }) => {
  const url = webAddress(section.url);
  return html`<div role="row" class="section-head">
    <span role="gridcell" class="section-title">
      <h2>${section.title || t('untitled', { id: section.id })}</h2>
      ${url && html`<a href=${url} target="_blank" rel="noreferrer noopener">↗ ${host(url)}</a>`}
    </span>
    <span role="gridcell" class="section-tools"><${SectionTools} section=${section} /></span>
    <span role="gridcell" class="section-start">${clock(section.startMillis)}</span>
  </div>`;
};

/** @param {{section: Section}} props */
const EmptySection = ({ section }) => html`
  <div role="row">
    <span role="gridcell">
      <button
        type="button"
        class="plain"
        onClick=${() =>
          change('add', { ids: [], section: section.id, before: null, text: t('newLine') })}
      >
        ${icon('plus')} ${t('addLine')}
      </button>
    </span>
  </div>
`;

/** Sentences of the post that the script leaves out. @param {{section: Section}} props */
function LeftOut({ section }) {
  const [open, set] = useState(false);
  const left = section.leftOut ?? [];
  if (!left.length) return null;
  return html`<div role="row" class="left-out">
    <div role="gridcell">
      <button type="button" class="plain" aria-expanded=${String(open)} onClick=${() => set(!open)}>
        ${t('leftOut', { n: left.length })}
      </button>
      ${open &&
      html`<ul>
        ${left.map(
          ({ id, text }) =>
            html`<li key=${id}>
              <span>${text}</span>
              <button
                type="button"
                class="small"
                onClick=${() => change('takeIn', { section: section.id, ids: [id] })}
              >
                ${t('takeIn')}
              </button>
            </li>`,
        )}
      </ul>`}
    </div>
  </div>`;
}
