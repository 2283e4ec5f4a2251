const numerals = "I II III IV V VI VII VIII IX X XI XII".split(" ");
const names = "January February March April May June July August September October November December".split(
  " ",
);
const numeral = "(X?I{1,3}|I?[VX]|VI{1,3}|I[VX])";
const shapes = [
  new RegExp(`^${numeral}\\.?(?:[ ./-]?'?((?:20)?\\d{2}))?$`),
  new RegExp(`^(20\\d{2})[ ./-]?${numeral}\\.?$`),
];

/** The month that a heading writes as a Roman numeral, and its year; undefined for other headings. */
function monthIn(heading: string): { month: number; year: string } | undefined {
  const text = heading.trim();
  const [, first, year = ""] = shapes[0]?.exec(text) ?? [];
  const [, before = "", second] = shapes[1]?.exec(text) ?? [];
  const month = numerals.indexOf(first ?? second ?? "") + 1;
  return month === 0 ? undefined : { month, year: first === undefined ? before : year };
}

/** Four of them may be quarters. */
const quarters = 4;

/**
 * How headings that write months as Roman numerals, as Polish and Hungarian lists do, are read: with the names of the
 * months. Undefined where there are none, or they may be quarters.
 * @example romanMonths(["Kod", "IV 2025", "V 2025", "VI 2025"])?.("V 2025") // "May 2025"
 */
export function romanMonths(header: readonly string[]): ((heading: string) => string) | undefined {
  const found = header.flatMap((heading) => monthIn(heading) ?? []);
  const isMonths = found.length >= 3 && found.some(({ month }) => month > quarters);
  if (!isMonths) return undefined;
  return (heading) => {
    const own = monthIn(heading);
    return own === undefined ? heading : `${names[own.month - 1]} ${own.year}`.trim();
  };
}
