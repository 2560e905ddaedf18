import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {JSDOM} from 'jsdom';
import {load} from './load.js';

load('content/read.js');

/** @param {string} html */
function page(html) {
  return /** @type {HTMLElement} */ (new JSDOM(`<div id="root">${html}</div>`).window.document.querySelector('#root'));
}

/** @param {string} html @param {boolean} [keepsBreaks] */
const textOf = (html, keepsBreaks = false) => readEditable(page(html), keepsBreaks).text;

test('paragraphs, line breaks and empty lines read as on the screen', () => {
  assert.equal(textOf('<p>one</p><p>two</p>'), 'one\ntwo\n');
  assert.equal(textOf('one<br>two'), 'one\ntwo');
  assert.equal(textOf('<div>one</div><div><br></div><div>two</div>'), 'one\n\ntwo\n');
  assert.equal(textOf('<p>one<br></p><p>two</p>'), 'one\ntwo\n');
  assert.equal(textOf('<ul><li>one</li><li>two</li></ul>three'), 'one\ntwo\nthree');
});

test('bold, links and spans do not break a word', () => {
  assert.equal(textOf('Sorry, our <b>pol</b>icy <a href="#"><i>does</i></a> not'), 'Sorry, our policy does not');
});

test('line breaks of the source are spaces, unless white space is kept', () => {
  assert.equal(textOf('<p>\n</p>\n<p>our\npolicy</p>\n'), 'our policy\n');
  assert.equal(textOf('one\ntwo', true), 'one\ntwo');
  assert.equal(textOf('<pre>one\ntwo</pre>'), 'one\ntwo\n');
});

test('a no-break space is a space, and signs that only hold a caret are nothing', () => {
  assert.equal(textOf('our\u00a0policy\u200b\ufeff\u2060 does'), 'our policy does');
});

test('quoted mail and signatures are not read', () => {
  assert.equal(textOf('<div>Mine</div><blockquote>Theirs</blockquote><div>Mine too</div>'), 'Mine\nMine too\n');
  assert.equal(textOf('Mine<div class="gmail_quote"><div class="gmail_attr">On Monday:</div></div>'), 'Mine\n');
  assert.equal(textOf('Mine<div class="moz-signature">Nino</div>'), 'Mine\n');
  assert.equal(textOf('<p>Mine</p><div id="divRplyFwdMsg">From: Sam</div><p>Theirs</p>'), 'Mine\n');
});

test('a picture or a mention is one sign that nothing is written over', () => {
  assert.equal(textOf('Dear <span contenteditable="false">@Nino</span>, <img alt="x"> hello'), 'Dear \ufffc, \ufffc hello');
});

test('what an editor keeps for itself is not read', () => {
  assert.equal(textOf('<p>Hello<img class="ProseMirror-separator"><br></p><span data-mce-bogus="all">x</span><style>p{}</style>'), 'Hello\n');
});

const pieces = fc.constantFrom('our ', 'policy', '<br>', '<b>bold</b>', '<p>paragraph</p>', '<a href="#">link 🙂</a>', '\u200b', '<blockquote>no</blockquote>',
  '<div>a <i>b</i></div>', '<img>', '\u00a0', '\n  ');

test('every sign of the text has its place in the page', () => {
  fc.assert(fc.property(fc.array(pieces, {maxLength: 12}), parts => {
    const reading = readEditable(page(parts.join('')), false);
    for (const {node, at, offset, length} of reading.segments) {
      assert.equal(node.data.slice(at, at + length).replace(/[\u00a0\n]/g, ' '), reading.text.slice(offset, offset + length));
      assert.equal(offsetOf(reading, node, at), offset);
    }
  }));
});

test('the place of a span holds the words of the span', () => {
  fc.assert(fc.property(fc.array(pieces, {maxLength: 12}), fc.nat(60), fc.nat(60), (parts, one, length) => {
    const root = page(parts.join(''));
    const reading = readEditable(root, false);
    const start = Math.min(one, reading.text.length);
    const end = Math.min(start + length, reading.text.length);
    const places = placesOf(reading, start, end);
    fc.pre(places !== null && start < end);
    const range = root.ownerDocument.createRange();
    range.setStart(places.start.node, places.start.at);
    range.setEnd(places.end.node, places.end.at);
    const bare = (/** @type {string} */ text) => text.replace(/[\s\u00a0\u200b\ufffc]/g, '');
    // A quote in between is in the page, not in the text.
    assert.equal(bare(range.toString()).replaceAll('no', ''), bare(reading.text.slice(start, end)));
  }));
});

test('a caret between elements has an offset too', () => {
  const root = page('<p>one</p><p><br></p><p>two</p>');
  const reading = readEditable(root, false);
  assert.equal(offsetOf(reading, root, 0), 0);
  assert.equal(offsetOf(reading, root, 2), 5);
  assert.equal(offsetOf(reading, root, 3), reading.text.length);
});
