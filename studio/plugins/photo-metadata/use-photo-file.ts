// Reads the file of a photo when one is chosen, fills what is empty, and remembers what it filled.
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
} from 'sanity'
import {textOf} from '../../ui/form-values.ts'
import {fillPlan, valueAt, type FillPlan, type PhotoValue, type Remembered} from './fill-plan.ts'
import {originalOf} from './original-of.ts'
import {photoFieldsFromTags} from './photo-fields-from-tags.ts'
import type {FileReading} from './photo-fields.ts'
import type {PhotoFile} from './photo-file-context.ts'
import {readTags} from './tags.ts'

/**
 * @param props those of the photo's whole form
 * @param memory the type of the document that remembers what was filled; undefined where there is none
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

  const filled = remembered?.filledFromFile
  const said = remembered?.fromFile
  const unconfirmed = useMemo(() => {
    const statements = new Map((said ?? []).map((one) => [one.field, one]))
    // A value that was edited since is a person's own.
    return new Map(
      (filled ?? []).flatMap((field) => {
        const statement = statements.get(field)
        const same = statement !== undefined && valueAt(photo, field) === statement.value
        return same ? [[field, (statement as {sourceTag?: string}).sourceTag ?? 'the file']] : []
      }),
    )
  }, [filled, said, photo])

  // Reading takes a moment, in which the form goes on: what counts is how it is afterwards.
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
            const count = plan.unconfirmed.length
            toast.push(
              count > 0
                ? {
                    status: 'info',
                    title: `${count} ${count === 1 ? 'field was' : 'fields were'} filled from the file`,
                    description: 'Check what is marked and confirm it.',
                  }
                : {
                    status: 'info',
                    title: 'Nothing was filled from the file',
                    description:
                      reading.statements.length > 0
                        ? 'Its content is under Confidential.'
                        : 'It says nothing about its origin: please write the credit yourself.',
                  },
            )
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

/** Whether the type has the field, or what it is a part of. */
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

function memoryOf({statements, confidential}: FileReading, plan: FillPlan): object {
  const {position, ...texts} = confidential
  return {
    set: {
      fromFile: statements.map((statement) => ({
        _type: 'fileStatement',
        _key: statement.field.replace('.', '-'),
        ...statement,
      })),
      filledFromFile: plan.unconfirmed,
      confirmed: plan.unconfirmed.length === 0,
      // The place belongs to this picture alone.
      ...(position && {position: {_type: 'geopoint', ...position}}),
    },
    ...(!position && {unset: ['position']}),
    ...(Object.keys(texts).length > 0 && {setIfMissing: texts}),
  }
}
