// @ts-check
import { html, useEffect } from './vendor/htm-preact.js';
import { Dialogs } from './dialogs.js';
import { DictionaryPage } from './dictionary.js';
import { EnginesPage, SettingsPage, VoicesPage } from './lists.js';
import { EpisodePage } from './episode.js';
import { isRemote, Login } from './login.js';
import { ShowPage } from './show.js';
import { addressOf } from './route.js';
import { useStore } from './store.js';
import { t } from './words.js';

/** @typedef {import('./store.js').State} State */

const PAGES = /** @type {const} */ (['show', 'dictionary', 'voices', 'engines', 'settings']);

/** The whole page: its head, the view that the address names, and what is said at its foot. */
export function App() {
  const state = useStore();
  const title = state.episode?.post.title ?? state.show?.title;
  useEffect(() => {
    document.title = title ? `${title} · zundacast` : 'zundacast studio';
  }, [title]);
  if (state.connection === 'refused' && isRemote()) return html`<${Login} />`;
  return html`
    <${Head} ...${state} />
    <${Connection} connection=${state.connection} />
    <${View} ...${state} />
    <${Live} said=${state.said} alarm=${state.alarm} />
    <${Dialogs} ...${state} />
  `;
}

/** @param {State} state */
const Head = ({ show, engine, route }) => html`
  <header class="head">
    <a class="brand" href="#/show">${show?.title || 'zundacast'}</a>
    <nav aria-label=${t('pages')}>
      ${PAGES.map(
        (page) =>
          html`<a
            href=${addressOf({ page })}
            aria-current=${route.page === page ? 'page' : undefined}
            >${t(`page.${page}`)}</a
          >`,
      )}
    </nav>
    <${EngineState} engine=${engine} />
  </header>
`;

/** @param {{engine?: import('./types.js').Engine}} props */
const EngineState = ({ engine }) =>
  engine &&
  html`<a class="engine" href="#/engines" data-state=${engine.state} title=${engine.message}>
    <span class="lamp" aria-hidden="true"></span>
    <span class="engine-name"
      >${engine.state === 'up'
        ? `${engine.name} ${engine.version}`
        : t(engine.state === 'down' ? 'engineDown' : 'engineStarting', { name: engine.name })}</span
    >
  </a>`;

/** @param {{connection: State['connection']}} props */
const Connection = ({ connection }) =>
  connection !== 'on' &&
  html`<p class="banner" role="alert">${t(connection === 'gone' ? 'serverGone' : 'refused')}</p>`;

/** @param {State} state */
function View(state) {
  switch (state.route.page) {
    case 'episode':
      return html`<${EpisodePage} ...${state} />`;
    case 'dictionary':
      return html`<${DictionaryPage} show=${state.show} />`;
    case 'voices':
      return html`<${VoicesPage} ...${state} />`;
    case 'engines':
      return html`<${EnginesPage} engine=${state.engine} />`;
    case 'settings':
      return html`<${SettingsPage} ...${state} />`;
    default:
      return html`<${ShowPage} ...${state} />`;
  }
}

/** @param {{said: string, alarm: string}} props */
const Live = ({ said, alarm }) => html`
  <div class="live">
    <p role="status" aria-live="polite">${said}</p>
    <p role="alert" class="alarm">${alarm}</p>
  </div>
`;
