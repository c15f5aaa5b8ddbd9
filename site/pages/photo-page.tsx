// A photo with all that is said about it: who made it, who owns it, on what terms it may be used.
import {stegaClean} from '@sanity/client/stega'
import type {ReactNode} from 'react'
import type {PHOTO_BY_ID_QUERY} from '../../queries/photos.ts'
import {BriefList} from '../components/brief-list.tsx'
import {Photo} from '../components/photo.tsx'
import type {Answer} from '../content-client.ts'
import {useEditable} from '../editing/editable.ts'
import {pictureSource} from '../display/picture-source.ts'
import {safeHref} from '../display/safe-href.ts'
import {shortened} from '../display/shortened.ts'
import {useSite} from '../site-context.ts'

type PhotoDocument = NonNullable<Answer<typeof PHOTO_BY_ID_QUERY>>

const LONGEST_TITLE = 100

/** What the page is called: the caption, as much of it as a title can hold. */
export function photoTitle({caption, alt}: PhotoDocument): string {
  const title = stegaClean(caption)?.trim() || alt?.trim() || 'Photo'
  return shortened(title, LONGEST_TITLE)
}

export function PhotoPage({photo}: {photo: PhotoDocument}) {
  const title = photoTitle(photo)
  const articles = photo.articles.filter(({slug, headline}) => slug && headline)
  return (
    <div className="photo-page">
      <header className="list__head">
        <p className="kicker">Photo</p>
        <h1 dir="auto" {...useEditable({id: photo._id, type: 'photoWithCredit', path: 'caption'})}>
          {title}
        </h1>
      </header>
      {/* A caption that the heading holds whole is not said twice. */}
      <Photo
        use={{photo}}
        layout="page"
        captioned={stegaClean(photo.caption)?.trim() !== title}
        first
      />
      <Facts photo={photo} />
      <BriefList id="used-in" title="Published with" articles={articles} />
    </div>
  )
}

function Facts({photo}: {photo: PhotoDocument}) {
  const {dates} = useSite()
  const {creator, creatorTitle, people} = photo
  return (
    <dl className="facts">
      <Fact label="Credit">{photo.creditLine}</Fact>
      <Fact label="By">{[creator, creator && creatorTitle].filter(Boolean).join(', ')}</Fact>
      <Fact label="Copyright">{photo.copyrightHolder}</Fact>
      <Fact label="Copyright notice">{photo.copyrightNotice}</Fact>
      <Fact label="Licence">{webLink(photo.licenseUrl, 'license noopener')}</Fact>
      <Fact label="To license it">{webLink(photo.acquireUrl, 'noopener')}</Fact>
      <Fact label="Terms of use">{photo.usageTerms}</Fact>
      <Fact label="Taken">{dates.partial(photo.dateTaken)}</Fact>
      <Fact label="Place">{photo.place}</Fact>
      <Fact label="In the picture">{people?.join(', ')}</Fact>
      <Fact label="How it was made">{pictureSource(photo.digitalSourceType)}</Fact>
    </dl>
  )
}

function Fact({label, children}: {label: string; children: ReactNode}) {
  if (!children) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  )
}

/** An address that readers may follow, shown without what every address begins with. */
function webLink(address: string | null, rel: string): ReactNode {
  const href = safeHref(address)
  if (!href) return undefined
  return (
    <a href={href} rel={rel}>
      {href.replace(/^(https?:\/\/|mailto:)(www\.)?/, '').replace(/\/$/, '')}
    </a>
  )
}
