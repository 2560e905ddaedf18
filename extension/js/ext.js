// The only file that touches the browser's extension interface (`chrome`, promises in both browsers).
// Content scripts load it as a plain script, where `var` is shared by all of them;
// extension pages import it as a module, where the last line publishes it.

var ext = Object.freeze({
  // Chromium also defines `browser`, so the address of the extension tells which one this is.
  firefox: chrome.runtime.getURL('').startsWith('moz-extension:'),

  /** @param {string} path inside the extension @returns {string} its address */
  url: path => chrome.runtime.getURL(path),

  uiLanguage: () => chrome.i18n.getUILanguage(),

  version: () => chrome.runtime.getManifest().version,

  /**
   * Sends to the background worker.
   * @param {object} message see protocol.js
   * @returns {Promise<unknown>} its answer; undefined when the worker is gone (the extension was updated or removed)
   */
  send: message => chrome.runtime.sendMessage(message).catch(() => undefined),

  /**
   * Answers messages from other parts of this extension.
   * @param {(message: unknown, sender: chrome.runtime.MessageSender) => Promise<unknown> | undefined} answer
   *   undefined: the message is not for this listener
   */
  onMessage(answer) {
    chrome.runtime.onMessage.addListener((message, sender, reply) => {
      const promise = answer(message, sender);
      promise?.then(reply);
      return promise !== undefined;
    });
  },

  /** True while the extension that injected this script is still installed. */
  alive: () => Boolean(chrome.runtime?.id),

  /** @param {Element} element @returns {ShadowRoot | null} its shadow root, closed ones included */
  shadowRoot: element =>
    // @ts-expect-error Firefox has it on the element.
    element.openOrClosedShadowRoot ?? chrome.dom?.openOrClosedShadowRoot(/** @type {HTMLElement} */ (element)) ?? null,

  // From here on: background worker and extension pages only.

  /** @param {Record<string, unknown>} defaults keys with the values they have when never set */
  load: defaults => chrome.storage.local.get(defaults),
  /** @param {Record<string, unknown>} values */
  save: values => chrome.storage.local.set(values),
  /** @param {(changes: Record<string, unknown>) => void} listener hears every change of the settings */
  onSaved: listener => chrome.storage.local.onChanged.addListener(listener),
  /** Keeps the stored settings, the key among them, out of the reach of content scripts. */
  lockStorage: () => chrome.storage.local.setAccessLevel?.({accessLevel: 'TRUSTED_CONTEXTS'}),
  /** @param {string} key @returns {Promise<unknown>} what was kept since the browser started */
  remember: async key => (await chrome.storage.session.get(key))[key],
  /** @param {Record<string, unknown>} values */
  keep: values => chrome.storage.session.set(values),

  /** @param {string[]} origins match patterns */
  allowed: origins => chrome.permissions.contains({origins}),
  /** Asks the agent; must be the first call in a click. @param {string[]} origins */
  ask: origins => chrome.permissions.request({origins}),
  /** @param {string[]} origins @returns {Promise<boolean>} false where the manifest itself holds them */
  giveBack: origins => chrome.permissions.remove({origins}).catch(() => false),
  /** @param {() => void} listener */
  onAllowedChange(listener) {
    chrome.permissions.onAdded.addListener(listener);
    chrome.permissions.onRemoved.addListener(listener);
  },

  registered: () => chrome.scripting.getRegisteredContentScripts(),
  /** @param {chrome.scripting.RegisteredContentScript} script */
  register: script => chrome.scripting.registerContentScripts([script]),
  /** @param {string} id */
  unregister: id => chrome.scripting.unregisterContentScripts({ids: [id]}),
  /** @param {number} tabId @param {string[]} files @param {string[]} css */
  async inject(tabId, files, css) {
    const target = {tabId, allFrames: true};
    await chrome.scripting.insertCSS({target, files: css});
    await chrome.scripting.executeScript({target, files});
  },

  /** @param {number} tabId @param {object} message to every frame of a tab @returns {Promise<unknown>} the first answer */
  tell: (tabId, message) => chrome.tabs.sendMessage(tabId, message).catch(() => undefined),
  tabs: () => chrome.tabs.query({}),
  activeTab: async () => (await chrome.tabs.query({active: true, currentWindow: true}))[0],
  /** @param {number} id */
  tab: id => chrome.tabs.get(id),

  /** @param {number} tabId @param {string} text @param {string} color @param {string} title */
  async badge(tabId, text, color, title) {
    // The tab may be gone by now.
    await Promise.allSettled([
      chrome.action.setBadgeText({tabId, text}),
      chrome.action.setBadgeBackgroundColor({tabId, color}),
      chrome.action.setBadgeTextColor?.({tabId, color: '#fff'}),
      chrome.action.setTitle({tabId, title}),
    ]);
  },
  /** @param {(name: string) => void} listener hears the keyboard commands of the manifest */
  onCommand: listener => chrome.commands.onCommand.addListener(listener),
  /** @param {() => void} listener */
  onStart(listener) {
    chrome.runtime.onInstalled.addListener(listener);
    chrome.runtime.onStartup.addListener(listener);
  },
  commands: () => chrome.commands.getAll(),
  openOptions: () => chrome.runtime.openOptionsPage(),
});
globalThis.ext = ext;
