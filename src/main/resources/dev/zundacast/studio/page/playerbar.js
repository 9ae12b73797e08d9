// @ts-check
import { html, useEffect, useRef, useState } from './vendor/htm-preact.js';
import { episodePeaks } from './api.js';
import { start } from './actions.js';
import { clock, day, signed, wholeLength } from './format.js';
import { IconButton } from './icons.js';
import { lines } from './load.js';
import { barsOf, draw, peaks } from './peaks.js';
import { isPlaying, playEpisode, playing, resume, setRate, skip, stop, watch } from './player.js';
import { now, update } from './store.js';
import { t } from './words.js';

/** @typedef {import('./types.js').Episode} Episode */

/** The episode's own sound: wave form, chapters, loudness, and what is done with all of it. */
/** @param {{episode: Episode, sounding: boolean, heard?: string}} props */
export function PlayerBar({ episode, sounding }) {
  const mine = playing()?.kind === 'episode';
  const { audio, post } = episode;
  const stale = audio && isStale(episode);
  const findings = lines(episode).reduce((n, line) => n + line.findings.length, 0);
  return html`<section class="player" aria-label=${t('player')}>
    <div class="player-head">
      <a class="back" href="#/show">← ${t('page.show')}</a>
      <h1>${post.title}</h1>
      <span class="quiet">${day(post.date)}</span>
      ${stale &&
      html`<span class="stale-pill" title=${t('staleHint')}>${t('episode.stale')}</span>`}
      <span class="grow"></span>
      ${episode.loudness !== undefined &&
      html`<span class="quiet">${signed(episode.loudness)} LUFS</span>`}
      ${episode.truePeak !== undefined &&
      html`<span class="quiet">${signed(episode.truePeak)} dBTP</span>`}
      <button type="button" class="narrate" onClick=${() => dialog('narration')}>
        ${t('do.narration')}
      </button>
      <button type="button" onClick=${() => dialog('diff')}>${t('do.diff')}</button>
      <button type="button" onClick=${() => dialog('check')}>
        ${t('do.check')}${findings ? html` <b class="count">${findings}</b>` : ''}
      </button>
      <button type="button" class="build" onClick=${() => start('build', [episode.key])}>
        ${t('do.build')}
      </button>
      <button type="button" class="main" onClick=${() => dialog('publish')}>
        ${t('do.publish')}
      </button>
    </div>
    ${audio
      ? html`<div class="player-body">
          <${Controls} audio=${audio} sounding=${sounding && mine} />
          <${Overview} episode=${episode} audio=${audio} />
        </div>`
      : html`<p class="quiet">${t('notBuilt')}</p>`}
  </section>`;
}

/** Whether the MP3 says something else than the post and the script. @param {Episode} episode */
function isStale(episode) {
  const row = now().show?.posts.find((each) => each.key === episode.key);
  return episode.stale || row?.episode === 'stale' || lines(episode).some((line) => line.edited);
}

/** @param {string} name */
const dialog = (name) => update({ dialog: { name } });

/** @param {{audio: NonNullable<Episode['audio']>, sounding: boolean}} props */
const Controls = ({ audio, sounding }) => html`
  <div class="controls">
    <${IconButton}
      icon=${sounding ? 'pause' : 'play'}
      label=${t(sounding ? 'pauseEpisode' : 'playEpisode')}
      run=${() => toggle(audio.url)}
    />
    <${Time} millis=${audio.millis} />
    <button type="button" class="plain" aria-label=${t('back5')} onClick=${() => skip(-5)}>
      −5
    </button>
    <button type="button" class="plain" aria-label=${t('on5')} onClick=${() => skip(5)}>+5</button>
    <select
      aria-label=${t('rate')}
      onChange=${(/** @type {any} */ e) => setRate(Number(e.target.value))}
    >
      ${[1, 1.25, 1.5, 2].map((rate) => html`<option value=${rate}>${rate}×</option>`)}
    </select>
  </div>
`;

/** @param {string} url */
function toggle(url) {
  const source = playing();
  if (source?.kind === 'episode' && source.url === url) {
    if (isPlaying()) stop();
    else resume();
  } else {
    playEpisode(url, 0);
  }
}

/** Where the sound is; the text changes by itself, not by a rendering. @param {{millis: number}} props */
function Time({ millis }) {
  const field = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(
    () =>
      watch((source, seconds) => {
        if (field.current && source?.kind === 'episode') {
          field.current.textContent = clock(seconds * 1000);
        }
      }),
    [],
  );
  return html`<span class="clock"><b ref=${field}>0:00</b> / ${wholeLength(millis)}</span>`;
}

/** @param {{episode: Episode, audio: NonNullable<Episode['audio']>}} props */
function Overview({ episode, audio }) {
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  const [at, move] = useState(0);
  const seek = (/** @type {number} */ millis) => playEpisode(audio.url, millis / 1000);
  useEffect(() => painted(canvas.current, episode, audio, move), [audio.url, episode.key]);
  return html`<div class="overview">
    <div
      class="overview-wave"
      role="slider"
      tabindex="0"
      aria-label=${t('place')}
      aria-valuemin="0"
      aria-valuemax=${Math.round(audio.millis / 1000)}
      aria-valuenow=${at}
      aria-valuetext=${clock(at * 1000)}
      onClick=${(/** @type {MouseEvent} */ e) => seek(placeOf(e) * audio.millis)}
      onKeyDown=${(/** @type {KeyboardEvent} */ e) => sliderKey(e, at, audio, seek)}
    >
      <canvas ref=${canvas} class="wave" aria-hidden="true"></canvas>
    </div>
    <div class="chapters">
      ${chapters(episode, audio.millis).map(
        ({ section, left, width }) =>
          html`<button
            type="button"
            class="chapter"
            key=${section.id}
            style=${{ left: `${left}%`, width: `${width}%` }}
            title=${section.title}
            onClick=${() => seek(section.startMillis ?? 0)}
          >
            ${section.title || section.id}
          </button>`,
      )}
    </div>
  </div>`;
}

/** @param {MouseEvent} event */
function placeOf(event) {
  const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
  return Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
}

/** @param {KeyboardEvent} event @param {number} at @param {NonNullable<Episode['audio']>} audio @param {(millis: number) => void} seek */
function sliderKey(event, at, audio, seek) {
  if (event.isComposing) return;
  if (event.key === ' ' || event.key === 'Enter') toggle(audio.url);
  else if (event.key === 'ArrowRight') seek((at + 5) * 1000);
  else if (event.key === 'ArrowLeft') seek(Math.max(0, at - 5) * 1000);
  else if (event.key === 'Home') seek(0);
  else return;
  event.preventDefault();
}

/**
 * Draws the episode and keeps its playhead and the line that is heard up to date.
 * @param {HTMLCanvasElement | null} canvas
 * @param {Episode} episode
 * @param {NonNullable<Episode['audio']>} audio
 * @param {(seconds: number) => void} move
 */
function painted(canvas, episode, audio, move) {
  if (!canvas) return undefined;
  /** @type {number[]} */
  let list = [];
  let part = 0;
  const paint = () => draw(canvas, list, part);
  peaks(audio.peaks ?? episodePeaks(episode.key))
    .then((found) => {
      list = found;
      paint();
    })
    .catch(() => undefined);
  const size = new ResizeObserver(paint);
  size.observe(canvas);
  const end = watch((source, seconds) => {
    if (source?.kind !== 'episode' || source.url !== audio.url) return;
    const next = (seconds * 1000) / audio.millis;
    const bars = barsOf(canvas);
    if (Math.ceil(next * bars) !== Math.ceil(part * bars)) {
      part = next;
      paint();
    }
    move(Math.floor(seconds));
    hear(seconds * 1000);
  });
  return () => {
    size.disconnect();
    end();
  };
}

/** Lights the line that is spoken at a time. @param {number} millis */
function hear(millis) {
  const heard = lines(now().episode)
    .filter((line) => line.startMillis !== undefined && line.startMillis <= millis)
    .at(-1)?.id;
  if (heard !== now().heard) update({ heard });
}

/** Where each chapter lies, in hundredths of the whole. @param {Episode} episode @param {number} millis */
function chapters(episode, millis) {
  const starts = episode.sections.filter((section) => section.startMillis !== undefined);
  return starts.map((section, i) => {
    const from = section.startMillis ?? 0;
    const to = starts[i + 1]?.startMillis ?? millis;
    return { section, left: (from / millis) * 100, width: ((to - from) / millis) * 100 };
  });
}
