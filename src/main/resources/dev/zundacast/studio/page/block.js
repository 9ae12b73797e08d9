// @ts-check
import { Component, html } from './vendor/htm-preact.js';
import { Card } from './card.js';
import { LineRow } from './row.js';

/** @typedef {import('./types.js').Line} Line */
/** @typedef {import('./store.js').State} State */
/**
 * @typedef {{lines: Line[], from: number, state: State, drafts: ReadonlySet<string>,
 *   focus?: string}} Props
 */

/**
 * Some lines in a row. They are looked at only when something about one of them has changed, so
 * that a step to the next line of a thousand costs as much as in ten.
 */
export class Block extends Component {
  /** @param {any} next */
  shouldComponentUpdate(next) {
    const before = /** @type {Props} */ (/** @type {any} */ (this).props);
    return (
      next.lines.length !== before.lines.length ||
      next.from !== before.from ||
      next.lines.some(
        (/** @type {Line} */ line, /** @type {number} */ i) => line !== before.lines[i],
      ) ||
      next.lines.some((/** @type {Line} */ { id }) => id === next.state.open) ||
      looks(next) !== looks(before)
    );
  }

  render() {
    const props = /** @type {Props} */ (/** @type {any} */ (this).props);
    return props.lines.map((line, i) => [
      html`<${LineRow}
        key=${line.id}
        line=${line}
        at=${props.from + i + 1}
        ...${look(props, line)}
      />`,
      line.id === props.state.open &&
        html`<${Card} key=${`card ${line.id}`} line=${line} state=${props.state} />`,
    ]);
  }
}

/** How a line stands in the page. @param {Props} props @param {Line} line */
const look = ({ state, drafts, focus }, { id, speaker }) => ({
  focused: id === focus,
  open: id === state.open,
  heard: id === state.heard,
  sounding: id === state.heard && state.sounding,
  selected: state.selected.has(id),
  draft: drafts.has(id),
  colour: state.episode?.speakers.find(({ name }) => name === speaker)?.colour,
});

/** All of that as one text, to be compared. @param {Props} props */
const looks = (props) =>
  props.lines
    .filter(({ id }) => stands(props, id))
    .map((line) => `${line.id} ${Object.values(look(props, line))}`)
    .join('\n');

/** Whether anything but the line itself says how it looks. @param {Props} props @param {string} id */
const stands = ({ state, drafts, focus }, id) =>
  id === focus ||
  id === state.open ||
  id === state.heard ||
  state.selected.has(id) ||
  drafts.has(id);
