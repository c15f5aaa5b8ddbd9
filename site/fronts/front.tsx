// A front: its containers one below the other.
import {pathOf} from '../display/paths.ts'
import {Container} from './container.tsx'
import type {FrontView} from './front-view.ts'

/** `sectioned` names the section of each story; not where the page is the section. */
export function Front({
  view: {containers},
  sectioned = true,
}: {
  view: FrontView
  sectioned?: boolean
}) {
  return (
    <div className="front">
      {containers.map((container, index) => (
        <Container
          key={container._key}
          container={container}
          href={pathOf(container.link)}
          isFirst={index === 0}
          // Below the heading of a section its name would be there twice.
          sectioned={sectioned && container.link?._type !== 'section'}
        />
      ))}
    </div>
  )
}
