import { keyPattern, normaliseHeading } from "../../cells/heading-key.ts";
import type { DerivedField } from "./derived.ts";
import type { FewValues } from "./few-values.ts";
import { figureCounts, flagOf, stateCounts } from "./state-words.ts";

const stateHeading = keyPattern(
  /(status|^state$|(order|current|line|item|document)state|auftragsstate|zustand|bearbeitungsstand|^stand$|(^|code|cod)(stato|estado|statut|etat)|^stav|^allapot|^durum|siparisdurumu|^tila$|^stanje|^stare$|^статус|^состояни|^стан|ステータス|状態|^状态|订单状态|상태|^κατασταση|^tilstand|^stan$|^stanzamow|^situa[cz]|^situation$|^stadium$|^stade$|^fase$|^faza$)/,
);
/** How something came out: a state where one of its words says that nothing came about. */
const outcomeHeading =
  /(state$|outcome$|result(s|at|ado|aat)?$|ergebnis$|stage$|phase$|fortschritt$|progress$|^esito|^wynik|^vysledek)/;
const numbered = /docstatus|documentstatus/;
const cancelHeading =
  /(storn|sztorn|^cxl|^cncl|^canc$|cancel|annul|^anul|^void|voided|ungultig|geloscht|deleted|verworfen|abgebrochen|rejected|abgelehnt|annule|geannuleerd|vervallen|^zrus|^iptal|отмен|аннул|удален|キャンセル|取消|作废|취소|makuler|aflyst|peruttu|torolt|otkazan|eliminad|cancelad)/;
/** Words that say of an order that it was taken back, whatever heads them. */
const cancelWord =
  /^(cancel|kancel|storn|sztorn|annul|anul|anulow|void(ed)?$|geannuleerd|zrusen|iptal|makuler|aflyst|peruttu|отмен|аннул|キャンセル|取消|已取消|취소)/;
/** Headings of texts, kinds of movement and ways of payment, whose words are read elsewhere. */
const heldAside = /(grund|reason|text|name|note|bemerk|comment|kommentar|movement|bewegung|transac|transak)/;
/** What stands only where a line was rejected: the reason for it. */
const reasonHeading =
  /(^abgru$|absagegrund|ablehnungsgrund|stornogrund|stornierungsgrund|reasonforrejection|rejectionreason|cancel(l?ation)?reason|cancelledreason|voidreason|reasonforcancel|motifd?annulation|motifderefus|motivoannullamento|motivo(de)?(anulacion|cancelacion|rechazo)|annuleringsreden|powodanulowania|duvodstorna)/;
/** Flags of what holds: a no means that the line does not. */
const validHeading = /^(is)?(valid|gultig|valide|valido|geldig|wazny|wazne|platne)$/;
const otherHeading =
  /(^davon|^thereof|^ofwhich|^dont|^dicui|^waarvan|^wtym|grund|reason|text|name|number|nummer|betrag|amount|menge|quantity|gebuhr|fee)/;

/** Headings of the state of an order or its line, whatever its words or numbers are. */
const ofOrders =
  /^(current|document|order|auftrags?|bestell|beleg|sales|line|item|positions?|pos|zeilen|code|codigo|codice|cod|commande|pedido|ordine|ligne|riga|linea|linha|regel|order(rad|regel|linje|line)|ordre(linje)?|rad|linje|zamowienia|pozycji|objednavky|polozky|siparis|satir|tilaus|tilausrivi|rivi)?(status(id|code|nummer)?|state|allapot|ステータス|状態|状态|상태|статус|durum|stav|tila|etat|estado|stato|statut)$/;

/** States of whom or what a line names, which hold whatever becomes of the line. */
const ofOthers =
  /^(kunden?|customer|client[ei]?|cliente|klant|klient|kontrahent|lieferanten?|supplier|vendor|fournisseur|proveedor|fornitore|leverancier|dostawc|artikel|article|articolo|articulo|produkt|prodotto|producto|material|teile|warengruppe|benutzer|user|credit|bonitats?)(status|state|stat[ou]t?|zustand|estado|etat)$/;

/** Flags of documents that move nothing: a yes means that the line does not count. */
const triedHeading = keyPattern(
  /^(is|ist)?(test|testorder|ordertest|testauftrag|testbestellung|testmode|quote|quotation|angebot|offer|offerte|devis|preventivo|presupuesto|draft|entwurf|bozza|borrador|brouillon|concept|proforma)(flag|kz|kennzeichen)?$/,
);
/** Flags by which a line may not have come about: a yes is asked about. */
const stoppedHeading = keyPattern(
  /^(?!.*(grund|reason|text|name|date|datum|user|by$|von$)).*(blocked|blocking|(delivery|order|sales|liefer|auftrags|versand|line)block$|^block$|^sperr|sperre$|gesperrt|sperrkennz|sperrkz|geblokkeerd|blokkade|^bloque|bloqueado|bloccat|zablok|blokov|sparrad|sperret|spaerret|^onhold$|^hold$|^held$|angehalten|zuruckgestellt|^(is|was|ist)?(reversed|revers(al|ed)?(flag|ind|indicator)?|ruckgangig(gemacht)?|extourne[es]?|contrepasse[es]?|revertid[oa]|teruggedraaid|cofniet[aey]|wycofan[aey])$)/,
);
/** Flags of what was done or holds: a no is asked about. */
const doneHeading = keyPattern(
  /^(is|ist)?(posted|booked|gebucht|verbucht|geboekt|comptabilise|contabilizzat[oa]|contabilizad[oa]|zaksiegowan[eoy]|zauctovano|bokford|bokfort|bogfort|active|aktiv|actif|attivo|activo|actief|aktywn[ey]|aktivni|confirmed|bestatigt|freigegeben|released|genehmigt|approved)$/,
);

/** The state of a line whose flag says that nothing speaks against it. */
const valid = "valid";

/** ERPNext writes the state of a document as a number: draft, submitted, cancelled. */
const documentStates: Readonly<Record<string, string>> = { "0": "Draft", "1": "Submitted", "2": "Cancelled" };

/** What says that a line does not count: a word of a state, or the heading of a flag that is set. */
type Reader = (text: string) => string;

/** How a column of yes and no says it, by its heading; a flag that is the same in every line says nothing. */
function readerOfFlag(key: string, heading: string, sorts: number): Reader | undefined {
  if (sorts < 2) return undefined;
  // What nobody decided is named with its answer: "ja (Liefersperre)".
  const asked = (text: string): string => `${text} (${heading})`;
  if (triedHeading.test(key)) return (text) => (flagOf(text) === true ? "draft" : text === "" ? "" : valid);
  if (stoppedHeading.test(key))
    return (text) => (flagOf(text) === true ? asked(text) : text === "" ? "" : valid);
  if (doneHeading.test(key))
    return (text) => (text !== "" && flagOf(text) === false ? asked(text) : text === "" ? "" : valid);
  return undefined;
}

/** A heading without the short name of its table: "c.fk_statut" is a state. */
const withoutAlias = (heading: string): string =>
  normaliseHeading(heading.trim().replace(/^[a-z]{1,2}\.(fk_)?(?=[a-z])/i, "")).key;

/** How the cells of a column say it; undefined for a column that says nothing of it. */
function readerOf({ key, heading, values, filled }: FewValues): Reader | undefined {
  if (reasonHeading.test(key) && filled < 1) return (text) => (text === "" ? "" : `rejected: ${text}`);
  if (numbered.test(key) && values.every(({ text }) => text in documentStates))
    return (text) => documentStates[text] ?? "";
  const isFlag = values.every(({ text }) => flagOf(text) !== undefined);
  const bare = withoutAlias(heading);
  const isNamed = stateHeading.test(key) || ofOrders.test(bare);
  if (!isNamed && cancelHeading.test(key) && !otherHeading.test(key) && isFlag)
    return (text) => {
      if (flagOf(text) === true) return stateCounts(heading) === false ? heading : "cancelled";
      return text === "" ? "" : valid;
    };
  const flag =
    isFlag && !isNamed ? readerOfFlag(key, heading, values.length + (filled < 1 ? 1 : 0)) : undefined;
  if (flag !== undefined) return flag;
  if (isFlag && validHeading.test(key) && values.length === 2)
    return (text) => (text === "" ? "" : flagOf(text) === false ? "invalid" : valid);
  const known = values.filter(({ text }) => stateCounts(text) !== undefined);
  // Whatever the heading: cells that say "storniert" say what they say, and those beside them are asked about.
  const isTold = values.some(({ text }) => cancelWord.test(normaliseHeading(text).key));
  const isNote = heldAside.test(key);
  if (ofOthers.test(key) && !isTold) return undefined;
  const says =
    (known.length === values.length || (isTold && !isNote)) &&
    known.some(({ text }) => stateCounts(text) === false);
  const isOutcome = outcomeHeading.test(key) && known.some(({ text }) => stateCounts(text) === false);
  const isState =
    isOutcome ||
    (isNamed && values.length > 1 && (known.length > 0 || ofOrders.test(key) || ofOrders.test(bare)));
  const figures = values.map(({ text }) => figureCounts(text));
  const areFigures =
    !isNamed && figures.includes(true) && figures.includes(false) && !figures.includes(undefined);
  if (areFigures) return (text) => (figureCounts(text) === false ? text : valid);
  return says || isState ? (text) => text : undefined;
}

/** The day of a cancellation stands where there was one. */
function cancelledAt(header: readonly string[], keys: readonly string[], used: ReadonlySet<number>): number {
  return header.findIndex(
    (_, column) =>
      !used.has(column) &&
      /^(cancel|storn|void|annul|delet|gelosch|reject|abgelehnt|refus|elimin)\p{L}*(at|am|on|date|datum|le|el|il)$/u.test(
        keys[column] ?? "",
      ),
  );
}

/** True for states in numbers of which another column has the words: as many, each as often. */
function isNumberOf({ values }: FewValues, words: FewValues): boolean {
  const often = (few: FewValues["values"]): string =>
    few
      .map(({ count }) => count)
      .sort((a, b) => a - b)
      .join();
  return values.every(({ text }) => /^\d+$/.test(text)) && often(values) === often(words.values);
}

/** The state of a line, out of every column that says one: the one by which it does not count goes first. */
export function stateOfLine(
  columns: readonly FewValues[],
  header: readonly string[],
  keys: readonly string[],
  used: ReadonlySet<number>,
): DerivedField | undefined {
  const found = columns.flatMap((few) => {
    const read = readerOf(few);
    return read === undefined ? [] : [{ few, column: few.column, read }];
  });
  const inWords = found.filter(({ few }) => few.values.every(({ text }) => stateCounts(text) !== undefined));
  const readers: { column: number; read: Reader }[] = found.filter(
    ({ few }) => !inWords.some((other) => isNumberOf(few, other.few)),
  );
  const at = cancelledAt(header, keys, used);
  if (at >= 0) readers.push({ column: at, read: (text) => (text.trim() === "" ? "" : (header[at] ?? "")) });
  if (readers.length === 0) return undefined;
  const of = (cells: readonly string[]): string => {
    const said = readers
      .map(({ column, read }) => read((cells[column] ?? "").trim()))
      .filter((text) => text !== "");
    return (
      said.find((text) => isOut(text)) ??
      said.find((text) => stateCounts(text) === undefined) ??
      said[0] ??
      ""
    );
  };
  const isOut = (text: string): boolean => stateCounts(text) === false;
  return { field: "status", columns: readers.map(({ column }) => column), of };
}
