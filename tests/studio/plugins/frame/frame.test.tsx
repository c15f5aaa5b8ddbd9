import type {ReactElement} from 'react'
import type {NavbarProps} from 'sanity'
import {describe, expect, test} from 'vitest'
import {frame, isOffered} from '../../../../studio/plugins/frame/index.tsx'
import {studioAction} from '../../support/studio-action.ts'

describe('actions of Sanity’s own plugins', () => {
  const offers = (action: string | undefined, schemaType: string) =>
    isOffered(studioAction(action), {schemaType})

  test('create no task on private documents and records', () => {
    const on = (type: string) => offers(undefined, type)
    expect(['article', 'photoWithCredit', 'section'].map(on)).toEqual([true, true, true])
    expect(['privateQuote', 'privateAuthor', 'review'].map(on)).toEqual([false, false, false])
  })

  test('unpublish no article in a release', () => {
    const on = (type: string) =>
      ['discardVersion', 'unpublishVersion'].filter((action) => offers(action, type))
    expect(on('article')).toEqual(['discardVersion'])
    expect(on('section')).toEqual(['discardVersion', 'unpublishVersion'])
    expect(on('review')).toEqual([])
  })
})

test('puts the bell behind Sanity’s own buttons', () => {
  const Navbar = frame({last: ['inbox-bell']}).studio?.components?.navbar as (
    props: NavbarProps,
  ) => ReactElement
  let drawn: string[] = []
  const buttons = ['inbox-bell', 'tasks-topbar'].map((name) => ({name, location: 'topbar'}))
  const props = {
    __internal_actions: buttons,
    renderDefault(inner: NavbarProps) {
      drawn = (inner.__internal_actions ?? []).map(({name}) => name)
      return <></>
    },
  }
  Navbar(props as unknown as NavbarProps)
  expect(drawn).toEqual(['tasks-topbar', 'inbox-bell'])
})
