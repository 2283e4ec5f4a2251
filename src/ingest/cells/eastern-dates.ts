/** Dates of Hungary and the far east as the others are written: 2025. 01. 03., 2025年1月3日, 2025년 1월. */
export function ofEast(text: string): string {
  const spaced = /^(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?$/.exec(text);
  if (spaced !== null) return `${spaced[1]}-${spaced[2]}-${spaced[3]}`;
  const [, year, month, day] =
    /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?$/.exec(text) ?? [];
  if (month === undefined) return text;
  return day === undefined ? `${year}-M${month}` : `${year}-${month}-${day}`;
}
