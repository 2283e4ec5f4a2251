// ml-regression ships no types: those of the two parts that are sound for demand (METHODS: its multivariate regression
// has no correct digit on NIST Longley, its robust polynomial draws by chance).
declare module "ml-regression" {
  interface Line {
    readonly slope: number;
    readonly intercept: number;
    predict(x: number): number;
  }
  export const SimpleLinearRegression: new (x: number[], y: number[]) => Line;
  export const TheilSenRegression: new (x: number[], y: number[]) => Line;
}
