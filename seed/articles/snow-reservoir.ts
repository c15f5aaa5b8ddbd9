/** Explainer on mountain water, in a range that does not exist. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

const deyn = speaker('source-amara-deyn', 'Hydrologist', 'Institute for Mountain Waters')

export const snowReservoir: Piece = {
  article: {
    id: 'article-snow-reservoir',
    headline: 'The reservoir nobody built is running dry in June',
    slug: 'the-reservoir-nobody-built',
    dek: 'Snow in the High Tessel used to hold back the winter’s water until farmers needed it. It now lets go five weeks early. What that does to turbines, trout and hay.',
    articleType: 'explainer',
    section: 'section-environment',
    topics: ['topic-environment', 'topic-science', 'topic-weather'],
    bylines: [{author: 'author-noor-haddow', role: 'writer'}],
    firstPublishedAt: '2026-11-17T07:00:00Z',
    leadPhoto: photo('photo-french-alpine-landscape', {
      role: 'showcase',
      caption:
        'Snow and spruce in the Alps, photographed by Adolphe Braun between 1865 and 1870. The High Tessel of this article has no such portrait. Archive picture.',
    }),
    related: ['article-lower-field', 'article-wool-price'],
    body: paragraphs`
      Every spring the river Tessel brings down more water than the largest dam on it could hold. Until lately it did so at the right time. The snow of the high valleys began to melt in April, was at its most generous in June and kept something back for August. No engineer ever drew a better reservoir, and none was ever so cheap to run.
      It still fills. What has changed is the tap. According to measurements that the Institute for Mountain Waters has kept since 1961, half of the year’s snow is now gone by 12 May. In the first decade of the series that day was 16 June.
      ${quote('quote-deyn-bank')}
      ## Why a little warmth does so much
      Snow that lies at minus ten degrees can stand a warmer day. Snow at minus one cannot. In the High Tessel most of it lies between 1,400 and 2,000 metres, where winters have for the most part been just cold enough. A rise of under two degrees has been enough to push the line at which snow stays up by some 250 metres, and below that line lies a third of the catchment.
      Then rain falls where snow used to. It runs off within the day; a snowpack that it falls on is washed away with it. And once dark ground looks out between the patches, it takes up the warmth that white ground would have sent back.
      ## Three kinds of user, one river
      Nobody upstream has less water over the year. They have it when they cannot use it.
      - **The power stations** see their best weeks in May, when the evenings are light and heating is off. In July they buy electricity back at twice the price.
      - **The hay meadows** of the middle valley were cut twice. The second cut needs the Tessel at the end of June; it has failed in four summers out of seven.
      - **The trout** spawn in autumn and their young need cold water in July. In the lower reach it has passed twenty degrees every year since 2021.
      ${quote('quote-institute-storage')}
      ## What can be done, and what it costs
      The obvious answer is to build what the snow no longer provides. A dam at Upper Venn has been on paper since 1978. It would hold a ninth of what melts too soon and drown two hamlets. The second answer is to let the river spread: meadows that are flooded on purpose in May give part of the water back in July, by way of the ground. That is slow, it needs [land that somebody owns](article-lower-field), and it looks like doing nothing.
      The third is the one that hydrologists name last, since nobody pays them for it. Use the water when it comes. Turbines can be run in May if something stores the current; hay can be cut in early June if it is another hay.
      ${quote('quote-deyn-calendar')}
      The Institute publishes its snow map every Thursday from December to June. The first one of this winter is due on 3 December. On the slope above Upper Venn, at 1,610 metres, there lay four centimetres yesterday.
    `,
  },
  quotes: [
    {
      id: 'quote-deyn-bank',
      text: 'We treat it as a loss, but the money is not gone. The bank now pays out in May, all at once, and shuts for the summer.',
      speakers: [deyn],
      attribution: 'Amara Deyn, hydrologist at the Institute for Mountain Waters',
      saidOn: '2026-11-09',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-institute-storage',
      kind: 'document',
      text: 'No storage that could be built in the catchment would replace more than a fifth of what the snowpack held back in 1961–1970.',
      speakers: [speaker('source-institute-mountain-waters')],
      attribution: 'Institute for Mountain Waters, Annual Report 2025',
      saidOn: '2026-03',
      medium: 'report',
      verification: 'sourceMatched',
    },
    {
      id: 'quote-deyn-calendar',
      text: 'The valley has a calendar that its great-grandparents made by watching the snow. They were good observers. They would have changed it by now.',
      speakers: [deyn],
      attribution: 'Amara Deyn',
      saidOn: '2026-11-09',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
