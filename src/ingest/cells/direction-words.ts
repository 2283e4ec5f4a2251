import { bareText } from "./cells.ts";

const incoming = new Set(
  "s soll d debit dr + in ein eingang zugang inbound incoming einlagern einlagerung lagerzugang zu entree plus positiv stockin ingang entrada entrata carico przychod prijem rein ontvangst inslag giris ulaz tulo bevetel bij inn ind be intrare prihod приход 入庫 入库 입고".split(
    " ",
  ),
);
const outgoing = new Set(
  "h haben c credit cr - – — − out aus ausgang abgang outbound outgoing auslagern auslagerung lagerabgang ab sortie minus negativ stockout uitgang salida saida uscita scarico rozchod vydej raus uitgifte uitslag cikis izlaz lahto kiadas af ut ud ki iesire расход 出庫 出库 출고".split(
    " ",
  ),
);

/** What guests and people at a desk do: "Dine In" and "Take Out" move no stock. */
const noWay = /^(dine|eat|take|carry|sit|walk|drive|log|sign|clock|opt|sold|phone|call)$/;

/**
 * Way of a movement by a word or sign, or by "in" and "out" behind a word: 1 into the stock, -1 out of it, 0 unknown.
 * @example directionWord("Ausgang") // -1
 */
export function directionWord(text: string): 1 | -1 | 0 {
  const word = bareText(text)
    .trim()
    .toLowerCase()
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .replace(/[\s_]+/g, "");
  if (incoming.has(word)) return 1;
  if (outgoing.has(word)) return -1;
  const [, first = "", behind] =
    /^(\p{L}{3,12})[\s_-](in|out)$/u.exec(bareText(text).trim().toLowerCase()) ?? [];
  return behind === undefined || noWay.test(first) ? 0 : behind === "in" ? 1 : -1;
}
