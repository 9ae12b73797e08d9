// @ts-check
import { html, useEffect, useRef } from './vendor/htm-preact.js';
import { BuildSheet } from './build.js';
import { CheckSheet } from './check.js';
import { DiffSheet } from './diff.js';
import { Everywhere } from './everywhere.js';
import { HelpSheet } from './help.js';
import { IconButton } from './icons.js';
import { NarrationSheet } from './narration.js';
import { NewVoiceSheet } from './newvoice.js';
import { closeDialog, focusRow } from './open.js';
import { PublishSheet } from './publish.js';
import { ReplaceSheet } from './replace.js';
import { SectionSheet } from './sectionsheet.js';
import { now } from './store.js';
import { SettingSheet } from './setting.js';
import { t } from './words.js';

/** @typedef {import('./store.js').State} State */

/** @type {Record<string, any>} what each dialog shows */
const SHEETS = {
  build: BuildSheet,
  check: CheckSheet,
  diff: DiffSheet,
  everywhere: Everywhere,
  help: HelpSheet,
  narration: NarrationSheet,
  newVoice: NewVoiceSheet,
  publish: PublishSheet,
  replace: ReplaceSheet,
  section: SectionSheet,
  setting: SettingSheet,
};

/** The dialog that is open, if one is. @param {State} state */
export function Dialogs(state) {
  const { dialog } = state;
  if (!dialog) return null;
  return html`<${Frame} key=${dialog.name} title=${t(/** @type {any} */ (`dialog.${dialog.name}`))}>
    <${SHEETS[dialog.name]} ...${state} dialog=${dialog} />
  <//>`;
}

/** @param {{title: string, children?: any}} props */
function Frame({ title, children }) {
  const frame = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useEffect(() => {
    const before = document.activeElement;
    frame.current?.showModal();
    return () => back(before);
  }, []);
  return html`<dialog ref=${frame} aria-label=${title} onClose=${closeDialog}>
    <header>
      <h2>${title}</h2>
      <${IconButton} icon="cross" label=${t('close')} keys="Esc" run=${closeDialog} />
    </header>
    <div class="sheet">${children}</div>
  </dialog>`;
}

/** Where the focus was before the dialog. @param {Element | null} before */
function back(before) {
  const { focus, open } = now();
  if (before instanceof HTMLElement && before.isConnected && before !== document.body)
    before.focus();
  else if (focus && !open) focusRow(focus);
}
