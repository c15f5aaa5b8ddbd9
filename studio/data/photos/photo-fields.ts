// The public fields of a photo that its file can fill.

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

/** A file's value for one field, with its tag. */
export interface Statement {
  field: FillableField
  value: string
  sourceTag: string
}

/** Confidential values of a file. */
export interface PrivateStatements {
  position?: {lat: number; lng: number}
  supplierReference?: string
  restrictions?: string
}

export interface FileReading {
  statements: Statement[]
  confidential: PrivateStatements
}
