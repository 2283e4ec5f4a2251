// How forecasts are judged: metrics by their exact definitions, one a file; the naive forecasts that they are held
// against; backtests with a rolling origin. Unobserved values (NaN) do not count; a figure that is not defined is NaN.
//
//   import { mase, wape } from "bedarf/evaluate";
//   wape([7, 9, 6], [6, 8, 8]); // 0.1818: errors of 4 on a demand of 22
//   mase([7, 9, 6], [6, 8, 8], [3, 5, 4, 6, 5, 7, 8, 6]); // 0.8485: 15 % better than the naive forecast in sample
export * from "./backtest.ts";
export * from "./crps.ts";
export * from "./error-sums.ts";
export * from "./interval.ts";
export * from "./mase.ts";
export * from "./naive.ts";
export * from "./naive-scale.ts";
export * from "./owa.ts";
export * from "./periods-in-stock.ts";
export * from "./pinball.ts";
export * from "./pit.ts";
export * from "./rate-errors.ts";
export * from "./rmsse.ts";
export * from "./skill.ts";
export * from "./smape.ts";
export * from "./tracking-signal.ts";
export * from "./wape.ts";
