// The web app manifest by W3C's Recommendation, as far as the site uses it.
import {z} from 'zod'

const path = z.string().startsWith('/')

export const MANIFEST = z.strictObject({
  id: path,
  name: z.string().min(1),
  short_name: z.string().max(12).optional(),
  description: z.string().optional(),
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl', 'auto']),
  start_url: path,
  scope: path,
  display: z.enum(['fullscreen', 'standalone', 'minimal-ui', 'browser']),
  theme_color: z.string().regex(/^#[0-9a-f]{6}$/),
  background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  icons: z
    .array(
      z.strictObject({
        src: path,
        sizes: z.string().regex(/^(any|\d+x\d+)$/),
        type: z.enum(['image/png', 'image/svg+xml']),
      }),
    )
    .min(1),
})
