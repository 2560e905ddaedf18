import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {load} from './load.js';

load('js/protocol.js');

const text = 'Our policy does not allow that.';
const good = {
  id: '1', fault: 'rule-book', entry: 'policy', layer: 'phrase', severity: 'warning', offset: 0, length: 10, text: 'Our policy',
  title: 'Rule-book', message: 'm', why: 'w', rewrites: [{id: 'r', offset: 0, length: 31, text: 'Here is {offer}.', gloss: null, slots: [{name: 'offer', offset: 8, length: 7}]}],
};
const answer = (/** @type {unknown[]} */ ...findings) => ({language: {code: 'en'}, findings});

test('a finding of the contract is taken with its rewrites and slots', () => {
  const report = protocol.report(answer(good), text);
  assert.equal(report?.language, 'en');
  assert.deepEqual(report?.findings[0]?.rewrites[0]?.slots[0], {name: 'offer', offset: 8, length: 7});
});

test('a finding that does not fit the text is left out, the others stay', () => {
  const bad = [{...good, offset: 3}, {...good, length: 99}, {...good, offset: -1}, {...good, severity: 'loud'}, {...good, offset: 'x'}, null, 7];
  assert.deepEqual(protocol.report(answer(...bad, good), text)?.findings.map(each => each.id), ['1']);
});

test('a rewrite or slot outside of its text is left out', () => {
  const finding = {...good, rewrites: [{...good.rewrites[0], length: 99}, {...good.rewrites[0], slots: [{offset: 12, length: 50}]}]};
  assert.deepEqual(protocol.report(answer(finding), text)?.findings[0]?.rewrites.map(each => each.slots), [[]]);
});

test('what is no report is none', () => {
  for (const value of [null, 1, 'x', [], {}, {findings: 1}, {findings: []}]) assert.equal(protocol.report(value, text), null);
});

test('no answer whatsoever throws, and every finding taken lies in the text', () => {
  fc.assert(fc.property(fc.anything(), fc.anything(), (one, other) => {
    const report = protocol.report({language: one, findings: [other, {...good, rewrites: one}, {...good, rewrites: [other]}]}, text);
    for (const finding of report?.findings ?? []) assert.equal(text.slice(finding.offset, finding.offset + finding.length), finding.text);
  }));
});

test('only messages of the protocol are messages', () => {
  assert.ok(protocol.message({kind: 'check', text: 'x'}));
  assert.ok(protocol.message({kind: 'switch', sites: ['https://a/*']}));
  for (const value of [null, 5, {}, {kind: 'check'}, {kind: 'check', text: 1}, {kind: 'toString'}, {kind: 'command', name: 'send'}]) {
    assert.equal(protocol.message(value), null);
  }
  fc.assert(fc.property(fc.anything(), value => { protocol.message(value); protocol.outcome(value); }));
});

test('an answer that is none counts as the server being away', () => {
  assert.deepEqual(protocol.outcome(undefined), {state: 'away'});
  assert.deepEqual(protocol.outcome({state: 'ok'}), {state: 'away'});
  assert.deepEqual(protocol.outcome({state: 'busy', wait: 3}), {state: 'busy', wait: 3});
});
