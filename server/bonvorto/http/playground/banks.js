// The phrase banks, to be read: faults, what each looks for, what it offers instead.

import {icon, make, slotted} from './make.js';
import {ask} from './service.js';
import {LANGUAGES, OWN_NAMES} from './settings.js';

/** @typedef {import('./texts.js').Texts} Texts */
/** @typedef {{id: string, title: string, message: string, entries: Record<string, number>}} Fault */
/**
 * @typedef {{id: string, severity: import('./service.js').Finding['severity'], patterns: string[], faulty: string[],
 *   rewrites: {id: string, text: string, gloss: string | null, slots: import('./service.js').Slot[]}[]}} Entry
 */

/** The language whose bank was looked at last; '' before any. */
let shown = '';

/**
 * @param {HTMLElement} page
 * @param {Texts} texts
 * @param {string} own the language of the interface, whose bank is shown first
 */
export async function showBanks(page, texts, own) {
  shown ||= own;
  const list = make('div', {className: 'faults', lang: own, aria: {live: 'polite'}});
  const choice = make('select', {
    className: 'quiet-select', ariaLabel: texts.banksLanguage, autocomplete: 'off', onchange: () => {
      shown = choice.value;
      void fill();
    },
  }, ...LANGUAGES.map(code => make('option', {value: code, lang: code, selected: code === shown}, OWN_NAMES[code])));
  page.replaceChildren(make('header', {}, make('h1', {}, texts.banks), make('p', {}, texts.banksIntro), choice), list);

  async function fill() {
    const banks = await ask(`v1/banks?explain_in=${own}`).catch(() => null);
    const faults = /** @type {Fault[]} */ (banks?.faults ?? []).filter(fault => fault.entries[shown]);
    list.replaceChildren(...faults.map(fault => faultBox(fault, texts, own)));
    if (faults.length === 0) list.append(make('p', {className: 'hint'}, banks ? texts.emptyBank : texts.noBanks));
  }
  await fill();
}

/** @param {Fault} fault @param {Texts} texts @param {string} own */
function faultBox(fault, texts, own) {
  const language = shown;
  const box = make('details', {data: {fault: fault.id}, ontoggle: async () => {
    if (!box.open || box.querySelector('.entry')) return;
    const answer = await ask(`v1/entries?language=${language}&fault=${encodeURIComponent(fault.id)}&explain_in=${own}&gloss_in=${own}`).catch(() => null);
    box.append(...(answer ? /** @type {Entry[]} */ (answer.entries).map(entry => entryBox(entry, texts, language, own)) : [make('p', {className: 'hint'}, texts.away)]));
  }}, make('summary', {}, make('strong', {}, fault.title), make('span', {className: 'hint'}, texts.entries(fault.entries[language] ?? 0))),
  make('p', {}, fault.message));
  return box;
}

/** @param {Entry} entry @param {Texts} texts @param {string} language @param {string} own */
function entryBox(entry, texts, language, own) {
  return make('article', {className: 'entry'},
    make('p', {className: 'example', lang: language}, icon(entry.severity), make('span', {className: 'unseen'}, `${texts.severities[entry.severity]}: `), entry.faulty[0]),
    make('ul', {ariaLabel: texts.rewrites}, ...entry.rewrites.map(rewrite => make('li', {},
      make('span', {className: 'words', lang: language}, ...slotted(rewrite.text, rewrite.slots)),
      rewrite.gloss && own !== language && make('span', {className: 'gloss', lang: own}, rewrite.gloss)))),
    make('details', {}, make('summary', {className: 'hint'}, texts.patterns),
      make('ul', {className: 'patterns', lang: language}, ...entry.patterns.map(pattern => make('li', {}, make('code', {}, pattern))))));
}
