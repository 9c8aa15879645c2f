/** What the browser may do with an answer of the workbench. Nothing comes from elsewhere, and nothing is kept. */

/** For every answer. */
export const sharedHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const

/** @param nonce of the style sheet that the page makes for the widths of its columns */
export function pagePolicy(nonce: string): string {
  return policy([
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
  ])
}

/** The sidebar's html has its script and style inside; it has no origin, can load nothing and speaks to the page alone. */
export const sidebarPolicy = policy([
  'sandbox allow-scripts allow-forms',
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "frame-ancestors 'self'",
])

/** For whatever is no document. */
export const nothingAllowed = policy(["default-src 'none'", 'sandbox', "frame-ancestors 'none'"])

function policy(directives: readonly string[]): string {
  return [...directives, "base-uri 'none'", "form-action 'none'"].join('; ')
}
