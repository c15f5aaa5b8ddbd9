import type {CustomValidator} from 'sanity'

/** A date as exactly as it is known: `2022`, `2022-12` or `2022-12-31` (IPTC's Date Created, EDTF level 0). */
export const partialDate: CustomValidator<string | undefined> = (value) => {
  if (!value) return true
  const message = 'Write the date as 2024-03-04, or only 2024-03 or 2024 if no more is known.'
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return message
  const complete = value + '-01-01'.slice(value.length - 4)
  const date = new Date(`${complete}T00:00:00Z`)
  // Date rolls 31 February over to March; such a day is a slip of the pen.
  return (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(complete)) || message
}
