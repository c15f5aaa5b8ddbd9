import type {SanityClient} from 'sanity'
import {Observable} from 'rxjs'
import {expect, test} from 'vitest'
import {uploadPicture} from '../../../../studio/data/photos/upload-picture.ts'

const picture = {blob: new Blob(['kiln']), hash: 'abc', fileName: 'kiln.jpg'}

test.each([
  ['no answer', new Error('XHR upload network error'), /^The picture could not be sent, /],
  ['a refusal', Object.assign(new Error('Too large.'), {statusCode: 413}), /^Too large\.$/],
])('an upload that gets %s says so', async (_, error, message) => {
  const upload = () => new Observable((subscriber) => subscriber.error(error))
  const client = {fetch: async () => null, observable: {assets: {upload}}}
  const sent = uploadPicture(client as unknown as SanityClient, picture, {tag: 'test'})
  await expect(sent).rejects.toThrow(message)
})
