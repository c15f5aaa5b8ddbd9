// Follows a block's references for its preview, over the one listener that all previews share.
import {useMemo} from 'react'
import {useValuePreview, type SchemaType} from 'sanity'

/**
 * Values at the end of `paths`, e.g. `{credit: 'photo.creditLine'}`. Drafts have priority over
 * published documents. Undefined while they load.
 * @param paths must be the same object in each render
 */
export function useBlockPreview(
  schemaType: SchemaType,
  value: unknown,
  paths: Readonly<Record<string, string>>,
): Record<string, unknown> | undefined {
  const widened = useMemo(
    () =>
      // The same type, with another selection for its preview.
      Object.create(schemaType, {
        preview: {
          value: {
            select: paths,
            prepare: (selected: Record<string, unknown>) => ({title: schemaType.name, selected}),
          },
        },
      }) as SchemaType,
    [schemaType, paths],
  )
  const {value: prepared} = useValuePreview({schemaType: widened, value})
  return (prepared as {selected?: Record<string, unknown>} | undefined)?.selected
}
