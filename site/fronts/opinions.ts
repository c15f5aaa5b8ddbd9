import type {CardPiece} from '../piece.ts'

/** Whether a piece is somebody's opinion, which has a ground of its own. */
export const isOpinion = ({articleType}: Pick<CardPiece, 'articleType'>): boolean =>
  articleType === 'opinion'
