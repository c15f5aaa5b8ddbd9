// The version on which unsaved words were written, once the saves on their way have arrived.
import {Mutation} from '@sanity/mutator'
import type {Content, SentSave, UnsavedWork} from './unsaved-store.ts'

type Doc = Parameters<Mutation['apply']>[0]
type Mutations = Mutation['mutations']

/** @param arrived those of `work.sent` that the lake has */
export function baseOfWork({id, base}: UnsavedWork, arrived: readonly SentSave[]): Content | null {
  // Like the lake, which begins a draft with what is published.
  const start = (base && {...base, _id: id}) as Doc
  return arrived.reduce<Doc>(
    (document, save) => new Mutation({mutations: mutationsOf(save, id)}).apply(document),
    start,
  )
}

interface Action {
  actionType: string
  attributes?: NonNullable<Mutations[number]['create']>
  patch?: object
}

function mutationsOf({body}: SentSave, id: string): Mutations {
  const {actions, mutations = []} = JSON.parse(body) as {
    actions?: Action[]
    mutations?: Mutations
  }
  return actions
    ? actions.map(({attributes, patch}): Mutations[number] =>
        patch ? {patch: {...patch, id}} : {...(attributes && {create: attributes})},
      )
    : mutations
}
