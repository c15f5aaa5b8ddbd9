// Reads a photo's file when one is chosen, fills empty fields from it, and stores which fields it
// filled.
import {useToast} from '@sanity/ui/toast'
import {useEffect, useMemo, useRef} from 'react'
import {
  getPublishedId,
  set,
  setIfMissing,
  unset,
  useClient,
  useDocumentOperation,
  useEditState,
  type FormPatch,
  type ObjectInputProps,
  type SanityClient,
} from 'sanity'
import {textOf} from '../../ui/form-values.ts'
import {
  fillPlan,
  valueAt,
  type FillPlan,
  type PhotoValue,
  type Remembered,
} from '../../data/photos/fill-plan.ts'
import {memoryOf} from '../../data/photos/photo-memory.ts'
import {photoFieldsFromTags} from '../../data/photos/photo-fields-from-tags.ts'
import type {FileReading} from '../../data/photos/photo-fields.ts'
import type {PhotoFile} from './photo-file-context.ts'
import {readTags} from '../../data/photos/tags.ts'

/**
 * @param props of the photo's whole form
 * @param memory the type of the document that remembers the filled fields; undefined if there is none
 */
export function usePhotoFile(props: ObjectInputProps, memory: string | undefined): PhotoFile {
  const photo = props.value as PhotoValue
  const id = getPublishedId(textOf(photo?.['_id']) || 'unknown')
  const privateId = `private.photo.${id}`
  const client = useClient({apiVersion: '2025-02-19'})
  const toast = useToast()
  // Without a memory there is no such document, and nothing is written to it.
  const memoryType = memory ?? props.schemaType.name
  const {published} = useEditState(privateId, memoryType)
  const {patch} = useDocumentOperation(privateId, memoryType)
  // Sanity's types do not know the fields of a document. Only this plugin writes this one.
  const remembered = published as unknown as Remembered | null

  const unconfirmed = useMemo(() => unconfirmedFields(photo, remembered), [photo, remembered])

  // Reading takes a moment, and the form may change meanwhile: its latest state counts.
  const latest = useRef({photo, remembered, patch, change: props.onChange})
  useEffect(() => {
    latest.current = {photo, remembered, patch, change: props.onChange}
  })
  const {fields} = props.schemaType

  return useMemo(() => {
    const remember = (operation: object): void => {
      if (memory === undefined) return
      latest.current.patch.execute([operation], {
        photo: {_type: 'reference', _ref: id, _weak: true},
      })
    }

    return {
      unconfirmed,
      confirm: (fields) => {
        const left = [...unconfirmed.keys()].filter((field) => !fields.includes(field))
        remember({set: {filledFromFile: left, confirmed: left.length === 0}})
      },
      onAsset: (assetId) => {
        void originalOf(client, assetId)
          .then(readTags)
          .then((tags) => {
            const reading = photoFieldsFromTags(tags)
            const plan = fillPlan(
              latest.current.photo,
              reading.statements.filter(({field}) => isIn(fields, field)),
              latest.current.remembered ?? {},
            )
            const patches = patchesOf(plan)
            if (patches.length > 0) latest.current.change(patches)
            remember(memoryOf(reading, plan))
            toast.push(noticeOf(reading, plan))
          })
          .catch((error: Error) =>
            toast.push({
              status: 'warning',
              title: 'The file’s own information could not be read',
              description: error.message,
            }),
          )
      },
    }
  }, [client, fields, id, memory, toast, unconfirmed])
}

/** The filled fields that nobody has confirmed, with the tag that each value comes from. */
function unconfirmedFields(photo: PhotoValue, remembered: Remembered | null): Map<string, string> {
  const statements = new Map((remembered?.fromFile ?? []).map((one) => [one.field, one]))
  return new Map(
    (remembered?.filledFromFile ?? []).flatMap((field) => {
      const statement = statements.get(field)
      // A value that was edited later was written by a person.
      const isSame = statement !== undefined && valueAt(photo, field) === statement.value
      return isSame
        ? [[field, (statement as {sourceTag?: string}).sourceTag ?? 'the file'] as const]
        : []
    }),
  )
}

function noticeOf({statements}: FileReading, {unconfirmed: {length}}: FillPlan) {
  if (length > 0) {
    return {
      status: 'info' as const,
      title: `${length} ${length === 1 ? 'field was' : 'fields were'} filled from the file`,
      description: 'Check what is marked and confirm it.',
    }
  }
  return {
    status: 'info' as const,
    title: 'Nothing was filled from the file',
    description:
      statements.length > 0
        ? 'Its content is under Confidential.'
        : 'It says nothing about its origin: please write the credit yourself.',
  }
}

/** Whether the type has the field, or its parent. */
const isIn = (fields: ObjectInputProps['schemaType']['fields'], field: string): boolean =>
  fields.some(({name}) => name === field.split('.')[0])

function patchesOf(plan: FillPlan): FormPatch[] {
  const patches: FormPatch[] = []
  for (const [field, value] of Object.entries(plan.set)) {
    const path = field.split('.')
    if (path.length > 1) patches.push(setIfMissing({_type: path[0]}, path.slice(0, 1)))
    patches.push(set(value, path))
  }
  return [...patches, ...plan.unset.map((field) => unset(field.split('.')))]
}

/**
 * @param assetId `image-…`, the ID of the asset's document
 * @throws if the asset or its file cannot be read
 */
export async function originalOf(client: SanityClient, assetId: string): Promise<ArrayBuffer> {
  const asset = await client.getDocument<{url: string}>(assetId)
  if (!asset?.url) throw new Error('The picture is not stored yet.')
  const {apiHost, isDefaultApi} = client.config()
  // The document may have an earlier address of the lake. The lake gives the whole file only to people who are signed in.
  const response = isDefaultApi
    ? await fetch(asset.url)
    : await fetch(new URL(`${new URL(asset.url).pathname}?dlRaw=true`, apiHost), {
        credentials: 'include',
      })
  if (!response.ok) throw new Error(`The picture could not be read (${response.status}).`)
  return response.arrayBuffer()
}
