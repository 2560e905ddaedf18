// The way in: waits for the focus. Frames of the page's own origin are served from here, since a page that writes into
// a frame (TinyMCE, CKEditor) drops every listener a script in that frame has set.

/** @type {ReturnType<typeof startSession> | undefined} */
let session;
let switchedOn = true;
let starting = 0;

/** @param {Element | null} element that has the focus */
async function attend(element) {
  if (!switchedOn || !element) return;
  if (element.nodeName === 'IFRAME') return enterFrame(/** @type {HTMLIFrameElement} */ (element));
  const inner = ext.shadowRoot(element);
  if (inner) {
    listen(inner);
    if (inner.activeElement) return attend(inner.activeElement);
  }
  const box = editableBox(element);
  if (!box || (session?.element === box && box.isConnected)) return;
  const turn = ++starting;
  await loadLook();
  if (turn !== starting || !switchedOn) return;
  session?.stop();
  session = startSession(box);
}

/** @param {HTMLIFrameElement} frame */
function enterFrame(frame) {
  const inner = ownDocument(frame);
  if (!inner) return;
  listen(inner);
  attend(inner.activeElement ?? inner.body);
}

/** @param {HTMLIFrameElement} frame @returns {Document | null} null when it belongs to another origin */
function ownDocument(frame) {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

/** @type {WeakMap<Document | ShadowRoot, AbortController>} */
const listening = new WeakMap();

/** @param {Document | ShadowRoot} root */
function listen(root) {
  listening.get(root)?.abort();
  const stop = new AbortController();
  listening.set(root, stop);
  root.addEventListener('focusin', event => attend(/** @type {Element} */ (event.composedPath()[0])), {signal: stop.signal, capture: true});
  // The focus goes into a frame without an event, but leaves this window; Firefox tells where to only afterwards.
  if ('defaultView' in root) root.defaultView?.addEventListener('blur', () => setTimeout(() => attend(root.activeElement)), {signal: stop.signal});
}

/** @returns {boolean} whether a frame above serves this one */
function servedFromAbove() {
  try {
    return Boolean(globalThis.frameElement);
  } catch {
    return false;
  }
}

if (!servedFromAbove()) {
  ext.onMessage(value => {
    const message = protocol.message(value);
    switch (message?.kind) {
      case 'command':
        session?.command(message.name);
        return undefined;
      case 'recheck':
        if (session) loadLook(true).then(() => session?.recheck());
        return undefined;
      case 'switch':
        switchedOn = message.sites.some(site => `${globalThis.origin}/`.replace(/:\d+\/$/, '/') === site.slice(0, -1));
        if (switchedOn) attend(document.activeElement);
        else session = void session?.stop();
        return Promise.resolve(true);
      default: return undefined;
    }
  });
  listen(document);
  attend(document.activeElement);
}
