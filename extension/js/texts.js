// The words of the interface, in the language the agent chose rather than the browser's (no browser speaks Esperanto).
import './ext.js';
import {LANGUAGES} from './settings.js';

/**
 * @param {string} language one of LANGUAGES
 * @returns {Promise<Record<string, string>>} every text by its key
 */
export async function loadTexts(language) {
  const code = LANGUAGES.includes(language) ? language : 'en';
  /** @type {Record<string, {message: string}>} */
  const messages = await (await fetch(ext.url(`_locales/${code}/messages.json`))).json();
  return Object.fromEntries(Object.entries(messages).map(([key, {message}]) => [key, message]));
}

/**
 * Puts the texts into a page: data-text names the key of an element's text, data-label that of its accessible name.
 * @param {Record<string, string>} texts
 * @param {string} language
 */
export function localise(texts, language) {
  document.documentElement.lang = language;
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-text]'))) {
    element.textContent = texts[element.dataset.text ?? ''] ?? '';
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-label]'))) {
    element.ariaLabel = texts[element.dataset.label ?? ''] ?? '';
  }
}
