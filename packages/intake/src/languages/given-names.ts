// Given names that articles of all languages have, as people move. Names that are a woman's in one language and a man's in
// another are in the files of the languages.

const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u))

export const GIVEN_NAMES: Readonly<Record<'female' | 'male', ReadonlySet<string>>> = {
  female: names(`
  aaliyah abeni abigail adaeze adaora adela adele adelheid adriana adunni agnes agustina aicha
  aida aiko aileen aimée aina ainhoa aisha aishwarya aisling aitana akiko alejandra alessandra
  alexandra alexia alice alicia alina aline alison aliya almudena almut althea amaia amalia
  amanda amara amelia amelie amina amira amparo amrita amy ana anabel ananya anastasia anat
  anaïs andreea aneta angela angelica angelika angelina anita anja anjali anke ann anne annegret
  anneke anneliese annemarie annette annie annika antje antonella antonia antonie anusha aoi
  aoife aparna april araceli ariadna ariana arwa asha asma astrid asuka asunción athena audrey
  aurelia aurora aya ayako ayesha aygül ayla aylin ayse ayşe azadeh aziza azucena aída bahar
  barbara beata beate beatrice beatrix beatriz becky begoña belinda belén bente berenice
  bernadette berta beryl betsy bettina betty bev beverley beverly bianca birgit birte blanca
  bożena brenda bridget brigid brigitte britta bronagh bronwen brígida burg camila candela
  carina carla carlota carlotta carme carmela carmen carol carole carolina caroline carrie
  casilda cass catalina catherine cecilia celeste celia chantal charlene charlotte cheryl chiara
  chinwe chioma chiyo chloe christel christiane christina christine claire clara clare clarissa
  claudia cleo colleen concepción concetta conchi connie constance constanza consuelo cora
  corinne cornelia cosima courtney cristina cynthia czesława dagmar daisy daniela danuta daphne
  daria dawn debbie deborah deepa deirdre delia delphine denise devi diana diane dilara dina
  divya dolly dolores dominika donna dora doreen doris dorota dorothee dorothy dulce ebele edith
  edurne eiko eileen eilidh ekaterina elaine eleanor elena eleonora elfriede elif elina elisa
  elisabeth elisabetta eliza elizabeth elke ellen ellie elodie eloise elsa elsbeth else elsie
  elvira emiko emilia emilie emily emine emma encarnación enid erdmute erica erika erin esme
  esperanza estefanía estela esther eszter ethel etsuko eugenia eulalia eva eve evelyn ewa
  fabiola fadila faith farah farida fatima fatma fatou fatoumata faye felicia felicity felisa
  fernanda filippa fiona flavia flo florence florencia florentine folake frances francesca
  francisca franziska frauke freya frida friederike fumiko funmilayo fátima gabriela gail galina
  gard gema gemma genevieve georgia georgie georgina geraldine gerda gerlinde gertrude gesa
  gesche gesine ghada gilda gillian gina giorgia giovanna gisela giulia gladys glenys gloria
  grace gracia graciela greer greta grete griselda guadalupe gudrun gulnara gund gwen gwyneth
  hadiza hafsa haifa hana hanako hanna hannah hanne hannelore harriet haruka haruko harumi hasna
  hatice hattie hazel heather hedwig heide heidi heike helen helena helene helga heloise
  henrietta henriette herminia hertha hiba hilary hilda hilde hildegard hinda hiroko holly hope
  hortensia huda ida ifeoma ike ikram ilaria ilona ilse imelda imke imogen ina ine ines inez
  inga inge ingeborg ingrid inken inmaculada insa inés ioana irene irina iris irma irmgard iryna
  isabel isabella isadora isobel itziar ivana ivonne iwona jacinta jackie jacqueline jadwiga
  jaimie jana jane janet janice janina jasmin jasmine jelena jelka jen jennifer jenny jess
  jessica jette jill jimena joanna joanne joaquina jodie johanna jolanta josefa josefina
  josephine joy joyce juana juanita judith judy julia juliana juliane julie juliet julieta june
  juno jutta jéssica júlia kamala kamila kanae karen karin karina karolina katarina katarzyna
  kate kateryna katharina katherine kathleen kathrin kathryn kathy katie katja katrin kavita
  kaya keiko keisha kerry kerstin khadija kinga kirsten kitty kiyoko klara klaudia konstanze
  kristen kristin kristina krystyna kumiko laia lakshmi lara larissa latifa latoya laura lauren
  laverne lavinia layla lde lea leah leanne leila leire lena lene leonie leonor leonora leticia
  leyla lidia lieke lieselotte lilia liliana lilli lily lina lind linda linde lindsay linn
  linnea lisa lise liv livia liz ljubica lois lola lorena loretta lorraine lotte lottie louise
  lourdes lucia luciana lucille lucinda lucy lucía ludmila luisa luise lupe lupita lydia lynda
  lynn mabel macarena machiko madeleine madhuri madison maeve magda magdalena maggie mahsa maike
  mairi maite maja makeba malgorzata malika mandy manon manuela mara marcela marcia mareike
  margaret margarete margarita margery margherita margit margot margret marguerite mari maria
  mariam mariana marianne maribel maricela marie mariela marigold marija mariluz marilyn marina
  marion mariona marisa marisol marit marjorie marlene marlis marta martha martina mary maryam
  maría masako mathilda mathilde matilde maud maureen mavis maxine maya mayumi małgorzata meena
  meera megan megumi mei meike mel melanie melek melina melinda melissa mercedes merche mercy
  meredith merle meryem micaela michaela michelle michiko mila milagros mildred milena millicent
  mimi mina minako mira miranda mireia mirela miriam mirta mitsuko moira mollie molly mona
  monica monika montserrat morag muriel myrtle mónica nadia nadine nadja nahla naima najat nan
  nana nanako nancy nandini naomi natalia natalie natasha nazan neha nekane nela nele nell nerea
  neus ngozi niamh nicole nicoletta nidia nina nisha nkechi noa noelia noor nora noriko nour
  noémie nuria nélida núria odalys odette ofelia oksana oladunni olena olga olivia oluchi olwen
  ona ondine orla ortrud ottilie paloma pam paola paqui parvati pat patience patricia patricija
  paula paulina pauline peggy penelope penny pepa perla petra philippa philomena phoebe phyllis
  pia pilar polina polly pooja precious preeti priscilla priya priyanka prudence purificación
  queralt rabia rachel radha raffaella rahel rahima raisa ramona rana raquel rasha rebeca
  rebecca rebekah regina regine reiko rekha remedios renata renate renee rhiannon rhoda rieke
  rigoberta rike rita roberta rocío romina rosa rosalba rosalia rosalind rosalía rosamund rosana
  rose rosemarie rosemary rosetta rosie rosina roswitha rowena roxana roza ruby rukhsana ruth
  rym saba sabina sabine sabrina sadia sadie safiya sahar saida sakura sally salma samantha
  samira sandra sangeeta saoirse sara sarah saskia satoko selene selin selma serena severine
  shakira shanice shanthi sharon shauna sheena sheila shirin shirley shobha shoko sian sibylle
  sigrid silke silvia simona sinazo sinead siobhan siri siti siân sofia sofie sofía solange
  soledad solveig sonia sonja sophia sophie soraya stacey stefania stefanie steffi stella
  stephanie sue sumiko sunita susan susana susanne suzanne svenja svetlana swantje sybil sybille
  sylvia sylvie talia tamara tamiko tammy tania tanja tara tatiana tatjana telse teodora teresa
  teresita tess thandeka thea theres theresa therese thérèse tiffany tilda tina tomasa tomoko
  tove toñi tracey tracy traud traut trini trish trud trude trudy tuula ulla ulrica ulrike uma
  ursel ursula uta ute uxue valentina valeria valerie vanesa vanessa varvara vera verity
  veronica veronika verónica vesna vicenta victoria vilma violeta virginia visitación vivian
  viviana vivien wafa wakana wanda wanjiru wendy weronika wiebke wilhelmina winifred xanthe
  xenia ximena xiomara yadira yael yasmin yasmina yasmine yelena yesenia yetunde yoko yolanda
  yoli yoshiko yuki yukiko yuko yuliya yvette yvonne zahra zainab zaira zeinab zelda zeynep zoe
  zofia zoila zora zoraida zuleika zulema zuzana ángela úrsula
`),
  male: names(`
  aarav aaron abdallah abdoulaye abdul abdullah abdulrahman abel abelardo abimbola abraham achim
  achmed adalbert adam adebayo adel ademola adil aditya adnan adolfo adrian adrià adrián agustín
  ahmad ahmed ahmet aidan aitor ajay akash akin akinola akio akira alain alan alastair alberto
  aldo alec alejandro aleksander aleksandr alessandro alexander alexandre alexei alfie alfonso
  alfred alfredo alistair aljoscha aljosha allan alois alonso alonzo alvaro amadeo amadou amadu
  amare amin amir amit amos anand anastasio anatoly ander anders andre andreas andrei andrej
  andrew andrzej andrés andy angelo angus aniceto anil anselm anselmo ansgar anthony antoine
  anton antonin antonio aquilino aram arash arata archie ard aristide arjun arkady arlo armand
  armando armin arnau arnaud arnav arne arno arnold arsenio arthur artur arturo arvind asad
  asher ashok asier aslan atilano atsushi attila augustin augustus aurelio aurélien avi axel
  aydin aziz babak badr bakary baldomero baltasar balthasar baptiste barnaby barry bart
  bartholomew bartolomé bartosz bashir basil basilio bastian ben benedict benedikt benito
  benjamin benoit benoît bernard bernardo bernd bertrand beto beñat bilal bill billy björn blake
  bob bogdan bohdan boris borja boubacar bram branko brendan brett brian bruce bruno bryan burak
  burghard burkhard caleb callum calvin cameron camilo carl carlos carsten casimir casper cedric
  celestino cem cemal cesare charles chema chidi chike chinedu chris christian christof
  christoph christopher chukwudi cipriano ciro clarence clark claudio clem clemens clifford
  clive clyde cole colin connor conor constantino cornelius corrado cosimo cosme craig
  crescencio cristian cristiano curtis cyprien cyril cyrus césar daisuke dale damian damien
  damián damon dan dani daniel daniele danny dario darius dariush dariusz darren darío dave
  david davide dawit dean declan deepak dejan denis dennis denzel derek des desmond desta detlef
  detlev devendra diego dieter dietmar dino diogo dionisio dirk dmitri dmytro domingo dominic
  dominik don donald donato doug dougal douglas dragan duncan dwight dylan dámaso eamon eckart
  eckhard ed eddie edgar edmund edoardo edu eduardo edward edwin efraim efrain efraín egil egon
  eike einar ekkehard ekow eladio eldar eleuterio eli elias elio eliseo elisha elkin elliot eloy
  elton elías emanuele emeka emil emile emiliano emilio emin emmanuel emre eneko enno enoch
  enric enrico enrique enver enzo eoin epifanio eric erich erik ernest ernesto ernst ervin erwin
  eskil esteban ethan etienne eugen eugene eugenio eusebio evan evaristo ewan eyal ezequiel ezra
  fabian fabio fabián fabrice fabrizio facundo fadi faisal falk farhad farid fathi faustino
  federico felipe felix femi ferdinand fergus fermín fernand fernando ferran fidel fiete filip
  filippo finn florencio florian florin floyd folkert ford fortunato fouad fran francesco
  francis francisco franck frank franklin franz françois fraser fred frederick frederik fried
  friedrich fritz froilán fulgencio félix gabriel gaetano gareth gary gaspar gaston gavin gaël
  geert geir gennaro geoff geoffrey georg george georges georgi gerald gerard gerardo gerd
  gerhard germán gernot gheorghe giacomo gianluca gianni gilbert giles gilles gino ginés giorgio
  giovanni girish giuliano giulio giuseppe glen glenn godfrey gonzalo goran gordon gorka goyo
  graham grant greg gregor gregorio gregory grzegorz guido guilherme guillaume guille guillermo
  gunnar gustav gustavo guy götz günter günther habib hagen hakan hakim hamid hamish hamza
  hannes hans harald hard harold harry hart hartmut hartwig haruki haruto harvey hasan hassan
  hauke hector heiko heiner heinrich heinz helge helm helmut helwig hendrik henning henri henrik
  henrique henry herbert heriberto herman hermann hermenegildo hernán hideki hideo higinio
  hikaru hilario hinrich hipólito hiram hiro hiroki hiroshi hiroto holger honorio horace horacio
  horst howard hubert hugh hugo humberto humphrey hussein héctor ian ibrahim ibrahima ichiro
  idris idrissa ignacio ignatius ignaz igor ikechukwu ikenna iker ilias ilja ilker ilya imran
  imre indalecio ingo ingolf ioan ioannis ippolito iqbal ira isaac isaiah isaías ishaan isidoro
  isidro ismael ismail ismaël istván itamar ius ivan ivaylo ivo ivor iván iñigo jaakko jabari
  jacek jacinto jack jackson jacob jacobo jacopo jacques jaime jairo jake jakob jakub jamal
  james jamie jamil janek janez jannes jannik jannis jared jari jaroslav jason jasper javed javi
  javier jawad jean-claude jean-pierre jeff jeffrey jelle jelto jens jens-uwe jeremiah jeremy
  jerome jerry jerzy jerónimo jesper jesse jesús jim jimmy jiří joachim joaquim joaquin
  joaquín jochen joe joel johan johann johannes john johnny jona jonah jonas jonathan jordi
  joren jorge jorma jose josef josep joseph joshua josip josué josé jovan joão juan jude jukka
  julen jules julian julien julio julius julián junichi jurgen juri juro jussi justin jörg
  jürgen kacper kader kaito kalle kamal kamau kamil kareem karel karim karl karsten kasimir
  kaspar kasper katsuo kaveh kazuki kazuo kei keita keith kelechi kemal ken kenji kenneth keno
  kenta kevin khaled khalid kieran kike kilian kimani klaas klaus knut koen kofi koji kojo kolja
  konrad konstantin konstantinos korbinian kunal kuroda kurt kwabena kwame kwasi kyle lachlan
  lalo lars lasse laurent lautaro lawrence lazar leandro leif lennart leo leon leonard leonardo
  leonhard leonid leopold leopoldo leroy levin lewis liam liborio lionel lionello lisandro
  ljubomir lloyd lluís lorenz lorenzo lothar louis loïc luca lucas luciano ludger ludovic ludwig
  luigi luis lukas lukasz luke luther lutz luuk lázaro maarten macario maciej magnus maher
  mahesh mahmoud mahmud majid makoto malcolm malte mamadou manfred manoj manolo manu manuel marc
  marcel marcelino marcello marcelo marcial marcin marco marcos marcus marek mariano mario
  marius mark markus marten martin martín marvin masahiro masaru massimo mateo mateusz mathieu
  mathis matt matteo matthew matthias matti mattis matías maurice mauricio maurizio mauro max
  maximilian maximiliano maximino mehdi mehmet meinolf melchior melchor melquíades melvin melvyn
  mendel merlin mert michael michał michel miguel mihai miika mikael mike mikel mikhail mikko
  milan miles milos miloš minoru mirko mirosław mischa mitchell mitsuo mladen modesto modibo
  mohamed mohammad mohammed moisés momme moritz morris moses moussa muhammad mukesh mund mungo
  murat murray musa mustafa mustapha nacho nahuel nando naoki narendra nasser nathan nathanael
  nathaniel navid ned neil nelson nemesio nenad neville niall nicanor niccolò nicholas nick nico
  nicolas nicolás niels nigel nikhil niklas nikola nikolai nikos nils nils-ole noboru norbert
  norberto norman nuno nurettin obinna octav octavio oier olaf ole oleg olegario oleksandr olf
  oliver olivier omar omari ondřej onur orhan oriol orlando osamu oscar oskar osman osvaldo
  oswald oswaldo otis ottmar otto ottokar ousmane owen oğuz paavo pablo paco paddy panos paolo
  pascal pascual pasquale patrice patricio patrick paul pavel paweł pedro peer pekka pepe per
  percy perry petar pete peter petr petros petter phil philip philipp phineas pierre pierre-yves
  pietro piotr plácido pradeep prakash pranav predrag pío quang quentin quintín quique quirin
  radek radu rafa rafael rafał raffaele rahul rai raimundo rainer raja rajesh rajiv ralf ralph
  ramiro ramon ramón randall randolph raphael rashad rashid ravi raymond raúl reg reginald
  reimund reiner reinhold remi remigio renato renaud reuben rhys ricardo riccardo rick rikard
  rinaldo rob robert roberto rod roderick rodney rodolfo rodrigo rogelio roger rohan roland
  rolando rolf romain romeo román ron ronan ronnie rory ross roy ruairi ruben rubén rudolf
  rufino rufus rui rune rupert ruprecht russell ryan ryo ryota régis rémi rémy rómulo rüdiger
  salah salim salman salvador salvatore sami samir samson samuel samuele sanjay santi santiago
  santosh satoshi saturio saturnino saul saúl scott seamus sean sebastian sebastián serge sergei
  sergi sergio servando seth severiano severin shaan shafiq shaun shigeru shinji shiv shota
  siddharth sidney siegfried silas silverio silvestre silvio simon simão simón slavko solomon
  sota spencer stan stanislav stanisław stefan stefano steffen stelios stephan stephen steve
  steven stijn stuart sunil suresh sven sylvain sándor sönke sören tadashi tadeusz takashi
  takeshi takumi tamme tarek tariq taro tatsuya ted teemu teodoro terence terry teun teófilo
  thabo theo theodor theodore theodoros thiago thibault thierry thomas thore thorsten tibor
  tiburcio till tim timo timoteo timothy timur tino tito tiziano tjark tobias toby tobías todd
  tom tomas tomasz tommy tomás tomáš ton tony torben torge toribio torsten toshio toño traugott
  travis trevor tristan tuncay tunde tyler tyrone ubaldo ugo ulf uli ulises ulrich umberto umut
  unai us uwe valentin valentín valeriano valerio vasco vasile vasily veit venancio vernon
  vicente victor vijay vikas vikram viktor vin vincent vincenzo vinod virgil vitaly vito
  vittorio vivek vlad vladimir volker volkmar volodymyr vuk václav víctor walid wallace walter
  wanja warren wataru wayne wenceslao wendelin werner wesley wiktor wilfred wilfried wilhelm
  willem willi william wilmer win winston wojciech wolfgang wolfram wyatt xabier xaver xavier
  yannick yannis yaw yeison yiannis yoann yorick yoshio youssef yuri yusuf yuto yves zacarías
  zachary zbigniew zdeněk zoltán zoran álex álvaro ángel émile étienne íñigo óscar łukasz željko
`),
}

/** Whether the first word, or what is before its hyphen, is known: "Nora Flint" and "Anna-Lena Voss", not "Kiln Bay". */
export function isGivenName(name: string): boolean {
  const given = name.split(/[\s-]/u)[0]?.toLowerCase() ?? ''
  return GIVEN_NAMES.female.has(given) || GIVEN_NAMES.male.has(given)
}
