import { bareText } from "../../cells/cells.ts";
import { isMissing } from "../../cells/numbers.ts";

/** Beginnings of words for what never came about, was taken back or is not decided yet. */
const notCounted =
  /^((sales|customer|verkaufs|kunden) ?(quot|estimat|angebot|offer)|cancel|kancel|storn|annul|abgebroch|void|fail|fehlgeschlag|gescheitert|draft|entwurf|rfq|request for quot|anfrage|quot|estimat|kostenvoranschlag|voranschlag|angebot|offert|reject|abgelehnt|zuruckgewiesen|zuruckgezogen|withdrawn|retiree?$|ritirat[oa]$|ingetrokken|wycofan|stazen[aoy]?$|declin|denied|refund|erstattet|zuruckerstattet|expired|abgelaufen|verfallen|abandon|delet|geloscht|removed|entfernt|ungultig|invalid|verworfen|reversed|repeated line$|brouillon|devis|rembours|echou|refus|bozza|preventivo|rimbors|fallit|rifiutat|concept|offerte|geannuleerd|vervallen|mislukt|terugbetaald|anul(ad|at|ir|ow)|borrador|presupuesto|reembols|fallid|rechazad|returned|retourniert|chargeback|charged ?back|written ?off|lost|verloren|perdu|perso$|perdid|przegran|template|vorlage|unfulfillable|undeliverable|unzustellbar|parked|geparkt|pro ?forma|trash|papierkorb|spam|anulow|odrzuc|zrusen|zamitnut|odmitnut|avbruten|makuler|annuller|aflyst|afvist|peruttu|iptal|szkic|wycen|koncept|navrh|nabidk|ponuk[ay]|tilbud|tarjous|ajanlat|ponud|oferta|utkast|kladde|luonnos|rascunho|orcamento|recusad|presupuest|cotiza|bocciat|storniat|sztorn|torolt|elutasit|visszavon|otkaz|stornir|anulir|odbij|iptal|reddedil|taslak|hinfallig|vorlaufig|provisional|provisorisch|unvollstandig|incomplete|holded|fraud|suspected|отмен|аннулир|чернов|возвращ|отказ|удал|キャンセル|取消|取り消|無効|下書き|返品|却下|失敗|已取消|取消|作废|已作废|草稿|退款|已退款|취소|반려|환불|임시|ακυρ|(nao|no|non|niet|ikke|inte|nie|nem) (aprov|aprob|approv|goedgek|godk|confirm|potwierdz|pago|pagad|paye|bezahl|betal|oplac)|nieoplac|nezaplac|nicht (genehmigt|freigegeben|bestellt|geliefert|angenommen|bestatigt)|not (confirmed|approved|accepted)|unconfirmed)/;

/** Figures of a list that are planned, and those that are no quantity: beside others of the same column alone. */
const otherFigure =
  /^(plan|planwert|planzahl|planned|planung|budget|budgetiert|forecast|prognose|prognosis|soll|target|ziel|zielwert|prevision|previsioni|previsto|previsione|presupuesto|begroting|predpoved|prognoza|tahmin|ennuste|план|прогноз|бюджет|計画|予算|予測|计划|预算|预测|umsatz|erlos|erlose|revenue|turnover|net sales|sales value|sales amount|chiffre d'affaires|ca ht|wert|warenwert|value|betrag|amount|bestand|lagerbestand|stock|stock on hand|on hand|inventory|ending inventory|preis|price|kosten|cost|marge|margin|deckungsbeitrag|db|omzet|voorraad|fatturato|facturacion|obrot|trzby|売上高|在庫|金額|库存|金额)$/;
const ownFigure =
  /^(ist|istwert|actual|actuals|real|reel|realise|effettivo|consuntivo|werkelijk|realisatie|skutecnost|wykonanie|gerceklesen|toteuma|факт|実績|实际|absatz|absatzmenge|menge|verkaufsmenge|quantity|qty|units|units sold|stuck|stk|sales qty|sales quantity|sales volume|sales units|volume|verbrauch|demand|bedarf|shipments|aantal|quantita|quantite|cantidad|ilosc|mnozstvi|数量|販売数|销量)$/;

/** Whether the figures of a line are what happened and was counted in pieces; undefined for other words. */
export function figureCounts(text: string): boolean | undefined {
  const word = plain(text);
  if (otherFigure.test(word)) return false;
  return ownFigure.test(word) ? true : undefined;
}

/** Beginnings of words for orders that stand, whatever their progress. */
const counted =
  /^(comple[te]|impay|unpaid|unshipp|undispatch|fallig|done|closed|clos|open|offen|erledigt|abgeschlossen|fertig|ship|versand|versende|verschickt|deliver|geliefert|ausgeliefert|teilgeliefert|teilweise|komplett|recibid|empaquetad|no esta (empaquetad|enviad)|sin (enviar|empaquetar)|partial|partly|fully|vollstandig (geliefert|bezahlt|versendet)|charged$|no ?payment|in ?process|liefer|dispatch|picked|packed|paid|paiement|pago aceptado|pagamento|bezahlt|angelegt|created|placed|importiert|imported|teilbezahlt|unpaid|unbezahlt|process|bearbeit|in bearbeitung|in arbeit|in progress|verarbeit|confirm|bestatigt|ordered|bestellt|auftrag$|order|sales ?order|sale|purchase order|locked|gesperrt fur|approved|freigegeben|genehmigt|released|freigabe|submitted|gebucht|posted|booked|verbucht|invoiced|fakturiert|berechnet|billed|to (deliver|bill|receive|ship|invoice)|received|erhalten|eingegangen|wareneingang|warenausgang|new|neu|active|aktiv|resolved|disputed|gemahnt|pending|wartend|ausstehend|waiting|awaiting|backorder|ruckstand|fulfilled|unfulfilled|authori[sz]ed|ok|gultig|valid|settled|success|erfolg|payment|abgeholt|zugestellt|unterwegs|in transit|won$|gewonnen|gagne|vinto|ganad|wygran|succe|ready|bereit|angenommen|accepted|assigned|scheduled|geplant|fixed|fest|running|laufend|started|in zustellung|kommissioniert|verpackt|sent$|overdue|uberfallig|on ?hold|zuruckgestellt|expedie|livre|termin|payee?|en cours|valid|confirme|completat|consegnat|spedit|pagat|confermat|apert|chius|voltooid|verzonden|geleverd|betaald|bevestigd|afgerond|enviad|entregad|pagad|confirmad|cerrad|abiert|completad|wysla|dostarcz|zrealizow|zakoncz|oplac|zaplac|potwierdz|przyjet|w realizacji|now[aey]$|nov[aey]$|odesla|doruce|vyrize|dokonce|prijat|potvrzen|levererad|skickad|betald|bekraftad|leveret|sendt|betalt|afsluttet|bekraeftet|toimitettu|maksettu|kargo|teslim|onayla|tamamla|despachad|facturad|faturad[ao]|concluid|entregue|pago$|enviada|evasa|evaso|fatturat|in consegna|in lavorazione|factuur|gefactureerd|ontvangen|in behandeling|open$|facture|expedi|prepare|en preparation|recu|endgultig|final|definiti[ev]|teljesit|lezart|kiszallit|fizet|isporucen|zavrsen|placen|zakljucen|tamam|gonderil|odendi|выполн|достав|оплач|заверш|отгруж|новый|проведен|в работе|完了|出荷済|発送済|入金済|処理中|確定|有効|已完成|已发货|已付款|已支付|处理中|有效|완료|배송|결제|접수|ολοκληρ|hecho|fatto|fait$|gedaan|klaar|gotowe|hotovo|prelievo|terminado|servido|preparado|fertiggestellt|atendid|em andamento|em aberto|en curso|en proceso|not shipped|nao enviad|gereed|afgehandeld|verwerkt|in corso|pendiente|pendente|oczekuj|zatwierdz|ekspediow|feldolgoz|beerkez|folyamatban|hazirlan|beklemede|paiement|levererat|gedruckt|beleg gedruckt|printed|mailed|emailed|fakturerad|slutford|aben$|abent$|pagaende|pagar$|behandl|ekspeder|faktureret|comptabilis|contabiliz|geboekt|zaksiegow|zauctovan|bokford|bokfort|bogfort|konyvelt|kirjattu)/;

const plain = (text: string): string =>
  bareText(text)
    .trim()
    // "CA - Cancelled": a code before its words.
    .replace(/^(?:\d{1,2}|\p{Lu}{1,3}) ?[-–:.)] +(?=\p{L}{2})/u, "")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[\s_-]+/g, " ")
    .replace(/^wc /, "");

/** Words that say of an order that nothing of that sort happened to it: "Not canceled". */
const notTakenBack =
  /^(not|non|no|nicht|pas|niet|ej|inte|ikke|nie|ne) ?(cancel|storn|annul|anul|geannul|vervallen|kansel|zrus|makul|void|deleted|geloscht|rejected|abgelehnt|returned|refunded)/;

/**
 * Whether an order in this state is demand; undefined for a word that says nothing. An empty cell counts.
 * @example stateCounts("Storniert") // false
 */
export function stateCounts(text: string): boolean | undefined {
  const word = plain(text);
  if (word === "" || isMissing(word) || notTakenBack.test(word)) return true;
  if (
    notCounted.test(word) ||
    /\b(cancell?ed|storniert|annulliert|geloscht|deleted|cancelad[ao]|annulee?|anulad[ao]|geannuleerd|abgebrochen|abgelehnt|zuruckgewiesen|erstattet|annullat[ao]|anulowan[aeoy]|zrusen[aoy]?|iptal)\b/.test(
      word,
    )
  )
    return false;
  return counted.test(word) || isDone(word) ? true : undefined;
}

/** Words that turn what is said of an order round, or speak of what came back or was never placed. */
const turned =
  /(^| )(no|not|non|nicht|kein|nao|niet|ikke|inte|nie|ne|nem|un)( |$)|retour|return|ruck|refund|gutschrift|credit|kredit|storn|cancel|anul|annul|devol|reso|erstatt|quot|angebot|offer|draft|entwurf|fehl|fail|abgeb|verw/;

/** True for several words of which the last one says how an order stands: "Endgültig abgeschlossen". */
const isDone = (word: string): boolean => {
  const last = /\S (\S+)$/.exec(word)?.[1];
  return last !== undefined && last.length > 4 && counted.test(last) && !turned.test(word);
};

const no = new Set(
  "0 n no nein false falsch f - non nee nej nei ne nie nem hayir нет ні ei nao いいえ 否 아니오 όχι falso faux onwaar".split(
    " ",
  ),
);
const yes = new Set(
  "1 x j y yes ja true wahr t oui si s sim da ano tak igen evet да так kylla はい 是 예 ναι vero vrai verdadero waar i".split(
    " ",
  ),
);

/** Whether a cell says yes or no; undefined for anything else. */
export function flagOf(text: string): boolean | undefined {
  const word = plain(text);
  if (word === "" || no.has(word)) return false;
  return yes.has(word) ? true : undefined;
}
