/** Marks of typed XLSX cells in coded texts: a number is exact, a date is ISO, whatever its column looks like. */
const numberMark = "\u0001";
const dateMark = "\u0002";

const isBlank = (code: number): boolean =>
  code <= 32 || code === 0xa0 || code === 0x202f || code === 0xfeff || code === 0x3000 || code === 0xad;

/** Text of a cell without blanks around it; typed cells keep a mark of their type. */
export function cellText(text: string, type: number | undefined): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  const bare = from === 0 && to === text.length ? text : text.slice(from, to);
  if (type === undefined || type === 0 || bare === "") return bare;
  return (type === 1 ? numberMark : dateMark) + bare;
}

/** True for a text that `cellText` marked as a number of a workbook: exact, whatever its column looks like. */
export const isTypedNumber = (text: string): boolean => text.startsWith(numberMark);
/** True for a text that `cellText` marked as a date of a workbook: ISO, whatever its column looks like. */
export const isTypedDate = (text: string): boolean => text.startsWith(dateMark);

/** The text as it stands in the file. */
export const bareText = (text: string): string =>
  isTypedNumber(text) || isTypedDate(text) ? text.slice(1) : text;
