/** On its way: an editor has sent it back, and not without reason. */
import {draftQuote, paragraphs} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const pactDebate: Piece = {
  draft: true,
  article: {
    id: 'article-pact-debate',
    headline: 'Vestmark reads the Sound pact aloud and stumbles over a verb',
    slug: 'vestmark-reads-the-sound-pact-aloud',
    dek: 'A committee spent six hours on fourteen articles. More than four of them went into one word.',
    articleType: 'reportage',
    section: 'section-politics',
    topics: ['topic-politics'],
    bylines: [{author: 'author-ingrid-vassall', role: 'reporter'}],
    related: ['article-sound-pact'],
    body: paragraphs`
      It is a custom of Vestmark’s parliament that a treaty is read aloud before anybody may speak about it. On Tuesday the clerk of the foreign affairs committee began at nine with the nets, [in article 1](article-sound-pact), and reached article 11 at twenty to eleven. There she stopped, because a hand had gone up, and nobody got home for lunch.
      The word is *consult*. In the Corran text the two parties will consult each other on flights over the outer Sound; in that of Vestmark, when one translates it back, they will confer. Both texts are authentic. Can somebody confer, the member for the northern ports wished to know, with somebody who is merely consulting?
      ${draftQuote('quote-torvald-word')}
      A majority for the pact seems safe all the same. It is said to be larger than it looks. The committee meets again in a week.
      TK: can the word be changed without signing anew? Professor Kallow answers tomorrow. TK: how many members spoke.
    `,
  },
  quotes: [
    {
      id: 'quote-torvald-word',
      text: 'I have consulted about this word, and I have conferred about it. I came home at the same hour both times.',
      speakers: [
        speaker('source-lena-torvald', 'Chief negotiator', 'Foreign Ministry of Vestmark'),
      ],
      attribution: 'Lena Torvald, chief negotiator of Vestmark, before the committee',
      saidOn: '2026-11-24',
      medium: 'statement',
      verification: 'recordingChecked',
    },
  ],
}
