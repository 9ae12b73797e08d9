// @ts-check
import { html, useMemo, useRef, useState } from './vendor/htm-preact.js';
import { start } from './actions.js';
import { composing } from './enter.js';
import { pressed } from './keys.js';
import { day, signed, wholeLength } from './format.js';
import { addressOf, go } from './route.js';
import { now, toggled, update } from './store.js';
import { Progress } from './progress.js';
import { t } from './words.js';

/** @typedef {import('./types.js').PostRow} PostRow */

/** All posts of the show, newest first. @param {import('./store.js').State} state */
export function ShowPage({ show, selected, jobs, trouble }) {
  const [words, search] = useState('');
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  const posts = useMemo(() => found(show?.posts ?? [], words), [show, words]);
  const keys = selected.size ? [...selected] : posts.map((/** @type {PostRow} */ post) => post.key);
  return html`<main class="page show" tabindex="-1">
    <div class="tools">
      <h1>${t('page.show')}</h1>
      <input
        type="search"
        ref=${field}
        value=${words}
        placeholder=${t('searchPosts')}
        aria-label=${t('searchPosts')}
        onInput=${(/** @type {any} */ e) => search(e.target.value)}
        onKeyDown=${(/** @type {KeyboardEvent} */ e) => intoList(e)}
      />
      <span class="quiet">
        ${selected.size ? t('chosen', { n: selected.size }) : t('posts', { n: posts.length })}
      </span>
      ${
        /** @type {const} */ (['build', 'check', 'fill']).map(
          (what) =>
            html`<button
              type="button"
              disabled=${!keys.length}
              title=${t(`hint.${what}`)}
              onClick=${() => start(what, keys)}
            >
              ${t(selected.size ? `do.${what}` : `do.${what}.all`)}
            </button>`,
        )
      }
    </div>
    <${Progress} jobs=${jobs} />
    ${trouble && html`<p class="trouble">${trouble.message}</p>`}
    ${show && !posts.length && html`<p class="empty">${t('noPosts')}</p>`}
    ${!show && !trouble && html`<p class="empty">${t('readingPosts')}</p>`}
    ${posts.length > 0 && html`<${Table} posts=${posts} selected=${selected} field=${field} />`}
  </main>`;
}

/** @param {KeyboardEvent} event */
function intoList(event) {
  if (composing(event) || !['ArrowDown', 'Enter'].includes(event.key)) return;
  event.preventDefault();
  /** @type {HTMLElement | null} */ (document.querySelector('[data-post]'))?.focus();
}

/** @param {PostRow[]} posts @param {string} words */
function found(posts, words) {
  const wanted = words.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return posts.filter((post) => {
    const text = `${post.date} ${post.title} ${post.file}`.normalize('NFKC').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** @param {{posts: PostRow[], selected: ReadonlySet<string>, field: any}} props */
const Table = ({ posts, selected, field }) => html`
  <div class="posts" role="grid" aria-label=${t('page.show')} aria-multiselectable="true">
    <div role="row" class="post-row names">
      ${
        /** @type {const} */ ([
          'choose',
          'date',
          'title',
          'script',
          'episode',
          'check',
          'waits',
        ]).map((name) => html`<span role="columnheader">${t(`column.${name}`)}</span>`)
      }
      <span role="columnheader"><span class="unseen">${t('column.do')}</span></span>
    </div>
    ${posts.map(
      (post, at) =>
        html`<${Row}
          key=${post.key}
          post=${post}
          first=${at === 0}
          selected=${selected.has(post.key)}
          keyed=${(/** @type {KeyboardEvent} */ e) => keyed(e, posts, at, field)}
        />`,
    )}
  </div>
`;

/** @param {string} key */
const choose = (key) => update({ selected: toggled(now().selected, key) });

/** The keys of a row. @param {KeyboardEvent} event @param {PostRow[]} posts @param {number} at @param {any} field */
function keyed(event, posts, at, field) {
  if (composing(event) || event.target !== event.currentTarget) return;
  const run = rowKey(pressed(event), posts, at, field);
  if (!run) return;
  event.preventDefault();
  run();
}

/** @param {string} name @param {PostRow[]} posts @param {number} at @param {any} field */
function rowKey(name, posts, at, field) {
  const { selected, singleKeys } = now();
  const { key } = posts[at];
  const keys = selected.size ? [...selected] : [key];
  if (name.length === 1 && !singleKeys) return undefined;
  /** @type {Record<string, () => unknown>} */
  const runs = {
    Enter: () => go('episode', key),
    Space: () => choose(key),
    ArrowDown: () => focusPost(at + 1),
    ArrowUp: () => (at === 0 ? field.current?.focus() : focusPost(at - 1)),
    'Shift+ArrowDown': () => extend(posts, at, 1),
    'Shift+ArrowUp': () => extend(posts, at, -1),
    Home: () => focusPost(0),
    End: () => focusPost(posts.length - 1),
    Escape: () => update({ selected: new Set() }),
    B: () => start('build', keys),
    C: () => start('check', keys),
    F: () => start('fill', keys),
    '/': () => field.current?.focus(),
    '?': () => update({ dialog: { name: 'help' } }),
  };
  return runs[name];
}

/** @param {PostRow[]} posts @param {number} at @param {number} by */
function extend(posts, at, by) {
  const next = posts[at + by];
  if (!next) return;
  update({ selected: new Set([...now().selected, posts[at].key, next.key]) });
  focusPost(at + by);
}

/** @param {number} at */
function focusPost(at) {
  const rows = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-post]'));
  rows[Math.min(at, rows.length - 1)]?.focus();
}

/** @param {{post: PostRow, first: boolean, selected: boolean, keyed: any}} props */
const Row = ({ post, first, selected, keyed }) => html`
  <div
    role="row"
    class="post-row"
    data-post=${post.key}
    data-episode=${post.episode}
    aria-selected=${String(selected)}
    tabindex=${first ? 0 : -1}
    onKeyDown=${keyed}
    onClick=${(/** @type {MouseEvent} */ e) => clicked(e, post.key)}
  >
    <span role="gridcell" class="choose">
      <input
        type="checkbox"
        tabindex="-1"
        checked=${selected}
        aria-label=${t('choosePost', { title: post.title })}
        onClick=${(/** @type {MouseEvent} */ e) => e.stopPropagation()}
        onChange=${() => choose(post.key)}
      />
    </span>
    <span role="gridcell" class="date">${day(post.date)}</span>
    <span role="gridcell" class="title">
      <a tabindex="-1" href=${addressOf({ page: 'episode', key: post.key })}>${post.title}</a>
    </span>
    <span role="gridcell" class="script">${t(`script.${post.script}`)}</span>
    <span role="gridcell" class="made">
      ${t(`episode.${post.episode}`)}
      ${post.millis ? html` <b>${wholeLength(post.millis)}</b>` : ''}
      ${post.loudness ? html` <small>${signed(post.loudness)} LUFS</small>` : ''}
      ${post.stale ? html`<small class="stale">${reason(post.stale)}</small>` : ''}
      ${post.error ? html`<small class="error">${post.error}</small>` : ''}
    </span>
    <span role="gridcell" class="found" data-n=${post.findings}> ${checked(post.findings)} </span>
    <span role="gridcell" class="waits">
      ${post.decisions ? t('decisions', { n: post.decisions }) : '–'}
    </span>
    <span role="gridcell" class="act">
      <button
        type="button"
        tabindex="-1"
        class="small"
        onClick=${(/** @type {Event} */ e) => {
          e.stopPropagation();
          start('build', [post.key]);
        }}
      >
        ${t('do.build')}
      </button>
    </span>
  </div>
`;

/**
 * Why an episode is stale, in words; what the server says in words of its own stays.
 * @param {string} code
 */
function reason(code) {
  const key = /** @type {import('./words.js').Key} */ (`stale.${code}`);
  return t.has(key) ? t(key) : code;
}

/** What the last check found. @param {number | undefined} findings */
function checked(findings) {
  if (findings === undefined) return '–';
  return findings ? t('findings', { n: findings }) : t('clean');
}

/** @param {MouseEvent} event @param {string} key */
function clicked(event, key) {
  if (event.target instanceof HTMLAnchorElement) return;
  if (event.shiftKey || event.ctrlKey || event.metaKey) choose(key);
  else go('episode', key);
}
