// How forecasts are judged: metrics by their exact definitions, one a file; the naive forecasts that they are held
// against; backtests with a rolling origin.
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
