// The words of the interface. English is the measure: a text that another language lacks is a type error.

import {en} from './texts/en.js';
import {eo} from './texts/eo.js';
import {ka} from './texts/ka.js';
import {ru} from './texts/ru.js';

/** @typedef {import('./texts/en.js').Texts} Texts */

/** @type {Record<import('./settings.js').Language, Texts>} */
export const TEXTS = {en, ru, eo, ka};

/**
 * Puts the texts into the page: data-text names the key of an element's text, data-label that of its accessible name.
 * @param {Texts} texts
 * @param {string} language
 */
export function localise(texts, language) {
  document.documentElement.lang = language;
  const plain = /** @type {Record<string, unknown>} */ (texts);
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-text]'))) {
    element.textContent = String(plain[element.dataset.text ?? '']);
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-label]'))) {
    element.ariaLabel = String(plain[element.dataset.label ?? '']);
  }
}

/**
 * @param {string} language of the interface
 * @param {string} code of any language
 * @returns {string} its name in the interface's language; the bare code where the browser does not know it
 */
export function languageName(language, code) {
  try {
    return new Intl.DisplayNames([language, 'en'], {type: 'language'}).of(code) ?? code;
  } catch {
    return code;
  }
}
