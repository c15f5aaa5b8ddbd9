// A photograph as the page shows it. No way leads past the credit.
import {useEditable} from '../editing/editable.ts'
import type {ImageSource} from '../display/images.ts'
import {direction} from '../display/language.ts'
import {photoPath} from '../display/paths.ts'
import {safeHref} from '../display/safe-href.ts'
import {useSite} from '../site-context.ts'

/** A `photoUse` as the queries answer it; any part may be missing in a draft. */
export interface PhotoUse {
  role?: string | null
  caption?: string | null
  alt?: string | null
  photo?: {
    _id: string
    caption?: string | null
    alt?: string | null
    decorative?: boolean | null
    creditLine?: string | null
    licenseUrl?: string | null
    /** A map or a chart: cutting it would cut its words. */
    isGraphic?: boolean | null
    image?: ImageSource | null
  } | null
}

interface Layout {
  widths: number[]
  sizes: string
  ratio?: number
}

/**
 * In an article, pictures have the width that feeds and JSON-LD name, so that readers of these find the
 * picture on the page.
 */
const LAYOUTS = {
  page: {widths: [480, 800, 1200, 1600, 2000, 2400], sizes: '(min-width: 66rem) 62rem, 100vw'},
  lead: {widths: [480, 800, 1200, 1600, 2000], sizes: '(min-width: 66rem) 62rem, 100vw'},
  showcase: {widths: [480, 800, 1200, 1600, 2000], sizes: '(min-width: 62rem) 58rem, 100vw'},
  inline: {widths: [400, 640, 800, 1200], sizes: '(min-width: 44rem) 40rem, 100vw'},
  supporting: {widths: [320, 480, 640, 960, 1200], sizes: '(min-width: 62rem) 20rem, 100vw'},
  hero: {widths: [480, 800, 1200, 1600], sizes: '(min-width: 60rem) 46rem, 100vw', ratio: 3 / 2},
  feature: {
    widths: [480, 640, 960, 1280],
    sizes: '(min-width: 60rem) 37rem, (min-width: 36rem) 46vw, 100vw',
    ratio: 3 / 2,
  },
  card: {
    widths: [240, 360, 480, 640, 960],
    sizes: '(min-width: 60rem) 24rem, (min-width: 36rem) 46vw, 7.5rem',
    ratio: 3 / 2,
  },
  row: {widths: [240, 360, 480, 640], sizes: '(min-width: 36rem) 17rem, 7.5rem', ratio: 3 / 2},
  byline: {widths: [112, 168, 224], sizes: '3.5rem', ratio: 1},
  portrait: {widths: [160, 320, 480], sizes: '10rem', ratio: 1},
} satisfies Record<string, Layout>

export type PhotoLayout = keyof typeof LAYOUTS

/**
 * Picture, caption and credit; nothing where there is no picture, and nothing for readers where nobody
 * is credited. `captioned` prints the caption, `first` loads the picture before everything else.
 */
export function Photo({
  use,
  layout,
  captioned = false,
  first = false,
}: {
  use: PhotoUse | null | undefined
  layout: PhotoLayout
  captioned?: boolean
  first?: boolean
}) {
  const {images, placeholders, preview} = useSite()
  const photo = use?.photo
  const document = photo ? {id: photo._id, type: 'photoWithCredit'} : undefined
  const picturePlace = useEditable(document && {...document, path: 'image'})
  const {widths, sizes, ratio}: Layout = LAYOUTS[layout]
  const rendition =
    photo?.image && images.rendition(photo.image, widths, photo.isGraphic ? undefined : ratio)
  const credit = photo?.creditLine?.trim()
  if (!use || !photo || !rendition || !(credit || preview)) return null
  const caption = captioned ? (use.caption ?? photo.caption) : undefined
  // Behind what can be seen through, or does not fill its frame, a blur would stay.
  const isFitted = Boolean(ratio && photo.isGraphic)
  const placeholder =
    photo.image?.asset?.hasAlpha || isFitted
      ? undefined
      : placeholders.classFor(photo.image?.asset?.lqip)
  const isTall = rendition.height > rendition.width
  return (
    <figure
      className={`photo photo--${layout}${isTall ? ' photo--tall' : ''}${isFitted ? ' photo--graphic' : ''}`}
    >
      <img
        className={placeholder}
        src={rendition.src}
        srcSet={rendition.srcSet}
        sizes={sizes}
        width={rendition.width}
        height={rendition.height}
        alt={photo.decorative ? '' : (use.alt ?? photo.alt ?? '')}
        loading={first ? 'eager' : 'lazy'}
        fetchPriority={first ? 'high' : undefined}
        decoding="async"
        {...picturePlace}
      />
      <Caption photo={photo} caption={caption} captioned={captioned} hasPage={layout !== 'page'} />
    </figure>
  )
}

/** Caption, credit and the link to the photo's page. */
function Caption({
  photo,
  caption,
  captioned,
  hasPage,
}: {
  photo: NonNullable<PhotoUse['photo']>
  caption: string | null | undefined
  captioned: boolean
  hasPage: boolean
}) {
  const {preview} = useSite()
  const creditPlace = useEditable({id: photo._id, type: 'photoWithCredit', path: 'creditLine'})
  const credit = photo.creditLine?.trim()
  return (
    <figcaption>
      {caption && (
        <>
          <bdi className="photo__caption">{caption}</bdi>{' '}
        </>
      )}
      {credit ? (
        <Credit
          line={credit}
          licence={captioned ? photo.licenseUrl : undefined}
          of={caption || photo.alt}
        />
      ) : (
        <strong className="gap" {...creditPlace}>
          Credit missing
        </strong>
      )}
      {captioned && hasPage && !preview && <PageLink photo={photo} caption={caption} />}
    </figcaption>
  )
}

/** A link to the photo's page. Its label tells links with the same text apart. */
function PageLink({
  photo: {_id, alt, creditLine},
  caption,
}: {
  photo: NonNullable<PhotoUse['photo']>
  caption: string | null | undefined
}) {
  const {language} = useSite()
  const label = 'About this photo'
  return (
    <>
      {' '}
      <a
        className="photo__page"
        href={photoPath(_id)}
        lang={language}
        dir={direction(language)}
        aria-label={labelled(label, caption || alt || creditLine)}
      >
        {label}
      </a>
    </>
  )
}

/** What a link says, and of which photo. */
const labelled = (label: string, of: string | null | undefined) =>
  [label, of].filter(Boolean).join(': ')

function Credit({
  line,
  licence,
  of,
}: {
  line: string
  licence: string | null | undefined
  of: string | null | undefined
}) {
  const {language} = useSite()
  const href = safeHref(licence)
  return (
    <>
      <bdi className="photo__credit">{line}</bdi>
      {href && ' '}
      {href && (
        <a
          className="photo__licence"
          href={href}
          rel="license noopener"
          lang={language}
          dir={direction(language)}
          aria-label={labelled('Licence', of)}
        >
          Licence
        </a>
      )}
    </>
  )
}
