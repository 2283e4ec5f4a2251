// Metrics by their exact definitions, one a file.
export * from "./crps.ts";
export * from "./interval.ts";
export * from "./mase.ts";
export * from "./naive-scale.ts";
export * from "./owa.ts";
export * from "./periods-in-stock.ts";
export * from "./pinball.ts";
export * from "./rate-errors.ts";
export * from "./rmsse.ts";
export * from "./skill.ts";
export * from "./smape.ts";
export * from "./wape.ts";
