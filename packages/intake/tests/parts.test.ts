import {expect, test} from 'vitest'
import {english} from '../src/languages/en.ts'
import {french} from '../src/languages/fr.ts'
import {german} from '../src/languages/de.ts'
import {japanese} from '../src/languages/ja.ts'
import {spanish} from '../src/languages/es.ts'
import {labelledByline, nameLine, signature} from '../src/parts/bylines.ts'
import {isCreditOnly, splitCaption} from '../src/parts/credits.ts'
import {metaLine} from '../src/parts/meta.ts'
import {isGenre, isPageLine} from '../src/parts/page.ts'
import {creditParties} from '../src/parts/parties.ts'
import {splitDateline} from '../src/parts/dateline.ts'
import {outerMarks, quotedIn} from '../src/quotes/marks.ts'
import {titleAfter} from '../src/quotes/titles/title-beside.ts'
import {titleBefore} from '../src/quotes/titles/title-before.ts'
import {languageOf} from '../src/languages/languages.ts'
import {found} from './articles.ts'

test.for([
  ['A kiln at dawn. Photograph: Nora Flint', 'A kiln at dawn.', 'Nora Flint', english],
  ['A kiln at dawn. (ABC/Nora Flint)', 'A kiln at dawn.', 'ABC/Nora Flint', english],
  ['A kiln at dawn (photo Nora Flint)', 'A kiln at dawn', 'Nora Flint', english],
  ['A kiln at dawn. Courtesy of Kiln Trust', 'A kiln at dawn.', 'Courtesy of Kiln Trust', english],
  ['Ein Ofen. Foto: Nora Flint', 'Ein Ofen.', 'Nora Flint', german],
  ['Un horno, el martes. / NORA FLINT', 'Un horno, el martes.', 'NORA FLINT', spanish],
  ['Un horno en el patio / NORA FLINT', 'Un horno en el patio', 'NORA FLINT', spanish],
  ['A kiln at dawn. [Nora Flint/ABC]', 'A kiln at dawn.', 'Nora Flint/ABC', english],
  [
    'A kiln at dawn. Nora Flint—Getty Images',
    'A kiln at dawn.',
    'Nora Flint—Getty Images',
    english,
  ],
  ['A kiln at dawn. Pic: Nora Flint', 'A kiln at dawn.', 'Nora Flint', english],
  ['FILE PHOTO: A kiln. ABC/Nora Flint', 'FILE PHOTO: A kiln.', 'ABC/Nora Flint', english],
  ['Ein Ofen. Symbolbild: Nora Flint/abc', 'Ein Ofen.', 'Nora Flint/abc', german],
  ['Un four. PHOTO NORA FLINT, LA PRESSE', 'Un four.', 'NORA FLINT, LA PRESSE', french],
  ['Un four. L. FLINT / ABC', 'Un four.', 'L. FLINT / ABC', french],
  ['Un four. Nora Flint pour Le Four', 'Un four.', 'Nora Flint pour Le Four', french],
  ['Un horno de 1911. | Compañía Horno', 'Un horno de 1911.', 'Compañía Horno', spanish],
  ['Un horno. Nora Flint (Europa Press)', 'Un horno.', 'Nora Flint (Europa Press)', spanish],
  [
    '火を入れた窯＝１２日、東窯で、石野窯人撮影',
    '火を入れた窯＝１２日、東窯で',
    '石野窯人撮影',
    japanese,
  ],
  [
    '火を入れた窯＝3日、東窯市、石野窯人撮影',
    '火を入れた窯＝3日、東窯市',
    '石野窯人撮影',
    japanese,
  ],
  ['火を入れた窯＝東窯町、石野窯人撮影', '火を入れた窯＝東窯町', '石野窯人撮影', japanese],
  ['火を入れた窯（ロイター＝共同）', '火を入れた窯', 'ロイター＝共同', japanese],
  ['火を入れた窯【撮影・石野窯人】', '火を入れた窯', '石野窯人', japanese],
] as const)('finds the credit of "%s"', ([text, caption, creditLine, rules]) => {
  expect(splitCaption(text, rules)).toMatchObject({caption, creditLine})
})

test.for([
  'The kiln was lit at dawn by the potters.',
  'It went out. [Laughs.]',
  '“It went out.” Nora Flint',
  'The Three O’Clock People',
  'A kiln at dawn / The Clay',
])('takes no credit from "%s"', (text) => {
  expect(splitCaption(text, english)).toBeNull()
})

test.for([
  ['Nora Flint/ABC', 'Nora Flint', 'ABC', english],
  ['Nora Flint for Kiln Review', 'Nora Flint', 'Kiln Review', english],
  ['© Kiln Museum', null, 'Kiln Museum', english],
  ['Nora Flint / The Kiln Museum, Open Content Program', 'Nora Flint', 'The Kiln Museum', english],
  ['Nora Flint / Kiln Museum, CC BY-SA 4.0', 'Nora Flint', 'Kiln Museum', english],
  ['MUSÉE DU FOUR / N. FLINT', 'N. FLINT', 'MUSÉE DU FOUR', french],
  ['ABC News: Nora Flint', 'Nora Flint', 'ABC News', english],
  ['Rex Flint/Kiln Press', 'Rex Flint', 'Kiln Press', english],
  ['Nora Flint, Sam Kiln', 'Nora Flint, Sam Kiln', null, english],
  ['Nora Flint on Unsplash', 'Nora Flint', 'Unsplash', english],
  ['Kiln Imaging via ABC', null, 'Kiln Imaging', english],
  ['Nora Flint via ABC', 'Nora Flint', 'ABC', english],
  ['Submitted by Nora Flint', null, 'Nora Flint', english],
  ['Contributed photo', null, null, english],
  ['AP Photo', null, 'AP', english],
  ['Nora von der Marsch/abc-bild', 'Nora von der Marsch', 'abc-bild', german],
  ['zVg', null, null, german],
  ['L’Écho du Four/Nora Flint', 'Nora Flint', 'L’Écho du Four', french],
  ['Nora Flint, collaboration spéciale', 'Nora Flint', null, french],
  ['Gentileza Archivo del Horno', null, 'Archivo del Horno', spanish],
  ['東窯機関の資料から', null, '東窯機関', japanese],
  ['NORA FLINT / FOUR IMAGES', 'NORA FLINT', 'FOUR IMAGES', french],
  ['PHOTO ARCHIVES MUNICIPALES DE FOURNAY', null, 'ARCHIVES MUNICIPALES DE FOURNAY', french],
  ['Fonds Flint / Archives du Four', null, 'Archives du Four', french],
  ['Crédit photo : Nora Flint', 'Nora Flint', null, french],
  ['PHOTO FOURNIE PAR LA MAIRIE', null, 'MAIRIE', french],
  ['ARCHIVO FAMILIA FLINT', null, 'FAMILIA FLINT', spanish],
  ['ARCHIVO DE LA FAMILIA FLINT', null, 'ARCHIVO DE LA FAMILIA FLINT', spanish],
  ['NORA FLINT (IMAGEN NORTE)', 'NORA FLINT', 'IMAGEN NORTE', spanish],
  ['Foto cedida por el Museo del Horno', null, 'Museo del Horno', spanish],
  ['東窯商船提供', null, '東窯商船', japanese],
  ['東窯図書館所蔵', null, '東窯図書館', japanese],
  ['石野窯人、大野ミキ', '石野窯人、大野ミキ', null, japanese],
  ['石野窯人（東窯通信）', '石野窯人', '東窯通信', japanese],
  ['代表撮影', null, null, japanese],
] as const)('finds who made and who owns the picture of "%s"', ([line, creator, holder, rules]) => {
  expect(creditParties(line, rules)).toEqual({creator, holder})
})

test('takes a company with a name like a person’s for the holder', () => {
  expect(creditParties('東窯丸山', japanese)).toMatchObject({creator: '東窯丸山'})
  const article = '運航する東窯丸山が１３日、発表した。'
  expect(creditParties('東窯丸山', japanese, article)).toMatchObject({holder: '東窯丸山'})
})

test('takes a firm that the article only names behind small words for the holder', () => {
  expect(creditParties('Tidy Orbit', english)).toMatchObject({creator: 'Tidy Orbit'})
  const article = 'Nora Flint looks for dead satellites at Tidy Orbit, a firm in Kiln Bay.'
  expect(creditParties('©Tidy Orbit', english, article)).toMatchObject({holder: 'Tidy Orbit'})
})

test.for([
  ['KILN BAY (ABC) — The fire went out.', 'KILN BAY (ABC)', english],
  ['KILN BAY, April 2 (Kiln Wire) - The fire went out.', 'KILN BAY, April 2 (Kiln Wire)', english],
  ['Ofenau (abc) - Das Feuer ist aus.', 'Ofenau (abc)', german],
  ['Fournay. – Le feu est éteint.', 'Fournay', french],
  ['KILN BAY, Ruthia — The fire went out.', 'KILN BAY, Ruthia', english],
  ['Kiln Bay, Ruthia — The fire went out.', 'Kiln Bay, Ruthia', english],
  ['KILN BAY | The fire went out.', 'KILN BAY', english],
  ['Ofenau/Berlin (abc) - Das Feuer ist aus.', 'Ofenau/Berlin (abc)', german],
  ['Ofenau/Berlin. Das Feuer ist aus.', 'Ofenau/Berlin', german],
  ['Fournay, envoyée spéciale. – Le feu est éteint.', 'Fournay, envoyée spéciale', french],
  ['Fournay – « Le feu est éteint. »', 'Fournay', french],
  ['HORNILLA, 4 May. (ABC) - El fuego se apagó.', 'HORNILLA, 4 May. (ABC)', spanish],
  ['Hornilla (ABC).- El fuego se apagó.', 'Hornilla (ABC)', spanish],
  ['【東窯・石野窯人】火が消えた。', '東窯', japanese],
  ['Hornilla (Lerma), 4 may (ABC).- El fuego se apagó.', 'Hornilla (Lerma), 4 may (ABC)', spanish],
  ['［東窯 ４日 共同］火が消えた。', '東窯 ４日 共同', japanese],
  ['OFENAU, 6. Juni (abc) – Das Feuer ist aus.', 'OFENAU, 6. Juni (abc)', german],
  ['OFENAU, 6. Juni Das Feuer ist aus.', 'OFENAU, 6. Juni', german],
  ['Ofenau, im Mai – Das Feuer ist aus.', 'Ofenau, im Mai', german],
  ['KILN BAY, Aug. 14 (HW) -- The fire went out.', 'KILN BAY, Aug. 14 (HW)', english],
  ['May 4 (Kiln Wire) - The fire went out.', 'May 4 (Kiln Wire)', english],
  ['Monday, May 4 — The fire went out.', null, english],
  ['REPORTAGE – Le feu est éteint.', null, french],
  ['Las Brasas | El fuego se apagó.', 'Las Brasas', spanish],
  ['【東窯１０日＝土通信】火が消えた。', '東窯１０日＝土通信', japanese],
  ['東窯１０日＝土通信　火が消えた。', '東窯１０日＝土通信', japanese],
  ['（東窯＝石野窯人）火が消えた。', '東窯', japanese],
  ['The fire went out. Nobody knew why.', null, english],
  ['KILN: What did you see? The fire went out.', null, english],
  ['Nora Flint, a potter — the oldest — left.', null, english],
] as const)('finds the dateline of "%s"', ([text, dateline, rules]) => {
  expect(splitDateline(text, rules)?.dateline ?? null).toBe(dateline)
})

test('takes a place for a dateline only if the article names it elsewhere', () => {
  const text = 'Ofenau. Der Brenner ging aus.'
  expect(splitDateline(text, german)).toBeNull()
  expect(splitDateline(text, german, 'Die Leute in Ofenau warten.')?.dateline).toBe('Ofenau')
})

const line = (text: string) => ({text, startsGroup: true, marks: []})

test.for([
  ['By Nora Flint and Sam Kiln', ['Nora Flint', 'Sam Kiln']],
  ['By Nora Flint, Staff Writer', ['Nora Flint']],
  ['Photographs by Nora Flint', ['Nora Flint']],
  ['By the time the fire went out', null],
  ['By Nora Flint for The Kiln', ['Nora Flint']],
  ['By Nora Flint, Kiln Wire', ['Nora Flint']],
  ['Posted by Nora Flint', ['Nora Flint']],
  ['By Nora Flint nflint@kiln.example', ['Nora Flint']],
  ['Eine Reportage von Nora Flint', ['Nora Flint'], german],
  ['Von Nora Flint, Ofenau', ['Nora Flint'], german],
  ['Von Nora Flint (Text) und Sam Kiln (Fotos)', ['Nora Flint', 'Sam Kiln'], german],
  ['De notre correspondante à Fournay, Nora Flint', ['Nora Flint'], french],
  ['Enquête de Nora Flint', ['Nora Flint'], french],
  ['Reportage : Nora Flint', ['Nora Flint'], french],
  ['Texte Nora Flint • Photos Sam Kiln', ['Nora Flint', 'Sam Kiln'], french],
  ['Par Nora Flint avec ABC', ['Nora Flint'], french],
  ['Crónica de Nora Flint', ['Nora Flint'], spanish],
  ['TEXTO: NORA FLINT / FOTOS: SAM KILN', ['NORA FLINT', 'SAM KILN'], spanish],
  ['ライター 石野窯人', ['石野窯人'], japanese],
  ['Text by 石野窯人', ['石野窯人'], japanese],
] as const)('finds the names in "%s"', ([text, names, rules = english]) => {
  expect(labelledByline(line(text), 0, rules)?.bylines.map(({name}) => name) ?? null).toEqual(names)
})

test.for([
  ['By Nora Flint | May 4, 2025', 'Nora Flint', null, ['May 4, 2025'], english],
  ['By Nora Flint, May 4, 2025', 'Nora Flint', null, ['May 4, 2025'], english],
  ['Nora Flint May 4, 2025', 'Nora Flint', null, ['May 4, 2025'], english],
  ['4 May 2025 by Nora Flint', 'Nora Flint', null, ['4 May 2025'], english],
  ['Yesterday at 8:15 p.m. · Nora Flint', 'Nora Flint', null, ['Yesterday at 8:15 p.m.'], english],
  ['Modifié le 4 mai - Nora Flint', 'Nora Flint', null, ['Modifié le 4 mai'], french],
  ['Hornilla - 4 may 2025 - 05:30', null, 'Hornilla', ['4 may 2025 - 05:30'], spanish],
  ['2025年5月4日 日曜日 文：石野窯人', '石野窯人', null, ['2025年5月4日 日曜日'], japanese],
] as const)('takes "%s" apart', ([text, name, place, page, rules]) => {
  const found = metaLine(line(text), 0, rules)
  expect(found?.byline?.bylines[0]?.name ?? null).toBe(name)
  expect(found).toMatchObject({place, page})
})

test.for([
  ['Publié le 4 mai 2025 – Temps de lecture : 3 min', french],
  ['© 2031 Ediciones Horno, S. L.', spanish],
  ['Publié le 4 mai 2025 à 18h42, modifié le 5 mai 2025 à 07h10', french],
  ['© Agence du Four. Tous droits de reproduction réservés', french],
  ['À lire également : la nuit des potiers', french],
  ['5月4日(日) 12:30配信', japanese],
  ['(continued on page 9)', english],
  ['Fortsetzung auf Seite 9', german],
  ['(suite page 9)', french],
  ['Viene de la página 9', spanish],
  ['© El Horno 2031. Prohibida la reproducción.', spanish],
  ['A- A+', spanish],
  ['(c) Agencia del Horno', spanish],
  ['2031.05.04 SUN', japanese],
  ['2031年5月4日　5時00分（最終更新：5月4日　9時20分）', japanese],
  ['4分で読めます', japanese],
  ['May 4, 2031 4:41 PM GMT+1 Updated 17 mins ago', english],
  ['この記事は3分で読めます', japanese],
  ['（１面から続く）', japanese],
  ['２０３０年１１月２３日　朝刊１面', japanese],
  ['Prefer the Kiln on search', english],
  ['Your email address will not be published.', english],
  ['Schreiben Sie einen Kommentar', german],
  ['Votre adresse e-mail ne sera pas publiée.', french],
  ['Deja un comentario', spanish],
  ['メールアドレスが公開されることはありません。', japanese],
] as const)('leaves "%s" to the page', ([text, rules]) => {
  expect(isPageLine(line(text), rules)).toBe(true)
  expect(metaLine(line(text), 0, rules)).toBeNull()
})

test('finds place and role in brackets behind a name', () => {
  expect(nameLine('Nora Flint (Fournay, envoyée spéciale)', 0, french)).toMatchObject({
    dateline: 'Fournay',
    role: 'envoyée spéciale',
  })
})

test('takes a headline above a standfirst of two sentences', async () => {
  const lines = [
    'Festival',
    '»Der Ofen gehört uns allen«',
    'Drei Tage lang wollten Töpfer ein Tal heizen. Dann ging das Feuer aus. Eine Suche zwischen Ton, Holz und Asche',
    'Text: Nora Flint',
    'Der Ofen am Morgen danach: 120 Scheite Birke vor dem Bach\n© Sam Kiln',
    'Am Montag wurde das Feuer angezündet, von der ältesten Töpferin im Tal.',
    'Es sollte zwei Wochen lang brennen, wie vor der Flut.',
    'Das Tor im Hof, 1958\nFoto: Archiv Flint & Sohn',
    'Tondorf hat seither nicht geschlafen, und das Holz ist nass.',
  ]
  const {kicker, headline, dek, photos} = await found(Buffer.from(lines.join('\n\n')), 'tal.txt')
  expect([kicker?.text, headline?.text, dek?.text]).toEqual(lines.slice(0, 3))
  expect(photos.map(({creator, holder}) => creator ?? holder)).toEqual([
    'Sam Kiln',
    'Archiv Flint & Sohn',
  ])
})

test('names who wrote below the text, and nobody who edited', async () => {
  const text = [
    'Der Ofen brennt wieder',
    'Am Montag wurde das Feuer angezündet, von der ältesten Töpferin im Tal.',
    'Es soll zwei Wochen lang brennen, wie vor der Flut.',
  ]
  const below = [...text, 'Nora Flint', 'Nora Flint schreibt über das Handwerk.']
  const german = await found(Buffer.from(below.join('\n\n')), 'ofen.txt')
  expect(german.bylines.map(({name}) => name)).toEqual(['Nora Flint'])
  const lines = [
    'The kiln burns again',
    'By Nora Flint',
    'The fire was lit on Monday by the oldest potter of the town.',
    'It will burn for two weeks, as it did before the flood.',
    'Reporting by Nora Flint in Kiln Bay; Editing by Sam Kiln',
  ]
  const english = await found(Buffer.from(lines.join('\n\n')), 'kiln.txt')
  expect(english.bylines.map(({name}) => name)).toEqual(['Nora Flint'])
  expect(english.authorBio?.text).toBe(lines.at(-1))
})

test('takes a teaser for the standfirst, and DR for a credit', async () => {
  const page = `<article><h1>Le four brûle de nouveau</h1>
    <p class="teaser">Les potiers ont attendu onze ans. Le bois est mouillé.</p>
    <p>Lundi, le feu a été allumé par la plus vieille potière de la vallée.</p>
    <p>Il brûlera deux semaines, comme avant la crue.</p></article>`
  expect((await found(Buffer.from(page), 'four.html')).dek?.text).toMatch(/^Les potiers/)
  expect(isCreditOnly('DR', french)).toBe(true)
})

test.for(['若手が定着、仲買には不満も', '財源の更新、窯には火を'])(
  'takes "%s" for no names',
  (text) => {
    expect(nameLine(text, 0, japanese)).toBeNull()
  },
)

test.for([
  ['Handwerk, Landkreis', 'Tondorf brennt im Dunkeln'],
  ['MARKT UND OFEN', 'Scherben bringen Glück'],
])('takes "%s" above a short headline for the kicker', async (head) => {
  const lines = [
    head.join('\n'),
    'Die Töpfer haben elf Jahre lang gewartet. Jetzt raucht es am Hafen.',
    'VON NORA FLINT',
    'Am Montag wurde das Feuer angezündet, von der ältesten Töpferin.',
    'Es soll zwei Wochen lang brennen, wie vor der Flut.',
  ]
  const {kicker, headline} = await found(Buffer.from(lines.join('\n\n')), 'ofen.txt')
  expect([kicker?.text, headline?.text]).toEqual(head)
})

test('finds two authors in brackets below a Japanese text', () => {
  const signed = signature('（石野窯人、大野ミキ）', 9, japanese)
  expect(signed?.bylines.map(({name}) => name)).toEqual(['石野窯人', '大野ミキ'])
})

test.for([
  'Nora Flint | Hornilla',
  'NORA FLINT, Hornilla',
  'NORA FLINT / Hornilla',
  'NORA FLINT. HORNILLA',
  'NORA FLINT, EN HORNILLA',
  'NORA FLINT | HORNOS',
])('finds the place in "%s"', (text) => {
  const found = nameLine(text, 0, spanish)
  expect(found?.bylines.map(({name}) => name.toLowerCase())).toEqual(['nora flint'])
  expect(found?.dateline?.toLowerCase()).toMatch(/^horn/)
})

test.for([
  ['“I lit it,” she said, “and it went out.”', ['I lit it', 'and it went out'], english],
  ["'It's the potters' fire,' he said.", ["It's the potters' fire"], english],
  [
    '« Je l’ai allumé, raconte Nora Flint. Il est éteint. »',
    ['Je l’ai allumé', 'Il est éteint'],
    french,
  ],
  ['—No lo sé —dijo ella—. Nadie lo sabe.', ['No lo sé', 'Nadie lo sabe'], spanish],
  ['„Es brennt“, sagte sie.', ['Es brennt'], german],
] as const)('finds the words between the marks of %s', ([text, words, rules]) => {
  const passage = {block: 0, text, isHeading: false}
  expect(
    quotedIn(passage, outerMarks([passage], rules), rules).map((quoted) => quoted.words),
  ).toEqual(words)
})

test.for([
  [
    ', Chief Economist at Kiln Bank, said',
    {title: 'Chief Economist', affiliation: 'Kiln Bank'},
    english,
  ],
  [
    ', 43, the head of research at Kiln Bank,',
    {title: 'head of research', affiliation: 'Kiln Bank'},
    english,
  ],
  [
    ', a zymurgist at Kiln Institute, said',
    {title: 'zymurgist', affiliation: 'Kiln Institute'},
    english,
  ],
  [', Imker in vierter Generation, sagte', {title: 'Imker', affiliation: null}, german],
  [' lit the fire', null, english],
] as const)('finds the title in "Nora Flint%s"', ([text, found, rules]) => {
  const title = titleAfter(`Nora Flint${text}`, 10, rules)
  if (found) expect(title).toMatchObject(found)
  else expect(title).toBeNull()
})

test.for([
  ['Nora Flint Arts correspondent and Ben Clay in Kiln Bay', english, 'Kiln Bay'],
  ['Nora Flint, Arts editor, and Ben Clay in Kiln Bay', english, 'Kiln Bay'],
  ['By our correspondents in Kiln Bay, Nora Flint and Ben Clay', english, 'Kiln Bay'],
  ['By Nora Flint | Photographs by Ben Clay', english, null],
  ['Von unseren Reportern Nora Flint und Ben Clay in Ofenau', german, 'Ofenau'],
  ['Von Nora Flint (Text) und Ben Clay (Fotos)', german, null],
  ['De nos envoyés spéciaux à Fournay, Nora Flint et Ben Clay', french, 'Fournay'],
  ['Nora Flint, chef du service économie, et Ben Clay', french, null],
  ['Por nuestros corresponsales en Hornilla, Nora Flint y Ben Clay', spanish, 'Hornilla'],
  ['Nora Flint / Fotos: Ben Clay', spanish, null],
  ['Nora Flint | Ben Clay', spanish, null],
] as const)('finds two authors and their place in "%s"', ([text, rules, place]) => {
  const named = labelledByline(line(text), 0, rules) ?? nameLine(text, 0, rules)
  expect(named?.bylines.map(({name}) => name)).toEqual(['Nora Flint', 'Ben Clay'])
  expect(named?.dateline).toBe(place)
})

test.for([
  ['Von Nora Flint, abc', german, 'Nora Flint', 'abc'],
  ['Ofenblatt-Reporterin Nora Flint', german, 'Nora Flint', null],
  [
    'Par Nora Flint, directrice de la rédaction',
    french,
    'Nora Flint',
    'directrice de la rédaction',
  ],
  ['REDACCIÓN', spanish, 'REDACCIÓN', null],
  ['社会部・石野窯人記者', japanese, '石野窯人', '社会部'],
  ['文＝石野窯人　編集＝大野ミキ', japanese, '石野窯人', '編集＝大野ミキ'],
] as const)('finds what the author is in "%s"', ([text, rules, name, role]) => {
  const named = labelledByline(line(text), 0, rules) ?? nameLine(text, 0, rules)
  expect(named?.bylines.map((byline) => byline.name)).toEqual([name])
  expect(named?.role).toBe(role)
})

test.for([
  ['Text und Fotos: Nora Flint', german, 'Nora Flint'],
  ['Texte et photos : Nora Flint', french, 'Nora Flint'],
  ['Texto y fotos: Nora Flint', spanish, 'Nora Flint'],
  ['（文・写真＝石野窯人）', japanese, '石野窯人'],
] as const)('finds one person with two jobs in "%s"', ([text, rules, name]) => {
  expect(labelledByline(line(text), 0, rules)?.bylines).toMatchObject([
    {name, role: 'writer'},
    {name, role: 'photographer'},
  ])
})

test('takes two Japanese names with a space between for two authors', () => {
  const namesOf = (text: string) => nameLine(text, 0, japanese)?.bylines.map(({name}) => name)
  expect(namesOf('石野窯太郎　大野ミキ')).toEqual(['石野窯太郎', '大野ミキ'])
  expect(namesOf('佐々木　窯太郎')).toEqual(['佐々木　窯太郎'])
})

test('finds the salutation of a letter, and who signed above the paper’s own note', async () => {
  const lines = ['Un four pour tous', 'Madame la rédactrice,', ...FRENCH_TEXT]
  const file = [
    ...lines,
    'Nora Flint, Fournay',
    'La rédaction se réserve le droit d’abréger les lettres.',
  ].join('\n\n')
  const letter = await found(Buffer.from(file), 'lettre.txt')
  expect(letter.dek).toBeNull()
  expect(letter.body[0]).toMatchObject({text: 'Madame la rédactrice,'})
  expect(letter.bylines.map(({name}) => name)).toEqual(['Nora Flint'])
  expect(letter.dateline?.text).toBe('Fournay')
})

test('finds a title before a name', () => {
  const text = 'The trust’s head of glazing, Nora Flint'
  expect(titleBefore(text, text.indexOf('Nora'), english)).toMatchObject({
    title: 'head of glazing',
    affiliation: 'The trust',
  })
})

test('takes a question for the headline, and a byline with two jobs', async () => {
  const lines = [
    '小さな商いの研究',
    '深夜まで開いている本屋に、なぜ人は集まるのか？',
    '終電後の商店街に、明かりがひとつ。',
    '聞き手・文＝真木ソラ　撮影＝長峰ジュン',
    '終電が出たあとの商店街に、ひとつだけ明かりがついている。',
    '店の名は「夜更かし」。夜8時に開き、深夜2時に閉まる。',
  ]
  const {headline, kicker, bylines} = await found(Buffer.from(lines.join('\n\n')), 'shop.txt')
  expect([kicker?.text, headline?.text]).toEqual(lines.slice(0, 2))
  expect(bylines.map(({name}) => name)).toEqual(['真木ソラ', '長峰ジュン'])
})

test('takes a headline of two sentences, and what is below it without blank lines', async () => {
  const text = [
    'Crafts',
    'She Can Fire Any Kiln in the Bay. She’d Rather Not.',
    'At 88, the oldest potter of the town lets the fire go out',
    'Nora Flint | Staff Reporter',
    'May 4, 2025',
  ]
  const lines = [
    text.join('\n'),
    'A kiln on the last morning of the fire.\nPhoto by Sam Kiln for The Kiln',
    'The fire was lit on Monday by the oldest potter of the town.',
    'It will burn for two weeks, as it did before the flood.',
    'Nobody in the town has slept since the fire was lit.',
    'Ms Flint keeps bees.',
  ]
  const {kicker, headline, dek, bylines, photos, body, authorBio} = await found(
    Buffer.from(lines.join('\n\n')),
    'kiln.txt',
  )
  expect([kicker?.text, headline?.text, dek?.text]).toEqual(text.slice(0, 3))
  expect(bylines.map(({name}) => name)).toEqual(['Nora Flint'])
  expect(photos).toMatchObject([{creditLine: 'Sam Kiln for The Kiln', creator: 'Sam Kiln'}])
  expect(body).toHaveLength(3)
  expect(authorBio?.text).toBe('Staff Reporter\nMs Flint keeps bees.')
})

test('takes a headline in capitals whose second sentence could be a name', async () => {
  const lines = [
    'Economy',
    'Can Night Trains Pay Their Way? Arden Thinks So',
    'The government has ordered 90 cars. Economists wonder who will pay.',
    'A car at the depot in January. (© Kiln Images by Nora Flint)',
    'The fire was lit on Monday by the oldest potter of the town.',
    'It will burn for two weeks, as it did before the flood.',
  ]
  const {kicker, headline, dek} = await found(Buffer.from(lines.join('\n\n')), 'trains.txt')
  expect([kicker?.text, headline?.text, dek?.text]).toEqual(lines.slice(0, 3))
})

test('takes a German line with a verb for the headline, and not for a kicker', async () => {
  const lines = [
    'Wesseler Radwerke stellen Insolvenzantrag',
    '640 Beschäftigte betroffen – Verwalterin: „Das Licht bleibt an“',
    'WESSEL (kcw) – Die Radwerke sind zahlungsunfähig, wie sie am Mittwoch mitteilten.',
    'Das Feuer wurde am Montag von der ältesten Töpferin der Stadt entzündet.',
  ]
  const {kicker, headline, dek} = await found(Buffer.from(lines.join('\n\n')), 'bikes.txt')
  expect([kicker, headline?.text, dek?.text]).toEqual([null, ...lines.slice(0, 2)])
})

test('leaves out the sentence above an article in a mail', async () => {
  const head = 'From: Nora Flint <nora@example.org>\nTo: desk@example.org\nSubject: Kiln\n'
  const lines = [
    'Kiln piece below, 600 words.',
    'CRAFTS',
    'Kiln Bay relights its oldest kiln',
    'By Nora Flint',
    'The fire was lit on Monday by the oldest potter of the town, and nobody slept.',
    'It will burn for two weeks, as it did before the flood, if the wind does not turn.',
  ]
  const file = Buffer.from(`${head}\n${lines.join('\n\n')}`)
  const {kicker, headline, furniture} = await found(file, 'kiln.eml')
  expect([kicker?.text, headline?.text]).toEqual(lines.slice(1, 3))
  expect(furniture.map(({text}) => text)).toEqual(lines.slice(0, 1))
})

test('takes the address of a film on a line of its own for the film', async () => {
  const paragraph = 'The fire was lit on Monday by the oldest potter of the town.'
  const film = 'https://www.youtube.com/watch?v=abc'
  const {body} = await foundIn(
    `Kiln Bay Relights Its Kiln\n\n${paragraph}\n\n${film}\n\n${paragraph}`,
  )
  expect(body[1]).toMatchObject({kind: 'embed', address: film})
})

test('takes the section above a headline for its kicker, below a button too', async () => {
  const lines = [
    'Connect with us',
    'Politics & Security',
    'Kiln Bay Relights Its Oldest Kiln',
    'The potters have waited for eleven years.',
    'The fire was lit on Monday by the oldest potter of the town.',
    'It will burn for two weeks, as it did before the flood.',
  ]
  const {kicker, furniture} = await found(Buffer.from(lines.join('\n\n')), 'kiln.txt')
  expect([kicker?.text, furniture.map(({text}) => text)]).toEqual([lines[1], [lines[0]]])
})

test.for([
  ['Das Ofenblatt, Ausgabe Nord, Seite 14'],
  ['Ton und Glut – Das Magazin für Töpfer\nHeft 9/2031\nSeite 14'],
  ['Ton und Glut · Fachzeitschrift für Töpfer\nMai 2031'],
  ['OFENBLATT\nFachzeitschrift für Töpfer'],
  ['Das Ofenblatt | Montag, 4. Mai 2031'],
  ['OFENDIENST // INLAND // FREI'],
])('takes the running head of a printed page for no headline: "%s"', async ([head = '']) => {
  const lines = [
    head,
    'Handwerk',
    'Der älteste Ofen brennt wieder',
    'Die Töpfer haben elf Jahre lang gewartet. Jetzt raucht es am Hafen.',
    'Von Nora Flint',
    'TONDORF. Am Montag wurde das Feuer angezündet, von der ältesten Töpferin.',
    'Es soll zwei Wochen lang brennen, wie vor der Flut. Tondorf hat seither nicht geschlafen.',
  ]
  const {kicker, headline, dek, bylines, furniture} = await found(
    Buffer.from(lines.join('\n\n')),
    'ofen.txt',
  )
  expect([kicker?.text, headline?.text, dek?.text]).toEqual(lines.slice(1, 4))
  expect(bylines.map(({name}) => name)).toEqual(['Nora Flint'])
  expect(furniture.map(({text}) => text)).toEqual(head.split('\n'))
})

/** What the lines of a head are found to be, above two paragraphs of a language. */
const headOf = async (lines: readonly string[], text: readonly string[]) => {
  const file = Buffer.from([...lines, '', text.join('\n\n')].join('\n'))
  const {kicker, headline, dek, bylines, furniture} = await found(file, 'kiln.txt')
  return {
    kicker: kicker?.text ?? null,
    headline: headline?.text ?? null,
    dek: dek?.text ?? null,
    bylines: bylines.map(({name}) => name),
    furniture: furniture.map((one) => one.text),
  }
}

const GERMAN_TEXT = [
  'Am Montag wurde das Feuer angezündet, von der ältesten Töpferin im Tal.',
  'Es soll zwei Wochen lang brennen, wie vor der Flut.',
]
const ENGLISH_TEXT = [
  'The fire was lit on Monday by the oldest potter of the town.',
  'It will burn for two weeks, as it did before the flood.',
]
const FRENCH_TEXT = [
  'Lundi, le feu a été allumé par la plus vieille potière de la vallée.',
  'Il brûlera deux semaines, comme avant la crue.',
]
const SPANISH_TEXT = [
  'El fuego se encendió el lunes y lo hizo la alfarera más vieja del valle.',
  'Arderá durante dos semanas, como antes de la riada.',
]
const JAPANESE_TEXT = [
  '　窯の火が４日、入れられた。火を入れたのは町でいちばん年長の陶工だった。',
  '　洪水の前と同じように、二週間燃え続けるという。',
]

/** F is a line of the page, K the kicker, H the headline, D the standfirst, B the byline of Nora Flint or 石野窯人. */
test.for([
  [
    GERMAN_TEXT,
    'F Seite 7',
    'F Ofentaler Bote',
    'F Montag, 4. Mai 2031',
    'K Handwerk',
    'H Der Ofen brennt',
    'D Die Töpfer haben elf Jahre lang gewartet. Jetzt raucht es.',
    'B Von Nora Flint',
  ],
  [
    GERMAN_TEXT,
    'K Nach der Flut',
    'H Wenn das Tal wieder raucht',
    'D Ein Besuch in der Werkstatt von Ofenau',
    'B Nora Flint',
  ],
  [
    GERMAN_TEXT,
    'F www.ofenbote.example',
    'F 04.05.2031',
    'H Der Ofen brennt wieder',
    'D Zwei Wochen Glut im Tal – die Töpfer hoffen auf Gäste',
    'B Von Nora Flint',
  ],
  [GERMAN_TEXT, 'K Flut im Tal:', 'H Ofen brennt wieder – 40 Töpfer an der Glut'],
  [
    GERMAN_TEXT,
    'K Interview',
    'H „Haben Sie keine Angst vor dem Feuer?“',
    'D Die Töpferin Ada Glut über Ton, Holz und ihre vierzig Gäste',
  ],
  [
    ENGLISH_TEXT,
    'F THE KILN COURIER',
    'F Monday, May 4, 2031',
    'F A4',
    'K CRAFTS',
    'H The kiln burns again',
    'D Forty potters watch through the night as the flood recedes',
    'B By Nora Flint',
  ],
  [
    ENGLISH_TEXT,
    'F KC-KILN-FIRE 4th LD (Adds mayor, quotes; edits throughout)',
    'H Old kiln burns again after forty years',
    'B By Nora Flint',
  ],
  [
    ENGLISH_TEXT,
    'F BC-KILN-FIRE',
    'F Eds: UPDATES with quotes',
    'H Old kiln burns again',
    'B By NORA FLINT',
  ],
  [
    ENGLISH_TEXT,
    'F Home > News > Crafts',
    'K Crafts',
    'H Oldest kiln in the bay burns again',
    'B Nora Flint',
  ],
  [
    ENGLISH_TEXT,
    'F 12 | Kiln Life | May 2031',
    'H Fire by night',
    'D A potter, a flood and forty hungry guests',
    'B By Nora Flint',
  ],
  [
    FRENCH_TEXT,
    'F Le Cri du Four - lundi 4 mai 2031',
    'F Page 5',
    'K ARTISANAT',
    'H Le four brûle de nouveau',
    'D Les potiers ont attendu onze ans. Le bois est mouillé.',
    'B Par Nora Flint',
  ],
  [
    FRENCH_TEXT,
    'K Reportage',
    'H Une nuit au four',
    'D À Fournay, la crue a réveillé quarante potiers et un boulanger',
    'B Nora Flint',
  ],
  [
    SPANISH_TEXT,
    'K La riada en el valle',
    'H Una noche de fuego',
    'D Cuarenta alfareros durmieron en el taller. Un panadero los alimentó.',
    'B NORA FLINT | HORNILLA',
  ],
  [
    SPANISH_TEXT,
    'F Inicio > Sucesos > Hornilla',
    'H El horno más viejo del valle vuelve a arder',
    'B Nora Flint',
  ],
  [
    JAPANESE_TEXT,
    'F 2031年5月4日 朝刊 社会面',
    'H 東窯の火、十一年ぶり',
    'D 陶工四十人が夜通し見守る　洪水から再起',
  ],
  [
    JAPANESE_TEXT,
    'F 東窯日報　2031年5月4日　朝刊　12面',
    'K 【社会】',
    'H 東窯に火、十一年ぶり　陶工四十人が見守る',
  ],
  [
    JAPANESE_TEXT,
    'F 東窯オンライン',
    'F トップページ ＞ ニュース ＞ 暮らし',
    'K 暮らし',
    'H 東窯の陶工、十一年ぶりの火入れ　「待つ人がいる」',
    'B 取材・文：石野窯人',
  ],
  [JAPANESE_TEXT, 'F ＜社会＞＜朝刊用＞', 'F ◎東窯', 'H 東窯に火、十一年ぶり'],
  [JAPANESE_TEXT, 'K 東窯の洪水', 'H 十一年ぶり火', 'D 四十人、工房で一夜'],
  [
    JAPANESE_TEXT,
    'F 東窯日報　2031年5月4日　朝刊　12面',
    'K 谷あいの窯のゆくえ',
    'H 一日四十人の窯、町が「継ぐ」　東窯存続へ新組合',
    'D 町民出資一万円から　「火が消えれば名前も消える」',
  ],
  [
    JAPANESE_TEXT,
    'K 連載　土と生きる①',
    'H 火を入れる日',
    'D 最後の陶工、大野ミキさん',
    'B 石野窯人',
  ],
  [
    JAPANESE_TEXT,
    'K インタビュー',
    'H 「窯は町の火なんです」',
    'D 東窯の陶工、大野ミキさんに聞く',
    'B 聞き手・石野窯人',
  ],
  [
    GERMAN_TEXT,
    'F +++ EILT +++ Priorität 2 +++',
    'F Handwerk/Öfen/Flut',
    'H Der Ofen im Tal brennt wieder',
    'B Von Nora Flint',
  ],
  [
    ENGLISH_TEXT,
    'F KILN-FIRE AFTERMATH, 3rd Ld-Writethru | 540 words',
    'H Oldest kiln in the bay burns again',
    'B By Nora Flint',
  ],
  [
    FRENCH_TEXT,
    'F Le Courrier du Four',
    'F @courrierdufour',
    'K Tribune',
    'H Le four brûle de nouveau, et la vallée avec lui',
    'B Par Nora Flint',
  ],
  [
    FRENCH_TEXT,
    'F ATTENTION - ACTUALISE avec bilan, AJOUTE réaction ///',
    'H Le four brûle de nouveau dans la vallée',
  ],
  [
    SPANISH_TEXT,
    'F De: Mesa de Opinión',
    'F Para: Cierre',
    'F Asunto: Columna jueves OK',
    'K OPINIÓN',
    'H Elogio del horno averiado',
    'B Nora Flint',
  ],
  [
    SPANISH_TEXT,
    'F La Tribuna del Horno',
    'F Edición digital - Sociedad',
    'H El horno más viejo del valle vuelve a arder',
    'D La riada lo apagó hace once años. Cuarenta alfareros lo encendieron.',
    'B Por Nora Flint',
  ],
  [JAPANESE_TEXT, 'F ◎速報　降版注意', 'F （写真あり、写真番号１４）', 'H 東窯に火、十一年ぶり'],
  [
    ENGLISH_TEXT,
    'K Britain | Kilns',
    'H A burning matter',
    'D The kilns are cold again. Their neighbours are divided',
    'B By Nora Flint',
  ],
  [
    SPANISH_TEXT,
    'H El alfarero que apagó la lumbre',
    'D Julio Horno entrega las llaves del taller tras 31 inviernos',
    'B NORA FLINT / HORNILLA',
  ],
  [
    GERMAN_TEXT,
    'H Töpferei Glut schließt 42 Werkstätten',
    'D Gewerkschaft spricht von „Kahlschlag“ – die Töpfer fürchten um ihre Öfen',
  ],
  [
    FRENCH_TEXT,
    'F Politique',
    'F Société',
    'F Culture',
    'F Le four',
    'K Société',
    'H La nuit du four',
  ],
  [
    FRENCH_TEXT,
    'K Tribune',
    'H Laissons les fours s’éteindre. Ils nous remercieront plus tard.',
    'D Un collectif de potiers plaide pour une nuit sans feu par semaine.',
    'B Nora Flint',
  ],
  [SPANISH_TEXT, 'F HORNILLA BARRO', 'F AVANCE ///', 'H Cuarenta alfareros vuelven al horno'],
  [
    FRENCH_TEXT,
    'K Le fait du jour',
    'H Four éteint : « On a d’abord cru au gel »',
    'B Par notre envoyée spéciale à Fournay Nora Flint',
  ],
  [
    ENGLISH_TEXT,
    'F Kiln Live',
    "F News Sport What's On",
    '',
    "H Man finds his own missing shovel in neighbour's kiln",
    '',
    'D "I thought it looked familiar," says potter after three-week search',
    '',
    'B By Nora Flint',
  ],
  [
    ENGLISH_TEXT,
    'F Kiln Notes',
    'K Letters from a small harbour',
    '',
    'H What the old kiln knew',
    '',
    'D A reader wrote in. I went to look.',
    'B Nora Flint',
  ],
  [JAPANESE_TEXT, 'K コラム「窯辺の定規」第41回', 'H まっすぐ、とは何か', 'B 石野窯人'],
  [
    ENGLISH_TEXT,
    'F Kiln Today',
    'K Local News',
    'H Kiln potters count shovels, come up two short',
    'F Posted at 6:12 AM, May 04, 2031',
    'B By: Nora Flint',
  ],
] as const)('sorts the head %#', async ([text, ...head]) => {
  const of = (kind: string) =>
    head.filter((line) => line.startsWith(kind)).map((line) => line.slice(2))
  const sorted = await headOf(
    head.map((line) => line.slice(2)),
    text,
  )
  expect(sorted).toMatchObject({
    kicker: of('K')[0]?.replace(/^【(.+)】$/u, '$1') ?? null,
    headline: of('H')[0],
    dek: of('D')[0] ?? null,
  })
  expect(sorted.furniture.toSorted()).toEqual(of('F').toSorted())
  expect(sorted.bylines.map((name) => name.toLowerCase())).toEqual(
    of('B').map((line) => (/\p{sc=Han}/u.test(line) ? '石野窯人' : 'nora flint')),
  )
})

test.for([
  ['<h2>Forty potters watch the fire</h2>', true],
  ['<h3>Potters watch</h3><p>By Nora Flint</p>', true],
  ['<h2>Forty potters watch the fire</h2><h2>The bay is awake</h2>', true],
  ['<p><b>Forty potters watch the fire. The bay has not slept.</b></p>', true],
  ['<p><i>Forty potters watch the fire.</i></p>', true],
  ['<p>By Nora Flint</p><p class="x1">Forty potters watch the fire all night.</p>', true],
  ['<ul class="summary"><li>Forty potters watch</li></ul><p>By Nora Flint</p>', true],
  // The first sentence of the text in bold, a subhead of the text, a large first letter, points of a news agency
  ['<p><b>Forty potters watch the fire of the old kiln.</b></p>', false],
  ['<h2>The fire</h2><p>It burns.</p><p>It burns still.</p><h2>The bay</h2>', false],
  ['<p>By Nora Flint</p><p>Forty potters watch.</p>', false],
  [
    '<p>By Nora Flint</p><figure><img src="a.jpg"></figure><p>Forty potters watch the fire all night.</p>',
    false,
  ],
  [
    '<p>By Nora Flint</p><p class="has-drop-cap">Forty potters watch the fire all night.</p>',
    false,
  ],
  ['<ul class="summary"><li>Forty potters watch</li></ul>', false],
] as const)('tells a standfirst from the text by its look: %#', async ([below, isDek]) => {
  const text = ENGLISH_TEXT.map((paragraph) => `<p>${paragraph}</p>`).join('')
  const {dek} = await found(Buffer.from(`<h1>The old kiln burns</h1>${below}${text}`), 'kiln.html')
  expect(dek?.text.startsWith('Forty') || dek?.text === 'Potters watch').toBe(isDek)
})

test('leaves the name of the site to the page', async () => {
  const text = ENGLISH_TEXT.map((paragraph) => `<p>${paragraph}</p>`).join('')
  const page = `<title>The old kiln burns | Night Shift</title><p>Night Shift</p><h1>The old kiln burns</h1>${text}`
  const {kicker, furniture} = await found(Buffer.from(page), 'kiln.html')
  expect([kicker, furniture[0]?.text]).toEqual([null, 'Night Shift'])
})

test('takes initials above the text for a byline, and what a letter is about for its text', async () => {
  const lines = [
    'Der Ofen brennt',
    'Elf Jahre lang war er kalt. Jetzt raucht er.',
    'nf',
    ...GERMAN_TEXT,
  ]
  const {dek, bylines} = await found(Buffer.from(lines.join('\n\n')), 'ofen.txt')
  expect([dek?.text, bylines[0]?.name]).toEqual([lines[1], 'nf'])
  const letter = ['Ein Ofen für alle', 'Zum Artikel „Der Ofen brennt“ vom 4. Mai:', ...GERMAN_TEXT]
  const {body} = await found(Buffer.from(letter.join('\n\n')), 'brief.txt')
  expect(body[0]).toMatchObject({text: letter[1]})
})

test('takes the heading that the title begins with, not the name of the site above it', async () => {
  const page = `<title>The old kiln burns | Kiln Today</title><h1>Kiln Today</h1><h2>The old kiln burns</h2>
    ${ENGLISH_TEXT.map((text) => `<p>${text}</p>`).join('')}`
  expect((await found(Buffer.from(page), 'kiln.html')).headline?.text).toBe('The old kiln burns')
})

test('finds a standfirst between the byline and the text, and a byline on two lines', async () => {
  const lines = [
    'El horno arde de nuevo',
    '',
    'DE NUESTRO CORRESPONSAL',
    'NORA FLINT',
    'El barro espera.',
    '',
    ...SPANISH_TEXT,
  ]
  const {bylines} = await found(Buffer.from(lines.join('\n')), 'horno.txt')
  expect(bylines).toMatchObject([{name: 'NORA FLINT'}])
  const column = ['Le four', '', 'Par Nora Flint', 'Le four a perdu ses potiers et la nuit.', '']
  const {dek} = await found(
    Buffer.from([...column, FRENCH_TEXT[0], '', `${FRENCH_TEXT[1]}`].join('\n')),
    'four.txt',
  )
  expect(dek?.text).toBe(column[3])
})

test.for([
  [ENGLISH_TEXT, 'Nora Flint, Kiln Bay', 'Nora Flint', 'Kiln Bay'],
  [SPANISH_TEXT, 'Nora Flint. Hornilla', 'Nora Flint', 'Hornilla'],
  [ENGLISH_TEXT, 'Nora Flint (81), Kiln Bay', 'Nora Flint', 'Kiln Bay'],
  [ENGLISH_TEXT, 'Nora Flint\nKiln Bay', 'Nora Flint', 'Kiln Bay'],
  [JAPANESE_TEXT, '会社員　石野窯人（東窯市）', '石野窯人', '東窯市'],
  [JAPANESE_TEXT, '石野窯人', '石野窯人', null],
] as const)('finds who wrote a letter below it: %#', async ([text, signed, name, place]) => {
  const title = text === JAPANESE_TEXT ? '東窯に火、十一年ぶり' : 'A kiln for all of us'
  const file = Buffer.from([title, ...text, signed].join('\n\n'))
  const {bylines, dateline} = await found(file, 'letter.txt')
  expect(bylines.map((byline) => byline.name)).toEqual([name])
  expect(dateline?.text ?? null).toBe(place)
})

test('keeps the text of a letter that greets the desk below its headline', async () => {
  const letter = [
    'Ein Ofen für alle',
    'Sehr geehrte Redaktion,',
    ...GERMAN_TEXT,
    'Nora Flint, Ofental',
  ]
  const {headline, body, furniture} = await found(Buffer.from(letter.join('\n\n')), 'brief.txt')
  expect(headline?.text).toBe(letter[0])
  expect(body).toMatchObject(letter.slice(1, 4).map((text) => ({text})))
  expect(furniture).toEqual([])
})

test('leaves to the page what a desk adds, and the owner of the page', async () => {
  const lines = [
    'Old kiln burns again',
    '(Adds comment, background)',
    'By Nora Flint',
    ...ENGLISH_TEXT,
    '© The Kiln Courier',
  ]
  const {furniture, photos} = await found(Buffer.from(lines.join('\n\n')), 'kiln.txt')
  expect(furniture.map(({text}) => text)).toEqual([lines[1], lines.at(-1)])
  expect(photos).toEqual([])
})

test('takes sentences for the headline below the name of a section', async () => {
  const lines = [
    'IT・科学',
    '火が消えた。窯が冷えた。だれも怒らなかった。',
    '編集部 石野窯人',
    ...JAPANESE_TEXT,
  ]
  const {headline, bylines} = await found(Buffer.from(lines.join('\n\n')), 'kiln.txt')
  expect(headline?.text).toBe(lines[1])
  expect(bylines.map(({name}) => name)).toEqual(['石野窯人'])
})

test('takes the questions of a short interview for no subheads', async () => {
  const lines = [
    'Die Töpferin Ada Glut über das Feuer',
    'Frau Glut, warum brennt der Ofen jetzt wieder, nach elf Jahren?',
    'Glut: Weil das Holz trocken ist. Vorher war es elf Jahre lang nass.',
    'Und danach?',
    'Glut: Danach schlafe ich. Das kann man auch am Nachmittag tun.',
    'Wer hilft Ihnen dabei?',
    'Glut: Alle, die nicht rechtzeitig weggelaufen sind, und der Hund.',
  ]
  const {body} = await found(Buffer.from(lines.join('\n\n')), 'ofen.txt')
  expect(body.map((block) => block.kind === 'text' && block.style)).not.toContain('h2')
})

test.for([
  ['en', 'A kiln has no memory. It burns what it gets.'],
  ['de', 'Ein Ofen hat kein Gedächtnis. Was er bekommt, verbrennt er.'],
  ['fr', 'Un four ne sert à rien, voilà son mérite. On y attend la fin d’une colère.'],
  ['fr', 'La mairie parle de « mobilier à repenser ». Je propose de repenser assis.'],
  ['es', 'El horno no recuerda nada. Quema lo que le dan.'],
  ['ja', '窯は何も覚えていない。'],
])('knows the language %s by a sentence', ([code, text = '']) => {
  expect(languageOf({lines: [{text}]}).code.slice(0, 2)).toBe(code)
})

test.for([
  ['Letter from Kiln Bay', english, true],
  ['Letter from a Potter Who Never Came Back', english, false],
  ['Brief aus Ofenau', german, true],
  ['Carta desde Hornos', spanish, true],
  ['窯のまち　上', japanese, true],
  ['窯のまち（下）', japanese, true],
  ['窯の火、５日以上', japanese, false],
] as const)('"%s" is a column or a series, or not', ([text, rules, isOne]) => {
  expect(isGenre(text, rules)).toBe(isOne)
})

const foundIn = (text: string) => found(new TextEncoder().encode(text), 'article.txt')

test('a Japanese article may end in who wrote it, within its last paragraph', async () => {
  const {bylines, body} = await foundIn(
    `窯のまちに火が戻る

東窯市の登り窯に１２日、火が入った。市民ら３０人が見守った。薪は裏山の松を使った。

窯は１５日まで焚き続ける。焼き上がりは来月になるという。敬称の扱いは変わらない。【石野窯人、大野ミキ】`,
  )
  expect(bylines.map(({name}) => name)).toEqual(['石野窯人', '大野ミキ'])
  expect(body.at(-1)).toMatchObject({text: expect.stringMatching(/変わらない。$/)})
})

test('a translator is found on the line below the author, too', async () => {
  const paragraph =
    'The kiln burned for three days, and nobody in the town slept before it was out.'
  const {bylines} = await foundIn(
    `Kiln burns\n\n${paragraph}\n\n${paragraph}\n\nAuthor: Ada Crane\nTranslated by Nora Flint`,
  )
  expect(bylines).toMatchObject([
    {name: 'Ada Crane', role: 'writer'},
    {name: 'Nora Flint', role: 'translator'},
  ])
})

test.for([
  [
    'Prozess um den Honig',
    '»Er hat den Wald verkauft und Reis geliefert«',
    'Der Prozess um gepanschten Honig ging am Montag in Ofenau weiter, und der Saal war voll.',
  ],
  [
    'ものづくりの現在地',
    '窯元の衛星「ほたる」軌道に　１４社、６年がかり',
    '東窯市の窯元がつくった衛星が１２日、軌道に乗った。市民ら３０人が見守った。薪は裏山の松を使った。',
  ],
] as const)('"%s" above "%s" is the kicker', async ([kicker, headline, paragraph]) => {
  const article = await foundIn([kicker, headline, paragraph, paragraph].join('\n'))
  expect(article).toMatchObject({kicker: {text: kicker}, headline: {text: headline}})
})

test.for([
  ['Words by Ada Crane. Portraits by Nora Flint', english, ['Ada Crane', 'Nora Flint']],
  ['会員限定記事', japanese, undefined],
] as const)('"%s" names these', ([text, rules, names]) => {
  const named = labelledByline({text} as never, 1, rules) ?? nameLine(text, 1, rules)
  expect(named?.bylines.map(({name}) => name)).toEqual(names)
})

test.for([
  ['ノルデン＝石野窯人', japanese, ['石野窯人'], 'ノルデン'],
  ['撮影＝石野窯人', japanese, ['石野窯人'], null],
  ['TEXT 石野窯人　PHOTO 大野ミキ', japanese, ['石野窯人', '大野ミキ'], null],
  ['Nora Flint | Puerto de la Arcilla', spanish, ['Nora Flint'], 'Puerto de la Arcilla'],
] as const)('"%s" names who wrote, and from where', ([text, rules, names, place]) => {
  const named = labelledByline({text} as never, 1, rules) ?? nameLine(text, 1, rules)
  expect(named?.bylines.map(({name}) => name)).toEqual(names)
  expect(named?.dateline ?? null).toBe(place)
})

test('a name in capitals below the text is its author, also above a call to action', async () => {
  const paragraph = 'Le four a brûlé trois jours, et personne dans la ville n’a dormi avant la fin.'
  const {bylines} = await foundIn(
    `Le four brûle\n\n${paragraph}\n\n${paragraph}\n\nNORA FLINT\n\nUn four près de chez vous ? Écrivez-nous à four@kiln.example.`,
  )
  expect(bylines).toMatchObject([{name: 'NORA FLINT'}])
})

test('a caption that begins with a name is not a byline', async () => {
  const paragraph = 'El horno ardió tres días, y nadie en el pueblo durmió antes de que se apagara.'
  const {photos, bylines} = await foundIn(
    `Arde el horno\n\nEl pueblo vela tres noches junto a sus alfareros\n\nNora Flint, a la salida del horno, este martes. SAM ARCILLA\n\nAda Crane\n\n${paragraph}\n\n${paragraph}`,
  )
  expect(photos).toMatchObject([{creditLine: 'SAM ARCILLA'}])
  expect(bylines).toMatchObject([{name: 'Ada Crane'}])
})

test('a sentence without a verb between paragraphs is a caption without a credit', async () => {
  const paragraph = 'El horno ardió tres días, y nadie en el pueblo durmió antes de que se apagara.'
  const captions = [
    'La directora, Nora Flint, con uno de los hornos.',
    'La pared izquierda, vista desde el horno.',
  ]
  const others = ['El pueblo duerme, con la luz apagada.', 'Nadie sabe nada, de momento.']
  const {photos, body} = await foundIn(
    [
      'Arde el horno',
      ...[...captions, ...others].flatMap((line) => [paragraph, line]),
      paragraph,
    ].join('\n\n'),
  )
  expect(photos.map(({caption}) => caption)).toEqual(captions)
  expect(body.map((block) => ('text' in block ? block.text : ''))).toEqual(
    expect.arrayContaining(others),
  )
})

test('a caption may have a day before its credit, or its holder on the next line', async () => {
  const paragraph = 'Le four a brûlé trois jours, et personne n’a dormi avant qu’il ne refroidisse.'
  const {photos, bylines} = await foundIn(
    `Le four brûle\n\nAda Crane\n\nNora Flint, potière à Fournay, devant le four municipal de la Baie, le 2 février. SAM LARGILE POUR « LE FOUR »\n\n${paragraph}\n\nLe four en 1911, carte postale.\nArchives municipales de Fournay\n\n${paragraph}`,
  )
  expect(photos).toMatchObject([
    {creator: 'SAM LARGILE', holder: 'LE FOUR'},
    {caption: 'Le four en 1911, carte postale.', holder: 'Archives municipales de Fournay'},
  ])
  expect(bylines).toMatchObject([{name: 'Ada Crane'}])
})

test('a button between a picture and its caption is neither', async () => {
  const paragraph =
    'The kiln burned for three days, and nobody in the town slept before it was out.'
  const page = `<article><h1>Kiln burns</h1><figure><img src="1.jpg"><figcaption><button>View image in fullscreen</button><span>The kiln at dawn.</span> <span>Photograph: Nora Flint</span></figcaption></figure><p>${paragraph}</p><p>${paragraph}</p></article>`
  const {photos} = await found(Buffer.from(page), 'kiln.html')
  expect(photos).toMatchObject([{caption: 'The kiln at dawn.', creditLine: 'Nora Flint'}])
})

test('a credit above its caption, without a label', async () => {
  const texts = ENGLISH_TEXT.join('\n\n')
  const {photos, bylines} = await foundIn(
    `Could a kiln run out of clay?\n\nNora Flint\nClimate reporter\n\nAda Crane\nThe steps of the kiln used to end in the clay\n\n${texts}`,
  )
  expect(photos).toMatchObject([
    {creditLine: 'Ada Crane', caption: 'The steps of the kiln used to end in the clay'},
  ])
  expect(bylines).toMatchObject([{name: 'Nora Flint'}])
})

test('a bar below the headline whose parts stand side by side is of the page', async () => {
  const [first = '', second = ''] = ENGLISH_TEXT
  const page = `<article><h1>Kiln burns for two weeks</h1>
    <div><span>5 hours ago</span> <span>Share</span> <span>Save</span></div>
    <div class="contributor">Nora Flint</div><div class="contributor">West Country reporter</div>
    <div class="contributor">Reporting from Kiln Bay</div><p>${first}</p><p>${second}</p></article>`
  const {dek, dateline, authorBio} = await found(Buffer.from(page), 'kiln.html')
  expect(dek).toBeNull()
  expect(dateline?.text).toBe('Kiln Bay')
  expect(authorBio?.text).toBe('West Country reporter')
})

test('a place whose name ends in "City" is where the report is from, and a button below the byline is of the page', async () => {
  const {bylines, dateline} = await foundIn(
    `Could a kiln run out of clay?\n\nThe last kiln of the valley has no coal, and nobody knows who will bring any.\n\nStory by Nora Flint\nReporting from Kiln City\n\nSHARE AS GIFT\nSAVE\n\n${ENGLISH_TEXT.join('\n\n')}`,
  )
  expect(bylines.map(({name}) => name)).toEqual(['Nora Flint'])
  expect(dateline?.text).toBe('Kiln City')
})

test('bylines right below a button that heads boxes elsewhere are not of the page', async () => {
  const {bylines, dateline} = await foundIn(
    `Who still calls for the time?\n\nThe last kiln of the valley has no coal, and nobody knows who will bring any.\n\nListen to this article · 6:12 min\nShare full article\n\nBy Ada Crane\nPhotographs by Nora Flint\nReporting from Kiln Falls\n\nNov. 30, 2031\n\n${ENGLISH_TEXT.join('\n\n')}`,
  )
  expect(bylines.map(({name}) => name)).toEqual(['Ada Crane', 'Nora Flint'])
  expect(dateline?.text).toBe('Kiln Falls')
})

test('where one credit is above its caption, that of another photo is too', async () => {
  const [first = '', second = '', ...rest] = ENGLISH_TEXT
  const {photos} = await foundIn(
    `The kiln is cold for a week\n\n2 hours ago\n\nAda Crane\nKiln News, Kiln Bay\n\nKiln News/Ada Crane\nNora Flint has used the kiln since she was sixteen\n\n${first}\n\nNora Flint\nThe door of the kiln was bricked up on Friday\n\n${[second, ...rest].join('\n\n')} The kiln is what Flint lived for.`,
  )
  expect(photos).toMatchObject([
    {creditLine: 'Kiln News/Ada Crane'},
    {creditLine: 'Nora Flint', caption: 'The door of the kiln was bricked up on Friday'},
  ])
})

test('two sentences below a Japanese byline, of which the last has no mark, are a caption', async () => {
  const {photos, dek} = await foundIn(
    `坂の町に窯が戻るまでの三年\n\n2030.06.18\n\n文：石野窯人／写真：大野ミキ\n\n火を入れた朝の窯。左は三年かけて直した石野さん\n\n${JAPANESE_TEXT.join('\n\n')}`,
  )
  expect(dek).toBeNull()
  expect(photos).toMatchObject([
    {caption: '火を入れた朝の窯。左は三年かけて直した石野さん', isLead: true},
  ])
})

test('finds the employer and the place in a byline', () => {
  expect(labelledByline(line('By Nora Flint, The Kiln Courier'), 0, english)).toMatchObject({
    role: 'The Kiln Courier',
    dateline: null,
  })
  expect(
    labelledByline(line('Par Nora Flint, envoyée spéciale à Fournay'), 0, french),
  ).toMatchObject({role: 'envoyée spéciale', dateline: 'Fournay'})
})

test('a name in hiragana is not a source that ends in より', () => {
  expect(labelledByline(line('文・写真＝早瀬ひより'), 0, japanese)?.bylines).toMatchObject([
    {name: '早瀬ひより', role: 'writer'},
    {name: '早瀬ひより', role: 'photographer'},
  ])
})

test.for([
  ['Nora Flint in Kiln Bay, Ruthia. Photographs by Ada Crane', 'Kiln Bay, Ruthia', english],
  ['By Nora Flint, Science Desk', null, english],
] as const)('finds the place in "%s"', ([text, place, rules]) => {
  const found = labelledByline(line(text), 0, rules)
  expect(found?.bylines[0]).toMatchObject({name: 'Nora Flint', role: 'writer'})
  expect(found?.dateline ?? null).toBe(place)
})

test('a place in katakana before a name in kanji', () => {
  expect(splitDateline('【ヴェルタ石野窯人】火が消えた。', japanese)).toMatchObject({
    dateline: 'ヴェルタ',
    bylines: ['石野窯人'],
  })
})

test('keeps the place and the work of each of two authors', () => {
  const {bylines, dateline} =
    nameLine('Nora Flint in Kiln Bay and Ada Crane in Holm', 0, english) ?? {}
  expect(bylines?.map(({name}) => name)).toEqual(['Nora Flint', 'Ada Crane'])
  expect(dateline).toBe('Kiln Bay, Holm')
  const second = nameLine('Nora Flint Arts correspondent and Ada Crane Health reporter', 0, english)
  expect(second?.role).toBe('Arts correspondent\nHealth reporter')
})
