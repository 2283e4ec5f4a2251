/** Words of the first view: what is to be done today. */
export const today = {
  title: "Today",
  shortageText: "goods are missing before they can come",
  lines: "order lines",
  linesText: "with {suppliers} {suppliers:supplier|suppliers}, {plain} of them without a question",
  questions: "questions",
  questionsText: "{blocked} of them block a line",
  late: "late deliveries",
  lateText: "{expedite} to bring forward, {confirm} to have confirmed",
  unplacedText: "accepted lines that no supplier knows of",
  look: "Look",
  work: "Go through",
  settle: "Settle",
  remind: "Remind",
  order: "Order",
};
