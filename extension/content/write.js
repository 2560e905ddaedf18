// Writes into a field so that its editor takes part: model, undo and formatting stay right. What each editor accepts was
// tried in both browsers; docs/extension.md has the table.

/** Editors that ignore or mangle execCommand in Chromium. In Firefox it is right everywhere, and all else is wrong. */
const BY_EVENT = '.ck-editor__editable,[data-slate-editor]';
const BY_PASTE = 'trix-editor,.public-DraftEditor-content';
/** Editors that take a snapshot for undo only when they are clicked. */
const CLICKED = '.mce-content-body,.cke_editable,.note-editable';

/** @param {number} ms */
const pause = ms => new Promise(resume => setTimeout(resume, ms));

/**
 * Replaces a span of the field's text. On success the first slot is selected, or the caret stands behind the text.
 * @param {Field} field
 * @param {string} text what the field holds now
 * @param {Span & {text: string, slots: Slot[]}} replacement
 * @returns {Promise<boolean>} false when the page did not take it and holds what it held before, as far as it can be undone
 */
async function write(field, text, replacement) {
  const {element} = field;
  const change = leastEdit(text, replacement);
  if (field.read() !== text || text.slice(change.start, change.end).includes(ISLAND)) return false;
  const expected = edited(text, change);

  element.focus({preventScroll: true});
  field.select(change.start, change.end);
  // Editors learn of a selection by an event that comes later.
  await pause(20);
  const click = field.rich && element.matches(CLICKED);
  if (click) {
    clickOn(element);
    field.select(change.start, change.end);
  }
  if (field.rich && !ext.firefox && element.matches(BY_EVENT)) insertByEvent(field, change);
  else if (field.rich && !ext.firefox && element.matches(BY_PASTE)) insertByPaste(field, change);
  else element.ownerDocument.execCommand('insertText', false, change.insert);
  if (click) {
    send(field, 'InputEvent', 'input', {inputType: 'insertReplacementText', data: change.insert});
    clickOn(element);
  }

  const well = await settled(field, expected);
  if (!well) {
    if (!alike(field.read(), text)) element.ownerDocument.execCommand('undo');
    await settled(field, text);
    return false;
  }
  const [slot] = replacement.slots;
  const start = replacement.offset + (slot ? slot.offset : replacement.text.length);
  field.select(start, start + (slot?.length ?? 0));
  return true;
}

/** Editors turn spaces into no-break ones and add an empty line as they please. @param {string} one @param {string} other */
const alike = (one, other) => one.trimEnd() === other.trimEnd();

/** @param {Field} field @param {string} expected @returns {Promise<boolean>} whether it holds the text within a moment */
async function settled(field, expected) {
  for (const ms of [0, 20, 40, 80, 160]) {
    await pause(ms);
    if (alike(field.read(), expected)) return true;
  }
  return false;
}

/**
 * @param {Field} field
 * @param {'InputEvent' | 'MouseEvent' | 'ClipboardEvent'} type
 * @param {string} name
 * @param {object} init
 */
function send({element}, type, name, init) {
  const window = /** @type {Window & typeof globalThis} */ (element.ownerDocument.defaultView);
  element.dispatchEvent(new window[type](name, {bubbles: true, cancelable: true, composed: true, ...init}));
}

/** Never on a link within, which would be followed. @param {HTMLElement} element */
function clickOn(element) {
  const field = /** @type {Field} */ ({element});
  for (const name of ['mousedown', 'mouseup', 'click']) send(field, 'MouseEvent', name, {});
}

/** @param {Field} field @param {string} text */
function transfer({element}, text) {
  const window = /** @type {Window & typeof globalThis} */ (element.ownerDocument.defaultView);
  const data = new window.DataTransfer();
  data.setData('text/plain', text);
  return data;
}

/** @param {Field} field @param {Edit} change */
function insertByEvent(field, {start, end, insert}) {
  const range = field.range(start, end);
  if (!range) return;
  const window = /** @type {Window & typeof globalThis} */ (field.element.ownerDocument.defaultView);
  send(field, 'InputEvent', 'beforeinput', {
    inputType: 'insertReplacementText', dataTransfer: transfer(field, insert), targetRanges: [new window.StaticRange(range)],
  });
}

/** @param {Field} field @param {Edit} change */
function insertByPaste(field, {insert}) {
  send(field, 'ClipboardEvent', 'paste', {clipboardData: transfer(field, insert)});
}
