const words = [
  "σ|summen?|gesamt(summe|ergebnis|betrag|wert|menge)?|zwischensummen?|teilsummen?|endsumme|(monats|tages|wochen|jahres|quartals|gruppen|seiten)summe|ergebnis|übertrag|uebertrag",
  "totals?|(sub|grand|monthly|weekly|daily|yearly|page|group)[- ]?total|sum|sub-?totals?|total g[eé]n[eé]ral|total geral|suma total|sous-total|totaux|somme",
  "totale( generale| complessivo)?|totaal|(sub|eind)totaal|suma( końcowa)?|razem|ogółem|celkem|celkom|(celkový )?součet",
  "mezisoučet|(celkový )?súčet|medzisúčet|(mind|vég)?összesen|(vég|rész)összeg|(total|slut|del|loppu|väli)?summa|totalt",
  "(hoved|del)?total|(total|del)sum|i alt|sum total|(kaikki )?yhteensä|(genel |ara )?toplam|(sve)?ukupno|skupaj",
  "ukupni zbroj|skupna vsota|(общий |промежуточный )?итог",
  "итого|всего|разом|всього|合計|小計|総計|合计|小计|总计|總計|합계|소계|총계|σύνολο|γενικό σύνολο",
];

/** Words of sums and subtotals at the beginning of a text, in the languages of the headings. */
const totalWord = new RegExp(`^(\\*{1,5}|${words.join("|")})([\\s:.]|$)`, "iu");

const bareTotal = new RegExp(`^(\\*{1,5}|${words.join("|")})[\\s:.]?$`, "iu");

/** What stands before or behind a key in the row that sums up its rows: "Summe für", "Total of", "Celkem z". */
const aroundKey = new RegExp(
  `^(${words.join("|")}|result)( (for|of|für|von|pour|de|di|van|för|av|af|za|dla|z|ze|por|del))?$`,
  "iu",
);

/**
 * True for the name of the key above with a word of a total: "A-001 Ergebnis", "Total A-001", "Summe A-001 Welle" below
 * the rows of A-001.
 */
export function isTotalOf(text: string, key: string): boolean {
  if (key === "" || text.length <= key.length) return false;
  if (text.startsWith(key)) return aroundKey.test(text.slice(key.length).trim());
  const at = text.indexOf(key);
  if (at <= 0) return false;
  const [before, behind] = [text.slice(0, at), text.slice(at + key.length)];
  const isWhole = behind === "" || (key.length > 1 && /^[\s:,–-]/.test(behind) && /\s$/.test(before));
  return isWhole && aroundKey.test(withoutEnd(before));
}

/** A text without the blanks, colons and dashes at its end. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[:\s–-]/.test(text[end - 1] ?? "")) end--;
  return text.slice(0, end).trimStart();
}

/** "Anteil in %" below sums: a share of them, no article. */
const shareRow =
  /^(anteil|share|percentage|prozent|part|quota|aandeel|udział)( \S{1,20}){0,3} ?(%|in prozent|en %)$|^(in|en|als) ?%$/iu;

/** What sums up a list otherwise than by adding: its mean, its greatest figure. */
const statistic =
  /^(ø|mittelwerte?|mittel|durchschnitt(swert)?|schnitt|maximum|minimum|median|average|mean|moyenne|promedio|máximo|mínimo|gemiddelde?|średnia|průměr|priemer|genomsnitt|gennemsnit|gjennomsnitt|keskiarvo|ortalama|átlag|среднее)[:.]?$/iu;

/** How a text speaks of a sum: it is the bare word, begins with it, or does not at all. */
export function totalSaid(text: string): "whole" | "begins" | undefined {
  if (shareRow.test(text) || statistic.test(text)) return "whole";
  if (bareTotal.test(text)) return "whole";
  return totalWord.test(text) ? "begins" : undefined;
}

/** True for a row that begins with the bare word of a total: its level, before the key of what it sums up. */
export function saysTotal(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== "");
  return first !== undefined && /^\p{L}/u.test(first.trim()) && bareTotal.test(first.trim());
}
