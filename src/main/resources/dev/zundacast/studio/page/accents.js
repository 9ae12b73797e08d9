// @ts-check
import { html, useEffect, useRef, useState } from './vendor/htm-preact.js';
import { attempt } from './actions.js';
import { composing } from './enter.js';
import { episodePath, get, linePath, post } from './api.js';
import { katakana } from './format.js';
import { awaitFor, changes, isAwaited } from './drafts.js';
import { askSoon, failed } from './load.js';
import { OneStop } from './onestop.js';
import { isHigh, joined, replaced, rewritten, sizes, split, withMora } from './phrases.js';
import { playClip } from './player.js';
import { MORA_SCALES, Slider, within } from './sliders.js';
import { now } from './store.js';
import { t } from './words.js';

/** @typedef {import('./types.js').Phrase} Phrase */
/** @typedef {import('./types.js').Mora} Mora */
/** @typedef {import('./drafts.js').Draft} Draft */

const HEAR_MILLIS = 350;

/**
 * Accents as VOICEVOX's editor draws them: a high line that falls after one mora of each phrase. A
 * click on a mora puts the fall there, one between two moras splits or joins phrases.
 * @param {import('./card.js').Parts} props
 */
export function Accents({ line, draft, edit, accept }) {
  const [kana, set] = useState(
    /** @type {{phrases?: Phrase[], engineKana?: string, failed?: string, words?: string}} */ ({}),
  );
  const { written, spoken, accents } = /** @type {Partial<Draft>} */ (changes(line, draft));
  const said = accents || (spoken ?? accents);
  const wordsWith = (/** @type {string | undefined} */ how) =>
    JSON.stringify([written ?? line.written, how ?? line.accents ?? line.spoken ?? '']);
  const words = wordsWith(said);
  const of = [line.id, line.source, line.said, words, now().engine?.state];
  useEffect(
    () =>
      read(line.id, { written, spoken: said }, (answer) =>
        // What was moved since it was asked for is newer than the answer.
        set((/** @type {typeof kana} */ before) =>
          before.words === words && isAwaited(line.id) ? before : { ...answer, words },
        ),
      ),
    of,
  );
  const ready = kana.words === words;
  const [timer] = useState({ id: 0 });
  const [chosen, choose] = useState({ at: 0, i: -1 });
  const change = (/** @type {Phrase[]} */ phrases) => {
    // They may be those of the words before, while those of others are asked for.
    if (!ready) return;
    // The sliders are of a mora that stays in its place.
    if (String(sizes(phrases)) !== String(sizes(kana.phrases ?? []))) choose({ at: 0, i: -1 });
    set({ ...kana, phrases });
    clearTimeout(timer.id);
    const heard = (/** @type {string} */ accents) => {
      edit({ accents });
      set((/** @type {typeof kana} */ before) => ({ ...before, words: wordsWith(accents) }));
    };
    timer.id = setTimeout(hearing({ line: line.id, written, phrases }, heard), HEAR_MILLIS);
  };
  return html`<div class="field accents-field">
    <span class="label" id=${`accents ${line.id}`}>${t('accents')}</span>
    ${kana.failed && html`<p class="quiet">${t('noAccents', { why: kana.failed })}</p>`}
    ${!kana.failed && !kana.phrases && html`<p class="quiet">${t('askingEngine')}</p>`}
    ${kana.phrases &&
    html`<${Phrases} ...${{ id: line.id, phrases: kana.phrases, ready, change, choose }} />
      <${MoraScales} ...${{ phrases: kana.phrases, chosen, change, accept }} />`}
    ${(draft.accents ?? line.accents) &&
    html`<p class="accents-text">
      <code>${'>> '}${draft.accents ?? line.accents}</code>
      <button type="button" class="small" onClick=${() => edit({ accents: '' })}>
        ${t('accentsOff')}
      </button>
    </p>`}
    ${kana.engineKana &&
    line.accents &&
    html`<p class="quiet">${t('engineSays', { kana: kana.engineKana })}</p>`}
  </div>`;
}

/**
 * Asks for the accents of a line, or of what was typed once nobody types on.
 * @param {string} id @param {{written?: unknown, spoken?: unknown}} typed @param {(kana: any) => void} set
 */
function read(id, typed, set) {
  const given = Object.entries(typed).filter(([, text]) => text !== undefined);
  const path = linePath(/** @type {string} */ (now().route.key), id, '/kana');
  const query = new URLSearchParams(/** @type {any} */ (given));
  return askSoon(given.length ? HEAR_MILLIS : 0, () => get(`${path}?${query}`).catch(failed), set);
}

/**
 * Lets accents be heard before they are kept.
 * @param {{line: string, written?: string, phrases: Phrase[]}} moved
 * @param {(accents: string) => void} heard
 */
function hearing(moved, heard) {
  const { key } = now().route;
  const path = episodePath(/** @type {string} */ (key), '/accents');
  const ask = () => attempt(() => post(path, moved));
  return awaitFor(moved.line, ask, ({ accents, clip }) => {
    heard(accents);
    if (clip && key === now().route.key) playClip(clip, moved.line);
  });
}

/**
 * Pitch and length of the mora that had the focus last, beside what the engine makes of it.
 * @param {{phrases: Phrase[], chosen: {at: number, i: number}, accept: () => unknown,
 *   change: (phrases: Phrase[]) => void}} props
 */
function MoraScales({ phrases, chosen: { at, i }, change, accept }) {
  const mora = phrases[at]?.moras[i];
  if (!mora) return null;
  return html`<div class="sliders mora-scales" role="group" aria-label=${mora.text}>
    <b>${mora.text}</b>
    ${MORA_SCALES.map(({ field, own, ...scale }) => {
      const set = (/** @type {number} */ value) =>
        change(replaced(phrases, at, withMora(phrases[at], i, { [field]: value })));
      return html`<${Slider} ...${{ scale, value: mora[field] ?? own, own, set, accept }} />`;
    })}
  </div>`;
}

/**
 * @param {{id: string, phrases: Phrase[], ready: boolean, change: (phrases: Phrase[]) => void,
 *   choose: (mora: {at: number, i: number}) => void}} props
 */
const Phrases = ({ id, phrases, ready, change, choose }) => html`
  <${OneStop} aria-labelledby=${`accents ${id}`} aria-busy=${String(!ready)}>
    ${phrases.map(
      (phrase, at) => html`
        <${PhraseView}
          key=${at}
          phrase=${phrase}
          fall=${(/** @type {number} */ accent) =>
            change(replaced(phrases, at, { ...phrase, accent }))}
          split=${(/** @type {number} */ mora) => change(split(phrases, at, mora))}
          choose=${(/** @type {number} */ i) => choose({ at, i })}
          set=${(/** @type {number} */ i, /** @type {Partial<Mora>} */ more) =>
            change(replaced(phrases, at, withMora(phrase, i, more)))}
          rewrite=${(/** @type {string} */ kana) =>
            change(replaced(phrases, at, rewritten(phrase, kana)))}
        />
        ${at < phrases.length - 1 &&
        html`<${Joint}
          pause=${!!phrase.pause}
          join=${() => change(joined(phrases, at))}
          breathe=${() => change(replaced(phrases, at, { ...phrase, pause: !phrase.pause }))}
        />`}
      `,
    )}
  <//>
`;

/**
 * What stands between two phrases: a click joins them, one with Alt puts a pause there.
 * @param {{pause: boolean, join: () => void, breathe: () => void}} props
 */
const Joint = ({ pause, join, breathe }) => html`
  <button
    type="button"
    class="join"
    tabindex="-1"
    aria-label=${t(pause ? 'joinAtPause' : 'joinPhrases')}
    title=${t('jointHint')}
    onClick=${(/** @type {MouseEvent} */ e) => (e.altKey ? breathe() : join())}
    onKeyDown=${(/** @type {KeyboardEvent} */ e) => {
      if (!composing(e) && e.key === 'F4') breathe();
    }}
  >
    ${pause ? '、' : '│'}
  </button>
`;

/** @param {any} props */
function PhraseView({ phrase, fall, split, choose, set, rewrite }) {
  const [editing, edit] = useState(false);
  const [again, come] = useState(false);
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  // Who wrote kana by keys goes on where they were.
  useEffect(() => {
    if (!editing && again) box.current?.querySelector('button')?.focus();
  }, [editing, again]);
  const leave = (/** @type {boolean} */ byKey) => (come(byKey), edit(false));
  if (editing) return html`<${KanaField} phrase=${phrase} rewrite=${rewrite} leave=${leave} />`;
  const toggle = () => edit(true);
  return html`<div class="phrase" ref=${box} onDblClick=${toggle}>
    ${phrase.moras.map(
      (/** @type {Mora} */ mora, /** @type {number} */ i) => html`
        ${i > 0 &&
        html`<button
          type="button"
          class="cut"
          tabindex="-1"
          data-high=${String(isHigh(phrase, i - 1) && isHigh(phrase, i))}
          aria-label=${t('splitBefore', { mora: mora.text })}
          title=${t('splitBefore', { mora: mora.text })}
          onClick=${() => split(i)}
        ></button>`}
        <button
          type="button"
          class="mora"
          tabindex="-1"
          data-high=${String(isHigh(phrase, i))}
          data-falls=${String(phrase.accent === i + 1)}
          data-devoiced=${String(!!mora.devoiced)}
          aria-pressed=${String(phrase.accent === i + 1)}
          aria-label=${t('fallAfter', { mora: mora.text }) + departs(mora)}
          title=${t('moraHint')}
          onFocus=${() => choose(i)}
          onClick=${(/** @type {MouseEvent} */ e) =>
            e.altKey ? set(i, { devoiced: !mora.devoiced }) : fall(i + 1)}
          onKeyDown=${(/** @type {KeyboardEvent} */ e) =>
            moraKey(e, mora, (more) => set(i, more), toggle)}
        >
          ${mora.text}${!!mora.pitch && html`<small>${plus(mora.pitch)}</small>`}
          ${(mora.length ?? 1) !== 1 && html`<small>×${mora.length}</small>`}
        </button>
      `,
    )}
  </div>`;
}

/** What is set of a mora, for who hears its button. @param {Mora} mora */
const departs = ({ pitch, length }) =>
  (pitch ? ` ${plus(pitch)}` : '') + ((length ?? 1) === 1 ? '' : ` ×${length}`);

/** @param {number} value */
const plus = (value) => (value > 0 ? `+${value}` : `−${-value}`);

/**
 * @param {KeyboardEvent} event @param {Mora} mora @param {(more: Partial<Mora>) => void} set
 * @param {() => void} toggle
 */
function moraKey(event, mora, set, toggle) {
  if (composing(event)) return;
  const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (event.key === 'F2') toggle();
  else if (event.key === 'F4') set({ devoiced: !mora.devoiced });
  else if (by) {
    event.preventDefault();
    event.stopPropagation();
    const { field, own, ...scale } = MORA_SCALES[event.shiftKey ? 1 : 0];
    set({ [field]: within((mora[field] ?? own) + by * KEY_STEP, scale) });
  }
}

const KEY_STEP = 0.1;

/** @param {{phrase: Phrase, rewrite: (kana: string) => void, leave: (byKey: boolean) => void}} props */
const KanaField = ({ phrase, rewrite, leave }) => html`
  <input
    class="kana"
    lang="ja"
    autofocus
    ref=${(/** @type {HTMLInputElement | null} */ field) => field?.focus()}
    aria-label=${t('kanaOfPhrase')}
    defaultValue=${phrase.moras.map(({ text }) => text).join('')}
    onBlur=${() => leave(false)}
    onKeyDown=${(/** @type {any} */ e) => {
      if (composing(e)) return;
      if (!['Escape', 'Enter'].includes(e.key)) return;
      e.stopPropagation();
      if (e.key === 'Enter') rewrite(katakana(e.target.value));
      leave(true);
    }}
  />
`;
