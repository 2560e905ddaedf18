// The reply's textarea, with its mirror: typing, undo, spelling and screen readers stay the browser's own.

import {createMirror} from './mirror.js';
import {editBetween} from './spans.js';

/**
 * @param {HTMLTextAreaElement} area
 * @param {HTMLElement} behind the element of the mirror
 * @param {(edit: import('./spans.js').Edit) => void} edited hears of every change
 */
export function createEditor(area, behind, edited) {
  let text = area.value;
  const mirror = createMirror(behind);

  area.addEventListener('input', () => {
    const edit = editBetween(text, area.value);
    text = area.value;
    edited(edit);
  });
  mirror.draw(text, []);

  return {
    /** @returns {string} */
    get text() {
      return text;
    },
    /** @returns {number} where the caret stands */
    get caret() {
      return area.selectionStart;
    },
    /** @param {import('./mirror.js').Mark[]} marks sorted */
    show(marks) {
      mirror.draw(text, marks);
    },
    point: mirror.point,
    boxes: mirror.boxes,
    markAt: mirror.markAt,
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
