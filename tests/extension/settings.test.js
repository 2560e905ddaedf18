import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pretendBrowser} from './load.js';

pretendBrowser('ka-GE');
const {DEFAULTS, exportSettings, glossLanguage, importSettings, ownLanguage, serverAddress, sitePattern} = await import('../../extension/js/settings.js');

const full = {
  ...DEFAULTS, server: 'https://kind.example/bonvorto', key: 'secret', language: 'eo', sites: ['https://mail.example/*'],
  ignored: [{id: 'rule-book', what: /** @type {const} */ ('fault'), title: 'Rule-book'}],
};

test('an address is trimmed to where the paths of the server begin', () => {
  assert.equal(serverAddress(' http://127.0.0.1:8765/ '), 'http://127.0.0.1:8765');
  assert.equal(serverAddress('https://kind.example/bonvorto/'), 'https://kind.example/bonvorto');
});

test('what is no plain http address is refused', () => {
  for (const typed of ['', '127.0.0.1:8765', 'ftp://a', 'javascript:alert(1)', 'http://user:pw@a', 'http://a/?q=1', 'http://a/#b']) {
    assert.equal(serverAddress(typed), null, typed);
  }
});

test('a site is a scheme and a host, whatever the port', () => {
  assert.equal(sitePattern('https://mail.example:8443/u/0?x#y'), 'https://mail.example/*');
  assert.equal(sitePattern('http://[::1]:8000/'), 'http://[::1]/*');
  for (const url of ['about:blank', 'chrome://settings', 'file:///tmp/x', '']) assert.equal(sitePattern(url), null);
});

test('settings leave without the key and come back without touching it', () => {
  const file = exportSettings(full);
  assert.doesNotMatch(file, /secret/);
  assert.deepEqual(importSettings(file, {...DEFAULTS, key: 'mine'}), {...full, key: 'mine'});
});

test('a damaged setting in a file is skipped, the others are taken', () => {
  const file = JSON.stringify({bonvorto: 1, settings: {server: 'nonsense', language: 'tlh', gloss: 'ru', sites: ['<all_urls>'], ignored: [{id: 1}], key: 'theirs'}});
  assert.deepEqual(importSettings(file, full), {...full, gloss: 'ru'});
});

test('a file that is none of ours changes nothing', () => {
  for (const file of ['', '{', 'null', '[]', '{"settings":{}}', '{"bonvorto":2,"settings":{}}']) assert.equal(importSettings(file, full), null);
});

test('the interface follows the browser until a language is chosen', () => {
  assert.equal(ownLanguage(DEFAULTS), 'ka');
  assert.equal(ownLanguage(full), 'eo');
  assert.equal(glossLanguage(DEFAULTS), 'ka');
  assert.equal(glossLanguage({...full, gloss: 'none'}), null);
  pretendBrowser('fr');
  assert.equal(ownLanguage(DEFAULTS), 'en');
});
