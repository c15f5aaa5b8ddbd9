// ninjs 3.1 as far as the site uses it, by hand after IPTC's specification; any other name is a mistake.
// It is narrower than IPTC's own JSON Schema, which is the authority: the same documents are checked against both.
import {z} from 'zod'

/** `uri` of JSON Schema: absolute. */
const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:[^\s]+$/i)
const moment = z.iso.datetime({offset: true})
const words = z.string().min(1)
const named = z.strictObject({
  name: words,
  rel: words.optional(),
  uri: uri.optional(),
  literal: words.optional(),
})
const described = z.strictObject({role: words, contentType: words, value: words})

const common = {
  uri,
  version: z.string().regex(/^\d+$/),
  versionCreated: moment,
  pubStatus: z.literal('usable'),
  descriptions: z.array(described),
  by: words.optional(),
  located: words.optional(),
}

const picture = z.strictObject({
  ...common,
  name: words,
  rel: words,
  type: z.enum(['picture', 'graphic']),
  copyrightHolder: words.optional(),
  copyrightNotice: words.optional(),
  usageTerms: words.optional(),
  rightsInfo: z.strictObject({linkedRights: uri}).optional(),
  digitalSourceType: z.strictObject({uri}).optional(),
  renditions: z
    .array(
      z.strictObject({
        name: words,
        href: z.url(),
        width: z.int().positive(),
        height: z.int().positive(),
      }),
    )
    .min(1),
})

export const NINJS = z.strictObject({
  ...common,
  standard: z.strictObject({
    name: z.literal('ninjs'),
    version: z.literal('3.1'),
    schema: z.url(),
  }),
  type: z.literal('text'),
  representationType: z.literal('full'),
  firstCreated: moment.optional(),
  contentCreated: moment.optional(),
  language: z.string().regex(/^[a-z]{2,3}(-\w+)*$/),
  title: words.optional(),
  headlines: z.array(described),
  bodies: z
    .array(
      z.strictObject({
        role: words,
        contentType: z.enum(['text/html', 'text/plain']),
        charCount: z.int(),
        wordCount: z.int().optional(),
        value: z.string(),
      }),
    )
    .min(1),
  people: z.array(named),
  organisations: z.array(named),
  subjects: z.array(named),
  genres: z.array(named),
  infoSources: z.array(z.strictObject({name: words, role: words, uri})),
  altIds: z.array(z.strictObject({role: words, value: words})),
  trustIndicators: z.array(z.strictObject({role: uri, title: words, href: z.url()})),
  associations: z.array(picture),
})
