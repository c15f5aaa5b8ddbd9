// JSON Feed 1.1 (jsonfeed.org) as far as the site uses it; any other name is a mistake.
import {z} from 'zod'

const address = z.url({protocol: /^https?$/})
const moment = z.iso.datetime({offset: true})
const author = z.strictObject({name: z.string().min(1), url: address.optional()})

const item = z.strictObject({
  id: z.string().min(1),
  url: address,
  title: z.string().optional(),
  summary: z.string().optional(),
  content_html: z.string(),
  image: address.optional(),
  date_published: moment.optional(),
  date_modified: moment.optional(),
  // Without any, the feed's authors are meant; an empty list would say that there are none.
  authors: z.array(author).min(1).optional(),
  tags: z.array(z.string().min(1)),
  language: z.string().optional(),
  attachments: z
    .array(
      z.strictObject({
        url: address,
        mime_type: z.string().min(1),
        size_in_bytes: z.int().nonnegative(),
      }),
    )
    .min(1)
    .optional(),
  // Extensions begin with an underscore and are objects.
  _image: z
    .strictObject({
      credit: z.string().min(1),
      caption: z.string().optional(),
      copyright: z.string().optional(),
      license: address.optional(),
    })
    .optional(),
})

export const JSON_FEED = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  description: z.string().optional(),
  home_page_url: address,
  feed_url: address,
  icon: address,
  favicon: address,
  language: z.string().regex(/^[a-z]{2,3}(-\w+)*$/),
  authors: z.array(author).min(1),
  items: z.array(item),
})
