import type { LineKind } from "../../line-kind.ts";
import type { lines as english } from "../en/lines.ts";
import { format } from "./format.ts";

const { date, quantity } = format;

const kinds: Readonly<Record<LineKind, string>> = {
  plain: "klar",
  shortage: "Engpass",
  doubt: "Frage",
  blocked: "gesperrt",
};

/** What the lines of an order ask of a buyer, and why in few words. */
export const lines: typeof english = {
  kinds,
  overMaximum: (missing, maximum) => `${quantity(missing)} fehlen, Höchstbestand nur ${quantity(maximum)}`,
  empty: (on, receipt) => `leer ab ${date(on)}, Ware frühestens ${date(receipt)}`,
  overMaximumBrief: (missing, maximum) => `${quantity(missing)} fehlen, Maximum ${quantity(maximum)}`,
  emptyBrief: (on, receipt) => `leer ${on}, da ${receipt}`,
  have: (have, needed) => `${quantity(have)} da, ${quantity(needed)} nötig`,
};
