/** What a pivot table sums up, as it says above its headings: "Sum of Qty", "Summe von Menge", "Anzahl von Beleg". */
const figure =
  "(?:sum|count|average|min|max|summe|anzahl|mittelwert|maximum|minimum|somme|nombre|moyenne|suma|cuenta|recuento|somma|conteggio|som|aantal|liczba|součet|počet|súčet|summa|summer|antal|antall|soma|contagem|sumă) (?:of|von|de|di|van|z|ze|av|af) .|összeg / .|summa / .";

/** Above the columns of a pivot table, in the languages of the spreadsheet programs. */
const columnLabels =
  "column labels|spaltenbeschriftungen|étiquettes de colonnes|etichette di colonna|etiquetas de columna|kolomlabels|etykiety kolumn|popisky sloupců|popisky stĺpcov|kolumnetiketter|kolonnenavne|kolonneetiketter|rótulos de coluna|sarakeotsikot|oszlopcímkék|sütun etiketleri|etichete de coloane?|названия столбцов";

/** Above the rows of a pivot table. */
const rowLabels =
  "row labels|zeilenbeschriftungen|étiquettes de lignes|etichette di riga|etiquetas de fila|rijlabels|etykiety wierszy|popisky řádků|popisky riadkov|radetiketter|rækkenavne|rækkeetiketter|rótulos de linha|riviotsikot|sorcímkék|satır etiketleri|etichete de rânduri|названия строк";

/** What stands above the headings of a pivot table: what it sums up, "Column Labels", "Values". */
const top = new RegExp(
  `^(?:${figure}|(?:${columnLabels}|werte|values|valeurs|valori|valores|waarden|wartości|hodnoty|värden|værdier)$)`,
  "iu",
);
/** What stands in the headings of a pivot table that is no table of lines. */
const label = new RegExp(`^(?:${figure}|(?:${columnLabels}|${rowLabels})$)`, "iu");
const rows = new RegExp(`^(?:${rowLabels})$`, "iu");

/** True for a cell that stands above the headings of a pivot table. */
export const isAbovePivot = (cell: string): boolean => top.test(cell.trim());

/** True for a heading of a pivot table. */
export const isPivotHeading = (cell: string): boolean => label.test(cell.trim());

/** True for the heading above the names of the rows of a pivot table. */
export const isRowLabels = (cell: string): boolean => rows.test(cell.trim());

/** A sum, in letters with and without accents. */
const summed =
  /^(?:sum of|summe von|somme de|suma de|somma di|soma de|som van|suma z|sou[cč]et z|s[uú][cč]et z|summa av|sum af|sum(?:mer)? av|sum[aă] de)\s+([^;|\t]{2,40}?)[\s;|\t]*$/i;

/** The measure of "Sum of Qty"; undefined for other texts. */
export const measureNamed = (text: string): string | undefined => summed.exec(text.trim())?.[1];
