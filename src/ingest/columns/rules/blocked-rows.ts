import { cellText } from "../../cells/cells.ts";
import { keyPattern, normaliseHeading } from "../../cells/heading-key.ts";
import type { DerivedField } from "../evidence/derived.ts";
import { fewValues } from "../evidence/few-values.ts";
import type { Field } from "../fields.ts";
import type { TableProfile } from "../profile.ts";

/** Headings of how the pieces of a row may be used. */
const ofState = keyPattern(
  /(status|state$|zustand|bestandsart|bestandstyp|stocktype|stockcategory|inventorytype|disposition|condition|quality|qualitat|sperrkz|sperrkennz|^stav$|^stan$|^etat$|^estado$|^stato$|^durum|^statut|statutstock|qualite|^calidad|^qualita|^situacao|^tila$|^tilstand)/,
);
/** Stock that is there and cannot be used, by what a cell says of it. */
const blocked =
  /^(on ?hold|hold|held|blocked|quarantine|quarantined|quality(.?inspection)?|in inspection|inspection|damaged|defective|expired|rejected|scrap|unsellable|unfulfillable|customer.?damaged|warehouse.?damaged|unavailable|not available|gesperrt|sperre|sperrbestand|qs.?sperre|qualitätsprüfung|in prüfung|prüfbestand|defekt|beschädigt|abgelaufen|schrott|bloquée?|quarantaine|en contrôle|contrôle qualité|kwaliteitscontrole|gesperrter bestand|sperrlager|blocked stock|bloqueado|cuarentena|bloccato|quarantena|geblokkeerd|quarantaine|zablokowan[eya]|kwarantanna|blokován[oa]?|karanténa|spärra[dt]|sperret|spærret|bloke|karantina|заблокирован[оа]?|карантин)$/iu;

/** "Quality Inspection Stock", "Bestand in Qualitätsprüfung", "Stock in Transit". */
const isBlocked = (text: string): boolean =>
  [
    text,
    text.replace(/ (stock|inventory|bestand|goods)$/i, ""),
    text.replace(/^(stock|inventory|bestand) in /i, ""),
  ].some((word) => blocked.test(word) || underWay.test(word));
const underWay = /^(in )?transit$|^restricted([- ]use)?$|^(in )?umlagerung$|^nicht frei( verwendbar)?$/i;

/**
 * The stock of rows of which a column says that they cannot be used: nothing. Undefined where no row is so, or all are.
 * @example blockedRows(fields, header, profile)?.of(["A-1", "Hold", "5"]) // "0"
 */
export function blockedRows(
  fields: ReadonlyMap<Field, number>,
  header: readonly string[],
  profile: TableProfile,
): DerivedField | undefined {
  const onHand = fields.get("onHand");
  if (onHand === undefined) return undefined;
  const used = new Set([...fields].flatMap(([field, column]) => (field === "active" ? [] : [column])));
  const few = fewValues(header, profile, used).find(
    ({ heading, values }) =>
      ofState.test(normaliseHeading(heading).key) &&
      values.some(({ text }) => isBlocked(text)) &&
      !values.every(({ text }) => isBlocked(text)),
  );
  if (few === undefined) return undefined;
  const of = (cells: readonly string[]): string =>
    isBlocked((cells[few.column] ?? "").trim()) ? cellText("0", 1) : (cells[onHand] ?? "");
  return { field: "onHand", columns: [onHand], of };
}
