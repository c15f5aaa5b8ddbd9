// Carries a gesture out on the front as it is stored now. A colleague may have been quicker: then again.
import type {SanityClient} from 'sanity'
import {draftIdOf} from '../../../model/ids.ts'
import {createClientError} from './client-error.ts'
import {asFront, type FrontDocument} from './front-document.ts'
import {editFront, type FrontEdit} from './front-edits.ts'

/** Two editors rarely meet more often than this in one gesture. */
const MOST_ATTEMPTS = 10

/** The part of a client that it needs; its perspective is `raw`. */
export type EditingClient = Pick<SanityClient, 'fetch' | 'transaction'>

/**
 * @param basis the front where nothing is stored yet
 * @returns how the gesture is taken back
 * @throws an error with a sentence for the person
 */
export async function commitEdit(
  client: EditingClient,
  basis: FrontDocument,
  edit: FrontEdit,
): Promise<FrontEdit> {
  const draftId = draftIdOf(basis._id)
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    // oxlint-disable-next-line no-await-in-loop -- each attempt sees what the last one met
    const stored = await read(client, {draftId, id: basis._id})
    const draft = stored.find(({_id}) => _id === draftId)
    const front = draft ?? stored.find(({_id}) => _id === basis._id) ?? basis
    const done = editFront(asFront(front), edit)
    if ('refused' in done) throw new Error(done.refused)
    try {
      // oxlint-disable-next-line no-await-in-loop -- as above
      await write(client, {draftId, draft, front}, done.patch)
      return done.undo
    } catch (error) {
      if ((error as {statusCode?: number}).statusCode !== 409) throw createClientError(error)
    }
  }
  throw new Error('Colleagues are changing this front all the time. Try again.')
}

async function read(
  client: EditingClient,
  params: {draftId: string; id: string},
): Promise<FrontDocument[]> {
  try {
    return await client.fetch<FrontDocument[]>('*[_id in [$draftId, $id]]', params, {
      tag: 'fronts.read',
      perspective: 'raw',
      cacheMode: 'noStale',
    })
  } catch (error) {
    throw createClientError(error)
  }
}

/** `create` fails if a colleague has begun a draft just now, and a patch if they have changed it. */
function write(
  client: EditingClient,
  {draftId, draft, front}: {draftId: string; draft?: FrontDocument; front: FrontDocument},
  patch: object,
): Promise<unknown> {
  const transaction = client.transaction()
  if (!draft) {
    const {_id: _, _rev, _createdAt, ...content} = front
    transaction.create({...withoutSystemFields(content), _id: draftId, _type: 'front'})
  }
  transaction.patch(draftId, {...patch, ...(draft?._rev && {ifRevisionID: draft._rev})})
  return transaction.commit({tag: 'fronts.edit', visibility: 'sync'})
}

const withoutSystemFields = (content: object): object =>
  Object.fromEntries(
    Object.entries(content).filter(([name]) => !['_updatedAt', '_system'].includes(name)),
  )
