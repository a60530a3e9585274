/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    scope: import('#server/scope.ts').Scope
    /** The page as the address names it, before it was mapped to its folder. */
    page: import('#server/find-page.ts').FoundPage | undefined
    locale: import('#server/paths.ts').Locale
    words: import('#server/words/words.ts').Words
    /** Address of another page in the reader's language. */
    to: (page: import('#server/paths.ts').PageName, params?: Record<string, string>) => string
    publicUrl: string
    /** Whether mail goes to its recipients, or to files for want of a mail server. */
    mails: boolean
    /** Seals and opens secrets of second steps. */
    portalKey: import('#server/portal-key.ts').PortalKey
    /** Somewhere in the portal; a page that knows what it shows says more of it. */
    holdsSampleData: boolean
    /** The address as it stands in the address bar: path and query. */
    address: URL
    /** What the page shows depends on these; a page that sets no tags is never kept. */
    keep: { tags: string[]; until: Date | null }
    refusal: import('#server/errors.ts').RefusalCode | undefined
    /** Whether what was refused is a form that somebody filled in. */
    posted: boolean
    /** Cookies to set with the answer. */
    cookies: string[]
    clientAddress: string
  }
}
