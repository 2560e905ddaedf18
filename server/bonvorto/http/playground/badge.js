// The badge of the reply's language: the one found, or the one the person pinned.

import {make} from './make.js';
import {LANGUAGES, OWN_NAMES} from './settings.js';
import {languageName} from './texts.js';

/**
 * @param {HTMLSelectElement} select
 * @param {() => void} changed hears when the person pins a language or lets it go
 */
export function createBadge(select, changed) {
  select.append(make('option', {value: 'auto'}), ...LANGUAGES.map(code => make('option', {value: code, lang: code}, OWN_NAMES[code])));
  let pinned = 'auto';
  select.addEventListener('change', () => {
    pinned = select.value;
    changed();
  });

  return {
    /** @returns {string} the language that the person pinned, or 'auto' */
    get pinned() {
      return pinned;
    },
    free() {
      pinned = 'auto';
    },
    /**
     * @param {import('./service.js').ReplyLanguage | undefined} found
     * @param {import('./texts.js').Texts} texts
     * @param {string} own the language of the interface
     */
    show(found, texts, own) {
      const free = pinned === 'auto';
      const code = free ? found?.code : null;
      const name = code ? OWN_NAMES[/** @type {import('./settings.js').Language} */ (code)] ?? languageName(own, code) : '';
      const [first] = select.options;
      if (first) first.text = name ? `${name} · ${texts.byItself}` : texts.auto;
      select.classList.toggle('pinned', !free);
      select.classList.toggle('found', free && Boolean(found?.supported));
      select.value = pinned;
    },
  };
}
