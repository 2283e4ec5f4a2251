/** What the budget left of an item's order. */
export interface Granted {
  readonly quantity: number;
  /** The quantity before the budget cut it. */
  readonly wanted: number;
}
