/** Issues of one code in a file that are listed row by row; the rest is counted. */
export const issuesOfACode = 1000;
