// A photograph as the page shows it. No way leads past the credit.
import type {ReactNode} from 'react'
import {useEditable} from '../editing/editable.ts'
import type {ImageSource, Rendition} from '../display/images.ts'
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
    /** On what ground the picture may be printed (`schemas/objects/rights.ts`). */
    category?: string | null
    /** A map or a chart: cutting it would cut its words. */
    isGraphic?: boolean | null
    image?: ImageSource | null
  } | null
}

interface Layout {
  widths: number[]
  sizes: string
  ratio?: number
  /** In a list of pieces, where a credit is printed only if the licence demands it there. */
  isListed?: boolean
}

/**
 * In an article, pictures have the width that feeds and JSON-LD name, so that readers of these find the
 * picture on the page.
 */
const LAYOUTS = {
  page: {widths: [480, 800, 1200, 1600, 2000, 2400], sizes: '(min-width: 66rem) 62rem, 100vw'},
  lead: {widths: [480, 800, 1200, 1600, 2000], sizes: '(min-width: 72rem) 68rem, 100vw'},
  showcase: {widths: [480, 800, 1200, 1600, 2000], sizes: '(min-width: 66rem) 62rem, 100vw'},
  inline: {widths: [400, 640, 800, 1200], sizes: '(min-width: 44rem) 40rem, 100vw'},
  supporting: {widths: [320, 480, 640, 960, 1200], sizes: '(min-width: 62rem) 20rem, 100vw'},
  hero: {
    widths: [480, 800, 1120, 1600],
    sizes: '(min-width: 60rem) min(66vw, 57rem), 100vw',
    ratio: 3 / 2,
    isListed: true,
  },
  feature: {
    widths: [400, 640, 960, 1280],
    sizes: '(min-width: 60rem) min(48vw, 39rem), (min-width: 40rem) 48vw, 100vw',
    ratio: 3 / 2,
    isListed: true,
  },
  second: {
    widths: [400, 640, 960],
    sizes: '(min-width: 60rem) min(32vw, 26rem), (min-width: 40rem) 48vw, 100vw',
    ratio: 3 / 2,
    isListed: true,
  },
  picture: {
    widths: [400, 640, 960, 1280],
    sizes: '(min-width: 60rem) min(66vw, 57rem), 100vw',
    ratio: 3 / 2,
    isListed: true,
  },
  card: {
    widths: [240, 400, 640, 880],
    sizes: '(min-width: 60rem) min(32vw, 26rem), (min-width: 40rem) 48vw, 7rem',
    ratio: 3 / 2,
    isListed: true,
  },
  row: {
    widths: [240, 360, 540],
    sizes: '(min-width: 40rem) 17rem, 7rem',
    ratio: 3 / 2,
    isListed: true,
  },
  face: {widths: [96, 192, 288], sizes: '6rem', ratio: 1, isListed: true},
  byline: {widths: [112, 168, 224], sizes: '3.5rem', ratio: 1},
  portrait: {widths: [160, 320, 480], sizes: '10rem', ratio: 1},
} satisfies Record<string, Layout>

export type PhotoLayout = keyof typeof LAYOUTS

/** A graphic is at least as wide as `site/styles/cards.css` scrolls it. */
const SCROLLED = 'max(100vw, 46rem)'

/** The width of a picture on a page of its own. */
const WHOLE = 2400

/** Their blurs would weigh more in the page than they are worth. */
const SMALL: ReadonlySet<PhotoLayout> = new Set(['second', 'card', 'row', 'face', 'picture'])

/** A drawn face has no words that could become too small. */
const PORTRAITS: ReadonlySet<PhotoLayout> = new Set(['face', 'byline', 'portrait'])

/** Agencies and licences that ask for attribution want the credit beside every print. */
const demandsCredit = ({category, licenseUrl}: NonNullable<PhotoUse['photo']>): boolean =>
  category === 'agency' || /creativecommons\.org\/licenses\//.test(licenseUrl ?? '')

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
  const {images, preview} = useSite()
  const photo = use?.photo
  const {widths, ratio, isListed = false}: Layout = LAYOUTS[layout]
  const isGraphic = Boolean(photo?.isGraphic) && !PORTRAITS.has(layout)
  const rendition =
    photo?.image && images.rendition(photo.image, widths, isGraphic ? undefined : ratio)
  const credit = photo?.creditLine?.trim()
  if (!use || !photo || !rendition || !(credit || preview)) return null
  const caption = captioned ? (use.caption ?? photo.caption) : undefined
  const picture = <Picture {...{use, photo, layout, rendition, first}} />
  const forms = [
    rendition.height > rendition.width && 'tall',
    isGraphic && 'graphic',
    isListed && credit && !demandsCredit(photo) && 'uncredited',
  ]
  const classes = ['', `--${layout}`, ...forms.flatMap((form) => (form ? [`--${form}`] : []))]
  return (
    <figure className={classes.map((one) => `photo${one}`).join(' ')}>
      {isGraphic && !isListed && photo.image ? (
        <Graphic use={use} image={photo.image}>
          {picture}
        </Graphic>
      ) : (
        picture
      )}
      <Caption photo={photo} caption={caption} captioned={captioned} hasPage={layout !== 'page'} />
    </figure>
  )
}

/** A map or a chart is never smaller than its words can be read: a narrow window scrolls it. It leads to the picture itself. */
function Graphic({use, image, children}: {use: PhotoUse; image: ImageSource; children: ReactNode}) {
  const {images} = useSite()
  const label = labelled('Graphic', use.alt ?? use.photo?.alt ?? use.photo?.caption)
  return (
    <div className="photo__scroll">
      <a href={images.rendition(image, [WHOLE])?.src} aria-label={label}>
        {children}
      </a>
    </div>
  )
}

function Picture({
  use,
  photo,
  layout,
  rendition,
  first,
}: {
  use: PhotoUse
  photo: NonNullable<PhotoUse['photo']>
  layout: PhotoLayout
  rendition: Rendition
  first: boolean
}) {
  const {placeholders} = useSite()
  const place = useEditable({id: photo._id, type: 'photoWithCredit', path: 'image'})
  const asset = photo.image?.asset
  const {sizes}: Layout = LAYOUTS[layout]
  // Behind what can be seen through a blur would stay, and small pictures come soon.
  const isBlurred = !asset?.hasAlpha && !photo.isGraphic && !SMALL.has(layout)
  return (
    <img
      className={isBlurred ? placeholders.classFor(asset?.lqip) : undefined}
      src={rendition.src}
      srcSet={rendition.srcSet}
      sizes={photo.isGraphic ? sizes.replace('100vw', SCROLLED) : sizes}
      width={rendition.width}
      height={rendition.height}
      alt={photo.decorative ? '' : (use.alt ?? photo.alt ?? '')}
      loading={first ? 'eager' : 'lazy'}
      fetchPriority={first ? 'high' : undefined}
      decoding="async"
      {...place}
    />
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
  photo: {_id, alt, creditLine, isGraphic},
  caption,
}: {
  photo: NonNullable<PhotoUse['photo']>
  caption: string | null | undefined
}) {
  const {language} = useSite()
  const label = isGraphic ? 'About this graphic' : 'About this photo'
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
