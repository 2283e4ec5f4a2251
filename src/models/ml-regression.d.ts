// ml-regression ships no types: those of the two parts that are sound for demand. Its multivariate regression inverts
// X'X and keeps no correct digit on NIST's Longley data; its robust polynomial regression draws by chance.
declare module "ml-regression" {
  interface Line {
    readonly slope: number;
    readonly intercept: number;
    predict(x: number): number;
  }
  export const SimpleLinearRegression: new (x: number[], y: number[]) => Line;
  export const TheilSenRegression: new (x: number[], y: number[]) => Line;
}
