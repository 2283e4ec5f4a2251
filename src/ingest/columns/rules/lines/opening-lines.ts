import { bareText } from "../../../cells/cells.ts";
import type { DerivedField } from "../../evidence/derived.ts";
import type { Field } from "../../fields.ts";
import type { TableProfile } from "../../profile.ts";

/** What a stock was before the first line of a list, or is behind its last one, in the languages of the headings. */
const words = [
  "opening( \\S+)?|beginning (balance|inventory|stock|qty)|balance (brought|b\\/?f|carried|c\\/?f)( \\S+)?|brought forward|carried forward|initial (stock|balance|inventory|count)|closing (balance|stock|inventory)|ending (balance|inventory)",
  "anfangsbestand|anfangssaldo|eröffnungs(bestand|saldo|buchung)|eb-?wert|(saldo|bestands|jahres)?vortrag|endbestand|schlussbestand|schlusssaldo",
  "stock (initial|final)|solde (initial|final|d'ouverture)|report à nouveau|à nouveau|saldo (inicial|final|anterior|iniziale|finale|początkowe|końcowe)|(existencia|inventario|estoque|stock|existência)s? inicial(es)?|giacenza (iniziale|finale)|riporto( saldo)?",
  "beginsaldo|beginvoorraad|beginbalans|eindsaldo|eindvoorraad|(ingående|utgående) (saldo|balans|lager)|primo(beholdning|saldo)|ultimo(beholdning|saldo)|(inngående|utgående) (saldo|beholdning)|alkusaldo",
  "stan (początkowy|końcowy)|bilans otwarcia|počáteční stav|počiatočný stav|konečný stav|nyitó( ?készlet)?|záró( ?készlet)?|(sold|stoc) (inițial|initial|final)|početno stanje|açılış( \\S+)?|devir( \\S+)?",
  "начальный остаток|входящий остаток|конечный остаток|остаток на начало|期首残高|期首在庫|繰越|前月繰越|期初(库存|余额|結存)?|기초재고|이월",
];
const opening = new RegExp(`^(${words.join("|")})[.:]?$`, "iu");

/** True for a text that names what lies in stock at the beginning or the end of a list. */
const isOpening = (text: string): boolean => text.length <= 40 && opening.test(bareText(text).trim());

/**
 * Lines that only say what a stock was at first, where no column tells what the lines move: corrections, not demand.
 * @example openingLines(profile, fields)?.of(["A-1", "01.01.2025", "Vortrag", "100"]) // "adjustment"
 */
export function openingLines(
  { columns }: TableProfile,
  fields: ReadonlyMap<Field, number>,
): DerivedField | undefined {
  const used = new Set((["item", "date", "quantity"] as const).flatMap((field) => fields.get(field) ?? []));
  const found = columns.find(
    ({ index, texts, numberRate }) => !used.has(index) && numberRate < 0.5 && texts.some(isOpening),
  );
  if (found === undefined || found.texts.every((text) => text === "" || isOpening(text))) return undefined;
  const { index } = found;
  return {
    field: "kind",
    columns: [index],
    of: (cells) => (isOpening(cells[index] ?? "") ? "adjustment" : ""),
  };
}
