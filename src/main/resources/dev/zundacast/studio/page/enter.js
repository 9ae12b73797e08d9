// @ts-check
import { useRef } from './vendor/htm-preact.js';

/** Whether an input method is composing: then every key is its own. @param {KeyboardEvent} event */
export const composing = (event) => event.isComposing || event.keyCode === 229;

/** Enter accepts, unless it ends a conversion. @param {KeyboardEvent} event @param {() => unknown} accept */
export function enter(event, accept) {
  if (composing(event) || event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  accept();
}

/**
 * An action that does not begin again before it has ended, for those who press Enter twice.
 * @param {(...given: any[]) => unknown} run
 */
export function useOnce(run) {
  const busy = useRef(false);
  return async (/** @type {any[]} */ ...given) => {
    if (busy.current) return;
    busy.current = true;
    try {
      await run(...given);
    } finally {
      busy.current = false;
    }
  };
}
