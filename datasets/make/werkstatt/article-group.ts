/** A family of articles that differ in size: prices grow from the first to the last size. */
export interface ArticleFamily {
  readonly name: string;
  readonly sizes: readonly string[];
  /** Net price of one unit in EUR, of the smallest and the largest size. */
  readonly price: readonly [smallest: number, largest: number];
}

/** A group of a machine builder's articles: what is bought, by which buyer (a code), from whom. */
export interface ArticleGroup {
  readonly name: string;
  readonly owner: string;
  readonly unit: string;
  readonly suppliers: readonly string[];
  readonly families: readonly ArticleFamily[];
}

export const family = (
  name: string,
  price: readonly [number, number],
  ...sizes: string[]
): ArticleFamily => ({
  name,
  price,
  sizes,
});
