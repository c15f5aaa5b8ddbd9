import type {HOME_QUERY} from '../../queries/articles.ts'
import {TopicStrip} from '../components/topic-strip.tsx'
import type {Answer} from '../content-client.ts'
import {Front} from '../fronts/front.tsx'
import {topicsOf} from '../fronts/front-of-home.ts'
import type {FrontView} from '../fronts/front-view.ts'

/** The front page: `view` is what editors have arranged, or the newest stories. */
export function HomePage({home, view}: {home: Answer<typeof HOME_QUERY>; view: FrontView}) {
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
