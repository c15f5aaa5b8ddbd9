// Articles in every state in which an act begins.
import {approve, edit, ok, publish, submit, write, type Desk} from '../piece.ts'

export async function openPieces(desk: Desk): Promise<void> {
  await write(desk, 'at-drafting')
  await write(desk, 'at-inReview')
  await submit(desk, 'at-inReview')
  await write(desk, 'at-approved')
  await submit(desk, 'at-approved')
  await approve(desk, 'at-approved')
  await publish(desk, 'at-published')
  await write(desk, 'at-scheduled')
  await submit(desk, 'at-scheduled')
  await approve(desk, 'at-scheduled')
  const publishAt = new Date(desk.lake.now() + 90 * 86_400_000).toISOString()
  await ok(desk.act(desk.editor, {act: 'schedule', articleId: 'at-scheduled', publishAt}))
  await write(desk, 'at-legal')
  await ok(
    desk.act(desk.editor, {act: 'requireLegal', articleId: 'at-legal', note: 'Is it libel?'}),
  )
  await write(desk, 'at-spiked')
  await ok(desk.act(desk.editor, {act: 'spike', articleId: 'at-spiked', note: 'No story.'}))
  await publish(desk, 'at-changed')
  await edit(desk, desk.journalist, 'at-changed', {dek: 'Another one.'})
  await publish(desk, 'at-corrected')
  await edit(desk, desk.journalist, 'at-corrected', {dek: 'The right one.'})
  await submit(desk, 'at-corrected')
  await approve(desk, 'at-corrected')
  await publish(desk, 'at-amended')
  await edit(desk, desk.journalist, 'at-amended-photo', {caption: 'Another ferry'})
}
