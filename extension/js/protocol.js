// Every message between the parts of the extension, and the checks that both ends make.
// Loaded like ext.js: by content scripts as a script, by extension pages as a module.

/**
 * @typedef {'suggestion' | 'warning' | 'error'} Severity
 * @typedef {{offset: number, length: number}} Slot offsets count UTF-16 units from the start of the rewrite's text
 * @typedef {{id: string, offset: number, length: number, text: string, gloss: string | null, slots: Slot[]}} Rewrite
 * @typedef {{id: string, fault: string, entry: string, layer: string, severity: Severity, offset: number, length: number,
 *   text: string, title: string, message: string, why: string, rewrites: Rewrite[]}} Finding
 * @typedef {{language: string | null, findings: Finding[]}} CheckReport
 * @typedef {'ok' | 'away' | 'slow' | 'key' | 'long' | 'busy' | 'broken' | 'stale'} State how the server took a request:
 *   away: no connection; slow: no answer in time; key: 401 or 403; long: 413; busy: 429; broken: anything else
 *   that is not an answer of the contract; stale: a newer request took its place
 * @typedef {{state: State, report?: CheckReport | undefined, wait?: number}} Outcome wait: seconds until the next try is welcome
 *
 * @typedef {{kind: 'hello'}} Hello content → background: answers {css, texts}
 * @typedef {{kind: 'check', text: string}} Check content → background: answers an Outcome
 * @typedef {{kind: 'ignore', what: 'entry' | 'fault', id: string, title: string}} Ignore content → background
 * @typedef {{kind: 'seen', state: State, language: string | null, count: number}} Seen content → background, for badge and popup
 * @typedef {{kind: 'server'}} Server page → background: answers {state}
 * @typedef {{kind: 'sites'}} Sites page → background: the sites have changed; answers when they are in force
 * @typedef {{kind: 'command', name: 'next' | 'previous' | 'card'}} Command background → content
 * @typedef {{kind: 'recheck'}} Recheck background → content: the settings have changed
 * @typedef {{kind: 'switch', sites: string[]}} Switch background → content: the sites that are on; answers true, the script is there
 * @typedef {Hello | Check | Ignore | Seen | Server | Sites | Command | Recheck | Switch} Message
 */

var protocol = (() => {
  const isText = (/** @type {unknown} */ value) => typeof value === 'string';
  const isCount = (/** @type {unknown} */ value) => Number.isInteger(value) && /** @type {number} */ (value) >= 0;
  const oneOf = (/** @type {unknown[]} */ ...values) => (/** @type {unknown} */ value) => values.includes(value);
  const isState = oneOf('ok', 'away', 'slow', 'key', 'long', 'busy', 'broken', 'stale');

  /** @type {Record<string, Record<string, (value: unknown) => boolean>>} */
  const FIELDS = {
    hello: {},
    check: {text: isText},
    ignore: {what: oneOf('entry', 'fault'), id: isText, title: isText},
    seen: {state: isState, language: value => value === null || isText(value), count: isCount},
    server: {},
    sites: {},
    command: {name: oneOf('next', 'previous', 'card')},
    recheck: {},
    switch: {sites: value => Array.isArray(value) && value.every(isText)},
  };

  /**
   * @param {unknown} value what came in
   * @returns {Message | null} null when it is no message of this extension
   */
  function message(value) {
    const record = /** @type {Record<string, unknown>} */ (value);
    const fields = Object.hasOwn(FIELDS, String(record?.kind)) ? FIELDS[String(record.kind)] : undefined;
    if (!fields || Object.entries(fields).some(([name, valid]) => !valid(record[name]))) return null;
    return /** @type {Message} */ (value);
  }

  /** @param {any} span @param {number} size @returns {boolean} whether it lies in a text of that many UTF-16 units */
  const inside = (span, size) => isCount(span?.offset) && isCount(span.length) && span.offset + span.length <= size;

  /** @param {any} value @param {string} text @returns {Rewrite | null} */
  function rewrite(value, text) {
    if (!inside(value, text.length) || !isText(value.text)) return null;
    const {offset, length, text: replacement} = value;
    const slots = Array.isArray(value.slots) ? value.slots : [];
    return {
      id: String(value.id), offset, length, text: replacement, gloss: isText(value.gloss) ? value.gloss : null,
      slots: slots.filter((/** @type {any} */ slot) => inside(slot, replacement.length)),
    };
  }

  /** @param {any} value @param {string} text @returns {Finding | null} */
  function finding(value, text) {
    if (!inside(value, text.length) || !value.length || text.slice(value.offset, value.offset + value.length) !== value.text) return null;
    const {offset, length, fault, severity} = value;
    if (!isText(fault) || !['suggestion', 'warning', 'error'].includes(severity)) return null;
    const rewrites = Array.isArray(value.rewrites) ? value.rewrites : [];
    return {
      id: String(value.id), fault, entry: String(value.entry ?? fault), layer: String(value.layer), severity, offset, length, text: value.text,
      title: String(value.title ?? fault), message: String(value.message ?? ''), why: String(value.why ?? ''),
      rewrites: rewrites.flatMap((/** @type {unknown} */ each) => rewrite(each, text) ?? []),
    };
  }

  /**
   * @param {any} value the server's answer to POST /v1/check
   * @param {string} text the text that was checked
   * @returns {CheckReport | null} null when it is no report; a finding that does not fit the text is left out
   */
  function report(value, text) {
    if (!Array.isArray(value?.findings) || typeof value.language !== 'object') return null;
    const code = value.language?.code;
    return {
      language: isText(code) ? code : null,
      findings: value.findings.flatMap((/** @type {unknown} */ each) => finding(each, text) ?? []),
    };
  }

  /** @param {any} value @returns {Outcome} what a content script makes of the background's answer */
  const outcome = value => isState(value?.state) && (value.state !== 'ok' || value.report) ? value : {state: 'away'};

  return Object.freeze({message, report, outcome});
})();
globalThis.protocol = protocol;
