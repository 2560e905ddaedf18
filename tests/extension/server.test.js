import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';
import '../../extension/js/protocol.js';
import {check, test as testServer} from '../../extension/js/server.js';

/** @type {{status: number, body: string, headers?: Record<string, string>}} */
let answer = {status: 200, body: '{}'};
/** @type {{url?: string | undefined, headers: import('node:http').IncomingHttpHeaders, body: any}[]} */
const asked = [];
let hold = false;

// A server that gives the answers a real one gives on a bad day.
const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  asked.push({url: request.url, headers: request.headers, body: body && JSON.parse(body)});
  if (hold) return;
  response.writeHead(answer.status, answer.headers).end(answer.body);
});
/** @type {{server: string, key: string}} */
const access = {server: '', key: ''};
const wishes = {explain: 'ka', gloss: 'ru', disable: ['rule-book']};
const never = new AbortController().signal;

before(async () => {
  await new Promise(ready => server.listen(0, '127.0.0.1', () => ready(undefined)));
  const address = server.address();
  if (address && typeof address === 'object') access.server = `http://127.0.0.1:${address.port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

test('a check is asked as the contract says, with the key as a bearer token', async () => {
  answer = {status: 200, body: '{"language": {"code": "en"}, "findings": []}'};
  const outcome = await check({...access, key: 'k'}, 'Hello', wishes, never);
  assert.deepEqual(outcome, {state: 'ok', report: {language: 'en', findings: []}});
  const last = asked.at(-1);
  assert.equal(last?.url, '/v1/check');
  assert.equal(last.headers.authorization, 'Bearer k');
  assert.deepEqual(last.body, {text: 'Hello', explain_in: 'ka', gloss_in: 'ru', disable: ['rule-book']});
});

for (const [status, state] of /** @type {const} */ ([[401, 'key'], [403, 'key'], [413, 'long'], [500, 'broken'], [404, 'broken']])) {
  test(`status ${status} is told apart as “${state}”`, async () => {
    answer = {status, body: '{"error": {"code": "x", "message": "y"}}'};
    assert.deepEqual(await check(access, 'Hello', wishes, never), {state});
  });
}

test('a busy server says how long to wait, in seconds', async () => {
  answer = {status: 429, body: '', headers: {'Retry-After': '7'}};
  assert.deepEqual(await check(access, 'Hello', wishes, never), {state: 'busy', wait: 7});
  answer = {status: 429, body: '', headers: {'Retry-After': 'Mon, 23 Nov 2026 00:00:00 GMT'}};
  assert.deepEqual(await check(access, 'Hello', wishes, never), {state: 'busy', wait: 30});
});

test('broken JSON and another service at the address are told, not thrown', async () => {
  for (const body of ['{"language"', '[]', '{"findings": 1}', '']) {
    answer = {status: 200, body};
    assert.deepEqual(await check(access, 'Hello', wishes, never), {state: 'broken'});
  }
  answer = {status: 200, body: '1'};
  assert.deepEqual(await testServer(access), {state: 'broken'});
});

test('a redirect to somewhere else is not followed with the text', async () => {
  answer = {status: 307, body: '', headers: {Location: '/elsewhere'}};
  assert.deepEqual(await check(access, 'Hello', wishes, never), {state: 'away'});
  assert.equal(asked.at(-1)?.url, '/v1/check');
});

test('a request that a newer one replaces ends at once as stale', async () => {
  hold = true;
  const stale = new AbortController();
  const waiting = check(access, 'Hello', wishes, stale.signal);
  stale.abort();
  assert.deepEqual(await waiting, {state: 'stale'});
  hold = false;
});

test('a server that is not there is away', async () => {
  assert.deepEqual(await testServer({server: 'http://127.0.0.1:9', key: ''}), {state: 'away'});
});
