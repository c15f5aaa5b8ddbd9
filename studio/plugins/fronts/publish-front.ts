// Publishes a front: at once, or at a time with a release of its own.
import {createClientError} from './client-error.ts'
import type {SanityClient} from 'sanity'
import {draftIdOf} from '../../../model/ids.ts'
import type {FrontDocument} from './front-document.ts'

/**
 * @param draft what was looked at: a later change of it is not published unseen
 * @throws an error with a sentence for the person
 */
export async function publishFront(client: SanityClient, id: string, draft: FrontDocument) {
  await say(
    client.action(
      {
        actionType: 'sanity.action.document.publish',
        draftId: draftIdOf(id),
        publishedId: id,
        ...(draft._rev && {ifDraftRevisionId: draft._rev}),
      },
      {tag: 'fronts.publish'},
    ),
  )
}

/** @param publishAt ISO 8601 */
export async function scheduleFront(
  client: SanityClient,
  {
    id,
    draft,
    publishAt,
    title,
  }: {id: string; draft: FrontDocument; publishAt: string; title: string},
): Promise<void> {
  const {releaseId} = await say(
    client.releases.create({
      metadata: {title, releaseType: 'scheduled', intendedPublishAt: publishAt},
    }),
  )
  try {
    await say(client.createVersion({releaseId, publishedId: id, baseId: draft._id}))
    await say(client.releases.schedule({releaseId, publishAt}))
  } catch (error) {
    // A refused release would be there at each attempt.
    await client.releases.archive({releaseId}).then(
      () => client.releases.delete({releaseId}),
      () => {},
    )
    throw error
  }
}

/** The draft is what readers see again. */
export async function discardChanges(client: SanityClient, id: string): Promise<void> {
  await say(
    client.action(
      {actionType: 'sanity.action.document.version.discard', versionId: draftIdOf(id)},
      {tag: 'fronts.discard'},
    ),
  )
}

async function say<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw createClientError(error)
  }
}
