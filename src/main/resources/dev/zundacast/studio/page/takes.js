// @ts-check
import { html } from './vendor/htm-preact.js';
import { take } from './actions.js';
import { seconds } from './format.js';
import { IconButton } from './icons.js';
import { takesOf } from './load.js';
import { playClip, playing, stop } from './player.js';
import { t } from './words.js';
import { Wave } from './wave.js';

const SHOWN = 4;

/**
 * The sounds that the line had, side by side until one is chosen; only where there is a choice.
 * @param {{line: import('./types.js').Line, sounding: boolean}} props
 */
export function Takes({ line, sounding }) {
  const takes = takesOf(line);
  if (takes.length < 2) return null;
  const shown = takes.slice(-SHOWN);
  return html`<div class="takes" role="group" aria-label=${t('takes')}>
    ${shown.map((each, i) => {
      const source = playing();
      const heard = sounding && source?.kind === 'clip' && source.clip === each.clip;
      const name = nameOf(shown, i);
      return html`<div class="take" key=${each.clip} data-current=${String(!!each.current)}>
        <${IconButton}
          icon=${heard ? 'stop' : 'play'}
          label=${t('hearTake', { name })}
          run=${() => (heard ? stop() : playClip(each.clip, line.id))}
        />
        <span class="take-name">${name} <small>${seconds(each.millis)}</small></span>
        <${Wave} clip=${each.clip} />
        <span class="take-said" title=${each.spoken}>${each.spoken}</span>
        ${each.current
          ? html`<b class="quiet">${t('takeCurrent')}</b>`
          : html`<button type="button" class="small" onClick=${() => take(line.id, () => each)}>
              ${t('takeThis')}
            </button>`}
      </div>`;
    })}
  </div>`;
}

/** @param {import('./types.js').Take[]} takes @param {number} i */
function nameOf(takes, i) {
  const current = takes.findIndex((each) => each.current);
  if (i === current) return t('now');
  if (i === current - 1 || (current < 0 && i === takes.length - 1)) return t('before');
  return i < current ? t('earlier', { n: current - i }) : t('after');
}
