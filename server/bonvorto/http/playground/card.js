// The card of a finding: what is wrong, why it hurts, what to do, and what to say instead.

import {icon, make, slotted} from './make.js';

/** @typedef {import('./service.js').Finding} Finding */
/**
 * @typedef {{take: (rewrite: import('./service.js').Rewrite) => void, hush: (finding: Finding) => void,
 *   step: (by: 1 | -1) => void, closed: (hadFocus: boolean) => void}} CardActions
 */

/**
 * @param {HTMLElement} card
 * @param {CardActions} actions
 */
export function createCard(card, actions) {
  /** @type {Finding | null} */
  let shown = null;

  card.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = [...card.querySelectorAll('button')];
    const rewrite = shown?.rewrites[Number(event.key) - 1];
    if (event.key === 'Escape') close();
    else if (shown && rewrite) actions.take(rewrite);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const at = buttons.findIndex(button => button === document.activeElement);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    } else return;
    event.preventDefault();
  });

  function close() {
    if (!shown) return;
    const hadFocus = card.contains(document.activeElement);
    shown = null;
    card.hidden = true;
    card.replaceChildren();
    actions.closed(hadFocus);
  }

  return {
    close,
    /** @returns {string} id of the finding shown, or '' */
    get id() {
      return shown?.id ?? '';
    },
    /**
     * @param {Finding} finding
     * @param {{texts: import('./texts.js').Texts, language: string, gloss: string, place: [number, number]}} options
     *   language: the reply's; gloss: that of the meanings; place: its number and how many there are
     */
    show(finding, {texts, language, gloss, place: [number, of]}) {
      shown = finding;
      card.className = `card ${finding.severity}`;
      card.replaceChildren(
        make('header', {},
          icon(finding.severity),
          make('span', {className: 'severity'}, texts.severities[finding.severity]),
          ...(of > 1 ? [
            make('span', {className: 'place'}, `${number}/${of}`),
            control('previous', texts.previous, () => actions.step(-1)),
            control('next', texts.next, () => actions.step(1)),
          ] : []),
          control('close', texts.close, close),
        ),
        make('h2', {id: 'card-title'}, finding.title),
        make('div', {id: 'card-text'},
          make('q', {lang: language}, finding.text),
          make('p', {}, finding.message),
          finding.why && make('p', {className: 'why'}, finding.why),
        ),
        make('ul', {className: 'advice', ariaLabel: texts.advice, hidden: finding.advice.length === 0}, ...finding.advice.map(line => make('li', {}, line))),
        make('h3', {hidden: finding.rewrites.length === 0}, texts.rewrites),
        make('div', {className: 'rewrites'}, ...finding.rewrites.map((rewrite, index) => make('button', {
          type: 'button', className: 'rewrite', aria: {keyshortcuts: String(index + 1)}, onclick: () => actions.take(rewrite),
        },
        make('kbd', {aria: {hidden: 'true'}}, String(index + 1)),
        make('span', {className: 'words', lang: language}, ...slotted(rewrite.text, rewrite.slots)),
        rewrite.gloss && gloss !== language && make('span', {className: 'gloss', lang: gloss}, rewrite.gloss)))),
        make('footer', {}, make('button', {type: 'button', className: 'link', onclick: () => actions.hush(finding)}, texts.hush)),
      );
      card.hidden = false;
    },
    focus() {
      /** @type {HTMLElement | null} */ (card.querySelector('.rewrite') ?? card.querySelector('.close'))?.focus({preventScroll: true});
    },
    /**
     * Stands under the marked words, or over them where there is more room; a phone shows it as a sheet.
     * @param {DOMRect[]} boxes of the mark
     */
    stand(boxes) {
      const [first, last] = [boxes[0], boxes.at(-1)];
      const stage = card.offsetParent?.getBoundingClientRect();
      if (!first || !last || !stage) return;
      const room = document.documentElement.clientWidth - 8 - card.offsetWidth;
      const above = last.bottom + card.offsetHeight + 8 > innerHeight && first.top > card.offsetHeight + 8;
      card.style.left = `${Math.max(8, Math.min((boxes.length > 1 ? stage.left : first.left) - 8, room)) - stage.left}px`;
      card.style.top = `${(above ? first.top - card.offsetHeight - 6 : last.bottom + 6) - stage.top}px`;
    },
  };
}

/** @param {'previous' | 'next' | 'close'} name @param {string} label @param {() => void} onclick */
function control(name, label, onclick) {
  return make('button', {type: 'button', className: `control ${name}`, ariaLabel: label, title: label, onclick}, icon(name));
}
