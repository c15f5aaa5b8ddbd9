// Given names that articles of all languages have, as people move. Names that are a woman's in one language and a man's in
// another are in the files of the languages.

const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u))

export const GIVEN_NAMES: Readonly<Record<'female' | 'male', ReadonlySet<string>>> = {
  female: names(`
  aaliyah abeni abigail adaeze adaora adele adelheid adunni agnes aicha aiko aileen aimée aisha
  aishwarya aisling akiko alejandra alessandra alexandra alexia alice alicia alina aline alison
  aliya almut althea amalia amanda amara amelia amelie amina amira amrita amy ana anabel ananya
  anastasia anat anaïs andreea aneta angela angelica angelika angelina anita anja anjali anke
  ann anne annegret anneke anneliese annemarie annette annie annika antje antonella antonia
  antonie anusha aoi aoife aparna april araceli ariadna ariana arwa asha asma astrid asuka
  athena audrey aurelia aurora aya ayako ayesha aygül ayla aylin ayse ayşe azadeh aziza bahar
  barbara beata beate beatrice beatrix beatriz becky belinda bente bernadette beryl betsy
  bettina betty bev beverley beverly bianca birgit birte blanca bożena brenda bridget brigid
  brigitte britta bronagh bronwen burg camila carina carla carlotta carmela carmen carol carole
  carolina caroline carrie cass catherine cecilia celeste celia chantal charlene charlotte
  cheryl chiara chinwe chioma chiyo chloe christel christiane christina christine claire clara
  clare clarissa claudia cleo colleen concetta connie constance constanza cora corinne cornelia
  cosima courtney cynthia czesława dagmar daisy daniela danuta daphne daria dawn debbie deborah
  deepa deirdre delphine denise devi diana diane dilara dina divya dolly dolores dominika donna
  dora doreen doris dorota dorothee dorothy ebele edith eiko eileen eilidh ekaterina elaine
  eleanor elena eleonora elfriede elif elina elisa elisabeth elisabetta eliza elizabeth elke
  ellen ellie elodie eloise elsbeth else elsie elvira emiko emilia emilie emily emine emma enid
  erdmute erica erika erin esme esperanza esther eszter ethel etsuko eugenia eulalia eva eve
  evelyn ewa fadila faith farah farida fatima fatma fatou fatoumata faye felicia felicity
  fernanda filippa fiona flavia flo florence florentine folake frances francesca francisca
  franziska frauke freya frida friederike fumiko funmilayo gail galina gard gemma genevieve
  georgia georgie georgina geraldine gerda gerlinde gertrude gesa gesche gesine ghada gilda
  gillian gina giorgia giovanna gisela giulia gladys glenys gloria grace gracia graciela greer
  greta grete guadalupe gudrun gulnara gund gwen gwyneth hadiza hafsa haifa hana hanako hanna
  hannah hanne hannelore harriet haruka haruko harumi hasna hatice hattie hazel heather hedwig
  heide heidi heike helen helena helene helga heloise henrietta henriette hertha hiba hilary
  hilda hilde hildegard hinda hiroko holly hope huda ida ifeoma ike ikram ilaria ilona ilse
  imke imogen ina ine ines inez inga inge ingeborg ingrid inken insa ioana irene irina iris
  irmgard iryna isabel isabella isadora isobel ivana iwona jackie jacqueline jadwiga jaimie
  jana jane janet janice janina jasmin jasmine jelena jelka jen jennifer jenny jess jessica
  jette jill jimena joanna joanne joaquina jocelyn jodie johanna jolanta josefa josefina
  josephine joy joyce juana juanita judith judy julia juliana juliane julie juliet julieta june
  juno jutta kamala kamila kanae karen karin karina karolina katarina katarzyna kate kateryna
  katharina katherine kathleen kathrin kathryn kathy katie katja katrin kavita kaya keiko
  keisha kerry kerstin khadija kinga kirsten kitty kiyoko klara klaudia konstanze kristen
  kristin kristina krystyna kumiko lakshmi lara larissa latifa latoya laura lauren laverne
  lavinia layla lde lea leah leanne leila lena lene leonie leonora leticia leyla lidia lieke
  lieselotte lilia liliana lilli lily lina lind linda linde lindsay linn linnea lisa lise liv
  livia liz ljubica lois lola lorena loretta lorraine lotte lottie louise lourdes lucia luciana
  lucille lucinda lucy ludmila luisa luise lydia lynda lynn mabel machiko madeleine madhuri
  madison maeve magda magdalena maggie mahsa maike mairi maja makeba malgorzata malika mandy
  manon manuela mara marcela marcia mareike margaret margarete margarita margery margherita
  margit margot margret marguerite mari maria mariam mariana marianne maribel marie marigold
  marija marilyn marina marion marisa marisol marit marjorie marlene marlis marta martha
  martina mary maryam masako mathilda mathilde maud maureen mavis maxine maya mayumi małgorzata
  meena meera megan megumi mei meike mel melanie melek melina melinda melissa mercedes mercy
  meredith merle meryem michaela michelle michiko mila mildred milena millicent mimi mina
  minako mira miranda mirela miriam mitsuko moira mollie molly mona monica monika montserrat
  morag muriel myrtle nadia nadine nadja nahla naima najat nan nana nanako nancy nandini naomi
  natalia natalie natasha nazan neha nela nele nell nerea ngozi niamh nicole nicoletta nina
  nisha nkechi noelia noor nora noriko nour noémie nuria odalys odette ofelia oksana oladunni
  olena olga olivia oluchi olwen ona ondine orla ortrud ottilie paloma pam paola parvati pat
  patience patricia patricija paula paulina pauline peggy penelope penny perla petra philippa
  philomena phoebe phyllis pia pilar polina polly pooja precious preeti priscilla priya
  priyanka prudence rabia rachel radha raffaella rahel rahima raisa ramona rana raquel rasha
  rebecca rebekah regina regine reiko rekha renata renate renee rhiannon rhoda rieke rike rita
  roberta romina rosa rosalba rosalia rosalind rosamund rose rosemarie rosemary rosetta rosie
  rosina roswitha rowena roxana roza ruby rukhsana ruth rym saba sabina sabine sabrina sadia
  sadie safiya sahar saida sakura sally salma samantha samira sandra sangeeta saoirse sara
  sarah saskia satoko selin selma serena severine shakira shanice shanthi sharon shauna sheena
  sheila shirin shirley shobha shoko sian sibylle sigrid silke silvia simona sinazo sinead
  siobhan siri siti siân sofia sofie solange soledad solveig sonia sonja sophia sophie soraya
  stacey stefania stefanie steffi stella stephanie sue sumiko sunita susan susana susanne
  suzanne svenja svetlana swantje sybil sybille sylvia sylvie talia tamara tamiko tammy tania
  tanja tara tatiana tatjana telse teodora teresa teresita tess thandeka thea theres theresa
  therese thérèse tiffany tilda tina tomoko tove tracey tracy traud traut trish trud trude
  trudy tuula ulla ulrica ulrike uma ursel ursula uta ute valentina valeria valerie vanessa
  varvara vera verity veronica veronika vesna victoria vilma violeta virginia vivian viviana
  vivien wafa wakana wanda wanjiru wendy weronika wiebke wilhelmina winifred xanthe xenia
  ximena yael yasmin yasmina yasmine yelena yetunde yoko yolanda yoshiko yuki yukiko yuko
  yuliya yvette yvonne zahra zainab zaira zeinab zelda zeynep zoe zofia zora zuleika zuzana
`),
  male: names(`
  jannis levin torge tamme momme fiete lasse jelto enno eike aljosha ottmar ekkehard burghard wendelin korbinian quirin xaver alois anselm
  aarav aaron abdallah abdoulaye abdul abdullah abdulrahman abel abimbola abraham achim achmed
  adalbert adam adebayo adel ademola adil aditya adnan adolfo adrian agustín ahmad ahmed ahmet
  aidan ajay akash akin akinola akio akira alain alan alastair alberto aldo alec alejandro
  aleksander aleksandr alessandro alexander alexandre alexei alfie alfonso alfred alfredo
  alistair aljoscha allan alonzo alvaro amadou amadu amare amin amir amit amos anand anatoly
  anders andre andreas andrei andrej andrew andrzej andy angelo angus anil ansgar anthony
  antoine anton antonin antonio aram arash arata archie ard aristide arjun arkady arlo armand
  armando armin arnaud arnav arne arno arnold arthur artur arturo arvind asad asher ashok aslan
  atsushi attila augustin augustus aurelio aurélien avi axel aydin aziz babak badr bakary
  balthasar baptiste barnaby barry bart bartholomew bartosz bashir basil bastian ben benedict
  benedikt benjamin benoit benoît bernard bernardo bernd bertrand bilal bill billy björn blake
  bob bogdan bohdan boris boubacar bram branko brendan brett brian bruce bruno bryan burak
  burkhard caleb callum calvin cameron camilo carl carlos carsten casimir casper cedric cem
  cemal cesare charles chidi chike chinedu chris christian christof christoph christopher
  chukwudi ciro clarence clark claudio clem clemens clifford clive clyde cole colin connor
  conor cornelius corrado cosimo craig cristian cristiano curtis cyprien cyril cyrus daisuke
  dale damian damien damon dan daniel daniele danny dario darius dariush dariusz darren dave
  david davide dawit dean declan deepak dejan denis dennis denzel derek des desmond desta
  detlef detlev devendra diego dieter dietmar dino diogo dirk dmitri dmytro domingo dominic
  dominik don donald donato doug dougal douglas dragan duncan dwight dylan eamon eckart eckhard
  ed eddie edgar edmund edoardo eduardo edward edwin efraim efrain egil egon einar ekow eldar
  eli elias elio elisha elliot elton emanuele emeka emil emile emiliano emilio emin emmanuel
  emre enno enoch enrico enrique enver enzo eoin eric erich erik ernest ernesto ernst ervin
  erwin eskil esteban ethan etienne eugen eugene eusebio evan ewan eyal ezra fabian fabio
  fabrice fabrizio fadi faisal falk farhad farid fathi federico felipe felix femi ferdinand
  fergus fernand fernando fidel filip filippo finn florian florin floyd folkert ford fouad
  francesco francis francisco franck frank franklin franz françois fraser fred frederick
  frederik fried friedrich fritz gabriel gaetano gareth gary gaspar gaston gavin gaël geert
  geir gennaro geoff geoffrey georg george georges georgi gerald gerard gerardo gerd gerhard
  gernot gheorghe giacomo gianluca gianni gilbert giles gilles gino giorgio giovanni girish
  giuliano giulio giuseppe glen glenn godfrey goran gordon graham grant greg gregor gregorio
  gregory grzegorz guido guilherme guillaume guillermo gunnar gustav gustavo guy götz günter
  günther habib hagen hakan hakim hamid hamish hamza hannes hans harald hard harold harry hart
  hartmut hartwig haruki haruto harvey hasan hassan hauke hector heiko heiner heinrich heinz
  helge helm helmut helwig hendrik henning henri henrik henrique henry herbert herman hermann
  hernán hideki hideo hikaru hinrich hiram hiro hiroki hiroshi hiroto holger horace horst
  howard hubert hugh hugo humphrey hussein ian ibrahim ibrahima ichiro idris idrissa ignatius
  ignaz igor ikechukwu ikenna ilias ilja ilker ilya imran imre ingo ingolf ioan ioannis
  ippolito iqbal ira isaac isaiah isaías ishaan isidoro ismail ismaël istván itamar ius ivan
  ivaylo ivo ivor jaakko jabari jacek jack jackson jacob jacopo jacques jaime jake jakob jakub
  jamal james jamie jamil janek janez jannes jannik jared jari jaroslav jason jasper javed
  javier jawad jean-claude jean-pierre jeff jeffrey jelle jens jens-uwe jeremiah jeremy jerome
  jerry jerzy jesper jesse jesús jim jimmy jiří joachim joaquim joaquin joaquín jochen joe joel
  johan johann johannes john johnny jona jonah jonas jonathan joren jorge jorma jose josef
  josep joseph joshua josip jovan joão juan jude jukka jules julian julien julio julius junichi
  jurgen juri juro jussi justin jörg jürgen kacper kader kaito kalle kamal kamau kamil kareem
  karel karim karl karsten kasimir kaspar kasper katsuo kaveh kazuki kazuo kei keita keith
  kelechi kemal ken kenji kenneth keno kenta kevin khaled khalid kieran kilian kimani klaas
  klaus knut koen kofi koji kojo kolja konrad konstantin konstantinos kunal kuroda kurt kwabena
  kwame kwasi kyle lachlan lars laurent lawrence lazar leandro leif lennart leo leon leonard
  leonardo leonhard leonid leopold leopoldo leroy lewis liam lionel lionello ljubomir lloyd
  lorenz lorenzo lothar louis loïc luca lucas luciano ludger ludovic ludwig luigi luis lukas
  lukasz luke luther lutz luuk maarten maciej magnus maher mahesh mahmoud mahmud majid makoto
  malcolm malte mamadou manfred manoj manuel marc marcel marcello marcin marco marcos marcus
  marek mariano mario marius mark markus marten martin marvin masahiro masaru massimo mateo
  mateusz mathieu mathis matt matteo matthew matthias matti mattis maurice mauricio maurizio
  mauro max maximilian mehdi mehmet meinolf melchior melvin melvyn mendel merlin mert michael
  michał michel miguel mihai miika mikael mike mikhail mikko milan miles milos miloš minoru
  mirko mirosław mischa mitchell mitsuo mladen modibo mohamed mohammad mohammed moritz morris
  moses moussa muhammad mukesh mund mungo murat murray musa mustafa mustapha naoki narendra
  nasser nathan nathanael nathaniel navid ned neil nelson nenad neville niall niccolò nicholas
  nick nicolas nicolás niels nigel nikhil niklas nikola nikolai nikos nils nils-ole noboru
  norbert norman nuno nurettin obinna octav octavio olaf ole oleg oleksandr olf oliver olivier
  omar omari ondřej onur orhan orlando osamu oscar oskar osman oswald oswaldo otis ottmar otto
  ottokar ousmane owen oğuz paavo pablo paddy panos paolo pascal pasquale patrice patrick paul
  pavel paweł pedro peer pekka per percy perry petar pete peter petr petros petter phil philip
  philipp phineas pierre pierre-yves pietro piotr pradeep prakash pranav predrag quang quentin
  radek radu rafael rafał raffaele rahul rainer raja rajesh rajiv ralf ralph ramiro ramon ramón
  randall randolph raphael rashad rashid ravi raymond raúl reg reginald reimund reiner reinhold
  remi renato renaud reuben rhys ricardo riccardo rick rikard rinaldo rob robert roberto rod
  roderick rodney rodolfo rodrigo rogelio roger rohan roland rolando rolf romain romeo ron
  ronan ronnie rory ross roy ruairi ruben rubén rudolf rufus rui rune rupert ruprecht russell
  ryan ryo ryota régis rémi rémy rüdiger salah salim salman salvador salvatore sami samir
  samson samuel samuele sanjay santiago santosh satoshi saul scott seamus sean sebastian serge
  sergei sergio seth severin shaan shafiq shaun shigeru shinji shiv shota siddharth sidney
  siegfried silas silvio simon simão slavko solomon sota spencer stan stanislav stanisław
  stefan stefano steffen stelios stephan stephen steve steven stijn stuart sunil suresh sven
  sylvain sándor sönke sören tadashi tadeusz takashi takeshi takumi tarek tariq taro tatsuya
  ted teemu teodoro terence terry teun thabo theo theodor theodore theodoros thiago thibault
  thierry thomas thore thorsten tibor till tim timo timothy timur tito tiziano tjark tobias
  toby todd tom tomas tomasz tommy tomás tomáš ton tony torben torsten toshio traugott travis
  trevor tristan tuncay tunde tyler tyrone ugo ulf uli ulrich umberto umut us uwe valentin
  valentín valerio vasco vasile vasily veit vernon vicente victor vijay vikas vikram viktor vin
  vincent vincenzo vinod virgil vitaly vito vittorio vivek vlad vladimir volker volkmar
  volodymyr vuk václav walid wallace walter wanja warren wataru wayne werner wesley wiktor
  wilfred wilfried wilhelm willem willi william win winston wojciech wolfgang wolfram wyatt
  xavier yannick yannis yaw yiannis yoann yorick yoshio youssef yuri yusuf yuto yves zachary
  zbigniew zdeněk zoltán zoran émile étienne łukasz željko
`),
}
