/** Background on a commodity price; one photo, two institutions, no villain. */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece} from '../piece.ts'

const penhale = speaker('source-josef-penhale', 'Chairman', 'Upper Tessel Growers')

export const woolPrice: Piece = {
  article: {
    id: 'article-wool-price',
    headline: 'Why a fleece is worth less than the shearing',
    slug: 'why-a-fleece-is-worth-less-than-the-shearing',
    dek: 'A hill farmer pays 2.40 crowns to have a sheep shorn and gets 1.10 for the wool. How the price is made, who makes it, and why some farmers have begun to burn what others import.',
    articleType: 'background',
    section: 'section-economy',
    topics: ['topic-economy', 'topic-labour'],
    bylines: [{author: 'author-noor-haddow', role: 'writer'}],
    firstPublishedAt: '2026-11-13T06:30:00Z',
    leadPhoto: photo('photo-march-pastoral', {
      role: 'showcase',
      caption:
        'Ewes and lambs in Suffolk, England, in a photogravure by Peter Henry Emerson, 1888: a time in which a fleece could pay a farm’s rent. Archive picture.',
    }),
    keyPoints: [
      'The Aldon Wool Exchange sorts fleeces into 43 grades; four of them make up most of what the hills produce.',
      'The price is set at six auctions a year with three buyers.',
      'A scouring mill closer than 400 kilometres would change the sum more than any subsidy.',
    ],
    related: ['article-snow-reservoir', 'article-night-ferry'],
    body: paragraphs`
      Josef Penhale keeps last year’s wool in the byre, next to that of the year before. There are 614 fleeces, rolled and tied, and they insulate the wall quite well. He has worked out what it would bring in to sell them. It would bring in a loss.
      Shearing costs him 2.40 crowns a head. For a fleece of two and a half kilograms the Aldon Wool Exchange paid 1.10 crowns at its October auction, before carriage. A sheep has to be shorn all the same; left in its coat it falls ill. Wool, which built the market halls of this country, has turned into what farmers call a by-product and accountants a disposal cost.
      ${quote('quote-penhale-wall')}
      ## How the price is made
      It is easy to suspect somebody. The path from the byre to the auction has four stages, and each of them takes something.
      1. A collector drives the farms and pays by weight, wet or dry. His lorry is full long before it is heavy: wool is mostly air.
      1. At the Exchange a grader opens the bales. There are 43 grades. Coarse white fleeces from hill sheep fall into four of these, and those four are bought for carpets.
      1. Six times a year the lots are auctioned. In 1990 there were nineteen bidders. In October there were three, one of them by telephone.
      1. What is sold travels 400 kilometres to the nearest scouring mill, for greasy wool cannot be spun. Half of what is carried there is grease, sand and thistle.
      At the end of this path stands a kilogram of clean wool for 3.90 crowns. A kilogram of carpet polyester costs two.
      ${quote('quote-exchange-bidders', 'inline')}
      ## What carpets have to do with it
      The fall came in two steps. When offices gave up fitted carpets, around the turn of the century, the hill grades lost their best customer. When hotels followed, they lost their second. Fine wool for suits and jerseys, which comes from other sheep in drier places, went through the same years almost unharmed. The statistics show one price for wool; there have long been two.
      Upper Tessel Growers, a cooperative of 88 farms of which Mr Penhale is the chairman, sees three ways out. Breed for finer wool: that takes ten years and sheep that mind the rain. Sell the wool as insulation: this works, as his byre proves, but building law demands a test that costs 90,000 crowns for each product. Or scour at home.
      ${quote('quote-penhale-mill')}
      The mill that he has in mind would wash 700 tonnes a year, the clip of the whole valley. It would need clean water from the Tessel in June, just when the river [now has the least to spare](article-snow-reservoir). The cooperative’s plan takes the water in May and keeps it in a pond.
      The Regional Bank will decide on the loan in February. Until then the wool stays where it is. Nobody on the farm has been cold there, says Mr Penhale, least of all the wall.
    `,
  },
  quotes: [
    {
      id: 'quote-penhale-wall',
      text: 'My grandfather bought this farm with wool. I could not buy the shearer’s lunch.',
      speakers: [penhale],
      attribution: 'Josef Penhale, chairman of Upper Tessel Growers',
      saidOn: '2026-11-04',
      medium: 'interview',
      verification: 'recordingChecked',
    },
    {
      id: 'quote-exchange-bidders',
      kind: 'document',
      text: 'With fewer than five bidders the auction should be understood as a negotiation.',
      speakers: [speaker('source-wool-exchange')],
      attribution: 'Aldon Wool Exchange, Report on the Season 2025–26',
      saidOn: '2026-09',
      medium: 'report',
      verification: 'sourceMatched',
    },
    {
      id: 'quote-penhale-mill',
      text: 'We drive sand and thistles across half the country and pay for every kilometre. Wash it here, and I will talk about the price again.',
      speakers: [penhale],
      attribution: 'Josef Penhale',
      saidOn: '2026-11-04',
      medium: 'interview',
      verification: 'recordingChecked',
    },
  ],
}
