// Where things stand in a text that is being edited. Offsets are UTF-16 units, as in JavaScript and on the wire.

/** @typedef {{start: number, removed: number, inserted: number}} Edit units taken away and put in at `start` */

/**
 * @param {string} before
 * @param {string} after
 * @returns {Edit} the one replacement that turns `before` into `after`
 */
export function editBetween(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return {start, removed: before.length - start - tail, inserted: after.length - start - tail};
}

/**
 * @template {{offset: number, length: number}} T
 * @param {T} span
 * @param {Edit} edit
 * @returns {T | null} the span where it now stands; null when the edit touched what it covers
 */
export function shifted(span, edit) {
  if (span.offset + span.length <= edit.start) return span;
  if (span.offset < edit.start + edit.removed) return null;
  return {...span, offset: span.offset + edit.inserted - edit.removed};
}

/**
 * A report moved along with an edit, until the next one comes: what the edit touched is left out.
 * @param {import('./service.js').Report} report
 * @param {Edit} edit
 * @returns {import('./service.js').Report}
 */
export function shiftedReport(report, edit) {
  return {
    ...report,
    findings: kept(report.findings, edit).map(finding => ({...finding, rewrites: kept(finding.rewrites, edit)})),
    missing: report.missing.map(missing => {
      const place = shifted({offset: missing.insert_at, length: 0}, edit);
      return {...missing, insert_at: place ? place.offset : edit.start + edit.inserted};
    }),
    moves: kept(report.moves, edit),
  };
}

/**
 * @template {{offset: number, length: number}} T
 * @param {T[]} spans
 * @param {Edit} edit
 * @returns {T[]}
 */
function kept(spans, edit) {
  return spans.map(span => shifted(span, edit)).filter(span => span !== null);
}
