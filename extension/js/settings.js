// What the agent has chosen, kept in the extension's own storage; names, defaults and checks in one place.
import './ext.js';

/**
 * @typedef {{id: string, what: 'entry' | 'fault', title: string}} Ignored
 * @typedef {{server: string, key: string, language: string, gloss: string, sites: string[], ignored: Ignored[]}} Settings
 *   language: of the interface and the explanations, 'auto' follows the browser; gloss: of the rewrites' meaning,
 *   'auto' follows `language`, 'none' is off; sites: match patterns such as https://mail.example/*
 */

/** @type {Settings} */
export const DEFAULTS = {server: 'http://127.0.0.1:8765', key: '', language: 'auto', gloss: 'auto', sites: [], ignored: []};

export const LANGUAGES = ['en', 'ru', 'eo', 'ka'];

const SITE = /^https?:\/\/(\[[0-9a-f:]+\]|[^/*\s]+)\/\*$/;

/** @type {{[K in keyof Settings]: (value: any) => boolean}} */
const VALID = {
  server: value => typeof value === 'string' && serverAddress(value) === value,
  key: value => typeof value === 'string' && /^[\x21-\x7e]*$/.test(value),
  language: value => ['auto', ...LANGUAGES].includes(value),
  gloss: value => ['auto', 'none', ...LANGUAGES].includes(value),
  sites: value => Array.isArray(value) && value.every(each => typeof each === 'string' && SITE.test(each)),
  ignored: value => Array.isArray(value) && value.every(each => typeof each?.id === 'string'
    && typeof each.title === 'string' && ['entry', 'fault'].includes(each.what)),
};

/** @returns {Promise<Settings>} every setting; a damaged value counts as never set */
export async function loadSettings() {
  return merge(DEFAULTS, await ext.load(DEFAULTS));
}

/** @param {Partial<Settings>} values */
export const saveSettings = values => ext.save(values);

/**
 * @param {Settings} settings
 * @param {Record<string, unknown>} values
 * @returns {Settings} settings with those of the values that are valid
 */
function merge(settings, values) {
  const names = /** @type {(keyof Settings)[]} */ (Object.keys(VALID));
  return Object.assign({}, settings, ...names.filter(name => VALID[name](values[name])).map(name => ({[name]: values[name]})));
}

/**
 * @param {string} typed
 * @returns {string | null} the address without its last slash; null when it is not one of http or https
 */
export function serverAddress(typed) {
  const url = URL.parse(typed.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) return null;
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** @param {string} url of a page or server @returns {string | null} the match pattern of its site; null for pages no extension may enter */
export function sitePattern(url) {
  const {protocol, hostname} = URL.parse(url) ?? {};
  return protocol && hostname && /^https?:$/.test(protocol) ? `${protocol}//${hostname}/*` : null;
}

/** @param {Settings} settings @returns {string} the language of interface and explanations */
export function ownLanguage({language}) {
  if (language !== 'auto') return language;
  const browser = ext.uiLanguage().slice(0, 2).toLowerCase();
  return LANGUAGES.includes(browser) ? browser : 'en';
}

/** @param {Settings} settings @returns {string | null} the language of the rewrites' meaning */
export function glossLanguage(settings) {
  if (settings.gloss === 'auto') return ownLanguage(settings);
  return settings.gloss === 'none' ? null : settings.gloss;
}

/** @param {Settings} settings @returns {string} the file that carries them elsewhere; the key stays here */
export function exportSettings({key: _, ...settings}) {
  return JSON.stringify({bonvorto: 1, settings}, null, 2) + '\n';
}

/**
 * @param {string} file
 * @param {Settings} settings
 * @returns {Settings | null} the settings with those of the file; null when it is no such file
 */
export function importSettings(file, settings) {
  try {
    const {bonvorto, settings: values} = JSON.parse(file);
    return bonvorto === 1 && values && typeof values === 'object' ? {...merge(settings, values), key: settings.key} : null;
  } catch {
    return null;
  }
}
