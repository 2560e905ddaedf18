// The reply's textarea, with a mirror behind it that carries the marks: typing, undo, spelling and
// screen readers stay the browser's own.

import {editBetween} from './spans.js';
import {make} from './make.js';

/** @typedef {{id: string, offset: number, length: number, severity: string}} Mark */

/**
 * @param {HTMLTextAreaElement} area
 * @param {HTMLElement} mirror laid out exactly as the textarea
 * @param {(edit: import('./spans.js').Edit) => void} edited hears of every change
 */
export function createEditor(area, mirror, edited) {
  let text = area.value;
  /** @type {Mark[]} */
  let marks = [];
  /** @type {Map<string, HTMLElement>} */
  let drawn = new Map();
  let open = '';

  function draw() {
    drawn = new Map();
    /** @type {(string | HTMLElement)[]} */
    const parts = [];
    let last = 0;
    for (const {id, offset, length, severity} of marks) {
      const words = text.slice(offset, offset + length);
      const span = make('span', {className: `mark ${severity}${id === open ? ' open' : ''}`}, words);
      drawn.set(id, span);
      parts.push(text.slice(last, offset), span);
      last = offset + length;
    }
    // The zero-width space gives a last empty line its height.
    mirror.replaceChildren(...parts, `${text.slice(last)}\u200b`);
  }

  area.addEventListener('input', () => {
    const edit = editBetween(text, area.value);
    text = area.value;
    edited(edit);
  });
  draw();

  return {
    /** @returns {string} */
    get text() {
      return text;
    },
    /** @returns {number} where the caret stands */
    get caret() {
      return area.selectionStart;
    },
    /** @param {Mark[]} next sorted, without overlap */
    show(next) {
      marks = next;
      draw();
    },
    /** @param {string} id of the mark whose card is open; '' for none */
    point(id) {
      drawn.get(open)?.classList.remove('open');
      drawn.get(id)?.classList.add('open');
      open = id;
    },
    /** @param {string} id @returns {DOMRect[]} the boxes of a mark, a line each */
    boxes(id) {
      return [...drawn.get(id)?.getClientRects() ?? []];
    },
    /** @param {number} x @param {number} y in the viewport @returns {string} id of the mark there, or '' */
    markAt(x, y) {
      for (const [id, span] of drawn) {
        for (const box of span.getClientRects()) {
          if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return id;
        }
      }
      return '';
    },
    /** @param {number} offset @param {number} length */
    select(offset, length) {
      area.focus();
      area.setSelectionRange(offset, offset + length);
    },
    /**
     * Puts words in as if they were typed, so that one undo takes them back.
     * @param {number} offset
     * @param {number} length
     * @param {string} words
     * @param {import('./service.js').Slot[]} [slots] the first is selected, ready to be filled in
     */
    replace(offset, length, words, slots = []) {
      const expected = text.slice(0, offset) + words + text.slice(offset + length);
      area.focus();
      area.setSelectionRange(offset, offset + length);
      // Deprecated on paper, yet the only way that every browser puts on its undo stack.
      const done = words === '' ? document.execCommand('delete') : document.execCommand('insertText', false, words);
      if (!done || area.value !== expected) {
        area.value = expected;
        area.dispatchEvent(new InputEvent('input', {inputType: 'insertReplacementText'}));
      }
      const [slot] = slots;
      if (slot) area.setSelectionRange(offset + slot.offset, offset + slot.offset + slot.length);
    },
    undo() {
      area.focus();
      document.execCommand('undo');
    },
  };
}
