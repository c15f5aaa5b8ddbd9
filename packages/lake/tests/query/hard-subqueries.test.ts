// Subqueries: those that look at the document around them, and those that do not.
import {doc} from '@copydesk/groq/tests/fixture.ts'
import {ids} from '@copydesk/groq/tests/hard-cases.ts'
import {holds} from './hard-cases.ts'
import {ARTICLES} from '@copydesk/groq/tests/hard-articles.ts'

holds('One level deep', ARTICLES, [
  [
    '*[_type == "section"]{_id, "n": count(*[_type == "article" && references(^._id)])}',
    [
      {_id: 's1', n: 4},
      {_id: 's2', n: 3},
      {_id: 's3', n: 0},
      {_id: 's4', n: 0},
    ],
  ],
  [
    '*[_type == "section"]{_id, "n": count(*[_type == "article" && section._ref == ^._id])}.n',
    [4, 3, 0, 0],
  ],
  [
    '*[_type == "section"]{"n": count(*[_type == "article" && section->_id == ^._id])}.n',
    [4, 3, 0, 0],
  ],
  [
    '*[_type == "section"]{"n": count(*[_type == "article" && ^._id == section._ref])}.n',
    [4, 3, 0, 0],
  ],
  ['*[_type == "section"]{"n": count(*[section == ^._id])}.n', [1, 0, 0, 0]],
  ['*[_type == "topic"]{"n": count(*[^._id in topics[]._ref])}.n', [3, 2, 1]],
  [
    '*[_type == "topic"]{"n": count(*[_type == "article" && references(^._id)][0..1])}.n',
    [2, 2, 1],
  ],
  [
    '*[_type == "topic"]{_id, "latest": *[references(^._id)] | order(at desc)[0]._id}',
    [
      {_id: 't1', latest: 'drafts.a1'},
      {_id: 't2', latest: 'a2'},
      {_id: 't3', latest: 'a4'},
    ],
  ],
  [
    '*[_type == "topic"]{"l": *[references(^._id)] | order(at desc, title)[0..1]._id}.l',
    [['drafts.a1', 'a4'], ['a2', 'a1'], ['a4']],
  ],
  ['*[_type == "topic" && count(*[references(^._id)]) > 1]._id', ids('t1 t2')],
  ['*[_type == "topic" && count(*[references(^._id)]) > $n]._id', ids('t1'), {n: 2}],
  ['*[_type == "topic" && count(*[references(^._id)]) > $n]._id', [], {n: null}],
  ['*[_type == "section" && !(count(*[references(^._id)]) > 0)]._id', ids('s4')],
  ['*[_type == "topic"] | order(count(*[references(^._id)]))._id', ids('t3 t2 t1')],
  ['*[_type == "topic"] | order(count(*[references(^._id)]) desc)[0]._id', 't1'],
  ['*[_type == "topic"]{_id, "n": count(*[references(^._id)])} | order(n)[0]', {_id: 't3', n: 1}],
  ['*[_type == "topic"]{..., "n": count(*[references(^._id)])}[n > 1]._id', ids('t1 t2')],
  [
    '*[_type == "topic"]{"same": *[_type == "topic" && lower(name) == lower(^.name)]._id}.same',
    [['t1'], ['t2', 't3'], ['t2', 't3']],
  ],
  [
    '*[_type == "article" && count(*[_type == "article" && n == ^.n && _id != ^._id]) > 0]._id',
    ids('a1 a2 a3 a5 drafts.a7'),
  ],
  [
    '*[_type == "article" && count(*[_type == "article" && n > ^.n]) == 0]._id',
    ids('a4 a6 versions.r1.a2'),
  ],
  [
    '*[_type == "article" && defined(at)]{_id, "next": *[_type == "article" && at > ^.at] | order(at)[0]._id}',
    [
      {_id: 'a1', next: 'a3'},
      {_id: 'a2', next: 'drafts.a1'},
      {_id: 'a3', next: 'a2'},
      {_id: 'a4', next: 'drafts.a1'},
      {_id: 'a6', next: 'a3'},
      {_id: 'drafts.a1', next: 'drafts.a7'},
      {_id: 'drafts.a7', next: 'versions.r1.a2'},
      {_id: 'versions.r1.a2', next: null},
    ],
  ],
  [
    '*[_id == "a1"]{"related": *[_type == "article" && _id != ^._id && count(topics[@._ref in ^.^.topics[]._ref]) > 0]._id}',
    [{related: ids('a2 a4 drafts.a1')}],
  ],
  [
    '*[_id == "a1"]{"related": *[_type == "article" && _id != ^._id && array::intersects(topics[]._ref, ^.topics[]._ref)] | order(at desc)[0..1]._id}',
    [{related: ids('drafts.a1 a2')}],
  ],
  [
    '*[_id == "a1"]{"related": *[references(^.topics[]._ref)]._id}',
    [{related: ids('a1 a2 a4 drafts.a1')}],
  ],
  [
    '*[_id == "a2"]{"used": photos[].photo->{_id, "by": *[references(^._id)]._id}}',
    [
      {
        used: [
          {_id: 'f1', by: ids('a1 a2')},
          {_id: 'f2', by: ids('a2')},
          {_id: 'f1', by: ids('a1 a2')},
        ],
      },
    ],
  ],
  [
    '*[_type == "photo"]{_id, "used": *[_type == "article" && ^._id in photos[].photo._ref]{_id, "times": count(photos[photo._ref == ^.^._id])}}',
    [
      {
        _id: 'f1',
        used: [
          {_id: 'a1', times: 1},
          {_id: 'a2', times: 2},
        ],
      },
      {_id: 'f2', used: [{_id: 'a2', times: 1}]},
    ],
  ],
  [
    '*[_type == "author"]{_id, "reports": *[boss._ref == ^._id]._id}',
    [
      {_id: 'p1', reports: []},
      {_id: 'p2', reports: ids('p1 p3')},
      {_id: 'p3', reports: []},
    ],
  ],
  [
    '*[_type == "author"]{_id, "a": *[_type == "article" && author->name == ^.name]._id}[0]',
    {_id: 'p1', a: ids('a1 a4 drafts.a1')},
  ],
  [
    '*[_id in path("drafts.**")]{_id, "p": *["drafts." + _id == ^._id][0].title}',
    [
      {_id: 'drafts.a1', p: 'Ebb'},
      {_id: 'drafts.a7', p: null},
    ],
  ],
])

holds('Where the value around is no simple one', ARTICLES, [
  ['*[_id == "a5"]{"n": count(*[section._ref == ^.section._ref])}.n', [14]],
  ['*[_id == "a5"]{"n": count(*[_type == "article" && title == ^.title])}.n', [1]],
  ['*[_id == "a4"]{"n": *[_type == "article" && n == ^.n]._id}.n', [['a4']]],
  [
    '*[_id == "a5"]{"n": *[_type == "article" && topics == ^.topics]._id}.n',
    [['a5', 'versions.r1.a2']],
  ],
  ['*[_id == "a1"]{"n": *[topics == ^.topics]._id}.n', [[]]],
  ['*[_id == "a1"]{"n": *[section == ^.section]._id}.n', [[]]],
  ['*[_id == "a1"]{"n": *[_id == ^.topics]._id}.n', [[]]],
  ['*[_id == "a1"]{"n": *[_id in ^.topics]._id}.n', [[]]],
  ['*[_id == "a1"]{"n": *[_id in ^.topics[]._ref]._id}.n', [['t1', 't2']]],
  ['*[_id == "a3"]{"n": *[_id in ^.topics[]._ref]._id}.n', [[]]],
  ['*[_id == "a5"]{"n": *[_id in ^.topics[]._ref]._id}.n', [[]]],
  ['*[_id == "a6"]{"n": *[_id in ^.topics]._id}.n', [[]]],
  ['*[_id == "a6"]{"n": *[_id == ^.topics]._id}.n', [['t1']]],
  ['*[_id == "a6"]{"n": *[_id in ^.author[]._ref]._id}.n', [['p1']]],
  ['*[_id == "a5"]{"n": *[references(^.section._ref)]._id}.n', [[]]],
  ['*[_id == "a5"]{"n": *[references(^.topics[]._ref)]._id}.n', [[]]],
  ['*[_id == "a1"]{"n": *[references(^.topics)]._id}.n', [[]]],
  ['*[_id == "a1"]{"n": *[references(^.section)]._id}.n', [[]]],
  ['*[_id == "a6"]{"n": *[references(^.topics)]._id}.n', [['a1', 'a4', 'drafts.a1']]],
  ['*[_id == "a3"]{"n": *[author._ref == ^.author._ref]._id}.n', [['a3']]],
  ['*[_id == "a3"]{"n": count(*[author-> == ^.author->])}.n', [17]],
  ['*[_id == "a5"]{"n": count(*[n < ^.at])}.n', [0]],
  ['*[_type == "article" && n == ^.n]._id', ids('a4')],
  ['*[_type == "article" && _id == ^._id]._id', []],
  ['*[_id == ^]._id', []],
  [
    '*[_id == "a6"]{"n": *[n == ^.n]._id, "m": *[_type == "article" && n in [^.n, 2]]._id}',
    [{n: ['a6'], m: ids('a2 a3 a6')}],
  ],
])

holds(
  'Two levels deep',
  ARTICLES,
  [
    [
      '*[_type == "section"]{_id, "topics": *[_type == "topic"]{_id, "n": count(*[_type == "article" && references(^._id) && references(^.^._id)])}[n > 0]}[count(topics) > 0]',
      [
        {
          _id: 's1',
          topics: [
            {_id: 't1', n: 1},
            {_id: 't2', n: 1},
          ],
        },
        {
          _id: 's2',
          topics: [
            {_id: 't1', n: 2},
            {_id: 't2', n: 1},
            {_id: 't3', n: 1},
          ],
        },
      ],
    ],
    [
      '*[_type == "section"]{"t": *[_type == "topic" && count(*[section._ref == ^.^._id && ^._id in topics[]._ref]) > 1]._id}.t',
      [[], ['t1'], [], []],
    ],
    [
      '*[_type == "author"]{_id, "reports": *[boss._ref == ^._id]{_id, "articles": *[author._ref == ^._id && _id != ^.^._id]._id}}[count(reports) > 0]',
      [
        {
          _id: 'p2',
          reports: [
            {_id: 'p1', articles: ids('a1 a4 drafts.a1')},
            {_id: 'p3', articles: []},
          ],
        },
      ],
    ],
    [
      '*[_type == "topic"]{_id, "authors": *[_type == "author" && count(*[references(^._id) && references(^.^._id)]) > 0]._id}',
      [
        {_id: 't1', authors: ['p1']},
        {_id: 't2', authors: ['p1', 'p2']},
        {_id: 't3', authors: ['p1']},
      ],
    ],
    [
      '*[_id == "s1"]{"x": *[_type == "article" && references(^._id)]{_id, "y": *[_type == "article" && n == ^.n && section._ref == ^.^._id]._id}}.x[]',
      [
        {_id: 'a1', y: ids('a1 drafts.a7')},
        {_id: 'a3', y: ids('a3')},
        {_id: 'drafts.a7', y: ids('a1 drafts.a7')},
        {_id: 'versions.r1.a2', y: ids('versions.r1.a2')},
      ],
    ],
    [
      '*[_type == "section"]{"x": *[_type == "topic"]{"n": count(*[section._ref == ^.^._id])}.n}.x',
      [
        [4, 4, 4],
        [3, 3, 3],
        [0, 0, 0],
        [0, 0, 0],
      ],
    ],
    [
      '*[_type == "topic"]{"x": *[_type == "section"][0..1]{"n": count(*[references(^.^._id)])}.n}.x',
      [
        [3, 3],
        [2, 2],
        [1, 1],
      ],
    ],
    [
      '*[_type == "topic"][0..1]{"x": *[_type == "section"][0..1]{"all": count(*[_type == "article"])}.all}.x',
      [
        [9, 9],
        [9, 9],
      ],
    ],
    [
      '*[_id == "a1"]{"s": section->{_id, "others": *[_type == "article" && section._ref == ^._id && _id != ^.^._id]._id}}',
      [{s: {_id: 's1', others: ids('a3 drafts.a7 versions.r1.a2')}}],
    ],
    [
      '*[_id == "a1"]{topics[]->{_id, "n": count(*[references(^._id) && _id != ^.^._id])}}',
      [
        {
          topics: [
            {_id: 't1', n: 2},
            {_id: 't2', n: 1},
          ],
        },
      ],
    ],
    [
      '*[_type == "article" && count(*[_type == "topic" && _id in ^.topics[]._ref && count(*[references(^._id)]) > 2]) > 0]._id',
      ids('a1 a4 drafts.a1'),
    ],
    [
      '*[_type == "section" && count(*[section._ref == ^._id && count(*[_type == "article" && n == ^.n && section._ref != ^.section._ref]) > 0]) > 1]._id',
      ids('s1'),
    ],
  ],
  {only: 'few'},
)

holds('Without anything around', ARTICLES, [
  [
    '*[_type == "article" && section._ref in *[_type == "section" && title == "Sea"]._id]._id',
    ids('a1 a3 drafts.a7 versions.r1.a2'),
  ],
  [
    '*[_type == "article" && section._ref == *[_type == "section"] | order(title)[0]._id]._id',
    ids('a2 a4 drafts.a1'),
  ],
  [
    '*[_type == "article" && !(section._ref in *[title == "Sea"]._id)]._id',
    ids('a2 a4 a5 a6 drafts.a1'),
  ],
  ['*[_id in *[_type == "article"].topics[]._ref]._id', ids('t1 t2 t3')],
  ['*[_type == "topic" && !(_id in *[_type == "article"].topics[]._ref)]._id', []],
  ['*[n == *[_id == "a3"][0].n]._id', ids('a2 a3')],
  ['*[n == *[_id == "nobody"][0].n && _type == "article"]._id', ids('a4')],
  ['*[n > *[_id == "a1"][0].n]._id', ids('a2 a3 drafts.a1 versions.r1.a2')],
  [
    '*[_type == "topic"]{_id, "share": count(*[references(^._id)]) / count(*[_type == "article"])}[0].share',
    1 / 3,
  ],
  [
    '{"a": *[_type == "topic"]._id, "b": *[_type == "topic"]._id, "c": *[_type == "topic" && name == "tides"]._id}',
    {a: ids('t1 t2 t3'), b: ids('t1 t2 t3'), c: ['t1']},
  ],
  [
    '{"a": *[n == 1] | order(title)._id, "b": *[n == 1] | order(title desc)._id}',
    {a: ids('a1 drafts.a7 a5'), b: ids('a5 drafts.a7 a1')},
  ],
  [
    '{"a": *[_type == "section"] | order(title)[0..1]._id, "b": *[_type == "section"] | order(title)[2..3]._id}',
    {a: ids('s2 s1'), b: ids('s3 s4')},
  ],
  [
    '*[_type == "section"]{"x": *[_type == "topic"] | order(name desc)[0]._id, "y": *[_type == "topic"] | order(name)[0]._id}[0]',
    {x: 't3', y: 't2'},
  ],
  ['*[_type == "section"][0..1]{"x": *[_type == "topic"]{"n": name}}[1].x[0]', {n: 'tides'}],
  ['count(*[_type == "article"]) - count(*[_type == "article" && _id in path("*")])', 3],
  [
    '*[_id == $id]{"x": *[_id == $id][0].title, "y": *[_id == $other][0].title}',
    [{x: 'Ebb', y: 'flow'}],
    {id: 'a1', other: 'a2'},
  ],
  ['*[_type == "article"][0..1]{"again": *[_id == ^._id][0]._id}', [{again: 'a1'}, {again: 'a2'}]],
  [
    '*[_type == "topic"]{"x": [*[references(^._id)][0]._id, count(*)]}.x',
    [
      ['a1', 21],
      ['a1', 21],
      ['a4', 21],
    ],
  ],
])

holds('Projections on the way', ARTICLES, [
  ['*[_type == "article"]{..., "k": n} | order(k desc)[0..1]._id', ids('a4 a6')],
  ['*[_type == "article"]{..., "title": lower(title)}[title == "ebb"]._id', ids('a1 a4')],
  [
    '*[_type == "article"]{..., "title": lower(title)} | order(title, _id desc)[0..1]._id',
    ids('a4 a1'),
  ],
  ['*[_type == "article"]{"_id": title, "x": _id}[_id == "Ebb"].x', ['a1']],
  ['*[_type == "article"]{"_type": "other"}[_type == "article"]', []],
  ['*[_type == "article"]{"_type": "other", _id}[_type == "other"][0]._id', 'a1'],
  ['*{"_type": "topic"}[_type == "topic"][0]', {_type: 'topic'}],
  ['count(*{"_type": "topic"}[_type == "topic"])', 21],
  [
    '*[_type == "article"]{..., section->}[section.title == "Sea"]._id',
    ids('a1 a3 drafts.a7 versions.r1.a2'),
  ],
  ['*[_type == "article"]{_id, section->} | order(section.title desc)[0..2]._id', ids('a5 a6 a1')],
  [
    '*[_type == "article" && defined(topics[0]._ref)].topics[]->name',
    ['tides', 'Weather', 'Weather', 'tides', 'weather', 'tides', 'tides'],
  ],
  ['*[_type == "article"]{flag => {"yes": _id}}[defined(yes)].yes', ids('a1 a3')],
  ['*[_type == "article" && flag]._id', ids('a1 a3')],
  ['*[_type == "article" && !flag]._id', ids('a2')],
  ['*[_type == "article" && flag == null]._id', ids('a4 a5 a6 drafts.a1 drafts.a7 versions.r1.a2')],
  ['*[flag && n == 2]._id', ids('a3')],
  [
    '*[_type == "section"]{...parent->, "own": _id}[own == "s2"]{title, own}',
    [{title: 'Sea', own: 's2'}],
  ],
  [
    '*[_type == "section"] | order(title) {_id}',
    [{_id: 's2'}, {_id: 's1'}, {_id: 's3'}, {_id: 's4'}],
  ],
])

holds('Functions of one’s own', ARTICLES, [
  [
    'fn my::uses($d) = $d{_id, "n": count(*[references(^._id)])}; *[_type == "topic"]{"u": my::uses(@)}.u',
    [
      {_id: 't1', n: 3},
      {_id: 't2', n: 2},
      {_id: 't3', n: 1},
    ],
  ],
  ['fn my::named($d) = $d->{name}; *[_id == "a1"][0]{"t": my::named(author)}', {t: {name: 'Ada'}}],
  [
    'fn my::latest($d) = $d{"a": *[references(^._id)] | order(at desc)[0]._id}; *[_type == "topic"]{...my::latest(@)}.a',
    ids('drafts.a1 a2 a4'),
  ],
])

const crowd = Array.from({length: 40}, (_, n) =>
  doc(`c${String(n).padStart(2, '0')}`, n % 2 ? 'odd' : 'even', {
    k: n % 4,
    next: {_ref: `c${String((n + 1) % 40).padStart(2, '0')}`},
  }),
)

holds('Joins of many', crowd, [
  ['count(*[_type == "odd" && count(*[_type == "even" && k == ^.k]) > 0])', 0],
  ['*[_type == "odd"][0..1]{"n": count(*[k == ^.k])}.n', [10, 10]],
  ['*[_type == "odd"]{"n": *[k == ^.k] | order(_id desc)[0]._id}[0..2].n', ids('c37 c39 c37')],
  ['*[next->k == 0] | order(k desc, _id)[0..2]._id', ids('c03 c07 c11')],
  ['*[next->next->k == 0 && _type == "even"][0..1]._id', ids('c02 c06')],
  ['count(*[next->next->next->next->k == k])', 40],
  [
    '*[_id == "c00"]{"x": *[_type == "even" && k == ^.k]{"y": count(*[next._ref == ^._id && k == ^.^.k])}.y}.x',
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ],
  ['math::sum(*{"n": count(*[k == ^.k])}.n)', 400],
  ['array::unique(*{"n": count(*[k == ^.k && _type == ^._type])}.n)', [10]],
])
