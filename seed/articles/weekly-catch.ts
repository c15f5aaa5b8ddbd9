/** Explainer on one article of the Sound pact. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

export const weeklyCatch: Piece = {
  article: {
    id: 'article-weekly-catch',
    headline: 'A number every Friday: what weekly catch figures can tell, and what they hide',
    seoHeadline: 'Sound pact: weekly catch figures explained',
    slug: 'a-number-every-friday',
    dek: 'From next year both shores of the Sound publish what they have caught, week by week. It sounds like bookkeeping. It may change who goes out, and when.',
    articleType: 'explainer',
    section: 'section-economy',
    topics: ['topic-economy', 'topic-politics', 'topic-science'],
    bylines: [
      {author: 'author-benedict-osei-lund', role: 'writer'},
      {author: 'author-graphics-desk', role: 'illustrator'},
    ],
    firstPublishedAt: '2026-11-23T06:30:00Z',
    leadPhoto: photo('photo-thirds-map', {role: 'showcase'}),
    keyPoints: [
      'Boats of both countries may fish in the middle third of the Sound.',
      'Each landing is to be reported within two days and published on the Friday after.',
      'What is thrown back is not counted.',
    ],
    related: ['article-sound-pact', 'article-kelp-harvest'],
    body: paragraphs`
      Until now the Sound’s catch has been known with great precision and too late. Each January two letters are exchanged. The Corran fisheries office writes down to the kilogram what its boats landed in the year before, Vestmark answers in kind, and scientists learn in March how many cod there were fifteen months ago.
      Article 6 of [the pact signed on Friday](article-sound-pact) replaces the letter by a table. It has five columns: week, species, kilograms, third of the Sound, flag. It will be public.
      ## Why the thirds?
      West of Brask Head, where the south shore becomes Vestmark, the Sound is divided lengthwise. The northern third is kept for Corran boats and the southern for those of Vestmark; the middle is to be open to both. There the largest cod are, and there both fleets will be from the first day, with 96 licences on this side and 71 on the other.
      ## What can be read from a week?
      Not much from one. Weather alone makes a difference by a factor of four. After about ten weeks one can tell whether the fish have come in, and that is when the table starts to matter: if the middle third yields less than 60 per cent of the average of the same weeks in earlier years, the two offices must talk within five days.
      ${quote('quote-maddern-smoke')}
      ## Who is afraid of it?
      Skippers, with reason. A good ground is knowledge that takes years to gather, and on Friday it will be in the paper. The negotiators have therefore left the position out; a third is as exact as it gets. At the auction they expect the opposite effect: if everyone knows on Friday that much has been landed, nobody will pay Thursday’s price.
      ## What is missing?
      Three things. Fish that are thrown back dead are in no column; for plaice they may be a quarter of the catch. Anglers count for nothing, though a survey of 2024 found 11,000 of them. And boats below eight metres report once a month, on paper.
      ${quote('quote-fisheries-paper', 'inline')}
      The first table is due thirty-seven days after the second parliament has agreed, that is, on a Friday in early March at the soonest. By then the herring will have left. It will begin with a row of noughts, and that is a good beginning for a series: the first number that can be compared is the one that nobody has a reason to doubt.
    `,
  },
  quotes: [
    {
      id: 'quote-maddern-smoke',
      text: 'A yearly figure is an autopsy. A weekly one is a smoke alarm: it goes off when somebody makes toast, and you will still be glad of it.',
      speakers: [speaker('source-joss-maddern', 'Fisheries biologist', 'Brask Marine Station')],
      attribution: 'Joss Maddern, fisheries biologist at the Brask Marine Station',
      saidOn: '2026-11-21',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-fisheries-paper',
      kind: 'document',
      text: 'Owners of small craft may return the form wet.',
      speakers: [speaker('source-fisheries-office')],
      attribution: 'Corran Fisheries Office, notes on the monthly return',
      saidOn: '2025',
      medium: 'report',
      verification: 'sourceMatched',
    },
  ],
}
