// The public credit of a picture: creator, copyright and terms.

/** The texts are written into the file unchanged. */
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
