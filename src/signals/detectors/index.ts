import { bias } from "./bias.ts";
import { countShifts } from "./count-level.ts";
import { countSpike } from "./count-spike.ts";
import type { Detector, Family, Finding } from "./detector.ts";
import { endOfLife } from "./end-of-life.ts";
import { intermittencyChange } from "./intermittency-change.ts";
import { levelShifts } from "./level-shift.ts";
import { passing } from "./passing.ts";
import { seasonChange } from "./season-change.ts";
import { spikes } from "./spike.ts";
import { trendBreaks } from "./trend-break.ts";
import { countUnitChange, unitChange } from "./unit-jump.ts";
import { varianceChange } from "./variance-change.ts";

const isClearerShift = (other: Finding, own: Finding): boolean =>
  other.kind === "level-shift" && other.p < own.p;

/** Changes after which forecasts are off to one side for a while. */
export const isLasting = ({ kind }: Pick<Finding, "kind">): boolean =>
  kind === "level-shift" || kind === "trend-break" || kind === "unit-change";

/**
 * Everything that is looked for, in the order in which it is explained. `tests` are the factors of a weighted
 * Bonferroni correction within one series (Genovese, Roeder & Wasserman 2006). A change of unit is a step by another
 * name and shares its factor.
 */
export const detectors: readonly Detector[] = [
  { kind: "end-of-life", family: "level", tests: 16, detect: endOfLife },
  { kind: "unit-change", family: "level", tests: 3, detect: unitChange },
  { kind: "season-change", family: "level", tests: 10, detect: seasonChange, competes: true },
  { kind: "variance-change", family: "level", tests: 10, detect: varianceChange, competes: true },
  { kind: "spike", family: "level", tests: 4, detect: spikes },
  { kind: "level-shift", family: "level", tests: 3, detect: levelShifts },
  { kind: "passing", family: "level", tests: 16, detect: passing },
  { kind: "trend-break", family: "level", tests: 8, detect: trendBreaks },
  {
    kind: "intermittency-change",
    family: "level",
    tests: 16,
    detect: intermittencyChange,
    givesWayTo: isClearerShift,
  },
  { kind: "bias", family: "level", tests: 32, detect: bias, givesWayTo: isLasting },

  { kind: "end-of-life", family: "count", tests: 8, detect: endOfLife },
  { kind: "unit-change", family: "count", tests: 5, detect: countUnitChange },
  {
    kind: "level-shift",
    family: "count",
    tests: 5,
    detect: countShifts,
    givesWayTo: (other, own) =>
      other.kind === "unit-change" || (other.kind === "intermittency-change" && other.p < own.p),
  },
  {
    kind: "intermittency-change",
    family: "count",
    tests: 5,
    detect: intermittencyChange,
    givesWayTo: (other, own) =>
      other.kind === "unit-change" || (other.kind === "level-shift" && other.p <= own.p),
  },
  { kind: "spike", family: "count", tests: 6, detect: countSpike },
];

/** The detectors of a family, in their order. */
export const detectorsOf = (family: Family): Detector[] => detectors.filter((one) => one.family === family);
