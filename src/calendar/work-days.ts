/** Days on which a party works: Monday to Friday less holidays and closures. Days are day numbers. */
export interface WorkCalendar {
  isOpen(day: number): boolean;
  /** Open days in [from, to], both included; 0 when to < from. */
  count(from: number, to: number): number;
  /** `day` itself when open, else the next open day. */
  next(day: number): number;
  /** `day` itself when open, else the last open day before it. */
  previous(day: number): number;
  /** The day that is `openDays` open days after `day` (before it when negative); `day` itself for 0. */
  add(day: number, openDays: number): number;
}
