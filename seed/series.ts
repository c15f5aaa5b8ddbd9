/** Pieces that belong together: a series, and a main story with its side stories. One piece of each is not live yet. */
import {reference} from './text.ts'

const weak = (id: string) => ({...reference(id), _weak: true})

export const series = [
  {
    _id: 'series-high-water',
    _type: 'series',
    title: 'High water',
    slug: {_type: 'slug', current: 'high-water'},
    description:
      'From the snow of the High Tessel to the cellars of the Netmakers’ Quarter: how a country decides where its water goes, and who pays for it.',
    picture: {_type: 'photoUse', photo: reference('photo-black-canyon')},
    parts: [
      'article-lower-field',
      'article-snow-reservoir',
      'article-tide-barrier',
      'article-cellar-insurance',
    ].map(weak),
  },
  {
    _id: 'series-tide-years',
    _type: 'series',
    title: 'The tide years',
    slug: {_type: 'slug', current: 'the-tide-years'},
    description:
      'Port Aldon has lived with the sea for as long as it has kept it out. In five parts we follow the water: along the marks on its walls, through four votes, one late key and a pipe on a rock, to the kitchen table where the tide is calculated.',
    picture: {_type: 'photoUse', photo: reference('photo-flood-marks')},
    parts: [
      'article-tide-marks',
      'article-four-votes',
      'article-late-key',
      'article-skerry-gauge',
      'article-tide-table',
    ].map(weak),
  },
]

export const packages = [
  {
    _id: 'package-barrier',
    _type: 'storyPackage',
    title: 'The night of the barrier',
    description:
      'On 21 November the tide barrier of Port Aldon closed without an order. What happened in the control room, in the waiting hall and under water, and who is to answer for it.',
    main: weak('article-tide-barrier'),
    sides: [
      'article-four-gates',
      'article-waiting-hall',
      'article-who-may-close',
      'article-cellar-insurance',
    ].map(weak),
  },
]
