// The phrase banks, to be read: faults, what each looks for, what it offers instead.

import {icon, make} from './make.js';
import {ask} from './service.js';
import {LANGUAGES, OWN_NAMES} from './settings.js';

/** @typedef {import('./texts.js').Texts} Texts */

/** The language whose bank is open. */
let shown = '';

/**
 * @param {HTMLElement} page
 * @param {Texts} texts
 * @param {string} language of the interface, whose bank is shown first
 */
export async function showBanks(page, texts, language) {
  shown ||= language;
  page.replaceChildren(make('p', {}, texts.noBanks));
}
