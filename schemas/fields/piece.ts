// What every piece has, whatever its type: the fields that the server and the editorial rules rely on.
import {defineArrayMember, defineField} from 'sanity'

/**
 * The fields `embargo`, `firstPublishedAt` and `previousSlugs` of a type of kind `piece`.
 *
 * @param noun what one such document is called, e.g. `podcast`
 * @param group the group of the form that holds them
 */
export const pieceFields = (noun: string, group?: string) => [
  defineField({
    name: 'embargo',
    title: 'Embargo',
    description: `Only if the ${noun} must not appear before a certain moment.`,
    type: 'embargo',
    ...(group && {group}),
  }),
  defineField({
    name: 'firstPublishedAt',
    title: 'First published',
    description: `Filled in when the ${noun} is first published; never changed.`,
    type: 'datetime',
    ...(group && {group}),
    readOnly: true,
  }),
  defineField({
    name: 'previousSlugs',
    title: 'Earlier web addresses',
    description: `Filled in when the address of a published ${noun} changes; they lead here.`,
    type: 'array',
    ...(group && {group}),
    of: [defineArrayMember({type: 'string'})],
    readOnly: true,
    hidden: ({value}) => !value?.length,
  }),
]
