// `dateTime::`. Specification 1.revision 1, "Date/time functions".
import {DateTime} from '../values.ts'
import type {Namespace} from './index.ts'

export const dateTimes: Namespace = {
  now:
    () =>
    ({run}) =>
      new DateTime(run.now),
}
