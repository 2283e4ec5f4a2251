/** What one request may be and cost, as far as it is no setting (see settings.ts). */

/** Time in which a small body must have come in. */
export const smallBodyMs = 20_000;

/** A reader who asks for nothing more during this time has left. */
export const patienceMs = 30_000;

/** How long a change waits for a store that another process writes to, and how often it is tried meanwhile. */
export const lockedMs = 3000;
export const lockedPauseMs = 50;

/** Rows of one page of a list. */
export const mostRows = 1000;

/** Characters of the name of an item in an address. */
export const mostItemChars = 1000;

/** Levels of lists and objects in each other in a JSON body. */
export const mostDepth = 64;

/** Lines of one bulk of decisions, and its bytes. */
export const mostDecisions = 50_000;
export const mostDecisionBytes = 32 * 2 ** 20;

/** Lines of a bulk that are decided in one go: some milliseconds. */
export const decisionsAtOnce = 200;

/** How often the token of an open stream is looked at again. */
export const recheckMs = 5000;
