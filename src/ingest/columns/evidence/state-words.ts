import { bareText } from "../../cells/cells.ts";
import { isMissing } from "../../cells/numbers.ts";

/** Beginnings of words for what never came about, was taken back or is not decided yet. */
const notCounted =
  /^(cancel|kancel|storn|annul|abgebroch|void|fail|fehlgeschlag|gescheitert|draft|entwurf|quot|angebot|offert|reject|abgelehnt|zuruckgewiesen|declin|denied|refund|erstattet|zuruckerstattet|expired|abgelaufen|verfallen|abandon|delet|geloscht|removed|entfernt|ungultig|invalid|verworfen|reversed|brouillon|devis|rembours|echou|refus|bozza|preventivo|rimbors|fallit|rifiutat|concept|offerte|geannuleerd|vervallen|mislukt|terugbetaald|anulad|borrador|presupuesto|reembols|fallid|rechazad|returned|retourniert|chargeback|charged ?back|written ?off|lost|template|vorlage|pro ?forma|trash|papierkorb|spam|anulow|odrzuc|zrusen|zamitnut|odmitnut|avbruten|makuler|annuller|aflyst|afvist|peruttu|iptal|szkic|wycen|koncept|navrh|utkast|kladde|luonnos|rascunho|orcamento|recusad|presupuest|cotiza|bocciat|storniat|nicht (bestellt|geliefert|angenommen|bestatigt)|not (confirmed|approved|accepted)|unconfirmed)/;

/** Beginnings of words for orders that stand, whatever their progress. */
const counted =
  /^(complet|done|closed|clos|open|offen|erledigt|abgeschlossen|fertig|ship|versand|versende|verschickt|deliver|geliefert|ausgeliefert|teilgeliefert|teilweise|partial|partly|liefer|dispatch|picked|packed|paid|bezahlt|teilbezahlt|unpaid|unbezahlt|process|bearbeit|in bearbeitung|in arbeit|in progress|verarbeit|confirm|bestatigt|ordered|bestellt|order|sales ?order|sale|purchase order|locked|gesperrt fur|approved|freigegeben|genehmigt|released|freigabe|submitted|gebucht|posted|booked|verbucht|invoiced|fakturiert|berechnet|billed|to (deliver|bill|receive|ship|invoice)|received|erhalten|eingegangen|wareneingang|new|neu|active|aktiv|resolved|disputed|gemahnt|pending|wartend|ausstehend|waiting|awaiting|backorder|ruckstand|fulfilled|unfulfilled|authori[sz]ed|ok|gultig|valid|settled|success|erfolg|payment|abgeholt|zugestellt|unterwegs|in transit|ready|bereit|angenommen|accepted|assigned|scheduled|geplant|fixed|fest|running|laufend|started|in zustellung|kommissioniert|verpackt|overdue|uberfallig|on ?hold|zuruckgestellt|expedie|livre|termin|payee?|en cours|valid|confirme|completat|consegnat|spedit|pagat|confermat|apert|chius|voltooid|verzonden|geleverd|betaald|bevestigd|afgerond|enviad|entregad|pagad|confirmad|cerrad|abiert|completad|wysla|dostarcz|zrealizow|zakoncz|oplac|zaplac|potwierdz|przyjet|w realizacji|nowe$|odesla|doruce|vyrize|dokonce|prijat|potvrzen|levererad|skickad|betald|bekraftad|leveret|sendt|betalt|afsluttet|bekraeftet|toimitettu|maksettu|kargo|teslim|onayla|tamamla|despachad|facturad|concluid|entregue|pago$|enviada|evasa|evaso|fatturat|in consegna|in lavorazione|factuur|gefactureerd|ontvangen|in behandeling|open$|facture|expedi|prepare|en preparation|recu)/;

const plain = (text: string): string =>
  bareText(text)
    .trim()
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[\s_-]+/g, " ");

/**
 * Whether an order in this state is demand; undefined for a word that says nothing. An empty cell counts.
 * @example stateCounts("Storniert") // false
 */
export function stateCounts(text: string): boolean | undefined {
  const word = plain(text);
  if (word === "" || isMissing(word)) return true;
  if (notCounted.test(word) || /\b(cancell?ed|storniert|annulliert|geloscht|deleted)\b/.test(word))
    return false;
  return counted.test(word) ? true : undefined;
}

const no = new Set(["0", "n", "no", "nein", "false", "falsch", "f", "-", "non", "nee"]);
const yes = new Set(["1", "x", "j", "y", "yes", "ja", "true", "wahr", "t", "oui", "si"]);

/** Whether a cell says yes or no; undefined for anything else. */
export function flagOf(text: string): boolean | undefined {
  const word = plain(text);
  if (word === "" || no.has(word)) return false;
  return yes.has(word) ? true : undefined;
}
