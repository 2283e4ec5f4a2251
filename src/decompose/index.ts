// Season, trend and remainder: classical, STL, MSTL, ridge waves; strengths and the season finder.
export * from "./classical.ts";
export * from "./fill-gaps.ts";
export * from "./find-period.ts";
export * from "./mstl.ts";
export * from "./ridge-season.ts";
export * from "./seasonal-adjustment.ts";
export * from "./seasonality-test.ts";
export * from "./stl.ts";
export * from "./stl-options.ts";
export * from "./strength.ts";
