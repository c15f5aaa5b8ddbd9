// What a refused act says: the server's reasons, as data.
import type {ReviewReason} from '../../../model/records.ts'

export class EditorialActionRefused extends Error {
  readonly reasons: ReviewReason[]
  /** Somebody was quicker: look again, then repeat. */
  readonly isConflict: boolean

  constructor(message: string, reasons: ReviewReason[], isConflict = false) {
    super(message)
    this.name = 'EditorialActionRefused'
    this.reasons = reasons
    this.isConflict = isConflict
  }
}
