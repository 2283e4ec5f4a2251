import { t } from "../language.ts";
import type { View } from "../view.ts";
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
  today: { draw: Today, name: () => t.today.title, letter: "h" },
  orders: { draw: Orders, name: () => t.orders.title, letter: "o" },
  book: { draw: Book, name: () => t.book.title, letter: "b" },
  deliveries: { draw: Deliveries, name: () => t.deliveries.title, letter: "l" },
  item: { draw: Item },
  sheet: { draw: OrderSheet },
  signals: { draw: Signals, name: () => t.signals.title, letter: "s" },
  kpis: { draw: Kpis, name: () => t.kpis.title, letter: "k" },
  cash: { draw: Cash, name: () => t.cash.title, letter: "m" },
  files: { draw: Files, name: () => t.files.title, letter: "d", isFree: true },
  settings: { draw: Settings, name: () => t.settings.title, letter: "e", isFree: true },
} satisfies Readonly<Record<string, View>>;
