// The differences between two texts, word by word.

/** @typedef {{kind: 'same' | 'gone' | 'new', text: string}} Piece */

/** Cells of the table above which a stretch counts as wholly replaced: 4 million take about 40 ms. */
const MAX_CELLS = 4_000_000;

/**
 * @param {string} before
 * @param {string} after
 * @returns {Piece[]} pieces in reading order; those not `new` make up `before`, those not `gone` make up `after`
 */
export function differences(before, after) {
  const a = words(before);
  const b = words(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  /** @type {Piece[]} */
  const pieces = [];
  put(pieces, 'same', a.slice(0, head));
  middle(pieces, a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  put(pieces, 'same', a.slice(a.length - tail));
  return pieces;
}

/** @param {string} text @returns {string[]} words, spaces and marks, each by itself */
function words(text) {
  return text.match(/[\p{L}\p{M}\p{N}’'-]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
}

/**
 * The longest common subsequence of words.
 * @param {Piece[]} pieces
 * @param {string[]} a
 * @param {string[]} b
 */
function middle(pieces, a, b) {
  if (a.length * b.length > MAX_CELLS) {
    put(pieces, 'gone', a);
    put(pieces, 'new', b);
    return;
  }
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (/** @type {number} */ i, /** @type {number} */ j) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    // A space alone between two changed words is no anchor: the eye would see a checkerboard.
    if (i < a.length && j < b.length && a[i] === b[j] && !(isSpace(a[i]) && changes(a, b, i, j))) {
      put(pieces, 'same', [a[i] ?? '']);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      put(pieces, 'gone', [a[i] ?? '']);
      i += 1;
    } else {
      put(pieces, 'new', [b[j] ?? '']);
      j += 1;
    }
  }
}

/** @param {string | undefined} word */
function isSpace(word) {
  return word === ' ';
}

/** @param {string[]} a @param {string[]} b @param {number} i @param {number} j whether the words around a space both differ */
function changes(a, b, i, j) {
  return a[i - 1] !== b[j - 1] && a[i + 1] !== b[j + 1];
}

/** @param {Piece[]} pieces @param {Piece['kind']} kind @param {string[]} list */
function put(pieces, kind, list) {
  const text = list.join('');
  if (!text) return;
  const last = pieces.findLast(piece => piece.kind === kind);
  const open = pieces.length - (kind === 'same' ? 1 : 2);
  // Within one change the words gone come together before the words new.
  if (last && pieces.indexOf(last) >= open && (kind === 'same' || pieces.at(-1)?.kind !== 'same')) last.text += text;
  else if (kind === 'gone' && pieces.at(-1)?.kind === 'new') pieces.splice(-1, 0, {kind, text});
  else pieces.push({kind, text});
}
