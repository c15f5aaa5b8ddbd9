// What an editor begins with: the page as it is without a front.
import {frontIdOf, HOME_FRONT} from '../../../model/fronts.ts'
import {weakly, type FrontContainer, type FrontDocument} from './front-document.ts'
import type {FrontChoice} from './load-front.ts'

/** @param section the section whose front it is; the front page without one */
export function initialFront(
  sections: readonly FrontChoice[],
  section?: FrontChoice,
): FrontDocument {
  const top = newContainer('top', 'lead')
  if (section) {
    const fill = {
      _type: 'frontFill' as const,
      from: 'section' as const,
      section: weakly(section._id),
    }
    return {
      _id: frontIdOf(section._id),
      _type: 'front',
      title: section.title,
      section: weakly(section._id),
      containers: [
        {...top, fill},
        {...newContainer('more', 'four', 8), fill},
      ],
    }
  }
  return {
    _id: HOME_FRONT,
    _type: 'front',
    title: 'Front page',
    containers: [
      top,
      newContainer('next', 'four', 4),
      ...sections.map(({_id, title}) => ({
        ...newContainer(`section-${_id}`, 'three'),
        title,
        fill: {_type: 'frontFill' as const, from: 'section' as const, section: weakly(_id)},
      })),
    ],
  }
}

/** An empty container, which the newest stories fill up. */
export const newContainer = (
  _key: string,
  layout: FrontContainer['layout'],
  count?: number,
): FrontContainer => ({
  _key,
  _type: 'frontContainer',
  layout,
  slots: [],
  fill: {_type: 'frontFill', from: 'newest'},
  ...(count !== undefined && {count}),
})
