// The most usual due times, on the newsroom's clock.
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'

export interface DuePreset {
  title: string
  /** `2026-03-03T18:00`, the value of the field. */
  wall: string
}

const QUARTER = 15 * 60_000
const HOUR = 60 * 60_000

export function duePresets(time: NewsroomTime, now: number): DuePreset[] {
  const inAnHour = Math.ceil((now + HOUR) / QUARTER) * QUARTER
  const evening = `${time.wallOf(now).slice(0, 10)}T18:00`
  // From noon to noon is one day, also if the clocks change in between.
  const noon = Date.parse(time.instantOf(`${time.wallOf(now).slice(0, 10)}T12:00`) ?? '')
  const tomorrow = `${time.wallOf(noon + 24 * HOUR).slice(0, 10)}T09:00`
  const isAhead = time.wallOf(now) < evening
  return [
    {title: 'In an hour', wall: time.wallOf(inAnHour)},
    ...(isAhead ? [{title: 'Today 18:00', wall: evening}] : []),
    {title: 'Tomorrow 09:00', wall: tomorrow},
  ]
}
