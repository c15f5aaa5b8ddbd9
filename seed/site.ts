/** The paper as a whole: its sections, topics and settings. The Harbour Courier and its city are invented. */
import {paragraphs} from './text.ts'

export const sections = [
  {
    id: 'section-politics',
    title: 'Politics & Security',
    slug: 'politics',
    hue: 'blue',
    description: 'Governments, treaties and the people who have to live with them.',
  },
  {
    id: 'section-economy',
    title: 'Economy',
    slug: 'economy',
    hue: 'ochre',
    description: 'Work, prices and the harbour that pays for most of it.',
  },
  {
    id: 'section-environment',
    title: 'Environment & Science',
    slug: 'environment',
    hue: 'green',
    description: 'Weather, water and what is known about them.',
  },
  {
    id: 'section-culture',
    title: 'Culture & Society',
    slug: 'culture',
    hue: 'plum',
    description: 'Pictures, films, schools and other ways of paying attention.',
  },
  {
    id: 'section-opinion',
    title: 'Opinion',
    slug: 'opinion',
    hue: 'claret',
    description: 'Columns and arguments, each signed by the person who makes it.',
  },
]

/** Codes of the IPTC Media Topics' first level, which do not change. */
export const topics = [
  {
    id: 'topic-arts',
    title: 'Arts and media',
    slug: 'arts-and-media',
    mediaTopic: 'medtop:01000000',
  },
  {
    id: 'topic-disasters',
    title: 'Disasters and accidents',
    slug: 'disasters',
    mediaTopic: 'medtop:03000000',
  },
  {
    id: 'topic-economy',
    title: 'Economy and business',
    slug: 'economy-and-business',
    mediaTopic: 'medtop:04000000',
  },
  {
    id: 'topic-environment',
    title: 'Environment',
    slug: 'environment',
    mediaTopic: 'medtop:06000000',
  },
  {id: 'topic-labour', title: 'Labour', slug: 'labour', mediaTopic: 'medtop:09000000'},
  {id: 'topic-politics', title: 'Politics', slug: 'politics', mediaTopic: 'medtop:11000000'},
  {
    id: 'topic-science',
    title: 'Science and technology',
    slug: 'science-and-technology',
    mediaTopic: 'medtop:13000000',
  },
  {id: 'topic-society', title: 'Society', slug: 'society', mediaTopic: 'medtop:14000000'},
  {
    id: 'topic-security',
    title: 'Conflict, war and peace',
    slug: 'conflict-war-and-peace',
    mediaTopic: 'medtop:16000000',
  },
  {id: 'topic-weather', title: 'Weather', slug: 'weather', mediaTopic: 'medtop:17000000'},
]

export const LANGUAGE = 'en-GB'

export const siteSettings = {
  _id: 'siteSettings',
  _type: 'siteSettings',
  name: 'The Harbour Courier',
  strapline: 'News from both shores of the Corran Sound',
  language: LANGUAGE,
  timeZone: 'Europe/London',
  policies: {
    _type: 'policies',
    ethics: paragraphs`
      The Harbour Courier is an invented newspaper. If it existed, it would work by these rules.
      - We say where we know things from. Whoever speaks to us is named unless harm would follow, and then we say why not.
      - Words between quotation marks were said. What we shorten or put into our own words stands without them.
      - A picture’s caption says what the picture shows, and its credit stands beside it in every article.
      - We accept no gifts and no journeys. Sponsored pieces are marked above the headline.
      - No text or picture of ours is made by generative software. Where software has altered a picture, the caption says so.
    `,
    corrections: paragraphs`
      We correct mistakes in the article itself, say what was wrong, and leave the note there. Write to [corrections@harbour-courier.example](mailto:corrections@harbour-courier.example).
      A piece is withdrawn only if it cannot be corrected. Its page then says why.
    `,
    ownership: paragraphs`
      The Courier belongs to the Harbour Courier Cooperative, whose 2,140 members are its readers. Nobody may hold more than one share.
      In 2025 subscriptions brought in 71 per cent of our income, advertisements 22, and events the rest.
    `,
  },
  socialLinks: [
    {_type: 'webLink', label: 'Mastodon', url: 'https://social.example/@harbourcourier'},
    {_type: 'webLink', label: 'Newsletter', url: 'https://harbour-courier.example/newsletter'},
  ],
  partners: [
    {_type: 'partner', name: 'Vestmark Evening Post', url: 'https://evening-post.example'},
    {_type: 'partner', name: 'Sound Radio', url: 'https://sound-radio.example'},
  ],
}
