// The public fields of a photo that its file can fill, and what they are called in the form.

export const FILLABLE = [
  'caption',
  'alt',
  'creditLine',
  'creator',
  'creatorTitle',
  'copyrightHolder',
  'copyrightNotice',
  'usageTerms',
  'licenseUrl',
  'acquireUrl',
  'dateTaken',
  'place',
  'digitalSourceType',
  'rights.category',
] as const

export type FillableField = (typeof FILLABLE)[number]

/** What a file says of one field, and where it says so. */
export interface Statement {
  field: FillableField
  value: string
  sourceTag: string
}

/** What a file says that only the newsroom may know. */
export interface PrivateStatements {
  position?: {lat: number; lng: number}
  supplierReference?: string
  restrictions?: string
}

export interface FileReading {
  statements: Statement[]
  confidential: PrivateStatements
}
