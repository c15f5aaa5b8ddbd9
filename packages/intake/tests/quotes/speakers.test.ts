// Who says the words of a quotation, and what they are.
import {describe, expect, test} from 'vitest'
import {LANGUAGES} from '../../src/languages/languages.ts'
import {quotesIn} from '../../src/quotes/find-quotes.ts'

/** The speakers of the last quotation, with title and affiliation, or the attribution. */
function speakersOf(language: string, texts: readonly string[]) {
  const rules = LANGUAGES.find(({code}) => code === language)
  if (!rules) throw new Error(`no rules for ${language}`)
  const passages = texts.map((text, block) => ({block, text, isHeading: false}))
  const last = quotesIn(passages, null, rules).at(-1)
  const people = last?.speakers.map(({name, title, affiliation}) => [name, title, affiliation])
  return people && people.length > 0 ? people : last?.attribution
}

type Case = [name: string, texts: string[], speakers: (string | null)[][] | string]

const ENGLISH: Case[] = [
  [
    'who answers the questions of an interview, also after somebody else has spoken',
    [
      'Ann Poll mends floors. She has written a book.',
      'How did it begin?',
      '“By accident. I fell through one.”',
      'Ned Holm, an architect, takes nothing back. “It was meant as praise,” he says.',
      'And what is on your own floor?',
      '“Tiles.” She laughs. “It is late.”',
    ],
    [['Ann Poll', null, null]],
  ],
  [
    'whom the sentence has named, and not somebody of the paragraph before',
    [
      'One person was hurt.',
      'Postman Ned Holm was on his way when the sky, he said, “went green”.',
    ],
    [['Ned Holm', 'Postman', null]],
  ],
  [
    'somebody who does two things, one of them not to be named',
    ['“It is late,” said a grocer who holds shares in the firm and declined to be named.'],
    'a grocer',
  ],
  [
    'a register that somebody has published',
    [
      'Ann Poll, a warden, waited. A risk register published with the agenda warns that costs could rise by “a third in a wet winter”.',
    ],
    'A risk register',
  ],
  [
    'the board that has published the report of the sentence before',
    [
      'The door slid open, according to a report published by the Rail Board. The report described the alarm as “silent in every sense”.',
    ],
    [['Rail Board', null, null]],
  ],
  [
    'an operator, who is no firm',
    [
      'The exchange is in a house, and the operator, Agnes Poll, has the only chair in it. “It is late,” she said.',
    ],
    [['Agnes Poll', 'operator', null]],
  ],
  [
    'who has the surname, and not the shop that begins with it',
    [
      'People waited outside Holm Tools. Ned Holm, the owner, let them in.',
      '“It is late,” Mr. Holm said.',
    ],
    [['Ned Holm', 'owner', null]],
  ],
  [
    'a letter carrier behind an age',
    ['Ann Poll, 74, a retired mail carrier, called it “late for all of us”.'],
    [['Ann Poll', 'retired mail carrier', null]],
  ],
  [
    'a reverend, whose short form ends no sentence',
    [
      'Judge Ned Holm found it “late for all of us”.',
      '“It is late,” the Rev. Ann Poll, pastor of Orr Chapel, told reporters.',
    ],
    [['Ann Poll', 'pastor', 'Orr Chapel']],
  ],
  [
    'what somebody is now',
    [
      'Ann Poll, who drove the bus for years and is now a secretary of the Transport Union, said: “It is late.”',
    ],
    [['Ann Poll', 'secretary', 'Transport Union']],
  ],
  [
    'an adjective that is not a job',
    ['“It is early,” said Ned Holm.', 'Ann Poll was milder. “It is late,” she said.'],
    [['Ann Poll', null, null]],
  ],
  [
    'an age, and a clause about something else',
    ['For Ann Poll, 77, the news came in a letter. “It is late,” she said.'],
    [['Ann Poll', null, null]],
  ],
  [
    'a local MP',
    ['Local MP Ann Poll wrote that it was “late for all of us”.'],
    [['Ann Poll', 'MP', null]],
  ],
  [
    'whom somebody quotes',
    ['Ann Poll, a warden, waited. She said the driver had told her: “It is late for us.”'],
    'the driver',
  ],
  [
    'who is asked in the paragraph before',
    [
      '“It is late,” said Ann Poll, a warden.',
      '“Is it not early?” asked Ned Holm, a baker.',
      '“The clock says so.”',
    ],
    [['Ann Poll', 'warden', null]],
  ],
  [
    'who goes on in a paragraph of nothing but words',
    [
      '“It is late,” said Ann Poll, a warden.',
      '“Nobody asked us,” said Ned Holm, a baker.',
      '“We found out from the newspaper.”',
    ],
    [['Ned Holm', 'baker', null]],
  ],
  [
    'who asks something and goes on',
    [
      '“The plan is late,” said Ann Poll, a warden. “Why should we pay for it?” asked Ned Holm, a baker. “It makes no sense.”',
    ],
    [['Ned Holm', 'baker', null]],
  ],
  [
    'the chair of a board, who is not the board',
    ['The chair of the board, Zita Varga, said it was “late for all of us”.'],
    [['Zita Varga', 'chair', null]],
  ],
  [
    'a sister before a name',
    ['The sister, Agnes Poll, said it was “late for all of us”.'],
    [['Agnes Poll', null, null]],
  ],
  [
    'a ruling on somebody',
    [
      'Ann Poll, a warden, has lost. In a ruling on Monday, the judge threw out her claim. The ruling called her claim “late and without merit”.',
    ],
    'The ruling',
  ],
  [
    'a guide, who is no book',
    ['Ned Holm, a tour guide, fell. The guide said: “I am lucky.”'],
    [['Ned Holm', 'tour guide', null]],
  ],
  [
    'two whom others criticise',
    ['Critics say Ann Poll and Ned Holm are too slow. “We are never late,” they said.'],
    [
      ['Ann Poll', null, null],
      ['Ned Holm', null, null],
    ],
  ],
  [
    'a firm with a day behind it',
    ['The board filed a lawsuit against Norbank Monday. Norbank said it was “pleased with it”.'],
    [['Norbank', null, null]],
  ],
  [
    'a clause between commas',
    [
      'Ann Poll, a warden, has asked the guests to leave. They have, she says, become “almost quiet and kind”.',
    ],
    [['Ann Poll', 'warden', null]],
  ],
  [
    'several whom nobody names',
    [
      '“It is early,” said Ned Holm. “It is late,” said Ann Poll.',
      'Analysts at Orr put the cost at 35 million. “The bill is bearable,” they wrote.',
    ],
    'Analysts at Orr',
  ],
  [
    'the writer of a study that the next sentence quotes',
    [
      'In a study published in June, Dr. Ann Poll counted the clocks. The paper calls them “late for all of us”.',
    ],
    [['Ann Poll', null, null]],
  ],
  [
    'a council of two towns',
    ['Vale and Arden Council is cross. Vale and Arden Council said it had “a duty to be on time”.'],
    [['Vale and Arden Council', null, null]],
  ],
  [
    'a firm by its first word',
    [
      'The fault is in a system supplied by Brightline Rostering. Brightline said in a statement that it was “aware of an issue”.',
    ],
    [['Brightline Rostering', null, null]],
  ],
  [
    'a union by its name',
    [
      'The pilots’ union, Cockpit North, is cross. It called the failure “a problem with a screen”.',
    ],
    [['Cockpit North', null, null]],
  ],
  [
    'a mayor whose town is behind the name',
    ['Mayor Ann Poll of Arden promised “to come less late”.'],
    [['Ann Poll', 'Mayor', 'Arden']],
  ],
  [
    'a workshop with a noun in lower case before it',
    ['“It is late,” said Ann Poll, director of the Right Track bike workshop.'],
    [['Ann Poll', 'director', 'Right Track bike workshop']],
  ],
  [
    'one of several with that job',
    ['Ann Poll, one of three crossing keepers at Orr Junction, said it was “late for all of us”.'],
    [['Ann Poll', 'crossing keeper', 'Orr Junction']],
  ],
  [
    'one of the bakers of a town',
    ['Ann Poll, one of the town’s bakers, said it was “late for all of us”.'],
    [['Ann Poll', 'baker', null]],
  ],
  [
    'a police chief is not the police',
    ['Police Chief Mark Orr said it was “late for all of us”.'],
    [['Mark Orr', 'Police Chief', null]],
  ],
  [
    'an agency that is an authority by its name',
    ['The Pell Transit Authority runs buses. “It is late,” the agency said.'],
    [['Pell Transit Authority', null, null]],
  ],
  [
    'two people with a clause between them and the verb',
    ['Ann Poll and Mark Orr, who met at sea, said they were “tired and late again”.'],
    [
      ['Ann Poll', null, null],
      ['Mark Orr', null, null],
    ],
  ],
  [
    'the advice of somebody',
    ['Ann Poll, a vet, was tired. Her advice to owners was “to come less late”.'],
    [['Ann Poll', 'vet', null]],
  ],
  [
    'a club that is called by the last word of its name',
    ['Pell Rovers and Orr Athletic met. “It is late,” said Rovers captain Ann Poll.'],
    [['Ann Poll', 'captain', 'Pell Rovers']],
  ],
  [
    'a lord without a first name',
    ['“It is late,” said Lord Pell, whose family owned the hall.'],
    [['Lord Pell', null, null]],
  ],
  [
    'a surname that may be a place',
    ['Ann Hill, 44, said it was “late for all of us”.'],
    [['Ann Hill', null, null]],
  ],
  [
    'the report of an institution',
    ['The Audit Office’s annual report called the plan “a late and costly failure”.'],
    [['Audit Office', null, null]],
  ],
  [
    'a commission on something',
    ['The Commission on Rural Lines wants buses. The line, it said, “is late for a reason”.'],
    [['Commission on Rural Lines', null, null]],
  ],
  [
    'a union’s local with its number',
    ['“It is late,” said Ann Poll, president of Stagehands Local 88.'],
    [['Ann Poll', 'president', 'Stagehands Local 88']],
  ],
  [
    'a title that has capitals behind a name is nobody',
    [
      'Ann Poll, Senior Fellow at the Pell Institute, counts trains. With Mark Orr she wrote a book.',
      '“It is late,” the two say.',
    ],
    [
      ['Ann Poll', 'Senior Fellow', 'Pell Institute'],
      ['Mark Orr', null, null],
    ],
  ],
  [
    'the police as part of a title',
    ['Boys came, police spokesman Mark Orr said. “It is late,” he said.'],
    [['Mark Orr', 'police spokesman', null]],
  ],
  [
    'who calls it so behind a noun',
    ['Ann Poll lost the vote, a loss she called “late and bitter”.'],
    [['Ann Poll', null, null]],
  ],
  [
    'a nationality is not part of a title',
    ['“It is late,” said the Dutch architect Mark Orr.'],
    [['Mark Orr', 'architect', null]],
  ],
  [
    'what a title is of, if the article has not named it',
    ['“It is late,” said Ann Poll, an author of three novels.'],
    [['Ann Poll', 'author', null]],
  ],
  [
    'for whom a lawyer speaks is not part of the title',
    ['“It is late,” said Ann Poll, a lawyer for the family.'],
    [['Ann Poll', 'lawyer', null]],
  ],
  [
    'a clause between the name and the verb shows a person',
    ['Ann Poll, prosecuting, told the court: “It is late for remorse.”'],
    [['Ann Poll', null, null]],
  ],
  [
    'an association with several words in lower case',
    ['“It is late,” says Ann Poll, who chairs the Pell Hall allotment association.'],
    [['Ann Poll', null, 'Pell Hall allotment association']],
  ],
  [
    'a pronoun is who has a given name of that gender',
    ['Luke Arden sold the mill to Wendy Poll. He left. “It is late,” she said.'],
    [['Wendy Poll', null, null]],
  ],
  [
    'the form of address tells a brother and a sister apart',
    ['Ann Poll, a baker, came with her brother, Mark Poll.', '“It is late,” Ms Poll said.'],
    [['Ann Poll', 'baker', null]],
  ],
  [
    'a firm whose name is one word, by what it has',
    ['Ossett’s shares fell. Ossett said it would close the mill. “It is late,” the company said.'],
    [['Ossett', null, null]],
  ],
  [
    'a firm whose name is one word, behind its kind',
    ['Bus operator Ossett closed. “It is late,” Chief Executive Ann Poll told reporters.'],
    [['Ann Poll', 'Chief Executive', 'Ossett']],
  ],
  [
    'a town is no firm',
    ['In Ossett, a town of weavers, it rained. “It is late,” Chief Executive Ann Poll said.'],
    [['Ann Poll', 'Chief Executive', null]],
  ],
  [
    'a council with all its words',
    ['Ossett borough council met. “It is late,” said Ann Poll, the council’s leader.'],
    [['Ann Poll', 'leader', 'Ossett borough council']],
  ],
  [
    'the first word of a union before “and”',
    ['“It is late,” said Ann Poll, secretary of the Wool and Cotton Workers’ Union.'],
    [['Ann Poll', 'secretary', 'Wool and Cotton Workers’ Union']],
  ],
  [
    'an organisation that a sentence says somebody leads',
    [
      'Ann Poll grows corn and sits on the board of the Arden Farm Alliance. “It is late,” she said.',
    ],
    [['Ann Poll', null, 'Arden Farm Alliance']],
  ],
  [
    'a person without a name is taken up again by the noun',
    [
      'Ann Poll came. One supplier, who asked not to be named, said that it rained.',
      '“It is late,” the supplier said.',
    ],
    'One supplier',
  ],
  [
    'a text of an organisation that no list has is the organisation’s',
    [
      'The Arden Council met. The council’s own reckoning of it describes it as “a long and slow way down”.',
    ],
    [['Arden Council', null, null]],
  ],
  [
    'so many words are somebody’s, though no verb of speech is near',
    ['Ann Poll means to go on – “politely, weekly, and for ever and ever” – until June.'],
    [['Ann Poll', null, null]],
  ],
  [
    'any noun between its article and a name is the title',
    ['Then the baritone Luc Darden bowed. “It is late,” Darden said.'],
    [['Luc Darden', 'baritone', null]],
  ],
  [
    'an office before the name is the title, not what is behind it',
    ['“It is late,” said State Senator Ann Poll, the bill’s sponsor.'],
    [['Ann Poll', 'State Senator', null]],
  ],
  [
    'the place that somebody comes from is no affiliation',
    ['“It is late,” said Ann Poll, a care worker from Upper Arden.'],
    [['Ann Poll', 'care worker', null]],
  ],
  [
    'what a person would do is no title, though a word of it ends as a job',
    ['Ann Poll, who runs the Halder Opera, would sell the chandelier. “It is late,” she said.'],
    [['Ann Poll', null, 'Halder Opera']],
  ],
  [
    'a field of work belongs to the title',
    ['“It is late,” said Ann Poll, a lecturer in transport planning at the University of Arden.'],
    [['Ann Poll', 'lecturer in transport planning', 'University of Arden']],
  ],
  [
    'where somebody works does not',
    ['“It is late,” said Mark Orr, a specialist in a clinic.'],
    [['Mark Orr', 'specialist', null]],
  ],
  [
    'a title behind “who has been”',
    ['Ann Poll, who has been Mayor since May, came. “It is late,” she said.'],
    [['Ann Poll', 'Mayor', null]],
  ],
  [
    'a mayor has no town that is not said',
    ['In Arden it rained. The village of Arden slept. “It is late,” Mayor Ann Poll said.'],
    [['Ann Poll', 'Mayor', null]],
  ],
  [
    'an ordinal before a noun introduces a different person',
    [
      'Ann Poll came first. “It is late,” she said.',
      'The fourth volunteer had come straight home.',
    ],
    [['Ann Poll', null, null]],
  ],
  [
    'something that exists is nobody’s title',
    ['On the landing there is a chair. “It is late,” said Ann Poll.'],
    [['Ann Poll', null, null]],
  ],
  [
    'a title alone is of the firm in question, not of the one that was named last',
    [
      'Bolt & Barrow turned down an offer. Shares in Bolt & Barrow rose, and Bolt & Barrow said so.',
      'The bid came from Arden Capital. “It is late,” Chairman Mark Orr said.',
    ],
    [['Mark Orr', 'Chairman', 'Bolt & Barrow']],
  ],
  [
    'the short name of an organisation before a title is the affiliation',
    ['Halder Instruments closed. “It is late,” said Halder foreman Ann Poll.'],
    [['Ann Poll', 'foreman', 'Halder Instruments']],
  ],
  [
    'the kind of an organisation is not part of its name',
    ['“It is late,” said Ann Poll, organiser of the union Allied Care Together.'],
    [['Ann Poll', 'organiser', 'Allied Care Together']],
  ],
  [
    'the name itself is no title',
    ['Orville is Orville Baker, who farms. “It is late,” he said.'],
    [['Orville Baker', null, null]],
  ],
  [
    'a noun in lower case ends the name of what somebody owns',
    ['“It is late,” said Ann Poll, owner of the Linden cafe.'],
    [['Ann Poll', 'owner', 'Linden cafe']],
  ],
  [
    'an organisation at the beginning of the sentence is that of the title',
    ['At the Merrow Institute for Tides, Senior Fellow Ann Poll counts. “It is late,” she says.'],
    [['Ann Poll', 'Senior Fellow', 'Merrow Institute for Tides']],
  ],
  [
    'the firm before a title with capitals is the affiliation',
    [
      'Sabre Air said sorry. Sabre Air Chief Executive Ann Poll apologized. “It is late,” she said.',
    ],
    [['Ann Poll', 'Chief Executive', 'Sabre Air']],
  ],
  [
    'a firm is called by its first word in short, and is no person with a job',
    [
      'Corrie Bank, the country’s second-largest lender, reported a rise. Shares in Corrie fell.',
      'Chief Executive Ann Poll left. “It is late,” she said.',
    ],
    [['Ann Poll', 'Chief Executive', 'Corrie Bank']],
  ],
  [
    'a person with the surname of a firm stays one',
    ['Ada Bank, a nurse, came. Ms Bank was early. “It is late,” Bank said.'],
    [['Ada Bank', 'nurse', null]],
  ],
  [
    'a title at the beginning of a sentence belongs to the pronoun behind it',
    ['Ann Poll came. A geologist at the Merrow Institute, she counts. “It is late,” she says.'],
    [['Ann Poll', 'geologist', 'Merrow Institute']],
  ],
  [
    'a relative is who was introduced so',
    [
      'Joan Pell, the widow of the cook, came. Mark Orr, a lawyer, led. “He slept,” the widow said.',
    ],
    [['Joan Pell', null, null]],
  ],
  [
    'a conductor belongs to the orchestra, not to the hall',
    [
      'The Halder Symphony Orchestra came to Merton Town Hall. Conductor Ann Poll bowed. “Late,” she said.',
    ],
    [['Ann Poll', 'Conductor', 'Halder Symphony Orchestra']],
  ],
  [
    'a title with capitals is no other person',
    [
      'Ann Lee, a pilot, sold early. So did Rory Green, Chief China Economist at GlobalData TS Lombard.',
      'They called it “a matter of taste.”',
    ],
    [
      ['Ann Lee', 'pilot', null],
      ['Rory Green', 'Chief China Economist', 'GlobalData TS Lombard'],
    ],
  ],
  [
    'a title may stand before the name, behind a verb',
    ['Seoul has appointed a new foreign minister, Cho Tae-yul. He called it “an early start.”'],
    [['Cho Tae-yul', 'foreign minister', null]],
  ],
  [
    '“the two countries” are not two people',
    [
      'Mara Ilves, a pilot, met Jon Ade, a sailor. Ms Ilves left first.',
      'The two countries, she said, have “always moved in lockstep.”',
    ],
    [['Mara Ilves', 'pilot', null]],
  ],
  [
    'a country is no person, whatever it is the host of',
    [
      'Seoul has appointed a new foreign minister, Cho Tae-yul. At first he was silent.',
      'On a visit he was eager. The two countries, he said, have “always moved in lockstep.”',
      'South Korea is to be the host of a summit.',
    ],
    [['Cho Tae-yul', 'foreign minister', null]],
  ],
  [
    'a noun in apposition is a title, whatever the noun',
    ['“It purrs,” said Ona Marsh, a retired kettle whisperer who lives in Tarn.'],
    [['Ona Marsh', 'retired kettle whisperer', null]],
  ],
  [
    'a job in lower case may precede the name',
    ['“It creaks,” said tide-gauge engineer Rob Sallis.'],
    [['Rob Sallis', 'tide-gauge engineer', null]],
  ],
  [
    'a clause may name the organisation',
    ['“It leaks,” said Ida Roe, who teaches boat building at the Selwick School of Craft.'],
    [['Ida Roe', null, 'Selwick School of Craft']],
  ],
  [
    'an acronym before the job is the organisation',
    ['An RSPCA inspector, Pauline Drew, came at noon. “It sleeps,” she said.'],
    [['Pauline Drew', 'inspector', 'RSPCA']],
  ],
  [
    'a copula after a pronoun says what somebody is',
    ['Delphine March has a key. “It rusts,” she said. She is the director of the Amory Society.'],
    [['Delphine March', 'director', 'Amory Society']],
  ],
  [
    'the lead may say what the first person is',
    [
      'A retired harbour pilot has found a chart.',
      'Gwen Ash, 73, was moving house. “It fell,” she said.',
    ],
    [['Gwen Ash', 'retired harbour pilot', null]],
  ],
  [
    'a name may follow “named”',
    ['Her supervisor, a quiet man named Gus Pell, agreed. “She runs,” Mr. Pell said.'],
    [['Gus Pell', 'supervisor', null]],
  ],
  [
    'a surname may be a kind of organisation',
    ['“It was a cookbook,” said Eunice Park, 58, a librarian.'],
    [['Eunice Park', 'librarian', null]],
  ],
  [
    'an official of a named ministry has no name',
    ['A Ministry of Ferries official, who asked not to be named, called it “a puddle.”'],
    'A Ministry of Ferries official',
  ],
  [
    'a letter is of the person who wrote it',
    ['Samir Bose, an engineer, wrote to them. “I owe you tea,” the letter began.'],
    [['Samir Bose', 'engineer', null]],
  ],
  [
    'a question mark before the name does not end the sentence',
    [
      'Curtis Bell, a banker, was there. “Better at what?” Ms. Alder asked. Josephine Alder reads meters.',
    ],
    [['Josephine Alder', null, null]],
  ],
  [
    'a club by its first word, before a title',
    ['Ossett Town won. “It is late,” said Ossett manager Ann Poll.'],
    [['Ann Poll', 'manager', 'Ossett Town']],
  ],
  [
    'a firm by its first word, before a title with capitals',
    ['Ossett Savings Bank will close. “It is late,” said Ossett Chief Executive Ann Poll.'],
    [['Ann Poll', 'Chief Executive', 'Ossett Savings Bank']],
  ],
  [
    'what an orchestra has is somebody’s work, beside a name',
    ['The Arden Sinfonia met. Ann Poll, the orchestra’s first oboe, said: “It is late.”'],
    [['Ann Poll', 'first oboe', 'Arden Sinfonia']],
  ],
  [
    'a ship with a number',
    ['Ann Poll, captain of the Arden No 8, nodded. “It is late,” she said.'],
    [['Ann Poll', 'captain', 'Arden No 8']],
  ],
  [
    'a charity is called so before its name',
    ['“It is late,” said Ann Poll of the charity Hope and Harbour.'],
    [['Ann Poll', null, 'Hope and Harbour']],
  ],
  [
    'a charity is called so behind its name',
    ['“It is late,” said Ann Poll, of Bread and Roses, a housing charity.'],
    [['Ann Poll', null, 'Bread and Roses']],
  ],
  [
    'what somebody works as is the title',
    ['Ann Poll works as a piano tuner. “It is late,” she said.'],
    [['Ann Poll', 'piano tuner', null]],
  ],
  [
    'what somebody retired as is the title',
    ['Ann Poll retired as a bus inspector in 2010. “It is late,” she said.'],
    [['Ann Poll', 'bus inspector', null]],
  ],
  [
    '“at the time” is not part of a title',
    ['“It is late,” said Mark Orr, who was science minister at the time.'],
    [['Mark Orr', 'science minister', null]],
  ],
  [
    'a committee whose name has no capitals',
    ['“It is late,” said Ann Poll, who chairs the justice select committee.'],
    [['Ann Poll', null, 'justice select committee']],
  ],
  [
    'a school that has the name of a saint',
    ['“It is late,” said Ann Poll, head teacher of St Arden’s Primary.'],
    [['Ann Poll', 'head teacher', 'St Arden’s Primary']],
  ],
  [
    'an adviser to a council',
    ['“It is late,” said Ann Poll, a night-time adviser to Arden city council.'],
    [['Ann Poll', 'night-time adviser', 'Arden city council']],
  ],
  [
    'the office behind a councillor’s name',
    ['Arden council met. Cllr Ann Poll, cabinet member for leisure, said: “It is late.”'],
    [['Ann Poll', 'cabinet member for leisure', 'Arden council']],
  ],
  [
    'what somebody is besides is not part of the title',
    ['“It is late,” said Ann Poll, a biologist and the author of a guide.'],
    [['Ann Poll', 'biologist', null]],
  ],
  [
    'the age within an apposition',
    ['Ann Poll, a 66-year-old retired nurse, said: “It is late.”'],
    [['Ann Poll', 'retired nurse', null]],
  ],
  [
    'a firm is not its place',
    ['Arden Logistics will close. “It is late,” the Ossett-based company said.'],
    [['Arden Logistics', null, null]],
  ],
  [
    'a mother of two is called by her name',
    ['Mother-of-two Ann Poll said: “It is late.”'],
    [['Ann Poll', null, null]],
  ],
  [
    'a statement of the organisation that the sentence before named',
    ['Arden council has apologised. The statement said: “It is late.”'],
    [['Arden council', null, null]],
  ],
  [
    'a report by an organisation, between commas',
    ['The report, by the Arden Institute, calls it “a slow way down”.'],
    [['Arden Institute', null, null]],
  ],
  [
    'a surname is not of the child who is called by the given name',
    ['Ann Poll came in 1990. Her son, Mark, left. “It is late,” Poll says.'],
    [['Ann Poll', null, null]],
  ],
  [
    'the name right before the verb is the subject',
    ['Asked if she would go, Ann Poll said: “It is late.”'],
    [['Ann Poll', null, null]],
  ],
  [
    'two names before one verb',
    ['In a joint statement, Ann Poll and Mark Orr said it was “late”.'],
    [
      ['Ann Poll', null, null],
      ['Mark Orr', null, null],
    ],
  ],
  [
    'several people by what they are',
    ['The judges said the ban was “plainly wrong”.'],
    'The judges',
  ],
  [
    'the wife is called by her whole name later',
    [
      'Jan Roth, a farmer, and his wife, Carol, left. Carol Roth recalled it well. “He cried,” she said.',
    ],
    [['Carol Roth', null, null]],
  ],
  [
    'the captain of a team with any name',
    ['“It was chaos,” said Ann Poll, the Arden Women captain.'],
    [['Ann Poll', 'captain', 'Arden Women']],
  ],
  [
    'a captain of a nation has no team',
    ['“It was chaos,” said Ann Poll, the Italian striker.'],
    [['Ann Poll', 'striker', null]],
  ],
  [
    'the former mayor of a town at the beginning',
    ['Former Arden mayor Ann Poll said the plan was “a disgrace”.'],
    [['Ann Poll', 'Former mayor', 'Arden']],
  ],
  [
    'a kind of group before its name',
    ['Jan Roth, of campaign group Clean Harbours, said the spill was “entirely avoidable”.'],
    [['Jan Roth', null, 'Clean Harbours']],
  ],
  [
    'a pair of titles at the beginning',
    ['Novelist and critic Ann Poll described it as “a book with no doors”.'],
    [['Ann Poll', 'Novelist and critic', null]],
  ],
  [
    'what somebody is as the sentence begins',
    ['As head of the Arden Society, Ann Poll has heard it all. “People are scared,” she said.'],
    [['Ann Poll', 'head', 'Arden Society']],
  ],
  [
    'who did what was done',
    ['The claim was rejected by the medical director, Ann Poll, as “entirely fanciful.”'],
    [['Ann Poll', 'medical director', null]],
  ],
  [
    'where somebody works without a name is not part of the title',
    ['Ann Poll, a trainee at the yard, put it bluntly: “It is rubbish.”'],
    [['Ann Poll', 'trainee', null]],
  ],
  [
    'who reports it between two commas is not who is spoken of',
    [
      'Simon Lawley, a barber, laughed. He came down and, Ann Poll reports, had wet knees. “It is hard,” he said.',
    ],
    [['Simon Lawley', 'barber', null]],
  ],
  [
    'a title behind a preposition',
    ['For the town’s only doctor, Ann Poll, the choice was simple. “You stay,” she said.'],
    [['Ann Poll', 'doctor', null]],
  ],
  [
    'a teacher there is of the school that was named',
    ['Arden Valley School met. Ann Poll, a physics teacher there, said: “It is late.”'],
    [['Ann Poll', 'physics teacher', 'Arden Valley School']],
  ],
  [
    'who teaches there is of the school that was named',
    ['Arden Valley School met. Ann Poll, who teaches physics there, said: “It is late.”'],
    [['Ann Poll', null, 'Arden Valley School']],
  ],
  [
    'a job of two words, the second of which is none',
    ['A lollipop man has been told to stop.', 'Mark Poll stood there.', '“It is late,” he said.'],
    [['Mark Poll', 'lollipop man', null]],
  ],
  [
    'a school that is called a primary',
    ['Arden Primary has a bell. Head teacher Ann Poll came. “It is late,” she said.'],
    [['Ann Poll', 'Head teacher', 'Arden Primary']],
  ],
  [
    'a firm that has the name of its owner',
    ['Orrbury’s, in Arden, was fined. Its owner, Ann Orrbury, said it was “late”.'],
    [['Ann Orrbury', 'owner', 'Orrbury’s']],
  ],
  [
    'a club of women by its first word',
    ['Arden Town Women lost. “It is late,” said Arden’s captain, Ann Poll.'],
    [['Ann Poll', 'captain', 'Arden Town Women']],
  ],
  [
    'a lane is no organisation',
    ['Arden Town lost at Priory Lane. “It is late,” said Ann Poll, the club’s secretary.'],
    [['Ann Poll', 'secretary', 'Arden Town']],
  ],
  [
    'the first word of a sentence is not part of a firm with “&”',
    ['Then Bolt & Daughters closed. Its chief executive, Ann Poll, said: “It is late.”'],
    [['Ann Poll', 'chief executive', 'Bolt & Daughters']],
  ],
  [
    'a day before a name',
    ['On Tuesday Dr Ann Poll, a heart surgeon, came. “It is late,” she said.'],
    [['Ann Poll', 'heart surgeon', null]],
  ],
  [
    'a firm named with its article by its first word',
    ['The Arden Opera closed. “It is late,” said the Arden’s general director, Ann Poll.'],
    [['Ann Poll', 'general director', 'Arden Opera']],
  ],
  [
    'the friends of a park are an organisation',
    ['“It is late,” said Ann Poll, president of the Friends of Arden Field.'],
    [['Ann Poll', 'president', 'Friends of Arden Field']],
  ],
  [
    'two titles, the second with capitals',
    ['“It is late,” founder and Chief Executive Ann Poll told reporters.'],
    [['Ann Poll', 'founder and Chief Executive', null]],
  ],
  [
    'a minister of a country that owns the office',
    [
      'Arden’s Minister of Water, Ann Poll, said: “It is late.” Its Foreign Minister, Mark Orr, left.',
    ],
    [['Ann Poll', 'Minister of Water', 'Arden']],
  ],
  [
    'both verbs of a sentence have one subject',
    ['Mark Orr thinks that a court would agree, but adds that it would be “late and useless”.'],
    [['Mark Orr', null, null]],
  ],
  [
    'the pronoun right before the verb is the subject',
    [
      'Mark Orr wrote a report. The beds where they spawn had become, he wrote, “very late indeed”.',
    ],
    [['Mark Orr', null, null]],
  ],
  [
    'somebody without a name is the subject behind “but”',
    [
      'Ann Poll came. But a former member of the board, who asked not to be named, left. “It is late,” she said.',
    ],
    'a former member of the board',
  ],
  [
    'a group that is called so before its name',
    [
      'Ann Poll left, and a patients’ group, Arden Voices, called the action “late and badly aimed”.',
    ],
    [['Arden Voices', null, null]],
  ],
  [
    'a noun that may be a firm is who was named just before',
    ['“It is late,” said Mark Orr, who boils brine. The salt maker had come by noon.'],
    [['Mark Orr', 'salt maker', null]],
  ],
  [
    'where a post was taken',
    ['Ann Poll joined Arden Logistics as finance director in May. “It is late,” she said.'],
    [['Ann Poll', 'finance director', 'Arden Logistics']],
  ],
  [
    'the title before the verb, and the name behind it',
    ['The museum’s director is Ann Poll. “It is late,” she said.'],
    [['Ann Poll', 'director', null]],
  ],
  [
    'the author of a study has a better title behind the name',
    ['The study’s author, Ann Poll, a geologist at the Arden Institute, said: “It is late.”'],
    [['Ann Poll', 'geologist', 'Arden Institute']],
  ],
  [
    'a kind of two words before a name',
    ['“It is late,” said Ann Poll, from the campaign group Save Our Sands.'],
    [['Ann Poll', null, 'Save Our Sands']],
  ],
  [
    'a district attorney is of the county',
    ['“It is late,” said the Arden County district attorney, Ann Poll.'],
    [['Ann Poll', 'district attorney', 'Arden County']],
  ],
  [
    'a judge of the U.S.',
    ['“It is late,” said U.S. District Judge Ann Poll.'],
    [['Ann Poll', 'U.S. District Judge', null]],
  ],
  [
    'the lawyer speaks, and not whose lawyer it is',
    ['Mark Orr nodded. “It is late,” said Orr’s lawyer, Ann Poll.'],
    [['Ann Poll', 'lawyer', null]],
  ],
  [
    'a man’s job whose second word is none, behind the name',
    ['Arden FC lost. “It is late,” said Mark Poll, its kit man.'],
    [['Mark Poll', 'kit man', 'Arden FC']],
  ],
  [
    'a given name that begins as a rank does',
    ['Colm Arden had been the college’s archivist for six weeks. “It is late,” he said.'],
    [['Colm Arden', 'archivist', null]],
  ],
  [
    'a landlady is no lady',
    ['The Arden Arms pub will shut. “It is late,” said landlady Ann Poll.'],
    [['Ann Poll', 'landlady', null]],
  ],
  [
    'a noun with its article is who the sentence before ends with',
    ['That did not please Rasheed Poll. The crane driver came. “It is late,” he said.'],
    [['Rasheed Poll', 'crane driver', null]],
  ],
  [
    'a firm that ends in an adjective, though it is called a consultant',
    [
      'Arden Environmental, a consultant hired by the city, noted “pellets and much else” in a report.',
    ],
    [['Arden Environmental', null, null]],
  ],
  [
    'a family in the plural',
    ['Mark Dunn and his wife, Ann, wrote in protest. “It is late,” the Dunns said.'],
    [
      ['Mark Dunn', null, null],
      ['Ann Dunn', null, null],
    ],
  ],
  [
    'one of several people, with a given name',
    ['One of the pupils, nine-year-old Maisie, said: “It is late.”'],
    [['Maisie', null, null]],
  ],
  [
    'a phrase behind the words is not who says them',
    [
      'Mark Orr spoke of “historic usage and custom”, a phrase that his office declined to explain.',
    ],
    [['Mark Orr', null, null]],
  ],
  [
    'a foreign minister is of a country',
    ['Mark Orr, foreign minister of Arden, spoke of “historic usage and custom”.'],
    [['Mark Orr', 'foreign minister', 'Arden']],
  ],
  [
    'the place where a doctor works is no affiliation',
    ['“It is late,” said Ann Poll, a GP in Arden.'],
    [['Ann Poll', 'GP', null]],
  ],
  [
    'a farmer near a town is a farmer',
    ['“It is late,” said Ann Poll, a farmer near Arden.'],
    [['Ann Poll', 'farmer', null]],
  ],
  [
    'two jobs before a name',
    ['“It is late,” said farmer and councillor Ann Poll.'],
    [['Ann Poll', 'farmer and councillor', null]],
  ],
  [
    '“former” before the town of a mayor',
    ['“It is late,” said former Arden mayor Ann Poll.'],
    [['Ann Poll', 'former mayor', 'Arden']],
  ],
  [
    'where somebody is studying',
    ['“It is late,” said Ann Poll, who is studying law at Arden University.'],
    [['Ann Poll', null, 'Arden University']],
  ],
  [
    'a town behind “from” is no affiliation',
    ['“It is late,” said Ann Poll, from Arden.'],
    [['Ann Poll', null, null]],
  ],
  [
    'several people without an article',
    ['Ministers have called it “a slow way down”.'],
    'Ministers',
  ],
  [
    'an opera is a company, a firm that was named later is not meant',
    [
      'The Arden Opera closed. Ann Poll, the company’s prompter, left. “It is late,” she said.',
      'A start-up called Cuelake made a screen.',
    ],
    [['Ann Poll', 'prompter', 'Arden Opera']],
  ],
  [
    'a charity with “and” in its name, behind its kind',
    [
      'A study by the charity Shelter and Work came out.',
      'Ann Poll, the charity’s policy director, left. “It is late,” she said.',
    ],
    [['Ann Poll', 'policy director', 'Shelter and Work']],
  ],
  [
    'a festival with “and” in its name, behind its year',
    ['He plays at this year’s Wool and Flax festival. Its founder, Ann Poll, said: “It is late.”'],
    [['Ann Poll', 'founder', 'Wool and Flax festival']],
  ],
  [
    'who was appointed as an organisation’s adviser',
    [
      'Ann Poll, who was appointed last year as Arden city council’s night-time adviser, said: “It is late.”',
    ],
    [['Ann Poll', 'night-time adviser', 'Arden city council']],
  ],
  [
    'the place with which a long sentence begins',
    [
      'At the Arden Marina, where boats lay on Friday, owner Mark Orr had a crane. “It is late,” he said.',
    ],
    [['Mark Orr', 'owner', 'Arden Marina']],
  ],
  [
    'a given name that is a title as well',
    ['It came from Dean Orr, the shopping centre’s manager, who left. “It is late,” he said.'],
    [['Dean Orr', 'manager', null]],
  ],
  [
    'a noun that begins a sentence is no organisation',
    [
      'Arden Town won. Prize money will pay for it, said chairwoman Ann Poll. “It is late,” she said.',
    ],
    [['Ann Poll', 'chairwoman', 'Arden Town']],
  ],
  [
    'only what is last before the apostrophe has the title',
    [
      'The Arden League met. It is the project of the league’s director, Ann Poll. “It is late,” she said.',
    ],
    [['Ann Poll', 'director', 'Arden League']],
  ],
  [
    'a nightclub whose name is one word',
    ['The nightclub Vault will close. Ann Poll, its co-owner, said: “It is late.”'],
    [['Ann Poll', 'co-owner', 'Vault']],
  ],
  [
    'an airport before a title',
    ['Arden Airport will shut. “It is late,” airport spokeswoman Ann Poll said.'],
    [['Ann Poll', 'spokeswoman', 'Arden Airport']],
  ],
  [
    'somebody of an organisation before the name',
    ['“It is late,” said the Arden Institute’s Ann Poll.'],
    [['Ann Poll', null, 'Arden Institute']],
  ],
  [
    'what somebody heads there',
    ['“It is late,” said Ann Poll, who heads research at Arden Securities.'],
    [['Ann Poll', null, 'Arden Securities']],
  ],
  [
    'the town of a firm is not part of a title',
    ['“It is late,” said Ann Poll, a London-based analyst at Arden Securities.'],
    [['Ann Poll', 'analyst', 'Arden Securities']],
  ],
  ['a noun where nobody is named', ['The nurse, who is 34, said: “It is late.”'], 'The nurse'],
]

const GERMAN: Case[] = [
  [
    'somebody without a party',
    ['Eva Roth (parteilos), Landrätin des Kreises Arnau, wartet. „Es ist spät“, sagt sie.'],
    [['Eva Roth', 'Landrätin', 'Kreis Arnau']],
  ],
  [
    'the noun before two forms of address',
    [
      'Die Geologin Prof. Dr. Eva Roth hat es gesehen. Es sei „viel zu spät für uns“, sagte die Wissenschaftlerin.',
    ],
    [['Eva Roth', 'Geologin', null]],
  ],
  [
    'the firm of the person who spoke before',
    [
      '„Es ist spät“, sagte Eva Roth, Betriebsrätin bei Holt Papier. Das Unternehmen teilte mit, man sei „nicht zu spät gekommen“.',
    ],
    [['Holt Papier', null, null]],
  ],
  [
    'a mayor who spoke to an agency is not of it',
    ['„Es ist spät“, sagte Bürgermeisterin Anna Poll der Agentur.'],
    [['Anna Poll', 'Bürgermeisterin', null]],
  ],
  [
    'an initiative that is called by a short sentence',
    ['„Es ist spät“, sagt Jan Roth von der Initiative Brücke bleibt.'],
    [['Jan Roth', null, 'Initiative Brücke bleibt']],
  ],
  [
    'a club that is called by what it is for',
    ['„Es ist spät“, sagt Jan Roth, Sprecher vom Verein Saatgut für alle.'],
    [['Jan Roth', 'Sprecher', 'Verein Saatgut für alle']],
  ],
  [
    'who is named first in a paragraph that is set in a hospital',
    ['Im Klinikum Wessel ist es voll. „Es ist spät“, sagt Eva Roth, Pflegerin.'],
    [['Eva Roth', 'Pflegerin', 'Klinikum Wessel']],
  ],
  [
    'an organisation whose name is in quotation marks',
    [
      'Jan Roth, Vorsitzender des Vereins »Leises Tal«, zählt. »Es ist spät für uns alle«, sagt er.',
    ],
    [['Jan Roth', 'Vorsitzender', 'Verein Leises Tal']],
  ],
  [
    'the same as the subject of the sentence before',
    ['Der Zoo „Arche Orbal“ zählt. Direktorin Eva Roth wartet. „Es ist spät für uns“, sagt sie.'],
    [['Eva Roth', 'Direktorin', 'Zoo Arche Orbal']],
  ],
  [
    'a works councillor is no organisation',
    ['„Es ist spät“, sagt Betriebsrat Jan Roth.'],
    [['Jan Roth', 'Betriebsrat', null]],
  ],
  [
    'the genitive of an alliance',
    ['„Es ist spät“, sagt Eva Roth, Sprecherin des Bündnisses Mehr Platz.'],
    [['Eva Roth', 'Sprecherin', 'Bündnis Mehr Platz']],
  ],
  [
    'a noun behind the surname',
    ['Seit 40 Jahren näht Eva Roth Segel. „Es ist spät“, sagt sie.'],
    [['Eva Roth', null, null]],
  ],
  [
    'a source behind “wie”',
    ['Wie die Polizei Wessel mitteilte, war das Auto „stark beschädigt“.'],
    [['Polizei Wessel', null, null]],
  ],
  [
    'a source behind “nach Ansicht”',
    ['Nach Ansicht des Steuerzahlerbunds ist das „nicht hinnehmbar“.'],
    [['Steuerzahlerbund', null, null]],
  ],
  [
    'a lawyer who is not named',
    ['Jan Roth schwieg. „Es ist spät“, sagte sein Anwalt.'],
    'sein Anwalt',
  ],
  [
    'to whom a witness said it',
    ['„Es knallte“, sagte ein Augenzeuge der Zeitung.'],
    'ein Augenzeuge',
  ],
  [
    'a neighbour without a name is the woman',
    ['Eine Nachbarin sah es. „Es brannte“, sagte die Frau.'],
    'Eine Nachbarin',
  ],
  [
    'a verb of many with “sie”',
    ['Jan Roth und Eva Kamp kamen. „Es ist spät“, sagten sie.'],
    [
      ['Jan Roth', null, null],
      ['Eva Kamp', null, null],
    ],
  ],
  [
    'a firm before the hyphen of a title',
    ['Die Lumo GmbH baut. „Es ist spät“, sagte Lumo-Sprecherin Eva Roth.'],
    [['Eva Roth', 'Sprecherin', 'Lumo GmbH']],
  ],
  [
    'how long somebody has been a mayor',
    ['Jan Roth ist seit 2019 Bürgermeister von Wessel. „Es ist spät“, sagt er.'],
    [['Jan Roth', 'Bürgermeister', 'Wessel']],
  ],
  [
    'a title behind “von Beruf”',
    ['„Es ist spät“, sagte Jan Roth, von Beruf Dachdecker.'],
    [['Jan Roth', 'Dachdecker', null]],
  ],
  [
    'a title in a clause with “als”',
    ['„Es ist spät“, sagte Jan Roth, der als Dachdecker arbeitet.'],
    [['Jan Roth', 'Dachdecker', null]],
  ],
  [
    'a title behind “als” at the beginning',
    ['Als Dachdecker kennt Jan Roth die Höhe. „Es ist spät“, sagt er.'],
    [['Jan Roth', 'Dachdecker', null]],
  ],
  [
    'a title before “heißt”',
    ['Der Dachdecker heißt Jan Roth. „Es ist spät“, sagt er.'],
    [['Jan Roth', 'Dachdecker', null]],
  ],
  [
    'the town of an adjective before “mayor”',
    ['Wessel spart. „Es ist spät“, klagt der Wesseler Bürgermeister Jan Roth.'],
    [['Jan Roth', 'Bürgermeister', 'Wessel']],
  ],
  [
    'where somebody works in the second half of a clause',
    [
      'Die Geologin Eva Roth, die damals die Bohrung leitete und heute an der Hochschule Wessel lehrt, lacht. „Es ist spät“, sagt sie.',
    ],
    [['Eva Roth', 'Geologin', 'Hochschule Wessel']],
  ],
  [
    'where somebody works behind “gibt zu bedenken”',
    [
      '„Es ist spät“, gibt die Ökonomin Eva Roth zu bedenken, die an der Universität Wessel forscht.',
    ],
    [['Eva Roth', 'Ökonomin', 'Universität Wessel']],
  ],
  [
    'a colleague has no title by that',
    ['Jan Roth traf seine Kollegin Eva Kamp. „Es ist spät“, sagte Kamp.'],
    [['Eva Kamp', null, null]],
  ],
  [
    'a participle is no title',
    ['Trainer Jan Roth war bedient. „Es ist spät“, sagte er.'],
    [['Jan Roth', 'Trainer', null]],
  ],
  [
    'a firm behind its kind',
    ['Das Unternehmen Lumo baut Drohnen. „Es ist spät“, sagt Gründerin Eva Roth.'],
    [['Eva Roth', 'Gründerin', 'Lumo']],
  ],
  [
    'a firm behind “von” and the name',
    ['„Es ist spät“, sagte Eva Roth von Lumo.'],
    [['Eva Roth', null, 'Lumo']],
  ],
  [
    'two nouns for one job',
    ['„Es ist spät“, sagte der Dachdecker und Hobbyimker Jan Roth.'],
    [['Jan Roth', 'Dachdecker und Hobbyimker', null]],
  ],
  [
    'a number is before no name',
    ['Dafür gab es zwei Wochen Arrest. Eva Roth lachte. „Es ist spät“, sagte sie.'],
    [['Eva Roth', null, null]],
  ],
  [
    'the genitive of a name that no list has',
    ['„Es ist spät“, sagte Jan Roth, Rennleiter des Wessel-Marathons.'],
    [['Jan Roth', 'Rennleiter', 'Wessel-Marathon']],
  ],
  [
    'the genitive of a district',
    ['„Es ist spät“, sagte Jan Roth, Landrat des Kreises Wessel-Land, am Dienstag.'],
    [['Jan Roth', 'Landrat', 'Kreis Wessel-Land']],
  ],
  [
    'adjectives of a name in the nominative',
    ['„Es ist spät“, sagte Jan Roth vom Deutschen Roten Kreuz.'],
    [['Jan Roth', null, 'Deutsches Rotes Kreuz']],
  ],
  [
    'an adjective before a noun that is a whole word of the list',
    ['„Es ist spät“, sagte Jan Roth vom Geologischen Dienst Marlen.'],
    [['Jan Roth', null, 'Geologischer Dienst Marlen']],
  ],
  [
    'what a firm is, before its name',
    ['„Es ist spät“, sagte Eva Roth, Vorstandschefin des Branchenprimus Kornau AG.'],
    [['Eva Roth', 'Vorstandschefin', 'Kornau AG']],
  ],
  [
    'a chamber with two nouns',
    ['„Es ist spät“, sagte Eva Roth, Leiterin der Industrie- und Handelskammer Wessel.'],
    [['Eva Roth', 'Leiterin', 'Industrie- und Handelskammer Wessel']],
  ],
  [
    'two organisations with an article before the second',
    [
      'Das planen die Universitätsklinik Wessel und der Hersteller Velor. „Ja“, teilte die Klinik mit.',
    ],
    [['Universitätsklinik Wessel', null, null]],
  ],
  [
    'the strong ending of an adjective before a title',
    ['Der frühere Kämmerer Jan Roth kam. „Es ist spät“, sagte Roth.'],
    [['Jan Roth', 'früherer Kämmerer', null]],
  ],
  [
    'a title that is an adjective',
    ['„Es ist spät“, sagte der Vorsitzende des Bauernverbands Wessel, Jan Roth.'],
    [['Jan Roth', 'Vorsitzender', 'Bauernverband Wessel']],
  ],
  [
    'a town before a title',
    ['„Es ist spät“, sagt der Wesseler Historiker Jan Roth.'],
    [['Jan Roth', 'Historiker', null]],
  ],
  [
    'the time before a title',
    ['Das schilderte am Nachmittag Chemikerin Eva Roth. „Es ist spät“, sagte Roth.'],
    [['Eva Roth', 'Chemikerin', null]],
  ],
  [
    'a goalkeeper is of the club of the article, not of its opponent',
    [
      'Die Handballerinnen der HSG Marlen gewannen. Sie schlugen den HC Wessel.',
      '„Es ist spät“, sagte Torhüterin Eva Roth.',
    ],
    [['Eva Roth', 'Torhüterin', 'HSG Marlen']],
  ],
  [
    'the short form of a club',
    ['Die HSG Marlen zieht sich zurück. „Es ist spät“, sagt Eva Roth, Vorsitzende der HSG.'],
    [['Eva Roth', 'Vorsitzende', 'HSG Marlen']],
  ],
  [
    'two with their titles',
    ['„Es ist spät“, erklärten Bürgermeisterin Eva Roth und Kämmerer Jan Kamp.'],
    [
      ['Eva Roth', 'Bürgermeisterin', null],
      ['Jan Kamp', 'Kämmerer', null],
    ],
  ],
  [
    'a source before “zufolge”',
    ['Jan Roth zufolge ist das „nur eine Frage der Zeit“.'],
    [['Jan Roth', null, null]],
  ],
  [
    'what is said in the text of an organisation',
    ['„Die Lage ist ernst“, heißt es in einem Bericht des Landesrechnungshofs.'],
    [['Landesrechnungshof', null, null]],
  ],
  [
    'a text of the organisation that acted before',
    [
      'Das Kultusministerium war kühl. Das seien „wertvolle Hinweise“, hieß es in einer Stellungnahme.',
    ],
    [['Kultusministerium', null, null]],
  ],
  [
    'what is in a text without an owner',
    [
      'Das sagte Richterin Eva Roth. In der Anklageschrift ist von „einem Geschäft aus Zucker“ die Rede.',
    ],
    'der Anklageschrift',
  ],
  [
    'his text is of the person who was named last',
    ['Jan Roth hat es erprobt. Sein Urteil ist gemischt: Die Kruste sei „ein bisschen matt“.'],
    [['Jan Roth', null, null]],
  ],
  [
    'the place that somebody comes from',
    ['Jan Roth wartet. „Es ist spät“, sagt der Bäckermeister aus Wessel.'],
    [['Jan Roth', 'Bäckermeister', null]],
  ],
  [
    'somebody from a town has no title',
    ['Jan Roth wohnt in Wessel. „Es ist spät“, sagt der Wesseler.'],
    [['Jan Roth', null, null]],
  ],
  [
    'a man’s noun behind “die” is of many',
    ['Jan Roth kam. Im Saal sitzen die Imker am Tisch. „Es ist spät“, sagt er.'],
    [['Jan Roth', null, null]],
  ],
  [
    'an object is not who answers',
    ['Eva Roth kam. Als jemand rief, man brauche einen Anker, antwortete sie: „Es ist spät.“'],
    [['Eva Roth', null, null]],
  ],
  [
    'a role at the end of a clause, with its organisation',
    ['„Es ist spät“, sagte Eva Roth, die seit vier Jahren Leiterin der Wessel-Talsperre ist.'],
    [['Eva Roth', 'Leiterin', 'Wessel-Talsperre']],
  ],
  [
    'a title behind the end of the verb',
    ['„Es ist spät“, räumte Eva Roth ein, die Präsidentin der Wasserbehörde Wessel.'],
    [['Eva Roth', 'Präsidentin', 'Wasserbehörde Wessel']],
  ],
  [
    'a spokeswoman who is named in the next sentence',
    [
      'Sie stehen bei der Bürgerinitiative Freies Feld. Deren Sprecherin wohnt nebenan. Eva Roth winkt. „Ja“, sagt sie.',
    ],
    [['Eva Roth', 'Sprecherin', 'Bürgerinitiative Freies Feld']],
  ],
  [
    'a firm that only its managing director shows',
    [
      'Jan Roth klagt. Der Geschäftsführer von Kampgraf Backwaren, der 44 Läden betreibt, bleibt dabei. „Ja“, sagt er.',
    ],
    [['Jan Roth', 'Geschäftsführer', 'Kampgraf Backwaren']],
  ],
  [
    'what somebody studies does not belong to the institute',
    ['„Es ist spät“, findet Eva Roth, die am Institut für Wasserbau Rückfälle untersucht.'],
    [['Eva Roth', null, 'Institut für Wasserbau']],
  ],
  [
    'what a relative was is no person',
    ['Eva Roth ist Pilotin, ihr Großvater war Konditor. „Es ist spät“, erzählt sie.'],
    [['Eva Roth', 'Pilotin', null]],
  ],
  [
    'a title with how long somebody has it',
    ['Jan Roth, seit Mai Bürgermeister von Wessel, kam. „Es ist spät“, sagte er.'],
    [['Jan Roth', 'Bürgermeister', 'Wessel']],
  ],
  [
    'who is named at the beginning of the sentence before a colon is not who told it',
    ['Jan Roth kam. Er habe gefragt, erzählte der Bootsverleiher: „Es ist spät.“'],
    [['Jan Roth', 'Bootsverleiher', null]],
  ],
  [
    'a noun ends where its verb begins',
    ['Nele Kamp wartet. Die Imkerin kniet im Gras. „Es ist spät“, sagt sie.'],
    [['Nele Kamp', 'Imkerin', null]],
  ],
  [
    'a title at the end of a relative clause',
    [
      'In der Kellerei Wessel riecht es. Nele Kamp, die dort seit Jahren Kellermeisterin ist, lacht.',
      '„Es ist spät“, sagt sie.',
    ],
    [['Nele Kamp', 'Kellermeisterin', 'Kellerei Wessel']],
  ],
  [
    'what somebody runs, with its place before it',
    ['„Es ist spät“, sagte Nele Kamp, die in Wessel das Berghotel Linde betreibt.'],
    [['Nele Kamp', null, 'Berghotel Linde']],
  ],
  [
    'an organisation that a sentence says somebody leads',
    ['Nele Kamp kam. Die 74-Jährige leitet das Institut für Wasserbau. „Es ist spät“, sagte sie.'],
    [['Nele Kamp', null, 'Institut für Wasserbau']],
  ],
  [
    'a title before “ist” and the name',
    ['Neue Kämmerin ist Nele Kamp. „Es ist spät“, sagte sie.'],
    [['Nele Kamp', 'Kämmerin', null]],
  ],
  [
    'a field of work belongs to the title',
    ['„Es ist spät“, sagte Nele Kamp, Professorin für Weinbau an der Hochschule Wessel.'],
    [['Nele Kamp', 'Professorin für Weinbau', 'Hochschule Wessel']],
  ],
  [
    'a noun with an article is no organisation',
    ['„Es ist spät“, sagte Staatsanwältin Nele Kamp bei der Verlesung.'],
    [['Nele Kamp', 'Staatsanwältin', null]],
  ],
  [
    'a spokeswoman is of the organisation that acts in the paragraph',
    [
      'Das Umweltministerium warnt. Das Umweltministerium sperrt Wege.',
      'Der Naturbund Wessel begrüßte das. „Es ist spät“, sagte Sprecherin Nele Kamp.',
    ],
    [['Nele Kamp', 'Sprecherin', 'Naturbund Wessel']],
  ],
  [
    '“the club” is the club that the article has named',
    ['Der SV Wessel verlor. Der Verein klagt. „Es ist spät“, teilte der Verein mit.'],
    [['SV Wessel', null, null]],
  ],
  [
    'a surname that is an initial',
    ['Seit Montag steht Reinhold K. vor Gericht. „Es ist spät“, sagte K.'],
    [['Reinhold K.', null, null]],
  ],
  [
    'a counted noun is nobody',
    ['Vierzig Jahre lang wartete Nele Kamp. „Es ist spät“, sagte sie.'],
    [['Nele Kamp', null, null]],
  ],
  [
    'the subject is beside the auxiliary, where the participle comes last',
    ['Nele Kamp kam. Der Wesseler Anzeiger hat den Streit „die beste Komödie der Saison“ genannt.'],
    [['Wesseler Anzeiger', null, null]],
  ],
  [
    'an adjective that the article has in lower case begins no name',
    [
      '„Es ist spät“, sagt die Ärztin Eva Roth, und fünf Gäste nicken. Fünf Minuten erzählt sie. „Es ist spät.“',
    ],
    [['Eva Roth', 'Ärztin', null]],
  ],
  [
    'the party in brackets is the affiliation',
    ['„Es ist spät“, sagte Oberbürgermeister Enno Roth (Grüne Liste) am Montag.'],
    [['Enno Roth', 'Oberbürgermeister', 'Grüne Liste']],
  ],
  [
    'the place of a person in a picture is no party',
    ['Die Geologin Eva Roth (links) kam. „Es ist spät“, sagte Roth.'],
    [['Eva Roth', 'Geologin', null]],
  ],
  [
    'a professor of whom no more is said',
    ['„Es ist spät“, sagt Professor Jan Roth vom Institut für Bodenkunde Marlen.'],
    [['Jan Roth', 'Professor', 'Institut für Bodenkunde Marlen']],
  ],
  [
    'a kind of organisation is not the name of one',
    ['Jan Roth, der den Betrieb in fünfter Generation führt, kam. „Es ist spät“, sagte Roth.'],
    [['Jan Roth', null, null]],
  ],
  [
    'the name of a club begins with its short form',
    [
      'Sie schlug den Titelverteidiger HSG Marlen. „Es ist spät“, sagte Eva Roth, Trainerin der HSG Marlen.',
    ],
    [['Eva Roth', 'Trainerin', 'HSG Marlen']],
  ],
  [
    'the name of an organisation ends before a date',
    [
      'Das rügte der Landesrechnungshof Ende März. „Es ist spät“, sagte Eva Roth, Sprecherin des Landesrechnungshofs.',
    ],
    [['Eva Roth', 'Sprecherin', 'Landesrechnungshof']],
  ],
  [
    'the title is no part of the district',
    ['„Das wird teuer“, sagte Jens Torf, Landrat des Kreises Mollen.'],
    [['Jens Torf', 'Landrat', 'Kreis Mollen']],
  ],
  [
    'an owner in the genitive is the affiliation',
    ['„Das wird teuer“, sagte Nordhaldens Ministerpräsident Jens Torf.'],
    [['Jens Torf', 'Ministerpräsident', 'Nordhalden']],
  ],
  [
    'what somebody is goes before the job beside an age',
    [
      'Die 38 Jahre alte Tierärztin Anna Quast ist Spitzenkandidatin der Bürgerliste. „Ja“, sagte sie.',
    ],
    [['Anna Quast', 'Spitzenkandidatin', 'Bürgerliste']],
  ],
  [
    'a noun behind a name is no part of it',
    ['Um elf hat die Pflegerin Trude Winkel Feierabend. „Es ist spät“, sagt sie. Winkel lacht.'],
    [['Trude Winkel', 'Pflegerin', null]],
  ],
]

const FRENCH: Case[] = [
  [
    'what somebody has become',
    ['« Il est tard », se souvient Anne Roth, ancienne ouvrière devenue directrice commerciale.'],
    [['Anne Roth', 'directrice commerciale', null]],
  ],
  [
    'a verb behind the name that looks like a job',
    ['L’auteur, l’ingénieur Luc Roth, se garde de conclure. « Il est tard », dit-il.'],
    [['Luc Roth', 'ingénieur', null]],
  ],
  [
    'the second of two by her work',
    [
      'Deux sont venus. La seconde, Anne Roth, 24 ans, menuisière, est revenue. « Il est tard », dit-elle.',
    ],
    [['Anne Roth', 'menuisière', null]],
  ],
  [
    'an abbot by the form of address',
    ['L’abbé Luc Roth sourit. « Il est tard », dit-il.'],
    [['Luc Roth', 'abbé', null]],
  ],
  [
    'the captain of a team',
    ['Anne Roth, capitaine de l’équipe féminine de Mornac, attend. « Il est tard », dit-elle.'],
    [['Anne Roth', 'capitaine', 'équipe féminine de Mornac']],
  ],
  [
    'who answers a question',
    [
      'Anne Roth, garde, est là. « Ça marche neuf fois sur dix », assure-t-elle. « Et la dixième ? », demande Luc Roth. « La dixième, on recommence. »',
    ],
    [['Anne Roth', 'garde', null]],
  ],
  [
    'a firm without the word that says that it is one',
    ['« C’est trop tard », dit Anne Roth, fondatrice de la société Tournelle.'],
    [['Anne Roth', 'fondatrice', 'Tournelle']],
  ],
  [
    'the town of somebody who is taken up again by a noun',
    ['Anne Roth a des ruches. L’apicultrice de Lorgues en avait dix. « C’est tard », dit-elle.'],
    [['Anne Roth', 'apicultrice', null]],
  ],
  [
    'a delegate of a union at a firm',
    ['« C’est trop tard », dit Paul Renn, délégué CGT chez Orval.'],
    [['Paul Renn', 'délégué', 'CGT']],
  ],
  [
    'a laboratory with two nouns in its name',
    ['Anne Roth, chercheuse au laboratoire Ville et territoires, parle d’« un choix tardif ».'],
    [['Anne Roth', 'chercheuse', 'laboratoire Ville et territoires']],
  ],
  [
    'a candidate of a list',
    ['Anne Roth, candidate de la liste Lorgues autrement, parle d’« un choix tardif ».'],
    [['Anne Roth', 'candidate', 'liste Lorgues autrement']],
  ],
  [
    'the field of a minister behind a contracted article',
    ['Anne Roth, ministre déléguée aux Transports, parle d’« un choix trop tardif ».'],
    [['Anne Roth', 'ministre déléguée aux Transports', null]],
  ],
  [
    'a vet of a zoo that is called a park',
    ['Le zoo de Lorgues ferme. « C’est trop tard », dit Paul Renn, vétérinaire du parc.'],
    [['Paul Renn', 'vétérinaire', 'zoo de Lorgues']],
  ],
  [
    'who is named first in a paragraph that is set somewhere',
    ['Au musée de la Mine, on attend. « C’est trop tard », dit Anne Roth, gardienne.'],
    [['Anne Roth', 'gardienne', 'musée de la Mine']],
  ],
  [
    'a minister where the paragraph is set in a school',
    ['À l’école Orval, on attend. « C’est tard », dit Anne Roth, ministre de la Culture.'],
    [['Anne Roth', 'ministre de la Culture', null]],
  ],
  [
    'the founder of the firm of the paragraph before',
    [
      'La menuiserie Orval emploie onze personnes.',
      '« C’est trop tard », dit Paul Renn, qui l’a fondée en 2003.',
    ],
    [['Paul Renn', null, 'menuiserie Orval']],
  ],
  [
    'a union with a name in lower case',
    ['Paul Renn, du syndicat des apiculteurs, dénonce « un choix trop tardif ».'],
    [['Paul Renn', null, 'syndicat des apiculteurs']],
  ],
  [
    'a shop in a street',
    ['« C’est trop tard », dit Paul Renn, fleuriste rue des Halles.'],
    [['Paul Renn', 'fleuriste', null]],
  ],
  [
    'somebody of the village',
    ['« C’est trop tard », dit Paul Renn, le sonneur du village.'],
    [['Paul Renn', 'sonneur', null]],
  ],
  [
    'a firm that ends with sons, behind a preposition',
    ['« C’est trop tard », dit Paul Renn, fondeur chez Cornille et fils.'],
    [['Paul Renn', 'fondeur', 'Cornille et fils']],
  ],
  [
    'a member of the board of a cooperative',
    ['« C’est tard », dit Paul Renn, membre du conseil d’administration de la coopérative Orval.'],
    [['Paul Renn', 'membre du conseil d’administration', 'coopérative Orval']],
  ],
  [
    'a deputy of the town of the mayor',
    [
      'Le maire de Lorgues, Luc Perrin, se tait. L’adjoint à l’urbanisme, Paul Renn, dit que c’est « trop tard ».',
    ],
    [['Paul Renn', 'adjoint à l’urbanisme', 'Lorgues']],
  ],
  [
    'a group that is called by a slogan without a verb',
    ['Anne Roth, de l’association Graines de rue, a dit que c’était « trop tard pour eux ».'],
    [['Anne Roth', null, 'association Graines de rue']],
  ],
  [
    'a group that is called by what it does not want',
    ['« C’est trop tard », dit Anne Roth, membre du collectif Pas sans nos trains.'],
    [['Anne Roth', 'membre', 'collectif Pas sans nos trains']],
  ],
  [
    'a title that has been held for some time',
    ['« C’est trop tard », dit Anne Roth, présidente depuis dix ans de l’association Orval.'],
    [['Anne Roth', 'présidente', 'association Orval']],
  ],
  [
    'a worker who has been with a firm for some time',
    ['« C’est trop tard », dit Paul Renn, ouvrier depuis trente ans chez Orval.'],
    [['Paul Renn', 'ouvrier', 'Orval']],
  ],
  [
    'the head of what the sentence before speaks of',
    ['Le groupe Orval ferme l’usine de Lorgues. Son directeur, Paul Renn, parle d’« un choix ».'],
    [['Paul Renn', 'directeur', 'groupe Orval']],
  ],
  [
    'a deputy mayor of a town',
    ['« C’est trop tard », dit Anne Roth, première adjointe de Lorgues.'],
    [['Anne Roth', 'première adjointe', 'Lorgues']],
  ],
  [
    'a prosecutor in a town',
    ['« C’est trop tard », dit Anne Roth, procureure de la République à Lorgues.'],
    [['Anne Roth', 'procureure de la République', 'Lorgues']],
  ],
  [
    'a mayor of the town that has so many inhabitants',
    ['Lorgues compte 800 habitants. « C’est trop tard », dit le maire, Paul Renn.'],
    [['Paul Renn', 'maire', 'Lorgues']],
  ],
  [
    'the union of a factory',
    ['« C’est trop tard », dit Paul Renn, secrétaire du syndicat CGT de l’usine.'],
    [['Paul Renn', 'secrétaire', 'syndicat CGT']],
  ],
  [
    'a baker of the bakery that was named',
    [
      'À la boulangerie Orval, rue Haute, Anne Roth pétrit. « C’est trop tard », dit la boulangère.',
    ],
    [['Anne Roth', 'boulangère', 'boulangerie Orval']],
  ],
  [
    'a captain of the club and not of the league',
    [
      'Le Handball Orval joue samedi. La Ligue du Sud de handball attend. « C’est trop tard », dit la capitaine, Anne Roth.',
    ],
    [['Anne Roth', 'capitaine', 'Handball Orval']],
  ],
  [
    'somebody at the head of an establishment with an elided article',
    ['Le théâtre des Halles ouvre. « C’est tard », dit Anne Roth, à la tête de l’établissement.'],
    [['Anne Roth', null, 'théâtre des Halles']],
  ],
  [
    'who began an association',
    ['Pour Anne Roth, à l’initiative de l’association Orval, c’est « trop tard pour eux ».'],
    [['Anne Roth', null, 'association Orval']],
  ],
  [
    'an organisation of which only the first word has a capital',
    ['Délégué central de Force métallurgie, Luc Roth se fâche. « C’est tard », dit-il.'],
    [['Luc Roth', 'délégué central', 'Force métallurgie']],
  ],
  [
    'a title that ends before the verb',
    ['« C’est tard », tempère Anne Roth. L’inspectrice d’académie a fait le déplacement.'],
    [['Anne Roth', 'inspectrice d’académie', null]],
  ],
  [
    'a bank with a small word in its name',
    ['« C’est tard », tempère Luc Roth, directeur du Crédit coopératif du Val.'],
    [['Luc Roth', 'directeur', 'Crédit coopératif du Val']],
  ],
  [
    'the teacher of the school that was named before',
    ['À l’école Paul-Bert, on attend. « C’est tard », explique Anne Roth, institutrice.'],
    [['Anne Roth', 'institutrice', 'école Paul-Bert']],
  ],
  [
    'nobody is called by the town hall before the name',
    [
      'Depuis le perron de l’hôtel de ville, Anne Roth a pleuré. La maire attend. « C’est tard », dit-elle.',
    ],
    [['Anne Roth', 'maire', null]],
  ],
  [
    'a deputy whose field is right before the name',
    ['« C’est une honte », résume l’adjointe à la culture Anne Roth.'],
    [['Anne Roth', 'adjointe à la culture', null]],
  ],
  [
    'the town of a deputy behind the field',
    ['Anne Roth, adjointe chargée du patrimoine à Lorgues, se fâche. « C’est tard », dit-elle.'],
    [['Anne Roth', 'adjointe chargée du patrimoine', 'Lorgues']],
  ],
  [
    'the town with which the sentence before begins',
    ['À Lorgues, on veille. Le maire, Luc Roth, a pris des notes. « C’est tard », dit-il.'],
    [['Luc Roth', 'maire', 'Lorgues']],
  ],
  [
    'the organisation with which the sentence before begins',
    ['À l’école Jules-Ferry, on attend. La maîtresse Anne Roth hésite. « C’est tard », dit-elle.'],
    [['Anne Roth', 'maîtresse', 'école Jules-Ferry']],
  ],
  [
    'but not if somebody else is named in between',
    [
      'Au conseil départemental, le président, Luc Roth, s’agace. Le boulanger Jean Morel attend. « C’est tard », dit-il.',
    ],
    [['Jean Morel', 'boulanger', null]],
  ],
  [
    'an office whose name is in lower case',
    [
      'À la direction régionale du patrimoine, le conservateur Luc Roth a tranché. « C’est tard », dit-il.',
    ],
    [['Luc Roth', 'conservateur', 'direction régionale du patrimoine']],
  ],
  [
    'friends of something with an apostrophe',
    [
      'L’association Les Amis de l’orgue a réuni la moitié. Son trésorier, Luc Roth, compte. « C’est tard », dit-il.',
    ],
    [['Luc Roth', 'trésorier', 'association Les Amis de l’orgue']],
  ],
  [
    'a pronoun that the customer who was named last cannot be',
    ['Anne Roth sourit. Un client a demandé pourquoi. « C’est tard », dit-elle.'],
    [['Anne Roth', null, null]],
  ],
  [
    'a name of a group that begins with a refusal',
    ['« C’est une honte », tonne Gisèle Tarne, présidente du collectif Non à la décharge.'],
    [['Gisèle Tarne', 'présidente', 'collectif Non à la décharge']],
  ],
  [
    'a name of a group for all',
    ['« On ira », prévient Éric Vanne, porte-parole de l’association Rivière pour tous.'],
    [['Éric Vanne', 'porte-parole', 'association Rivière pour tous']],
  ],
  [
    'a name of a group with a number',
    ['« On ira », dit Éric Vanne, président de l’association Gardons la 12.'],
    [['Éric Vanne', 'président', 'association Gardons la 12']],
  ],
  [
    'an institute with two adjectives behind its field',
    ['« Le vent tourne », note Paul Ferne, hydrologue à l’Institut d’études polaires appliquées.'],
    [['Paul Ferne', 'hydrologue', 'Institut d’études polaires appliquées']],
  ],
  [
    'an institute with two fields that have articles',
    [
      '« Rien n’est sûr », dit Lise Aubre, chercheuse au Laboratoire des sciences du climat et de l’environnement.',
    ],
    [['Lise Aubre', 'chercheuse', 'Laboratoire des sciences du climat et de l’environnement']],
  ],
  [
    'a club whose sport is before a hyphen',
    ['Le Basket-club de Tarnay descend. « On remontera », promet Inès Roune, la capitaine.'],
    [['Inès Roune', 'capitaine', 'Basket-club de Tarnay']],
  ],
  [
    'a bar with a hyphen',
    ['Le gérant du bar-tabac Le Celte, Yann Kerd, hausse les épaules. « On verra. »'],
    [['Yann Kerd', 'gérant', 'bar-tabac Le Celte']],
  ],
  [
    'a shop of any kind with a name',
    ['Le gérant du supermarché Orvane, Luc Roune, s’agace. « On tient », dit-il.'],
    [['Luc Roune', 'gérant', 'supermarché Orvane']],
  ],
  [
    'a public prosecutor’s town',
    ['« C’est grave », a dit le procureur de Mornac, Luc Sertin, lundi.'],
    [['Luc Sertin', 'procureur', 'Mornac']],
  ],
  [
    'a mayor of the only place that the article names, behind "of"',
    [
      'La rivière a débordé sur le quai d’Ornac-sur-Vire.',
      'Le maire, Jean Douce, parle d’« un gâchis ».',
    ],
    [['Jean Douce', 'maire', 'Ornac-sur-Vire']],
  ],
  [
    'an institution before a noun for who was named',
    [
      'Lise Cotte a fait le voyage. Au Centre d’étude des rapaces, cette biologiste suit les vautours. « Ils reviennent », dit-elle.',
    ],
    [['Lise Cotte', 'biologiste', 'Centre d’étude des rapaces']],
  ],
  [
    'a verb that ends a periphrasis',
    ['Paul Renn, couvreur, se tait. « J’avais une clé », finit par répondre le couvreur.'],
    [['Paul Renn', 'couvreur', null]],
  ],
  [
    '“according to the words of”',
    ['L’affaire reste, pour reprendre les mots de l’historienne Anne Roth, « un angle mort ».'],
    [['Anne Roth', 'historienne', null]],
  ],
  [
    'a clause beginning with “but for”',
    ['Anne Roth est venue. Mais pour Paul Renn, « c’est une faute ».'],
    [['Paul Renn', null, null]],
  ],
  [
    'initials of a title before a firm',
    ['« Le carnet est plein », assure le PDG de Ferrolux, Paul Renn.'],
    [['Paul Renn', 'PDG', 'Ferrolux']],
  ],
  [
    'a verb with a number does not belong to the name of a firm',
    [
      'La société Ferrolux emploie 120 salariés à Lorgues. « Le carnet est plein », assure son directeur général, Paul Renn.',
    ],
    [['Paul Renn', 'directeur général', 'Ferrolux']],
  ],
  [
    'a place that a person speaks at is not a title',
    ['« Je n’ai rien vu », a déclaré à la barre Paul Renn, le beau-frère de la victime.'],
    [['Paul Renn', null, null]],
  ],
  [
    'a captain of firemen is not of the agency to which he speaks',
    ['« Le feu est éteint », a expliqué à l’AFP le capitaine Paul Renn.'],
    [['Paul Renn', 'capitaine', null]],
  ],
  [
    'a hospital in capitals behind a service',
    ['« Soyez prudents », dit Paul Renn, chef du service de pneumologie du CHU de Lorgues.'],
    [['Paul Renn', 'chef du service de pneumologie', 'CHU de Lorgues']],
  ],
  [
    'a public body of one small word is not a field of work',
    [
      'La métropole de Lorgues vote. « Le chantier reprend », dit Anne Roth, vice-présidente de la métropole chargée des mobilités.',
    ],
    [['Anne Roth', 'vice-présidente', 'métropole de Lorgues']],
  ],
  [
    'a body in lower case with which the paragraph begins',
    ['Au conseil régional, on vote. « C’est fait », dit la vice-présidente, Anne Roth.'],
    [['Anne Roth', 'vice-présidente', 'conseil régional']],
  ],
  [
    'an adjective ends the name of an organisation before a verb',
    ['L’ONG Terre claire dénonce « un désastre silencieux ».'],
    [['ONG Terre claire', null, null]],
  ],
  [
    'a plural adjective behind a kind of two words',
    ['Le syndicat agricole Terres unies juge qu’on s’acharne sur « un lampiste de village ».'],
    [['syndicat agricole Terres unies', null, null]],
  ],
  [
    'two words behind an article and what is between commas',
    [
      'La Fédération des meuniers du Centre a salué, dans un communiqué, une « clarification indispensable ».',
    ],
    [['Fédération des meuniers du Centre', null, null]],
  ],
  [
    'a ground is not the club',
    [
      'L’Union sportive de Lorgues joue au stade des Vignes. « On a manqué d’envie », dit l’entraîneur, Paul Renn.',
    ],
    [['Paul Renn', 'entraîneur', 'Union sportive de Lorgues']],
  ],
  [
    'a delegate of a union in capitals, named before',
    [
      'Paul Renn n’y croit guère. « On nous balade », peste ce délégué CGT entré à l’usine en 1994.',
    ],
    [['Paul Renn', 'délégué', 'CGT']],
  ],
  [
    'a title with its place of work, of somebody named before',
    [
      'Cette querelle, Anne Roth l’a déjà vue. Pour cette sociologue à l’université de Haute-Loue, les règles « ont été écrites par des hommes ».',
    ],
    [['Anne Roth', 'sociologue', 'université de Haute-Loue']],
  ],
  [
    'a party of a trial without a name, for a pronoun',
    ['Le prévenu, un chauffeur de 42 ans, a nié. « Je dormais », a-t-il assuré.'],
    'Le prévenu',
  ],
  [
    'where somebody is from is not part of the name',
    ['« J’ai gagné », a lancé l’Italien Marco Renn, vainqueur de l’étape.'],
    [['Marco Renn', null, null]],
  ],
  [
    'what one reads in a report',
    ['« La fonte s’accélère », peut-on lire dans le rapport de l’Institut des glaciers.'],
    [['Institut des glaciers', null, null]],
  ],
  [
    'what one reads in the report that was spoken of last',
    [
      'Le rapport du cabinet Orsel est plus sévère. « La comptabilité est lacunaire », y lit-on page 8.',
    ],
    [['cabinet Orsel', null, null]],
  ],
  [
    'a group whose name is a slogan with an article',
    ['Le collectif Un toit pour tous dénonce « un abandon ».'],
    [['collectif Un toit pour tous', null, null]],
  ],
  [
    'a group whose name is a slogan with a possessive',
    [
      '« C’est prêt », dit Anne Roth, présidente de l’association Sauvons nos haies, qui s’impatiente.',
    ],
    [['Anne Roth', 'présidente', 'association Sauvons nos haies']],
  ],
  [
    'two trades in the name of a union',
    ['« C’est prêt », dit Anne Roth, déléguée de l’Union des cuirs et peaux.'],
    [['Anne Roth', 'déléguée', 'Union des cuirs et peaux']],
  ],
  [
    'two fields in the name of a chamber',
    ['« C’est prêt », dit Anne Roth, présidente de la chambre de commerce et d’industrie.'],
    [['Anne Roth', 'présidente', 'chambre de commerce et d’industrie']],
  ],
  [
    'a mayor without a party',
    ['« C’est mûri », explique le maire sans étiquette d’Orvigny, Paul Renn.'],
    [['Paul Renn', 'maire', 'Orvigny']],
  ],
  [
    'what somebody has been named',
    [
      'Anne Roth a été nommée directrice du musée des Tissus en mars. Elle veut « ouvrir les réserves ».',
    ],
    [['Anne Roth', 'directrice', 'musée des Tissus']],
  ],
  [
    'a pronoun before the person is named',
    ['Elle est devenue directrice du musée des Tissus. « Il faut ouvrir », plaide Anne Roth.'],
    [['Anne Roth', 'directrice', 'musée des Tissus']],
  ],
  [
    'the head of a museum, before the name',
    ['Nommée en mars à la tête du musée des Tissus, Anne Roth veut « ouvrir les réserves ».'],
    [['Anne Roth', null, 'musée des Tissus']],
  ],
  [
    'what somebody was named, before the name',
    ['Nommée en 2015 directrice du musée des Tissus, Anne Roth veut « ouvrir les réserves ».'],
    [['Anne Roth', 'directrice', 'musée des Tissus']],
  ],
  [
    'somebody who took over',
    ['Anne Roth, qui a pris la tête du musée des Tissus, veut « ouvrir les réserves ».'],
    [['Anne Roth', null, 'musée des Tissus']],
  ],
  [
    'the name of an organisation right before that of a person',
    ['« Il faut ouvrir », juge la conservatrice du musée des Tissus Agathe Roth.'],
    [['Agathe Roth', 'conservatrice', 'musée des Tissus']],
  ],
  [
    'a judge without a name, and the accused in the next sentence',
    [
      '« Pourquoi ? », demande le président. L’accusé, Paul Renn, baisse la tête. « Je ne sais pas », lâche-t-il.',
    ],
    [['Paul Renn', null, null]],
  ],
  [
    'the owner of some firm is of none',
    ['« Ça repart », observe Paul Renn, patron d’une PME de 40 salariés.'],
    [['Paul Renn', 'patron', null]],
  ],
  [
    'initials with a department',
    ['« Ça repart », observe Paul Renn, président de la FDSEA du Lot.'],
    [['Paul Renn', 'président', 'FDSEA du Lot']],
  ],
  [
    'a firm behind what it is',
    ['Le géant américain Vextor dément « toute ingérence ».'],
    [['Vextor', null, null]],
  ],
  [
    'a deputy with the initials of a party before the name',
    ['« C’est un cadeau », dénonce la députée LFI Anne Roth.'],
    [['Anne Roth', 'députée', 'LFI']],
  ],
  [
    'a deputy of a department with an elided article before the name',
    ['Le député de l’Isère Paul Renn (LFI) a dénoncé « un cadeau aux lobbys ».'],
    [['Paul Renn', 'député', 'Isère']],
  ],
  [
    'the head of a council in lower case right before the name',
    ['« C’est un cadeau », dénonce le président du conseil départemental Paul Renn.'],
    [['Paul Renn', 'président', 'conseil départemental']],
  ],
  [
    'a conductor before the name',
    ['Le chef d’orchestre Paul Renn lève sa baguette. « Doucement », demande-t-il.'],
    [['Paul Renn', 'chef d’orchestre', null]],
  ],
  [
    'a surname that ends as a job does, behind a form of address',
    ['Selon l’avocat du plaignant, Me Luc Ferrier, il y a « une erreur manifeste ».'],
    [['Luc Ferrier', 'avocat', null]],
  ],
  [
    'the order of a court of a town',
    ['L’ordonnance du tribunal administratif de Lorgues évoque « une erreur manifeste ».'],
    [['tribunal administratif de Lorgues', null, null]],
  ],
  [
    'the head of a school, whose title is also an adjective',
    ['Le collège Paul-Éluard a rouvert. « C’était temps », dit la principale, Anne Roth.'],
    [['Anne Roth', 'principale', 'collège Paul-Éluard']],
  ],
  [
    'who teaches there',
    [
      'Le collège Paul-Éluard a rouvert. « C’était temps », dit Anne Roth, qui y enseigne l’anglais.',
    ],
    [['Anne Roth', null, 'collège Paul-Éluard']],
  ],
  [
    'a grocer of a street',
    ['Paul Renn, un épicier de la rue des Tanneurs, a couru. « C’était temps », dit-il.'],
    [['Paul Renn', 'épicier', null]],
  ],
  [
    'a minister in charge of a field',
    ['« Je reste », a confié sur Radio Loue le ministre délégué chargé des Transports, Paul Renn.'],
    [['Paul Renn', 'ministre délégué chargé des Transports', null]],
  ],
]

const ROMANCE: [language: string, cases: Case[]][] = [
  [
    'fr',
    [
      [
        'the treasurer of the only club',
        [
          'L’Étoile sportive de Lanvern a joué. « Tout était là », dit Ana Renn, trésorière du club.',
        ],
        [['Ana Renn', 'trésorière', 'Étoile sportive de Lanvern']],
      ],
      [
        'any noun between its article and a name is the title',
        ['« C’est tard », tranche la docteure Claire Vasse, qui part.'],
        [['Claire Vasse', 'docteure', null]],
      ],
      [
        'an aside within the marks goes on to the end of its sentence',
        [
          '« Si on l’éteint, c’est fini, prévient Claire Vasse, fondeuse à la Fonderie du Haut-Oron depuis dix ans. Un four, ça se veille. »',
        ],
        [['Claire Vasse', 'fondeuse', 'Fonderie du Haut-Oron']],
      ],
      [
        'a title does not end before a field',
        ['L’adjointe à la culture, Anne Morel, attend. « C’est tard », dit Anne Morel.'],
        [['Anne Morel', 'adjointe à la culture', null]],
      ],
      [
        'a title ends before a place',
        ['« C’est tard », dit Claire Vasse, éleveuse de chèvres à la sortie du bourg.'],
        [['Claire Vasse', 'éleveuse de chèvres', null]],
      ],
      [
        'somebody who has done something is a person',
        ['Lundi, Claire Vasse a tiré sur la corde. « C’est tard », sourit l’institutrice.'],
        [['Claire Vasse', 'institutrice', null]],
      ],
      [
        'the short name of a class is not what somebody heads',
        ['Les CP chantent. Sa directrice, Claire Vasse, attend. « C’est tard », dit-elle.'],
        [['Claire Vasse', 'directrice', null]],
      ],
      [
        'an organisation is no baker, though it may be “il”',
        [
          'Le comité Garde ton bac proteste. L’homme s’appelle Marc Vasse. Il est boulanger et, la nuit, il traverse. « C’est tard », dit-il.',
        ],
        [['Marc Vasse', 'boulanger', null]],
      ],
      [
        'a prefect belongs to the place',
        ['La préfète du Haut-Oron, Claire Vasse, a parlé. « C’est fini », a-t-elle dit.'],
        [['Claire Vasse', 'préfète', 'Haut-Oron']],
      ],
      [
        'the subject that somebody teaches may have a capital',
        [
          '« C’est tard », dit Claire Vasse, qui enseigne le Droit maritime à l’Université de Morvan.',
        ],
        [['Claire Vasse', null, 'Université de Morvan']],
      ],
      [
        'a title is of the cooperative whose name ends small',
        [
          'Ils sont 80 dans la coopérative La Graine commune. La Fédération des minotiers du Val proteste.',
          'Le président de la coopérative, Paul Renn, rit. « On verra », dit-il.',
        ],
        [['Paul Renn', 'président', 'coopérative La Graine commune']],
      ],
      [
        'the head of a firm heads no union',
        [
          'La Régie des eaux de Port-Orval a cédé. Anne Roth, du Syndicat des fontainiers, attend. La régie, elle, se tait.',
          'Le directeur général, Paul Renn, reçoit. « On verra », dit-il.',
        ],
        [['Paul Renn', 'directeur général', 'Régie des eaux de Port-Orval']],
      ],
      [
        'a conseil of communes is spoken of by a different noun',
        [
          'La communauté de communes du Haut-Val a payé. « C’est peu », dit le président de l’intercommunalité, Paul Renn.',
        ],
        [['Paul Renn', 'président', 'communauté de communes du Haut-Val']],
      ],
      [
        'a noun that no list has, behind a verb that no list has',
        [
          'Le plus jeune, Paul Renn, 24 ans, sourit. « Que je me tiens mieux », braille le chaudrier.',
        ],
        [['Paul Renn', 'chaudrier', null]],
      ],
      [
        'a noun that no list has, before a name',
        ['Reste le sonnailler, Paul Renn, qui vient demain. « Oui », répond-il.'],
        [['Paul Renn', 'sonnailler', null]],
      ],
      [
        'the priest is the vicar, and not the woman who was named last',
        [
          'Le curé de la paroisse Saint-Loup, Paul Renn, se lève. Mme Roth le regarde. Le prêtre promet « une messe ».',
        ],
        [['Paul Renn', 'curé', 'paroisse Saint-Loup']],
      ],
      [
        'the subject behind a clause that interrupts',
        ['« Et l’orgue ? », a demandé, depuis les bancs du fond, le père Paul Renn.'],
        [['Paul Renn', null, null]],
      ],
      [
        'the verb within the marks',
        ['Dans un communiqué diffusé mardi, l’évêché de Mornac « prend acte du vote ».'],
        [['évêché de Mornac', null, null]],
      ],
      [
        'nobody is named before the colon',
        ['« Il y avait du bruit », dit Anne Roth. Puis, après un silence : « Beaucoup de bruit. »'],
        [['Anne Roth', null, null]],
      ],
      [
        'a person without a name may follow a time',
        ['Anne Roth dort. Au printemps, une cliente tombe. « J’ai eu peur », a-t-elle raconté.'],
        'une cliente',
      ],
      [
        'an adjective belongs to somebody without a name, and a verb does not',
        ['Dans le hall, une dame en imperméable s’étonnait encore : « Enfin ! »'],
        'une dame en imperméable',
      ],
      [
        'a paper has small words in its name',
        ['Anne Roth peint. La Revue des quais évoque « un bel échec ».'],
        [['La Revue des quais', null, null]],
      ],
      [
        'a letter is of the organisation that was the subject',
        ['La communauté de communes du Val a écrit hier. La lettre évoque « un effort commun ».'],
        [['communauté de communes du Val', null, null]],
      ],
      [
        'the Republic is part of the title, and the town is hers',
        ['« Rien n’est exclu », a dit la procureure de la République de Mornac, Anne Roth.'],
        [['Anne Roth', 'procureure de la République', 'Mornac']],
      ],
      [
        'a committee in lower case has a name',
        ['Le comité régional des pêches conteste. « Non », rétorque son président, Paul Renn.'],
        [['Paul Renn', 'président', 'comité régional des pêches']],
      ],
      [
        'a name in lower case is taken whole',
        ['La chambre régionale des comptes dénonce « une dérive ».'],
        [['chambre régionale des comptes', null, null]],
      ],
      [
        'a party in brackets is no part of a title',
        ['« Non », dit la maire (PS) de Lorgues, Anne Roth.'],
        [['Anne Roth', 'maire', 'Lorgues']],
      ],
      [
        'a party behind an office is no part of it',
        ['« Non », dit la maire écologiste de Lorgues, Anne Roth.'],
        [['Anne Roth', 'maire', 'Lorgues']],
      ],
      [
        'the accused is not the judge who was named last',
        [
          'Anne Roth, ancienne comptable, répond de vol. « Vous avouez ? » demande la présidente du tribunal, Ella Grau. « Oui. Tout », souffle la prévenue.',
        ],
        [['Anne Roth', 'ancienne comptable', null]],
      ],
      [
        'who acts in the sentence before speaks',
        [
          'Anne Roth, comptable, répond de vol. « Vous avouez ? » demande la juge, Ella Grau. La prévenue hoche la tête. « Chaque mois. »',
        ],
        [['Anne Roth', 'comptable', null]],
      ],
      [
        'a name behind a year begins a sentence',
        ['Le tiroir coince depuis 1987. Anne Roussel, 67 ans, attend. « Non », dit Mme Roussel.'],
        [['Anne Roussel', null, null]],
      ],
      [
        'a teacher is of the school of the paragraph',
        ['Au collège Fernand-Roth, on attend. « Non », dit Anne Prell, professeure d’anglais.'],
        [['Anne Prell', 'professeure d’anglais', 'collège Fernand-Roth']],
      ],
      [
        'a mayor and a deputy speak together',
        ['« Non », disent la maire de Lorgues, Anne Roth, et son adjoint à la voirie, Luc Prell.'],
        [
          ['Anne Roth', 'maire', 'Lorgues'],
          ['Luc Prell', 'adjoint à la voirie', 'Lorgues'],
        ],
      ],
      [
        'the head of a department is of its hospital',
        ['« Non », dit Anne Roth, cheffe du service des urgences de l’hôpital de Lorgues.'],
        [['Anne Roth', 'cheffe du service des urgences', 'hôpital de Lorgues']],
      ],
      [
        'a young man was named before',
        ['Luc Roth, cuisinier de 23 ans, a refusé. « Non », dit le jeune homme.'],
        [['Luc Roth', 'cuisinier', null]],
      ],
      [
        'the daughter of somebody who is not named has no name',
        ['« Non », veut croire la fille de la victime.'],
        'la fille de la victime',
      ],
      [
        'behind a source a comma begins the sentence',
        ['Pour Anne Roth, l’accusation « ne repose sur rien ».'],
        [['Anne Roth', null, null]],
      ],
      [
        'a deputy is of the place before the name',
        ['Le député de la Creuse Paul Renn a fustigé « un mépris de classe ».'],
        [['Paul Renn', 'député', 'Creuse']],
      ],
      [
        'what somebody is before a form of address with its article',
        [
          'Médecin urgentiste au CHU de Mornac, le docteur Paul Renn attend. « C’est tard », dit-il.',
        ],
        [['Paul Renn', 'médecin urgentiste', 'CHU de Mornac']],
      ],
      [
        'the service of a head belongs to the title',
        ['« C’est tard », dit Paul Renn, chef de service au CHU de Mornac.'],
        [['Paul Renn', 'chef de service', 'CHU de Mornac']],
      ],
      [
        'a reflexive verb with its pronoun behind it',
        [
          'La présidente de la région Haut-Val, Anne Roth, est venue. « C’est tard », s’est-elle réjouie.',
        ],
        [['Anne Roth', 'présidente', 'région Haut-Val']],
      ],
      [
        'a university in brackets',
        ['« C’est tard », dit l’économiste Paul Renn (université de Mornac).'],
        [['Paul Renn', 'économiste', 'université de Mornac']],
      ],
      [
        'somebody speaks for the organisation behind the verb',
        ['« C’est tard », fait-on savoir à la mairie.'],
        'la mairie',
      ],
      [
        'somebody speaks for the firm with which the sentence begins',
        ['Chez Valtor, on assure vouloir « préserver l’emploi ».'],
        [['Valtor', null, null]],
      ],
      [
        'many of one profession have no name',
        ['Dans une lettre adressée au préfet, les maires du canton réclament « un moratoire ».'],
        'les maires du canton',
      ],
      [
        'a retired teacher behind an article that is cut',
        ['L’institutrice retraitée Anne Roth attend. « C’est tard », dit-elle.'],
        [['Anne Roth', 'institutrice retraitée', null]],
      ],
      [
        'two professions behind one article',
        ['« C’est tard », dit l’écrivain et journaliste Paul Renn.'],
        [['Paul Renn', 'écrivain et journaliste', null]],
      ],
      [
        'a former minister',
        ['« C’est tard », dit l’ex-ministre de la Culture Paul Renn.'],
        [['Paul Renn', 'ex-ministre de la Culture', null]],
      ],
      [
        'a firm ends in “et fils”',
        ['« C’est tard », dit Anne Roth, gérante de la scierie Roth et fils.'],
        [['Anne Roth', 'gérante', 'scierie Roth et fils']],
      ],
      [
        'an association ends in a plural adjective',
        [
          'L’association Rivières vivantes compte 200 membres. « C’est tard », dit sa présidente, Anne Roth.',
        ],
        [['Anne Roth', 'présidente', 'association Rivières vivantes']],
      ],
      [
        'two adjectives with “et” in the name of an office',
        [
          '« C’est tard », dit Paul Renn, géologue au Bureau de recherches géologiques et minières (BRG).',
        ],
        [['Paul Renn', 'géologue', 'Bureau de recherches géologiques et minières']],
      ],
      [
        'a lawyer of a person is of no organisation',
        ['Luc Vasse se tait. « C’est tard », dit l’avocat de Luc Vasse, Paul Renn.'],
        [['Paul Renn', 'avocat', null]],
      ],
      [
        'a form of address is a whole word',
        ['« C’est tard », dit le gendarme Paul Renn, de la brigade de Mornac.'],
        [['Paul Renn', 'gendarme', 'brigade de Mornac']],
      ],
      [
        'a name that was changed',
        [
          'Karima (le prénom a été changé), 37 ans, aide à domicile, attend. « C’est tard », dit-elle.',
        ],
        [['Karima', 'aide à domicile', null]],
      ],
      [
        'a name with a note behind it',
        ['« C’est tard », dit Lucie*, caissière dans un supermarché.'],
        [['Lucie', 'caissière', null]],
      ],
      [
        'a negotiator of goods whose profession is in the caption too',
        ['« C’est tard », dit Paul Renn, 58 ans, négociant.'],
        [['Paul Renn', 'négociant', null]],
      ],
      [
        'the head of a service, whose name has no capital',
        ['« C’est tard », dit Anne Roth, cheffe du service des soins palliatifs.'],
        [['Anne Roth', 'cheffe du service des soins palliatifs', null]],
      ],
      [
        'somebody who has led an organisation for years',
        [
          '« C’est tard », dit Paul Renn, qui anime depuis quatre ans le Comité des usagers du Val.',
        ],
        [['Paul Renn', null, 'Comité des usagers du Val']],
      ],
      [
        'what somebody was elected is less than what she is',
        [
          'La gardienne Anne Roth, élue meilleure joueuse du championnat, sourit. « C’est tard », dit-elle.',
        ],
        [['Anne Roth', 'gardienne', null]],
      ],
      [
        'what somebody holds is not what she is',
        ['Anne Roth, cuillère à la main, attend. « C’est tard », dit-elle.'],
        [['Anne Roth', null, null]],
      ],
      [
        'one of its administrators has no name',
        ['La Caisse du Val étudie le dossier. Un de ses administrateurs évoque « un risque ».'],
        'Un de ses administrateurs',
      ],
      [
        'the end of a council’s name is not a day',
        [
          'Lors du conseil municipal de jeudi, le chef de l’opposition, Paul Renn, a voté contre. « C’est tard », dit-il.',
        ],
        [['Paul Renn', 'chef de l’opposition', 'conseil municipal']],
      ],
      [
        'a mayor who is named in the next sentence',
        ['Il pleut. La maire a proposé un achat. Anne Roth a lancé : « C’est tard. »'],
        [['Anne Roth', 'maire', null]],
      ],
      [
        'a pronoun before the verb ends the noun',
        [
          'Cette phrase, Anne Roth la connaît. L’avocate du collectif l’a lue trois fois. « C’est tard », a-t-elle lancé.',
        ],
        [['Anne Roth', 'avocate', null]],
      ],
      [
        'a firm of two words behind a director',
        ['« C’est tard », dit Anne Roth, directrice régionale de Ferrovia Est.'],
        [['Anne Roth', 'directrice régionale', 'Ferrovia Est']],
      ],
      [
        'the short name of a factory behind a title',
        ['La manufacture Delorge ferme. « C’est tard », dit Paul Renn, chef comptable de Delorge.'],
        [['Paul Renn', 'chef comptable', 'manufacture Delorge']],
      ],
      [
        'a town with hyphens is no organisation',
        ['« C’est tard », sourit Paul Renn. Cet éleveur de Sainte-Marthe-des-Monts est ravi.'],
        [['Paul Renn', 'éleveur', null]],
      ],
      [
        'the sport ends the name of a league',
        ['La Ligue du Val de handball exige un terrain « sec et couvert ».'],
        [['Ligue du Val de handball', null, null]],
      ],
      [
        'a name with a capital behind words in lower case',
        ['La Compagnie des chemins de fer du Littoral juge cette présence « disproportionnée ».'],
        [['Compagnie des chemins de fer du Littoral', null, null]],
      ],
      [
        'a lawyer by the form of address',
        ['Anne Roth a chiffré le préjudice. « C’est tard », a plaidé Me Roth.'],
        [['Anne Roth', 'avocate', null]],
      ],
      [
        'who speaks to the press has a name of her own',
        [
          '« C’est tard », a déclaré à la presse Anne Roth, présidente du comité des pêches de Lorgues.',
        ],
        [['Anne Roth', 'présidente', 'comité des pêches de Lorgues']],
      ],
      [
        'a supporter who is the subject is nobody who was named',
        [
          'Anne Roth court. Un supporteur adverse, écharpe au cou, attendait. « C’est tard », dit Anne Roth.',
        ],
        [['Anne Roth', null, null]],
      ],
      [
        'what the researcher is, before the noun that speaks of her',
        [
          '« Elle dort », chuchote Anne Roth. Biologiste marine à la Station marine d’Erval, la chercheuse a passé sept ans ici.',
        ],
        [['Anne Roth', 'biologiste marine', 'Station marine d’Erval']],
      ],
      [
        'a goalkeeper is of the club with which the sentence begins',
        [
          'Gardienne de l’Olympique de Maurens, Anne Roth a encaissé quatre buts. « C’est tard », dit-elle.',
        ],
        [['Anne Roth', 'gardienne', 'Olympique de Maurens']],
      ],
      [
        'the name behind a clause with a pronoun speaks',
        [
          'Luc Vasse, boulanger, rit. Dans l’article qu’il signe avec deux collègues, M. Renn évoque « une obscurité ». Paul Renn est astronome.',
        ],
        [['Paul Renn', 'astronome', null]],
      ],
      [
        'the subject with a pronoun before its verb is a person',
        [
          'Cette phrase, Anne Roth la connaît. L’avocate du collectif Naître à Morlieu l’a lue trois fois. « C’est tard », a-t-elle lancé.',
        ],
        [['Anne Roth', 'avocate', 'collectif Naître à Morlieu']],
      ],
      [
        'a given name behind the press, though no list has the name',
        [
          '« C’est tard », a déclaré à la presse Erwan Tallec, président du comité des pêches de Lorgues.',
        ],
        [['Erwan Tallec', 'président', 'comité des pêches de Lorgues']],
      ],
      [
        'who was just named is not somebody who is named later with that noun',
        [
          'Paul Renn a renoncé à sa retraite. L’ancien chef comptable, choisi par tous, ne cache rien. « C’est tard », glisse-t-il. Le chef de l’opposition, Luc Vasse, vote. « C’est tard », redit Paul Renn.',
        ],
        [['Paul Renn', 'ancien chef comptable', null]],
      ],
      [
        'a room is no part of the name of a home',
        [
          'Dans le salon de la résidence des Tilleuls, on chante. « C’est tard », dit la directrice des Tilleuls, Anne Roth.',
        ],
        [['Anne Roth', 'directrice', 'résidence des Tilleuls']],
      ],
    ],
  ],
  [
    'es',
    [
      [
        'a firm without the word that says that it is one',
        ['“Es tarde”, dice Ana Roda, fundadora de la empresa emergente Almoria.'],
        [['Ana Roda', 'fundadora', 'Almoria']],
      ],
      [
        'at the head of an association, at the beginning of a sentence',
        ['Al frente de la Asociación Apícola, Ana Roda dice que es “tarde para todos”.'],
        [['Ana Roda', null, 'Asociación Apícola']],
      ],
      [
        'a vet of a zoo that is called a centre',
        ['El zoo de Almora abre. “Es tarde”, dice Juan Roda, veterinario del centro.'],
        [['Juan Roda', 'veterinario', 'zoo de Almora']],
      ],
      [
        'the town of somebody who is taken up again by a noun',
        ['Ana Roda tiene colmenas. La apicultora de Almora tenía diez. “Es tarde”, dice.'],
        [['Ana Roda', 'apicultora', null]],
      ],
      [
        'an ambassador of a country',
        ['Ana Roda, embajadora de Noruega, dice que es “tarde para todos”.'],
        [['Ana Roda', 'embajadora', 'Noruega']],
      ],
      [
        'who is named first in a paragraph that is set in a school',
        ['En el colegio Prat no esperan. “Es tarde”, dice Ana Roda, maestra de Infantil.'],
        [['Ana Roda', 'maestra de Infantil', 'colegio Prat']],
      ],
      [
        'the founder of the firm of the paragraph before',
        ['La carpintería Prat tiene once obreros.', '“Es tarde”, dice Juan Roda, que la fundó.'],
        [['Juan Roda', null, 'carpintería Prat']],
      ],
      [
        'who leads an institute, behind a pronoun of people',
        ['Ana Roda, quien dirige el Instituto de la Miel, dice que es “tarde para todos”.'],
        [['Ana Roda', null, 'Instituto de la Miel']],
      ],
      [
        'the field of a councillor is not a town',
        [
          'El concejal de Fiestas, Juan Roda, habló. La alcaldesa de Almora, Ana Prat, calló. “Es tarde”, dijo Roda.',
        ],
        [['Juan Roda', 'concejal de Fiestas', 'Almora']],
      ],
      [
        'a town behind an organisation of two words',
        ['“Es tarde”, dice Juan Roda, coordinador de voluntarios de Cruz Roja en Almora.'],
        [['Juan Roda', 'coordinador de voluntarios', 'Cruz Roja']],
      ],
      [
        'the official chronicler of a town',
        ['“Es tarde”, dice Juan Roda, cronista oficial de Almora.'],
        [['Juan Roda', 'cronista oficial', 'Almora']],
      ],
      [
        'a group that is called by a slogan',
        ['“Es tarde”, dice Ana Roda, miembro del colectivo Aire sin humos.'],
        [['Ana Roda', 'miembro', 'colectivo Aire sin humos']],
      ],
      [
        'a worker who has been with a firm for some time',
        ['“Es tarde”, dice Juan Roda, operario desde hace veinte años en Vidrios Almora.'],
        [['Juan Roda', 'operario', 'Vidrios Almora']],
      ],
      [
        'the coach of a team that has no other name',
        ['“Es tarde”, dijo Juan Roda, entrenador del Almora.'],
        [['Juan Roda', 'entrenador', 'Almora']],
      ],
      [
        'the captain of the club with which the article begins',
        ['El Deportivo Almora ganó al Atlético Prat. “Es tarde”, dijo el capitán, Juan Roda.'],
        [['Juan Roda', 'capitán', 'Deportivo Almora']],
      ],
      [
        'a mayor of the town that has so many inhabitants',
        ['Almora tiene 300 vecinos. “Es tarde”, dice el alcalde, Juan Roda.'],
        [['Juan Roda', 'alcalde', 'Almora']],
      ],
      [
        'a baker of the bakery that was named',
        ['En la panadería Prat, Ana Roda hace cuentas. “Es tarde”, dice la panadera.'],
        [['Ana Roda', 'panadera', 'panadería Prat']],
      ],
      [
        'a judge of a town',
        ['La jueza decana de Almora, Ana Roda, dijo que era “tarde para todos”.'],
        [['Ana Roda', 'jueza decana', 'Almora']],
      ],
      [
        'an adverb behind a surname is no title',
        ['Antón Rueda, percebeiro, espera.', 'Rueda, entretanto, ha vuelto. «El mar avisa», dice.'],
        [['Antón Rueda', 'percebeiro', null]],
      ],
      [
        'a gatherer of barnacles',
        ['Percebeiro desde los quince años, Antón Rueda conoce cada roca. «El mar avisa», dice.'],
        [['Antón Rueda', 'percebeiro', null]],
      ],
      [
        'a town of two words behind a job',
        ['Julián Roca, farmacéutico en Cañada Alta, cierra a las dos. «Aquí nadie compra», dice.'],
        [['Julián Roca', 'farmacéutico', null]],
      ],
      [
        'a mayor in Argentina',
        [
          'La intendenta de San Roque del Monte, Elsa Quirga, anunció obras. «Será este año», prometió.',
        ],
        [['Elsa Quirga', 'intendenta', 'San Roque del Monte']],
      ],
      [
        'a secretary of state',
        ['«Iremos rápido», insistió el secretario de Estado de Transportes, Luis Cano.'],
        [['Luis Cano', 'secretario de Estado de Transportes', null]],
      ],
      [
        'a delegate of the government',
        ['La delegada del Gobierno, Juana Morín, visitó el puerto. «El diálogo sigue», aseguró.'],
        [['Juana Morín', 'delegada del Gobierno', null]],
      ],
      [
        'a surname that is a kind of place',
        ['Dueño del hotel Miramar, Ramón Lago ha invertido. «Hay que creer», dice.'],
        [['Ramón Lago', 'dueño', 'hotel Miramar']],
      ],
      [
        'a club that is royal',
        ['El entrenador del Real Cierzo, Malik Benal, lo celebra. «Aguantamos», dice.'],
        [['Malik Benal', 'entrenador', 'Real Cierzo']],
      ],
      [
        'a field of a vice rector',
        [
          'La vicerrectora de Investigación de la Universidad de Almorza, Alma Ferro, lo niega. «Llegará», dijo.',
        ],
        [['Alma Ferro', 'vicerrectora de Investigación', 'Universidad de Almorza']],
      ],
      [
        'who commands a force',
        [
          'El coronel Alan Duero, que manda la comandancia de Almorza, lo confirma: «Hemos multado».',
        ],
        [['Alan Duero', 'coronel', 'comandancia de Almorza']],
      ],
      [
        'a shop of any kind with a name',
        ['La dueña de la mercería La Aguja, Eva Cosme, se enfada. «Aguantamos», dice.'],
        [['Eva Cosme', 'dueña', 'mercería La Aguja']],
      ],
      [
        'a name right behind the organisation of its title',
        ['«El agua no miente», advierte la hidróloga de la Universidad de Valmar Noelia Prats.'],
        [['Noelia Prats', 'hidróloga', 'Universidad de Valmar']],
      ],
      [
        'a name right behind an organisation that has only initials',
        ['El portavoz del CSIC Fernando Vela ve «margen de mejora».'],
        [['Fernando Vela', 'portavoz', 'CSIC']],
      ],
      [
        'a club with words that look like a name keeps them',
        [
          'La capitana del Club Remo Punta Parda tiene 23 años. «Remo», dice Ana Roda, la capitana.',
        ],
        [['Ana Roda', 'capitana', 'Club Remo Punta Parda']],
      ],
      [
        'a newspaper to which somebody speaks is not in the name',
        ['«Es tarde», dijo a la agencia Norte Pilar Roda, delegada de la Hermandad del Carbón.'],
        [['Pilar Roda', 'delegada', 'Hermandad del Carbón']],
      ],
      [
        'the verb of what is claimed, of a thing',
        ['El informe concluye que el puente presentaba «fatiga estructural».'],
        'El informe',
      ],
      [
        'a source at the beginning of a sentence about a thing',
        ['Ana Roda calla. Según Luis Prat, la plantilla pedía desde mayo «una cadencia humana».'],
        [['Luis Prat', null, null]],
      ],
      [
        'two people with a clause behind the second',
        ['Ana Roda y Luis Prat, que no se hablan, coincidieron ayer en algo: «Es tarde».'],
        [
          ['Ana Roda', null, null],
          ['Luis Prat', null, null],
        ],
      ],
      [
        'several verbs that together say something',
        ['El consejero Luis Prat se limitó a decir que es «una ruina anunciada».'],
        [['Luis Prat', 'consejero', null]],
      ],
      [
        'a thing with an article is not part of a title',
        ['«Es tarde», dice Ana Roda, portera del edificio.'],
        [['Ana Roda', 'portera', null]],
      ],
      [
        'the opposition is part of a title',
        ['«Es tarde», dice Ana Roda, líder de la oposición.'],
        [['Ana Roda', 'líder de la oposición', null]],
      ],
      [
        'a town is not part of a title',
        ['«Es tarde», dice Ana Roda, panadera de Almora.'],
        [['Ana Roda', 'panadera', null]],
      ],
      [
        'a noun without an article belongs to the title before the organisation',
        ['«Es tarde», dice Ana Roda, jefa de cocina del hotel Miramar.'],
        [['Ana Roda', 'jefa de cocina', 'hotel Miramar']],
      ],
      [
        'a school with a number',
        ['«Es tarde», dice Ana Roda, maestra de la Escuela 12, que ayer dio clase.'],
        [['Ana Roda', 'maestra', 'Escuela 12']],
      ],
      [
        'somebody of a union is not the union',
        ['«Es tarde», dice Pepa Roda, del sindicato Cadena.'],
        [['Pepa Roda', null, 'sindicato Cadena']],
      ],
      [
        'a preposition in the name of an organisation before the name',
        ['Para el abogado de la Plataforma por el Agua, Luis Prat, es más. «Es tarde», celebra.'],
        [['Luis Prat', 'abogado', 'Plataforma por el Agua']],
      ],
      [
        'those who heard it are not in the name of the speaker’s club',
        ['«No», dijo a este periódico el presidente del Deportivo Orbal, Luis Prat.'],
        [['Luis Prat', 'presidente', 'Deportivo Orbal']],
      ],
      [
        'two with a title of more than one',
        ['Los abogados Marta Gil y Luis Prat consideran que el fallo es «ejemplar».'],
        [
          ['Marta Gil', null, null],
          ['Luis Prat', null, null],
        ],
      ],
      [
        'a group of people with a title is a group',
        ['El grupo ecologista Mar Viva acusó a la Junta de «mirar a otro lado».'],
        [['Mar Viva', null, null]],
      ],
      [
        'what else somebody is, before the name',
        ['El inventor, un relojero jubilado llamado Luis Prat, se ríe: «Era para mi nieta».'],
        [['Luis Prat', 'relojero jubilado', null]],
      ],
      [
        'a clause that says as what somebody works',
        ['Ana Roda, que ejerce de portavoz de la Asamblea por el Tren, recuerda «aquel frío».'],
        [['Ana Roda', 'portavoz', 'Asamblea por el Tren']],
      ],
      [
        'a field with a capital behind “en”',
        ['Ana Roda, doctora en Historia por la Universidad de Valmar, recuerda «aquel frío».'],
        [['Ana Roda', 'doctora en Historia', 'Universidad de Valmar']],
      ],
      [
        'the age behind a title with “de”',
        ['Luis Prat, ingeniero de caminos de 52 años, recuerda «aquel frío».'],
        [['Luis Prat', 'ingeniero de caminos', null]],
      ],
      [
        'an age in brackets before the title',
        ['Luis Prat (51), poeta, recuerda «aquel frío».'],
        [['Luis Prat', 'poeta', null]],
      ],
      [
        'a town between the title and the organisation',
        ['Luis Prat, coordinador en Orbal de la Red Acoge, recuerda «aquel frío».'],
        [['Luis Prat', 'coordinador', 'Red Acoge']],
      ],
      [
        'a title that somebody had until a month ago',
        ['Luis Prat, hasta hace un mes director del Museo del Mar, recuerda «aquel frío».'],
        [['Luis Prat', 'director', 'Museo del Mar']],
      ],
      [
        'the owner is of the bar that the text names',
        ['En el bar Los Arcos llueve. «Pongo doscientos cafés», dice Luis Prat, el dueño.'],
        [['Luis Prat', 'dueño', 'bar Los Arcos']],
      ],
      [
        'a surname of which only the first letter is printed',
        ['«Llevo aquí 30 años», dice Amalia P., limpiadora.'],
        [['Amalia P.', 'limpiadora', null]],
      ],
      [
        'a sergeant is of the force before the name',
        ['El sargento de la Guardia Civil Ramón Roda vino. «Es tarde», dice Roda.'],
        [['Ramón Roda', 'sargento', 'Guardia Civil']],
      ],
      [
        'the subject is behind what says when',
        ['Elena Roda es delantera. «Ni la vi», contaba el domingo la delantera.'],
        [['Elena Roda', 'delantera', null]],
      ],
      [
        'a firm of one word gives out a statement',
        ['Alstar asegura en un comunicado que «todo se ha reforzado desde marzo».'],
        [['Alstar', null, null]],
      ],
      [
        'a director is of the school with which the sentence begins',
        [
          'El Club Roda ganó. El Club Roda sube. En el instituto Marqués de Roda, donde estudian, la directora, Paz Prell, esperó. «Es tarde», dice Prell.',
        ],
        [['Paz Prell', 'directora', 'instituto Marqués de Roda']],
      ],
      [
        'a given name with a clause behind it is a person',
        ['Los reparte Toñi, la del segundo, que ha bajado. «Es tarde», recuerda.'],
        [['Toñi', null, null]],
      ],
      [
        'work for years as something is a title',
        ['Luis Roda trabaja desde hace años como educador en la asociación El Puente. «No», dice.'],
        [['Luis Roda', 'educador', 'asociación El Puente']],
      ],
      [
        'the head of a department speaks again as its titular',
        ['La consejera de Educación, Elena Roda, vino. «No», prometió la titular de Educación.'],
        [['Elena Roda', 'consejera de Educación', null]],
      ],
      [
        'a verb at the beginning of a sentence is no given name',
        ['Preguntó Pilar Roda. La archivera se fue. «Es tarde», dijo Roda.'],
        [['Pilar Roda', 'archivera', null]],
      ],
      [
        'what somebody was until yesterday is a title',
        ['«Es tarde», sostiene Elena Roda, hasta ayer concejala de Hacienda.'],
        [['Elena Roda', 'concejala de Hacienda', null]],
      ],
      [
        'the only doctor is nobody who was named before',
        [
          '«Es tarde», dice Elena Roda desde que se jubiló. Hace dos años, la única pediatra de la sierra se fue. «Es tarde», dice Roda.',
        ],
        [['Elena Roda', null, null]],
      ],
      [
        'the subject of a professor belongs to the title',
        ['«Es tarde», dijo Elena Roda, catedrática de Didáctica de la Universidad de Monfera.'],
        [['Elena Roda', 'catedrática de Didáctica', 'Universidad de Monfera']],
      ],
      [
        'a relative is no title',
        [
          'Conservas Lumera cierra. «Hay que vender», dijo Ana Roda, bisnieta del fundador y consejera delegada.',
        ],
        [['Ana Roda', 'consejera delegada', 'Conservas Lumera']],
      ],
      [
        'a councillor is of the department that the sentence before named',
        [
          'La Consejería de Educación paga. El consejero, Luis Prat, vino ayer. «Funciona», proclamó.',
        ],
        [['Luis Prat', 'consejero', 'Consejería de Educación']],
      ],
      [
        'a department is no organisation',
        ['«No hay alarma», aseguró Elvira Mont, consejera de Sanidad.'],
        [['Elvira Mont', 'consejera de Sanidad', null]],
      ],
      [
        'a mayor without a name is not the woman who was named last',
        ['«Nos enteramos tarde», dice Ana Roda, pescadera. El alcalde pide «leer la letra».'],
        'El alcalde',
      ],
      [
        'a pronoun before the verb, and a surname that is a kind of organisation',
        ['El alcalde de Villarroya, Luis Peña, calla. «Habla ya», le reprocha Luis Peña.'],
        [['Luis Peña', 'alcalde', 'Villarroya']],
      ],
      [
        'the numeral of a century is no organisation',
        ['El barro que Ana Roda enfría es del siglo XIV. «Es barro», recuerda.'],
        [['Ana Roda', null, null]],
      ],
      [
        'a firm of one word is the owner of something',
        [
          'La Sociedad Austral de Aguas protesta.',
          'Lumera, propietaria de dos presas, responde hoy. «Es agua», afirma su portavoz, Luis Prat.',
        ],
        [['Luis Prat', 'portavoz', 'Lumera']],
      ],
      [
        'who says it is behind the words, with the clause that tells which',
        ['Luis Prat abrió la plaza «para todos», según la placa que aún cuelga en el arco.'],
        'la placa que aún cuelga en el arco',
      ],
      [
        'the department is not the foundation that was named last',
        ['La Fundación Alba habla de «fuga». La consejería lo ve «muy alarmista».'],
        'La consejería',
      ],
      [
        'a goalkeeper is of the club, whatever the club is called',
        ['El Balonmano Lerma ganó. La capitana, Ana Roda, rio. «Al fin», dijo.'],
        [['Ana Roda', 'capitana', 'Balonmano Lerma']],
      ],
      [
        'a pronoun may stand before the verb behind a dash',
        ['Nuria Sala, maestra, abrió la puerta.', '—¿Qué ves? —le pregunta la maestra—. Dilo.'],
        [['Nuria Sala', 'maestra', null]],
      ],
      [
        'a deputy is elected for a place',
        ['El diputado por Cuenca Luis Prat ha criticado «un desprecio de clase».'],
        [['Luis Prat', 'diputado', 'Cuenca']],
      ],
      [
        'somebody speaks for the firm behind “desde”',
        ['«Es tarde», apuntan desde la Consejería de Salud.'],
        [['Consejería de Salud', null, null]],
      ],
      [
        'somebody speaks for the platform with which the sentence begins',
        ['Desde la plataforma Salvemos el Monte recuerdan que «nadie ha pedido perdón».'],
        [['plataforma Salvemos el Monte', null, null]],
      ],
      [
        'what somebody is today, without a subject',
        ['Luis Prat creció aquí. Hoy es guía en el Museo de la Mina. «Es tarde», dice.'],
        [['Luis Prat', 'guía', 'Museo de la Mina']],
      ],
      [
        'the party and not the town hall where somebody speaks for it',
        ['El portavoz del PL en el Ayuntamiento, Luis Prat, lo considera «un disparate».'],
        [['Luis Prat', 'portavoz', 'PL']],
      ],
      [
        'a former minister of a department before the name',
        ['«Es tarde», dice el exministro de Cultura Luis Prat.'],
        [['Luis Prat', 'exministro de Cultura', null]],
      ],
      [
        'who has signed a report on something',
        [
          'El informe de impacto, firmado por la empresa Geosur, concluye que el daño sería «bajo y reversible».',
        ],
        [['Geosur', null, null]],
      ],
      [
        'two who speak in turn, with dashes',
        [
          '—Esto lo arregla un ministro —dice el alcalde, Saturio Roda.',
          '—Esto lo arregla un calendario —contesta la médica, Ana Prat—. Ya van tres.',
          '—Pues el cuarto.',
        ],
        [['Saturio Roda', 'alcalde', null]],
      ],
      [
        'the second of two nouns behind the name',
        [
          '«Es tarde», lamentó Ana Roda, la mujer del abrigo, abogada de la plataforma Sombra Viva.',
        ],
        [['Ana Roda', 'abogada', 'plataforma Sombra Viva']],
      ],
      [
        'who judges a plan',
        ['El alcalde, Luis Prat, defiende un proyecto «moderno y barato para todos».'],
        [['Luis Prat', 'alcalde', null]],
      ],
      [
        'the coach of a club in initials',
        ['«Es tarde», dice Luis Prat, técnico del CD Roda.'],
        [['Luis Prat', 'técnico', 'CD Roda']],
      ],
      [
        'the town is no part of the organisation',
        ['«Es tarde», dice Luis Prat, responsable de Cáritas en Lerma.'],
        [['Luis Prat', 'responsable', 'Cáritas']],
      ],
      [
        'a report that somebody has signed',
        ['El informe, firmado por la consultora Alba, habla de «deficiencias graves».'],
        [['consultora Alba', null, null]],
      ],
      [
        'the subject of the sentence, and not the letter with which it begins',
        ['En una carta dirigida al presidente, los alcaldes de la comarca piden «una moratoria».'],
        'los alcaldes de la comarca',
      ],
      [
        'a day beside a name is no title',
        ['Ana Roda, el pasado jueves en el puerto. «Es tarde», dice Roda.'],
        [['Ana Roda', null, null]],
      ],
      [
        'the daughter of a film-maker is none',
        ['La hija del cineasta, Ana Roda, asistía por primera vez. «Es tarde», dice.'],
        [['Ana Roda', null, null]],
      ],
      [
        'the subject of the clause that somebody admits does not speak',
        ['Ana Roda, gerente, niega todo. También admite que la formación fue «mejorable».'],
        [['Ana Roda', 'gerente', null]],
      ],
      [
        'a noun before “y” is not beside the verb',
        [
          'El Comité de Árbitros pidió que se retirase la ficha y alegó en su escrito «un riesgo evidente».',
        ],
        [['Comité de Árbitros', null, null]],
      ],
      [
        'two who speak in the next sentence without a subject',
        [
          'Para el año próximo, Ana Roda y Luis Prat preparan otra muestra. Han avisado ya al público: «Traigan un cojín».',
        ],
        [
          ['Ana Roda', null, null],
          ['Luis Prat', null, null],
        ],
      ],
      [
        'a name and a pronoun',
        ['Luis Prat, portero, ríe. Ana Roda, maestra, llega. Roda y él repiten a dúo: «Es tarde».'],
        [
          ['Ana Roda', 'maestra', null],
          ['Luis Prat', 'portero', null],
        ],
      ],
      [
        'a report of the person who was named last',
        [
          'El hidrogeólogo Luis Prat encontró un charco. Su informe concluye que tardará «no menos de sesenta años».',
        ],
        [['Luis Prat', 'hidrogeólogo', null]],
      ],
      [
        'a lawyer of people is a lawyer',
        ['«Es tarde», dice Ana Roda, abogada del matrimonio.'],
        [['Ana Roda', 'abogada', null]],
      ],
      [
        'the skipper of some boat is a skipper',
        ['«Es tarde», dice Luis Prat, patrón de un palangrero de catorce metros.'],
        [['Luis Prat', 'patrón', null]],
      ],
      [
        'a critic of a paper',
        ['El crítico de La Linterna, Luis Prat, escribe que es «una coartada».'],
        [['Luis Prat', 'crítico', 'La Linterna']],
      ],
      [
        'a judge who is in charge of a case',
        ['El juez Luis Prat, encargado del caso, no tiene prisa. «Es tarde», dice.'],
        [['Luis Prat', 'juez', null]],
      ],
      [
        'a coach of the club whose name is short',
        ['El CB Valdoro ganó. «Es tarde», dice Ana Roda, entrenadora del Valdoro.'],
        [['Ana Roda', 'entrenadora', 'CB Valdoro']],
      ],
      [
        'a paper behind its kind',
        ['El diario deportivo La Grada tituló: «Sobra una columna».'],
        [['La Grada', null, null]],
      ],
      [
        'a title behind “es” with its article',
        ['«Es tarde», dice Ana Roda. Es la patrona mayor de la Cofradía de Pescadores de Roda.'],
        [['Ana Roda', 'patrona mayor', 'Cofradía de Pescadores de Roda']],
      ],
      [
        'a teacher who has no name, behind a day',
        [
          'Ana Roda, restauradora, mira. El sábado, una maestra propuso otra cosa. «Es tarde», argumentó.',
        ],
        'una maestra',
      ],
      [
        'a spokeswoman is of the collective, and not of the town hall',
        [
          'El Ayuntamiento calla. El Ayuntamiento de Roda paga. El colectivo Raíz y Acera reparte agua. La portavoz, Ana Roda, espera. «Es tarde», dice.',
        ],
        [['Ana Roda', 'portavoz', 'colectivo Raíz y Acera']],
      ],
      [
        'a port is no guild of fishers',
        [
          'La Cofradía de Pescadores de Puerto Roda cierra. Uno de los barcos era de Ana Prat, la única armadora del puerto. «Es tarde», dice.',
        ],
        [['Ana Prat', 'armadora', null]],
      ],
      [
        'a forester at the beginning of a sentence is no part of the university',
        [
          'Ana Roda conoce cada árbol. Dasónoma de la Universidad del Valle Hondo, se pasó el domingo midiéndolos. «Es tarde», dice.',
        ],
        [['Ana Roda', 'dasónoma', 'Universidad del Valle Hondo']],
      ],
      [
        'the verb behind a noun is no part of the title',
        [
          '«Es tarde», se disculpa Luis Prat en la trastienda. El carnicero encontró en febrero las hojas, atadas con cuerda. «Es tarde», dice.',
        ],
        [['Luis Prat', 'carnicero', null]],
      ],
    ],
  ],
]

const OTHERS: [language: string, cases: Case[]][] = [
  ...ROMANCE,
  [
    'en',
    [
      [
        'what somebody calls a book is no title, if it begins small',
        ['Ann Poll, a critic, called the book “a manual for retreat”.'],
        [['Ann Poll', 'critic', null]],
      ],
      [
        'what somebody leads for “the council” is their title, though no list has it',
        [
          'Arden County Council pays. Ann Poll, the council’s transport lead, said the money was “not a forever answer”.',
        ],
        [['Ann Poll', 'transport lead', 'Arden County Council']],
      ],
      [
        'what begins the sentence is not part of “the company”',
        [
          'Arden Mutual Telephone is old. Then the company’s president, Ann Poll, asked for “just the winter.”',
        ],
        [['Ann Poll', 'president', 'Arden Mutual Telephone']],
      ],
      [
        'the paper is by whom the article named as its author',
        [
          'It came from a paper by Dr Ann Poll, a psychologist. The sharpest rise came at noon. The paper called it “a small daily emergency”.',
        ],
        [['Ann Poll', 'psychologist', null]],
      ],
    ],
  ],
  [
    'de',
    [
      [
        'what somebody calls a project is no title, if it begins small',
        ['Ina Roth, Försterin, nennt das Projekt »gut gemeint und schlecht gerechnet«.'],
        [['Ina Roth', 'Försterin', null]],
      ],
      [
        'a widow with her whole name is whom the text turns to',
        [
          'Jan Tamm ist froh.',
          'Gekauft hatte es ein Zahnarzt. Er starb. Seine Witwe Ina Roth bot es an. »Das fanden alle rührend«, erzählt die 88-Jährige.',
        ],
        [['Ina Roth', null, null]],
      ],
      [
        'an office is the court of audit, if that was named last',
        [
          'Das Bürgeramt ist zu.',
          'Im Februar hatte der Landesrechnungshof darauf hingewiesen. Der Schutz sei „nicht gegeben“, hieß es in dem Bericht der Behörde.',
        ],
        [['Landesrechnungshof', null, null]],
      ],
    ],
  ],
  [
    'es',
    [
      [
        'a woman is not one of the fishermen',
        [
          'La alcaldesa, Ana Roda, ha abierto la cámara. Los pescadores se ríen. Ella prefiere no bromear. «Me preguntaron», cuenta.',
        ],
        [['Ana Roda', 'alcaldesa', null]],
      ],
      [
        'both are those whom a sentence joins, one by a title',
        [
          'Luis Prat, panadero, y Ana Roda, alcaldesa, lo vieron. Eva Vela, pastora, no.',
          'Prat y la alcaldesa viajarán a la capital. «Que vengan», repiten los dos.',
        ],
        [
          ['Luis Prat', 'panadero', null],
          ['Ana Roda', 'alcaldesa', null],
        ],
      ],
    ],
  ],
  ['fr', FRENCH],
  ['de', GERMAN],
  ['en', ENGLISH],
  [
    'de',
    [
      [
        'a councillor "von" a town is of the town',
        ['„Es reicht“, sagt Ina Roth, Kulturdezernentin von Arnau.'],
        [['Ina Roth', 'Kulturdezernentin', 'Arnau']],
      ],
      [
        'a noun behind the verb says what somebody is',
        [
          'Franziska Hurst zeigt den Keller. An der Wand hat die Landwirtin einen Strich. „Hier“, sagt sie.',
        ],
        [['Franziska Hurst', 'Landwirtin', null]],
      ],
      [
        'a thing behind an indefinite article is nobody',
        [
          'Ina Roth, Försterin, kniet. Vor ihr glänzt ein Streifen Wasser, der neu ist. „Der Biber“, sagt sie.',
        ],
        [['Ina Roth', 'Försterin', null]],
      ],
      [
        'a sister behind a surname',
        [
          'Jan Tamm ist dagegen. Tamms Schwester Gesche, eine Imkerin, nicht. „Es summt“, sagt Gesche Tamm.',
        ],
        [['Gesche Tamm', 'Imkerin', null]],
      ],
      [
        'what a lawyer says of a client',
        [
          'Verteidigerin Ina Roth hielt dagegen. Ihr Mandant habe gefragt; er habe es „nicht bestritten“.',
        ],
        [['Ina Roth', 'Verteidigerin', null]],
      ],
      [
        'a report with a participle before it is of the authority',
        [
          'Das Landesumweltamt nahm Proben. Die Werte seien „gut“, heißt es in einem am Mittag veröffentlichten Bericht.',
        ],
        [['Landesumweltamt', null, null]],
      ],
      [
        'the verb of speech is behind the rest of the clause',
        ['Kapitän Jan Roth sank hin. „Wie ein Haus ohne Tür“ sei die Feuerwehr gewesen, sagte er.'],
        [['Jan Roth', 'Kapitän', null]],
      ],
      [
        'a paper that is told something is not a quotation',
        ['Ina Roth, Pilotin, sagte dem „Arnauer Echo“: „Es fliegt.“'],
        [['Ina Roth', 'Pilotin', null]],
      ],
      [
        'a noun that somebody chose for it',
        ['Richterin Ina Roth sprach von einem „Taschenspielertrick“.'],
        [['Ina Roth', 'Richterin', null]],
      ],
      [
        'a politician of a party',
        ['Der Linken-Politiker Jan Roth kam. „Es reicht“, sagte Roth.'],
        [['Jan Roth', 'Linken-Politiker', null]],
      ],
      [
        'an institute at a university',
        [
          '„Es taut“, sagt Ina Roth, Direktorin des Instituts für Hydrologie an der Universität Arnau.',
        ],
        [['Ina Roth', 'Direktorin', 'Institut für Hydrologie']],
      ],
      [
        'a house lets it be known',
        [
          'Das Auktionshaus Kessel, das vier Geigen hat, lässt ausrichten, es handle sich um „einen Bruch“.',
        ],
        [['Auktionshaus Kessel', null, null]],
      ],
      [
        'two who defend it',
        [
          'Innensenator Jan Roth (CDU) und Polizeipräsidentin Ina Poll verteidigten es als „verhältnismäßig“.',
        ],
        [
          ['Jan Roth', 'Innensenator', 'CDU'],
          ['Ina Poll', 'Polizeipräsidentin', null],
        ],
      ],
      [
        'two people with their titles before one verb',
        ['Der Maler Jan Roth und die Imkerin Eva Poll sagen, das sei „ein später Verrat“.'],
        [
          ['Jan Roth', 'Maler', null],
          ['Eva Poll', 'Imkerin', null],
        ],
      ],
      [
        'the words that somebody throws at another',
        ['Die Gewerkschaft Bau und Boden warf dem Konzern „späte und billige Ausreden“ vor.'],
        [['Gewerkschaft Bau und Boden', null, null]],
      ],
      [
        'a neighbour without a title',
        ['„Es ist spät“, klagt Nachbarin Eva Roth.'],
        [['Eva Roth', null, null]],
      ],
      [
        'a nationality before a title',
        ['Der Schweizer Alpinist Jan Roth nannte das „spät und fahrlässig“.'],
        [['Jan Roth', 'Alpinist', null]],
      ],
      [
        'a family is no organisation',
        ['Der Anwalt der Familie, Jan Roth, sagte: „Es ist spät.“'],
        [['Jan Roth', 'Anwalt', null]],
      ],
      [
        'an organisation before the hyphen that is named nowhere else',
        ['„Es ist spät“, sagte Naturbund-Sprecherin Eva Roth.'],
        [['Eva Roth', 'Sprecherin', 'Naturbund']],
      ],
      [
        'a department is not the organisation',
        ['„Es ist spät“, so Roth. Jan Roth leitet die Abteilung Wald am Institut für Wasserbau.'],
        [['Jan Roth', null, 'Institut für Wasserbau']],
      ],
      [
        'what somebody teaches is not part of the university’s name',
        ['„Es ist spät“, sagt Jan Roth, der an der Universität Wessel Waldbau lehrt.'],
        [['Jan Roth', null, 'Universität Wessel']],
      ],
      [
        'where somebody works who is taken up again by the profession',
        ['„Es ist spät“, sagt Jan Roth. Der Biologe forscht an der Universität Wessel.'],
        [['Jan Roth', 'Biologe', 'Universität Wessel']],
      ],
      [
        'the name of a pub in quotation marks is no quotation',
        ['„Es ist spät“, sagte Eva Roth.', 'Jan Poll sagte, die Kneipe „Leises Tal“ öffne bald.'],
        [['Eva Roth', null, null]],
      ],
      [
        'a noun with a genitive behind it, and the name in apposition',
        [
          'Das Landgericht Arnau verhandelt. Das sagte der Sprecher des Gerichts, Tilo Wess. „Es dauert“, sagte Wess.',
        ],
        [['Tilo Wess', 'Sprecher', 'Landgericht Arnau']],
      ],
      [
        'a job with an unlisted noun before the name',
        ['„Es pfeift“, sagte Orgelstimmerin Anke Voss.'],
        [['Anke Voss', 'Orgelstimmerin', null]],
      ],
      [
        'a verb at the end names the organisation',
        ['Knut Behl, der die Initiative Freier Himmel leitet, lachte. „Wir haben Zeit“, so Behl.'],
        [['Knut Behl', null, 'Initiative Freier Himmel']],
      ],
      [
        'marks that point outwards',
        ['Er kam spät. »Es ist kalt«, sagt Imker Otto Wiese.'],
        [['Otto Wiese', 'Imker', null]],
      ],
    ],
  ],
  [
    'fr',
    [
      [
        'a party between the title and the name',
        ['« Ça avance », a insisté le maire de Lorgues, le socialiste Alain Requin.'],
        [['Alain Requin', 'maire', 'Lorgues']],
      ],
      [
        'the verb of a sentence names the organisation',
        ['Marc Ibert préside la Fédération des habitants d’Arbolet. « On attend », dit-il.'],
        [['Marc Ibert', null, 'Fédération des habitants d’Arbolet']],
      ],
      [
        'a union of capitals behind the title',
        ['« Nous veillons », promet Karim Bensaïd, délégué syndical CFDT.'],
        [['Karim Bensaïd', 'délégué syndical', 'CFDT']],
      ],
      [
        'a minister who is named only in the next sentence',
        [
          'Odette Vial a planté des pruniers.',
          'Mardi, la ministre de l’Agriculture est venue. Élise Canet a promis « un calendrier ».',
        ],
        [['Élise Canet', 'ministre de l’Agriculture', null]],
      ],
      [
        'a role that is spoken of again names the organisation',
        [
          'La chimiste Léa Morel a filtré l’eau. Cette chercheuse de l’université de Norval en rit. « C’est peu », dit-elle.',
        ],
        [['Léa Morel', 'chimiste', 'université de Norval']],
      ],
      [
        'the gallery of somebody is not an organisation with that name',
        [
          'Tout passait par la galerie de Paul Vernet, jugé pour fraude. Le galeriste parle d’« erreur ».',
        ],
        [['Paul Vernet', 'galeriste', null]],
      ],
      [
        'an organisation in lower case',
        ['« Ça flotte », sourit Idris Male, qui dirige le Laboratoire des bois anciens et plonge.'],
        [['Idris Male', null, 'Laboratoire des bois anciens']],
      ],
      [
        'a title behind the name, with the organisation',
        ['« Ça coule », dit Gwen Dantec, archéologue au Centre d’études sous-marines de l’Ouest.'],
        [['Gwen Dantec', 'archéologue', 'Centre d’études sous-marines de l’Ouest']],
      ],
      [
        'a demonstrative',
        ['« Ça pousse », s’amuse Pauline Errard. Cette bibliothécaire de 39 ans rit.'],
        [['Pauline Errard', 'bibliothécaire', null]],
      ],
      [
        'a report is of the organisation that is behind “de”',
        ['Un rapport de l’inspection académique constate « une baisse nette ».'],
        [['inspection académique', null, null]],
      ],
    ],
  ],
  [
    'es',
    [
      [
        'a verb without a subject between commas',
        ['Eva Olmos, médica, dobló turnos. Todo el servicio, añade, cayó «como un castillo».'],
        [['Eva Olmos', 'médica', null]],
      ],
      [
        'of two with one surname, who was named last',
        [
          'Fermín Galve buscaba una bombilla. «Luz», pidió.',
          'Era la casa de su tía Teodora Galve, compositora. «Que suene», escribió Galve.',
        ],
        [['Teodora Galve', 'compositora', null]],
      ],
      [
        'a point in time speaks for nobody',
        ['Un año antes, La Gaceta Musical despachó el recital con una línea: «Labor de aguja».'],
        [['La Gaceta Musical', null, null]],
      ],
      [
        'a firm is called by what its president is of',
        [
          'Ana Roda es la presidenta de Dulces Orbal. «Hay galletas», dice Luis Prat, director comercial de la empresa.',
        ],
        [['Luis Prat', 'director comercial', 'Dulces Orbal']],
      ],
      [
        'the town of the council is that of the mayor',
        ['El pleno de Bahía Honda votó ayer. La alcaldesa, Ana Roda, rio. «Por fin», dijo.'],
        [['Ana Roda', 'alcaldesa', 'Bahía Honda']],
      ],
      [
        'somebody who was only mentioned is not who was named',
        ['Ana Roda escribió a un editor. El editor nunca contestó. «Da igual», dice Roda.'],
        [['Ana Roda', null, null]],
      ],
      [
        'a title with a field before the name',
        ['Lo explica el catedrático de Óptica Gonzalo Fresneda. «El sol miente», sostiene.'],
        [['Gonzalo Fresneda', 'catedrático de Óptica', null]],
      ],
      [
        'a title with an age behind it',
        ['«Se encendió», bromea Aurelio Cid, pastor jubilado de 79 años.'],
        [['Aurelio Cid', 'pastor jubilado', null]],
      ],
      [
        'the subject of a clause is a person, though no verb of speech is near',
        ['Benigno Lastra abre la puerta. «Entró», cuenta el panadero.'],
        [['Benigno Lastra', 'panadero', null]],
      ],
    ],
  ],
  [
    'ja',
    [
      [
        'the institution between the name and the title',
        ['鳥羽慎吾・千代見大学准教授は「運転手は減る」と話す。'],
        [['鳥羽慎吾', '准教授', '千代見大学']],
      ],
      [
        'two people who are named as one',
        ['久米川徹会長と有馬れい子市議が訪れ、田所局長に求めた。両氏は「切らないで」と訴えた。'],
        [
          ['久米川徹', '会長', null],
          ['有馬れい子', '市議', null],
        ],
      ],
      [
        'a shop that somebody runs',
        ['古書店「月曜書房」を営む有馬トモキさんは「座って読めます」と話す。'],
        [['有馬トモキ', null, '月曜書房']],
      ],
    ],
  ],
]

for (const [language, cases] of OTHERS)
  test.each(cases)(`${language}: %s`, (_name, texts, speakers) => {
    expect(speakersOf(language, texts)).toEqual(speakers)
  })

test.each([
  [
    'begins behind an exclamation mark',
    'La cheffe Claire Vasse répète. « Une conversation ! a-t-elle lancé à l’orchestre. Répondez. »',
    ['Une conversation !', 'Répondez'],
  ],
  [
    'ends with a relative clause',
    '« Il dort, dit Anne Morel, qui dirige la troupe. Il a raison. »',
    ['Il dort', 'Il a raison'],
  ],
  [
    'ends with a participle',
    '« Je compte mal, dit-elle, assise au bord du plateau. Et alors ? »',
    ['Je compte mal', 'Et alors ?'],
  ],
  [
    'ends before a clause of the quotation',
    '« J’aimerais bien, glisse-t-elle, que quelqu’un vienne. Pour elle. »',
    ['J’aimerais bien', 'que quelqu’un vienne. Pour elle'],
  ],
  [
    'has to whom it is said, and ends with a relative clause',
    '« Il dort, a expliqué mardi à la presse le capitaine Paul Renn, qui dirige les secours. Il a raison. »',
    ['Il dort', 'Il a raison'],
  ],
  [
    'has a noun with a relative clause',
    '« Il dort, raconte le camionneur, qui fait le trajet. Il a raison. »',
    ['Il dort', 'Il a raison'],
  ],
  [
    'says where somebody speaks',
    '« On vend de l’air, résume le patron du Lumen, à 12 kilomètres de là. Et il se vend. »',
    ['On vend de l’air', 'Et il se vend'],
  ],
  [
    'says how somebody speaks, behind a title',
    '« On vend de l’air, s’excuse Anne Morel, peintre, une main sur le cœur. Et il se vend. »',
    ['On vend de l’air', 'Et il se vend'],
  ],
  [
    'says how long somebody has been there',
    '« On vend de l’air, sourit Anne Morel, peintre, trente et un ans de maison. Et il se vend. »',
    ['On vend de l’air', 'Et il se vend'],
  ],
  [
    'has a verb that no list has',
    '« Je ne l’ai pas volé, commence-t-elle d’une voix sourde. Je l’ai mis à l’abri. »',
    ['Je ne l’ai pas volé', 'Je l’ai mis à l’abri'],
  ],
  [
    'says to whom',
    '« Remplis-le, lui a-t-elle dit, mais remplis-le bien. »',
    ['Remplis-le', 'mais remplis-le bien'],
  ],
  [
    'has somebody without a name',
    '« Personne ne signe, confie un cadre du service, sous le couvert de l’anonymat. Moi non plus. »',
    ['Personne ne signe', 'Moi non plus'],
  ],
])('fr: an aside within the marks %s', (_name, text, words) => {
  const rules = LANGUAGES.find(({code}) => code === 'fr')
  const passages = ['Anne Morel, peintre, est venue.', text].map((one, block) => ({
    block,
    text: one,
    isHeading: false,
  }))
  const found = rules ? quotesIn(passages, null, rules) : []
  expect(found.map((quote) => quote.words)).toEqual(words)
})

test.each([
  [
    'de',
    'Aus Ermittlerkreisen verlautete, die Spur führe ins Ausland. Die Gruppe sei dort „bekannt und geduldet“.',
    'Ermittlerkreisen',
  ],
  [
    'de',
    'Aus dem Umfeld des Rathauses verlautete, die Freigabe sei „zwischen Tür und Angel“ erfolgt.',
    'dem Umfeld des Rathauses',
  ],
  [
    'es',
    'Según una enfermera que pidió no ser identificada, la dejan en casa. «Vibra mucho», protesta.',
    'una enfermera',
  ],
])('%s: a source without a name speaks on: %s', (language, text, attribution) => {
  const rules = LANGUAGES.find(({code}) => code === language)
  const passages = ['Eva Roth (Ana Roda) wartet.', text].map((one, block) => ({
    block,
    text: one,
    isHeading: false,
  }))
  const found = rules ? quotesIn(passages, null, rules) : []
  expect(found.map((quote) => [quote.speakers, quote.attribution])).toEqual([[[], attribution]])
})

test('quoted words keep the marks of a name within them', () => {
  const rules = LANGUAGES.find(({code}) => code === 'de')
  const text = 'Der Verein „Leises Tal“ klagt. „Der Verein »Leises Tal« ist müde“, sagte Eva Roth.'
  const [quote] = rules ? quotesIn([{block: 0, text, isHeading: false}], null, rules) : []
  expect(quote?.words).toBe('Der Verein »Leises Tal« ist müde')
  expect(text.slice(quote?.from, quote?.to)).toBe(quote?.words)
})

describe('an office for several things, or of several towns, has them all in its name', () => {
  const spokeswoman = (title: string, office: string) => [['Ann Poll', title, office]]
  test.each([
    [
      'en',
      'The Department for Farms, Food and Rural Affairs said: “We regret it and will do better.”',
      [['Department for Farms, Food and Rural Affairs', null, null]],
    ],
    [
      'en',
      '“We regret it,” said Ann Poll, a spokeswoman for the Department for Culture, Media and Sport.',
      spokeswoman('spokeswoman', 'Department for Culture, Media and Sport'),
    ],
    [
      'en',
      'Officials of the Ministry of Culture, Ann Poll and Jan Orr said: “We regret it very much.”',
      [
        ['Ann Poll', null, null],
        ['Jan Orr', null, null],
      ],
    ],
    [
      'de',
      '„Wir bedauern das sehr“, sagte Ann Poll, Sprecherin des Ministeriums für Umwelt, Klima und Forsten.',
      spokeswoman('Sprecherin', 'Ministerium für Umwelt, Klima und Forsten'),
    ],
    [
      'es',
      '«Lo lamentamos mucho», dijo Ann Poll, portavoz de la Consejería de Educación, Cultura y Deportes.',
      spokeswoman('portavoz', 'Consejería de Educación, Cultura y Deportes'),
    ],
    [
      'fr',
      '« Nous le regrettons », a dit Ann Poll, porte-parole du ministère de l’Agriculture, de l’Eau et de la Forêt.',
      spokeswoman('porte-parole', 'ministère de l’Agriculture, de l’Eau et de la Forêt'),
    ],
    [
      'en',
      'Wold is a village. Wold and Fenside Council said it had “a legal duty to investigate” the noise.',
      [['Wold and Fenside Council', null, null]],
    ],
    [
      'en',
      'Mr Poll and Kiln Bay Council said: “We regret it and we will do better next time.”',
      [['Kiln Bay Council', null, null]],
    ],
    [
      'en',
      'Some residents stayed. Residents and Kiln Bay Council said: “We regret it and will do better.”',
      [['Kiln Bay Council', null, null]],
    ],
  ])('%s: %s', (language, text, speakers) => {
    expect(speakersOf(language, [text])).toEqual(speakers)
  })
})

describe('a speaker is found', () => {
  test.each([
    [
      'behind an age that is told with what somebody does',
      'en',
      ['Ann Poll is 74, a piano tuner, and deaf in one ear. “I hear what I must,” Poll said.'],
      [['Ann Poll', 'piano tuner', null]],
    ],
    [
      'with the organisation that a noun means',
      'en',
      [
        'The Wold Port Authority closed the café on Monday.',
        'Ann Poll, the authority’s harbour master, said: “We regret it very much indeed.”',
      ],
      [['Ann Poll', 'harbour master', 'Wold Port Authority']],
    ],
    [
      'where a local speaks as the union',
      'en',
      [
        'Members of Transit Operators Local 88 walked out. The agency ran no trains.',
        'The union called it “a matter of conscience, not contract.”',
      ],
      [['Transit Operators Local 88', null, null]],
    ],
    [
      'before somebody whom the question names',
      'en',
      [
        'Jan Orr, a lollipop man, has held the sign for years.',
        'Tom Poll, a councillor, said that he disliked the word.',
        'Asked whether he had seen Mr Orr at work, he said: “I have been stopped by him.”',
      ],
      [['Tom Poll', 'councillor', null]],
    ],
    [
      'where an authority is a ministry, and another one follows',
      'de',
      [
        'Das Landesumweltministerium wies die Kritik zurück. Die Unterlagen seien „in Teilen unvollständig“, teilte die Behörde mit.',
        'Für das Wochenende erwartet der Deutsche Flussdienst 4,90 Meter.',
      ],
      [['Landesumweltministerium', null, null]],
    ],
    [
      'behind a leaflet',
      'de',
      [
        'Der Verband der Gebührenzahler riet dazu. „Wer Widerspruch einlegt, braucht keinen Anwalt“, heißt es in einem Merkblatt, das der Verband verschickt hat.',
      ],
      [['Verband der Gebührenzahler', null, null]],
    ],
    [
      'where a building cannot be the woman who speaks',
      'fr',
      [
        'Claire Morel coupe le moteur. Elle élève des brebis. Si l’abattoir de Brance ferme, le plus proche sera à 94 kilomètres.',
        '« Une bête qui roule, c’est une bête qui a peur », dit-elle en baissant le hayon.',
      ],
      [['Claire Morel', null, null]],
    ],
    [
      'at the head of a part of an organisation',
      'fr',
      [
        'L’hôpital de Brance est loin. « Tout est prêt », dit Claire Morel, cheffe du service d’obstétrique de l’établissement.',
      ],
      [['Claire Morel', 'cheffe du service d’obstétrique', 'hôpital de Brance']],
    ],
    [
      'where "she" is the other one of two who argue',
      'en',
      [
        'Joel Orr, a builder, was blunt. “It is a roof,” he told the meeting.',
        '“It is a filing cabinet,” replied Edie Poll, a councillor.',
        '“Then tell us where they are to go,” said Orr.',
        '“They can go where there is a window,” she said.',
      ],
      [['Edie Poll', 'councillor', null]],
    ],
    [
      'where two are named with "Ms." and "Mr."',
      'en',
      [
        'Ann Poll runs the exchange. Its owner, Jan Orr, would not dwell on it.',
        '“No museum,” Ms. Poll and Mr. Orr told the commission.',
      ],
      [
        ['Ann Poll', null, null],
        ['Jan Orr', 'owner', null],
      ],
    ],
    [
      'where a telephone company writes',
      'en',
      [
        'Wold Telephone pays him a dollar a year. In August the company asked for permission to stop. The service, it wrote in its filing, is “a courtesy whose purpose has expired.”',
        'Ann Poll, a historian at Kiln College, asked the callers themselves.',
      ],
      [['Wold Telephone', null, null]],
    ],
    [
      'where something of a colour looks like a name',
      'de',
      [
        'Grüne Knollenblätterpilze wachsen unter Eichen.',
        'Die Sachverständige Almut Poll prüft, was andere finden. An einem Vormittag habe sie 14 Knollenblätterpilze aussortiert, berichtete sie. „Das war mir zu viel.“',
      ],
      [['Almut Poll', 'Sachverständige', null]],
    ],
    [
      'behind "according to which"',
      'es',
      [
        'El magistrado lo escribe. Se apoya en un informe de la Universidad de Valdehoz, según el cual la campana produce «un ruido equiparable al de un martillo».',
      ],
      [['Universidad de Valdehoz', null, null]],
    ],
    [
      'where an office writes a letter',
      'fr',
      [
        'Claire Morel, coiffeuse, a ouvert son salon en mai. Elle n’a plus de clientes.',
        'La décision est venue de l’Agence de santé du Val. Dans un courrier adressé aux élus, elle invoque « une insécurité devenue structurelle ».',
      ],
      [['Agence de santé du Val', null, null]],
    ],
  ])('%s', (_, language, paragraphs, speakers) => {
    expect(speakersOf(language, paragraphs)).toEqual(speakers)
  })
})
