import { ascending } from "../../numeric/order.ts";
import { currencySign } from "../../words/numbers.ts";
import { xmlHead, xmlText } from "./xml.ts";

/** Cell formats of every workbook, by index in `cellXfs`; money follows, one format a currency. */
export const cellStyles = {
  plain: 0,
  header: 1,
  text: 2,
  date: 3,
  whole: 4,
  decimal: 5,
  percent: 6,
  small: 7,
  wrapped: 8,
  numberHeader: 9,
} as const;

const firstMoney = 10;
const firstNumberFormat = 170;

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const plain = 'fontId="0" fillId="0" borderId="0"';

/** A cell format: number format, then what else it changes, then its alignment. */
const format = (numberFormat: number, look = plain, alignment = ""): string => {
  const attributes = `numFmtId="${numberFormat}" ${look} xfId="0" applyNumberFormat="1"`;
  return alignment === ""
    ? `<xf ${attributes}/>`
    : `<xf ${attributes} applyAlignment="1"><alignment ${alignment}/></xf>`;
};

const heading = 'fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1"';

/** In the order of `cellStyles`; 49 is text, 14 the short date of the reader, 3 and 4 grouped numbers. */
const fixedFormats = [
  format(0),
  format(49, heading, 'vertical="center" wrapText="1"'),
  format(49),
  format(14, plain, 'horizontal="right"'),
  format(3),
  format(4),
  format(164),
  format(165),
  format(49, plain, 'vertical="top" wrapText="1"'),
  format(49, heading, 'horizontal="right" vertical="center" wrapText="1"'),
];

const fonts = [
  '<fonts count="2"><font><sz val="10"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font></fonts>',
].join("");

const fills = [
  '<fills count="3"><fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">',
  '<fgColor rgb="FF0E6A62"/><bgColor indexed="64"/></patternFill></fill></fills>',
].join("");

const borders = [
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/>',
  '<bottom style="thin"><color rgb="FF0A4A44"/></bottom><diagonal/></border></borders>',
].join("");

/** Number formats of the currencies of one workbook. */
export interface MoneyStyles {
  readonly currencies: readonly string[];
  /** Format of an amount (two decimals) or of a unit price (four); a plain decimal where the currency is unknown. */
  style(currency: string | undefined, decimals?: 2 | 4): number;
}

/** Formats for these currencies, in code-unit order. */
export function moneyStyles(currencies: Iterable<string>): MoneyStyles {
  const sorted = [...new Set(currencies)].sort(ascending);
  return {
    currencies: sorted,
    style: (currency, decimals = 2) => {
      const at = currency === undefined ? -1 : sorted.indexOf(currency);
      if (at < 0) return decimals === 2 ? cellStyles.decimal : cellStyles.small;
      return firstMoney + 2 * at + (decimals === 2 ? 0 : 1);
    },
  };
}

/** xl/styles.xml. */
export function stylesXml({ currencies }: MoneyStyles): string {
  const patterns = currencies.flatMap((currency) => {
    const sign = `\\ "${currencySign(currency).replaceAll('"', "")}"`;
    return [`#,##0.00${sign}`, `#,##0.0000${sign}`];
  });
  const money = patterns.map(
    (pattern, k) => `<numFmt numFmtId="${firstNumberFormat + k}" formatCode="${xmlText(pattern)}"/>`,
  );
  const formats = [...fixedFormats, ...patterns.map((_, k) => format(firstNumberFormat + k))];
  return [
    `${xmlHead}<styleSheet xmlns="${main}"><numFmts count="${money.length + 2}">`,
    '<numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0.0000"/>',
    `${money.join("")}</numFmts>${fonts}${fills}${borders}`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length}">${formats.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join("");
}
