import type {CardPiece} from '../piece.ts'

/** Whether a card can show a picture: with a credit, and neither a map nor a chart. */
export const hasPhotograph = ({leadPhoto}: Pick<CardPiece, 'leadPhoto'>): boolean =>
  hasPicture({leadPhoto}) && !leadPhoto?.photo?.isGraphic

/** Whether there is a picture that readers may see. */
export const hasPicture = ({leadPhoto}: Pick<CardPiece, 'leadPhoto'>): boolean =>
  Boolean(leadPhoto?.photo?.image?.asset?.dimensions && leadPhoto.photo.creditLine?.trim())
