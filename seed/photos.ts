/**
 * Every picture of the seed, once. `newsroom.ts` writes these facts into the documents; the files in `photos/` hold
 * them, too, and a test compares the two.
 */

/** What a picture file says of itself, in IPTC-IIM and in XMP. */
export interface PictureFacts {
  title?: string
  caption?: string
  /** Alternative text, Iptc4xmpCore:AltTextAccessibility; IIM has no place for it. */
  alt?: string
  creator?: string
  creatorTitle?: string
  creditLine?: string
  /** Who supplied the picture; agencies and museums, as a rule. */
  supplier?: string
  copyrightNotice?: string
  /** The holder as a name of its own (PLUS), because the notice is prose. */
  copyrightHolder?: string
  licenseUrl?: string
  acquireUrl?: string
  usageTerms?: string
  /** A year, a month or a day in ISO form. IIM can hold full days only. */
  dateTaken?: string
  city?: string
  country?: string
  digitalSourceType?: string
  /** The physical work that a reproduction shows. */
  artwork?: {title: string; creator: string; source: string; inventory: string}
}

export interface PhotoSource extends PictureFacts {
  id: string
  /** In `seed/photos`. */
  file: string
  caption: string
  alt: string
  creditLine: string
  place?: string
  rights: {
    category: string
    cost: 'free' | 'conditional' | 'pay'
    clearance: string
    /** ISO 8601 */
    validUntil?: string
  }
  /** The part that a crop must keep, in fractions of width and height. */
  hotspot?: {x: number; y: number; width: number; height: number}
  /** Known to the newsroom only; it becomes a `privatePhoto`. */
  confidential?: {restrictions?: string; supplierReference?: string}
}

const GETTY = 'The J. Paul Getty Museum'

/** What the museum's seven share. The museum's own files say the address for requests, number and title. */
function getty(
  photo: Omit<PhotoSource, 'creditLine' | 'rights' | 'artwork' | 'creator'> & {
    creator: string
    inventory: string
    title: string
    source?: string
  },
): PhotoSource {
  const {inventory, source, ...facts} = photo
  return {
    ...facts,
    creditLine: `${photo.creator} / ${GETTY}, Open Content Program`,
    copyrightHolder: GETTY,
    copyrightNotice:
      'Digital image courtesy of the Getty’s Open Content Program. No rights reserved (CC0 1.0).',
    supplier: `${GETTY}, Los Angeles`,
    licenseUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
    acquireUrl: 'http://www.getty.edu/legal/image_request/',
    usageTerms: 'Free for any use under CC0 1.0. Credit line requested.',
    digitalSourceType: 'print',
    artwork: {
      title: photo.title,
      creator: photo.creator,
      source: source ?? `${GETTY}, Los Angeles`,
      inventory,
    },
    rights: {category: 'creativeCommons', cost: 'free', clearance: 'cleared'},
  }
}

/** A drawing by an institution: nobody in particular is its creator, and none is invented. */
function graphic(
  {
    validUntil,
    ...photo
  }: Omit<PhotoSource, 'creditLine' | 'rights' | 'creator'> & {
    validUntil?: string
  },
  institution: string,
  category: 'illustration' | 'handout',
): PhotoSource {
  return {
    ...photo,
    creditLine: `© ${institution}`,
    copyrightHolder: institution,
    copyrightNotice: `© 2026 ${institution}`,
    supplier: institution,
    usageTerms: 'Drawn for Copydesk’s demonstration content; MIT licence, like the rest of it.',
    rights: {category, cost: 'free', clearance: 'cleared', ...(validUntil && {validUntil})},
  }
}

const COURIER = 'Harbour Courier Graphics Desk'

/** Drawn and declared as a drawing: the authors are invented, so a photograph would show somebody else. */
const portrait = (name: string, person: string, alt: string): PhotoSource =>
  graphic(
    {
      id: `photo-portrait-${name}`,
      file: `portrait-${name}.jpg`,
      title: `${person}, drawn`,
      caption: `${person}, as drawn by the Graphics Desk.`,
      alt,
      digitalSourceType: 'digitalCreation',
      hotspot: {x: 0.5, y: 0.45, width: 0.8, height: 0.8},
    },
    COURIER,
    'illustration',
  )

export const photos: PhotoSource[] = [
  getty({
    id: 'photo-nagasaki-boats',
    file: 'nagasaki-boats.jpg',
    title: '[Boats in River, Nagasaki]',
    caption: 'Boats in a river at Nagasaki, Japan, about 1865.',
    alt: 'A one-masted wooden ship lies at a stone bank below tiled and thatched houses; in front of it two covered rowing boats, each with a boatman.',
    creator: 'Felice Beato',
    inventory: '2007.26.207.3',
    source: `${GETTY}, Los Angeles, Partial gift from the Wilson Centre for Photography`,
    city: 'Nagasaki',
    country: 'Japan',
    place: 'Nagasaki, Japan',
    hotspot: {x: 0.58, y: 0.55, width: 0.6, height: 0.6},
    confidential: {supplierReference: '2007.26.207.3'},
  }),
  getty({
    id: 'photo-airplane-from-above',
    file: 'airplane-from-above.jpg',
    title: '[Airplane, viewed from above looking down]',
    caption:
      'An aeroplane in flight over fields and roads, viewed from above. Italy, between 1914 and 1929.',
    alt: 'A monoplane with a roundel on each wing, seen from straight above, over a chequerboard of fields and scraps of cloud.',
    creator: 'Fédèle Azari',
    inventory: '84.XA.240.36',
    country: 'Italy',
    place: 'Italy',
    hotspot: {x: 0.55, y: 0.4, width: 0.8, height: 0.7},
  }),
  getty({
    id: 'photo-dust-bowl-home',
    file: 'dust-bowl-home.jpg',
    title: 'Abandoned Dust Bowl Home',
    caption: 'An abandoned house in the Dust Bowl of the United States, about 1935–1940.',
    alt: 'A small wooden house without door or panes stands alone on a bare plain under a sky of white clouds.',
    creator: 'Dorothea Lange',
    inventory: '2000.50.12',
    country: 'United States',
    place: 'United States',
    hotspot: {x: 0.72, y: 0.47, width: 0.5, height: 0.45},
  }),
  getty({
    id: 'photo-french-alpine-landscape',
    file: 'french-alpine-landscape.jpg',
    title: '[Alpine Landscape]',
    caption: 'An Alpine landscape with snow-covered peaks behind dark spruces, 1865–1870.',
    alt: 'A row of dark conifers on a slope; behind a hazy valley rises a range of snow-covered mountains.',
    creator: 'Adolphe Braun',
    inventory: '85.XM.366.11',
    place: 'The Alps',
    hotspot: {x: 0.58, y: 0.45, width: 0.6, height: 0.8},
  }),
  getty({
    id: 'photo-locomotion-house-cat',
    file: 'locomotion-house-cat.jpg',
    title: 'Animal Locomotion',
    caption:
      'A cat walks, turns to a run and leaps, in twenty-four phases. Plate from Animal Locomotion, 1887.',
    alt: 'Twenty-four small photographs in four rows show a striped cat from the side, walking, then running, in front of a grid.',
    creator: 'Eadweard J. Muybridge',
    inventory: '84.XM.628.56',
    dateTaken: '1887',
    hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
  }),
  getty({
    id: 'photo-march-pastoral',
    file: 'march-pastoral.jpg',
    title: 'A March Pastoral. [Suffolk.]',
    caption: 'Ewes and lambs on a bank in Suffolk, England, 1888.',
    alt: 'A lamb drinks from a woolly ewe in the foreground; other sheep and lambs graze and lie on a rough bank behind.',
    creator: 'Peter Henry Emerson',
    inventory: '84.XB.696.2.12',
    country: 'England',
    place: 'Suffolk, England',
    dateTaken: '1888',
    hotspot: {x: 0.55, y: 0.6, width: 0.5, height: 0.7},
  }),
  getty({
    id: 'photo-black-canyon',
    file: 'black-canyon.jpg',
    title: 'Black Cañon, Colorado River, From Camp 8, Looking Above',
    caption: 'The Black Canyon of the Colorado River, looking upstream from Camp 8, 1871.',
    alt: 'A boat with a bare mast and one seated man lies at the stony bank of a smooth river; beyond, dark rock walls close in.',
    creator: "Timothy H. O'Sullivan",
    inventory: '84.XM.484.10',
    country: 'United States',
    place: 'Black Canyon, Colorado River, United States',
    dateTaken: '1871',
    hotspot: {x: 0.35, y: 0.72, width: 0.6, height: 0.5},
  }),
  graphic(
    {
      id: 'photo-east-asia-map',
      file: 'east-asia-map.jpg',
      title: 'Beijing and its eastern neighbours',
      caption:
        'Beijing, Seoul, Tokyo and Taipei, and the Senkaku Islands, which Japan administers and which China and Taiwan claim.',
      alt: 'Map of East Asia. Beijing is marked in the north-east of China; a red circle marks the Senkaku Islands between Taiwan and Okinawa.',
      digitalSourceType: 'dataDrivenMedia',
      hotspot: {x: 0.5, y: 0.5, width: 0.9, height: 0.9},
    },
    COURIER,
    'illustration',
  ),
  graphic(
    {
      id: 'photo-growth-targets-chart',
      file: 'growth-targets-chart.jpg',
      title: 'A target that has come down step by step',
      caption:
        'Growth targets announced in the work reports of China’s premiers. In 2020 none was set; for 2024, what economists expected.',
      alt: 'Chart of China’s announced growth targets: around 7% in 2015, 6.5 to 7 in 2016, around 6.5 in 2017 and 2018, 6 to 6.5 in 2019, none in 2020, above 6 in 2021, around 5.5 in 2022, around 5 in 2023, and around 5 expected for 2024.',
      digitalSourceType: 'dataDrivenMedia',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
    },
    COURIER,
    'illustration',
  ),
  graphic(
    {
      id: 'photo-port-aldon-map',
      file: 'port-aldon-map.jpg',
      title: 'Where the barrier stands',
      caption:
        'The tide barrier separates the inner harbour of Port Aldon from the Sound. The night ferry passes through its gates.',
      alt: 'Map of a harbour between two shores. A red line with four gates crosses the water west of the city of Port Aldon; the Netmakers’ Quarter lies behind it at the mouth of the river Tessel.',
      digitalSourceType: 'digitalCreation',
      hotspot: {x: 0.55, y: 0.5, width: 0.85, height: 0.85},
      confidential: {
        restrictions: 'The authority asks to see the map again if the barrier is moved on it.',
      },
    },
    'Corran Harbour Authority',
    'handout',
  ),
  graphic(
    {
      id: 'photo-night-ferry-chart',
      file: 'night-ferry-chart.jpg',
      title: 'The night crossing is filling again',
      caption:
        'Passengers between Port Aldon and Ostrey after nine in the evening, January to October of each year, in thousands.',
      alt: 'Bar chart: between 412,000 and 440,000 passengers in 2016 to 2020, a fall to 121,000 in 2021 when the last sailing was moved to 9.30 pm, then a rise to 352,000 in 2026.',
      digitalSourceType: 'dataDrivenMedia',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
    },
    'Port Aldon Statistics Office',
    'handout',
  ),
  graphic(
    {
      id: 'photo-ombudsman-chart',
      file: 'ombudsman-chart.jpg',
      title: 'What the city complains about',
      caption:
        'The six most frequent subjects of complaints to the ombudsman of Port Aldon, September 2025 to August 2026.',
      alt: 'Bar chart of complaints: ferry timetable 214, rents and repairs in city flats 187, waiting times at the registry 163, noise from the container quay 118, school places 96, letters that were never answered 71.',
      digitalSourceType: 'dataDrivenMedia',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
      // Something for the review desk's list of rights.
      validUntil: '2026-12-18T17:00:00Z',
      confidential: {
        restrictions:
          'Given for reports on this year’s figures. For later use the office is asked.',
      },
    },
    'Office of the City Ombudsman',
    'handout',
  ),
  graphic(
    {
      id: 'photo-flood-marks',
      file: 'flood-marks.jpg',
      title: 'Four lines on one corner',
      caption:
        'The flood marks on the corner of 14 Ropewalk Lane, with a person of 1.68 metres for comparison. The older houses of the quarter have a second front door above the first.',
      alt: 'Drawing of a brick house corner with two front doors, one above the other. Lines mark the floods of 1938 at 3.6 metres, 1991 at 3.2, 1974 at 3.0 and 1954 at 2.9; that of 1938 is almost as high as the head of the woman who stands beside it.',
      digitalSourceType: 'digitalCreation',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
    },
    COURIER,
    'illustration',
  ),
  graphic(
    {
      id: 'photo-late-key-chart',
      file: 'late-key-chart.jpg',
      title: 'Fifty-two minutes',
      caption:
        'Water levels on both sides of the barrier in the night of 9 February 2019. Until the gates were closed at 3.21 am, the inside followed the outside.',
      alt: 'Line chart. Outside the water rises from 2.05 metres at half past one to 3.2 at twenty to four. Inside it rises to 2.7, ten centimetres below the edge of the quay, and stays there from 3.21 am. The 52 minutes from 2.18 to 3.10 are shaded red.',
      digitalSourceType: 'dataDrivenMedia',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
    },
    COURIER,
    'illustration',
  ),
  graphic(
    {
      id: 'photo-skerry-gauge-chart',
      file: 'skerry-gauge-chart.jpg',
      title: 'Twenty-six centimetres',
      caption:
        'Mean sea level at the Skerry by decade. Tides and storms cancel out in it; the rise remains.',
      alt: 'Line chart: mean sea level rises from 0 in 1898–1907 to 8 centimetres in 1958–67, 13 in 1978–87, 19 in 1998–2007 and 26 in 2018–26.',
      digitalSourceType: 'dataDrivenMedia',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
    },
    COURIER,
    'illustration',
  ),
  graphic(
    {
      id: 'photo-gate-diagram',
      file: 'gate-diagram.jpg',
      title: 'A float that the sea tries to push under',
      caption:
        'How a gate of the tide barrier rises: air drives the water out of the steel box, its free edge floats up and stops the flood.',
      alt: 'Three drawings of a gate from the side. At rest it lies in the bed, full of water. Half full of air it has risen to thirty degrees. Almost full of air it breaks the surface at fifty degrees; on the Sound’s side the water is higher than in the harbour.',
      digitalSourceType: 'digitalCreation',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
    },
    COURIER,
    'illustration',
  ),
  graphic(
    {
      id: 'photo-container-chart',
      file: 'container-chart.jpg',
      title: 'More boxes, fewer ships',
      caption: 'Calls and containers at the container quay of Port Aldon since 2016.',
      alt: 'Two bar charts. Calls of ships fall from 624 in 2016 to 310 in 2026. Containers rise from 96,000 to 128,000.',
      digitalSourceType: 'dataDrivenMedia',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
    },
    COURIER,
    'illustration',
  ),
  graphic(
    {
      id: 'photo-kelp-map',
      file: 'kelp-map.jpg',
      title: 'Eighteen kilometres of rope',
      caption:
        'The kelp farm lies on a bank off Brask Head on which lobster pots have been set for a century and a half.',
      alt: 'Map of a headland. East of it fifteen green lines and two red ones mark the ropes of the kelp farm within a green bank; crosses around them mark lobster pots.',
      digitalSourceType: 'digitalCreation',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
    },
    COURIER,
    'illustration',
  ),
  graphic(
    {
      id: 'photo-thirds-map',
      file: 'thirds-map.jpg',
      title: 'The Sound in thirds',
      caption:
        'The middle third of the Sound west of Brask Head, shown in yellow, is open to boats of both countries.',
      alt: 'Map of the Corran Sound between the Corran Republic in the north and Vestmark in the south-west. West of Brask Head two dashed lines divide the water lengthwise; the middle third is yellow.',
      digitalSourceType: 'digitalCreation',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
    },
    COURIER,
    'illustration',
  ),
  graphic(
    {
      id: 'photo-eleven-reels-chart',
      file: 'eleven-reels-chart.jpg',
      title: 'Forty-one minutes of film',
      caption:
        'The eleven films that the Aldon Film Archive shows in the ropewalk in April, by length.',
      alt: 'Drawing of a film strip cut into eleven parts. Their lengths in minutes are 5½, 4½, 4, 3½, 3½, 3, 3, 2½, 1½, 1 and, in red, 9.',
      digitalSourceType: 'dataDrivenMedia',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
    },
    COURIER,
    'illustration',
  ),
  graphic(
    {
      id: 'photo-window-chart',
      file: 'window-chart.jpg',
      title: 'One window in six',
      caption:
        'Of 640 flats in the Netmakers’ Quarter 107 are offered by the night. Where they are in the picture says nothing about where they are in the quarter.',
      alt: 'A wall of 640 small windows at night. In 107 of them there is light.',
      digitalSourceType: 'dataDrivenMedia',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
    },
    COURIER,
    'illustration',
  ),
  graphic(
    {
      id: 'photo-nine-chairs',
      file: 'nine-chairs.jpg',
      title: 'Who sits on the harbour board',
      caption: 'The harbour board by those who send its members. Ostrey had a chair until 1996.',
      alt: 'Drawing of nine chairs in a row: five blue ones for the Council of Port Aldon, two yellow for the government, two green for shipping. A tenth, for Ostrey, is a dashed outline.',
      digitalSourceType: 'digitalCreation',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
    },
    COURIER,
    'illustration',
  ),
  graphic(
    {
      id: 'photo-tide-waves',
      file: 'tide-waves.jpg',
      title: 'Thirty-seven waves make one tide',
      caption:
        'The tide as the table has it is a sum of waves. On Saturday the wind added ninety centimetres to it.',
      alt: 'Chart. Five waves of different height and length are drawn one below the other. Below them is their sum over two days; on Saturday morning its crest is at 2.5 metres, and a red dashed line rises above it to 3.4.',
      digitalSourceType: 'dataDrivenMedia',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
    },
    COURIER,
    'illustration',
  ),
  graphic(
    {
      id: 'photo-salt-year-cover',
      file: 'salt-year-cover.jpg',
      title: 'Salt Year, the cover',
      caption:
        'Salt Year, a novel by Conrad Aumery, as our Graphics Desk sees it. The book is as fictitious as the flood in it.',
      alt: 'Drawing of a red book with the title Salt Year. On the cover a table with a burning candle floats on blue waves under a pale moon.',
      digitalSourceType: 'digitalCreation',
      hotspot: {x: 0.55, y: 0.48, width: 0.45, height: 0.9},
    },
    COURIER,
    'illustration',
  ),
  graphic(
    {
      id: 'photo-skerry-course',
      file: 'skerry-course.jpg',
      title: 'Eight kilometres and a rock',
      caption: 'The course of the Skerry Race, from the city quay to the Skerry and back.',
      alt: 'Map of the harbour and the Sound. A dashed line leads from the city quay past the tide barrier to the Skerry, a red one from there back.',
      digitalSourceType: 'digitalCreation',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
    },
    COURIER,
    'illustration',
  ),
  graphic(
    {
      id: 'photo-seven-bells',
      file: 'seven-bells.jpg',
      title: 'Seven bells and one error',
      caption:
        'The last exercise of the course: the screen puts the ship four hundred metres too far on. Bell number four is still ahead of her.',
      alt: 'Drawing in the manner of a sea chart, with a channel between two shores and seven numbered bells. A blue ship is left of the red bell number four; a dashed outline of the ship is to the right of it.',
      digitalSourceType: 'digitalCreation',
      hotspot: {x: 0.5, y: 0.5, width: 0.95, height: 0.95},
    },
    COURIER,
    'illustration',
  ),
  portrait(
    'quarrie',
    'Elspeth Quarrie',
    'Drawn portrait of a woman with a grey bob, round glasses, a yellow scarf and a dark green coat.',
  ),
  portrait(
    'prynne',
    'Halvard Prynne',
    'Drawn portrait of an old man with a long white beard, a dark blue pilot’s cap and a pea coat.',
  ),
  portrait(
    'kestle',
    'Dario Kestle',
    'Drawn portrait of a man with dark curls, stubble, a striped shirt and a rust-red jacket.',
  ),
  portrait(
    'tolland',
    'Marguerite Tolland',
    'Drawn portrait of a woman with red hair pinned up, large earrings and a black roll-neck.',
  ),
  portrait(
    'osei-lund',
    'Benedict Osei-Lund',
    'Drawn portrait of a smiling man with short black hair, square glasses, a red tie and a blue jacket.',
  ),
  portrait(
    'achterberg',
    'Sunniva Achterberg',
    'Drawn portrait of a woman with freckles, a fair plait over her shoulder and a blue roll-neck.',
  ),
]
