// What of a long text is near the window. Nothing is measured while keys come: only after a scroll, a new size, a new answer.

/**
 * @param {Field} field
 * @param {() => void} moved other marks may be near now
 * @returns {{near: (findings: Finding[], open?: Finding) => Finding[], forget: () => void, close: () => void}}
 *   near: those no farther than half a window above or below it, and the open one; forget: measures them anew next time
 */
function createView(field, moved) {
  const {element} = field;
  const document = element.ownerDocument;
  const window = /** @type {Window & typeof globalThis} */ (document.defaultView);
  /** Of those that are near, by name. @type {Set<string> | undefined} */
  let names;
  /** Where a finding stood when they were measured. @type {{name: string, top: number} | undefined} */
  let anchor;
  /** @type {Finding[]} */
  let all = [];
  /** @type {Range | undefined} One for all, because a live range costs something at each change of the page. */
  let ruler;

  /** @param {Finding} finding @returns {DOMRect | undefined} in the highest window of this origin */
  function boxOf({offset, length}) {
    const range = field.range(offset, offset + length, ruler);
    if (!range) return undefined;
    ruler = range;
    return range.getBoundingClientRect();
  }

  const windowHeight = () => highestStage(element).anchor.ownerDocument.documentElement.clientHeight;

  function measure() {
    const {top} = highestStage(element);
    const height = windowHeight();
    names = new Set();
    anchor = undefined;
    for (const finding of all) {
      const box = boxOf(finding);
      if (!box) continue;
      anchor ??= {name: nameOf(finding), top: top + box.top};
      if (top + box.bottom >= -height / 2 && top + box.top <= 1.5 * height) names.add(nameOf(finding));
    }
    ruler?.collapse();
  }

  function look() {
    if (!names) return;
    field.moved();
    const same = all.find(each => nameOf(each) === anchor?.name);
    const box = same && boxOf(same);
    // Half of what was measured beyond the window is still there.
    if (box && anchor && Math.abs(highestStage(element).top + box.top - anchor.top) < windowHeight() / 4) return;
    names = undefined;
    moved();
  }

  let waiting = 0;
  const soon = () => {
    if (names) waiting ||= window.requestAnimationFrame(() => { waiting = 0; look(); });
  };
  const again = () => {
    if (!names) return;
    anchor = undefined;
    soon();
  };
  const ending = new AbortController();
  for (const above of placesAbove(element)) {
    above.addEventListener('scroll', soon, {capture: true, passive: true, signal: ending.signal});
    above.addEventListener('resize', again, {passive: true, signal: ending.signal});
  }
  const sizes = new window.ResizeObserver(again);
  sizes.observe(element);
  // A box that moves without scrolling comes into sight or goes out of it.
  const sight = new window.IntersectionObserver(soon, {threshold: [0, 0.25, 0.5, 0.75, 1]});
  sight.observe(element);

  return {
    near(findings, open) {
      all = findings;
      if (!names) measure();
      return findings.filter(each => each === open || names?.has(nameOf(each)));
    },
    forget() { names = undefined; },
    close() {
      ending.abort();
      sizes.disconnect();
      sight.disconnect();
    },
  };
}

/**
 * @param {Element} element
 * @returns {EventTarget[]} the shadow roots and windows that it scrolls in; a scroll tells its own root only
 */
function placesAbove(element) {
  const found = [];
  for (let at = /** @type {Element | null} */ (element); at;) {
    const root = /** @type {Document | ShadowRoot} */ (at.getRootNode());
    const host = /** @type {ShadowRoot} */ (root).host;
    found.push(host ? root : /** @type {Window} */ (at.ownerDocument.defaultView));
    at = host ?? frameAround(at);
  }
  return found;
}
