/**
 * China's Two Sessions, March 2024: the public facts in our own words. Only words that are tied to an
 * `expertQuote` are those of others. They are copied exactly from JAPAN Forward.
 */
import {paragraphs, photo, quote} from '../text.ts'
import {speaker, type Piece, type QuoteSource} from '../piece.ts'

const JAPAN_FORWARD = {
  publication:
    'JAPAN Forward, China Starts its Two Sessions Meetings: Why They Matter, by Duncan Bartlett, March 2024',
}

/** What all quotes of this piece share: they come from one published report and were compared with it. */
const reported: Pick<QuoteSource, 'medium' | 'provenance' | 'reportedBy' | 'verification'> = {
  medium: 'report',
  provenance: JAPAN_FORWARD,
  reportedBy: 'source-japan-forward',
  verification: 'sourceMatched',
}

const green = speaker('source-rory-green', 'Chief China Economist', 'GlobalData TS Lombard')
const wolf = speaker('source-martin-wolf', 'Chief Economic Commentator', 'Financial Times')
const asiaSociety = [
  speaker('source-neil-thomas', undefined, 'Asia Society'),
  speaker('source-jing-qian', undefined, 'Asia Society'),
]

export const twoSessions: Piece = {
  article: {
    id: 'article-two-sessions',
    headline: 'China’s Two Sessions open: why a scripted week matters',
    seoHeadline: 'China’s Two Sessions explained, March 2024',
    slug: 'china-two-sessions-why-they-matter',
    dek: 'In the first week of March 2024 about 3,000 deputies meet in Beijing to approve what has been decided already. What to read in the growth target, the defence budget and the questions that are asked.',
    articleType: 'explainer',
    section: 'section-politics',
    topics: ['topic-politics', 'topic-economy', 'topic-security'],
    bylines: [{author: 'author-ingrid-vassall', role: 'writer'}],
    firstPublishedAt: '2024-03-04T15:30:00Z',
    displayDate: '2024-03-04T15:30:00Z',
    leadPhoto: photo('photo-nagasaki-boats', {
      role: 'showcase',
      caption:
        'Boats in a river at Nagasaki, Japan, about 1865. For more than two centuries the port was Japan’s main opening to Chinese trade. An archive picture: we have no photograph of our own from Beijing.',
    }),
    keyPoints: [
      'The National People’s Congress and its advisory body meet once a year; their votes confirm decisions made elsewhere.',
      'Economists expect the growth target to stay at around 5%.',
      'Defence spending rose by an announced 7.2% in 2023; the true figure is hard to check.',
      'Japan and South Korea are seldom named, yet both read the week closely.',
    ],
    related: ['article-sound-pact', 'article-wool-price'],
    citations: [
      {
        title: 'China Starts its Two Sessions Meetings: Why They Matter',
        publication: 'JAPAN Forward',
        publishedOn: '2024-03',
      },
    ],
    body: paragraphs`
      *From the archive: this explainer describes what was known on 4 March 2024.*
      Once a year the Great Hall of the People fills up and China tells the world what it intends. On 4 March the political season that everyone calls the Two Sessions began in Beijing: the meeting of an advisory conference, and that of the National People’s Congress, whose spokesman, Lou Qinjian, took reporters’ questions on the opening day.
      Little is left to chance and almost nothing to the vote. That is no reason to look away. A target, a percentage or a name that is missing from a list may be the only public trace of an argument that was settled behind closed doors. This year the economy leads the list.
      ## The economy first
      The recovery that was meant to follow the end of the pandemic restrictions has disappointed. Property is in crisis, households hold on to their money, and some of the goods that China sells abroad find fewer buyers. The answer that observers expect from the government is technology.
      How China can develop advanced technology of its own is the theme that outweighs the others this year, according to Rory Green, Chief China Economist at GlobalData TS Lombard. He expects the government to put both its money and its influence behind manufacturers. They, in turn, are to give the country a lead over its international rivals.
      The number that travels fastest is the target for annual growth. The consensus among economists is that it will be left where it was, at around 5%. Even so modest a figure stands at the end of a long descent.
      ${photo('photo-growth-targets-chart', {role: 'supporting'})}
      For others the figure itself is no longer the point. “[The priority that they have given to growth has been reduced. Yes, they should be able to get richer, but it's going to become more difficult](quote-wolf-growth),” says Martin Wolf, Chief Economic Commentator for the *Financial Times*.
      ## Fewer workers, and older
      Like Japan and others in the region, China is growing older while its workforce shrinks. There are two ways to fill the places of those who retire: people can come from abroad, or they can move within the country. Mr Wolf thinks it unlikely that large numbers of foreign immigrants will be let in. China could instead relax the rules on movement within the country, so that more people leave the land for the cities.
      Japan knows the second way well. Its lesson is that such migration can leave the countryside in trouble, above all where a community loses its people of working age. It has proved hard to persuade those who were born there to stay and to bring up children.
      ${photo('photo-dust-bowl-home', {
        caption:
          'An abandoned house on the American plains, photographed by Dorothea Lange about 1935–1940. It stands here for a countryside that its people have left; it is neither in China nor in Japan.',
      })}
      ## The work report
      On Tuesday the premier, Li Qiang, delivers the first work report of his term. It reviews the year behind and sets the tasks for the one ahead, and around 3,000 deputies will then approve it.
      “[Li Qiang is unlikely to deliver any big surprises](quote-asia-society-surprises),” say Neil Thomas and Jing Qian of the Asia Society. They read the mood at the top as patience of a demanding kind: Xi Jinping appears to believe that some pain in the short term may be the price of an economy that is safer and depends less on others. Whether China can reach its long-term goals without structural reform remains, to them, a large open question.
      ## What is spent on defence
      A figure for the armed forces may be announced as well. Analysts think that it will grow in step with the economy. The increase made public in 2023 was 7.2 per cent, but what China really spends is extremely difficult to verify. Weapons are to be modernised, and exercises are planned with the new aircraft carrier, the *Fujian*.
      Tokyo is listening. The government of Fumio Kishida has raised Japan’s own defence budget, partly because of tension with China in the South China Sea and around the Senkaku Islands. In 2023 Chinese government vessels were sighted around them on more days than in any year before, according to data of the Japan Coast Guard.
      ${photo('photo-east-asia-map', {role: 'supporting'})}
      The *Global Times*, a newspaper backed by the Chinese state, notes that the country has not fought a war for decades. It adds that “[only through realistic combat training can its force maintain the capability to safeguard national sovereignty, territorial integrity and to serve as a credible deterrent in preventing wars](quote-global-times-training).”
      ## Who speaks for China abroad
      The week is mostly about affairs at home, but it may bring a change of foreign minister. Wang Yi, who is almost 70, returned to the post in July 2023 after Qin Gang had been abruptly removed. Liu Jianchao, who directs the party’s International Department, is mentioned as a possible successor.
      The foreign minister’s press conference is carefully orchestrated. For that very reason people who have watched China for a long time study which questions are put: they are a fair guide to what the diplomats wish to talk about. At the end President Xi Jinping will close the meeting with a speech. About one subject not much should be expected.
      “[I don't think China will want to say much about the situation in the US during an election year](quote-green-election),” says Rory Green. “[It will probably adopt a wait-and-see approach and avoid antagonism](quote-green-wait).”
      ${quote('quote-green-wait', 'pull')}
      ## The view from Tokyo and Seoul
      Leaders in Beijing seldom mention Japan or South Korea at these meetings. Yet in September 2023 it was agreed among the three countries that their leaders should meet at the earliest opportunity. Since then Seoul has appointed a new foreign minister, Cho Tae-yul. At first there were signs that he would be friendlier towards China than the man before him.
      On a visit to Washington in February he was eager to stress how tightly South Korea and the United States are bound together, over North Korea’s increasingly provocative language and over Russia’s invasion of Ukraine alike. The two countries, he said, have “[always moved in lockstep](quote-cho-lockstep).”
      South Korea is to be the host of the Summit for Democracy from 18 to 20 March. The US secretary of state, Antony Blinken, will attend in person, as will senior representatives of the Japanese government. China has not been invited and takes no part.
      ${{
        _type: 'callToAction',
        text: 'Follow The Harbour Courier for East Asian diplomacy all year round.',
        label: 'Read more from Politics & Security',
        link: {_type: 'reference', _ref: 'section-politics', _weak: true},
      }}
    `,
  },
  quotes: [
    {
      ...reported,
      id: 'quote-wolf-growth',
      kind: 'direct',
      text: "The priority that they have given to growth has been reduced. Yes, they should be able to get richer, but it's going to become more difficult",
      speakers: [wolf],
      attribution: 'Martin Wolf, Chief Economic Commentator for the Financial Times',
    },
    {
      ...reported,
      id: 'quote-asia-society-surprises',
      kind: 'direct',
      text: 'Li Qiang is unlikely to deliver any big surprises',
      speakers: asiaSociety,
      attribution: 'Neil Thomas and Jing Qian of the Asia Society',
    },
    {
      ...reported,
      id: 'quote-global-times-training',
      kind: 'document',
      text: 'only through realistic combat training can its force maintain the capability to safeguard national sovereignty, territorial integrity and to serve as a credible deterrent in preventing wars',
      speakers: [speaker('source-global-times')],
      attribution: 'The Global Times, a state-backed newspaper',
    },
    {
      ...reported,
      id: 'quote-green-election',
      kind: 'direct',
      text: "I don't think China will want to say much about the situation in the US during an election year",
      speakers: [green],
      attribution: 'Rory Green, Chief China Economist at GlobalData TS Lombard',
    },
    {
      ...reported,
      id: 'quote-green-wait',
      kind: 'direct',
      text: 'It will probably adopt a wait-and-see approach and avoid antagonism',
      speakers: [green],
      attribution: 'Rory Green, Chief China Economist at GlobalData TS Lombard',
    },
    {
      ...reported,
      id: 'quote-cho-lockstep',
      kind: 'partial',
      text: 'always moved in lockstep',
      speakers: [speaker('source-cho-tae-yul', 'foreign minister')],
      attribution: 'Cho Tae-yul, foreign minister of South Korea',
      saidOn: '2024-02',
    },
  ],
}
