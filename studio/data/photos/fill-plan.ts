// Decides which fields a newly chosen file fills. Pure.
import type {FillableField, Statement} from './photo-fields.ts'

/** A photo document, possibly incomplete. */
export type PhotoValue = Record<string, unknown> | undefined

/** The private document's fields about the previous file. */
export interface Remembered {
  fromFile?: {field?: string; value?: string}[]
  filledFromFile?: string[]
}

export interface FillPlan {
  /** Values to set, by field. */
  set: Partial<Record<FillableField, string>>
  /** Fields whose value came from the previous file and that the new file does not have. */
  unset: FillableField[]
  /** Fields that a person has to confirm. */
  unconfirmed: FillableField[]
}

/**
 * Only empty fields are filled. A field that the previous file filled and that nobody has edited
 * or confirmed since counts as empty: its value belongs to another picture.
 */
export function fillPlan(photo: PhotoValue, statements: Statement[], before: Remembered): FillPlan {
  const untouched = new Set(
    (before.filledFromFile ?? []).filter((field) => {
      const said = before.fromFile?.find((statement) => statement.field === field)?.value
      return said !== undefined && said === valueAt(photo, field)
    }),
  )
  const plan: FillPlan = {set: {}, unset: [], unconfirmed: []}
  for (const {field, value} of statements) {
    // A decorative picture has no alternative text.
    if (field === 'alt' && photo?.['decorative'] === true) continue
    if (!isEmpty(valueAt(photo, field)) && !untouched.has(field)) continue
    plan.set[field] = value
    plan.unconfirmed.push(field)
  }
  plan.unset = [...untouched].filter((field) => !(field in plan.set)) as FillableField[]
  return plan
}

/** The value at a field or at a dotted path of two. */
export function valueAt(photo: PhotoValue, field: string): unknown {
  let value: unknown = photo
  for (const name of field.split('.')) value = (value as PhotoValue)?.[name]
  return value
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
