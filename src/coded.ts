/** Values of a code that needs none. */
export type None = Readonly<Record<never, never>>;

/**
 * One code of a table of values, with its values: what the engine says. The words for it live in `src/words`, one
 * sentence a code and language.
 * @example type Fault = Coded<{ "not-a-number": { name: string; got: string }; cancelled: None }>
 */
export type Coded<Values> = {
  [C in keyof Values]: { readonly code: C } & Readonly<Values[C]>;
}[keyof Values];
