// The error of a refused editorial action, with the server's reasons as data.
import type {ReviewReason} from '../../../model/records.ts'

export class EditorialActionRefused extends Error {
  readonly reasons: ReviewReason[]
  /** The piece has changed meanwhile: look it up again, then repeat. */
  readonly isConflict: boolean

  constructor(message: string, reasons: ReviewReason[], isConflict = false) {
    super(message)
    this.name = 'EditorialActionRefused'
    this.reasons = reasons
    this.isConflict = isConflict
  }
}
