import type {HOME_QUERY} from '../../queries/articles.ts'
import {BriefList} from '../components/brief-list.tsx'
import {Card} from '../components/card.tsx'
import {CardGrid, type GridShape} from '../components/card-grid.tsx'
import type {Answer} from '../content-client.ts'
import {sectionPath} from '../display/paths.ts'

type Home = Answer<typeof HOME_QUERY>

const NEWEST = 4
const IN_A_SECTION = 4
/** The list at the foot has three columns, none of which may end before the others. */
const COLUMNS = 3

/**
 * The front page: the newest story large, another beside it, the next ones in a list; then the sections,
 * and the newest that is in none of these.
 */
export function HomePage({home: {latest, sections}}: {home: Home}) {
  const [lead, second, ...others] = latest
  if (!lead)
    return (
      <p className="empty">Nothing has been published yet. The first story will appear here.</p>
    )
  const newest = others.slice(0, NEWEST)
  // With a picture: what has only a line comes again in its section, with its own, if there is room.
  const shown = new Set([lead, ...(second ? [second] : [])].map(({_id}) => _id))
  const listed = new Set(newest.map(({_id}) => _id))
  const bands = sections.map((section) => {
    const open = section.articles.filter(({_id}) => !shown.has(_id))
    const [again, fresh] = [true, false].map((is) => open.filter(({_id}) => listed.has(_id) === is))
    const chosen = new Set([...(fresh ?? []), ...(again ?? [])].slice(0, IN_A_SECTION))
    return {section, articles: open.filter((article) => chosen.has(article))}
  })
  for (const {_id} of [...newest, ...bands.flatMap(({articles}) => articles)]) shown.add(_id)
  const left = latest.filter(({_id}) => !shown.has(_id))
  return (
    <div className="home">
      <section className="top" aria-label="Top stories">
        <Card article={lead} variant="lead" level="h2" />
        {second && (
          <div className="top__others">
            <Card article={second} level="h2" />
            <Newest articles={newest} />
          </div>
        )}
      </section>
      {bands
        .filter(({articles}) => articles.length > 0)
        .map(({section, articles}, index) => (
          // In turn, so that the page does not go by in step.
          <SectionBand
            key={section._id}
            section={section}
            articles={articles}
            shape={index % 2 === 1 && articles.length === 2 ? 'even' : 'ranked'}
          />
        ))}
      <BriefList
        id="more"
        title="More stories"
        articles={left.slice(0, left.length - (left.length % COLUMNS))}
      />
    </div>
  )
}

function Newest({articles}: {articles: Home['latest']}) {
  if (articles.length === 0) return null
  return (
    <section className="newest" aria-labelledby="latest">
      <h2 className="newest__title" id="latest">
        Latest
      </h2>
      <ul>
        {articles.map((article) => (
          <li key={article._id}>
            <Card article={article} variant="brief" />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SectionBand({
  section,
  articles,
  shape,
}: {
  section: Home['sections'][number]
  articles: Home['latest']
  shape: GridShape
}) {
  if (!section.slug) return null
  const id = `section-${section._id}`
  return (
    <section className="band" aria-labelledby={id}>
      <h2 className="band__title" id={id}>
        <a href={sectionPath(section.slug)}>{section.title}</a>
      </h2>
      <CardGrid articles={articles} shape={shape} sectioned={false} />
    </section>
  )
}
