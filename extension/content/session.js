// The one field at work: it has the focus, or had it last. Reads after a pause, asks the server, marks, shows the card.

/** A pause in typing after which a reply is checked, in ms. */
const PAUSE = 400;
/** A pause of the pointer over a mark after which its card opens, in ms. */
const HOVER = 250;

/** What the agent ignored on this page: never stored, gone with the page. @type {Set<string>} */
const ignoredHere = new Set();

/** @param {HTMLElement} element */
function startSession(element) {
  const field = fieldOf(element);
  const marks = createMarks(field);
  const card = createCard(element, {apply, ignoreHere, never, off: never_fault, go, closed: giveFocusBack});
  const window = /** @type {Window & typeof globalThis} */ (element.ownerDocument.defaultView);
  let text = field.read();
  /** @type {Finding[]} */
  let findings = [];
  /** @type {string | null} */
  let language = null;
  let composing = false;
  let over = false;
  /** @type {{start: number, end: number} | null} */
  let caret = null;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let failures = 0;
  /** Until when the server wants to be left alone, as of performance.now(). */
  let closedUntil = 0;

  /** @param {number} ms */
  function checkIn(ms) {
    clearTimeout(timer);
    timer = setTimeout(checkNow, Math.max(ms, closedUntil - performance.now()));
  }

  async function checkNow() {
    if (over || !changed()) return;
    if (!text.trim()) return take({state: 'ok', report: {language: null, findings: []}}, text);
    const asked = text;
    const outcome = protocol.outcome(await ext.send({kind: 'check', text: asked}));
    if (!over && outcome.state !== 'stale') take(outcome, asked);
  }

  /** @param {Outcome} outcome @param {string} asked the text it is about */
  function take({state, report, wait}, asked) {
    if (report && changed()) {
      failures = 0;
      language = report.language;
      findings = remapFindings(report.findings, difference(asked, text)).filter(each => !ignoredHere.has(nameHere(each)));
      marks.renew();
      paint();
    } else if (state !== 'ok') {
      // Too long or not allowed: that stays so until the text or the settings change.
      if (state === 'busy') closedUntil = performance.now() + (wait ?? 0) * 1000;
      if (!['key', 'long'].includes(state)) checkIn(state === 'busy' ? 0 : Math.min(60_000, 2000 * 2 ** failures++));
    }
    tell(state);
  }

  let told = '';
  /** @param {State} state */
  function tell(state) {
    const seen = {kind: 'seen', state, language, count: findings.length};
    if (JSON.stringify(seen) === told) return;
    told = JSON.stringify(seen);
    ext.send(seen);
  }

  /**
   * Follows the field: marks move with the text, those that were touched vanish at once.
   * @returns {boolean} false when the field is gone
   */
  function changed() {
    if (!element.isConnected || !ext.alive()) {
      stop();
      return false;
    }
    const now = field.read();
    if (now !== text) {
      findings = remapFindings(findings, difference(text, now));
      text = now;
      if (card.shown()) card.close();
      checkIn(PAUSE);
    }
    return true;
  }

  function paint() {
    const shown = card.shown();
    marks.paint(findings, shown && findings.find(each => each.id === shown.id && each.offset === shown.offset));
  }

  function onEdit() {
    if (changed()) {
      paint();
      checkIn(composing ? 4 * PAUSE : PAUSE);
    }
  }

  /** @param {Finding} finding @param {boolean} focus */
  function show(finding, focus) {
    const range = field.range(finding.offset, finding.offset + finding.length);
    if (!range) return;
    if (!card.hasFocus()) caret = field.selection();
    if (focus) bringIntoView(range);
    const [box = range.getBoundingClientRect()] = range.getClientRects();
    card.show(finding, {text, index: findings.indexOf(finding), count: findings.length, language, focus, box});
    paint();
  }

  /** @param {Range} range */
  function bringIntoView(range) {
    const box = range.getBoundingClientRect();
    const frame = element.getBoundingClientRect();
    if (!field.rich && (box.top < frame.top || box.bottom > frame.bottom)) element.scrollTop += box.top - frame.top - element.clientHeight / 3;
    else if (field.rich && (box.top < 0 || box.bottom > window.innerHeight)) range.startContainer.parentElement?.scrollIntoView({block: 'center'});
    field.moved();
  }

  /** @param {1 | -1} step */
  function go(step) {
    const shown = card.shown();
    const at = field.selection()?.start ?? 0;
    const index = shown ? findings.findIndex(each => each.offset === shown.offset && each.id === shown.id) + step
      : step === 1 ? findings.findIndex(each => each.offset >= at) : findings.findLastIndex(each => each.offset < at);
    const next = findings.at(index < 0 && !shown && step === 1 ? 0 : index % findings.length);
    if (next) show(next, true);
  }

  /** @param {'next' | 'previous' | 'card'} name */
  function command(name) {
    if (!changed()) return;
    if (!findings.length) return card.announce(say('cardNothing'));
    const at = field.selection()?.start ?? 0;
    const here = findings.find(each => each.offset <= at && at <= each.offset + each.length);
    if (name === 'card' && here) show(here, true);
    else go(name === 'previous' ? -1 : 1);
  }

  /** @param {boolean} focused whether the focus was in the card */
  function giveFocusBack(focused) {
    paint();
    if (!focused) return;
    element.focus({preventScroll: true});
    if (caret) field.select(caret.start, caret.end);
  }

  /** @param {Finding} finding @param {Rewrite} rewrite */
  async function apply(finding, rewrite) {
    const box = field.range(finding.offset, finding.offset + finding.length)?.getBoundingClientRect() ?? element.getBoundingClientRect();
    card.close();
    if (await write(field, text, rewrite)) card.announce(say('cardReplaced'));
    else card.offerCopy(rewrite, box);
    onEdit();
  }

  /** @param {Finding} finding */
  const nameHere = finding => `${finding.entry} ${finding.text}`;

  /** @param {(finding: Finding) => boolean} unwanted */
  function leaveOut(unwanted) {
    findings = findings.filter(each => !unwanted(each));
    card.close();
    paint();
    tell('ok');
  }

  /** @param {Finding} finding */
  function ignoreHere(finding) {
    ignoredHere.add(nameHere(finding));
    leaveOut(each => nameHere(each) === nameHere(finding));
  }

  /** @param {Finding} finding */
  function never({entry, text: phrase, title}) {
    ext.send({kind: 'ignore', what: 'entry', id: entry, title: `${title}: ${phrase}`});
    leaveOut(each => each.entry === entry);
  }

  /** @param {Finding} finding */
  function never_fault({fault, title}) {
    ext.send({kind: 'ignore', what: 'fault', id: fault, title});
    leaveOut(each => each.fault === fault);
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;
  /** @param {PointerEvent} event */
  function onPointer({clientX, clientY}) {
    clearTimeout(resting);
    if (findings.length) resting = setTimeout(() => point(clientX, clientY), HOVER);
  }

  /** @param {number} x @param {number} y */
  function point(x, y) {
    if (over || card.hasFocus() || card.hovered()) return;
    const finding = findings.find(each => {
      const range = field.range(each.offset, each.offset + each.length);
      return [...range?.getClientRects() ?? []].some(box => x >= box.left && x <= box.right && y >= box.top - 1 && y <= box.bottom + 3);
    });
    if (finding && finding !== card.shown()) show(finding, false);
    else if (!finding && card.shown()) card.close();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key !== 'Escape' || !event.isTrusted || !card.isOpen()) return;
    card.close();
    event.stopPropagation();
    event.preventDefault();
  }

  const ending = new AbortController();
  /** @param {EventTarget} target @param {string} type @param {(event: any) => void} listener */
  const on = (target, type, listener) => target.addEventListener(type, listener, {signal: ending.signal, capture: true, passive: type !== 'keydown'});
  // A rich box tells of every change, by whomever, before it is painted.
  if (!field.rich) on(element, 'input', onEdit);
  on(element, 'compositionstart', () => { composing = true; });
  on(element, 'compositionend', () => { composing = false; onEdit(); });
  on(element, 'pointermove', onPointer);
  on(element, 'keydown', onKey);
  on(window, 'scroll', event => { if (card.isOpen() && !card.isHost(event.target)) card.close(); });
  // Editors redraw as they like; marks are put back by their offsets.
  const redrawn = new window.MutationObserver(onEdit);
  if (field.rich) redrawn.observe(element, {childList: true, characterData: true, subtree: true});

  function stop() {
    if (over) return;
    over = true;
    clearTimeout(timer);
    clearTimeout(resting);
    ending.abort();
    redrawn.disconnect();
    marks.clear();
    field.close();
    card.remove();
    findings = [];
    if (ext.alive()) tell('ok');
  }

  checkIn(PAUSE);
  return {element, command, stop, recheck: () => { failures = closedUntil = 0; checkIn(0); }, owns: card.isHost};
}
