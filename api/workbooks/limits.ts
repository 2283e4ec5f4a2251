/** What reading one foreign workbook may cost before it is given up. */
export const workbookLimits = {
  /** Memory of the process that reads it, all of it. */
  megabytes: 590,
  /** Its JavaScript objects alone; below the above, so that it ends by itself where it can. */
  heapMegabytes: 500,
  /** Processor time: so much for any file, and more for each megabyte of it. */
  cpuSeconds: 4,
  cpuSecondsOfAMegabyte: 1.5,
  /** Until it is ended from outside, whatever it does. */
  wallSeconds: 120,
  /** What a packed file may unpack to. */
  inputMegabytes: 128,
  /** What it may hand back. */
  outputMegabytes: 256,
};

/** What reading one Parquet file may cost, for any file and more for each megabyte of it. */
export const parquetLimits = {
  megabytes: 590,
  megabytesOfAMegabyte: 40,
  cpuSeconds: 4,
  cpuSecondsOfAMegabyte: 3,
  /** What it may hand back, as text. */
  outputMegabytes: 256,
};

/** How often cost is looked at, in milliseconds. */
export const watchMs = 20;
