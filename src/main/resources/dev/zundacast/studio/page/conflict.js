// @ts-check
import { html } from './vendor/htm-preact.js';
import { awaitNothing, dropDraft } from './drafts.js';
import { say } from './store.js';
import { t } from './words.js';

/**
 * Both sides of a line that was changed elsewhere while it was edited here. Neither is lost: the
 * one that is not taken can be had back by undo.
 * @param {import('./card.js').Parts} props
 */
export const Conflict = ({ line, draft, edit }) => html`
  <div class="conflict" role="group" aria-label=${t('conflict')}>
    <p><b>${t('conflict')}</b></p>
    <dl>
      <dt>${t('mine')}</dt>
      <dd class="mine">${draft.written ?? line.written}</dd>
      ${draft.spoken !== undefined && html`<dd class="quiet">${'> '}${draft.spoken}</dd>`}
      <dt>${t('theirs')}</dt>
      <dd class="theirs">${line.written}</dd>
      ${line.spoken && html`<dd class="quiet">${'> '}${line.spoken}</dd>`}
    </dl>
    <button
      type="button"
      onClick=${() => {
        edit({ base: line.source });
        say(t('mineTaken'));
      }}
    >
      ${t('takeMine')}
    </button>
    <button
      type="button"
      onClick=${() => {
        awaitNothing(line.id);
        dropDraft(line.id);
        say(t('theirsTaken'));
      }}
    >
      ${t('takeTheirs')}
    </button>
  </div>
`;
