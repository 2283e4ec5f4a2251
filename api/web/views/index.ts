import type { View } from "../view.ts";
import { cashWords } from "../words/cash.ts";
import { fileWords } from "../words/files.ts";
import { kpiViewWords } from "../words/kpis.ts";
import { orderWords } from "../words/orders.ts";
import { settingWords } from "../words/settings.ts";
import { Cash } from "./cash/cash.tsx";
import { Files } from "./files/files.tsx";
import { Item } from "./item/item.tsx";
import { Kpis } from "./kpis/kpis.tsx";
import { Orders } from "./orders/orders.tsx";
import { Settings } from "./settings/settings.tsx";
import { OrderSheet } from "./sheet/sheet.tsx";
import { Signals } from "./signals/signals.tsx";

/** Every view by its name in the address, in the order of the navigation; the first one opens the page. */
export const views = {
  orders: { draw: Orders, name: orderWords.title },
  item: { draw: Item },
  sheet: { draw: OrderSheet },
  signals: { draw: Signals, name: kpiViewWords.signals },
  kpis: { draw: Kpis, name: kpiViewWords.title },
  cash: { draw: Cash, name: cashWords.title },
  files: { draw: Files, name: fileWords.title, isFree: true },
  settings: { draw: Settings, name: settingWords.title, isFree: true },
} satisfies Readonly<Record<string, View>>;
