// @ts-check
import { html, useEffect } from './vendor/htm-preact.js';
import { rowOf } from './open.js';
import { now, update } from './store.js';
import { t } from './words.js';

/**
 * Keeps the line that is heard in view. Scrolling by hand suspends that, until the button is
 * pressed or another sound begins.
 * @param {{following: boolean, sounding: boolean, heard?: string}} props
 */
export function Follow({ following, sounding, heard }) {
  useEffect(suspendByHand, []);
  useEffect(() => {
    if (following && sounding && heard) into(heard);
  }, [following, sounding, heard]);
  if (following || !sounding) return null;
  return html`<button type="button" class="follow" onClick=${() => update({ following: true })}>
    ${t('followAgain')}
  </button>`;
}

/** @param {string} id */
function into(id) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  rowOf(id)?.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
}

function suspendByHand() {
  const suspend = () => now().sounding && now().following && update({ following: false });
  const keys = (/** @type {KeyboardEvent} */ event) =>
    !event.isComposing && ['PageUp', 'PageDown'].includes(event.key) && suspend();
  addEventListener('wheel', suspend, { passive: true });
  addEventListener('touchmove', suspend, { passive: true });
  addEventListener('keydown', keys);
  return () => {
    removeEventListener('wheel', suspend);
    removeEventListener('touchmove', suspend);
    removeEventListener('keydown', keys);
  };
}
