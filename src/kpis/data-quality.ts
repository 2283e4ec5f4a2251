import { family } from "./family.ts";

/** Rows of the files that could be used. */
export const dataQuality = family({
  sums: [],
  drivers: [],
  tallies: {},
  figures: {
    dataQuality: (_, { rowsRead, rowsUsed }) => ({
      value: rowsRead > 0 ? (100 * rowsUsed) / rowsRead : null,
      unit: "%",
      limits: [98, 90],
      moreIsBetter: true,
      headline: true,
      next: "fix-the-export",
    }),
  },
});
