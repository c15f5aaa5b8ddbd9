// Fields of a photo's private document about its file. Pure.
import type {FillPlan} from './fill-plan.ts'
import type {FileReading} from './photo-fields.ts'

/** The patch of `private.photo.<id>` after a file was read. */
export function memoryOf({statements, confidential}: FileReading, plan: FillPlan) {
  const {position, ...texts} = confidential
  return {
    set: {
      fromFile: statements.map((statement) => ({
        _type: 'fileStatement',
        _key: statement.field.replace('.', '-'),
        ...statement,
      })),
      filledFromFile: plan.unconfirmed,
      confirmed: plan.unconfirmed.length === 0,
      // The place belongs to this picture only.
      ...(position && {position: {_type: 'geopoint', ...position}}),
    },
    ...(!position && {unset: ['position']}),
    ...(Object.keys(texts).length > 0 && {setIfMissing: texts}),
  }
}
