// The last step of a front, which GROQ cannot do: each story once, by hand first, then by the rules.
import {LAYOUTS, MOST_STORIES, type Layout} from '../model/fronts.ts'
import type {FRONT_QUERY_RESULT} from './sanity.types.ts'

type Front = NonNullable<FRONT_QUERY_RESULT>
type Container = NonNullable<Front['containers']>[number]
type Slot = NonNullable<Container['slots']>[number]

type Card = Front['cards'][number]
type Worded = 'headline' | 'kicker' | 'dek' | 'leadPhoto'
type WithWords<One> = One extends unknown
  ? Omit<One, Worded> &
      Record<Exclude<Worded, 'leadPhoto'>, string | null> &
      Pick<Card, 'leadPhoto'>
  : never

/** A story in a list. A front has words and a picture for it, whatever fields its type has. */
type FrontCard = WithWords<Card>

/** A story on a front, with what is said of it there. `_key` is that of its slot. */
export type FrontStory = FrontCard & {
  _key?: string
  /** The side stories of the package that it leads. */
  sides?: NonNullable<Front['packages'][number]['sides']>
}

/** What FRONT_QUERY answers. */
export type FoundFront = Omit<Front, 'cards'> & {cards: readonly FrontCard[]}

export interface FinishedContainer extends Pick<Container, '_key' | 'title' | 'link' | 'hue'> {
  layout: Layout
  stories: FrontStory[]
}

export interface FinishedFront {
  containers: FinishedContainer[]
}

/**
 * The front as readers see it. Stories placed by hand keep their place; the rules fill the places that
 * are left, container by container. No story is there twice, and a container without any is left out.
 *
 * @param front what FRONT_QUERY answers
 */
export function finishFront({newest, containers, cards, packages}: FoundFront): FinishedFront {
  const cardOf = new Map(cards.map((card) => [card._id, card]))
  const sidesOf = new Map(packages.map(({main, sides}) => [main, sides]))
  const shown = new Set<string>()
  const fresh = ({_id}: {_id: string}): boolean => !shown.has(_id) && Boolean(shown.add(_id))
  // Shown beside the main story of their package: not a second time by themselves.
  const withSides = (story: FrontStory): FrontStory => {
    const sides = sidesOf.get(story._id)?.filter(fresh)
    return sides ? {...story, sides} : story
  }
  const placed = (containers ?? []).map((container) => ({
    container,
    byHand: (container.slots ?? []).flatMap((slot) => storyOf(slot, cardOf) ?? []).filter(fresh),
  }))
  const finished = placed.map(({container, byHand}): FinishedContainer => {
    const {_key, link, hue, from} = container
    const title = textOf(container.title)
    const layout = layoutOf(container.layout)
    const places = placesOf(container.count) ?? LAYOUTS[layout].usual
    const stories = byHand.map(withSides)
    // Null where no rule asks for them, whatever the generated type says.
    const found: readonly string[] | null = from === 'newest' ? newest : container.stories
    for (const id of found ?? []) {
      if (stories.length >= places) break
      const card = cardOf.get(id)
      if (card && fresh(card)) stories.push(withSides(card))
    }
    return {_key, title, link, hue, layout, stories}
  })
  return {containers: finished.filter(({stories}) => stories.length > 0)}
}

const layoutOf = (name: string | null): Layout =>
  name !== null && Object.hasOwn(LAYOUTS, name) ? (name as Layout) : 'three'

/** Programs can store anything in a front: what is of another kind is not there. */
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

const placesOf = (count: unknown): number | undefined =>
  typeof count === 'number' && count >= 1 ? Math.min(Math.floor(count), MOST_STORIES) : undefined

/** With the words and the picture of the front; nothing for a piece that readers cannot open. */
function storyOf(
  {_key, piece, headline, kicker, dek, picture}: Slot,
  cards: ReadonlyMap<string, FrontCard>,
): FrontStory | undefined {
  const card = cards.get(piece ?? '')
  return (
    card && {
      ...card,
      _key,
      headline: textOf(headline) ?? card.headline,
      kicker: textOf(kicker) ?? card.kicker,
      dek: textOf(dek) ?? card.dek,
      leadPhoto: pictureOf(picture) ?? card.leadPhoto,
    }
  )
}

/** A photo as one place uses it, in the crop of the front. */
function pictureOf(picture: Slot['picture']): FrontCard['leadPhoto'] {
  if (!picture?.photo) return null
  const {photo} = picture
  // A crop was set for what the photo showed then: not for a picture that has taken its place.
  const {crop, hotspot} = picture.asset === photo.image?.asset?._id ? picture : {}
  return {
    role: null,
    caption: null,
    alt: null,
    photo: {
      ...photo,
      image: photo.image && {
        ...photo.image,
        crop: crop ?? photo.image.crop,
        hotspot: hotspot ?? photo.image.hotspot,
      },
    },
  }
}
