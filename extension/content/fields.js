// Which boxes of a page are checked, and one way to read, measure and select in all of them.

/**
 * @typedef {{
 *   element: HTMLElement, rich: boolean,
 *   read: () => string,
 *   range: (start: number, end: number, reuse?: Range) => Range | null,
 *   select: (start: number, end: number) => void,
 *   selection: () => {start: number, end: number} | null,
 *   moved: () => void,
 *   close: () => void,
 * }} Field
 *   read: the text now, which the offsets of all else here refer to; range: to paint and to measure, in the page or in a mirror;
 *   moved: the box has scrolled and its marks
 *   must follow at once
 */

const OPTED_OUT = '[data-gramm=false]:not([data-slate-editor]),[data-gramm_editor=false],[data-enable-grammarly=false],[data-lt-active=false],'
  + '[data-bonvorto=false]';
const SECRET_PURPOSE = /(^|\s)(one-time-code|current-password|new-password|cc-\S+)(\s|$)/;
const SECRET_NAME = /passw|\botp\b|one.?time|2fa|mfa|cvv|cvc|card.?num|iban|captcha|(^|[^a-z])pin([^a-z]|$)/i;

/**
 * @param {EventTarget | null} target where the focus is
 * @returns {HTMLElement | null} the box to check; null where there is none or it wants to be left alone
 */
function editableBox(target) {
  const element = /** @type {HTMLElement | null} */ (target);
  if (element?.nodeType !== 1) return null;
  const box = element.nodeName === 'TEXTAREA' || element.nodeName === 'INPUT' ? valueBox(/** @type {HTMLInputElement} */ (element)) : richBox(element);
  return box && !box.closest(OPTED_OUT) && box.ariaReadOnly !== 'true' && box.ariaDisabled !== 'true' ? box : null;
}

/** @param {HTMLInputElement | HTMLTextAreaElement} element @returns {HTMLElement | null} */
function valueBox(element) {
  if (element.disabled || element.readOnly || SECRET_PURPOSE.test(element.autocomplete)) return null;
  if (element.nodeName === 'TEXTAREA') return element;
  if (!['text', 'search'].includes(element.type) || ['numeric', 'decimal', 'tel', 'none'].includes(element.inputMode)) return null;
  // A page that shows a password turns the type of its input into text; the name stays.
  return SECRET_NAME.test(`${element.name} ${element.id} ${element.placeholder} ${element.ariaLabel ?? ''}`) ? null : element;
}

/** @param {HTMLElement} element @returns {HTMLElement | null} */
function richBox(element) {
  const document = element.ownerDocument;
  if (document.designMode === 'on') return document.body;
  if (!element.isContentEditable) return null;
  let box = element;
  while (box.parentElement?.isContentEditable) box = box.parentElement;
  return box;
}

/** @param {HTMLElement} element @returns {Field} */
function fieldOf(element) {
  return 'value' in element ? valueField(/** @type {HTMLTextAreaElement} */ (element)) : richField(element);
}

/** @param {HTMLTextAreaElement | HTMLInputElement} element @returns {Field} */
function valueField(element) {
  /** @type {ReturnType<typeof createMirror> | undefined} */
  let mirror;
  return {
    element, rich: false,
    read() {
      mirror?.write(element.value);
      return element.value;
    },
    range(start, end, reuse) {
      mirror ??= createMirror(element);
      return rangeAt(mirror.place(start), mirror.place(end), reuse);
    },
    select: (start, end) => element.setSelectionRange(start, end),
    selection: () => ({start: element.selectionStart ?? 0, end: element.selectionEnd ?? 0}),
    moved: () => mirror?.follow(),
    close: () => mirror?.close(),
  };
}

/**
 * @param {{node: Text, at: number}} start
 * @param {{node: Text, at: number}} end
 * @param {Range} [range] is moved there, and left alone where it is there already
 * @returns {Range}
 */
function rangeAt(start, end, range = start.node.ownerDocument.createRange()) {
  if (range.startContainer !== start.node || range.startOffset !== start.at) range.setStart(start.node, start.at);
  if (range.endContainer !== end.node || range.endOffset !== end.at) range.setEnd(end.node, end.at);
  return range;
}

/** @param {HTMLElement} element @returns {Field} */
function richField(element) {
  const document = element.ownerDocument;
  const keepsBreaks = /pre|break-spaces/.test(document.defaultView?.getComputedStyle(element).whiteSpace ?? '');
  /** @type {Reading} */
  let reading = {text: '', segments: []};
  /** @returns {Selection | null} */
  const selection = () => {
    const root = /** @type {ShadowRoot & {getSelection?: () => Selection | null}} */ (element.getRootNode());
    return root.getSelection?.() ?? document.getSelection();
  };
  return {
    element, rich: true,
    read() {
      reading = readEditable(element, keepsBreaks);
      return reading.text;
    },
    range(start, end, reuse) {
      const places = placesOf(reading, start, end);
      return places && rangeAt(places.start, places.end, reuse);
    },
    select(start, end) {
      const places = placesOf(reading, start, end);
      if (places) selection()?.setBaseAndExtent(places.start.node, places.start.at, places.end.node, places.end.at);
    },
    selection() {
      const now = selection();
      if (!now?.anchorNode || !now.focusNode || !element.contains(now.anchorNode)) return null;
      const anchor = offsetOf(reading, now.anchorNode, now.anchorOffset);
      const focus = offsetOf(reading, now.focusNode, now.focusOffset);
      return anchor === null || focus === null ? null : {start: Math.min(anchor, focus), end: Math.max(anchor, focus)};
    },
    moved() { /* highlights move with the page */ },
    close() { /* nothing was put into the page */ },
  };
}
