// The column beside the reply: its score, what may hurt, what is missing, what it does well.

import {icon, make, shape, slotted} from './make.js';

/** @typedef {import('./texts.js').Texts} Texts */

/** @param {string} id @param {...(Node | null)} children an empty section leaves the page */
function fill(id, ...children) {
  const section = /** @type {HTMLElement} */ (document.getElementById(id));
  const present = children.filter(child => child !== null);
  section.replaceChildren(...present);
  section.hidden = present.length === 0;
}

/** @param {number | null} score 0 to 100; null for no reply @param {Texts} texts */
export function showScore(score, texts) {
  if (score === null) {
    fill('score');
    return;
  }
  const grade = score === 100 ? 3 : score >= 80 ? 2 : score >= 50 ? 1 : 0;
  const circle = {cx: 32, cy: 32, r: 27, pathLength: 100};
  fill('score',
    shape('svg', {viewBox: '0 0 64 64', class: `ring grade-${grade}`, role: 'img', 'aria-label': texts.scoreOf(score)},
      shape('circle', {...circle, class: 'track'}),
      shape('circle', {...circle, class: 'value', 'stroke-dasharray': `${score} 100`, transform: 'rotate(-90 32 32)'}),
      shape('text', {x: 32, y: 32, 'aria-hidden': 'true'}, document.createTextNode(String(score)))),
    make('div', {}, make('h2', {}, texts.score), make('p', {}, texts.scores[grade] ?? '')));
}

/**
 * @param {import('./service.js').Finding[] | null} findings null for no report
 * @param {Texts} texts
 * @param {string} language the reply's
 * @param {(id: string) => void} open
 */
export function showFindings(findings, texts, language, open) {
  if (findings === null) fill('findings');
  else if (findings.length === 0) fill('findings', make('h2', {}, texts.findings), make('p', {className: 'all-well'}, icon('done'), texts.nothingFound));
  else {
    fill('findings', make('h2', {}, texts.findings), make('ol', {className: 'rows'}, ...findings.map(finding => make('li', {},
      make('button', {type: 'button', className: 'row', data: {finding: finding.id}, onclick: () => open(finding.id)},
        icon(finding.severity),
        make('span', {}, make('span', {className: 'unseen'}, `${texts.severities[finding.severity]}: `),
          make('strong', {}, finding.title), make('span', {className: 'quoted', lang: language}, finding.text)))))));
  }
}

/**
 * @param {import('./service.js').Missing[]} missing
 * @param {Texts} texts
 * @param {{reply: string, gloss: string}} languages
 * @param {(missing: import('./service.js').Missing, phrase: import('./service.js').Phrase) => void} insert
 */
export function showMissing(missing, texts, {reply, gloss}, insert) {
  if (missing.length === 0) {
    fill('missing');
    return;
  }
  fill('missing', make('h2', {}, texts.missing), ...missing.map(item => {
    const [first, ...others] = item.phrases.map(phrase => make('li', {},
      make('button', {type: 'button', className: 'phrase', onclick: () => insert(item, phrase)},
        icon('insert'), make('span', {className: 'unseen'}, `${texts.insert}: `),
        make('span', {className: 'words', lang: reply}, ...slotted(phrase.text, phrase.slots)),
        phrase.gloss && gloss !== reply && make('span', {className: 'gloss', lang: gloss}, phrase.gloss))));
    return make('div', {className: 'move', data: {move: item.move}},
      make('h3', {}, item.title),
      make('p', {className: 'hint'}, item.why),
      make('ul', {className: 'phrases'}, first),
      others.length > 0 && make('details', {}, make('summary', {}, texts.more(others.length)), make('ul', {className: 'phrases'}, ...others)));
  }));
}

/**
 * @param {import('./service.js').Made[]} made
 * @param {Texts} texts
 * @param {(made: import('./service.js').Made) => void} point
 */
export function showMoves(made, texts, point) {
  fill('moves', ...(made.length === 0 ? [] : [make('h2', {}, texts.made), make('ul', {className: 'ticks'}, ...made.map(move => make('li', {},
    make('button', {type: 'button', className: 'tick', onclick: () => point(move)}, icon('done'), texts.moves[move.move] ?? move.move))))]));
}

/**
 * @param {string[]} off ids of entries
 * @param {Texts} texts
 * @param {(id: string) => void} restore
 */
export function showHushed(off, texts, restore) {
  fill('hushed', off.length === 0 ? null : make('details', {},
    make('summary', {}, `${texts.hushed} (${off.length})`),
    make('ul', {className: 'ticks'}, ...off.map(id => make('li', {}, make('code', {}, id), ' ',
      make('button', {type: 'button', className: 'link', ariaLabel: `${texts.restore}: ${id}`, onclick: () => restore(id)}, texts.restore))))));
}
