import { random } from "../../numeric/random.ts";
import type { LocalPair, PanelView, Past, Window } from "./panel-view.ts";
import { seasonIndices } from "./season-shape.ts";
import { viewOf } from "./views.ts";

/** Values that the smoothed levels look back at. */
const memory = 60;

/** Inputs of a view: constant, lags, its own and the hidden ones. */
export const inputsOf = (of: PanelView, period: number, horizon: number): number =>
  1 + linearInputs(of, period, horizon) + of.hidden;

const linearInputs = (of: PanelView, period: number, horizon: number): number =>
  of.lags + viewOf(of).inputs(period, horizon);

/** Turns the windows of one view into inputs of the regression. */
export interface WindowReader {
  /** What was read last; overwritten by the next `read`. */
  readonly window: Window;
  /**
   * Reads values before `origin` only; `ratios` to the moving average as of `seasonRatios`. False where the window is
   * all zero and nothing can be scaled.
   */
  read(y: Float64Array, ratios: Float64Array, origin: number, local: LocalPair | null): boolean;
}

/** Reader for a view of series with this period, which forecasts `horizon` steps at once. */
export function windowReader(of: PanelView, period: number, horizon: number): WindowReader {
  const view = viewOf(of);
  const linear = linearInputs(of, period, horizon);
  const addHidden = hiddenLayer(of, linear);
  const past: Past = {
    values: new Float64Array(Math.max(of.lags, memory)),
    known: 0,
    origin: 0,
    indices: new Float64Array(Math.max(1, period)),
    period,
    local: null,
  };
  const window: Window = {
    inputs: new Float64Array(1 + linear + of.hidden),
    base: new Float64Array(horizon),
    factor: new Float64Array(horizon).fill(1),
    scale: 0,
  };
  return {
    window,
    read(y, ratios, origin, local) {
      past.origin = origin;
      past.local = local;
      if (view.season !== undefined) seasonIndices(ratios, period, origin, past.indices);
      lookBack(past, y, view.season === "divided");
      window.scale = meanOfLastSeason(past);
      window.inputs[0] = 1;
      if (!(window.scale > 0) || !view.describe(past, window, of.lags)) return false;
      addHidden(window.inputs);
      return true;
    },
  };
}

/** Copies the last values before the origin, divided by their seasonal indices where asked for. */
function lookBack(past: Past, y: Float64Array, isAdjusted: boolean): void {
  const { values, indices, origin } = past;
  past.known = Math.min(origin, values.length);
  const from = origin - past.known;
  for (let k = 0; k < past.known; k++)
    values[k] = isAdjusted ? y[from + k] / indices[(from + k) % indices.length] : y[from + k];
}

/** Mean size of the last season (of three values where there is none). */
function meanOfLastSeason({ values, known, period }: Past): number {
  const span = Math.min(known, period < 2 ? 3 : period);
  let sum = 0;
  for (let k = 1; k <= span; k++) sum += Math.abs(values[known - k]);
  return sum / span;
}

/**
 * Random rectified combinations of the linear inputs, appended to them: a layer that is drawn once and never trained,
 * so that ridge regression learns bends in closed form (Schmidt, Kraaijveld & Duin 1992; Huang, Zhu & Siew 2006;
 * Rahimi & Recht 2008).
 */
function hiddenLayer({ hidden, seed }: PanelView, linear: number): (inputs: Float64Array) => void {
  const { normal } = random(seed);
  const gain = 3 / Math.sqrt(linear);
  const mixing = new Float64Array(hidden * linear).map(() => normal() * gain);
  const offsets = new Float64Array(hidden).map(() => normal() * 0.7);
  return (inputs) => {
    for (let f = 0; f < hidden; f++) {
      let sum = offsets[f];
      const row = f * linear;
      for (let k = 0; k < linear; k++) sum += mixing[row + k] * inputs[1 + k];
      inputs[1 + linear + f] = sum > 0 ? sum : 0;
    }
  };
}
