/** Steps that one reading of a file may take: some at once, more with each row, never above `most`. */
export interface Allowance {
  readonly base: number;
  readonly ofARow: number;
  readonly most: number;
}

/** What has been spent of an allowance. */
export interface StepBudget {
  spend(steps: number): void;
  /** True while work at a row may begin. */
  hasLeft(row: number): boolean;
}

/** A budget that is asked before each piece of work and told afterwards what it took. */
export function stepBudget({ base, ofARow, most }: Allowance): StepBudget {
  let spent = 0;
  return {
    spend(steps) {
      spent += steps;
    },
    hasLeft: (row) => spent < Math.min(most, base + ofARow * row),
  };
}
