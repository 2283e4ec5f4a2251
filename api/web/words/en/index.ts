import { book } from "./book.ts";
import { cash } from "./cash.ts";
import { decisions } from "./decisions.ts";
import { deliveries } from "./deliveries.ts";
import { fields } from "./fields.ts";
import { files } from "./files.ts";
import { frame } from "./frame.ts";
import { glossary } from "./glossary.ts";
import { item } from "./item.ts";
import { kpis } from "./kpis.ts";
import { orders } from "./orders.ts";
import { settings } from "./settings.ts";
import { signals } from "./signals.ts";
import { today } from "./today.ts";

/** Everything that the page says of itself, in English: other languages take its form. */
export const en = {
  book,
  cash,
  decisions,
  deliveries,
  fields,
  files,
  frame,
  glossary,
  item,
  kpis,
  orders,
  settings,
  signals,
  today,
};
