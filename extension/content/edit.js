// Pure functions over texts, edits and spans. Offsets count UTF-16 units.

/**
 * @typedef {{offset: number, length: number}} Span
 * @typedef {{start: number, end: number, insert: string}} Edit replaces what lies from start to end
 */

/** @param {string} text @param {Edit} edit @returns {string} */
function edited(text, {start, end, insert}) {
  return text.slice(0, start) + insert + text.slice(end);
}

/**
 * @param {string} before
 * @param {string} after
 * @returns {Edit} the one edit, as small as can be, that makes the second text of the first
 */
function difference(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  return {start, end: before.length - tail, insert: after.slice(start, after.length - tail)};
}

/**
 * Where a span lies after an edit.
 * @template {Span} T
 * @param {T} span
 * @param {Edit} edit
 * @returns {T | null} null when the edit touched it, or made a word at its border longer
 */
function remapSpan(span, {start, end, insert}) {
  const spanEnd = span.offset + span.length;
  if (start >= spanEnd) return start === spanEnd && /^[\p{L}\p{M}\p{N}]/u.test(insert) ? null : span;
  if (end > span.offset || (end === span.offset && /[\p{L}\p{M}\p{N}]$/u.test(insert))) return null;
  return {...span, offset: span.offset + insert.length - (end - start)};
}

/**
 * Findings after an edit: those it touched are gone, and so are the rewrites of a sentence it touched.
 * @param {Finding[]} findings
 * @param {Edit} edit
 * @returns {Finding[]}
 */
function remapFindings(findings, edit) {
  return findings.flatMap(each => {
    const finding = remapSpan(each, edit);
    return finding ? [{...finding, rewrites: each.rewrites.flatMap(rewrite => remapSpan(rewrite, edit) ?? [])}] : [];
  });
}

/** A position a caret may stand at: not within a surrogate pair nor before a mark that belongs to the letter in front. */
const UNBREAKABLE = /^[\p{M}\u200d\udc00-\udfff]/u;

/** @param {string} text @param {number} position @returns {boolean} */
const breakable = (text, position) => !UNBREAKABLE.test(text.slice(position, position + 2))
  && !/[\u200d\ud800-\udbff]/.test(text[position - 1] ?? '');

/**
 * The least that must be written to turn a span of the text into a replacement. What both have in common at either
 * end stays untouched, so that bold and links there survive. Where nothing would be inserted, the span takes in a
 * neighbour, because editors lose formatting or the caret over an empty insertion.
 * @param {string} text
 * @param {Span & {text: string}} replacement
 * @returns {Edit}
 */
function leastEdit(text, {offset, length, text: insert}) {
  const old = text.slice(offset, offset + length);
  const change = difference(old, insert);
  let start = change.start;
  let tail = old.length - change.end;
  while (start > 0 && !(breakable(old, start) && breakable(insert, start))) start--;
  while (tail > 0 && !(breakable(old, old.length - tail) && breakable(insert, insert.length - tail))) tail--;
  const edit = {start: offset + start, end: offset + length - tail, insert: insert.slice(start, insert.length - tail)};
  if (edit.insert || edit.start === edit.end) return edit;
  const after = /^[^\n\ufffc]\S*/u.exec(text.slice(edit.end))?.[0] ?? '';
  const before = after ? '' : /\S*[^\n\ufffc]$/u.exec(text.slice(0, edit.start))?.[0] ?? '';
  return {start: edit.start - before.length, end: edit.end + after.length, insert: before + after};
}
