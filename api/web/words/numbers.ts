import { said } from "../language.ts";

/** What is said at a field that holds no number it can take. */
export const numbersWords = said({
  en: {
    noNumber: "{got} is no number. Possible: {low} to {high}.",
    noNumberFrom: "{got} is no number. Possible: {low} or more.",
    outside: "{low} to {high}; {got} cannot be.",
    below: "{low} or more; {got} cannot be.",
  },
  de: {
    noNumber: "{got} ist keine Zahl. Möglich: {low} bis {high}.",
    noNumberFrom: "{got} ist keine Zahl. Möglich: {low} oder mehr.",
    outside: "{low} bis {high}; {got} geht nicht.",
    below: "{low} oder mehr; {got} geht nicht.",
  },
});
