// The lines under the reply: how things stand, and what the service could not do.

/** @param {string} id */
const byId = id => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} text '' hides it */
export function notice(text) {
  const element = byId('notice');
  element.textContent = text;
  element.hidden = text === '';
}

/** @param {string} text read out by screen readers when it changes @param {boolean} undoable offers to undo what it tells of */
export function say(text, undoable) {
  const status = byId('status');
  if (status.textContent !== text) status.textContent = text;
  byId('undo').hidden = !undoable;
}

/** @returns {boolean} whether undo is on offer */
export function offersUndo() {
  return !byId('undo').hidden;
}
