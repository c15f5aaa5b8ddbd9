import {filled} from './filled.ts'

/** Every photo is published with its credit (IPTC Photo Metadata, Credit Line): there is no default. */
export const creditLineRequired = filled(
  'Who is credited? Copy the credit exactly as it was supplied. A photo without a credit cannot be published.',
)
