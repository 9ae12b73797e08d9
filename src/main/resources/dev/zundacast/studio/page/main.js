// @ts-check
import { html, render } from './vendor/htm-preact.js';
import { post } from './api.js';
import { App } from './app.js';
import { listen } from './events.js';
import { listenToKeys } from './keys.js';
import { addressOf, hasToken, listenToAddress } from './route.js';
import { update } from './store.js';
import { language } from './words.js';

/** Changes the word in the address that the program printed into a cookie. */
async function open() {
  const token = location.hash.slice(1);
  const key = new URLSearchParams(location.search).get('open');
  if (!hasToken()) return;
  history.replaceState(null, '', '/' + (key ? addressOf({ page: 'episode', key }) : ''));
  await post('/api/session', { token }).catch(() => update({ connection: 'refused' }));
}

async function start() {
  document.documentElement.lang = language;
  await open();
  listenToAddress();
  listenToKeys();
  render(html`<${App} />`, /** @type {Element} */ (document.getElementById('app')));
  listen();
}

start();
