import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {load} from './load.js';

load('content/edit.js');

// Few letters, so that equal neighbours abound; an emoji, a combining accent and a joiner, so that borders matter.
const texts = fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'é', 'e\u0301', '🙂', '👩\u200d💻', 'ჭ', 'ё', '\u00a0'), {maxLength: 30})
  .map(signs => signs.join(''));

/** @param {string} text @returns {fc.Arbitrary<Span>} */
const spanOf = text => fc.tuple(fc.nat(text.length), fc.nat(text.length))
  .map(([one, other]) => ({offset: Math.min(one, other), length: Math.abs(one - other)}));

/** @param {Span} span @returns {Finding} */
const finding = span => ({id: 'f', fault: 'rule-book', entry: 'e', layer: 'phrase', severity: 'warning', text: '', title: '', message: '', why: '',
  rewrites: [], ...span});

test('the difference of two texts turns the first into the second', () => {
  fc.assert(fc.property(texts, texts, (before, after) => {
    assert.equal(edited(before, difference(before, after)), after);
  }));
});

test('equal texts differ by nothing', () => {
  fc.assert(fc.property(texts, text => {
    const {start, end, insert} = difference(text, text);
    assert.deepEqual([end - start, insert], [0, '']);
  }));
});

test('a span that survives an edit still covers the same words', () => {
  const cases = texts.chain(text => fc.record({text: fc.constant(text), span: spanOf(text), place: spanOf(text), insert: texts}));
  fc.assert(fc.property(cases, ({text, span, place, insert}) => {
    fc.pre(span.length > 0);
    const edit = {start: place.offset, end: place.offset + place.length, insert};
    const moved = remapSpan(span, edit);
    if (moved) {
      const after = edited(text, edit);
      assert.equal(after.slice(moved.offset, moved.offset + moved.length), text.slice(span.offset, span.offset + span.length));
    }
  }));
});

test('an edit inside a span makes it vanish', () => {
  assert.equal(remapSpan({offset: 2, length: 5}, {start: 4, end: 4, insert: 'x'}), null);
  assert.equal(remapSpan({offset: 2, length: 5}, {start: 0, end: 3, insert: ''}), null);
  assert.equal(remapSpan({offset: 2, length: 5}, {start: 6, end: 9, insert: ''}), null);
});

test('an edit in front of a span moves it, one behind leaves it', () => {
  assert.deepEqual(remapSpan({offset: 4, length: 2}, {start: 0, end: 1, insert: 'xyz '}), {offset: 7, length: 2});
  assert.deepEqual(remapSpan({offset: 4, length: 2}, {start: 8, end: 9, insert: ''}), {offset: 4, length: 2});
});

test('a letter typed at the border of a marked word makes the mark vanish, a space or full stop does not', () => {
  const span = {offset: 4, length: 3};
  assert.equal(remapSpan(span, {start: 7, end: 7, insert: 's'}), null);
  assert.equal(remapSpan(span, {start: 7, end: 7, insert: 'ი'}), null);
  assert.equal(remapSpan(span, {start: 4, end: 4, insert: 'не'}), null);
  assert.deepEqual(remapSpan(span, {start: 7, end: 7, insert: '.'}), span);
  assert.deepEqual(remapSpan(span, {start: 4, end: 4, insert: 'so '}), {offset: 7, length: 3});
});

test('a rewrite of a sentence goes when the sentence is edited, its finding stays', () => {
  const before = {...finding({offset: 10, length: 4}), rewrites: [
    {id: 'sentence', offset: 0, length: 20, text: 'x', gloss: null, slots: []},
    {id: 'phrase', offset: 10, length: 4, text: 'y', gloss: null, slots: []},
  ]};
  const [after] = remapFindings([before], {start: 2, end: 3, insert: 'long'});
  assert.equal(after?.offset, 13);
  assert.deepEqual(after?.rewrites.map(({id, offset}) => [id, offset]), [['phrase', 13]]);
});

test('the least edit writes what the whole replacement would', () => {
  const cases = texts.chain(text => fc.record({text: fc.constant(text), span: spanOf(text), insert: texts}));
  fc.assert(fc.property(cases, ({text, span, insert}) => {
    const whole = {start: span.offset, end: span.offset + span.length, insert};
    assert.equal(edited(text, leastEdit(text, {...span, text: insert})), edited(text, whole));
  }));
});

test('the least edit never cuts an emoji or a letter from its accent', () => {
  const cases = texts.chain(text => fc.record({text: fc.constant(text), insert: texts}));
  fc.assert(fc.property(cases, ({text, insert}) => {
    const {start, end} = leastEdit(text, {offset: 0, length: text.length, text: insert});
    for (const position of [start, end]) {
      assert.doesNotMatch(text.slice(position), /^[\p{M}\u200d\udc00-\udfff]/u);
      assert.doesNotMatch(text[position - 1] ?? '', /[\ud800-\udbff\u200d]/);
    }
  }));
});

test('the least edit leaves what both texts share, so that a link around it survives', () => {
  const text = 'Please see our page soon.';
  assert.deepEqual(leastEdit(text, {offset: 11, length: 8, text: 'our site'}), {start: 15, end: 18, insert: 'sit'});
});

test('a phrase that is only taken out takes a neighbour along, so that something is inserted', () => {
  const text = 'It is very simple.';
  const edit = leastEdit(text, {offset: 6, length: 5, text: ''});
  assert.equal(edited(text, edit), 'It is simple.');
  assert.notEqual(edit.insert, '');
  const last = leastEdit('Go away', {offset: 2, length: 5, text: ''});
  assert.equal(edited('Go away', last), 'Go');
  assert.notEqual(last.insert, '');
});
