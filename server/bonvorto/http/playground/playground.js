// The page: what is written is checked a moment after a pause, and the answer is shown around it.

import {createBadge} from './badge.js';
import {showBanks} from './banks.js';
import {createCard} from './card.js';
import {createChecker} from './checker.js';
import {createEditor} from './editor.js';
import {notice, offersUndo, say} from './lines.js';
import {make} from './make.js';
import {createMenu} from './menu.js';
import {showFindings, showHushed, showMissing, showMoves, showScore} from './panel.js';
import {followPointer} from './pointer.js';
import {ask, useKey} from './service.js';
import {LANGUAGES, OWN_NAMES, readSettings, storeSettings} from './settings.js';
import {editBetween, shiftedReport} from './spans.js';
import {languageName, localise, TEXTS} from './texts.js';
import {showView} from './views.js';
import {outdateWhole, showWhole} from './whole.js';

/** Milliseconds of a pause in typing after which the reply is checked. */
const PAUSE = 350;
/** Words from which on the page says that it does not know the language. */
const MIN_WORDS = 4;

/** @template {HTMLElement} T @param {string} id @returns {T} */
const byId = id => /** @type {T} */ (document.getElementById(id));

/** @type {HTMLTextAreaElement} */ const area = byId('reply');
/** @type {HTMLTextAreaElement} */ const context = byId('context');
/** @type {HTMLSelectElement} */ const interfaceChoice = byId('interface');
const cardElement = byId('card');

const settings = readSettings();
let texts = TEXTS[settings.interface];
/** @type {'usual' | 'crisis'} */
let situation = 'usual';
/** @type {import('./service.js').Report | null} the last answer, moved along with the edits since */
let report = null;
/** The text that the last answer is about. */
let checkedText = '';

const mirror = /** @type {HTMLElement} */ (document.querySelector('.mirror'));
const editor = createEditor(area, mirror, edited);
const card = createCard(cardElement, {
  take: rewrite => {
    card.close();
    editor.replace(rewrite.offset, rewrite.length, rewrite.text, rewrite.slots);
    say(texts.taken, true);
    checkSoon(0);
  },
  hush: ({entry}) => {
    setOff([...settings.off, entry]);
    card.close();
    area.focus();
  },
  step: by => turn(by),
  closed: hadFocus => {
    editor.point('');
    if (hadFocus) area.focus();
  },
});

const badge = createBadge(byId('language'), () => {
  notice('');
  badge.show(report?.language, texts, settings.interface);
  checkSoon(0);
});
const menu = createMenu(byId('examples'), byId('first'), tryOut);
const checkSoon = createChecker({
  question: () => ({
    text: editor.text, language: badge.pinned, role: settings.role, situation, explain_in: settings.interface, gloss_in: settings.interface,
    disable: settings.off, context: context.value,
  }),
  answered, refused,
});

/** @param {import('./spans.js').Edit} edit */
function edited(edit) {
  card.close();
  if (report) report = shiftedReport(report, edit);
  editor.show(report?.findings ?? []);
  outdateWhole();
  if (offersUndo()) say('', false);
  checkSoon(PAUSE);
}

/** @param {import('./service.js').Report | null} answer @param {string} text that it is about */
function answered(answer, text) {
  report = answer;
  if (answer) {
    checkedText = text;
    notice('');
    byId('key-form').hidden = true;
  }
  showReport();
}

/** @param {import('./service.js').ServiceError} error */
function refused({kind, limit}) {
  notice({away: texts.away, failed: texts.failed, 'no-key': texts.noKey, 'too-many': texts.tooMany, 'too-long': texts.tooLong(limit)}[kind]);
  byId('key-form').hidden = kind !== 'no-key';
}

/** @returns {string} the language of the reply as far as it is known */
function replyLanguage() {
  return badge.pinned === 'auto' ? report?.language.code ?? settings.interface : badge.pinned;
}

function showReport() {
  const language = replyLanguage();
  area.lang = language;
  mirror.lang = language;
  const known = report?.language.supported ? report : null;
  editor.show(known?.findings ?? []);
  badge.show(report?.language, texts, settings.interface);
  byId('start').hidden = Boolean(editor.text.trim());
  showScore(known?.score ?? null, texts);
  showFindings(known?.findings ?? null, texts, language, id => openCard(id, true));
  showMissing(known?.missing ?? [], texts, {reply: language, gloss: settings.interface}, insert);
  showMoves(known?.moves ?? [], texts, move => editor.select(move.offset, move.length));
  showHushed(settings.off, texts, id => setOff(settings.off.filter(other => other !== id)));
  showWhole(report, {checked: checkedText, written: editor.text, language});
  if (!offersUndo()) say(known ? texts.status(known.findings.length, known.missing.length) : '', false);
  // Of the first few words the language is a guess; nobody wants to be told so while still beginning.
  if (report && !report.language.supported && editor.text.trim().split(/\s+/).length >= MIN_WORDS) {
    const {code} = report.language;
    notice(code ? texts.unsupported(languageName(settings.interface, code)) : texts.unknown);
  }
}

/** @param {string} id @param {boolean} focus whether the keyboard goes into the card */
function openCard(id, focus) {
  const findings = report?.findings ?? [];
  const at = findings.findIndex(finding => finding.id === id);
  const finding = findings[at];
  if (!finding) return;
  const language = replyLanguage();
  editor.point(id);
  card.show(finding, {texts, language, gloss: settings.interface, place: [at + 1, findings.length]});
  card.stand(editor.boxes(id));
  if (focus) {
    card.focus();
    cardElement.scrollIntoView({block: 'nearest'});
  }
  const [first] = editor.boxes(id);
  if (!first || getComputedStyle(cardElement).position !== 'fixed') return;
  // On a phone the card is a sheet at the foot of the screen: neither may the words lie under it, nor it under the keys.
  area.blur();
  scrollBy({top: first.top - 48});
}

/** @param {1 | -1} by opens the next or previous finding, counted from the open card or from the caret */
function turn(by) {
  const findings = report?.findings ?? [];
  if (findings.length === 0) return;
  const open = findings.findIndex(finding => finding.id === card.id);
  const before = findings.filter(finding => finding.offset < editor.caret).length;
  const at = open >= 0 ? open + by : by === 1 ? before : before - 1;
  openCard(findings[(at + findings.length) % findings.length]?.id ?? '', true);
}

/** Opens the card of the words at the caret, else of the next ones. */
function openAtCaret() {
  const at = report?.findings.find(({offset, length}) => offset <= editor.caret && editor.caret <= offset + length);
  if (at) openCard(at.id, true);
  else turn(1);
}

/** @param {import('./service.js').Missing} missing @param {import('./service.js').Phrase} phrase */
function insert(missing, phrase) {
  const place = missing.insert_at;
  const before = /\S$/u.test(editor.text.slice(0, place)) ? ' ' : '';
  const after = /^\S/u.test(editor.text.slice(place)) ? ' ' : '';
  const slots = phrase.slots.map(slot => ({...slot, offset: slot.offset + before.length}));
  editor.replace(place, 0, before + phrase.text + after, slots);
  say(texts.inserted, true);
  checkSoon(0);
}

/** @param {string} text puts it in place of the whole reply, as one step of undo */
function replaceAll(text) {
  const {start, removed, inserted} = editBetween(editor.text, text);
  editor.replace(start, removed, text.slice(start, start + inserted));
}

/** @param {string[]} off */
function setOff(off) {
  settings.off = [...new Set(off)];
  storeSettings(settings);
  showHushed(settings.off, texts, id => setOff(settings.off.filter(other => other !== id)));
  checkSoon(0);
}

function showInterface() {
  texts = TEXTS[settings.interface];
  card.close();
  localise(texts, settings.interface);
  document.title = texts.pageTitle;
  interfaceChoice.value = settings.interface;
  byId('keys').replaceChildren(...texts.keys.map(([key, meaning]) => make('span', {}, make('kbd', {}, key ?? ''), ` ${meaning}`)));
  menu.fill(texts, settings.interface);
  showRole();
  showReport();
  if (!byId('banks').hidden) void showBanks(byId('banks'), texts, settings.interface);
}

/** Whoever no bank is written for need not be offered: silence would look like praise. */
async function showRoles() {
  const banks = await ask('v1/banks').catch(() => null);
  const forCustomers = !banks || banks.faults.some((/** @type {{role: string}} */ fault) => fault.role === 'customer');
  document.documentElement.classList.toggle('agents-only', !forCustomers);
  if (forCustomers || settings.role === 'agent') return;
  settings.role = 'agent';
  showRole();
}

function showRole() {
  byId('reply-label').textContent = texts.reply[settings.role];
  area.placeholder = texts.placeholder[settings.role];
  byId('context-box').hidden = settings.role === 'customer';
  for (const choice of /** @type {NodeListOf<HTMLInputElement>} */ (document.getElementsByName('role'))) choice.checked = choice.value === settings.role;
}

/** @param {import('./examples.js').Example} example */
function tryOut(example) {
  settings.role = example.role;
  storeSettings(settings);
  badge.free();
  context.value = example.context;
  showRole();
  replaceAll(example.text);
  area.setSelectionRange(0, 0);
  checkSoon(0);
}

function showAddressed() {
  if (showView() === 'banks') void showBanks(byId('banks'), texts, settings.interface);
}

interfaceChoice.append(...LANGUAGES.map(code => make('option', {value: code, lang: code}, OWN_NAMES[code])));
interfaceChoice.addEventListener('change', () => {
  settings.interface = LANGUAGES.find(code => code === interfaceChoice.value) ?? 'en';
  storeSettings(settings);
  showInterface();
  checkSoon(0);
});

for (const choice of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('[name=role], [name=situation]'))) {
  choice.addEventListener('change', () => {
    if (choice.name === 'role') {
      settings.role = choice.value === 'customer' ? 'customer' : 'agent';
      storeSettings(settings);
      showRole();
    } else situation = choice.value === 'crisis' ? 'crisis' : 'usual';
    checkSoon(0);
  });
}

byId('key-form').addEventListener('submit', event => {
  event.preventDefault();
  useKey(/** @type {HTMLInputElement} */ (byId('key')).value.trim());
  checkSoon(0);
});

context.addEventListener('input', () => checkSoon(PAUSE));
byId('undo').addEventListener('click', () => editor.undo());
byId('take-all').addEventListener('click', () => {
  if (!report || checkedText !== editor.text) return;
  replaceAll(report.rewritten);
  say(texts.taken, true);
  checkSoon(0);
});
// Browsers give the clipboard to pages of this machine or of https only.
byId('copy').hidden = !navigator.clipboard;
byId('copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText(report?.rewritten ?? '');
  say(texts.copied, false);
});

// Keys by their place on the keyboard: with a Russian or Georgian layout the full stop lies elsewhere.
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') card.close();
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.code === 'Period') turn(1);
  else if (event.code === 'Comma') turn(-1);
  else if (event.code === 'ArrowDown' && event.target === area) openAtCaret();
  else return;
  event.preventDefault();
});

followPointer(area, cardElement, {markAt: editor.markAt, shown: () => card.id, open: id => openCard(id, false), close: card.close});
addEventListener('resize', () => card.stand(editor.boxes(card.id)));
addEventListener('hashchange', showAddressed);
addEventListener('online', () => checkSoon(0));

showInterface();
showAddressed();
void showRoles();
