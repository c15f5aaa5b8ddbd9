import type {HOME_QUERY} from '../../queries/articles.ts'
import {TopicStrip} from '../components/topic-strip.tsx'
import type {Answer} from '../content-client.ts'
import {Front} from '../fronts/front.tsx'
import {frontOfHome, topicsOf} from '../fronts/front-of-home.ts'

/** The front page of a newsroom whose editors have made none. */
export function HomePage({home}: {home: Answer<typeof HOME_QUERY>}) {
  const view = frontOfHome(home)
  if (view.containers.length === 0)
    return (
      <p className="empty">Nothing has been published yet. The first story will appear here.</p>
    )
  return (
    <>
      <TopicStrip topics={topicsOf(home)} />
      <Front view={view} />
    </>
  )
}
