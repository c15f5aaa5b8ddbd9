// A front that editors have arranged.
import {finishFront} from '../../queries/finish-front.ts'
import type {FRONT_QUERY} from '../../queries/fronts.ts'
import type {Answer} from '../content-client.ts'
import type {FrontView} from './front-view.ts'

/** @param found what FRONT_QUERY answers; null where there is no front, or nothing on it */
export function frontOfEditors(found: Answer<typeof FRONT_QUERY>): FrontView | null {
  if (!found) return null
  const {containers} = finishFront(found)
  if (containers.length === 0) return null
  return {
    containers: containers.map(({link, ...container}) => ({
      ...container,
      link: link?.slug ? {_type: link._type, slug: link.slug} : null,
    })),
  }
}
