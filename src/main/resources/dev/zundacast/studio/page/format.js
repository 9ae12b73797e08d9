// @ts-check

/**
 * Milliseconds as a clock: 0:41, 1:02:03.
 * @param {number | undefined} millis
 */
export function clock(millis) {
  if (millis === undefined || !Number.isFinite(millis)) return '–';
  const seconds = Math.floor(millis / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = String(seconds % 60).padStart(2, '0');
  return hours ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/**
 * The length of a whole sound as a clock, in whole seconds rounded up as the post says it.
 * @param {number | undefined} millis
 */
export const wholeLength = (millis) =>
  clock(millis === undefined ? undefined : Math.ceil(millis / 1000) * 1000);

/**
 * Milliseconds as seconds with a tenth.
 * @param {number | undefined} millis
 */
export const seconds = (millis) =>
  millis === undefined || millis === null ? '' : `${(millis / 1000).toFixed(1)} s`;

/**
 * A number with its sign, as loudness is written.
 * @param {number} value
 * @param {number} [digits]
 */
export function signed(value, digits = 1) {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 ? `−${text}` : text;
}

/**
 * The date of a post without its time.
 * @param {string} date
 */
export const day = (date) => date.slice(0, 10);

/**
 * An address that may stand in a link: web pages only.
 * @param {string | undefined} url
 */
export function webAddress(url) {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}

/**
 * The host of an address, as a link shows it.
 * @param {string} url
 */
export function host(url) {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

/**
 * A text cut into moras: a small kana belongs to the one before it.
 * @param {string} kana
 */
export function moras(kana) {
  return kana.match(/[ァ-ヴー][ャュョァィゥェォヮ]?/gu) ?? [];
}

/**
 * Hiragana as katakana, all else as it is.
 * @param {string} text
 */
export function katakana(text) {
  return text.replace(/[ぁ-ゔ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));
}
