// The pictures of the report, for other pages: SVG markup without any style or script of its own.
export { demandChart, historyMarks, showsLastYear } from "./chart/demand-chart.ts";
export { picture, timeAxis, valueAxis } from "./chart/frame.ts";
export { leadTimeChart } from "./chart/lead-time-chart.ts";
export { band, bar, line, rule, word } from "./chart/marks.ts";
export { linear, ticks } from "./chart/scale.ts";
export { seasonStrip } from "./chart/season-strip.ts";
export { sparkBars, sparkline } from "./chart/sparkline.ts";
export { stockChart, stockMarks } from "./chart/stock-chart.ts";
export { type PlanStock, stockPath, todayOf } from "./chart/stock-path.ts";
export { monthName, monthStarts, shortDay } from "./chart/time-names.ts";
export { totalChart } from "./chart/total-chart.ts";
export { waterfall, waterfallSteps } from "./chart/waterfall.ts";
export { kpiSide, kpiValue } from "./html/kpis.ts";
export { html, type Markup, type Piece } from "./html/markup.ts";
export { atLevel } from "./levels.ts";
