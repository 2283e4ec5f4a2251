import type { ArticleGroup } from "./article-group.ts";
import { mechanicalArticles } from "./mechanical-articles.ts";
import { otherArticles } from "./other-articles.ts";

/** Everything that the machine builder buys: the numbers of articles follow this order. */
export const articleGroups: readonly ArticleGroup[] = [...mechanicalArticles, ...otherArticles];
