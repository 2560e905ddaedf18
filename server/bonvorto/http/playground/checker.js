// Asks the service about the reply: a newer question takes the place of an older one, and a server that is away is tried again.

import {ask, ServiceError} from './service.js';

/** Milliseconds between the tries to reach a server that is away: doubled each time, up to the last figure. */
const RETRY = {first: 2_000, last: 10_000};

/**
 * @param {{
 *   question: () => {text: string},
 *   answered: (report: import('./service.js').Report | null, text: string) => void,
 *   refused: (error: ServiceError) => void,
 * }} page question: the body of v1/check as things stand; answered: with the text that the report is about, null for no text
 * @returns {(wait: number) => void} asks after so many milliseconds, unless called again before
 */
export function createChecker({question, answered, refused}) {
  let timer = 0;
  let retryAfter = RETRY.first;
  /** @type {AbortController | null} */
  let running = null;

  /** @param {number} wait */
  function soon(wait) {
    clearTimeout(timer);
    running?.abort();
    timer = setTimeout(check, wait);
  }

  async function check() {
    const body = question();
    const request = new AbortController();
    running = request;
    if (!body.text.trim()) {
      answered(null, body.text);
      return;
    }
    try {
      const report = await ask('v1/check', {signal: request.signal, body});
      if (request.signal.aborted) return;
      retryAfter = RETRY.first;
      answered(report, body.text);
    } catch (error) {
      if (request.signal.aborted) return;
      if (!(error instanceof ServiceError)) throw error;
      refused(error);
      if (error.kind === 'too-many') soon(error.wait * 1000);
      if (error.kind === 'away') {
        soon(retryAfter);
        retryAfter = Math.min(retryAfter * 2, RETRY.last);
      }
    }
  }

  return soon;
}
