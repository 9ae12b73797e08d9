// @ts-check
import { keep } from './actions.js';
import { reloadEpisode } from './load.js';
import { stop } from './player.js';
import { now, update } from './store.js';

/** @param {import('./store.js').Route} route */
export const addressOf = ({ page, key }) =>
  key === undefined ? `#/${page}` : `#/${page}/${encodeURIComponent(key)}`;

/** @param {string} hash @returns {import('./store.js').Route} */
function routeOf(hash) {
  const [, page, key] = /^#\/(\w+)(?:\/(.+))?$/.exec(hash) ?? [];
  if (page === 'episode' && key) return { page, key: decodeURIComponent(key) };
  return { page: page && page !== 'episode' ? page : 'show' };
}

/** @param {string} page @param {string} [key] */
export function go(page, key) {
  location.hash = addressOf({ page, key });
}

/** Whether the address holds the word that lets in, as the program prints it. */
export const hasToken = () => location.hash.length > 1 && !location.hash.startsWith('#/');

/** Shows what the address names, now and whenever it changes. */
export function listenToAddress() {
  // Where the page is open already, a new address with its word changes nothing but the hash.
  addEventListener('hashchange', () => (hasToken() ? location.reload() : show()));
  show();
}

function show() {
  const { open } = now();
  if (open) keep(open);
  stop();
  update({
    route: routeOf(location.hash),
    episode: undefined,
    trouble: undefined,
    focus: undefined,
    heard: undefined,
    open: undefined,
    selected: new Set(),
    dialog: undefined,
    said: '',
    alarm: '',
  });
  reloadEpisode();
}
