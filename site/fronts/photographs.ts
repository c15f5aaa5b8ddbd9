import type {CardPiece} from '../piece.ts'

/** Whether a card can show a picture: with a credit, and neither a map nor a chart. */
export const hasPhotograph = ({leadPhoto}: Pick<CardPiece, 'leadPhoto'>): boolean =>
  hasPicture({leadPhoto}) && !leadPhoto?.photo?.isGraphic

/** The first `count` that have a photograph before the others. */
export function pictureFirst(stories: readonly CardPiece[], count: number): CardPiece[] {
  const seen = stories.filter(hasPhotograph).slice(0, count)
  return [...seen, ...stories.filter((story) => !seen.includes(story))]
}

/** A picture that is on the page already is not shown again: the story is set in words. */
export function createPicturesOnce(): <Story extends Pick<CardPiece, 'leadPhoto'>>(
  stories: readonly Story[],
) => Story[] {
  const shown = new Set<string>()
  return (stories) =>
    stories.map((story) => {
      const id = story.leadPhoto?.photo?._id
      if (!id) return story
      if (shown.has(id)) return {...story, leadPhoto: null}
      shown.add(id)
      return story
    })
}

/** Whether there is a picture that readers may see. */
export const hasPicture = ({leadPhoto}: Pick<CardPiece, 'leadPhoto'>): boolean =>
  Boolean(leadPhoto?.photo?.image?.asset?.dimensions && leadPhoto.photo.creditLine?.trim())
