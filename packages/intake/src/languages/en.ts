// English.
import {WORLDWIDE_HOLDERS, WORLDWIDE_NOTES} from './holders.ts'
import {list} from './list.ts'
import type {LanguageRules} from './rules.ts'

export const english: LanguageRules = {
  code: 'en',
  common: ['the', 'of', 'and', 'to', 'in', 'that', 'was', 'for', 'with', 'said', 'is', 'on', 'it'],
  page: {
    sections: list(String.raw`
      home | news | world | us | uk | u.s. | u.k. | asia | africa | europe | americas | middle east | latin america | canada | australia | china | india | national | politics | business | economy | markets | tech | technology
      science | climate | health | sport | sports | weather | culture | arts | style | lifestyle | travel | food
      opinion | magazine | podcasts | video | videos | sounds | live | education | environment | entertainment
      local | obituaries | security | defense | defence | diplomacy | society | history | crafts | books | film | music | theatre | theater
      football | interviews | newsbeat | what's on | what’s on`),
    genres: list(String.raw`
      analysis | feature | features | interview | comment | commentary | review | reviews | profile | exclusive | explainer | fact check | essay | column | editorial | editorials | letters | letter to the editor | letters to the editor | q&a | report | special report | investigation | long read | the long read | photo essay | obituary | personal history | live | breaking | breaking news | update | guest essay | in brief | in depth | in pictures | dispatch | cover story`),
    rubrics: list(
      String.raw`(?:a )?(?:letter|letters|dispatch|postcard|notes|report|scenes) from (?:the )?\S+(?: \S+){0,2} | (?:a )?day in the life`,
    ),
    buttons: list(String.raw` companies |
      save this story | save story | save article | more | menu | search | sections | about | about us | contact | contact us | help | advertise | share
      save | post | print | tweet | email | e-mail | copy link | copy | comment | comments | bookmark | listen
      gift | gift article | gift this article | share as gift | share as a gift | subscribe | subscribe now | sign in | sign up | log in | register | donate
      support us | newsletter | newsletters | follow us | connect with us | stay with us | stay connected
      our partners | partners | sponsors | privacy policy | privacy | terms of service | terms of use | terms
      cookies | cookie policy | accept all | accept | reject all | manage cookies | advertisement | advertising
      sitemap | careers | faq | back to top | next | previous | purchase licensing rights | licensing rights
      reprints | reuse this content | share full article | share this | share this article | close | facebook
      twitter | x | linkedin | whatsapp | bluesky | instagram | youtube | threads | mastodon | editions
      today's paper | e-paper | topics | most read | most viewed | trending | latest | top stories | play | watch
      show more | view comments | follow | following | games | crosswords | obituaries | classifieds | jobs | events | shop`),
    furniture: list(String.raw`
      \(?cont(?:inued|\.|’d)? (?:from|on) (?:page )?\p{L}?\d | turn to page \d | please see .* page \p{L}?\d |
      \(?read (?:this|the) (?:article|story) in \p{L}+\)?\.?\)?$ | published in the print edition\b | free (?:daily|weekly|monthly) newsletter$ | after newsletter promotion$ | read: \S | a version of this (?:article|story) appear |
      have an opinion on\b | letters may be edited\b | we reserve the right to edit\b |
      skip (?:to|advertisement)\b | (?:digital|print|online) edition\b[^.]*$ | this (?:e-?mail|message|newsletter) (?:was|is|has been) sent\b | you(?: are receiving| received|[’']re receiving) this\b | eds\s*: | urgent$ | contact\s*: | press release$ | news release$ | subject\s*: | from\s*: | to\s*: | cc\s*: | sent\s*: | keywords\s*: | live(?: reporting| updates?)?$ | this article is (?:for subscribers|free)\b[^.]*$ | jump to\b | copyright\b | ©\s*(?:\d{4}|copyright) | \(c\) \d{4} | (?:©.*\. )?all rights reserved | related:
      related (?:stories|articles|content|topics|links) | read (?:more|also|next)\s*: | see also\s*:
      (?:more|also) on\b[^.]*$ | our standards: | terms (?:of|and)\b[^.]*$ | privacy\b[^.]*$ | we use cookies
      this (?:site|website|page) uses cookies | by continuing to use | share (?:this|on|full)\b[^.]*$
      follow us on\b | (?:photo|image) gallery | \d+ (?:comments?|shares?|min(?:utes?)? read|of \d+)\b | page \p{L}?\d+\b
      (?:estimated )?read(?:ing)? time | don[’']t miss\s*: | up next\s*: | recommended\s*: | leave a comment | filed under\b | tags?\s*: | topics?\s*: | explore more\b | listen \(\d | listen to\b[^.]*$ | watch\b[^.?!]*$ | advertisement\b | sponsored\b[^.]*$
      print this\b | photo gallery | download the\b[^.]*app\b | sign up (?:to|for)\b[^.]*$ | get the\b[^.]*$
      subscribe to\b[^.]*$ | enable javascript | loading\b | sign up here | suggested topics | all quotes delayed | the .{0,40}\bnot responsible for\b | .*\bget it sent to your inbox\b | .*\bsign up here\.$ | story continues | article continues | a version of this article (?:appears|appeared) in print\b.*
      for immediate release\b | embargo(?:ed)?\b[^.]*$ | embargoed (?:until|till|to)\b.{1,40}$ | not for publication\b[^.]*$ | slug\s*: | draft\b[^.]*$ | word ?count\b | media contacts?\s*: | press contacts?\s*:
      (?:follow|listen to)\b.*\bon (?:sounds|facebook|instagram|twitter|x|bluesky|threads|youtube|tiktok|whatsapp|apple podcasts|spotify)\b.* |
      .{2,40}\bfollow$ | prefer (?:the )?\p{Lu}.{2,30}\bon\b.{2,30}$ | leave a reply$ | your e-?mail address will not be published\b | required fields are marked\b | save my name, e-?mail\b |
      (?:enter )?your e-?mail(?: address)?$ | e-?mail address$ | free newsletter$ | continue reading | view (?:all|image)\b`),
    papers: list(
      String.raw`magazine | weekly | monthly | quarterly | journal | review | newspaper | newsletter`,
    ),
    printed: list(
      String.raw`page \p{L}?\d+ | p\. ?\p{L}?\d+ | issue (?:no\. )?\d+ | vol(?:ume|\.) [\divxlc]+(?:,? no\. \d+)?`,
    ),
    boxes: list(String.raw`
      more on this (?:story|topic) | related (?:internet links|links|content|topics|story|stories|articles?|coverage|news|reading|posts?|video|tags)
      read more | read next | more (?:stories|news)(?: .*)? | explore more on these topics | get in touch
      recommended(?: .*)? | you may also like | you might also like | most (?:read|popular|viewed) | top stories
      more from .* | also in the news | around the web | trending(?: now)? | elsewhere on .*
      sign up (?:to|for) .* | our partners | in this article | related | keep reading | what to read next
      editors.? picks | latest (?:news|stories) | share (?:this|full) (?:article|story) | contact us
      have your say | newsletter`),
    published: list(String.raw`
      published\b | updated\b | posted\b | last (?:updated|modified)\b | first published\b | modified\b | created\b | issue of\b | (?:from )?the .{3,20} issue\b`),
    calendar: list(String.raw`
      january | february | march | april | may | june | july | august | september | october | november | december
      today | yesterday | just now | ist | jst | cet | cest | aest | mdt | mst | cdt | cst | day | days | week | weeks | on | hrs | hr | mins | min | secs
      jan | feb | mar | apr | jun | jul | aug | sep | sept | oct | nov | dec | monday | tuesday | wednesday
      thursday | friday | saturday | sunday | mon | tue | tues | wed | thu | thur | thurs | fri | sat | sun | am
      pm | a.m. | p.m. | gmt | bst | est | edt | et | utc | pst | pdt | ago | hours | hour | minutes | at`),
    greetings: list(
      String.raw`(?:hi|hey|hello|dear|good (?:morning|afternoon|evening)|morning|afternoon|evening)(?: [\p{L}’']+){0,4}[,!.–-]?$`,
    ),
    ends: list(String.raw`ends?(?: (?:copy|story|of story))? | -?30-? | #{2,}`),
    signOffs: list(
      String.raw`cheers | thanks | thank you | many thanks | best(?: wishes| regards)?[,.]?$ | (?:kind |warm )?regards | yours(?: sincerely| faithfully)?,?$ | (?:ping|call|ring|text|email) me\b | let me know\b | shout if\b | give me a (?:ring|call|shout)\b | any (?:questions|queries)\b`,
    ),
    afterCredit: list(String.raw`
      purchase licensing rights\W* | (?:\[?buy photo\]?) | opens? (?:in )?new (?:tab|window)
      view image in fullscreen`),
  },
  head: {
    bylines: {
      writer: list(String.raw`
      (?:(?:an? |the )?(?:exclusive |special )?(?:written|text|words|story|report|reporting|reported|analysis|review|posted|published|investigation|feature|dispatch|commentary|opinion|column|essay|profile|interview|interviewed|introduction|compiled|research|photo essay) )?by
      (?:words|text|story|report) and (?:photos|photographs|pictures|photography)(?: by)? | words | text | story | authors? | writers? | reporters? | interview(?: by)? | as told to`),
      photographer: list(String.raw`
      photographs? by | photos? by | pictures? by | photography by | portraits? by | images? by | visuals by | photography | photographs | photos`),
      translator: ['translat(?:ed|ion) by', 'translation', 'translated from .{3,20} by'],
    },
    alsoPhotographer: list('and (?:photos|photographs|pictures|photography)'),
    own: list('(?:by|from) our(?: own)?'),
    shared: list(String.raw`
      (?:and|with) (?:news |wire )?(?:agencies|agency|services|wires?|staff|correspondents|wire reports) | with .{2,40} | for .{3,40} | reports | writes | report(?:s|ing|ed) from .{3,30} | exclusive(?:ly)? for .{3,40}`),
    signatures: list(String.raw`
      (?:author|writer|about the author)s?\s*:\s*(?<name>[^,:]{3,60})(?:,\s*(?<role>.+))?
      [—–-]\s*(?<name>[^,:.]{3,40})`),
    from: ['in', 'at', 'from', 'reporting from'],
    authorRoles: list(String.raw`
      reporter | correspondents? | editor | writer | columnist | journalist | critic | producer | staff
      contributor | bureau | desk | news | broadcast | freelance | analyst | fellow | reporting from .* | special to .*`),
    bios: list(String.raw`
      
      \bis (?:a|an|the|our)\b[^.]*\b(?:writer|reporter|correspondent|editor|columnist|journalist|critic|photographer|author|fellow|researcher|contributor|producer|historian|novelist|analyst|professor|lecturer)\b
      \b(?:writes|reports|covers)\b[^.]*\b(?:about|on|for|from|of)\b | \bcontributed (?:to|reporting)\b
      ^reporting by\b | ^(?:additional )?reporting\b | ^(?:edited|editing) by\b | \bcan be reached (?:at|by)\b
      \blives in\b | \bfollow (?:him|her|them) (?:on|at)\b | \bhas (?:reported|written|covered|worked)\b
      \bjoined\b[^.]*\bin \d{4}\b | \bread (?:his|her|their|more)\b[^.]*\b(?:articles|essays|stories|work)\b
      ^author of\b | \bnew book\b|\bis the author of\b | \bresearch was contributed\b | \bproduced by\b
      \bin [A-Z]\w+ contributed\b`),
    credits: list(
      String.raw`^(?:additional )?report(?:ing|ed)? by\b | ^edit(?:ed|ing) by\b | \bcontributed (?:to|reporting)\b | ^written by\b`,
    ),
    notes: list(String.raw`
      this (?:article|story|piece|report) (?:was|has been)\b | a correction was made | corrections?:
      clarification: | editor[’']s note | an earlier version | this interview has been
      the (?:.* )?names? .* ha(?:s|ve) been changed`),
    callsToAction: list(String.raw`
      follow\b | subscribe\b | sign up\b | read (?:more|his|her|their|our|the (?:full|rest)|all|the)\b
      listen to\b | watch\b | visit\b | send (?:us|your|tips)\b | e-?mail (?:us|your)\b | tell us\b | join\b
      donate\b | support\b | share your\b | download\b | click here\b | find out more\b | for more\b | write to\b
      contact\b | have you\b | do you (?:have|know)\b | got a (?:tip|story)\b
      to (?:comment|respond|subscribe|donate|submit)\b | if you (?:have|know|would like|want)\b | learn more\b
      see (?:our|the full|all)\b | get (?:our|the|more)\b | buy\b | tickets\b | explore\b | submit\b | call \d
      keep up\b | stay up to date\b`),
    interview: list(String.raw`
      this (?:interview|conversation|transcript|q&a)\b.*\b(?:edited|condensed)\b.*
      .*\bconversation has been (?:edited|condensed)\b.* | .*\binterview (?:has been|was) (?:edited|condensed)\b.*`),
    and: ['and', '&', 'with'],
  },
  photos: {
    captionLabels: [
      'image caption',
      'media caption',
      'caption',
      'photo caption',
      'pictured',
      'above',
      'figure',
    ],
    creditLabels: list(String.raw`
      (?:photo|photograph|photos|photographs|photography|picture|pictures|pic|image|images|illustration|video|courtesy photo) by
      (?:file|archive|staff|stock|library|undated|family|handout|contributed|submitted) (?:photo|photograph|picture|image)s?(?: by)?
      image source | (?:image|photo|picture|art) credits? | photographs? | photographers? | photography | photos?
      pictures? | pics? | images? | credits? | illustrations? | illustrators? | graphics? | infographics? | artwork
      maps? | charts? | drawings? | paintings? | renderings? | video | composite | collage | montage | source | sources`),
    creditNotes: [
      ...WORLDWIDE_NOTES,
      ...list(String.raw`
      (?:file|archive|stock|library|undated|contributed|submitted|supplied|courtesy|pool)(?: (?:photo|photograph|image|pic|picture)s?)?
      family (?:photo|handout|picture|album) | via video | screen ?(?:grab|shot) | video still | still image | artist[’']s (?:impression|rendering)
      open content program(?:me)? | provided | private`),
    ],
    by: ['by'],
    for: ['for', 'of', 'on'],
    courtesy: list(String.raw`
      (?:photos? |images? |pictures? )?courtesy(?: of)? | via | (?:photos? |images? |pictures? )?(?:provided|supplied|submitted|contributed|released|distributed) by
      (?:supplied|provided|contributed|submitted): | handout from | handout by | (?:reproduced |used )?(?:with|by)(?: kind)? permission of
      (?:the )?collections? of | from`),
    via: ['via', 'through'],
    holders: [
      ...WORLDWIDE_HOLDERS,
      ...list(String.raw`
      family | estate | ministry | airport | airlines? | airways | aquarium | zoo | hotel | resort | railways? | motors | motorsport | aviation
      aerospace | electric | energy | industries | holdings | partners | solutions | architects? | engineering | athletics | racing
      campaign | university | festival | drones | passengers | residents | handout | surveillance | satellite`),
    ],
    collections: list(String.raw`(?:the )?.+ (?:collection|papers|bequest|album)`),
    archives: list('archives? | collection | archives? of'),
  },
  names: {
    organisations: list(String.raw`
      (?:[\p{Ll}-]+ ){1,3}(?:select|scrutiny|planning|transport) committee
      commission on \p{Lu}\p{L}+ | committee on \p{Lu}\p{L}+ | council on \p{Lu}\p{L}+ | conference on \p{Lu}\p{L}+ | forum on \p{Lu}\p{L}+
      local(?= \d) | Storage | Slate | Stone | Fisheries | Seafoods? | Timber | Packaging | Coaches | Holidays | Travel | Tours | Leisure | Fitness
      Homecare | Childcare | Recycling | Aggregates | Quarries | Cement | Concrete | Marine | Offshore | Shipbuilders | Shipyards? | Forestry
      Nurseries | Seeds | Meats | Brewing | Distillers | Furniture | Carpets | Ceramics | Potteries | Electronics | Diagnostics | Therapeutics
      Air | Biotech | Sciences | Bancorp | Financial | Realty | Outfitters | Supermarkets? | Grocers | Haulier | Couriers | Cabs | Taxis
      marina | aquarium | arena | racecourse | cinema | prefecture | province | canton | republic | philharmonic | symphony | sinfonia | infirmary | playhouse | constabulary | choir | ballet | brigade | sentinel | argus | express | mercury | regiment | squad
      mutual | cooperative | ledger
      directorate | consortium | syndicate | cabinet | municipality | stadium | stadiums | agency | label | airline
      brewers | logistics | shipping | ferries | lines | line | freight | steel | mining | lithium | oil | gas | foods
      farmers | growers | teachers | nurses | workers | owners | associates | brothers | sons | trustees | wardens
      polytechnic | conservatory | conservatoire | seminary | monastery | abbey | parish | synod | mosque | synagogue
      festival | biennale | awards | prize | games | championship | fc | united | rovers | athletic | wanderers
      press | agency | agencies | photos | images | pictures | photo | media | news | broadcast | broadcasting
      post | times | herald | tribune | gazette | record | journal | chronicle | courier | observer | review
      telegraph | mail | wire | daily | weekly | bulletin | radio | television | tv | films | productions | studio
      studios | collection | collections | archive | archives | library | museum | gallery | theatre | theater
      opera | orchestra | chorus | choir | associated | shimbun | university | college | school | academy | institute | institution | faculty | department
      ministry | office | bureau | council | committee | commission | board | authority | agency | service
      services | trust | foundation | fund | association | society | union | guild | federation | league | club
      party | network | group | company | corporation | corp | inc | ltd | llc | plc | co | bank | partners
      capital | holdings | industries | mills | works | motors | airlines | airways | railway | railways | ports
      police | army | navy | force | guard | coastguard | court | parliament | congress | senate | assembly
      government | administration | county | borough | city | town | hospital | hospitals | clinic | centre
      center | laboratory | laboratories | lab | labs | observatory | station | family | estate | church
      cathedral | diocese | charity | campaign | coalition | alliance | forum | house | hotel | reserve | zoo
      garden | gardens | park | farm | farms | brewery | bakery | energy | water | power | systems | technologies
      software | pharma | health | survey | program | programme | project | initiative | organisation
      organization | embassy | nations | chamber | exchange | store | stores | cooperative | co-operative
      publishing | books | records | team | unit | division | district | tribunal | inspectorate | ombudsman
      registry | secretariat | treasury | lombard | securities | insurance | airport | port | harbour | harbor
      rail | transport | veterinary | patrol | rescue | squadron | regiment | corps | lifeboat | constabulary | philharmonic | ensemble | choir
      band | quartet | festival | fair | biennale | prize | ledger | dispatch | clarion | foods | dairy | creamery | distillery | winery | vineyards
      petroleum | oil | fuels | shipping | lines | ferries | logistics | freight | haulage | cycles | toys | games | pictures | films | productions | entertainment | press
      communications | telephone | telephones | telecom | telecoms | broadband | wireless | networks | robotics | analytics | dynamics | aerospace | aviation | avionics | semiconductor | materials
      steel | mining | minerals | metals | chemicals | plastics | textiles | apparel | fashion | cosmetics | brands | group | ventures | equity | advisors | advisers
      consulting | consultants | associates | solicitors | chambers | law | surgery | practice | dental | dentistry | pharmacy | hospice | infirmary | healthcare
      homes | housing | properties | estates | construction | builders | engineering | architects | surveyors | utilities | electric | gas | renewables | solar
      seminary | polytechnic | conservatory | conservatoire | nursery | kindergarten | faculty | institution | academy | confederation | congregation | synagogue
      mosque | temple | parish | archdiocese | abbey | priory | monastery | convent | mission | ministries | mayor[’']s office | sheriff[’']s office | senate | bench | bar`),
    ministries: list(
      '(?:department|ministry|office|institute|committee|commission|directorate|bureau|agency|institution|society) (?:for|of)',
    ),
    ownNames: list(
      String.raw`St\.?\s\p{Lu}\p{Ll}+[’']s | (?:\p{Lu}[\p{L}’'-]+\s)+(?:Primary|Infants|Juniors|Comprehensive|Grammar|Environmental|International|Global|Digital|Interactive|Universal|Mutual|Direct)$ | (?:Friends|Sons|Daughters|Citizens|Mothers|Parents|Residents|Neighbou?rs|Campaign|Coalition|Voices) (?:of|for|against) (?:the )?\p{Lu}`,
    ),
    bodies: list(String.raw`
      nightclub | venue | coffee shop | chip shop | chippy | takeaway | patrol | inspection | startup | start-up | nonprofit | non-profit | practice | surgery | business | enterprise | venture | conglomerate | multinational | subsidiary | supermarket | bookshop | bakery | restaurant | hotel | hospice | nursery | farm | dairy | distillery | winery | vineyard | festival | choir | band | ensemble | philharmonic | squad | franchise | bookstore | store | shop | carrier | wholesaler | distributor | importer | exporter | contractor | subcontractor | consultancy | investor group | exchange | registry | ombudsman | secretariat | embassy | consulate | ministry | treasury | parliament | senate | assembly | legislature | congress | cabinet | administration | task force | panel | tribunal | inquiry | union | coalition | alliance | consortium | collective | syndicate | lobby | charity | mission | diocese | congregation | monastery | trust | council | agency | company | firm | group | institute | university | college | school | museum
      ministry | department | office | bureau | union | association | society | charity | club | bank | hospital
      force | police | court | government | commission | committee | board | authority | foundation | party
      observatory | newspaper | paper | journal | guild | federation | network | airline | operator | utility
      service | organisation | organization | campaign | theatre | theater | gallery | reserve | centre | center
      lab | laboratory | library | church | zoo | team | startup | manufacturer | maker | brewery | developer
      watchdog | regulator | think tank | broadcaster | publisher | retailer | miller | mill | factory | plant
      chain | league | coastguard | orchestra | opera | county | city | town | parish | district | academy
      chamber | cooperative | co-operative | archive | survey | fund | brigade | inspectorate | tribunal | lender
      cafe | café | pub | inn | bar | gym | salon | clinic | garage | diner | deli | grocery | shelter | sanctuary | orchard | marina | boatyard | chapel | mosque | synagogue | temple | cathedral | abbey | cinema | playhouse | food bank | credit union | housing association | quartet | workshop | sinfonia | academy trust | school board | select committee | helpline | hotline | union branch | secretariat | observatory | planetarium | aquarium | botanic garden | garden centre | leisure centre | community centre | health centre | day centre | care home | nursing home
      insurer | supplier | builder | shipyard | port | harbour | harbor | airport`),
    soleBodies: list('police'),
    anyBodies: list(
      String.raw`company | firm | group | agency | organi[sz]ation | institution | body | business | maker | manufacturer | operator | airline | charity | association | society | union | committee | commission | board | authority | department | ministry | office | bureau | team | club | trust | foundation | institute | college | university | school | museum | council | service | utility | regulator | watchdog | newspaper | paper | publisher | developer | builder | retailer | chain | bank | lender | insurer | start-?up | cooperative | party | federation | guild | league | network | bank`,
    ),
    honorifics: {
      female: ['ms', 'mrs', 'miss', 'lady', 'dame', 'madam', 'sister'],
      male: ['mr', 'sir', 'lord', 'brother', 'father'],
      any: [
        'conservative',
        'labour',
        'democrat',
        'republican',
        'tory',
        'dr',
        'prof',
        'professor',
        'doctor',
        'rev',
        'rt rev',
        'right reverend',
        'very rev',
        'reverend',
        'mx',
        'hon',
        'the rev',
        'the reverend',
      ],
    },
    lordly: list('lord | lady | baroness | dame | sister | father | brother'),
    titles: list(String.raw`
      boss | supremo | economist | analyst | director | minister | president | secretary | chair | chairman | chairwoman
      chairperson | chief | officer | executive | manager | head | leader | founder | co-founder | owner | partner
      professor | lecturer | researcher | scientist | biologist | geologist | historian | ecologist | physicist
      chemist | engineer | architect | curator | warden | keeper | court interpreter | court reporter | court clerk | court artist | lock-keeper | lockkeeper | mail carrier | letter carrier | boatman | fishmonger
      butcher | baker | farmer | fisherman | papermaker | clockmaker | shipwright | mechanic | driver | pilot
      captain | skipper | sergeant | inspector | superintendent | constable | commissioner | commander | colonel
      general | lieutenant | major | spokesman | spokeswoman | spokesperson | mayor | governor | senator
      councillor | councilor | councilman | councilwoman | mp | lawmaker | deputy | ambassador | envoy | diplomat
      lawyer | attorney | solicitor | barrister | judge | prosecutor | coroner | doctor | nurse | surgeon | vet
      veterinarian | paramedic | midwife | teacher | headteacher | principal | headmaster | headmistress | student
      coach | trainer | referee | player | striker | goalkeeper | goaltender | quarterback | pitcher | forward | groundsman | ornithologist | cellist | violinist | pianist | physiologist | zoologist | botanist | geographer | defender | midfielder | runner | swimmer | rower
      novelist | author | writer | poet | playwright | artist | painter | sculptor | photographer | composer
      conductor | musician | singer | drummer | actor | actress | dancer | choreographer | producer | designer
      editor | journalist | correspondent | columnist | publisher | librarian | archivist | archaeologist
      astronomer | meteorologist | forecaster | hydrologist | oceanographer | seismologist | volcanologist
      sociologist | psychologist | anthropologist | linguist | philosopher | theologian | priest | vicar | bishop
      rabbi | imam | pastor | organiser | organizer | campaigner | activist | volunteer | coordinator
      co-ordinator | strategist | adviser | advisor | consultant | trader | investor | broker | banker
      accountant | fellow | emeritus | specialist | expert | technician | operator | supervisor | foreman | ranger
      forester | gardener | chef | cook | brewer | barista | bartender | landlord | landlady | shopkeeper | grocer
      florist | tailor | hairdresser | barber | plumber | electrician | carpenter | builder | miner | postman
      postmaster | firefighter | detective | investigator | auditor | treasurer | trustee | member
      representative | delegate | negotiator | premier | chancellor | prime minister | beekeeper | shepherd
      ferryman | harbourmaster | harbormaster | stationmaster | astronaut | programmer | developer | clerk
      registrar | tutor | dean | provost | rector | vice-chancellor | undersecretary | aide | resident | restorer
      conservator | critic | entrepreneur | translator | interpreter | statistician | mathematician
      adjuster | caretaker | sheriff | acoustician | \p{L}+(?:blower|maker|smith|wright|keeper|grower|ologist|ographer|monger|worker|breeder|herder|seller)
      epidemiologist | virologist | dentist | pharmacist | therapist | nutritionist
      (?:clinical|technical|team|project|programme|program|policy|research|design|engineering|product|science|safety|operations|campaign) lead | passenger | customer | commuter | shopper | motorist | pedestrian | parent | householder | homeowner | villager | islander | tourist | visitor | voter | survivor | witness | assistant | attendant | consultant | agent | superintendent
      waitress | sommelier | chaplain | cardinal | archbishop | monk | nun | cantor
      verger | steward | stewardess | purser | helmsman | coxswain | bosun | cabinetmaker | apprentice
      trainee | intern | retiree | pensioner | veteran | laureate | medalist | medallist | captain
      clinician | radiographer | physician | psychiatrist | cardiologist | oncologist | paediatrician | pediatrician
      obstetrician | anaesthetist | optician | optometrist | GP | lieutenant | corporal | admiral
      bailiff | magistrate | notary | paralegal | advocate | QC | KC | marshal
      chief of staff | town clerk | speaker | congressman | congresswoman | assemblyman | assemblywoman
      alderman | selectman | commissioner | comptroller | controller | consul | attaché | cop | policeman
      policewoman | woodcarver | guitarist | bassist | organist | comedian
      clown | juggler | magician | poet laureate | cartoonist | illustrator | animator | filmmaker | showrunner
      sound engineer | impresario | docent | custodian | janitor | concierge | dispatcher
      operative | cobbler | stonemason | bricklayer
      thatcher | glazier | roofer | decorator | docker | stevedore | sailor | trawlerman | lobsterman
      crofter | farmhand | rancher | grower | winemaker | vintner | cheesemonger | distiller
      nanny | childminder | au pair | housekeeper | lifeguard | paddler | climber | mountaineer | jockey | umpire
      skater | skier | sprinter | cyclist | boxer | wrestler | gymnast | golfer | cricketer | fullback
      winger | rookie | groundskeeper | greenkeeper | demographer | toxicologist | geneticist
      neuroscientist | ethicist | economist | actuary | underwriter | bookkeeper | cashier | teller | receptionist
      secretary | stenographer | typist | realtor | estate agent | surveyor | planner | valuer | auctioneer
      curate | vice president | vice chair | vice-chair | chair emeritus | chief operating officer | cfo | coo | cto | ceo
      general counsel | general secretary | shop steward | organiser | co-owner | co-director | co-chair | cofounder
      (?:first|second|third|fourth|principal|lead|solo) (?:violin|viola|cello|bass|oboe|flute|clarinet|bassoon|horn|trumpet|trombone|tuba|harp|percussion|desk)
      (?:lollipop|kit|bin|dustbin|milk|ice-cream|rag-and-bone|stunt|weather|repair|delivery|maintenance) (?:man|woman|lady)
      (?:district|city|county|state|town|village|borough) (?:attorney|judge|clerk|treasurer|manager|administrator|engineer|auditor|coroner|commissioner|supervisor|historian|archivist)
      goalkeeping coach | caseworker | organiser | prefect | page | sub-postmaster | registrar | warrant officer | whip | tsar | czar
      stallholder | allotment holder | record holder | licensee | publican
      webmaster | hacker | blogger | podcaster | presenter | broadcaster | newsreader | reporter | stringer | photojournalist | subeditor`),
    jobEndings: list(
      String.raw`official | employee | executive | insider | staffer | lawmaker | source | master | \p{L}*mistress | cooper | mason | potter | miller | butler | guard | guide | host | hostess | scout | aide | hand | merchant | tenant | servant | cleaner | porter | sexton | deacon | marshal | champion | archer | spy | joiner | weaver | tiler | (?:vice|deputy|sub|co|under|arch|ex)-\p{L}+ | (?!\p{L}*met(?:er|re))\p{L}{2,}(?:er|or|ist|ician|eer|wright|smith|monger|keeper|master|mistress|herd|woman|man|person)`,
    ),
    notJobs: list(String.raw`
      human | german | roman | norman | ottoman | woman | man | person | women | men | water | winter | summer | other
      another | number | letter | paper | newspaper | order | matter | river | tower | power | corner | center | quarter
      chapter | character | daughter | sister | brother | mother | father | grandmother | grandfather | stepfather
      stepmother | dinner | supper | weather | leather | feather | copper | silver | timber | lumber | butter | pepper
      sugar | computer | printer | scooter | cooler | boiler | trailer | container | freighter | trawler | cruiser
      tanker | helicopter | chopper | tracker | sticker | poster | flyer | banner | border | disorder | shoulder
      finger | hunger | anger | danger | stranger | cancer | fever | liver | error | mirror | horror | terror | favor
      honor | labor | color | flavor | humor | rumor | tumor | door | floor | motor | tractor | sensor | reactor
      factor | sector | minor | major | prior | senior | junior | exterior | interior | superior | harbor | twist | mist | fist
      wrist | list | checklist | playlist | shortlist | waitlist | rather | either | neither | whether | together | under
      over | never | ever | however | whatever | after | former | latter | later | better | greater | larger | smaller
      older | younger | elder | lower | upper | outer | inner | further | per | super | offer | layer | transfer
      encounter | disaster | register | semester | theater | meter | kilometer | diameter | parameter | barometer
      filter | shelter | counter | cluster | monster | hamster | lobster | oyster | rooster | spider | tiger | badger
      beaver | otter | plover | bigger | higher | longer | shorter | faster | slower | cheaper | newer | fewer | closer
      warmer | colder | deeper | easier | earlier | heavier | richer | poorer | stronger | weaker | wider | nearer
      folder | ladder | bladder | powder | thunder | wonder | cylinder | calendar | reminder | remainder | tender
      gender | render | blender | fender | murder | rudder | header | newsletter | gutter | litter | meter | twitter
      glitter | chatter | batter | platter | scatter | shutter | cutter | quarter | charter | barter | starter
      cover | river | lever | clover | hover | discover | recover | silver | sliver | flower | shower | tower
      answer | sewer | drawer | sweater | heater | crater | cater | eater | copper | hopper | slipper | zipper | stopper
      wrapper | upper | chamber | member | remember | september | october | november | december | cucumber | rubber
      soccer | saucer | layer | prayer | foyer | drier | dryer | tier
      pier | frontier | carrier | barrier | supplier | glacier | easter | plaster
blister | cluster | fiber | caliber | sober | amber | timber | number | ember | peter | fritter | critter
      folklore | manor | anchor | vapor | vigor | rigor | valor | armor | parlor | corridor
vector | elevator | escalator | generator | refrigerator | indicator | calculator
      equator | accelerator | ventilator | monitor | visitor | competitor | tremor | razor | decor
      processor | compressor | predecessor | successor | ancestor | survivor | suitor | creditor | debtor | customer
      user | loser | winner | newcomer | foreigner | prisoner | passenger | messenger | voter | lover | caller
      viewer | listener | reader | believer | follower | neighbor | consumer | shopper | villager | islander
      teenager | youngster | bachelor | beginner | beholder | commuter | dreamer | killer | murderer | robber | hearing
      offender | stakeholder | shareholder | bystander | outsider | insider | starter | trigger | burger | hanger
      ledger | merger | passer | closer | laser | eraser | dozer | freezer | tweezer | buzzer | sleeper | pointer | drafter
      propeller | roller | cellar | trailer | boiler | tiller | filler | pillar | feller | dollar | collar | thriller
      spoiler | toaster | coaster | roadster | bumper | jumper | hamper | camper | bomber | chequer | checker
      locker | ticker | cracker | rocket | tucker | bunker | anchor | marker | shaker | loudspeaker | sneaker
      washer | pusher | feeder | header | spreader | cedar | order | recorder | folder | holder
spacer | racer | tracer | pacer | sensor | humour | harbour | colour | neighbour
      rumour | tumour | favour | honour | labour | flavour | vapour | armour | error | tenure | moor | poor | indoor | outdoor
      gist | exist | consist | resist | assist | persist | insist | amnesist | racist | sexist | optimist | pessimist | tourist
      realist | idealist | buddhist | communist | socialist | capitalist | nationalist | separatist`),
    notNouns: list(
      String.raw`\p{L}+ly | \p{L}+ing | (?:more|most|much|less|least|very|quite|so|too|all|none|nothing|everything) \p{L}+ | \p{L}+(?:est|ious|ful|less|able|ible)`,
    ),
    notTitles: list(String.raw`
      tenant | resident | passenger | customer | commuter | shopper | motorist | pedestrian | parent | householder | homeowner | villager | islander
      tourist | visitor | voter | survivor | witness | person | man | woman | boy | girl | child | baby | couple | pair | group | other | others | one | ones | first | last
      second | third | next | latter | former | same | only | day | night | week | month | year | time | moment | morning
      afternoon | evening | hour | minute | way | case | thing | fact | reason | result | half | majority | rest | end
      friend | neighbour | neighbor | relative | relation | native | victim | twin | lot | bit | name | place | number
      youngest | oldest | eldest | middle`),
    titlesBefore: list(String.raw`
      (?:u\.s\. |us )?(?:(?:superior court|supreme court|appeals court|family court|municipal|magistrates|district|county|circuit|chief|senior|federal|high court|crown court) )?(?:judge|justice) | gov\. | sen\. | rep\. | sgt\. | lt\. | capt\. | col\. | gen\. | maj\. | det\. | insp\. | supt\. | cllr | cpl\. | adm\.
      (?:state|u\.s\.|us) (?:sen|rep)\. | cmdr\. | pres\. | sgt | capt | col | lt | insp | supt | det | (?:det |temp |acting )?(?:ch|chief) (?:insp|supt|con|const)\.?
      (?:det|sgt|dep|asst) (?:insp|supt|sgt|con|const|ch con)\.? | det ch (?:insp|supt)\.? | pc | dc | ds | di | dci | wo | cpl
      ald\.`),
    lesserRanks: list(String.raw`cllr | councillor | rep\.`),
    bodyTitles: list(
      'boss | cabinet member for .* | owner | co-owner | founder and chief executive | founder and ceo | proprietor | president | vice president | manager | secretary | curator | chief curator | head curator | conductor | principal conductor | coach | head coach | superintendent | head gardener | head keeper | head librarian | archivist | principal | editor | editor in chief | coordinator | registrar | dean | clinical lead | chief [a-z]+ | chief [a-z]+ officer | acting [a-z]+ | deputy director | assistant director | director of .* | project manager | conservation officer | medical officer | chief engineer | director | founder | co-founder | secretary general | general secretary | general manager | treasurer | artistic director | executive director | medical director | head of communications | head of .* | chief executive | ceo | chairman | chairwoman | chair | managing director | general counsel | general director | music director | musical director | sporting director | finance director | operations director | spokesman | spokeswoman | spokesperson | chief financial officer | [a-z]+ chief | (?:reserve |first-team )?(?:goalkeeper|striker|midfielder|winger) | (?:station|branch|store|plant|factory|office|club|team|assistant) manager | assistant [a-z]+ editor | (?:former|acting|interim|outgoing) (?:chief executive|chairman|chairwoman|chair|director|president|manager|head of .*)',
    ),
    leaderTitles: list('leader | deputy leader | captain'),
    ownedTitles: list(
      String.raw`(?:former |interim |caretaker |assistant |deputy |acting |outgoing |new |club |team )?(?:manager|boss|head coach|coach|captain|vice-captain|striker|goalkeeper|defender|midfielder|winger|chairman|chairwoman|chief executive|ceo|managing director|finance director|finance chief|chief (?:financial|operating|executive) officer|general secretary|spokes(?:man|woman|person)|co-founder|founder|goaltender|quarterback|fly-half|batsman|bowler)`,
    ),
    beforeNames: list(
      String.raw`\p{L}+-(?:based|born|listed|owned|backed|led|raised|trained|educated|bred|headquartered) | (?:mother|mum|mom|father|dad|parent|grandmother|grandfather)-of-[\p{L}\p{N}]+`,
    ),
    origins: list(String.raw`\p{L}+(?:ian|ish|ese|ean)`),
    givenTitles: list(
      'dean | marshal | marshall | porter | mason | miller | scout | archer | hunter | tyler | taylor | cooper | page | chancellor',
    ),
    neverNames: list(
      'minister | secretary | president | director | chairman | chairwoman | officer | executive | governor | ambassador | commissioner | superintendent | inspector | attorney | senator | councillor | councilman | councilwoman | coordinator | professor | spokesman | spokeswoman',
    ),
    fieldTitles: list(
      String.raw`(?<!\p{Ll}{4} )minister | deputy minister | shadow minister | secretary of state`,
    ),
    placeKinds: list(
      String.raw`town | village | city | hamlet | port | borough | parish | island | resort`,
    ),
    placeTitles: ['mayor', 'dean', 'bishop', 'archbishop'],
    teamTitles: list(
      '(?:head |assistant )?coach | captain | vice-captain | skipper | manager | striker | (?:reserve )?goalkeeper | goaltender | defender | midfielder | winger | forward | fly-half | full-back | quarterback | pitcher',
    ),
    asRole: ['as'],
    firmTitles: list(
      String.raw`(?:co-?)?founder | (?:co-?)?owner | .*officer | .*executive | ceo | cfo | coo | cto | president | vice president | chair(?:man|woman|person)? | managing director | .*manager | editor | publisher | partner | spokes(?:man|woman|person) | head chef | boss | \p{L}{4,} minister | king | queen | governor | senator | premier | bishop | archbishop | prefect`,
    ),
    firms: {
      words: list(
        'company | vendor | firm | group | business | employer | manufacturer | maker | [a-z]+maker | retailer | chain | operator | supplier | developer | startup | start-up | lender | insurer | airline | carrier | brewer | publisher | contractor | builder | owner',
      ),
      kinds: list(
        String.raw`telephones? | telephony | telecoms? | communications | broadband | cable | wireless | networks | storage | slate | stone | fisheries | seafoods? | timber | packaging | holidays | travel | tours | leisure | homecare | recycling | aggregates | quarries | cement | concrete | marine | shipbuilders | shipyards? | brewing | distillers | furniture | carpets | ceramics | electronics | diagnostics | therapeutics | biotech | financial | realty | mining | lithium | petroleum | oil | gas | fuels | software | pharma | renewables | solar | electric | freight | haulage | ferries | cycles | toys | games | brands | chemicals | plastics | metals | textiles | construction | engineering | builders | haulier | couriers | inc | corp | corporation | plc | ltd | limited | holdings? | company | co | group | motors? | airlines? | airways | air | airport | bank | brewery | foods? | energy | power | water | steel | industries | systems | technologies | labs | studios? | works | mills? | homes | stores | supermarkets? | logistics | freight | shipping | lines | buses | coaches | trains | railways? | rail | telecom | media | pictures | press | books | partners | capital | securities | insurance | properties | estates | aquaculture | farms? | dairy | distillery | pharmaceuticals | biologics | robotics | manufacturer | maker`,
      ),
      heads: list(
        'chief executive | chief executive officer | ceo | managing director | owner | co-owner | founder | co-founder | founder and chief executive | finance director | finance chief | chief financial officer | chief operating officer | plant manager | spokesman | spokeswoman | spokesperson',
      ),
    },
    otherKinds: [
      [
        list('agency'),
        list('authority | bureau | office | service | administration | commission | directorate'),
      ],
      [list('company'), list('opera | ballet | theatre | theater | players | circus')],
      [
        list('orchestra | ensemble | band'),
        list('philharmonic | symphony | sinfonia | quartet | ensemble | players'),
      ],
      [
        list('school'),
        list(String.raw`academy | college | primary | high | grammar | St\.? \p{L}+[’']s`),
      ],
      [
        list('club | team | side'),
        list(
          'united | city(?: women| ladies)?$ | town(?: women| ladies)?$ | rovers | athletic | wanderers | fc | afc | albion | rangers | county$',
        ),
      ],
      [
        list('regulator | watchdog'),
        list('authority | commission | agency | ombudsman | inspectorate | office'),
      ],
      [list('force'), list('police | constabulary')],
      [list('union'), list('guild | federation | alliance | local | brotherhood')],
      [list('hospital'), list('infirmary | medical center')],
      [list('theatre | theater'), list('playhouse | opera | rep')],
      [list('church'), list(String.raw`chapel | cathedral | St\.? \p{L}+[’']s`)],
    ],
    firmMarks: {
      owns: list(
        'shares? | stock | shareholders | investors | chief executive | chairman | chairwoman | board | management | boss | bosses | profits? | sales | revenues? | turnover | earnings | customers | subscribers | staff | employees | workforce | workers | products | factory | factories | plants? | spokesman | spokeswoman | spokesperson | headquarters | website | app | bid | brand | owners? | founders? | share price | losses | contract | licence | license | parent company | annual report | members | ballot',
      ),
      before: list(
        'shares (?:in|of) | (?:a )?stake in | (?:spokes(?:man|woman|person)|spokespeople) (?:for|at) | (?:staff|workers|employees?|engineers|colleagues|bosses|executives|managers) (?:of|at) | customers of | shareholders? (?:in|of) | investors? in | contract with | (?:owned|made|run|built|operated|published|supplied|employed) by | subsidiary of | bought by | sold to | drivers at | pilots at | nurses at | offices of',
      ),
      other: list(
        'former | deputy | vice | acting | interim | managing | executive | senior | chief | assistant | finance | marketing | sales | operations | group | joint | club | company | county | city | town | state | union | school | hospital | local | national | regional | labour | conservative | democratic | republican | green | british | american | french | german | european | english | scottish | welsh | irish | today | yesterday | department | district | police | board | bank | trust | party | government | council | parliament | congress | senate | ministers | analysts | officials | residents | researchers | shares | share | another | its | his | her | their | our | your | this | that | these | every | each | one | two | three | most | many | some | few | several | retired | veteran | longtime | independent | new | old',
      ),
    },
    personTitles: list(
      String.raw`.*(?:lawyer|attorney|solicitor|barrister|agent|assistant|doctor|physician|therapist|nurse|surgeon|teacher|tutor|coach|trainer|publicist|biographer|landlord|landlady|boss|employer|accountant|caddie|translator|interpreter|carer|bodyguard|driver|ghostwriter)`,
    ),
    titleOf: [
      [list('governor'), list('bank')],
      [list(String.raw`minister`), list(String.raw`ministry | department`)],
      [list(String.raw`concertmaster | soloist`), list(String.raw`orchestra | philharmonic`)],
      [
        list(
          String.raw`conductor | (?:principal )?(?:cellist|violinist|oboist|trumpeter|flautist)`,
        ),
        list(String.raw`orchestra | philharmonic | symphony`),
      ],
      [
        list(
          String.raw`(?:deputy )?leader | cabinet member.* | council leader | leader of the council`,
        ),
        list(String.raw`council`),
      ],
      [list(String.raw`(?:\w+ )?curator`), list(String.raw`museum | gallery`)],
      [
        list(
          String.raw`(?:(?:deputy|assistant|acting) )?head ?teacher | headmaster | headmistress | principal | class teacher | school cook`,
        ),
        list(String.raw`school | academy | college | primary | high | infants | juniors`),
      ],
      [list(String.raw`vicar | canon | verger`), list(String.raw`church | cathedral | abbey`)],
      [
        list(String.raw`(?:\w+ )?(?:professor|lecturer|dean)`),
        list(String.raw`university | college`),
      ],
      [
        list(
          String.raw`detective.* | .*inspector | .*superintendent | .*constable | sheriff | deputy sheriff | police chief | capt. | .*(?:insp|supt|con|const|sgt)\.? | pc | dc | di | dci`,
        ),
        list(String.raw`police | constabulary | sheriff[’']s office`),
      ],
      [
        list(String.raw`captain | skipper | commander | lieutenant`),
        list(
          String.raw`patrol | coastguard | coast guard | navy | lifeboat | fire department | fire service`,
        ),
      ],
      [
        list(
          String.raw`coach | head coach | manager | captain | striker | (?:reserve )?goalkeeper | defender | midfielder | winger | groundsman`,
        ),
        list(
          String.raw`fc | afc | rfc | united | rovers | athletic | wanderers | albion | rangers | town(?: women| ladies)?$ | city(?: women| ladies)?$ | county$ | club | harriers | wasps | tigers | otters`,
        ),
      ],
      [
        list(String.raw`ruling | judgment | judgement | verdict`),
        list(String.raw`court | tribunal`),
      ],
      [list(String.raw`.*librarian`), list(String.raw`library`)],
    ],
    particles: list(
      'de | van | von | der | den | la | le | du | da | di | del | al | el | bin | ibn | ter',
    ),
    links: list('of | and | & | for | the'),
    articles: ['the', 'a', 'an', 'its', 'our', 'their', 'his', 'her'],
    indefinite: list('a | an | one | another | some | several | many'),
    prepositions: list(
      'in | on | at | of | to | for | from | with | by | about | after | before | as | under | over | into | against | during | through | among | around | near | asked by | despite | without | between | than | like | until | since',
    ),
    lesserTitles: list(
      'author | co-author | lead author | main author | senior author | study author | researcher',
    ),
    ordinals: list(
      'first | second | third | fourth | fifth | sixth | seventh | last | only | next | other',
    ),
    newTitles: list(
      'local | longtime | long-time | current | elected | appointed | new | last | first | only | newest | oldest | youngest | resident',
    ),
    praise: list(
      String.raw`award-winning | prize-winning | best-selling | bestselling | acclaimed | renowned | celebrated | noted | famed | prominent | respected | self-taught | self-described | pioneering | world-famous | Dutch | French | Swiss | Greek | Czech | Thai | Welsh | Scots | Iraqi | Israeli | Pakistani | \p{Lu}\p{Ll}{2,}(?:ian|ish|ese|ean|can)(?= (?!teacher|professor|lecturer|tutor|translator|literature))`,
    ),
    ofSome: list(
      String.raw`(?:at|(?<!minister |secretary |commissioner |state )for) the(?= \p{Ll}) | (?:of|at|for|with|from|on|in|to) (?:an?|two|three|four|five|six|several|many|some|his|her|the first|the last)`,
    ),
    clients: list(
      String.raw`(?:for|of|to) (?:the |his |her |both |some of the )?(?:[\p{L}’'-]+ )?(?:family|families|couple|victims?|defendants?|plaintiffs?|claimants?)`,
    ),
    oneOf: list(
      String.raw`one of(?: the| its| his| her| their| \p{L}+[’']s)?(?: \p{Ll}+[’']s)?(?: (?:two|three|four|five|six|seven|eight|nine|ten|dozens of|hundreds of|\d+|several|many|few|last|remaining|last remaining|only \p{L}+))?`,
    ),
    fields: {
      titles: list(
        'professor | lecturer | reader | researcher | specialist | expert | teacher | fellow | consultant | adviser | advisor',
      ),
      before: list('in'),
    },
    times: list(
      'until (?:recently|last year|this year|now|then) | formerly | then | now | once | previously | currently',
    ),
    ranks: list(
      String.raw`(?:first|last) (?:violin|viola|cello|bass|oboe|flute|clarinet|bassoon|horn|trumpet|trombone|desk|minister|officer|mate|secretary|assistant)`,
    ),
    there: ['there'],
    joins: list('(?:has |had )?(?:joined|rejoined|left|works at|worked at|works for|worked for)'),
    worksThere: list(
      String.raw`who (?:has |had |also |still |now )*(?:works?|worked|teaches|taught|studies|studied|trains|trained|volunteers|volunteered|plays|played|performs|lectures|runs|cooks|drives)(?: [\p{Ll}-]+){0,5} there`,
    ),
    formerly: list('former | retired | ex | longtime | acting | interim'),
    lateTimes: list(
      'for (?:[a-z0-9-]+ ){1,5}(?:years?|decades?|months?|weeks?|days?|seasons?) | at the time | at that time | back then | for now | for the moment | there | here',
    ),
    titleTails: list(
      'in chief | in charge | in residence | in training | in waiting | on call | on duty',
    ),
    titleEnds: list(
      'near | outside | across | around | with | without | in | on | aboard | since | from | by | during',
    ),
    definite: list('the'),
    contracted: list(''),
    hasCapitalTitles: true,
    needsArticle: true,
    hasLateBodies: true,
    lateParts: list(
      "allotment | bike | nature | coffee | farm | garden | repair | boat | dance | walking | running | climbing | sewing | knitting | bridge | debating | animal | dog | cat | ramblers’ | central | library | junior | infant | secondary | regional | social | women[’']s | working men[’']s | students[’']? | parents[’']? | traders[’']? | owners[’']? | golf | boxing | angling | cruising | gardening | conservation | preservation | civic | literary | philharmonic | choral | operatic | dramatic | drama | science | maritime | railway | transit | parks | welfare | mountain rescue | further education | sixth-form | sixth form | hospital | hospitals | academy | wildlife | agricultural | technical | art | medical | law | business | teaching | general | memorial | veterinary | maternity | children's | children’s | borough | city | county | parish | town | district | village | community | school | youth | fire and rescue | fire | ambulance | health | police | rescue | lifeboat | rowing | football | rugby | cricket | swimming | tennis | sailing | athletics | cycling | hockey | bowls | chess | tenants[’']? | residents[’']? | film | food | book | music | jazz | folk | arts | theatre | history | heritage | housing | credit | primary | secondary | grammar | high | public | planning | transport | port | harbour | water | electricity | education",
    ),
    genitives: list('of | by | from'),
    places: list(
      String.raw`street | road | avenue | lane | square | bridge | river | valley | gorge | bay | strait | lake | island | creek | hill | hills | coast | canyon | beach | peak | pass | highway`,
    ),
    placeSurnames: list('hill | hills | lane | lake | beach | bridge'),
    isVerbs: list(
      String.raw`is | was | has been | had been | became | (?:works|worked|has worked|had worked|working|retired|serves|served|took over|stepped down|stood down|resigned|returned|is working|was working|earns (?:his|her) living|made (?:his|her) living) as | was (?:re-)?(?:elected|named|made|appointed|hired as|promoted to|sworn in as) | (?:trained|qualified|started(?: out)?|began) as`,
    ),
    existential: list('there'),
    isClauses: list(
      '(?:who was )?(?:newly |recently )?(?:elected|appointed|named|hired|chosen|installed)(?: (?:in|last|this) [a-z]+(?: [0-9]+)?)?(?: as)? | who (?:is|was|has been|had been|became|(?:has |had )?(?:works|worked|retired|serves|served|took over|taken over|stepped down|stood down|resigned|trained) as)(?: then| now| also| still)?',
    ),
    of: ['of', 'at', 'for', 'with', 'from', 'in', 'on', 'to'],
    toward: ['to'],
    belongs: list(String.raw`of | at | with | from | also (?:of|at|with|from)`),
    clauses: list('who | whose | which | that | since | until | when | where | after | before'),
    papers: list(
      String.raw`ledger | dispatch | clarion | beacon | enquirer | inquirer | standard | echo | globe | sun | express | register | reporter | news | citizen | republic | leader | intelligencer | monitor | world | press | messenger | outlook | gazette | times | record | herald | post | tribune | journal | chronicle | courier | observer | telegraph | mail | sentinel | guardian | independent | review | argus | bulletin | mercury | star | examiner | advertiser`,
    ),
    owners: list('its | their'),
    who: 'who',
    leads: list(
      String.raw`who (?:covers|follows|tracks|analyses|analyzes|handles|advises|lobbies|campaigns|writes|reports|plays|skates|rows|races|drives|flies|cooks)(?: [\p{Ll}-]+){0,4}? (?:at|for|with) | who (?:also |now |once |has |had |have )?(?:(?:heads|leads|runs|directs|oversees|manages)(?: [\p{Ll}-]+){1,4} at|heads|headed|leads|led|runs|run|directs|directed|chairs|chaired|founded|co-founded|set up|manages|managed|owns|oversees|edits|coaches|captains|presides over|represents|speaks for|(?:sits|serves) on the (?:board|council|committee) of|belongs to|is (?:with|at|from)|(?:works?|worked|teaches|taught|lectures|researches|studies|studied|trains|volunteers|serves|sits|practises|practices|is (?:studying|working|teaching|training|researching|based))(?: [\p{Ll}-]+){0,6}? (?:at|for|with))`,
    ),
    namedBy: list(String.raw`named | called | by the name of | known as`),
    ages: list(String.raw`(?:\d{1,3}|\p{Ll}+(?:-\p{Ll}+)?)-year-old`),
    genders: {
      female: {
        articles: [],
        nouns: list(
          String.raw`\p{L}*(?:woman|girl|actress|waitress|hostess|duchess|baroness|princess|queen|nun|midwife|housewife|seamstress|headmistress|landlady|mum|mom|lady|abbess|soprano|heroine|stewardess)`,
        ),
        given: list(
          String.raw`(?!(?:luca|noah|joshua|ezra|sasha|nikita|mustafa|elisha|akira|ira|dana|costa|andrea|jeremiah|isaiah|obadiah|garcia|misha|kofa|musa|isa|abba|sunda|toma|zia|raja|krishna|aditya|surya|goda)$)\p{L}+a | \p{L}+(?:ette|elle|lyn|lynn|lynne|anne|leigh|issa|beth|trude) | amber | angel | angie | camille | fern | ivy | jan | jean | jo | joan | jocelyn | kay | kim | laurel | lesley | marian | olive | pearl`,
        ),
      },
      male: {
        articles: [],
        nouns: list(
          String.raw`\p{L}*(?:man(?<!woman)|fisherman|actor|waiter|duke|baron|prince|king|monk|headmaster|landlord|dad|priest|abbot|baritone|tenor|hero|steward|farmhand)(?<!woman)`,
        ),
        given: list(
          String.raw`\p{L}+(?:bert|ard|ford|ton|ius|vin|ley(?<!ashley|shirley|lesley|hayley|beverley)) | noah | alex | ali | charlie | claude | earl | gene | jordan | lance | laurence | lee | morgan | noel | ray | rex | robin | sam | will`,
        ),
      },
    },
    relatives: {
      female: [
        'wife',
        'sister',
        'mother',
        'daughter',
        'aunt',
        'niece',
        'grandmother',
        'girlfriend',
        'widow',
        'granddaughter',
        'stepmother',
        'stepdaughter',
        'goddaughter',
        'mother-in-law',
        'daughter-in-law',
        'sister-in-law',
        'mum',
        'mom',
        'gran',
        'fiancée',
      ],
      male: [
        'husband',
        'brother',
        'father',
        'son',
        'uncle',
        'nephew',
        'grandfather',
        'boyfriend',
        'widower',
        'grandson',
        'stepfather',
        'stepson',
        'godson',
        'father-in-law',
        'son-in-law',
        'brother-in-law',
        'dad',
        'grandad',
        'fiancé',
      ],
    },
    pronouns: {
      female: ['she'],
      male: ['he'],
      it: ['it'],
      they: list(
        String.raw`they | both(?! \p{Ll}+s\b) | the two(?! \p{Ll}+s\b) | the pair | the couple`,
      ),
    },
    possessives: ['her', 'his', 'its', 'their', 'my', 'our'],
    starters: list(String.raw`
      the | a | an | in | on | at | by | for | from | of | but | and | or | so | yet | if | when | while | after
      before | since | until | as | with | without | to | it | its | he | she | they | we | you | i | his | her
      their | our | my | your | this | that | these | those | there | here | what | who | why | how | where
      which | no | not | nobody | none | nothing | every | each | all | both | some | many | most | more | few
      several | one | two | three | four | five | six | seven | eight | nine | ten | another | other | others
      asked | according | last | next | then | now | today | yesterday | tomorrow | also | even | only | just
      still | like | nevertheless | however | despite | under | over | about | through | during | between | among
      against | nearly | almost | around | once | because | although | though | was | is | are | were | will
      would | could | should | has | have | had | do | does | did | seasoned | previously | early | late | critics
      analysts | officials | experts | residents | police | born | read | instead | perhaps | soon | back | later
      earlier | meanwhile | outside | inside | dear | well | yes | oh | please | let | never | always | sometimes
      something | somebody | anyone | everyone | everything | people | thousands | hundreds | dozens | half | less
      any | such | above | below | neither | either | whether | until | unless | monday | tuesday | wednesday
      thursday | friday | saturday | sunday | january | february | march | april | may | june | july | august
      september | october | november | december`),
  },
  speech: {
    marks: [
      ['“', '”'],
      ['"', '"'],
      ['‘', '’'],
      ["'", "'"],
      ['«', '»'],
    ],
    verbs: list(String.raw`
      said | says | say | saying | told | tells | tell | adds | added | adding | asked | asks | replied | replies
      answered | answers | explained | explains | wrote | writes | noted | notes | argued | argues | warned
      warns | insisted | insists | claimed | claims | recalled | recalls | remembers | remembered | joked | jokes
      laughed | shouted | whispered | muttered | announced | announces | declared | declares | stated | states
      pronounced | proclaimed | proclaims | pronounces | point to | points to | pointed to | predicted | predicts | suggested | suggests | admitted | admits | conceded | concedes | acknowledged
      acknowledges | complained | complains | promised | promises | vowed | urged | urges | testified | ruled
      concluded | concludes | found | finds | recommended | recommends | reported | reports | believes | believed
      thinks | hopes | hoped | expects | expected | fears | feared | continued | continues | tweeted | posted
      commented | remarked | observed | boasted | sighed | snapped | quipped | protested | confirmed | confirms
      denied | denies | stressed | stresses | emphasised | emphasized | pointed out | points out | cautioned
      cautions | maintains | maintained | apologised | apologized | praised | criticised | criticized | condemned
      blamed | accused | responded | responds | put it | puts it | summed up | began | finds it | found it
      blames | read | reads | spoke of | speaks of | talked of | talks of | referred to | refers to | wants
      wanted | felt | feels | offered | reminded | thanked | repeated | repeats | warn | believe | argue
      confessed | cried | mused | heard | ordered | declined | refused
      (?:mutter|whisper|murmur|grumbl|mumbl|exclaim|retort|counter|interject|volunteer|shrug|grin|smil|chuckl|giggl|groan|moan|gasp|growl|yell|scream|bellow|holler|shout|bark|sneer|scoff|snort|sniff|gush|rav|enthus|rhapsodis|rhapsodiz|marvel|reckon|reason|reflect|reminisc|recount|relat|narrat|describ|theoris|theoriz|speculat|hypothesis|ventur|propos|recommend|advis|counsel|warn|threaten|demand|insist|implor|plead|beg|appeal|lament|bemoan|rue|regret|complain|protest|object|fum|rag|rail|thunder|seeth|crow|brag|gloat|jok|teas|deadpan|quip|jest|greet|announc|disclos|reveal|divulg|confid|admit|conced|allow|assert|affirm|assur|reassur|attest|certif|clarif|elaborat|expand|emphasi[sz]|underlin|underscor|reiterat|echo|agre|concur|disagre|disput|refut|rebut|reject|dismiss|contend|posit|maintain|surmis|guess|figur|wonder|query|inquir|enquir|prob|press|quiz|not|observ|opin|pronounc|proclaim|predict|forecast|prophes|estimat|calculat|conclud|summari[sz]|inton|recit|read|sigh|sob|wail|whimper|stammer|stutter|drawl|sing|chant|chorus|tweet|text|email|e-mail|messag|post|signal|indicat|impl|hint|suggest|attribut|blam|accus|alleg|charg|testif|depos|recall|remember|instruct|urg|prais|applaud|commend|thank|apologi[sz]|vow|pledg|promis|swear|pray)(?:e?s|e?d|ied|ies|ged|ted)
      pleads | pleaded | pled | begged | begs | swore | swears | sang | sings | spoke | speaks | went on | goes on | chimed in | chimes in | weighed in | piped up | cut in | shot back | hit back | fired back | fires back | shoots back | let slip | made clear | makes clear | likes to say | liked to say | got | gets asked`),
    auxiliaries: list(
      'had | has | have | was | were | is | are | will | would | could | can | should | did | does',
    ),
    clauseSigns: list(
      String.raw`^(?:i|we|you|they|he|she|it|there|this|that|who|what)(?:[’'](?:m|s|re|ve|d|ll))?\s | ^(?:i|we|you|they|he|she|it|that)[’'](?:m|s|re|ve|d|ll)\b | ^(?:don[’']t|nobody|everybody|everyone)\s`,
    ),
    writes: list('wrote | writes | posted | tweeted'),
    passives: list('was | were | been | is | are | being'),
    calls: list(String.raw`
      pronounced | proclaimed | declared | gave | gives | called | calls | calling | call | described | describes | describing | labelled | labels | labeled | branded
      brands | dismissed | dismisses | dismissing | likened | likens | hailed | hails | considers | considered
      deemed | termed | terms | characterised | characterized | compared | compares | denounced | finds | found
      rejected | rejects | welcomed | welcomes | ridiculed | mocked | sees | saw`),
    accordingToIt: ['according to which'],
    accordingTo: ['according to', 'in the words of', 'as told to'],
    notSpeech: list(String.raw`
      (?:the |a )?(?:headlines?|caption|subject line|captioned|chapter|section) |
      so-called | the words? | the phrases? | the terms? | the expressions?
      (?:also |better |otherwise )?known (?:locally |simply |to .{2,20} )?as
      (?:is|are|was|were|been|being) (?:simply |locally |often |usually |sometimes |now )?(?:called|named|dubbed|nicknamed|titled|entitled|labelled|labeled|marked|billed|headed)
      called | nicknamed | dubbed | titled | entitled | named(?!,) | signs? (?:that )?(?:reads?|saying) | marked
      labelled | labeled | headed | code-?named | slogan | motto | under the (?:banner|title|heading|name)(?: of)?
      billed as | translates? as | meaning | means | pronounced | the title | the name | the nickname | christened`),
    works: list(String.raw`
      (?:author|writer|director|creator|editor) of | books? | novels? | films? | movies? | plays? | songs? | albums? | exhibitions? | shows? | series | poems?
      paintings? | operas? | podcasts? | papers? | memoirs? | essays? | sculptures? | documentar(?:y|ies) | ships?
      ferry | boats? | dredgers? | carriers? | aircraft carriers? | horses? | piece | collection | single | game
      programme | program | project | campaign | operation`),
    documents: list(String.raw`
      catalog(?:ue)?s? | citations? | written opinions? | preambles? | risk register | register | permit | covenants? | guidebooks? | checklists? | invoices? | receipts? |
      cards? | signs? | posters? | banners? | placards? | brochures? | circulars? | newsletters? | leases? | deeds? | petitions? | ordinances? | resolutions? | invitations? | dossiers? | prospectus | labels? | inscriptions? | captions? | headstones? | stickers? | memorand(?:um|a) | decisions? | leaflets? | rule ?books? | charters? | reports? | statements? | letters? | e-?mails? | posts? | memos? | logs? | papers? | documents? | filings?
      rulings? | judgments? | verdicts? | complaints? | lawsuits? | indictments? | press releases?
      news releases? | releases? | notes? | notices? | minutes | contracts? | surveys? | studies | study
      reviews? | blogs? | tweets? | messages? | editorials? | articles? | bulletins? | guidance | guidelines
      leaflets? | records? | emails? | audits? | inquir(?:y|ies) | diar(?:y|ies) | plaques? | websites?
      assessments? | roadmaps? | white papers? | blueprints? | strateg(?:y|ies) | handbooks? | manuals? | factsheets? | analys[ei]s | presentations? | brochures? | adverts? | advertisements? | flyers? | tickets? | receipts? | certificates? | citations? | logbooks? | briefings? | dispatch(?:es)? | columns? | op-eds? | open letters? | transcripts? | affidavits? | submissions? | manifestos? | speech notes | text messages? | forecasts?
      warnings?`),
    within: ['in', 'on'],
    issued: list('statements? | press releases? | news releases? | spokes(?:man|woman|person)'),
    seen: list(String.raw`seen | obtained | reviewed | viewed | leaked | read`),
    ownWords: list(
      'advice | answer | reply | response | verdict | message | motto | mantra | conclusion | reaction | explanation | assessment | warning | plea | diagnosis | summary',
    ),
    views: list(String.raw`in (?:his|her|their|its) (?:view|opinion|words|judgment|account)`),
    joining: list('and | but | while | although | though | yet'),
    complements: list('that | whether | if | because'),
    relative: list(String.raw`which | who`),
    answers: list(String.raw`answered | answers | replied | replies`),
    reported: list(''),
    hasTitleCase: true,
    anonymous: list(String.raw`
      
      (?:one|two|three|some|many|most|several) of the (?:\p{Ll}{4,}s|people|six|five|four|three|two)
      (?:one|another) (?:employee|member|official|official|executive|resident|reviewer|engineer|doctor|nurse|teacher|parent|head|officer|manager|adviser|aide|volunteer|pupil|student|freshman|mother|father|grandmother|caller|reader|shopper|driver|worker|woman|man)(?: (?:of|at|from|in) [^,.;:"“”]*)?
      (?:an?other|one|some|many|most|several|both|few|a few|none) of (?:them|the others)
      (?:an?|the|one|two|three|several|some|other|another|senior|former|local|many) (?:(?!(?:to|of|for|in|at|by|from|with|on|about|as|who|that) )[a-z-]+ ){0,3}(?:officials?|sources?|person|people|diplomats?|aides?|lawmakers?|employees?|workers?|executives?|traders?|residents?|neighbou?rs?|witness(?:es)?|passengers?|passers?-by|customers?|drivers?|officers?|spokes(?:man|woman|person)|man|woman|men|women|boy|girl|child|students?|teachers?|fans?|supporters?|critics?|colleagues?|relatives?|friends?|staff|insiders?|bankers?|lawyers?|visitors?|protesters?|shoppers?|commuters?|players?|members?|farmers?|fishermen|analysts?|reviewers?|locals)(?: (?:briefed on|familiar with|involved in|aware of|close to|with knowledge of|in|at|on|with|of|who|from|for)\b[^,.;:"“”]*)?
      (?:one|an?|another|two|three|several) (?:[a-z-]+ ){0,3}[a-z-]+(?=,? who (?:[a-z][^,.;:"“”]* and )?(?:asked|spoke|declined|requested|did not want|didn[’']t want|wished|would not|wouldn[’']t|(?:was|were|is|are) not authori[sz]ed|preferred|prefers|left before|gave only|would give only|insisted on))
      (?:its|their|his|her) (?:diplomats|officials|lawyers?|aides?|critics|supporters|opponents|neighbou?rs|colleagues|staff|spokes(?:man|woman|person))
      (?:an?|one|another) (?:former|retired|longtime) (?:(?!(?:for|with|of|at|who|in|on|from) )[a-z-]+ ){0,2}(?!(?:for|with|of|at|who|in|on|from) )[a-z-]+(?: (?:for|with|of|at) the [a-z]+)?
      (?:wildlife|health|city|county|state|federal|local|government|company|school|hospital|union|fire|military|court|election|transport|rescue|park|prison|tourism|aid|church|industry|party|army) (?:officials|officers|experts|leaders|inspectors|investigators|prosecutors|workers|sources)
      (?:people|sources|officials|persons?|those) (?:briefed on|familiar with|involved in|aware of|close to|with knowledge of)\b[^,.;:"“”]*
      (?:critics|officials|sources|residents|neighbou?rs|witnesses|locals|analysts|police|experts|scientists|fans|supporters|opponents|campaigners|union leaders|colleagues|friends|passengers|staff|workers)
      my (?:editor|mother|father|boss|teacher|grandmother|grandfather|wife|husband|brother|sister|agent)`),
  },
}
