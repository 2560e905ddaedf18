// The differences between two texts, word by word.

/** @typedef {{kind: 'same' | 'gone' | 'new', text: string}} Piece */

/** Cells of the table above which a stretch counts as wholly replaced, so that no text can hold up the page. */
const MAX_CELLS = 4_000_000;
/** Words that two changes must have between them to count as two: a lone «the» or «не» is chance and only confuses the eye. */
const ANCHOR = 3;

/**
 * @param {string} before
 * @param {string} after
 * @returns {Piece[]} in reading order; those not `new` make up `before`, those not `gone` make up `after`
 */
export function differences(before, after) {
  const a = words(before);
  const b = words(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return grouped([
    {kind: 'same', text: a.slice(0, head).join('')},
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    {kind: 'same', text: a.slice(a.length - tail).join('')},
  ]);
}

/** @param {string} text @returns {string[]} words, spaces and marks, each by itself */
function words(text) {
  return text.match(/[\p{L}\p{M}\p{N}’'-]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
}

/**
 * The longest common subsequence.
 * @param {string[]} a
 * @param {string[]} b
 * @returns {Piece[]} word by word
 */
function middle(a, b) {
  if (a.length * b.length > MAX_CELLS) return [{kind: 'gone', text: a.join('')}, {kind: 'new', text: b.join('')}];
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (/** @type {number} */ i, /** @type {number} */ j) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  /** @type {Piece[]} */
  const pieces = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [gone, fresh] = [a[i], b[j]];
    if (gone !== undefined && gone === fresh) {
      pieces.push({kind: 'same', text: gone});
      i += 1;
      j += 1;
    } else if (gone !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({kind: 'gone', text: gone});
      i += 1;
    } else if (fresh !== undefined) {
      pieces.push({kind: 'new', text: fresh});
      j += 1;
    } else return pieces;
  }
}

/**
 * Gathers pieces into stretches kept and changes; in a change, what is gone stands before what is new.
 * @param {Piece[]} pieces
 * @returns {Piece[]}
 */
function grouped(pieces) {
  /** @type {Piece[]} */
  const found = [];
  let [gone, fresh, kept] = ['', '', ''];
  const close = () => {
    for (const piece of /** @type {Piece[]} */ ([{kind: 'gone', text: gone}, {kind: 'new', text: fresh}, {kind: 'same', text: kept}])) {
      if (piece.text) found.push(piece);
    }
    [gone, fresh, kept] = ['', '', ''];
  };
  for (const {kind, text} of pieces) {
    if (kind === 'same') kept += text;
    else {
      if (!(gone || fresh) || isAnchor(kept)) close();
      gone += kept + (kind === 'gone' ? text : '');
      fresh += kept + (kind === 'new' ? text : '');
      kept = '';
    }
  }
  close();
  return found;
}

/** @param {string} text kept between two changes */
function isAnchor(text) {
  return text.includes('\n') || (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= ANCHOR;
}
