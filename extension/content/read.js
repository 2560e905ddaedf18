// The text of a contenteditable as a customer would read it, and the way back from an offset to a place in the page.
// Nothing here changes the page.

/**
 * @typedef {{node: Text, at: number, offset: number, length: number}} Segment a run of a text node: `at` in the node, `offset` in the text
 * @typedef {{text: string, segments: Segment[]}} Reading
 */

/** Quoted mail, signatures and what stands above a quote: never read, marked or touched. */
const FOREIGN = 'blockquote,.gmail_quote,.gmail_signature,.gmail_attr,.moz-cite-prefix,.moz-signature,.yahoo_quoted,'
  + '.protonmail_quote,.protonmail_signature_block,.tutanota_quote,.x_gmail_quote,[data-smartmail],#_rc_sig,#reply-intro,#Signature,#signature,'
  + '[id^=ms-outlook-mobile-signature]';
/** Outlook puts the quoted message after these, not into them. */
const END = '#divRplyFwdMsg,#appendonsend,#mail-editor-reference-message-container,#OLK_SRC_BODY_SECTION';
/** What an editor keeps for itself. */
const INTERNAL = 'script,style,template,[data-mce-bogus=all],[data-slate-placeholder],.ProseMirror-separator,.ql-ui,.cm-widgetBuffer,[hidden]';
const BLOCK = new Set(('ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER '
  + 'HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL').split(' '));
/** Signs that editors put in to hold a caret; nobody sees them. */
const INVISIBLE = /[\u200b\u2060\ufeff]+/g;
/** Stands for a picture, a mention or another island that cannot be written into. */
const ISLAND = '\ufffc';

/**
 * @param {Element} root
 * @param {boolean} keepsBreaks whether a line break in the source is one on the screen (white-space: pre and its kin)
 * @returns {Reading}
 */
function readEditable(root, keepsBreaks) {
  /** @type {string[]} Joined at the end: to look into a text that is still growing copies all of it. */
  const parts = [];
  let length = 0;
  let lineIsOpen = false;
  let ended = false;
  /** @type {Segment[]} */
  const segments = [];
  /** @param {string} part */
  const add = part => {
    parts.push(part);
    length += part.length;
    lineIsOpen = !part.endsWith('\n');
  };
  const closeLine = () => { if (lineIsOpen) add('\n'); };

  /** @param {Text} node @param {boolean} verbatim */
  function readText(node, verbatim) {
    const {data} = node;
    if (!verbatim && !lineIsOpen && /^[ \t\r\n]*$/.test(data)) return;
    /** @param {number} at @param {number} end */
    const take = (at, end) => {
      if (at === end) return;
      segments.push({node, at, offset: length, length: end - at});
      // One sign for one, so that offsets stay the same.
      const part = data.slice(at, end).replaceAll('\u00a0', ' ');
      add(verbatim ? part : part.replace(/[\t\r\n]/g, ' '));
    };
    let at = 0;
    for (const {index, 0: signs} of data.matchAll(INVISIBLE)) {
      take(at, index);
      at = index + signs.length;
    }
    take(at, data.length);
  }

  /** @param {Node} parent @param {boolean} verbatim */
  function readChildren(parent, verbatim) {
    for (let node = parent.firstChild; node && !ended; node = node.nextSibling) {
      if (node.nodeType === 3) readText(/** @type {Text} */ (node), verbatim);
      else if (node.nodeType === 1) readElement(/** @type {HTMLElement} */ (node), verbatim);
    }
  }

  /** @param {HTMLElement} element @param {boolean} verbatim */
  function readElement(element, verbatim) {
    const name = element.nodeName;
    if (name === 'BR') {
      add('\n');
    } else if (element.matches(END)) {
      ended = true;
    } else if (element.matches(INTERNAL)) {
      // Not part of the reply.
    } else if (element.matches(FOREIGN)) {
      closeLine();
    } else if (name === 'IMG' || element.getAttribute('contenteditable') === 'false') {
      if (name === 'IMG' || element.textContent || element.querySelector('img')) add(ISLAND);
    } else if (BLOCK.has(name)) {
      closeLine();
      readChildren(element, verbatim || name === 'PRE');
      closeLine();
    } else {
      readChildren(element, verbatim);
    }
  }

  readChildren(root, keepsBreaks);
  return {text: parts.join(''), segments};
}

/**
 * @param {Segment[]} segments
 * @param {number} offset
 * @returns {Segment | undefined} the segment that holds the unit at this offset, else the next one
 */
function segmentAt(segments, offset) {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const {offset: from, length} = /** @type {Segment} */ (segments[middle]);
    if (from + length <= offset) low = middle + 1;
    else high = middle;
  }
  return segments[low];
}

/**
 * @param {Reading} reading
 * @param {number} start
 * @param {number} end
 * @returns {{start: {node: Text, at: number}, end: {node: Text, at: number}} | null} null when nothing of it is in the page
 */
function placesOf({segments}, start, end) {
  const last = segments.at(-1);
  if (!last) return null;
  // An empty span belongs to the text in front of it, as the caret does.
  const from = segmentAt(segments, start === end ? Math.max(0, start - 1) : start) ?? last;
  const to = segmentAt(segments, Math.max(start, end - 1)) ?? last;
  /** @param {Segment} segment @param {number} offset */
  const place = (segment, offset) => ({node: segment.node, at: segment.at + Math.min(Math.max(0, offset - segment.offset), segment.length)});
  return {start: place(from, start), end: place(start === end ? from : to, end)};
}

/**
 * @param {Reading} reading
 * @param {Node} node
 * @param {number} at as in a Range
 * @returns {number | null} the offset in the text; null outside of what was read
 */
function offsetOf({text, segments}, node, at) {
  const inNode = segments.filter(segment => segment.node === node);
  const segment = inNode.findLast(each => each.at <= at) ?? inNode[0];
  if (segment) return segment.offset + Math.min(Math.max(0, at - segment.at), segment.length);
  // Between elements: the first segment behind that place.
  const next = node.childNodes[at];
  if (node.nodeType !== 1) return null;
  const following = segments.find(each => next
    ? next.contains(each.node) || next.compareDocumentPosition(each.node) & 4
    : !node.contains(each.node) && node.compareDocumentPosition(each.node) & 4);
  return following ? following.offset : text.length;
}
