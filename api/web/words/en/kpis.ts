/** Words of the key figures. */
export const kpis = {
  title: "Key figures",
  groups: {
    efficiency: "Efficiency",
    quality: "Quality",
    effect: "Effect",
  },
  groupTexts: {
    efficiency: "How much work and capital ordering takes",
    quality: "How good and how calm the forecasts are",
    effect: "What of it arrives in stock and on the account",
  },
  target: "target {value}",
  noValue: "not enough history yet",
  noTarget: "no target",
  next: "Next step",
  drivers: "Driven by",
  trend: "trend over {count} runs",
  baseline: "naive {value}",
  more: "All figures of this group",
  source: {
    runs: "measured on the runs",
    backtest: "replayed from the file",
  },
  changes: "What moved the forecasts",
  changesNone: "No forecast moved to speak of since the last run, or this is the first one.",
  overrideValue: "What overrides were worth",
  overrideValueText:
    "Error before and after each step, on periods that have come true. Value added in points: below zero the step did harm.",
  overrideValueNone:
    "No changed quantity has come true yet: this shows from the first run after a full period.",
  stepName: "Step",
  steps: {
    statistical: "forecast instead of naive",
    override: "planners' overrides",
    final: "final order",
  },
  by: {
    reason: "overrides, reason: {name}",
    group: "overrides, group: {name}",
    person: "overrides by {name}",
  },
  cells: "Cases",
  errorBefore: "Error before",
  errorAfter: "after",
  valueAdded: "Value added",
  advice: "Advice",
  advices: {
    keep: "keep",
    watch: "not settled",
    stop: "stop doing it",
  },
  overrides: "Your changes by reason",
  overridesNone: "No line of this plan was changed or rejected yet.",
};
