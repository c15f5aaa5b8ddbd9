// Who speaks.
import type {Entity} from './entities.ts'

/** People, an organisation, or somebody without a name. */
export interface Subject {
  entities: Entity[]
  /** As printed: "an official briefed on the matter", "a maintenance log". */
  attribution: string | null
  /** A text speaks. */
  isDocument: boolean
}

export const people = (entities: Entity[]): Subject => ({
  entities,
  attribution: null,
  isDocument: false,
})

export const personal = (entity: Entity): Subject => people([entity])

/** Somebody without a name, as printed. */
export const unnamed = (attribution: string): Subject => ({
  entities: [],
  attribution,
  isDocument: false,
})

export const organised = (entity: Entity): Subject => ({
  entities: [entity],
  attribution: null,
  isDocument: true,
})

export const isPerson = ({entity}: {entity: Entity}): boolean => entity.kind === 'person'
