/** Headers of every answer: nothing is sniffed, framed, or told to other sites. */
export const safeHeaders: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};

/** What an answer of the API may do in a browser: nothing. */
export const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

/** What the page may do: its own scripts, styles, images and requests, nothing else. */
export const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/** What a report may do: it is one file with its style and script inside, and asks nobody for anything. */
export const reportPolicy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox allow-scripts allow-downloads allow-popups allow-modals";

export const strictTransport = "max-age=31536000";
