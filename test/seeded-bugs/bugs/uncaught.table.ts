/**
 * Bugs that no generated suite of `specs/` catches, by name, and the row or the assertion that would. A bug that is
 * caught has no place here: the test compares.
 */
export const uncaught: Readonly<Record<string, string>> = {};
