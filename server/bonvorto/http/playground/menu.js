// The examples to try: a menu, and the first few where nothing is written yet.

import {EXAMPLES} from './examples.js';
import {make} from './make.js';
import {LANGUAGES, OWN_NAMES} from './settings.js';

/**
 * @param {HTMLDetailsElement} menu
 * @param {HTMLElement} first
 * @param {(example: import('./examples.js').Example) => void} tryOut
 */
export function createMenu(menu, first, tryOut) {
  document.addEventListener('pointerdown', ({target}) => {
    if (menu.open && target instanceof Element && !menu.contains(target)) menu.open = false;
  });
  document.addEventListener('keydown', ({key}) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });

  return {
    /** @param {import('./texts.js').Texts} texts @param {import('./settings.js').Language} own the language of the interface */
    fill(texts, own) {
      /** @param {import('./examples.js').Example} example @param {string} className @param {object} data */
      const button = (example, className, data) => make('button', {type: 'button', className, data, onclick: () => {
        menu.open = false;
        tryOut(example);
      }}, texts.exampleNames[example.name]);
      const ownFirst = [own, ...LANGUAGES.filter(code => code !== own)];
      menu.querySelector('.menu-list')?.replaceChildren(...ownFirst.map(language => make('div', {},
        make('h3', {lang: language}, OWN_NAMES[language]),
        ...EXAMPLES[language].map(example => button(example, example.role, {example: `${language}-${example.name}`})))));
      first.replaceChildren(...EXAMPLES[own].map(example => button(example, `plain ${example.role}`, {})));
    },
  };
}
