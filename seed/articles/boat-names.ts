/** A light piece of background, from a register. */
import {paragraphs, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const boatNames: Piece = {
  article: {
    id: 'article-boat-names',
    headline: 'Forty-one women, nine saints, one tax office',
    slug: 'what-the-boats-are-called',
    kicker: 'The register',
    dek: 'There are 312 vessels in the harbour register of Port Aldon. We have read their names in one sitting, and can recommend it.',
    articleType: 'background',
    section: 'section-culture',
    topics: ['topic-society'],
    bylines: [{author: 'author-marguerite-tolland', role: 'writer'}],
    dateline: 'Port Aldon',
    firstPublishedAt: '2026-11-01T08:00:00Z',
    related: ['article-navigation-school', 'article-kelp-harvest'],
    body: paragraphs`
      The register is a book, although it has been a file since 1999. Petronella Voss, who keeps it, prints the new pages every New Year and has them bound, since a boat, she says, is not a thing that one scrolls past. It lies on a desk in the customs house, and anyone may turn its leaves. Few do.
      Three hundred and twelve boats are in it. Forty-one of them bear the name of a woman and nothing else. *Margarethe* comes five times, and all five belonged at first to men who had married the same person’s sisters. Men are rare, five in all, of whom four are dogs.
      There are nine saints, none later than the eleventh century, and seven ships whose names end in *of the Seas* and that have never left the Sound. Birds account for 38. The gulls have been used up long ago; one now registers waders.
      ${quote('quote-voss-kittiwake')}
      ## The rules
      A name may not be borne by another vessel of the same class. It may have at most 33 letters. It must be capable of being shouted: this is in the ordinance of 1911, section 12, and was applied for the last time in 2008, against a yacht called *Shh*.
      Beyond this the office does not judge. It entered *Her Idea* and, six weeks later and at the next berth, *His Money*. It entered *Overdraft* and *Second Overdraft*. When a dentist applied for *Revenue Service*, Ms Voss rang the tax office to ask whether it minded. The tax office had the boat inspected. It is now called *Revenue Service* and is depreciated over twelve years.
      ## What is in a change
      To rename a boat brings bad luck, or costs eighteen crowns. Most of those who do it have been divorced. In such cases custom demands that the old name be spoken once more, aloud, and crossed out in front of a witness. Ms Voss has been the witness 27 times. She offers coffee afterwards.
      ${quote('quote-voss-crossed')}
      One line in the book has been left blank since 1938. It is the number of a ferry that was lost in the great flood, with her crew of five. Three times someone has asked for the number, which is a low one and much in demand. The office has replied each time that it is in use.
    `,
  },
  quotes: [
    {
      id: 'quote-voss-kittiwake',
      text: 'Everybody wants Kittiwake. The ferry has it. I tell them that there are fourteen sandpipers, and they go away and think.',
      speakers: [speaker('source-petronella-voss', 'Registrar of vessels', 'Port of Aldon')],
      attribution: 'Petronella Voss, registrar of vessels',
      saidOn: '2026-10-26',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-voss-crossed',
      text: 'They come to get rid of a name. Then they have to say it. I have seen three of them leave with the form unsigned.',
      speakers: [speaker('source-petronella-voss', 'Registrar of vessels', 'Port of Aldon')],
      attribution: 'Petronella Voss',
      saidOn: '2026-10-26',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
