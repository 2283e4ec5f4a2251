type Row = (string | number)[];

const lotSizes = [1, 6, 40, 150];
const leadTimes = [7, 14, 30, 60];
const cover = [0, 0.4, 1, 1.6, 2.2, 3];

/** Orders and master data of items of many tempers: rare and daily, small and large lots, empty and full shelves. */
export function manyTempers(items: number): { readonly orders: Row[]; readonly masters: Row[] } {
  const orders: Row[] = [["item", "date", "quantity", "kind"]];
  const masters: Row[] = [
    ["item", "supplier", "onHand", "leadTimeDays", "minimumOrder", "packSize", "unitCost", "maximumStock"],
  ];
  for (let k = 0; k < items; k++) {
    const [rate, size] = [1 + (k % 4), lotSizes[k % 4] ?? 1];
    let sum = 0;
    for (let month = 0; month < 30; month++)
      for (let n = 0; n < rate; n++) {
        const quantity = Math.max(1, Math.round(size * (0.6 + ((k * 7 + month * 5 + n * 3) % 9) / 10)));
        const day = String(2 + ((k + month * 3 + n * 9) % 26)).padStart(2, "0");
        const at = `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-${day}`;
        sum += quantity;
        orders.push([`P${k}`, at, quantity, "issue"]);
      }
    const [monthly, lead] = [sum / 30, leadTimes[(k >> 1) % 4] ?? 7];
    const stock = Math.round(monthly * (lead / 30) * (cover[k % 6] ?? 0));
    const maximum = k % 3 === 0 ? Math.round(monthly * (2 + (k % 5))) : "";
    masters.push([`P${k}`, `S${k % 7}`, stock, lead, [1, 10, 50][k % 3] ?? 1, [1, 5][k % 2] ?? 1, 1 + (k % 30), maximum]);
  }
  return { orders, masters };
}
