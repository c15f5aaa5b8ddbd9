import type {HOME_QUERY} from '../../queries/articles.ts'
import {Card} from '../components/card.tsx'
import type {Answer} from '../content-client.ts'
import {sectionPath} from '../format/paths.ts'

type Home = Answer<typeof HOME_QUERY>

const BESIDE_THE_LEAD = 4
const IN_A_SECTION = 4

/**
 * The front page: the newest story large, the next ones beside it, then the sections.
 */
export function HomePage({home: {latest, sections}}: {home: Home}) {
  const [lead, ...others] = latest
  if (!lead)
    return (
      <p className="empty">Nothing has been published yet. The first article will stand here.</p>
    )
  const top = others.slice(0, BESIDE_THE_LEAD)
  // Only the two with a picture: the others come again below, with theirs.
  const shown = new Set([lead, ...top.slice(0, 1)].map(({_id}) => _id))
  return (
    <div className="home">
      <section className="top" aria-label="Top stories">
        <Card article={lead} variant="lead" level="h2" />
        <div className="top__others">
          {top.map((article, index) => (
            <Card
              key={article._id}
              article={article}
              variant={index === 0 ? 'standard' : 'brief'}
              level="h2"
            />
          ))}
        </div>
      </section>
      {sections.map((section) => (
        <SectionBand
          key={section._id}
          section={section}
          articles={section.articles.filter(({_id}) => !shown.has(_id)).slice(0, IN_A_SECTION)}
        />
      ))}
      <section className="band" aria-labelledby="latest">
        <h2 className="band__title" id="latest">
          Latest
        </h2>
        <ul className="latest">
          {latest.map((article) => (
            <li key={article._id}>
              <Card article={article} variant="brief" />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function SectionBand({
  section,
  articles,
}: {
  section: Home['sections'][number]
  articles: Home['latest']
}) {
  if (articles.length === 0 || !section.slug) return null
  const id = `section-${section._id}`
  return (
    <section className="band" aria-labelledby={id}>
      <h2 className="band__title" id={id}>
        <a href={sectionPath(section.slug)}>{section.title}</a>
      </h2>
      <div className={`grid grid--${articles.length}`}>
        {articles.map((article) => (
          <Card key={article._id} article={article} sectioned={false} />
        ))}
      </div>
    </section>
  )
}
