const names = [
  "januar january jänner janner jaenner jan jän",
  "februar february feber feb febr",
  "märz marz maerz march mär mar mrz",
  "april apr",
  "mai may",
  "juni june jun",
  "juli july jul",
  "august aug",
  "september sep sept",
  "oktober october okt oct",
  "november nov",
  "dezember december dez dec",
];

const numbers = new Map(names.flatMap((line, index) => line.split(" ").map((name) => [name, index + 1])));

/** Month of a German or English name, 0 for other words. @example monthNumber("Mrz") // 3 */
export const monthNumber = (name: string): number => numbers.get(name.toLowerCase()) ?? 0;
