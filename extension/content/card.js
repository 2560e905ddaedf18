// The card: which fault, why it hurts, and what to say instead. In a closed shadow root, deaf to events of the page's scripts.

/**
 * @typedef {{
 *   apply: (finding: Finding, rewrite: Rewrite) => void, ignoreHere: (finding: Finding) => void,
 *   never: (finding: Finding) => void, off: (finding: Finding) => void,
 *   go: (step: 1 | -1) => void, closed: (focusWasInside: boolean) => void,
 * }} CardActions
 */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {object} properties
 * @param {...(Node | string)} children
 */
function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  element.append(...children);
  return element;
}

/**
 * @param {Element} element
 * @param {string} type
 * @param {(event: any) => void} listener hears only what the person does, never what a script plays
 */
function onTrusted(element, type, listener) {
  element.addEventListener(type, event => { if (event.isTrusted) listener(event); });
}

/**
 * The highest document of this origin: a card in a low frame would be cut off.
 * @param {HTMLElement} element
 * @returns {{anchor: Element, left: number, top: number}} an element there, and how far the frame lies from its corner
 */
function highestStage(element) {
  /** @type {Element} */
  let anchor = element;
  let left = 0;
  let top = 0;
  for (let frame = frameAround(anchor); frame; frame = frameAround(anchor)) {
    const box = frame.getBoundingClientRect();
    left += box.left + frame.clientLeft;
    top += box.top + frame.clientTop;
    anchor = frame;
  }
  return {anchor, left, top};
}

/** @param {Element} element @returns {Element | null} the frame it is in; null at the top or under another origin */
function frameAround(element) {
  try {
    return element.ownerDocument.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

/** Between the card, the words and the window's edge, in CSS pixels. */
const GAP = 8;
/** A card lower than this would not be of use, even if the words are covered, in CSS pixels. */
const MIN_HEIGHT = 160;

/** @param {HTMLElement} element of the field @param {CardActions} actions */
function createCard(element, actions) {
  const {anchor} = highestStage(element);
  const {host, root} = addHost(stageOf(anchor), look.css, 'position:fixed;left:0;top:0;width:0;height:0;');
  const status = make('div', {className: 'status', role: 'status'});
  const card = make('div', {className: 'card', role: 'dialog', popover: 'manual'});
  root.append(status, card);
  /** @type {Finding | undefined} */
  let shown;

  // A click leaves the focus, and with it the caret, in the reply.
  onTrusted(card, 'pointerdown', event => { if (!event.target.closest('.copy')) event.preventDefault(); });
  onTrusted(card, 'mousedown', event => event.preventDefault());
  for (const type of ['keydown', 'keypress', 'keyup', 'click', 'mousedown', 'pointerdown', 'paste', 'input']) {
    card.addEventListener(type, event => event.stopPropagation());
  }
  onTrusted(card, 'keydown', onKey);

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const options = /** @type {HTMLElement[]} */ ([...card.querySelectorAll('.rewrite')]);
    const at = options.indexOf(/** @type {HTMLElement} */ (root.activeElement));
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const turn = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') close();
    else if (step) options.at((at + step) % options.length)?.focus();
    else if (turn) actions.go(turn === 1 ? 1 : -1);
    else return;
    event.preventDefault();
  }

  /** @param {string} text heard by a screen reader, not seen */
  const announce = text => { status.textContent = text; };

  /** @param {string} label @param {string} className @param {() => void} action @param {string} [hint] */
  function button(label, className, action, hint = '') {
    const made = make('button', {className, type: 'button', title: hint}, label);
    onTrusted(made, 'click', action);
    return made;
  }

  /** @param {Finding} finding @param {Rewrite} rewrite */
  function option(finding, rewrite) {
    const made = button('', 'rewrite', () => actions.apply(finding, rewrite));
    const text = make('span', {className: 'text', lang: language ?? ''});
    let from = 0;
    for (const {offset, length} of rewrite.slots.toSorted((one, other) => one.offset - other.offset)) {
      text.append(rewrite.text.slice(from, offset), make('mark', {}, rewrite.text.slice(offset, offset + length)));
      from = offset + length;
    }
    text.append(rewrite.text.slice(from));
    made.append(text);
    if (rewrite.gloss && rewrite.gloss !== rewrite.text) made.append(make('span', {className: 'gloss'}, rewrite.gloss));
    return made;
  }

  /** @type {string | null} */
  let language = null;

  /**
   * @param {Finding} finding
   * @param {{text: string, index: number, count: number, language: string | null, focus: boolean, box: DOMRect}} view
   *   text: of the whole field; index: from 0; box: where the finding is, in the field's document
   */
  function show(finding, view) {
    const {text, index, count, focus, box} = view;
    language = view.language;
    shown = finding;
    const close_ = button('×', 'close', close);
    close_.ariaLabel = say('cardClose');
    const back = button('‹', 'turn', () => actions.go(-1));
    back.ariaLabel = say('commandPrevious');
    const on = button('›', 'turn', () => actions.go(1));
    on.ariaLabel = say('commandNext');
    const place = say('cardPlace', index + 1, count);
    const [first] = finding.rewrites;
    // A rewrite without length is put in beside the words; nothing is struck out then.
    const old = first?.length ? text.slice(first.offset, first.offset + first.length) : finding.text;
    card.className = `card ${finding.severity}`;
    card.ariaLabel = `${finding.title}. ${place}`;
    card.replaceChildren(
      make('header', {}, make('strong', {}, finding.title), make('span', {className: 'place'}, place), ...count > 1 ? [back, on] : [], close_),
      make('p', {className: 'message'}, finding.message),
      ...finding.why && finding.why !== finding.message ? [make('p', {className: 'why'}, finding.why)] : [],
      make('p', {className: 'old', lang: language ?? ''}, make(first?.length ? 'del' : 'span', {}, old)),
      make('div', {className: 'rewrites', role: 'group', ariaLabel: say('cardInstead')}, ...finding.rewrites.map(each => option(finding, each))),
      make('footer', {},
        button(say('cardIgnore'), 'quiet', () => actions.ignoreHere(finding), say('cardIgnoreHint')),
        button(say('cardNever'), 'quiet', () => actions.never(finding), say('cardUndoHint')),
        button(say('cardOff', finding.title), 'quiet', () => actions.off(finding), say('cardUndoHint'))),
    );
    open(box);
    announce(`${finding.title}: ${finding.text}. ${place}`);
    if (focus) /** @type {HTMLElement | null} */ (card.querySelector('.rewrite') ?? close_)?.focus({preventScroll: true});
  }

  /** @param {DOMRect} box */
  function open(box) {
    card.showPopover();
    const frame = highestStage(element);
    const {clientWidth, clientHeight} = host.ownerDocument.documentElement;
    card.style.maxHeight = '';
    const above = frame.top + box.top - GAP;
    const below = frame.top + box.bottom + GAP;
    const isBelow = below + card.offsetHeight <= clientHeight - GAP || clientHeight - below >= above;
    // The words stay in sight; a card that is higher than its side of them scrolls.
    card.style.maxHeight = `${Math.max(MIN_HEIGHT, (isBelow ? clientHeight - below : above) - GAP)}px`;
    const {offsetWidth: width, offsetHeight: height} = card;
    card.style.left = `${Math.max(GAP, Math.min(frame.left + box.left, clientWidth - width - GAP))}px`;
    card.style.top = `${Math.max(GAP, Math.min(isBelow ? below : above - height, clientHeight - height - GAP))}px`;
  }

  /** The page did not take a rewrite. @param {Rewrite} rewrite @param {DOMRect} box */
  function offerCopy(rewrite, box) {
    const text = make('textarea', {className: 'copy', value: rewrite.text, readOnly: true, rows: 3, ariaLabel: say('cardInstead')});
    const copy = button(say('cardCopy'), 'rewrite', () => {
      text.select();
      document.execCommand('copy');
      announce(say('cardCopied'));
      copy.textContent = say('cardCopied');
    });
    card.className = 'card';
    card.replaceChildren(make('p', {className: 'message'}, say('cardRefused')), text, copy);
    shown = undefined;
    open(box);
    copy.focus({preventScroll: true});
    announce(say('cardRefused'));
  }

  function close() {
    if (!card.matches(':popover-open')) return;
    const focused = root.activeElement !== null;
    card.hidePopover();
    shown = undefined;
    actions.closed(focused);
  }

  return {
    show, close, offerCopy, announce,
    shown: () => shown,
    isOpen: () => card.matches(':popover-open'),
    hasFocus: () => root.activeElement !== null,
    hovered: () => card.matches(':hover'),
    remove: () => host.remove(),
    /** @param {Node} node */
    isHost: node => node === host,
  };
}
