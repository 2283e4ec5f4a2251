// Models of single series, and what is learned across a panel.
//
//   import { ets } from "bedarf/models";
//   ets().fit({ item: "A", bucket: "month", period: 12, values }).mean(6);

export * from "../models/index.ts";
export { adida, imapa } from "../models/local/adida.ts";
export { boxCoxed } from "../models/local/box-coxed.ts";
export { ces } from "../models/local/ces.ts";
export { croston, sba, sbj } from "../models/local/croston.ts";
export { drift } from "../models/local/drift.ts";
export { ets } from "../models/local/ets/ets.ts";
export { damped, holt, ses } from "../models/local/exponential-smoothing.ts";
export { models } from "../models/local/index.ts";
export { linearTrend, theilSen } from "../models/local/linear-trend.ts";
export { mean, movingAverage } from "../models/local/moving-average.ts";
export { naive } from "../models/local/naive.ts";
export { regression } from "../models/local/regression.ts";
export { seasonalNaive } from "../models/local/seasonal-naive.ts";
export { stlDamped } from "../models/local/stl-damped.ts";
export { theta } from "../models/local/theta.ts";
export { tsb } from "../models/local/tsb.ts";
