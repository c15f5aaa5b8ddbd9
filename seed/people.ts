/** Authors, who write for the Courier, and sources, whom it quotes. */

export interface AuthorSource {
  id: string
  name: string
  sortName?: string
  slug: string
  jobTitle?: string
  affiliation?: string
  bio: string
  longBio?: string[]
  expertise?: string[]
  languages?: string[]
  links?: {label: string; url: string}[]
  status: 'staff' | 'freelance' | 'contributor' | 'syndicated' | 'organisation'
  /** The id of a drawn portrait. */
  portrait?: string
}

export interface SourceSource {
  id: string
  kind: 'person' | 'institution'
  name: string
  honorific?: string
  affiliations?: {organization: string; title?: string; from?: string; to?: string}[]
  expertise?: string[]
  country?: string
  /** It becomes a `privateSource`. Numbers are from ranges that are never given out, hosts end in .example. */
  confidential?: {
    confidential?: boolean
    contacts?: {kind: 'phone' | 'email' | 'signal' | 'other'; value: string; note?: string}[]
    conflictsOfInterest?: string
    notes?: string
  }
  draft?: boolean
}

type Rest = Omit<SourceSource, 'id' | 'kind' | 'name'>
const sourceOf =
  (kind: SourceSource['kind']) =>
  (id: string, name: string, rest: Rest = {}): SourceSource => ({id, kind, name, ...rest})
const person = sourceOf('person')
const institution = sourceOf('institution')

export const authors: AuthorSource[] = [
  {
    id: 'author-ingrid-vassall',
    name: 'Ingrid Vassall',
    sortName: 'Vassall, Ingrid',
    slug: 'ingrid-vassall',
    jobTitle: 'Diplomatic Correspondent',
    affiliation: 'Research Associate, Institute for Maritime Neighbours',
    bio: 'Ingrid Vassall is the Diplomatic Correspondent of The Harbour Courier and a Research Associate at the Institute for Maritime Neighbours. She writes about treaties, and about those who have to keep them.',
    longBio: [
      'Ingrid Vassall joined the Courier in 2014 from the shipping register, where she had learnt to read small print. She has since reported from eleven capitals and one icebreaker.',
      'Her book *Neighbours by Water*, on the fishing treaties of the Corran Sound, was published in 2023.',
    ],
    expertise: ['Diplomacy', 'East Asia', 'Law of the sea'],
    languages: ['en', 'ja', 'de'],
    links: [{label: 'E-mail', url: 'mailto:ingrid.vassall@harbour-courier.example'}],
    status: 'staff',
  },
  {
    id: 'author-tomas-ardley',
    name: 'Tomas Ardley',
    sortName: 'Ardley, Tomas',
    slug: 'tomas-ardley',
    jobTitle: 'Harbour Reporter',
    bio: 'Tomas Ardley covers the port, its ferries and its finances. He lives in the Netmakers’ Quarter, on the second floor.',
    expertise: ['Harbour', 'Transport', 'City finances'],
    languages: ['en'],
    links: [{label: 'E-mail', url: 'mailto:tomas.ardley@harbour-courier.example'}],
    status: 'staff',
  },
  {
    id: 'author-noor-haddow',
    name: 'Noor Haddow',
    sortName: 'Haddow, Noor',
    slug: 'noor-haddow',
    jobTitle: 'Environment Writer',
    bio: 'Noor Haddow is a freelance reporter. She studied soil science and writes about land, water and the people between them.',
    expertise: ['Environment', 'Agriculture', 'Film'],
    languages: ['en', 'ar', 'fr'],
    links: [{label: 'Homepage', url: 'https://noor-haddow.example'}],
    status: 'freelance',
  },
  {
    id: 'author-elspeth-quarrie',
    name: 'Elspeth Quarrie',
    sortName: 'Quarrie, Elspeth',
    slug: 'elspeth-quarrie',
    jobTitle: 'Columnist',
    affiliation: 'Chartered engineer, Quarrie & Daughters',
    bio: 'Elspeth Quarrie built dykes for thirty-one years. She now writes a column about things that hold, and the occasional review of things that hang.',
    expertise: ['Engineering', 'Photography'],
    languages: ['en'],
    status: 'contributor',
    portrait: 'photo-portrait-quarrie',
  },
  {
    id: 'author-halvard-prynne',
    name: 'Halvard Prynne',
    sortName: 'Prynne, Halvard',
    slug: 'halvard-prynne',
    jobTitle: 'Columnist',
    affiliation: 'Pilot of the Corran Sound, retired',
    bio: 'Halvard Prynne piloted ships into Port Aldon for thirty-four years. He writes a column about the sea and about those who think that it can be told things.',
    expertise: ['Pilotage', 'Shipping'],
    languages: ['en', 'no'],
    status: 'contributor',
    portrait: 'photo-portrait-prynne',
  },
  {
    id: 'author-dario-kestle',
    name: 'Dario Kestle',
    sortName: 'Kestle, Dario',
    slug: 'dario-kestle',
    jobTitle: 'South Shore Columnist',
    bio: 'Dario Kestle lives in Ostrey, where he was born, and writes about the south shore for readers on both. He reports on rowing because nobody else will stand in the rain.',
    expertise: ['South shore', 'Rowing'],
    languages: ['en', 'it'],
    links: [{label: 'E-mail', url: 'mailto:dario.kestle@harbour-courier.example'}],
    status: 'staff',
    portrait: 'photo-portrait-kestle',
  },
  {
    id: 'author-marguerite-tolland',
    name: 'Marguerite Tolland',
    sortName: 'Tolland, Marguerite',
    slug: 'marguerite-tolland',
    jobTitle: 'Culture Critic',
    bio: 'Marguerite Tolland is the Culture Critic of The Harbour Courier. She reads with a pencil, walks without one, and owes the city library for nothing.',
    expertise: ['Books', 'Architecture'],
    languages: ['en', 'fr'],
    links: [{label: 'E-mail', url: 'mailto:marguerite.tolland@harbour-courier.example'}],
    status: 'staff',
    portrait: 'photo-portrait-tolland',
  },
  {
    id: 'author-benedict-osei-lund',
    name: 'Benedict Osei-Lund',
    sortName: 'Osei-Lund, Benedict',
    slug: 'benedict-osei-lund',
    jobTitle: 'Economics Editor',
    bio: 'Benedict Osei-Lund is the Economics Editor of The Harbour Courier. He taught statistics at the evening school before he began to be paid for doubting them.',
    expertise: ['Trade', 'Housing', 'Public finance'],
    languages: ['en'],
    links: [{label: 'E-mail', url: 'mailto:benedict.osei-lund@harbour-courier.example'}],
    status: 'staff',
    portrait: 'photo-portrait-osei-lund',
  },
  {
    id: 'author-sunniva-achterberg',
    name: 'Sunniva Achterberg',
    sortName: 'Achterberg, Sunniva',
    slug: 'sunniva-achterberg',
    jobTitle: 'Social Affairs Reporter',
    bio: 'Sunniva Achterberg reports on schools, offices and waiting rooms. She has sat in most of them.',
    expertise: ['Education', 'Administration', 'Care'],
    languages: ['en', 'nl'],
    links: [{label: 'E-mail', url: 'mailto:sunniva.achterberg@harbour-courier.example'}],
    status: 'staff',
    portrait: 'photo-portrait-achterberg',
  },
  {
    id: 'author-graphics-desk',
    name: 'Courier Graphics Desk',
    slug: 'graphics-desk',
    bio: 'The Graphics Desk draws the maps, the charts and the portraits of The Harbour Courier.',
    links: [{label: 'E-mail', url: 'mailto:graphics@harbour-courier.example'}],
    status: 'organisation',
  },
]

/** Invented persons and institutions. */
const fictitious: SourceSource[] = [
  person('source-maren-oakley', 'Maren Oakley', {
    affiliations: [
      {
        organization: 'Corran Harbour Authority',
        title: 'Duty engineer, tide barrier',
        from: '2018',
      },
    ],
    expertise: ['Flood protection'],
    country: 'Corran Republic',
    confidential: {
      contacts: [
        {kind: 'phone', value: '+44 1632 960142', note: 'after the night shift, from noon'},
        {kind: 'email', value: 'm.oakley@harbour-authority.example'},
      ],
      notes: 'Speaks for herself, not for the authority; the press office knows.',
    },
  }),
  institution('source-harbour-authority', 'Corran Harbour Authority', {
    expertise: ['Harbour', 'Flood protection'],
    country: 'Corran Republic',
  }),
  person('source-ruth-damaso', 'Ruth Damaso', {
    affiliations: [
      {
        organization: 'Sound Transport Union',
        title: 'Ferry master and branch secretary',
        from: '2022-05',
      },
      {organization: 'Corran Ferries', title: 'Mate', from: '2009', to: '2022'},
    ],
    expertise: ['Ferries', 'Labour'],
    country: 'Corran Republic',
    confidential: {
      contacts: [{kind: 'signal', value: '+44 1632 960177'}],
      conflictsOfInterest: 'Candidate for the harbour board in 2027; not announced yet.',
    },
  }),
  institution('source-statistics-office', 'Port Aldon Statistics Office', {
    expertise: ['Statistics'],
    country: 'Corran Republic',
  }),
  person('source-greta-moy', 'Greta Moy', {
    affiliations: [{organization: 'City of Port Aldon', title: 'City ombudsman', from: '2021-01'}],
    expertise: ['Administration'],
    country: 'Corran Republic',
  }),
  person('source-lena-torvald', 'Lena Torvald', {
    affiliations: [
      {organization: 'Foreign Ministry of Vestmark', title: 'Chief negotiator', from: '2025'},
    ],
    expertise: ['Diplomacy'],
    country: 'Vestmark',
  }),
  person('source-idris-kallow', 'Idris Kallow', {
    honorific: 'Professor',
    affiliations: [
      {organization: 'University of Port Aldon', title: 'Professor of the law of the sea'},
    ],
    expertise: ['Law of the sea', 'Treaties'],
    country: 'Corran Republic',
    confidential: {
      contacts: [
        {kind: 'email', value: 'kallow@university.example', note: 'answers within the hour'},
      ],
      conflictsOfInterest: 'Advised the Corran delegation on annex 4, unpaid.',
    },
  }),
  person('source-josef-penhale', 'Josef Penhale', {
    affiliations: [{organization: 'Upper Tessel Growers', title: 'Chairman', from: '2019-03'}],
    expertise: ['Sheep', 'Wool'],
    country: 'Corran Republic',
  }),
  institution('source-wool-exchange', 'Aldon Wool Exchange', {
    expertise: ['Wool', 'Commodity prices'],
    country: 'Corran Republic',
  }),
  person('source-amara-deyn', 'Amara Deyn', {
    honorific: 'Dr',
    affiliations: [{organization: 'Institute for Mountain Waters', title: 'Hydrologist'}],
    expertise: ['Snow', 'Rivers'],
    country: 'Corran Republic',
  }),
  institution('source-institute-mountain-waters', 'Institute for Mountain Waters', {
    expertise: ['Snow', 'Rivers'],
    country: 'Corran Republic',
  }),
  person('source-paul-wexcombe', 'Paul Wexcombe', {
    affiliations: [{organization: 'Quayside Gallery, Port Aldon', title: 'Curator', from: '2020'}],
    expertise: ['Photography'],
    country: 'Corran Republic',
  }),
  person('source-yusra-fenn', 'Yusra Fenn', {
    affiliations: [{organization: 'Aldon Film Archive', title: 'Head of restoration'}],
    expertise: ['Film history'],
    country: 'Corran Republic',
  }),
  person('source-halla-strake', 'Halla Strake', {
    expertise: ['Netmakers’ Quarter'],
    country: 'Corran Republic',
  }),
  institution('source-city-archive', 'City Archive of Port Aldon', {
    expertise: ['City history'],
    country: 'Corran Republic',
  }),
  institution('source-barrier-inquiry', 'Inquiry into the Closure of 9 February 2019', {
    expertise: ['Flood protection'],
    country: 'Corran Republic',
  }),
  person('source-agathe-ferreby', 'Agathe Ferreby', {
    affiliations: [{organization: 'City of Port Aldon', title: 'Drainage foreman', from: '2011'}],
    expertise: ['Sewers'],
    country: 'Corran Republic',
  }),
  person('source-emeka-lorne', 'Emeka Lorne', {
    honorific: 'Dr',
    affiliations: [{organization: 'University of Port Aldon', title: 'Oceanographer'}],
    expertise: ['Sea level', 'Tides'],
    country: 'Corran Republic',
  }),
  person('source-ottilie-crane', 'Ottilie Crane', {
    affiliations: [
      {
        organization: 'Corran Hydrographic Office',
        title: 'Compiler of the tide tables',
        from: '1981',
      },
    ],
    expertise: ['Tides'],
    country: 'Corran Republic',
  }),
  person('source-berit-sandoe', 'Berit Sandoe', {
    affiliations: [{organization: 'Ostrey ferry landing', title: 'Cleaner'}],
    country: 'Corran Republic',
  }),
  institution('source-harbour-clinic', 'Harbour Clinic, Port Aldon', {
    expertise: ['Health'],
    country: 'Corran Republic',
  }),
  person('source-cosima-ravenhill', 'Cosima Ravenhill', {
    honorific: 'Dr',
    affiliations: [
      {organization: 'University of Port Aldon', title: 'Lecturer in administrative law'},
    ],
    expertise: ['Administrative law'],
    country: 'Corran Republic',
  }),
  person('source-pia-lindqvist-marr', 'Pia Lindqvist-Marr', {
    affiliations: [{organization: 'Aldon Waterworks', title: 'Director', from: '2014', to: '2025'}],
    expertise: ['Water supply'],
    country: 'Corran Republic',
  }),
  person('source-adaeze-wynn', 'Adaeze Wynn', {
    affiliations: [{organization: 'City Library of Port Aldon', title: 'Director', from: '2006'}],
    expertise: ['Libraries'],
    country: 'Corran Republic',
  }),
  person('source-mette-hollin', 'Mette Hollin', {
    affiliations: [{organization: 'Town of Ostrey', title: 'Mayor', from: '2022'}],
    expertise: ['Local government'],
    country: 'Corran Republic',
  }),
  person('source-caspar-strand', 'Caspar Strand', {
    affiliations: [{organization: 'Harbour board', title: 'Chairman', from: '2020'}],
    expertise: ['Harbour'],
    country: 'Corran Republic',
  }),
  person('source-silas-okafor-berg', 'Silas Okafor-Berg', {
    affiliations: [{organization: 'Port Aldon labour pool', title: 'Lasher', from: '2008'}],
    expertise: ['Dock labour'],
    country: 'Corran Republic',
  }),
  person('source-runa-dunmore', 'Runa Dunmore', {
    affiliations: [{organization: 'Brask Kelp', title: 'Founder', from: '2024'}],
    expertise: ['Seaweed'],
    country: 'Corran Republic',
  }),
  person('source-anders-tarn', 'Anders Tarn', {
    affiliations: [{organization: 'Brask Head Lobstermen’s Association', title: 'Secretary'}],
    expertise: ['Fishing'],
    country: 'Corran Republic',
  }),
  person('source-edda-calloway', 'Edda Calloway', {
    expertise: ['Netmakers’ Quarter'],
    country: 'Corran Republic',
  }),
  institution('source-housing-office', 'Housing Office of Port Aldon', {
    expertise: ['Housing'],
    country: 'Corran Republic',
  }),
  person('source-joss-maddern', 'Joss Maddern', {
    affiliations: [{organization: 'Brask Marine Station', title: 'Fisheries biologist'}],
    expertise: ['Fish stocks'],
    country: 'Corran Republic',
  }),
  institution('source-fisheries-office', 'Corran Fisheries Office', {
    expertise: ['Fishing'],
    country: 'Corran Republic',
  }),
  person('source-tove-inkster', 'Tove Inkster', {
    affiliations: [{organization: 'Venn Moor Trust', title: 'Project head', from: '2021'}],
    expertise: ['Peat'],
    country: 'Corran Republic',
  }),
  person('source-walter-garrick', 'Walter Garrick', {
    expertise: ['Hill farming'],
    country: 'Corran Republic',
  }),
  person('source-ada-verrill', 'Ada Verrill', {
    honorific: 'Lieutenant Commander',
    affiliations: [
      {organization: 'School of Navigation, Port Aldon', title: 'Senior instructor', from: '2015'},
    ],
    expertise: ['Navigation'],
    country: 'Corran Republic',
  }),
  person('source-petronella-voss', 'Petronella Voss', {
    affiliations: [{organization: 'Port of Aldon', title: 'Registrar of vessels', from: '1997'}],
    expertise: ['Ship registers'],
    country: 'Corran Republic',
  }),
  person('source-conrad-aumery', 'Conrad Aumery', {
    expertise: ['Fiction'],
    country: 'Corran Republic',
  }),
  person('source-signe-falk', 'Signe Falk', {
    affiliations: [{organization: 'Ostrey Rowing Club', title: 'Bow'}],
    expertise: ['Rowing'],
    country: 'Corran Republic',
  }),
  person('source-leopold-brandt', 'Leopold Brandt', {
    affiliations: [{organization: 'Port Aldon Pilots', title: 'Stroke'}],
    expertise: ['Rowing', 'Pilotage'],
    country: 'Corran Republic',
  }),
  person('source-noel-hartigan', 'Noel Hartigan', {
    affiliations: [{organization: 'Pier 4 Cold Store', title: 'Shift foreman', from: '2007'}],
    country: 'Corran Republic',
    confidential: {
      confidential: true,
      contacts: [{kind: 'phone', value: '+44 1632 960118', note: 'never at work'}],
    },
    draft: true,
  }),
  person('source-bettina-corrie', 'Bettina Corrie', {
    affiliations: [{organization: 'Sound Mutual', title: 'Head of property insurance'}],
    expertise: ['Insurance', 'Flood protection'],
    country: 'Corran Republic',
    confidential: {
      contacts: [{kind: 'email', value: 'b.corrie@sound-mutual.example'}],
      notes: 'Gives no figures before the council has voted; asked us to ask again then.',
    },
    draft: true,
  }),
  person('source-piet-anson', 'Piet Anson', {
    affiliations: [{organization: 'Anson & Anson', title: 'Ship’s chandler'}],
    country: 'Corran Republic',
    draft: true,
  }),
  person('source-olav-renning', 'Olav Renning', {
    honorific: 'Captain',
    affiliations: [{organization: 'Coaster Anna Brask', title: 'Master'}],
    expertise: ['Shipping'],
    draft: true,
  }),
  institution('source-court-of-audit', 'Court of Audit', {
    expertise: ['Public finance', 'Administration'],
    country: 'Corran Republic',
    draft: true,
  }),
]

/** Real persons and institutions, each quoted in the Two Sessions explainer as JAPAN Forward reported them. */
const real: SourceSource[] = [
  person('source-rory-green', 'Rory Green', {
    affiliations: [{organization: 'GlobalData TS Lombard', title: 'Chief China Economist'}],
    expertise: ['China', 'Economy'],
  }),
  person('source-martin-wolf', 'Martin Wolf', {
    affiliations: [{organization: 'Financial Times', title: 'Chief Economic Commentator'}],
    expertise: ['Economy'],
  }),
  person('source-neil-thomas', 'Neil Thomas', {
    affiliations: [{organization: 'Asia Society'}],
    expertise: ['China', 'Politics'],
  }),
  person('source-jing-qian', 'Jing Qian', {
    affiliations: [{organization: 'Asia Society'}],
    expertise: ['China', 'Politics'],
  }),
  person('source-cho-tae-yul', 'Cho Tae-yul', {
    // His title is the one he had in March 2024; whether he has it still is not this paper's to say.
    affiliations: [{organization: 'Republic of Korea', title: 'Foreign Minister', from: '2024-01'}],
    expertise: ['Diplomacy'],
    country: 'South Korea',
  }),
  institution('source-global-times', 'The Global Times', {
    expertise: ['State-backed newspaper'],
    country: 'China',
  }),
  institution('source-japan-forward', 'JAPAN Forward', {
    expertise: ['News website'],
    country: 'Japan',
  }),
]

export const sources: SourceSource[] = [...fictitious, ...real]
export const REAL_SOURCES = real.map(({id}) => id)
