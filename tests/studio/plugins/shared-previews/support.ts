// Links and remarks as the server keeps them, for tests.
import type {PreviewLink, PreviewRemark} from '../../../../workflow/preview/records.ts'

export const NOW = Date.parse('2026-11-25T10:00:00.000Z')
const HOUR = 3_600_000
export const inHours = (hours: number): string => new Date(NOW + hours * HOUR).toISOString()

const refTo = (_ref: string) => ({_type: 'reference', _ref, _weak: true}) as const

/** Made an hour ago, for a week. */
export function link(name: string, fields: Partial<PreviewLink> = {}): PreviewLink {
  return {
    _id: `link.${name}`,
    _type: 'previewLink',
    article: refTo('ferry'),
    recipient: name,
    expiresAt: inHours(7 * 24),
    by: 'hester',
    byName: 'Hester Brandwick',
    at: inHours(-1),
    ...fields,
  }
}

export const takenBack = (hours: number): Pick<PreviewLink, 'revoked'> => ({
  revoked: {by: 'hester', byName: 'Hester Brandwick', at: inHours(hours)},
})

export function remark(
  name: string,
  at: string,
  fields: Partial<PreviewRemark> = {},
): PreviewRemark {
  return {
    _id: `remark.${name}.${at}`,
    _type: 'previewRemark',
    article: refTo('ferry'),
    link: refTo(`link.${name}`),
    name,
    text: 'Not so.',
    at,
    ...fields,
  }
}
