// @ts-check
import { html, render } from './vendor/htm-preact.js';
import { post } from './api.js';
import { App } from './app.js';
import { listen } from './events.js';
import { listenToKeys } from './keys.js';
import { loadShow } from './load.js';
import { listenToAddress } from './route.js';
import { update } from './store.js';
import { language } from './words.js';

/** Changes the word in the address that the program printed into a cookie. */
async function open() {
  const token = location.hash.slice(1);
  if (!token || token.startsWith('/')) return;
  history.replaceState(null, '', location.pathname);
  await post('/api/session', { token }).catch(() => update({ connection: 'refused' }));
}

async function start() {
  document.documentElement.lang = language;
  await open();
  listenToAddress();
  listenToKeys();
  render(html`<${App} />`, /** @type {Element} */ (document.getElementById('app')));
  listen();
  await loadShow();
}

start();
