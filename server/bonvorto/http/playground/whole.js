// The whole reply in kinder words, beside the original.

import {differences} from './diff.js';
import {make} from './make.js';

/** @param {string} id */
const byId = id => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * @param {import('./service.js').Report | null} report
 * @param {{checked: string, written: string, language: string}} reply checked: the text that the report is about; written: as it stands
 */
export function showWhole(report, {checked, written, language}) {
  const changed = report?.language.supported && report.rewritten !== checked ? report : null;
  const whole = byId('whole');
  whole.hidden = !changed;
  whole.classList.toggle('stale', checked !== written);
  if (!changed) return;
  const pieces = differences(checked, changed.rewritten);
  const tags = /** @type {const} */ ({gone: 'del', new: 'ins'});
  for (const [id, hidden] of /** @type {const} */ ([['before', 'new'], ['after', 'gone']])) {
    const side = byId(id);
    side.lang = language;
    side.replaceChildren(...pieces.filter(({kind}) => kind !== hidden).map(({kind, text}) => kind === 'same' ? text : make(tags[kind], {}, text)));
  }
  byId('slots-left').hidden = !/\[[^\]\n]+\]/.test(changed.rewritten);
}

/** The reply was edited since. */
export function outdateWhole() {
  byId('whole').classList.add('stale');
}
