/** Years before the first of an era: 令和 7 is 2025. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988 };
/** Thailand counts 543 years more, Taiwan 1911 fewer. */
const [thai, taiwan] = [543, 1911];

/** A date by the years of Japan, Thailand or Taiwan by those of all others: 令和7年1月3日, 03/01/2568, 114/01/03. */
function inCommonYears(text: string): string {
  const [, era = "", year = ""] = /^(令和|平成) ?(\d{1,2}|元) ?年/.exec(text) ?? [];
  const before = eras[era];
  if (before !== undefined)
    return `${before + (year === "元" ? 1 : Number(year))}${text.slice(text.indexOf("年"))}`;
  const [, day, last] = /^(\d{1,2}[./-]\d{1,2}[./-])(25[4-9]\d)$/.exec(text) ?? [];
  if (last !== undefined) return `${day}${Number(last) - thai}`;
  const [, first, rest] = /^(25[4-9]\d|1[01]\d)([./-]\d{1,2}[./-]\d{1,2})$/.exec(text) ?? [];
  if (first === undefined) return text;
  return `${first.length > 3 ? Number(first) - thai : Number(first) + taiwan}${rest}`;
}

/** Dates of Hungary and the far east as the others are written: 2025. 01. 03., 2025年1月3日, 2025년 1월. */
export function ofEast(written: string): string {
  const text = inCommonYears(written);
  const spaced = /^(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?$/.exec(text);
  if (spaced !== null) return `${spaced[1]}-${spaced[2]}-${spaced[3]}`;
  const [, year, month, day] =
    /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?$/.exec(text) ?? [];
  if (month === undefined) return text;
  return day === undefined ? `${year}-M${month}` : `${year}-${month}-${day}`;
}
