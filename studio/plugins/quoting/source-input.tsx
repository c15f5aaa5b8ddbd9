// The source of a speaker, in the form of a quote. Choosing one fills title and affiliation where they are empty.
import {
  PatchEvent,
  set,
  useFormCallbacks,
  useGetFormValue,
  type FormPatch,
  type InputProps,
  type ObjectInputProps,
  type Path,
} from 'sanity'
import {useRawClient} from '../../data/use-raw-client.ts'
import {fieldOf} from '../../ui/form-values.ts'
import {sourceById} from './look-ups.ts'

export const isSourceOfSpeaker = ({path, schemaType}: InputProps): boolean =>
  schemaType.name === 'reference' && fieldOf(path) === 'speakers.[].source'

export function SourceInput(props: InputProps) {
  const {onChange, path} = props as ObjectInputProps
  const fill = useFill(path.slice(0, -1))
  const watched: ObjectInputProps['onChange'] = (event) => {
    onChange(event)
    const id = referenceIn(event)
    if (id) void fill(id)
  }
  return props.renderDefault({...props, onChange: watched} as InputProps)
}

/** @param speaker the path of the speaker */
function useFill(speaker: Path) {
  const client = useRawClient()
  const getFormValue = useGetFormValue()
  const {onChange} = useFormCallbacks()
  return async (id: string): Promise<void> => {
    const source = await sourceById(client, id)
    const now = Object(getFormValue(speaker)) as Record<string, unknown> & {
      source?: {_ref?: string}
    }
    // Meanwhile, the person may have chosen a different source.
    if (!source || now.source?._ref !== id) return
    const found = {titleAtTime: source.title, affiliationAtTime: source.affiliation}
    const patches = Object.entries(found).flatMap(([name, value]) =>
      value && !now[name] ? [set(value, [...speaker, name])] : [],
    )
    if (patches.length > 0) onChange(PatchEvent.from(patches))
  }
}

/** The ID that these patches put into a reference. */
export function referenceIn(event: FormPatch | FormPatch[] | PatchEvent): string | undefined {
  const patches = event instanceof PatchEvent ? event.patches : [event].flat()
  const ids = patches.flatMap((patch) => {
    if (patch.type !== 'set') return []
    const id: unknown =
      patch.path.length === 0 ? (Object(patch.value) as {_ref?: unknown})._ref : patch.value
    const isId = patch.path.length === 0 || (patch.path.length === 1 && patch.path[0] === '_ref')
    return isId && typeof id === 'string' ? [id] : []
  })
  return ids.at(-1)
}
