import {stegaClean} from '@sanity/client/stega'
import type {Quote} from './types.ts'

export interface Speaker {
  key: string
  /** The source's id. */
  source: string | undefined
  name: string
  /** `Chief China Economist, GlobalData TS Lombard`, as it was when they spoke. */
  role: string | undefined
}

/**
 * The speakers of a quote. The printed attribution is used if no speaker is named, and added if it says
 * more than the names.
 */
export function speakersOf({speakers, attribution}: Quote): {
  names: Speaker[]
  attribution: string | undefined
} {
  const named = (speakers ?? []).filter(({source}) => source?.name)
  const text = attribution?.trim()
  const plain = stegaClean(text)
  const repeats =
    named.length > 0 && named.every(({source}) => plain?.includes(stegaClean(source?.name) ?? ''))
  return {names: named.map(asPrinted), attribution: text && !repeats ? text : undefined}
}

function asPrinted({
  _key,
  source,
  titleAtTime,
  affiliationAtTime,
}: NonNullable<Quote['speakers']>[number]): Speaker {
  const name = [source?.honorific, source?.name].filter(Boolean).join(' ')
  const role = [titleAtTime, affiliationAtTime].filter(Boolean).join(', ') || undefined
  return {key: _key, source: source?._id, name, role}
}
