import type { View } from "../view.ts";
import { bookWords } from "../words/book.ts";
import { cashWords } from "../words/cash.ts";
import { deliveriesWords } from "../words/deliveries.ts";
import { filesWords } from "../words/files.ts";
import { kpisWords } from "../words/kpis.ts";
import { ordersWords } from "../words/orders.ts";
import { settingsWords } from "../words/settings.ts";
import { signalsWords } from "../words/signals.ts";
import { todayWords } from "../words/today.ts";
import { Book } from "./book/book.tsx";
import { Cash } from "./cash/cash.tsx";
import { Deliveries } from "./deliveries/deliveries.tsx";
import { Files } from "./files/files.tsx";
import { Item } from "./item/item.tsx";
import { Kpis } from "./kpis/kpis.tsx";
import { Orders } from "./orders/orders.tsx";
import { Settings } from "./settings/settings.tsx";
import { OrderSheet } from "./sheet/sheet.tsx";
import { Signals } from "./signals/signals.tsx";
import { Today } from "./today/today.tsx";

/** Every view by its name in the address, in the order of the navigation; the first one opens the page. */
export const views = {
  today: { draw: Today, name: () => todayWords.title, letter: "h" },
  orders: { draw: Orders, name: () => ordersWords.title, letter: "o" },
  book: { draw: Book, name: () => bookWords.title, letter: "b" },
  deliveries: { draw: Deliveries, name: () => deliveriesWords.title, letter: "l" },
  item: { draw: Item },
  sheet: { draw: OrderSheet },
  signals: { draw: Signals, name: () => signalsWords.title, letter: "s" },
  kpis: { draw: Kpis, name: () => kpisWords.title, letter: "k" },
  cash: { draw: Cash, name: () => cashWords.title, letter: "m" },
  files: { draw: Files, name: () => filesWords.title, letter: "d", isFree: true },
  settings: { draw: Settings, name: () => settingsWords.title, letter: "e", isFree: true },
} satisfies Readonly<Record<string, View>>;
