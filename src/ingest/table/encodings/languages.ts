/** A language by the letters that it has beyond a to z (small ones), and words of its headings that have none. */
interface Language {
  readonly letters: string;
  readonly hints: RegExp;
  /** Units that stand in cells of their own: one word of a script says more than headings without any letter of it. */
  readonly units?: RegExp;
  /** What must follow a letter that is rare elsewhere: "œ" only stands in "œu" and "œi". */
  readonly next?: Readonly<Record<string, RegExp>>;
}

const western: readonly Language[] = [
  { letters: "äöüßé", hints: /artikel|menge|datum|nummer|bezeichnung|lager|kunde|bestell|preis|einheit/i },
  {
    letters: "àâçéèêëîïôœùûü",
    hints: /article|quantit|libell|prix|fournisseur|commande/i,
    next: { œ: /[uid]/ },
  },
  { letters: "áéíóúñü", hints: /articulo|cantidad|fecha|precio|pedido|codigo/i },
  { letters: "àèéìòù", hints: /articolo|codice|quantita|prezzo|ordine|fornitore/i },
  {
    letters: "áâãàçéêíóôõú",
    hints: /artigo|quantidade|codigo|fornecedor|pedido/i,
    next: { õ: /e/, ã: /[oe\s;,.\t]/ },
  },
  { letters: "æøåé", hints: /varenummer|antal|dato|pris|mengde/i },
  { letters: "åäöé", hints: /artikelnummer|antal|datum|pris|tuote/i },
  { letters: "éëïöüè", hints: /artikel|aantal|omschrijving|leverancier/i },
  { letters: "áðéíóúýþæö", hints: /magn|verd|dagsetning/i },
];

const central: readonly Language[] = [
  { letters: "ąćęłńóśźż", hints: /indeks|nazwa|towar|cena|data|jednostka|symbol/i },
  { letters: "áčďéěíňóřšťúůýž", hints: /zbozi|cena|nazev|datum|kod|mnozstvi|polozka/i },
  { letters: "áäčďéíĺľňóôŕšťúýž", hints: /tovar|nazov|mnozstvo|cena|datum/i },
  { letters: "áéíóöőúüű", hints: /cikk|megnevez|mennyis|datum|egys/i },
  { letters: "ăâîşţ", hints: /cod|denumire|cantitate|pret|data/i },
  { letters: "čćđšž", hints: /sifra|naziv|kolicina|datum|artikl/i },
];

const cyrillic: readonly Language[] = [
  {
    letters: "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    hints: /дата|код|артикул|кол|наимен|цена|номер|товар|расход|приход|склад|клиент|сумма/i,
    units: /(?<!\p{L})(шт|кг|уп|компл)\.?(?!\p{L})/iu,
  },
  { letters: "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", hints: /дата|код|артикул|кільк|наймен|ціна|номер|товар/i },
];

const greek: readonly Language[] = [
  {
    letters: "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ",
    hints: /κωδικ|ποσ[οό]τ|ημερομ|περιγρ|τιμ[ηή]|ε[ιί]δο|πελ[αά]τ|παραστ|μον[αά]δ/i,
    units: /(?<!\p{L})(τεμ|τμχ|κιλ|λιτ|κιβ|ζευγ)\.?(?!\p{L})/iu,
  },
];
const turkish: readonly Language[] = [
  {
    letters: "çğıiöşü",
    hints:
      /stok|m[iİ]ktar|tar[iİ]h|ürün|b[iİ]r[iİ]m|f[iİ]yat|adet|satış|s[iİ]par[iİ]ş|fatura|müşter[iİ]|malzeme|açıklama/i,
  },
];

/** Encodings of one byte a letter, the likelier first, with the languages that are written in them. */
export const singleByte = {
  "windows-1252": western,
  "windows-1250": central,
  "windows-1251": cyrillic,
  macintosh: western,
  cp850: western,
  "iso-8859-2": central,
  cp852: central,
  cp437: western,
  ibm866: cyrillic,
  "koi8-r": cyrillic,
  "windows-1253": greek,
  "windows-1254": turkish,
  "iso-8859-5": cyrillic,
  cp737: greek,
  cp857: turkish,
  "x-mac-ce": central,
} as const satisfies Record<string, readonly Language[]>;

/** Encodings of two bytes a letter, with the leading bytes of what is written most. */
export const doubleByte = {
  shift_jis: { frequent: /[\u3040-\u30ff]/, from: 0x88, to: 0x97 },
  "euc-jp": { frequent: /[\u3040-\u30ff]/, from: 0xb0, to: 0xcf },
  "euc-kr": { frequent: /[\uac00-\ud7a3]/, from: 0xb0, to: 0xc8 },
  gb18030: { frequent: /$^/, from: 0xb0, to: 0xd7 },
  big5: { frequent: /$^/, from: 0xa4, to: 0xc6 },
} as const;

/** An encoding beside UTF-8 and UTF-16. */
export type LegacyName = keyof typeof singleByte | keyof typeof doubleByte | "iso-2022-jp";
