// The document and field of an element as an attribute, for elements without text to carry it.
import {createDataAttribute} from '@sanity/visual-editing/create-data-attribute'
import {createContext, useContext} from 'react'
import {useSite} from '../site-context.ts'

export interface Place {
  /** The document's published id. */
  id: string
  type: string
  /** Where its form has it, e.g. `body[_key=="a1"]`. */
  path: string
}

/** Where the studio is; preview and studio are served by one process. */
export const STUDIO = '/studio'

export interface Editable {
  'data-sanity'?: string
}

/** Attributes of an element that leads to `place`; none outside of the studio's tool. */
export function useEditable(place: Place | undefined): Editable {
  const {isEdited} = useSite()
  if (!isEdited || !place) return {}
  return {'data-sanity': createDataAttribute({baseUrl: STUDIO, ...place}).toString()}
}

/** The field whose paragraphs are being shown; none where their words carry their own places. */
export const TextPlace = createContext<Place | undefined>(undefined)

interface Paragraph {
  _key?: string
  children?: readonly {_key?: string}[]
}

/** The same for one paragraph of the text around it. */
export function useEditableParagraph({_key, children}: Paragraph): Editable {
  const text = useContext(TextPlace)
  const first = children?.[0]?._key
  // To its words and not to the block: what is a member of a list can be dragged and deleted.
  const path = `[_key==${JSON.stringify(_key)}].children[_key==${JSON.stringify(first)}].text`
  return useEditable(text && _key && first ? {...text, path: text.path + path} : undefined)
}
