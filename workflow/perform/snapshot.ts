// A copy of the current piece, to show later changes against.
import {contentOf} from '../canonical-json.ts'
import {pieceHash} from '../coverage.ts'
import {documentsOf} from '../gather.ts'
import {snapshotIdOf} from '../../model/records.ts'
import type {EditorialContext, EditorialMutation} from './types.ts'

export function keepSnapshot(
  {piece, now}: Pick<EditorialContext, 'piece' | 'now'>,
  when: 'approved' | 'submitted',
): EditorialMutation {
  const documents = documentsOf(piece)
  return {
    createOrReplace: {
      _id: snapshotIdOf(piece.root.id, when),
      _type: 'pieceSnapshot',
      subject: {_type: 'reference', _ref: piece.root.id, _weak: true},
      ...(when === 'approved' ? {approvedAt: now} : {submittedAt: now}),
      hash: pieceHash(piece),
      documents: JSON.stringify(documents.map(contentOf)),
    },
  }
}
