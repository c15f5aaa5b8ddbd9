// The front page of a newsroom whose editors have made none: newest first.
import type {HOME_QUERY} from '../../queries/articles.ts'
import type {Answer} from '../content-client.ts'
import type {CardPiece} from '../piece.ts'
import type {Layout} from '../../model/fronts.ts'
import type {FrontContainerView, FrontStory, FrontView} from './front-view.ts'
import {isOpinion} from './opinions.ts'
import {createPicturesOnce, hasPhotograph, hasPicture, pictureFirst} from './photographs.ts'

type Home = Answer<typeof HOME_QUERY>

/** Beside a picture; around a lead of words; around one with pictures below it. */
const BESIDE = {picture: 5, words: 6, wordsAndPictures: 7}
const RANKED = 5
const IN_OPINION = 4
const IN_SECTION = 6
const LEFT_OVER = 6
const COLUMNS = 3
/** Fewer opinions are shown where they belong by their section. */
const FEWEST_OPINIONS = 2
/** Below so many stories the sections need what a list of the newest would take. */
const ENOUGH_FOR_RANKED = 24
const BEFORE_OPINION = 2
const TOPICS = 8
const STILL_NEW_MS = 30 * 24 * 60 * 60 * 1000

/**
 * The newest story leads, the next ones are beside it; opinions are together; each section has its own newest. No story is
 * there twice.
 */
export function frontOfHome({latest, sections, packages}: Home): FrontView {
  const taken = new Set<string>()
  const take: Take = (stories, most) => {
    const found = stories.filter(({_id}) => !taken.has(_id)).slice(0, most)
    for (const {_id} of found) taken.add(_id)
    // Shown beside the main story of their package: not a second time by themselves.
    return found.map((story): FrontStory => {
      const sides = packages.find(({main}) => main === story._id)?.sides
      if (!sides) return story
      return {...story, sides: sides.filter(({_id}) => !taken.has(_id) && taken.add(_id))}
    })
  }
  const all = distinct([...latest, ...sections.flatMap(({articles}) => articles)])
  const lead = take(latest, 1)
  const opinion = opinionOf(all, sections, take)
  const once = createPicturesOnce()
  const top = once([...lead, ...pictureFirst(take(latest, besideLead(lead, latest)), 1)])
  const ranked = all.length >= ENOUGH_FOR_RANKED ? take(latest, RANKED) : []
  const bands = sectionsOf(sections, (stories, most) => once(take(stories, most)))
  const left = take(latest, LEFT_OVER)
  // None of the columns ends before the others.
  const whole = left.length > COLUMNS ? left.length - (left.length % COLUMNS) : left.length
  return {
    containers: [
      container({_key: 'top', layout: 'lead', stories: top}),
      container({_key: 'latest', title: 'More news', layout: 'ranked', stories: ranked}),
      ...bands.slice(0, BEFORE_OPINION),
      opinion,
      ...bands.slice(BEFORE_OPINION),
      container({
        _key: 'more',
        title: 'More stories',
        layout: 'list',
        stories: left.slice(0, whole),
      }),
    ].filter(({stories}) => stories.length > 0),
  }
}

/** The newest story's date is that of the edition. */
export const editionOf = ({containers}: FrontView): string | undefined =>
  containers
    .flatMap(({stories}) => stories.map(({date}) => date))
    .toSorted()
    .at(-1)

/** What the newest stories are about, the most frequent first. */
export function topicsOf({latest}: Pick<Home, 'latest'>): {slug: string; title: string}[] {
  const found = new Map<string, {slug: string; title: string; count: number}>()
  for (const topic of latest.flatMap(({topics}) => topics ?? [])) {
    if (!topic?.slug || !topic.title) continue
    const {slug, title} = topic
    found.set(slug, {slug, title, count: (found.get(slug)?.count ?? 0) + 1})
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count).slice(0, TOPICS)
}

/** As many as fill the side of the lead. */
function besideLead([lead]: readonly CardPiece[], latest: readonly CardPiece[]): number {
  if (!lead || hasPicture(lead)) return BESIDE.picture
  const next = latest.slice(1, 1 + BESIDE.wordsAndPictures)
  return next.some(hasPhotograph) ? BESIDE.wordsAndPictures : BESIDE.words
}

/** Takes so many of these that are not on the page yet. */
type Take = (stories: readonly FrontStory[], most: number) => FrontStory[]

/** Its heading leads to the section that holds nothing but opinions, if there is one. */
function opinionOf(
  all: readonly CardPiece[],
  sections: Home['sections'],
  take: Take,
): FrontContainerView {
  const opinions = all.filter(isOpinion)
  const section = sections.find(
    ({slug, articles}) => slug && articles.length > 0 && articles.every(isOpinion),
  )
  return container({
    _key: 'opinion',
    title: section?.title ?? 'Opinion',
    hue: section?.hue ?? null,
    link: section?.slug ? {_type: 'section', slug: section.slug} : null,
    layout: 'opinion',
    stories: opinions.length < FEWEST_OPINIONS ? [] : take(opinions, IN_OPINION),
  })
}

function sectionsOf(sections: Home['sections'], take: Take): FrontContainerView[] {
  const filled = sections.flatMap(({articles, ...section}) => {
    if (!section.slug || (articles.length > 1 && articles.every(isOpinion))) return []
    const stories = take(articles, IN_SECTION)
    return stories.length > 0 ? {...section, stories, seen: seenOf(stories)} : []
  })
  const most = Math.max(...filled.map(({seen}) => seen))
  const pictures = most > 1 ? filled.findLast(({seen}) => seen === most) : undefined
  let isList = false
  return filled.map((section) => {
    const {_id, title, slug, hue, stories, seen} = section
    if (seen === 0) isList = !isList
    const layout = section === pictures ? 'pictures' : layoutFor(seen, isList)
    return container({
      _key: `section-${_id}`,
      title,
      hue,
      link: slug ? {_type: 'section', slug} : null,
      layout,
      stories: pictureFirst(stories, seen),
    })
  })
}

/** How many of the newest have a photograph: an old one is not put above them for its picture. */
function seenOf(stories: readonly CardPiece[]): number {
  const [newest] = stories
  const oldest = Date.parse(newest?.date ?? '') - STILL_NEW_MS
  return stories.filter((story) => hasPhotograph(story) && Date.parse(story.date) >= oldest).length
}

/** By the number of photographs; without any, lists and large headlines take turns. */
function layoutFor(seen: number, isList: boolean): Layout {
  if (seen === 0) return isList ? 'list' : 'two'
  return (['lead', 'two', 'three', 'four'] as const)[Math.min(seen, 4) - 1] ?? 'four'
}

const container = ({
  title = null,
  link = null,
  ...container
}: Pick<FrontContainerView, '_key' | 'layout' | 'stories'> &
  Partial<FrontContainerView>): FrontContainerView => ({title, link, ...container})

function distinct(stories: readonly CardPiece[]): CardPiece[] {
  const found = new Map(stories.map((story) => [story._id, story]))
  return [...found.values()].toSorted((a, b) => (a.date < b.date ? 1 : -1))
}
