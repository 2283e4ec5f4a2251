const powersOfTen = new Map([10, 100, 1000, 10_000].map((power, k) => [power, k + 1]));

/** Price for one; powers of ten move the decimal point, so that 42.09 for 100 is 0.4209 exactly. */
export function dividedBy(price: number, per: number): number {
  if (per === 1) return price;
  const digits = powersOfTen.get(per);
  const text = digits === undefined ? "" : String(price);
  return digits === undefined || !/^-?\d+(\.\d+)?$/.test(text) ? price / per : Number(`${text}e-${digits}`);
}
