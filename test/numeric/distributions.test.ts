import fc from "fast-check";
import { expect, test } from "vitest";
import { erfc } from "../../src/numeric/erf.ts";
import { gammaP, gammaQ, logGamma } from "../../src/numeric/gamma.ts";
import {
  negativeBinomialCdf,
  negativeBinomialDensity,
  negativeBinomialQuantile,
} from "../../src/numeric/negative-binomial.ts";
import { normalCdf, normalQuantile, normalTail } from "../../src/numeric/normal.ts";
import { poissonCdf, poissonDensity } from "../../src/numeric/poisson.ts";

const numRuns = Number(process.env.PROVE_CASES ?? 200);
const near = (value: number, expected: number, relative = 1e-12) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));

test("erfc keeps its digits in the tail", () => {
  // values of scipy.special.erfc 1.15
  near(erfc(-3), 1.9999779095030015, 4e-15);
  near(erfc(-0.2), 1.2227025892104784, 4e-15);
  near(erfc(0.3), 0.6713732405408726, 4e-15);
  near(erfc(0.5), 0.4795001221869535, 4e-15);
  near(erfc(1), 0.15729920705028516, 4e-15);
  near(erfc(2.5), 0.00040695201744495886, 4e-15);
  near(erfc(4), 1.541725790028002e-8, 4e-15);
  near(erfc(5), 1.5374597944280347e-12, 4e-15);
  near(erfc(10), 2.0884875837625446e-45, 4e-15);
  near(erfc(20), 5.395865611607901e-176, 4e-15);
});

test("normal quantile and distribution agree with tables and with each other", () => {
  // AS 241 test values and scipy.stats.norm
  near(normalQuantile(0.25), -0.6744897501960817, 1e-15);
  near(normalQuantile(0.001), -3.090232306167813, 1e-15);
  near(normalQuantile(1e-20), -9.26234008979841, 1e-15);
  near(normalQuantile(0.975), 1.959963984540054, 1e-15);
  near(normalQuantile(0.9999), 3.719016485455709, 1e-13);
  near(normalTail(1.959963984540054), 0.05, 1e-14);
  near(normalTail(-5), 5.733031437583878e-7, 1e-13);
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(normalQuantile(1.2)).toBeNaN();
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
      expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-14);
    }),
    { numRuns },
  );
});

test("log gamma, and both tails of the gamma distribution, agree with closed forms and with each other", () => {
  near(logGamma(0.5), Math.log(Math.sqrt(Math.PI)), 1e-14);
  near(logGamma(101), 363.73937555556347, 1e-14);
  // R: pgamma(16.4832608, shape = 3.2, scale = 2.5)
  near(gammaP(3.2, 16.4832608 / 2.5), 0.95, 1e-8);
  near(gammaQ(1, 40), Math.exp(-40), 1e-13);
  near(gammaQ(3, 0.5), Math.exp(-0.5) * (1 + 0.5 + 0.125), 1e-14);
  fc.assert(
    fc.property(
      fc.double({ min: 0.02, max: 200, noNaN: true }),
      fc.double({ min: 0, max: 400, noNaN: true }),
      (a, x) => {
        expect(Math.abs(gammaP(a, x) + gammaQ(a, x) - 1)).toBeLessThan(1e-12);
        // the next shape takes one term of the Poisson distribution away
        const term = x > 0 ? Math.exp(a * Math.log(x) - x - logGamma(a + 1)) : 0;
        expect(Math.abs(gammaP(a, x) - gammaP(a + 1, x) - term)).toBeLessThan(1e-12);
      },
    ),
    { numRuns },
  );
});

test("Poisson of mean 8: golden values", () => {
  // scipy.stats.poisson.cdf
  near(poissonCdf(12, 8), 0.9362028032634382);
  near(poissonCdf(13, 8), 0.9658192982061807);
});

test("negative binomial of mean 8 and variance 20: golden values", () => {
  // R: pnbinom, qnbinom with size 5.3333, prob .4
  const moments = { mean: 8, variance: 20 };
  expect(negativeBinomialQuantile(0.95, moments)).toBe(16);
  expect(negativeBinomialQuantile(0.98, moments)).toBe(19);
  near(negativeBinomialCdf(15, moments), 0.936098614, 1e-9);
  near(negativeBinomialCdf(16, moments), 0.953024698, 1e-9);
  near(negativeBinomialCdf(18, moments), 0.9752565, 1e-9);
  near(negativeBinomialCdf(19, moments), 0.982247258, 1e-9);
});

test("counts: distribution and quantile agree with the sum of the densities", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 40, noNaN: true }),
      fc.double({ min: 0.5, max: 8, noNaN: true }),
      fc.double({ min: 0.01, max: 0.995, noNaN: true }),
      (mean, dispersion, p) => {
        const moments = { mean, variance: mean * dispersion };
        const q = negativeBinomialQuantile(p, moments);
        let total = 0;
        for (let k = 0; k <= q; k++) total += negativeBinomialDensity(k, moments);
        expect(Math.abs(negativeBinomialCdf(q, moments) - total)).toBeLessThan(1e-9);
        expect(negativeBinomialCdf(q, moments)).toBeGreaterThanOrEqual(p);
        if (q > 0) expect(negativeBinomialCdf(q - 1, moments)).toBeLessThan(p);
      },
    ),
    { numRuns: Math.min(numRuns, 60) },
  );
  expect(poissonDensity(0, 0)).toBe(1);
  expect(negativeBinomialQuantile(0.99, { mean: 0, variance: 0 })).toBe(0);
});
