import type { LineKind } from "../../../order.ts";
import { keyPattern, normaliseHeading } from "../../cells/heading-key.ts";
import type { TableProfile } from "../profile.ts";
import type { DerivedField } from "./derived.ts";

const pairs: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(from|source|sourcelocation|fromlocation|locationfrom|locationid)$/,
    /^(to|destination|destinationlocation|tolocation|locationto|locationdestid)$/,
  ],
  [
    keyPattern(/^(von|quelle|vonlager|vonlagerort|vonlagerplatz|quelllager|herkunft)$/),
    /^(nach|ziel|nachlager|nachlagerort|nachlagerplatz|ziellager|zielort)$/,
  ],
  [
    /^(desde|depuis|depart|provenance|odkud|zeskladu|skad|zmagazynu|zlokacji|magasinorigine|almacenorigen|magazzinoorigine|armazemorigem|origem|desde|de|origen|ubicacionorigen|emplacementsource|emplacementdorigine|da|origine|posizioneorigine|van|vanlocatie|bronlocatie|z|zlokalizacji|fra|fran|fralokation|откуда|из|移動元|来源库位)$/,
    /^(hasta|hacia|para|vers|arrivee|kam|nasklad|dokad|domagazynu|dolokacji|magasindestination|almacendestino|magazzinodestinazione|armazemdestino|a|destino|ubicaciondestino|emplacementdestination|emplacementdedestination|destinazione|posizionedestinazione|naar|naarlocatie|bestemmingslocatie|do|dolokalizacji|til|till|tillokation|куда|в|移動先|目标库位)$/,
  ],
];

type Place = "customer" | "vendor" | "production" | "scrap" | "adjustment" | "stock";

const places: readonly (readonly [RegExp, Place])[] = [
  [
    /vendor|supplier|purchase|einkauf|lieferant|kreditor|fournisseur|proveedor|fornitor|fornecedor|leverancier|leverand|leverant|dostawc|dodavat|toimittaja|szallito|tedarik|поставщик|仕入先|供应商/i,
    "vendor",
  ],
  [
    /customer|kunde|client|klant|klien|zakazn|asiakas|vevo|musteri|клиент|покупател|顧客|客户|bestellung|auftrag|\border\b|commande|pedido/i,
    "customer",
  ],
  [
    /production|produktion|fertigung|verbrauch|consum|kostenstelle|produccion|producao|produzione|productie|produkcj|vyrob|uretim|производств|生産|生产/i,
    "production",
  ],
  [/scrap|schrott|ausschuss|entsorgung/i, "scrap"],
  [
    /adjust|inventur|korrektur|lost and found|inventory loss|ajuste|rettific|correctie|korekt|inventair|inventario|virtual locations\/inventory/i,
    "adjustment",
  ],
];

const placeOf = (text: string): Place => {
  const plain = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
  return places.find(([pattern]) => pattern.test(plain))?.[1] ?? "stock";
};

/** What a movement from one place to another is. */
function kindBetween(from: Place, to: Place): LineKind {
  if (from === "adjustment" || to === "adjustment") return "adjustment";
  if (to === "scrap") return "scrap";
  if (from === "vendor" || to === "vendor") return "receipt";
  if (to === "customer") return "sale";
  if (from === "customer") return "return";
  if (to === "production") return "issue";
  return from === "production" ? "receipt" : "transfer";
}

const placeWords =
  "(warehouse|location|store|site|branch|lager|lagerort|lagerplatz|platz|fach|regal|bin|shelf|filiale|magasin|almacen|magazzino|magazijn)";
const fromPlace = new RegExp(`^(from|von|aus|desde|da|van|fra|fran|source|herkunfts)${placeWords}$`);
const toPlace = new RegExp(`^(to|nach|an|zu|hasta|a|naar|til|till|target|ziel)${placeWords}$`);

/** The column of where to of a list that moves goods between places of which none is said to lie outside. */
export function movedInside(header: readonly string[], profile: TableProfile): number | undefined {
  const keys = header.map((heading) => normaliseHeading(heading).key);
  const to = keys.findIndex((key) => toPlace.test(key));
  const isPair = to >= 0 && keys.some((key, column) => column !== to && fromPlace.test(key));
  const { texts = [], numberRate = 1 } = profile.columns[to] ?? {};
  return isPair && texts.some((text) => text !== "") && numberRate < 0.5 ? to : undefined;
}

/** Kind of movement out of two columns of places (from where, to where), where both lie in and out of the stock. */
export function movedBetween(header: readonly string[], profile: TableProfile): DerivedField | undefined {
  const keys = header.map((heading) => normaliseHeading(heading).key);
  for (const [source, target] of pairs) {
    const [from, to] = [keys.findIndex((key) => source.test(key)), keys.findIndex((key) => target.test(key))];
    if (from < 0 || to < 0) continue;
    const texts = [from, to].flatMap((column) => profile.columns[column]?.texts ?? []);
    const isOutside = texts.some((text) => placeOf(text) !== "stock");
    const isText = [from, to].every(
      (column) =>
        (profile.columns[column]?.numberRate ?? 1) < 0.5 && (profile.columns[column]?.dateRate ?? 1) < 0.5,
    );
    if (!isOutside || !isText) continue;
    const of = (cells: readonly string[]) =>
      kindBetween(placeOf(cells[from] ?? ""), placeOf(cells[to] ?? ""));
    return { field: "kind", columns: [to, from], of };
  }
  return undefined;
}
