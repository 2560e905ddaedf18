// The HTTP service: the shapes of its answers and the one way to ask it.

/** @typedef {{name: string, offset: number, length: number}} Slot */
/** @typedef {{id: string, offset: number, length: number, text: string, gloss: string | null, slots: Slot[]}} Rewrite */
/**
 * @typedef {{id: string, fault: string, entry: string, layer: 'phrase' | 'meaning', severity: 'error' | 'warning' | 'suggestion',
 *   offset: number, length: number, text: string, title: string, message: string, why: string, advice: string[],
 *   rewrites: Rewrite[]}} Finding
 */
/** @typedef {{id: string, text: string, gloss: string | null, slots: Slot[]}} Phrase */
/** @typedef {{move: string, title: string, why: string, insert_at: number, phrases: Phrase[]}} Missing */
/** @typedef {{move: string, offset: number, length: number}} Made */
/** @typedef {{code: string | null, confidence: number, supported: boolean}} ReplyLanguage */
/**
 * @typedef {{language: ReplyLanguage, findings: Finding[], missing: Missing[], moves: Made[], rewritten: string,
 *   score: number, bank: string}} Report
 */

/** The service refused or did not answer. */
export class ServiceError extends Error {
  /**
   * @param {'away' | 'too-long' | 'too-many' | 'no-key' | 'failed'} kind
   * @param {{limit?: string | undefined, wait?: number}} [details] limit: as the server words it; wait: seconds before asking again
   */
  constructor(kind, {limit, wait = 0} = {}) {
    super(kind);
    this.kind = kind;
    this.limit = limit;
    this.wait = wait;
  }
}

/** The key of a server that asks for one: in memory only, gone with the page. */
let key = '';

/** @param {string} given by the operator of the server */
export function useKey(given) {
  key = given;
}

/**
 * Asks the service, relative to the page, so that it may stand behind any prefix.
 * @param {string} path `v1/check`
 * @param {{body?: object, signal?: AbortSignal}} [request] with a body it is a POST
 * @returns {Promise<any>} the answer's JSON
 * @throws {ServiceError} and, when `signal` aborts, an AbortError
 */
export async function ask(path, {body, signal} = {}) {
  const response = await fetch(path, {
    method: body ? 'POST' : 'GET',
    headers: {...(body ? {'Content-Type': 'application/json'} : {}), ...(key ? {Authorization: `Bearer ${key}`} : {})},
    ...(body ? {body: JSON.stringify(body)} : {}),
    ...(signal ? {signal} : {}),
    credentials: 'same-origin',
  }).catch(error => {
    throw error.name === 'AbortError' ? error : new ServiceError('away');
  });
  if (response.ok) return response.json();
  if (response.status === 401) throw new ServiceError('no-key');
  const said = await response.json().then(json => json?.error, () => null);
  if (response.status === 413) throw new ServiceError('too-long', {limit: /\d[\d,. ]*\d/.exec(said?.message ?? '')?.[0]});
  if (response.status === 429) throw new ServiceError('too-many', {wait: Number(response.headers.get('Retry-After')) || 2});
  throw new ServiceError(response.status >= 502 && response.status <= 504 ? 'away' : 'failed');
}
