/** What a picture file says of itself: one record, written both as IPTC-IIM and as XMP. */
export interface PictureFacts {
  title?: string
  caption?: string
  /** Alternative text, Iptc4xmpCore:AltTextAccessibility; IIM has no place for it. */
  alt?: string
  creator?: string
  creatorTitle?: string
  creditLine?: string
  /** Who supplied the picture; agencies and museums, as a rule. */
  supplier?: string
  copyrightNotice?: string
  /** The holder as a name of its own (PLUS), because the notice is prose. */
  copyrightHolder?: string
  licenseUrl?: string
  acquireUrl?: string
  usageTerms?: string
  /** A year, a month or a day in ISO form. IIM can hold full days only. */
  dateTaken?: string
  city?: string
  country?: string
  digitalSourceType?: string
  /** The physical work that a reproduction shows. */
  artwork?: {title: string; creator: string; source: string; inventory: string}
}
