// Loads content scripts as a browser does: one after the other into one global scope.
import {readFileSync} from 'node:fs';
import {runInThisContext} from 'node:vm';

/** @param {...string} names inside extension/ */
export function load(...names) {
  for (const name of names) {
    const file = new URL(`../../extension/${name}`, import.meta.url);
    runInThisContext(readFileSync(file, 'utf8'), {filename: file.pathname});
  }
}

/** Stands in for the part of the browser's interface that is touched at load time; no browser is here. */
export function pretendBrowser(language = 'en-GB') {
  Object.assign(globalThis, {chrome: {
    runtime: {getURL: (/** @type {string} */ path) => `chrome-extension://id/${path}`},
    i18n: {getUILanguage: () => language},
  }});
}
