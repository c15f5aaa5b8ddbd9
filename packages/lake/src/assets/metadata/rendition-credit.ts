// What a picture may say of itself to everybody: whose it is and on what terms.

/** Texts as they are to be read in the file, letter by letter. */
export interface RenditionCredit {
  creditLine: string
  creator?: string
  copyrightNotice?: string
  licenseUrl?: string
  acquireUrl?: string
  usageTerms?: string
  /** URL of a term in IPTC's vocabulary. */
  digitalSourceType?: string
}
