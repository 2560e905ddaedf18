// What the page remembers between visits: settings, never a word of a reply.

export const LANGUAGES = /** @type {const} */ (['en', 'ru', 'eo', 'ka']);
/** @typedef {typeof LANGUAGES[number]} Language */
/** @typedef {{interface: Language, role: 'agent' | 'customer', off: string[]}} Settings off: ids of entries not to be shown */

export const OWN_NAMES = {en: 'English', ru: 'Русский', eo: 'Esperanto', ka: 'ქართული'};
const KEY = 'bonvorto.settings';

/** @returns {Settings} what was remembered, else what suits the browser */
export function readSettings() {
  /** @type {Partial<Settings>} */
  let stored = {};
  try {
    stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {};
  } catch {
    // Storage is switched off or was tampered with: start afresh.
  }
  const wished = [stored.interface, ...navigator.languages.map(tag => tag.slice(0, 2))];
  return {
    interface: LANGUAGES.find(code => code === wished.find(wish => LANGUAGES.some(known => known === wish))) ?? 'en',
    role: stored.role === 'customer' ? 'customer' : 'agent',
    off: Array.isArray(stored.off) ? stored.off.filter(id => typeof id === 'string') : [],
  };
}

/** @param {Settings} settings */
export function storeSettings(settings) {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Without storage the settings live as long as the page.
  }
}
