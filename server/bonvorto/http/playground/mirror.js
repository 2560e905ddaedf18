// The text of the reply once more, see-through, behind the textarea: it carries the marks. It has a block for each
// paragraph, so that a key lays out one paragraph anew, not the whole text.

import {make} from './make.js';

/** @typedef {{id: string, offset: number, length: number, severity: string}} Mark */
/** @typedef {{text: string, marks: Mark[]}} Paragraph offsets of its marks count from its start */
/** @typedef {Paragraph & {element: HTMLElement, nodes: Text[], spans: HTMLElement[]}} Block nodes: of text, mark, text, mark … text */

/** @param {HTMLElement} element laid out exactly as the textarea */
export function createMirror(element) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {Map<string, HTMLElement>} */
  let drawn = new Map();
  /** @type {HTMLElement | undefined} */
  let lit;
  let open = '';

  /** @param {string} id of the mark whose card is open; '' for none */
  function point(id) {
    open = id;
    if (lit !== drawn.get(id)) lit?.classList.remove('open');
    lit = drawn.get(id);
    lit?.classList.add('open');
  }

  return {
    point,
    /** @param {string} text @param {Mark[]} marks sorted */
    draw(text, marks) {
      const next = paragraphs(text, marks);
      const shorter = Math.min(blocks.length, next.length);
      let head = 0;
      while (head < shorter && alike(blocks[head], next[head])) head += 1;
      let tail = 0;
      while (tail < shorter - head && alike(blocks.at(-1 - tail), next.at(-1 - tail))) tail += 1;
      const old = blocks.slice(head, blocks.length - tail);
      const changed = next.slice(head, next.length - tail);
      if (old.length === changed.length) changed.forEach((paragraph, index) => redraw(/** @type {Block} */ (old[index]), paragraph));
      else {
        const fresh = changed.map(build);
        const behind = blocks[blocks.length - tail]?.element ?? null;
        for (const block of old) block.element.remove();
        for (const block of fresh) element.insertBefore(block.element, behind);
        blocks.splice(head, old.length, ...fresh);
      }
      // A new report may give new ids to the same marks.
      blocks.forEach((block, index) => Object.assign(block, next[index]));
      drawn = new Map(blocks.flatMap(block => block.marks.map(({id}, index) => /** @type {[string, HTMLElement]} */ ([id, block.spans[index]]))));
      point(open);
    },
    /** @param {string} id @returns {DOMRect[]} the boxes of a mark, a line each */
    boxes(id) {
      return [...drawn.get(id)?.getClientRects() ?? []];
    },
    /** @param {number} x @param {number} y in the viewport @returns {string} id of the mark there, or '' */
    markAt(x, y) {
      let [low, high] = [0, blocks.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((blocks[middle]?.element.getBoundingClientRect().bottom ?? y) < y) low = middle + 1;
        else high = middle;
      }
      const block = blocks[low];
      const at = block?.spans.findIndex(span => [...span.getClientRects()].some(box => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom));
      return block?.marks[at ?? -1]?.id ?? '';
    },
  };
}

/**
 * @param {string} text
 * @param {Mark[]} marks
 * @returns {Paragraph[]} what stands between line breaks; a mark over a line break joins its lines, a mark within a mark is left out
 */
function paragraphs(text, marks) {
  const found = [];
  let next = 0;
  let start = 0;
  do {
    let end = lineEnd(text, start);
    let last = start;
    const own = [];
    for (let mark = marks[next]; mark && mark.offset <= end; mark = marks[next += 1]) {
      if (mark.offset < last) continue;
      own.push({...mark, offset: mark.offset - start});
      last = mark.offset + mark.length;
      if (last > end) end = lineEnd(text, last);
    }
    found.push({text: text.slice(start, end), marks: own});
    start = end + 1;
  } while (start <= text.length);
  return found;
}

/** @param {string} text @param {number} from @returns {number} where the line ends that goes on from there */
function lineEnd(text, from) {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** @param {Paragraph | undefined} one @param {Paragraph | undefined} other @returns {boolean} whether they look the same */
function alike(one, other) {
  return one?.text === other?.text && one?.marks.length === other?.marks.length && Boolean(one?.marks.every((mark, index) => {
    const twin = other?.marks[index];
    return mark.offset === twin?.offset && mark.length === twin.length && mark.severity === twin.severity;
  }));
}

/** @param {Paragraph} paragraph @returns {string[]} text, mark, text, mark … text */
function pieces({text, marks}) {
  const found = [];
  let last = 0;
  for (const {offset, length} of marks) {
    found.push(text.slice(last, offset), text.slice(offset, offset + length));
    last = offset + length;
  }
  return [...found, text.slice(last)];
}

/** @param {Paragraph} paragraph @returns {Block} */
function build(paragraph) {
  const nodes = pieces(paragraph).map(piece => document.createTextNode(piece));
  const spans = paragraph.marks.map(({severity}, index) => make('span', {className: `mark ${severity}`}, nodes[2 * index + 1]));
  return {...paragraph, nodes, spans, element: make('div', {}, ...nodes.map((node, index) => index % 2 ? spans[index >> 1] : node))};
}

/** @param {Block} block is made to show the paragraph @param {Paragraph} paragraph */
function redraw(block, paragraph) {
  if (paragraph.marks.map(({severity}) => severity).join() !== block.marks.map(({severity}) => severity).join()) {
    const fresh = build(paragraph);
    block.element.replaceWith(fresh.element);
    Object.assign(block, fresh);
    return;
  }
  for (const [index, piece] of pieces(paragraph).entries()) {
    const node = /** @type {Text} */ (block.nodes[index]);
    if (node.data === piece) continue;
    // In a paragraph of a thousand marks Chromium takes 0.3 s to change the data of a node, and 0.02 s to change the node.
    const fresh = document.createTextNode(piece);
    node.replaceWith(fresh);
    block.nodes[index] = fresh;
  }
}
