import type { Row } from "../results.ts";

/** One figure beside what was asked of it. */
export interface Figure {
  readonly set: string;
  readonly figure: string;
  readonly measured: number;
  readonly asked: string;
  readonly holds: boolean;
}

/** A row of the table. */
export const row = ({ set, figure, measured, asked, holds }: Figure): Row => ({
  set,
  figure,
  measured: +measured.toFixed(4),
  asked,
  holds: holds ? "yes" : "no",
});

/** A figure that has a limit from above. */
export const atMost = (set: string, figure: string, measured: number, most: number): Row =>
  row({ set, figure, measured, asked: `at most ${+most.toFixed(3)}`, holds: measured <= most });

/** A share in percent that may be off by so many points. */
export const within = (set: string, figure: string, measured: number, aim: number, points: number): Row =>
  row({
    set,
    figure,
    measured: +measured.toFixed(1),
    asked: `${aim} within ${points}`,
    holds: Math.abs(measured - aim) <= points,
  });
