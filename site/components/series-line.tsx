// What a piece is a part of: above its text, and below it with the way to the other parts.
import {seriesPath} from '../display/paths.ts'
import {direction} from '../display/language.ts'
import {
  seriesPlaces,
  type Neighbour,
  type PieceSeries,
  type SeriesPlace,
} from '../display/series-places.ts'
import {useSite} from '../site-context.ts'

interface PartOfSeries {
  _id: string
  series?: readonly PieceSeries[] | null
}

/** `Part 3 of 5 of The tide`, one line for each series. */
export function SeriesLines({piece}: {piece: PartOfSeries}) {
  const {language} = useSite()
  return seriesPlaces(piece).map((place) => (
    <p key={place._id} className="series-line" lang={language} dir={direction(language)}>
      <Place place={place} />
    </p>
  ))
}

/** The same with the part before and the part after. */
export function SeriesLinks({piece}: {piece: PartOfSeries}) {
  // The article may be in a different language.
  const {language} = useSite()
  return seriesPlaces(piece).map((place) => (
    <nav
      key={place._id}
      className="series-links"
      aria-label={`Series: ${place.title}`}
      lang={language}
      dir={direction(language)}
    >
      <p className="series-line">
        <Place place={place} />
      </p>
      <ul>
        <Other label="Previous" rel="prev" part={place.previous} />
        <Other label="Next" rel="next" part={place.next} />
      </ul>
    </nav>
  ))
}

function Place({place: {title, slug, number, total}}: {place: SeriesPlace}) {
  return (
    <>
      Part {number} of {total} of <a href={seriesPath(slug)}>{title}</a>
    </>
  )
}

function Other({label, rel, part}: {label: string; rel: string; part: Neighbour | undefined}) {
  if (!part) return null
  return (
    <li className={`series-links__${rel}`}>
      <span className="series-links__label">
        {label}: part {part.number}
      </span>{' '}
      <a href={part.path} rel={rel}>
        <bdi>{part.headline}</bdi>
      </a>
    </li>
  )
}
