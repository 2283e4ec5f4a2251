/** Words of flagged fluctuations. */
export const signals = {
  title: "Signals",
  lead: "{count} flagged fluctuations, the most money first.",
  nothing: "No signals",
  nothingText: "There is nothing to report for this choice.",
  showPast: "see {count} past ones",
  states: {
    open: "Open",
    snoozed: "Snoozed",
    confirmed: "Confirmed",
    closed: "Closed",
    past: "Past",
  },
  snooze: "Snooze",
  confirm: "Confirm",
  shut: "Close",
  answers:
    "Confirm: it is real and the plan reckons with it (new level, peak left out, no orders where demand has ended). Snooze: back in four weeks, sooner if the change grows by half. Close: nothing of the kind, the plan leaves it aside. Holds from the next plan on.",
  confirmText: "It is real: the plan reckons with it.",
  snoozeText: "Back in four weeks, sooner if the change grows by half.",
  shutText: "Nothing of the kind: the plan leaves it aside and does not report it again.",
  grown: "grown by half as of {at}",
  reopen: "Reopen",
  kind: "Kind",
  happened: "happened {at}, seen {seen}",
};
