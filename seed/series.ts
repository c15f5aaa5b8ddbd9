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
]

export const packages = [
  {
    _id: 'package-barrier',
    _type: 'storyPackage',
    title: 'The night of the barrier',
    description: 'What happened on Saturday, and what it means for those behind the gates.',
    main: weak('article-tide-barrier'),
    sides: ['article-lower-field', 'article-cellar-insurance'].map(weak),
  },
]
