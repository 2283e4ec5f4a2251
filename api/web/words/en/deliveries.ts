/** Words of the orders under way. */
export const deliveries = {
  title: "Deliveries",
  text: "What is on order, by what should be done about it.",
  none: "Nothing is on order",
  noneText: "The files name no open orders.",
  late: "Late by",
  write: "Write to {supplier} ({count})",
  subject: "Open orders with {supplier}",
  groups: {
    expedite: "Bring forward",
    confirm: "Overdue: have a date confirmed",
    postpone: "Can come later",
    cancel: "Can be cancelled",
    keep: "As planned",
  },
  meanings: {
    expedite: "The stock ends before these orders arrive.",
    confirm: "The day has passed and nothing came; plans reckon with a later one.",
    postpone: "Nobody needs these for weeks.",
    cancel: "Stock and other orders last for more than a year without these.",
    keep: "These orders come in time.",
  },
  asks: {
    expedite: "we need these orders earlier. Which is the earliest day on which you can deliver?",
    confirm: "these orders are overdue. Please confirm the day of delivery.",
    postpone: "we need these orders later than agreed. Can you deliver some weeks later?",
    cancel: "we no longer need these orders. Can they be cancelled?",
    keep: "these orders stay as agreed.",
  },
};
