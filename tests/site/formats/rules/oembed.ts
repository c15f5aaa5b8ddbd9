// oEmbed 1.0, section 2.3.4, for the type *link*; the thumbnail's three parameters come together.
import {z} from 'zod'

const link = z.strictObject({
  version: z.literal('1.0'),
  type: z.literal('link'),
  title: z.string().optional(),
  description: z.string().optional(),
  author_name: z.string().optional(),
  author_url: z.url().optional(),
  provider_name: z.string().min(1),
  provider_url: z.url(),
  cache_age: z.int().positive(),
})

export const OEMBED = z.union([
  link,
  link.extend({
    thumbnail_url: z.url(),
    thumbnail_width: z.int().positive(),
    thumbnail_height: z.int().positive(),
    // Of our own: the format lets providers add parameters.
    thumbnail_credit: z.string().min(1),
  }),
])
