// Intake finds in the explainer's Word file what the seed has. How a journalist does it: `e2e/seed-article.full.test.ts`.
import {intake} from '@copydesk/intake'
import {expect, it} from 'vitest'
import {seedArticle, wordFile} from '../support/seed-article.ts'

const {buffer, name} = wordFile()
const {article} = await intake(buffer, {fileName: name})

it('has the quotations of the seed, with their speakers', () => {
  const found = article.quotes.map(({words, form, speakers}) => ({
    text: words,
    kind: form,
    speakers: speakers.map((speaker) => ({
      name: speaker.name,
      titleAtTime: speaker.title,
      affiliationAtTime: speaker.affiliation,
    })),
  }))
  expect(found).toEqual(seedArticle.quotes)
})

it('has the captions of the seed, with their credits', () => {
  expect(
    article.photos.map(({caption, creditLine, creator, holder}) => [
      caption,
      creditLine,
      creator,
      holder,
    ]),
  ).toEqual(
    [seedArticle.lead, ...seedArticle.photos].map(
      ({caption, creditLine, creator, copyrightHolder}) => [
        caption,
        creditLine,
        creator,
        copyrightHolder,
      ],
    ),
  )
})
