// What simple-statistics is sound for: descriptive statistics of samples without NaN. Its normal quantile and table are
// too coarse for safety stock, its standardDeviation divides by n and its median mis-sorts NaN: none of them is passed on.
export {
  interquartileRange,
  kernelDensityEstimation,
  medianAbsoluteDeviation,
  sampleCorrelation,
  sampleSkewness,
  sampleStandardDeviation,
  sampleVariance,
} from "simple-statistics";
