// Talks to the Bonvorto server. Only the background worker calls this.
import './protocol.js';

/** How long an answer may take, in ms. */
const PATIENCE = 10_000;

/**
 * @typedef {{server: string, key: string}} Access
 * @typedef {import('./settings.js').Settings} Settings
 */

/**
 * @param {Access} access
 * @param {string} text what the agent wrote
 * @param {{explain: string, gloss: string | null, disable: string[]}} wishes
 * @param {AbortSignal} stale aborted when a newer text is on its way
 * @returns {Promise<Outcome>}
 */
export async function check(access, text, {explain, gloss, disable}, stale) {
  const {body, ...outcome} = await call(access, '/v1/check', stale,
    JSON.stringify({text, explain_in: explain, gloss_in: gloss, disable}));
  if (outcome.state !== 'ok') return outcome;
  const report = protocol.report(body, text);
  return report ? {state: 'ok', report} : {state: 'broken'};
}

/**
 * @param {Access} access
 * @returns {Promise<Outcome>} ok when a Bonvorto server is there and takes the key
 */
export async function test(access) {
  const {body, ...outcome} = await call(access, '/v1/banks', new AbortController().signal);
  return outcome.state === 'ok' && (!body || typeof body !== 'object') ? {state: 'broken'} : outcome;
}

/**
 * @param {Access} access
 * @param {string} path
 * @param {AbortSignal} stale
 * @param {string} [json] what is posted; a GET without it
 * @returns {Promise<Outcome & {body?: unknown}>}
 */
async function call({server, key}, path, stale, json) {
  const late = AbortSignal.timeout(PATIENCE);
  try {
    const response = await fetch(server + path, {
      ...json !== undefined && {method: 'POST', body: json},
      headers: {
        ...json !== undefined && {'Content-Type': 'application/json'},
        ...key && {Authorization: `Bearer ${key}`},
      },
      cache: 'no-store', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([stale, late]),
    });
    if (response.ok) return {state: 'ok', body: await response.json()};
    switch (response.status) {
      case 401: case 403: return {state: 'key'};
      case 413: return {state: 'long'};
      // A date instead of seconds is NaN and falls back too.
      case 429: return {state: 'busy', wait: Number(response.headers.get('Retry-After')) || 30};
      default: return {state: 'broken'};
    }
  } catch (error) {
    if (stale.aborted) return {state: 'stale'};
    if (late.aborted) return {state: 'slow'};
    return {state: error instanceof SyntaxError ? 'broken' : 'away'};
  }
}
