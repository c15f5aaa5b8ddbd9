// The last step of a front, which GROQ cannot do: each story once, by hand first, then by the rules.
import {LAYOUTS, type Layout} from '../model/fronts.ts'
import type {FRONT_QUERY_RESULT} from './sanity.types.ts'

type Front = NonNullable<FRONT_QUERY_RESULT>
type Container = NonNullable<Front['containers']>[number]
type Slot = NonNullable<Container['slots']>[number]

/** A story in a list, as all queries give it. */
export type FrontCard = NonNullable<Front['newest']>[number]

/** A story on a front, with what is said of it there. `_key` is that of its slot. */
export type FrontStory = FrontCard & {_key?: string; sides?: FrontPackage['sides']}

/** The side stories of a main story. */
type FrontPackage = Front['packages'][number]

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
export function finishFront({newest, containers, packages}: Front): FinishedFront {
  const shown = new Set<string>()
  const fresh = (story: {_id: string}): boolean => {
    if (shown.has(story._id)) return false
    shown.add(story._id)
    return true
  }
  // Shown beside the main story of their package: not a second time by themselves.
  const withSides = (story: FrontStory): FrontStory => {
    const sides = packages.find(({main}) => main === story._id)?.sides?.filter(fresh)
    return sides ? {...story, sides} : story
  }
  const placed = (containers ?? []).map((container) => ({
    container,
    byHand: (container.slots ?? []).flatMap((slot) => storyOf(slot) ?? []).filter(fresh),
  }))
  const finished = placed.map(({container, byHand}): FinishedContainer => {
    const {_key, link, hue, from} = container
    const title = textOf(container.title)
    const layout = layoutOf(container.layout)
    const places = placesOf(container.count) ?? LAYOUTS[layout].usual
    const stories: FrontStory[] = byHand.map(withSides)
    for (const story of (from === 'newest' ? newest : container.stories) ?? []) {
      if (stories.length >= places) break
      if (fresh(story)) stories.push(withSides(story))
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
  typeof count === 'number' && count >= 1 ? Math.min(Math.floor(count), 12) : undefined

/** With the words and the picture of the front; nothing for a piece that readers cannot open. */
function storyOf({_key, headline, kicker, dek, picture, story}: Slot): FrontStory | undefined {
  if (!story?.isPiece || !story.slug) return undefined
  const {isPiece: _, ...card} = story
  return {
    ...card,
    _key,
    headline: textOf(headline) ?? card.headline,
    kicker: textOf(kicker) ?? card.kicker,
    dek: textOf(dek) ?? card.dek,
    leadPhoto: pictureOf(picture) ?? card.leadPhoto,
  }
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
