// @ts-check
import { html } from './vendor/htm-preact.js';
import { decide, takeBack } from './actions.js';
import { Follow } from './follow.js';
import { IconButton, icon } from './icons.js';
import { LineList } from './lines.js';
import { marksOf } from './marks.js';
import { asks, focusRow } from './open.js';
import { SelectionBar } from './selection.js';
import { PlayerBar } from './playerbar.js';
import { Progress } from './progress.js';
import { lines } from './load.js';
import { update } from './store.js';
import { language, t } from './words.js';

/** @typedef {import('./store.js').State} State */

/** One episode: its sound above, its lines below. @param {State} state */
export function EpisodePage(state) {
  const { episode, trouble } = state;
  if (!episode) {
    return html`<main class="page" tabindex="-1">
      ${trouble
        ? html`<${TroubleText} ...${trouble} />`
        : html`<p class="empty">${t('readingEpisode')}</p>`}
    </main>`;
  }
  return html`<main class="episode" tabindex="-1">
    <${PlayerBar} episode=${episode} sounding=${state.sounding} heard=${state.heard} />
    <${Progress} jobs=${state.jobs} />
    ${trouble && html`<${TroubleText} ...${trouble} />`}
    <${Lost} lost=${episode.lost ?? []} />
    <${Decisions} decisions=${episode.decisions} />
    <${LineList} ...${state} />
    <${Follow} following=${state.following} sounding=${state.sounding} heard=${state.heard} />
    <${SelectionBar} ...${state} />
    <${Foot} ...${state} />
  </main>`;
}

/** What is wrong, where, and what to do. @param {import('./types.js').Trouble} trouble */
export const TroubleText = ({ message, place, source, caret, next }) => html`
  <div class="trouble" role="alert">
    <p>${place ? `${place}: ${message}` : message}</p>
    ${source &&
    html`<pre>
${source}
${' '.repeat(Math.max(0, (caret ?? 1) - 1))}^</pre
    >`}
    ${next && html`<p>${next}</p>`}
  </div>
`;

/** What a change of the post took the source from. @param {{lost: string[]}} props */
const Lost = ({ lost }) =>
  lost.length > 0 &&
  html`<details class="lost">
    <summary>${t('lost', { n: lost.length })}</summary>
    <ul>
      ${lost.map((text) => html`<li>${text}</li>`)}
    </ul>
  </details>`;

/** @param {{decisions: import('./types.js').Decision[]}} props */
const Decisions = ({ decisions }) =>
  decisions.length > 0 &&
  html`<section class="decisions" aria-label=${t('decisionsTitle')}>
    ${decisions.map(
      (decision) =>
        html`<div class="decision" key=${decision.id}>
          <p><b>${t('postNow')}</b> <a href="#" onClick=${show(decision.id)}>${decision.id}</a></p>
          <p>${decision.now}</p>
          ${decision.mine && html`<p class="quiet">${t('mineThere')} ${decision.mine}</p>`}
          <button type="button" onClick=${() => decide(decision.id, 'post')}>
            ${t('usePost')}
          </button>
          <button type="button" onClick=${() => decide(decision.id, 'mine')}>
            ${t('useMine')}
          </button>
        </div>`,
    )}
  </section>`;

/** @param {string} id */
const show = (id) => (/** @type {Event} */ event) => {
  event.preventDefault();
  focusRow(id);
};

/** @param {State} state */
function Foot({ episode, saved, lastDone, lastUndone }) {
  const undo = lastDone === 'words' ? t('page.dictionary') : episode?.undo;
  const redo = lastUndone === 'words' ? t('page.dictionary') : episode?.redo;
  const all = lines(episode);
  const asking = all.filter(asks).length;
  const slots = episode?.sections.filter((section) => section.slot).length ?? 0;
  const waiting = all.filter((line) => line.state !== 'spoken' && line.said);
  const letters = waiting.reduce((n, line) => n + (line.said?.length ?? 0), 0);
  const cost = Math.ceil(letters * (episode?.secondsALetter ?? 0));
  const marks = marksOf(episode);
  return html`<footer class="foot">
    <${IconButton}
      icon="undo"
      label=${t('undoWhat', { what: undo ?? '' })}
      keys="Ctrl Z"
      disabled=${!undo}
      run=${() => takeBack('undo')}
    />
    <${IconButton}
      icon="redo"
      label=${t('redoWhat', { what: redo ?? '' })}
      keys="Ctrl Y"
      disabled=${!redo}
      run=${() => takeBack('redo')}
    />
    <span>${t('lineCount', { n: all.length })}</span>
    ${asking > 0 && html`<span>${icon('warn')} ${t('asking', { n: asking })} <kbd>F8</kbd></span>`}
    ${!asking &&
    slots > 0 &&
    html`<span>${icon('pen')} ${t('slots', { n: slots })} <kbd>F8</kbd></span>`}
    ${waiting.length > 0 &&
    html`<span>${icon('wait')} ${t('unspoken', { n: waiting.length, seconds: cost })}</span>`}
    ${marks.size > 0 &&
    html`<span>${icon('star')} ${t('marked', { n: marks.size })} <kbd>R</kbd></span>`}
    <span class="grow"></span>
    ${saved &&
    html`<span class="quiet"
      >${t('saved', { at: saved.toLocaleTimeString(language, { hourCycle: 'h23' }) })}</span
    >`}
    <button type="button" class="plain" onClick=${() => update({ dialog: { name: 'help' } })}>
      ? ${t('keys')}
    </button>
  </footer>`;
}
