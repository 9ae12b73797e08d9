// @ts-check
import { html } from './vendor/htm-preact.js';
import { approve, change } from './actions.js';
import { IconButton } from './icons.js';
import { now, update } from './store.js';
import { t } from './words.js';

/** @typedef {import('./types.js').Section} Section */

/** What can be done with a whole section. @param {{section: Section}} props */
export const SectionTools = ({ section }) => html`
  <${IconButton}
    icon="pen"
    label=${t('section.name', section)}
    run=${() => dialog({ section, title: section.title })}
  />
  <${IconButton}
    icon="plus"
    label=${t('section.add', section)}
    run=${() => dialog({ before: next(section, 1) })}
  />
  <${IconButton}
    icon="up"
    label=${t('section.up', section)}
    disabled=${next(section, -1) === null}
    run=${() => change('moveSection', { section: section.id, before: next(section, -1) })}
  />
  <${IconButton}
    icon="down"
    label=${t('section.down', section)}
    disabled=${next(section, 1) === null}
    run=${() => change('moveSection', { section: section.id, before: next(section, 2) })}
  />
  <${IconButton}
    icon="lock"
    label=${t('section.approve', section)}
    pressed=${section.lines.length > 0 && section.lines.every((line) => line.approved)}
    disabled=${!section.lines.length}
    run=${() => approve(section.lines.map((line) => line.id))}
  />
  <${IconButton}
    icon="cross"
    label=${t('section.delete', section)}
    run=${() => change('deleteSection', { section: section.id })}
  />
`;

/** The section so many places on, null beyond the end. @param {Section} section @param {number} by */
function next({ id }, by) {
  const all = now().episode?.sections ?? [];
  return all[all.findIndex((each) => each.id === id) + by]?.id ?? null;
}

/** @param {Record<string, unknown>} more */
const dialog = (more) => update({ dialog: { name: 'section', ...more } });
