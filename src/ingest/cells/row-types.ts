import { bareText } from "./cells.ts";
import { isMissing } from "./numbers.ts";

const itemRowWords = /^(artikel|item|inventory|lagerartikel|2|nichtlagerartikel|non-inventory)$/i;

const kitWords =
  /^(kit|kits|set|bundle|bundle (head|parent)|parent|parent item|stückliste|stücklistenkopf|assembly|baugruppe|sales bom|bom|kopfartikel|setartikel|set-artikel|main item|kopf|main)$/i;
const partWords =
  /^(comp|component|components|kit component|bundle (component|item)|child|child item|komponente|bestandteil|stücklistenposition|setbestandteil|set-bestandteil|kit item|unterposition|unterartikel|teil|part)$/i;

/** True for words of which some mean a kit and some its components: both are items, and count one sale twice. */
export const nameKitsAndParts = (texts: readonly string[]): boolean =>
  texts.some((text) => kitWords.test(bareText(text).trim())) &&
  texts.some((text) => partWords.test(bareText(text).trim()));

/** True for a line whose type column says that it is no item (text, account, resource). */
export function isOtherRow(text: string): boolean {
  const bare = bareText(text).trim();
  return !isMissing(bare) && ![itemRowWords, kitWords, partWords].some((words) => words.test(bare));
}
