import * as metrics from "../../src/evaluate/index.ts";
import { keepsMetricContract, type MetricCase } from "../contracts/metric.ts";

const cases: MetricCase[] = [
  { name: "mae", of: metrics.mae, unit: 1 },
  { name: "mse", of: metrics.mse, unit: 2 },
  { name: "mase", of: (y, f, x) => metrics.mase(y, f, x), unit: 0 },
  { name: "mase with a season", of: (y, f, x) => metrics.mase(y, f, x, 4), unit: 0 },
  { name: "rmsse", of: (y, f, x) => metrics.rmsse(y, f, x), unit: 0 },
  {
    name: "rmsse from the first demand",
    of: (y, f, x) => metrics.rmsse(y, f, metrics.fromFirstDemand(x)),
    unit: 0,
  },
  { name: "smape", of: metrics.smape, unit: 0 },
  { name: "wape", of: metrics.wape, unit: 0 },
  { name: "biasPercent", of: metrics.biasPercent, unit: 0, isSigned: true },
  { name: "vn1Score", of: metrics.vn1Score, unit: 0 },
  { name: "pinball", of: (y, q) => metrics.pinball(y, q, 0.9), unit: 1 },
  { name: "scaledPinball", of: (y, q, x) => metrics.scaledPinball(y, q, 0.9, x), unit: 0 },
  { name: "weightedQuantileLoss", of: (y, q) => metrics.weightedQuantileLoss(y, q, 0.9), unit: 0 },
  {
    name: "scaledQuantileLoss",
    of: (y, q, x) => metrics.scaledQuantileLoss(y, [q, q], [0.5, 0.9], x),
    unit: 0,
  },
  {
    name: "msis of an interval without width",
    of: (y, f, x) => metrics.msis(y, { lower: f, upper: f }, 0.05, x),
    unit: 0,
  },
  { name: "periodsInStock", of: metrics.periodsInStock, unit: 1, isSigned: true, isOrdered: true },
  {
    name: "scaledPeriodsInStock",
    of: metrics.scaledPeriodsInStock,
    unit: 0,
    isSigned: true,
    isOrdered: true,
  },
];

for (const one of cases) keepsMetricContract(one);
