// @ts-check
import { html, useEffect, useRef } from './vendor/htm-preact.js';
import { composing } from './enter.js';

/**
 * Moras as one stop of the tabulator, between which the arrows go.
 * @param {{children?: any, [attribute: string]: any}} props
 */
export function OneStop({ children, ...attributes }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const pressed = useRef(-1);
  useEffect(() => {
    const all = buttonsOf(box.current);
    if (!all.some(({ tabIndex }) => tabIndex === 0)) stopAt(all, all[0]);
    // The button that split or joined phrases is gone: who pressed it goes on where it was.
    if (pressed.current >= 0 && document.activeElement === document.body)
      all[Math.min(pressed.current, all.length - 1)]?.focus();
    pressed.current = -1;
  });
  return html`<div
    class="phrases"
    role="group"
    ...${attributes}
    ref=${box}
    onFocusCapture=${(/** @type {any} */ e) => stopAt(buttonsOf(box.current), e.target)}
    onClickCapture=${(/** @type {any} */ e) =>
      (pressed.current = buttonsOf(box.current).indexOf(e.target.closest('button')))}
    onKeyDown=${(/** @type {any} */ e) => !composing(e) && step(e, buttonsOf(box.current))}
  >
    ${children}
  </div>`;
}

/** @param {HTMLElement | null} box */
const buttonsOf = (box) => [...(box?.querySelectorAll('button') ?? [])];

/** @param {HTMLButtonElement[]} all @param {HTMLButtonElement} one */
const stopAt = (all, one) =>
  all.includes(one) && all.forEach((each) => (each.tabIndex = each === one ? 0 : -1));

/** @param {KeyboardEvent} event @param {HTMLButtonElement[]} all */
function step(event, all) {
  const at = all.indexOf(/** @type {HTMLButtonElement} */ (event.target));
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  all[to]?.focus();
}
