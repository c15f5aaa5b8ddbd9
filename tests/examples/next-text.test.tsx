// The running text of examples/next, rendered without Next.js.
import {join} from 'node:path'
import type {ComponentType} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {ARTICLE_QUERY} from '../../examples/next/newsroom/queries.ts'
import {clientOver, published} from '../site/support/client.ts'
import {article, newsroom, quote} from '../site/support/fixtures.ts'
import {quoting} from '../support/quotations.ts'
import {EXAMPLES} from './run.ts'

const body = [quoting('p', ['“We wait,”', 'said'], ' he said, ', ['“and wait.”', 'gone'])]
const documents = newsroom(article('piece', {body}), quote('said'))

test('shows the speaker of annotated words, and words only where there is no quote', async () => {
  // Its own imports name no file extensions: only Next.js resolves them.
  const {Text} = (await import(join(EXAMPLES, 'next/components/text.tsx'))) as {
    Text: ComponentType<{body: unknown[]}>
  }
  const answered = await clientOver(published(documents)).fetch(ARTICLE_QUERY, {slug: 'piece'})
  const {body: text} = answered as {body: unknown[]}
  expect(renderToStaticMarkup(<Text body={text} />)).toBe(
    '<p><span lang="en" title="Rory Green, Chief China Economist, GlobalData TS Lombard">“We wait,”</span> he said, “and wait.”</p>',
  )
})
