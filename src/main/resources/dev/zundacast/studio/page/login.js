// @ts-check
import { html, useState } from './vendor/htm-preact.js';
import { post, Refused } from './api.js';
import { t } from './words.js';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether this page was opened from another machine, which needs no address but a password. */
export const isRemote = () => !LOOPBACK.includes(location.hostname);

/** Asks whoever comes from another machine for the password. */
export function Login() {
  const [password, type] = useState('');
  const [wrong, set] = useState('');
  return html`<main class="page login" tabindex="-1">
    <form
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        enter(password, set);
      }}
    >
      <h1>${t('login')}</h1>
      <label>
        ${t('password')}
        <input
          type="password"
          name="password"
          autocomplete="current-password"
          autofocus
          required
          value=${password}
          onInput=${(/** @type {any} */ e) => type(e.target.value)}
        />
      </label>
      <p role="alert">${wrong}</p>
      <button type="submit" class="main">${t('loginNow')}</button>
    </form>
  </main>`;
}

/** @param {string} password @param {(why: string) => void} refused */
async function enter(password, refused) {
  try {
    await post('/api/session', { password });
    location.reload();
  } catch (e) {
    if (!(e instanceof Refused)) refused(t('serverGone'));
    else refused(e.status === 403 ? t('passwordWrong') : e.trouble.message);
  }
}
