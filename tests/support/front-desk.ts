// A newsroom with published stories, and its fronts as editors publish them and as readers get them.
import {createInProcessClients} from '../../server/in-process-clients.ts'
import {createSite} from '../../site/server.tsx'
import {DATASET, PROJECT_ID} from '../../server/newsroom-lake.ts'
import {finishFront, type FinishedContainer, type FrontStory} from '../../queries/finish-front.ts'
import {FRONT_QUERY} from '../../queries/fronts.ts'
import type {PieceDocument} from '../../workflow/piece.ts'
import {front} from '../workflow/fronts/fronts.ts'
import {startLake} from './lake.ts'
import {newsroomClient} from './newsroom-client.ts'
import {ok, openDesk, publish, type Desk, type Voice} from './piece.ts'

export interface FrontDesk extends Desk {
  /** Publishes the front page as the studio does: a draft, then Sanity’s action. */
  publishFront(containers: unknown, who?: Voice): Promise<Response>
  /** Headlines by container, as a reader gets them. */
  shown(): Promise<string[][]>
  /** The first container’s stories. */
  cards(): Promise<FrontStory[]>
  /** The HTML of a page. */
  page(path: string): Promise<string>
  /** What the ledger says of the front page. */
  entries(): PieceDocument[]
}

const HOME = 'front-home'

/** @param stories ids of the articles to publish first */
export async function openFrontDesk(stories: readonly string[]): Promise<FrontDesk> {
  const lake = await startLake()
  const desk = await openDesk(lake)
  for (const id of stories) await publish(desk, id)
  const site = createSite({
    ...createInProcessClients(lake.lake),
    projectId: PROJECT_ID,
    dataset: DATASET,
    origin: lake.origin,
  })
  const reader = newsroomClient(lake.origin).withConfig({perspective: 'published'})
  const read = async (): Promise<FinishedContainer[]> => {
    const found = await reader.fetch(FRONT_QUERY, {id: HOME})
    return found ? finishFront(found).containers : []
  }
  return {
    ...desk,
    async publishFront(containers, who = desk.editor) {
      const draft = {...front(), _id: `drafts.${HOME}`, containers}
      await ok(desk.mutate(who, [{createOrReplace: draft}]))
      return desk.actions(who, [
        {actionType: 'sanity.action.document.publish', publishedId: HOME, draftId: draft._id},
      ])
    },
    shown: async () =>
      (await read()).map(({stories: all}) => all.map(({headline}) => headline ?? '')),
    cards: async () => (await read())[0]?.stories ?? [],
    async page(path) {
      const answer = await site.fetch(new Request(lake.origin + path))
      return `${answer.status} ${await answer.text()}`
    },
    entries: () =>
      lake.lake.services.documents
        .ofType(DATASET, 'ledgerEntry')
        .filter((entry) => JSON.stringify(entry['subject'] ?? null).includes(`"${HOME}"`)),
  }
}
