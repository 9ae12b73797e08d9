// @ts-check

/** Whether an input method is composing: then every key is its own. @param {KeyboardEvent} event */
export const composing = (event) => event.isComposing || event.keyCode === 229;

/** Enter accepts, unless it ends a conversion. @param {KeyboardEvent} event @param {() => unknown} accept */
export function enter(event, accept) {
  if (composing(event) || event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  accept();
}
