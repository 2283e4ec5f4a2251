const words = [
  "σ|summen?|gesamt(summe|ergebnis|betrag|wert|menge)?|zwischensummen?|teilsummen?|endsumme|ergebnis|übertrag|uebertrag",
  "totals?|(sub|grand)[- ]?total|sum|sub-?totals?|total g[eé]n[eé]ral|total geral|suma total|sous-total|totaux|somme",
  "totale( generale| complessivo)?|totaal|(sub|eind)totaal|suma( końcowa)?|razem|ogółem|celkem|celkom|součet|mezisoučet",
  "(mind|vég)?összesen|summa|totalt|delsumma|i alt|sum total|yhteensä|(genel |ara )?toplam|ukupno|skupaj|(общий )?итог",
  "итого|всего|разом|всього|合計|小計|総計|合计|小计|总计|總計|합계|소계|총계|σύνολο|γενικό σύνολο",
];

/** Words of sums and subtotals at the beginning of a text, in the languages of the headings. */
const totalWord = new RegExp(`^(\\*{1,5}|${words.join("|")})([\\s:.]|$)`, "iu");

/** "Anteil in %" below sums: a share of them, no article. */
const shareRow =
  /^(anteil|share|percentage|prozent|part|quota|aandeel|udział)( \S{1,20}){0,3} ?(%|in prozent|en %)$|^(in|en|als) ?%$/iu;

/** How a text speaks of a sum: it is the bare word, begins with it, or does not at all. */
export function totalSaid(text: string): "whole" | "begins" | undefined {
  if (shareRow.test(text)) return "whole";
  const found = totalWord.exec(text);
  if (found === null) return undefined;
  return found[0].length === text.length ? "whole" : "begins";
}
