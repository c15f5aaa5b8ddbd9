// A rule: the ID of a front says of which page it is. No page would show a front with a different ID.
import {frontIdOf} from '../../model/fronts.ts'
import {publishedIdOf} from '../../model/ids.ts'
import type {ReviewReason} from '../../model/records.ts'
import {basesOf} from '../bases.ts'
import {refAt} from '../checks/reading.ts'
import {error} from '../checks/reason.ts'
import {isFront} from '../fronts/read-front.ts'
import type {PieceDocument} from '../piece.ts'
import {imports, type RuleAnswer, type RuleChange, type RuleInput} from './types.ts'

export function holdFrontIds(input: RuleInput): RuleAnswer {
  if (imports(input)) return {}
  return {reasons: input.changes.flatMap((change) => holdOne(change, input))}
}

function holdOne(change: RuleChange, input: RuleInput): ReviewReason[] {
  const {result} = change
  // What an import has brought can be mended step by step.
  if (!isFront(result) || isPlaced(result) || basesOf(change, input).some(isMisplaced)) return []
  const section = refAt(result, 'section')
  const page = section === undefined ? 'the front page' : `the section “${section}”`
  return [
    error(
      'frontMisplaced',
      {document: result, path: '_id'},
      `For ${page}, a front has the ID “${frontIdOf(section)}”, not “${publishedIdOf(result._id)}”. Its field “section” says whose front it is. Arrange it in the tool Fronts.`,
    ),
  ]
}

const isPlaced = (front: PieceDocument): boolean =>
  publishedIdOf(front._id) === frontIdOf(refAt(front, 'section'))

const isMisplaced = (front: PieceDocument): boolean => !isPlaced(front)
