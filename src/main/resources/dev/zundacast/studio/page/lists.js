// @ts-check
import { html, useEffect, useState } from './vendor/htm-preact.js';
import { attempt } from './actions.js';
import { get, post } from './api.js';
import { SingleKeys } from './help.js';
import { IconButton } from './icons.js';
import { failed } from './load.js';
import { playClip } from './player.js';
import { Slider, VOICE_SCALES } from './sliders.js';
import { say, update } from './store.js';
import { language, speak, t } from './words.js';

/**
 * What an address answers, read once, and again when `when` changes.
 * @param {string} path
 * @param {unknown} [when]
 */
function useAnswer(path, when) {
  const [answer, set] = useState(/** @type {any} */ (undefined));
  useEffect(() => {
    get(path).catch(failed).then(set);
  }, [path, when]);
  return answer;
}

/** A number that goes up each second while somebody can see the page. */
function useSeconds() {
  const [n, count] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => !document.hidden && count((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return n;
}

/** A field that leaves of a list what holds its text. @param {{word: string, search: (word: string) => void}} props */
const Search = ({ word, search }) => html`
  <input
    type="search"
    value=${word}
    aria-label=${t('searchList')}
    placeholder=${t('searchList')}
    onInput=${(/** @type {any} */ e) => search(e.target.value)}
  />
`;

/** @param {any[] | undefined} rows @param {string} word */
const holding = (rows, word) =>
  (rows ?? []).filter((row) =>
    JSON.stringify(row)
      .normalize('NFKC')
      .toLowerCase()
      .includes(word.normalize('NFKC').toLowerCase()),
  );

/** @param {{title: string, answer: any, tools?: any, children?: any}} props */
const Page = ({ title, answer, tools, children }) => html`
  <main class="page" tabindex="-1">
    <div class="tools">
      <h1>${title}</h1>
      ${tools}
    </div>
    ${!answer && html`<p class="empty">${t('reading.list')}</p>`}
    ${answer?.failed && html`<p class="trouble">${answer.failed}</p>`} ${answer && children}
  </main>
`;

/** The show's voices, as their files have them. @param {import('./store.js').State} state */
export function VoicesPage({ saved }) {
  const answer = useAnswer('/api/voices', saved);
  const [word, search] = useState('');
  const { characters, folder, voices } = answer ?? {};
  const taken = (voices ?? []).map((/** @type {any} */ voice) => voice.name);
  const tools = html`<${Search} word=${word} search=${search} />
    <button
      type="button"
      class="new-voice"
      disabled=${!characters?.length}
      onClick=${() => update({ dialog: { name: 'newVoice', characters, folder, taken } })}
    >
      ${t('dialog.newVoice')}…
    </button>`;
  return html`<${Page} title=${t('page.voices')} answer=${answer} tools=${tools}>
    <ul class="tiles">
      ${holding(voices, word).map(
        (/** @type {any} */ voice) => html`<${VoiceTile} key=${voice.name} voice=${voice} />`,
      )}
    </ul>
  <//>`;
}

/** A voice that can be heard, with the scales of its file. @param {{voice: any}} props */
function VoiceTile({ voice }) {
  const [parameters, set] = useState(voice.parameters);
  const changed = VOICE_SCALES.some(({ name }) => parameters[name] !== voice.parameters[name]);
  const wanted = { name: voice.name, parameters };
  const listen = async () => {
    const heard = await attempt(() => post('/api/voices/hear', wanted));
    if (heard?.clip) playClip(heard.clip);
  };
  const write = async () => {
    if (!changed) return;
    const done = await attempt(() => post('/api/voices', wanted));
    if (done) say(t('voiceWritten', voice));
  };
  return html`<li class="tile" data-voice=${voice.name}>
    <h2>
      <${IconButton} icon="play" label=${t('hearWord', { word: voice.name })} run=${listen} />
      ${' '}${voice.name}
    </h2>
    <p>
      ${voice.character} / ${voice.style}
      ${voice.atEngine === false && html`<b class="chip warn">${t('notAtEngine')}</b>`}
      ${voice.found && html` <small class="quiet">${voice.found}</small>`}
    </p>
    ${VOICE_SCALES.map(
      (scale) =>
        html`<${Slider}
          scale=${scale}
          value=${parameters[scale.name]}
          own=${voice.parameters[scale.name]}
          set=${(/** @type {number} */ value) => set({ ...parameters, [scale.name]: value })}
          accept=${write}
        />`,
    )}
    <p class="quiet">${voice.speech} · ${voice.credit}</p>
    <p class="quiet"><code>${voice.file}</code></p>
    <p>
      <button type="button" class="main" disabled=${!changed} onClick=${write}>
        ${t('writeVoice')}
      </button>
    </p>
  </li>`;
}

/** The engines: what they are, and what they speak now. @param {{engine?: import('./types.js').Engine}} props */
export function EnginesPage({ engine }) {
  const answer = useAnswer('/api/engines', `${engine?.state} ${useSeconds()}`);
  return html`<${Page} title=${t('page.engines')} answer=${answer}>
    <ul class="tiles">
      ${(answer?.engines ?? []).map(
        (/** @type {any} */ each) =>
          html`<li class="tile" data-state=${each.state}>
            <h2><span class="lamp" aria-hidden="true"></span> ${each.name} ${each.version}</h2>
            <p>${t(/** @type {any} */ (`engine.${each.state}`))} <code>${each.url}</code></p>
            ${each.message && html`<p class="trouble">${each.message}</p>`}
            ${each.queue !== undefined && html`<p>${t('queue', { n: each.queue })}</p>`}
            ${each.speaksNow && html`<p>${t('speaksNow', { text: each.speaksNow })}</p>`}
            <details>
              <summary>${t('speakers', { n: each.speakers?.length ?? 0 })}</summary>
              <ul>
                ${(each.speakers ?? []).map(
                  (/** @type {import('./types.js').EngineSpeaker} */ speaker) =>
                    html`<li>
                      ${speaker.name}${' '}
                      <span class="quiet"
                        >${speaker.styles.map(({ name }) => name).join(' · ')}</span
                      >
                    </li>`,
                )}
              </ul>
            </details>
          </li>`,
      )}
    </ul>
  <//>`;
}

/** The settings, what decides on each, and the way to change it. @param {import('./store.js').State} state */
export function SettingsPage({ singleKeys, saved }) {
  const answer = useAnswer('/api/settings', saved);
  const [word, search] = useState('');
  const tools = html`<${Search} word=${word} search=${search} />`;
  return html`<${Page} title=${t('page.settings')} answer=${answer} tools=${tools}>
    <section class="tile">
      <h2>${t('thisPage')}</h2>
      <label class="switch">
        ${t('language')}
        <select onChange=${(/** @type {any} */ e) => speak(e.target.value)}>
          ${Object.entries(LANGUAGES).map(
            ([name, shown]) =>
              html`<option value=${name} lang=${name} selected=${name === language}>
                ${shown}
              </option>`,
          )}
        </select>
      </label>
      <${SingleKeys} on=${singleKeys} />
    </section>
    <p class="quiet">${t('setting.hint', { file: answer?.file })}</p>
    <table class="entries settings">
      <thead>
        <tr>
          <th scope="col">${t('setting.name')}</th>
          <th scope="col">${t('setting.value')}</th>
          <th scope="col">${t('setting.origin')}</th>
          <th scope="col">${t('setting.usual')}</th>
          <th scope="col"><span class="unseen">${t('edit')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${holding(answer?.settings, word).map(
          (/** @type {any} */ setting) =>
            html`<tr data-setting=${setting.name}>
              <td>
                ${setting.name
                  .split('.')
                  .map((/** @type {string} */ part, /** @type {number} */ at) =>
                    at ? html`.<wbr />${part}` : part,
                  )}
              </td>
              <td><code>${setting.value || '–'}</code></td>
              <td class=${setting.set ? '' : 'quiet'}>${setting.from}</td>
              <td class="quiet"><code>${setting.usual || '–'}</code></td>
              <td>
                ${setting.editable &&
                html`<button
                  type="button"
                  class="small"
                  aria-label=${`${t('edit')} ${setting.name}`}
                  onClick=${() => update({ dialog: { name: 'setting', setting } })}
                >
                  ${t('edit')}
                </button>`}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  <//>`;
}

/** Each by its own name. */
const LANGUAGES = { ja: '日本語', en: 'English' };
