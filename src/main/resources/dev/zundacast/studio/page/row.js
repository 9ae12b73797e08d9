// @ts-check
import { Component, html } from './vendor/htm-preact.js';
import { seconds } from './format.js';
import { icon, IconButton } from './icons.js';
import { toggleMarks } from './marks.js';
import { focusRow, openLine } from './open.js';
import { playLine } from './speaking.js';
import { now, toggled, update } from './store.js';
import { t } from './words.js';
import { Wave } from './wave.js';

/** @typedef {import('./types.js').Line} Line */
/**
 * @typedef {{line: Line, at: number, focused: boolean, open: boolean, heard: boolean,
 *   sounding: boolean, selected: boolean, draft: boolean, colour?: string}} Props
 */

/** One line; it is made again only when something about it has changed. */
export class LineRow extends Component {
  /** @param {any} next */
  shouldComponentUpdate(next) {
    const before = /** @type {any} */ (this).props;
    return Object.entries(next).some(([name, value]) => before[name] !== value);
  }

  render() {
    const { line, at, focused, open, heard, sounding, selected, draft, colour } =
      /** @type {Props} */ (/** @type {any} */ (this).props);
    return html`<div
      role="row"
      class="line ${open ? 'open' : ''} ${heard ? 'heard' : ''}"
      data-line=${line.id}
      data-state=${line.state}
      aria-rowindex=${at}
      aria-selected=${String(selected)}
      aria-keyshortcuts="Space Enter"
      tabindex=${focused ? 0 : -1}
      onFocus=${(/** @type {Event} */ e) => e.target === e.currentTarget && noteFocus(line.id)}
      onClick=${(/** @type {MouseEvent} */ e) => clicked(e, line.id)}
      onDblClick=${() => openLine(line.id)}
    >
      <span role="gridcell" class="state" title=${t(`state.${line.state}`)}>
        <span class="unseen">${t(`state.${line.state}`)}</span>
      </span>
      <span role="gridcell" class="play">
        <${IconButton}
          icon=${sounding ? 'stop' : 'play'}
          label=${t(sounding ? 'stopLine' : 'playLine', { id: line.id })}
          stop=${false}
          run=${() => playLine(line.id)}
        />
      </span>
      <span role="rowheader" class="id">${line.id}</span>
      <span role="gridcell" class="who">
        <span class="dot" style=${{ '--colour': safeColour(colour) }}></span>
        ${line.speaker}${line.style ? html`<small>${line.style}</small>` : ''}
      </span>
      <span role="gridcell" class="text" lang="ja">
        <${Ruby} line=${line} /> ${line.error && html`<em class="error">${line.error}</em>`}
      </span>
      <span role="gridcell" class="sound"><${Wave} clip=${line.clip} /></span>
      <span role="gridcell" class="time">${seconds(line.millis)}</span>
      <span role="gridcell" class="mark"><${Marks} line=${line} draft=${draft} /></span>
      <span role="gridcell" class="act">
        <${IconButton}
          icon="star"
          label=${t('markLine', { id: line.id })}
          pressed=${!!line.marked}
          stop=${false}
          run=${() => toggleMarks([line.id])}
        />
        <${IconButton}
          icon="pen"
          label=${t('editLine', { id: line.id })}
          stop=${false}
          run=${() => openLine(line.id)}
        />
      </span>
    </div>`;
  }
}

/** @param {string} id */
function noteFocus(id) {
  if (now().focus !== id) update({ focus: id });
}

/** A colour as the show names it, or none. @param {string | undefined} colour */
const safeColour = (colour) => (colour && /^#[0-9a-f]{3,8}$/i.test(colour) ? colour : undefined);

/** @param {MouseEvent} event @param {string} id */
function clicked(event, id) {
  if (event.detail > 1 || String(getSelection() ?? '')) return;
  focusRow(id);
  if (event.shiftKey || event.ctrlKey || event.metaKey) {
    update({ selected: toggled(now().selected, id) });
  } else if (now().open !== id) {
    playLine(id);
  }
}

/** The written text, with the readings that were set by hand above it. @param {{line: Line}} props */
const Ruby = ({ line }) =>
  line.pieces.map(({ written, spoken }) =>
    spoken ? html`<ruby>${written}<rt>${spoken}</rt></ruby>` : written,
  );

/** @param {{line: Line, draft: boolean}} props */
const Marks = ({ line, draft }) => {
  const finding = line.findings[0];
  return html`
    ${finding &&
    html`<span class="chip warn" title=${finding.message}>
      ${icon('warn')} ${finding.word ?? t('finding')}<span class="unseen">${finding.message}</span>
    </span>`}
    ${line.decision && html`<span class="chip warn">${icon('warn')} ${t('postNow')}</span>`}
    ${line.state === 'waiting' && html`<span class="chip">${icon('wait')} ${t('waits')}</span>`}
    ${line.state === 'speaking' && html`<span class="chip">${icon('wait')} ${t('speaks')}</span>`}
    ${line.state === 'failed' && html`<span class="chip bad">${icon('cross')} ${t('fails')}</span>`}
    ${(draft || line.edited || line.state === 'changed') &&
    html`<span class="chip">${icon('pen')} ${t(draft ? 'draft' : 'changed')}</span>`}
    ${line.approved && html`<span class="chip">${icon('lock')} ${t('approved')}</span>`}
    ${line.marked && html`<span class="chip">${icon('star')} ${t('markedOne')}</span>`}
  `;
};
