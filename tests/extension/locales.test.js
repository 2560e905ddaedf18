import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {test} from 'node:test';

const folder = new URL('../../extension/', import.meta.url).pathname;
const LANGUAGES = ['en', 'ru', 'eo', 'ka'];

/** @type {Record<string, Record<string, {message: string}>>} */
const messages = Object.fromEntries(LANGUAGES.map(code => [code, JSON.parse(readFileSync(`${folder}_locales/${code}/messages.json`, 'utf8'))]));
/** @param {string} code @param {string} key */
const text = (code, key) => messages[code]?.[key]?.message ?? '';
const keys = Object.keys(messages.en ?? {});

test('all four languages have the same texts', () => {
  for (const code of LANGUAGES) assert.deepEqual(Object.keys(messages[code] ?? {}), keys, code);
});

test('no text is English by accident', () => {
  for (const code of ['ru', 'eo', 'ka']) for (const key of keys) assert.notEqual(text(code, key), text('en', key), `${code} ${key}`);
});

test('Russian and Georgian are written in their own letters, but for names', () => {
  const names = /Bonvorto|Ctrl\+Z|https?|\$\d/g;
  for (const key of keys) {
    assert.doesNotMatch(text('ru', key).replace(names, ''), /[a-z]/i, key);
    assert.doesNotMatch(text('ka', key).replace(names, ''), /[a-z]/i, key);
  }
});

test('placeholders are the same in every language', () => {
  for (const code of LANGUAGES) for (const key of keys) {
    assert.deepEqual(text(code, key).match(/\$\d/g), text('en', key).match(/\$\d/g), `${code} ${key}`);
  }
});

test('every text that is used exists, and every one that exists is used', () => {
  const sources = globSync('{*.html,manifest.json,js/*.js,content/*.js}', {cwd: folder}).map(name => readFileSync(folder + name, 'utf8')).join('\n');
  const used = new Set([...sources.matchAll(/data-(?:text|label)="(\w+)"|say\('(\w+)'|\btexts\.(?!js\b)(\w+)|__MSG_(\w+)__/g)].map(found => found.slice(1).find(Boolean) ?? ''));
  for (const key of used) assert.ok(keys.includes(key), `${key} is used`);
  const built = /^(state_|command)/;
  for (const key of keys.filter(each => !built.test(each))) assert.ok(used.has(key), `${key} is not used`);
});
