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
  today: { draw: Today, name: () => t.today.title },
  orders: { draw: Orders, name: () => t.orders.title },
  book: { draw: Book, name: () => t.book.title },
  deliveries: { draw: Deliveries, name: () => t.deliveries.title },
  item: { draw: Item },
  sheet: { draw: OrderSheet },
  signals: { draw: Signals, name: () => t.signals.title },
  kpis: { draw: Kpis, name: () => t.kpis.title },
  cash: { draw: Cash, name: () => t.cash.title },
  files: { draw: Files, name: () => t.files.title, isFree: true },
  settings: { draw: Settings, name: () => t.settings.title, isFree: true },
} satisfies Readonly<Record<string, View>>;
