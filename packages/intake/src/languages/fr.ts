// French.
import {WORLDWIDE_HOLDERS, WORLDWIDE_NOTES} from './holders.ts'
import {list} from './list.ts'
import type {LanguageRules} from './rules.ts'

export const french: LanguageRules = {
  code: 'fr',
  common: list(
    'le | la | les | des | de | en | un | une | et | est | dans | que | qui | pour | par | pas | sur | avec | au | du | il | elle | ce | se | ne | ont | plus | nous | vous | on | je | d | l | qu',
  ),
  page: {
    sections: list(String.raw`
      accueil | actualités | actualité | à la une | monde | international | france | politique | société | économie | environnement | planète
      sciences | science | culture | sport | sports | santé | éducation | idées | opinions | débats | tribunes | vidéos | vidéo | podcasts | magazine | régions | région | faits divers | justice | météo | loisirs | cuisine | cinéma | livres | élections`),
    genres: list(String.raw`
      reportage | entretien | interview | analyse | enquête | portrait | récit | critique | tribune | chronique | éditorial | édito | billet | décryptage | dossier | grand format | exclusif | infographie | opinion | point de vue | nécrologie | disparition | carnet | courrier des lecteurs | courrier | lettres | témoignage | témoignages | vrai ou faux | à la loupe`),
    rubrics: list(String.raw`(?:lettre|carte postale|carnet|chronique) (?:de |d[’'])\S+(?: \S+)?`),
    buttons: list(String.raw`
      menu | rechercher | recherche | se connecter | connexion | s’abonner | s'abonner | abonnés | abonnez-vous | je m’abonne | je m'abonne | mon compte | newsletters | newsletter | partager | imprimer | envoyer | enregistrer | offrir | offrir l’article | offrir cet article | ajouter à vos sélections | commenter | commentaires | réagir | lire plus tard | écouter | copier le lien
      facebook | twitter | x | whatsapp | linkedin | e-mail | messenger | publicité | mentions légales | confidentialité | cookies | tout accepter | accepter | refuser | tout refuser | continuer sans accepter | contact | à propos | nous contacter | plan du site | archives | services | partenaires | nos partenaires | les plus lus | voir plus | le direct | en direct | direct | édition du jour | le journal | boutique | annonces | jeux | retour en haut`),
    furniture: list(String.raw`
      \(?(?:lire la )?suite (?:de la |en |de notre |à la )?(?:page|une)\b | \(?suite et fin\b |
      la rédaction se réserve\b | écrivez-nous\s*: | les tribunes n[’']engagent\b |
      (?:en )?direct$ | (?:objet|envoyé|expéditeur|destinataires?|cc|à|de)\s*:\s | édition (?:numérique|papier|imprimée)\b[^.]*$ | (?:cet? )?(?:e-mail|courriel|message) (?:a été|est) envoyé | vous (?:recevez|avez reçu) (?:cet?|ce)\b | communiqué de presse$ | urgent\b[^.]*$ | priorité \d | s[’']abonner\b | l[’']espace des (?:contributions|commentaires)\b |
      pour diffusion immédiate | sous embargo\b | embargo\b | brouillon\b[^.]*$ | contacts? presse\b | [\d\s]+ signes\b
      laisser un commentaire$ | votre adresse (?:e-mail|courriel) ne sera pas publiée\b | (?:votre )?adresse (?:e-mail|courriel)$ | votre (?:e-mail|courriel)$ | les champs obligatoires sont\b | aller au contenu\b | passer au contenu\b | ©\s*\d{4} | copyright\b | (?:©.*\. )?(?:tous droits (?:de reproduction )?réservés|reproduction interdite)\b.* | lire aussi\b | à lire (?:aussi|également)\b | lire également\b | voir aussi\b | lire la suite\b | sur le même sujet\b
      nous utilisons des cookies | ce site utilise des cookies | partager (?:sur|cet|l[’'])\b | article réservé\b | réservé (?:aux|à nos) abonnés | temps de lecture\b | lecture \d+ min | suivez-nous sur\b[^.]*$ | inscrivez-vous\b[^.]*$ | recevez\b[^.]*$ | abonnez-vous\b[^.]*$ | la suite est réservée\b | \d+ (?:commentaires?|min(?:utes)?)\b[^.]*$ | page \d+ | publicité\b | la suite après\b | mots[- ]clés?\s*: | thèmes?\s*: | tags?\s*: | écouter (?:cet|l[’'])\b[^.]*$ | lecture\s*: \d | temps de lecture | découvrez nos offres\b[^.]*$ | en poursuivant\b | newsletter\b[^.]*$ | il vous reste\b`),
    papers: list(
      String.raw`magazine | hebdomadaire | mensuel | quotidien | revue | journal | gazette | bulletin | lettre`,
    ),
    printed: list(String.raw`page \d+ | p\. \d+ | (?:n°|numéro) ?\d+`),
    boxes: list(String.raw`
      lire aussi | à lire (?:aussi|également) | sur le même (?:sujet|thème) | les plus lus | à découvrir | dans la même rubrique | nos derniers articles | articles liés | pour aller plus loin | voir aussi | vous aimerez aussi | nos partenaires | newsletter | contribuer | partager | l[’']édition du jour | services | le reste de l[’']actualité | à ne pas manquer`),
    published: list(
      String.raw`(?:article )?publié\b | mise? à jour\b | modifié\b | posté\b | paru\b | créé\b | le \d{1,2} `,
    ),
    calendar: list(String.raw`
      janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre | novembre | décembre | janv | févr | sept | oct | nov | déc | lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | le | à | h | il | y | a | heures | heure | minutes | minute | jours | jour | hier | aujourd’hui | aujourd'hui | maintenant`),
    greetings: list(
      String.raw`(?:bonjour|bonsoir|salut|cher(?:s|e|es)?|madame, monsieur|coucou|hello)(?: [\p{L}’']+){0,4}\s?[,!.]?$`,
    ),
    ends: list('fin'),
    signOffs: list(
      String.raw`cordialement | bien à (?:vous|toi) | merci\b | amicalement | bonne (?:journée|réception|soirée) | à (?:bientôt|plus)\b | sincères salutations`,
    ),
    afterCredit: list('agrandir | voir l’image'),
  },
  head: {
    bylines: {
      writer: list(
        String.raw`(?:(?:propos recueillis|entretien (?:réalisé|mené)|texte|récit|enquête|reportage|rédigé|écrit|publié|posté|réalisé|signé|recueilli|analyse|chronique|article|portrait) )?par
        (?:une? |l[’'])?(?:enquête|reportage|récit|chronique|critique|analyse|article|portrait|billet|éditorial|dossier|entretien|interview|texte|tribune) (?:de|par) | textes? et photos?(?: de| par)? | textes? | récit | reportage | enquête | auteure?s? | autrice | rédaction`,
      ),
      photographer: list('photos?(?: de| par)? | photographies? | images?'),
      translator: list(String.raw`traduit (?:de .{4,30} )?par | traduction`),
    },
    alsoPhotographer: list('et photos?'),
    own: list('(?:de|par) (?:notre|nos)'),
    shared: list(
      String.raw`avec .{2,30} | et (?:agences?|afp) | pour .{3,30} | et (?:nos|son|ses) .{3,30}`,
    ),
    signatures: list(String.raw`
      (?:auteure?|autrice|à propos de l[’']auteure?)\s*:\s*(?<name>[^,:]{3,60})(?:,\s*(?<role>.+))? | \((?:avec )?\p{Lu}{2,6}\s?\/\s?(?<name>\p{Lu}[^()]{3,40})\)`),
    from: list('à | au | en | depuis | aux'),
    authorRoles: list(
      String.raw`journaliste | reporter | correspondance | correspondante?s?(?: permanente?s?| particuli(?:er|ère)s?| régionale?s?)* | envoyée?s? spécia(?:le?s?|ux) | journalistes | rédact(?:eur|rice) | chroniqueu(?:r|se) | critique | grand reporter | éditorialiste | service .* | photographe | essayiste`,
    ),
    bios: list(String.raw`
      \best\b[^.]*\b(?:journaliste|reporter|correspondante?|rédact(?:eur|rice)|chroniqueu(?:r|se)|essayiste|écrivaine?|historien(?:ne)?|sociologue|auteure?|professeure?|chercheu(?:r|se))\b | \b(?:écrit|couvre)\b[^.]*\b(?:pour|sur|les|la|le)\b | \bvit à\b | \bdernier (?:livre|ouvrage)\b | ^ont contribué\b | ^avec (?:la contribution|l[’']afp)\b`),
    credits: list(
      String.raw`^ont contribué\b | ^avec (?:la contribution|l[’']afp|afp|agences?)\b | ^\(?avec \p{Lu}{2,6}\)?$`,
    ),
    notes: list(
      String.raw`rectificatif | précision | note de la rédaction | erratum | une (?:première|précédente) version | cet article a été | correction | \(\*\)`,
    ),
    callsToAction: list(String.raw`
      suivez\b | abonnez-vous\b | inscrivez-vous\b | retrouvez\b | lisez\b | écoutez\b | regardez\b | écrivez\b | envoyez\b | partagez\b | rejoignez\b | soutenez\b | participez\b | contactez\b | vous (?:avez|souhaitez|voulez|pouvez|êtes|connaissez)\b | avez-vous\b | renseignements?\b | informations?\s: | pour (?:en savoir plus|nous écrire|témoigner|réagir|réserver|participer|s[’']inscrire|toute information|recevoir|contribuer)\b | téléchargez\b | consultez\b | donnez\b | signalez\b | découvrez\b | réservations?\b | un témoignage\b | dites-nous\b | racontez\b | une information\b`),
    interview: list(String.raw`(?:propos recueillis|entretien réalisé)\b.*`),
    and: list('et | &'),
  },
  photos: {
    captionLabels: list('légende'),
    creditLabels: list(
      String.raw`photos?(?: d[’']illustration| d[’']archives?| archives?(?! \p{L})| prétexte) | (?:photos?|images?|illustrations?|dessin) (?:de|par) | photos? | crédits?(?: photos?| images?)? | images? | visuel | photograph(?:i)?es? | illustrations? | infographie | sources? | dessin | carte | graphique | montage | vidéo`,
    ),
    creditNotes: [
      ...WORLDWIDE_NOTES,
      ...list(
        String.raw`archives? | d\.?r\.? | collaboration spéciale | droits réservés | capture (?:d[’']écran|vidéo) | captures? d[’']écran | domaine public | photo (?:d[’']archives?|d[’']illustration|archives?|prétexte) | illustration | collections? (?:particulière|privée)s?`,
      ),
    ],
    by: list('par'),
    for: list('pour | sur'),
    courtesy: list(
      String.raw`(?:avec l[’']|par )?aimable autorisation (?:de|du|des)(?: la)? | courtesy(?: of)? | collection(?: de| du)? (?=\p{Ll}) | (?:photos? |images? |documents? )?(?:fourni|transmis|prêté|remis|communiqué)(?:e?s?) par | document de | gracieuseté(?: de| du)?`,
    ),
    via: list('via'),
    holders: [
      ...WORLDWIDE_HOLDERS,
      ...list(
        String.raw`agence | collectif | studio | archives | fonds | collection | photothèque | mairie | ville | société | famille | coll\. | office | tourisme | parc | éditions | productions | films | sdis | gendarmerie`,
      ),
    ],
    collections: list(String.raw`fonds .+`),
    archives: list(String.raw`archives? | collection | coll\. | photo archives?`),
  },
  names: {
    organisations: list(String.raw`
      crédit (?:agricole|mutuel|coopératif|foncier|municipal|maritime) | banque populaire | caisse d[’']épargne |
      liste(?= \p{Lu}) | miellerie | étoile sportive | (?:aviron|tennis|judo|karaté|ski|yacht|moto|vélo|cyclo|boxing|canoë|nautic|rugby|basket|hand(?:ball)?|volley|foot(?:ball)?|hockey|athlétic|gym)[- ]club | (?:bar|café|hôtel)-(?:tabac|restaurant|théâtre|concert|épicerie) | boulangerie-pâtisserie | aviron | union sportive | association sportive | jeunesse sportive | olympique | établissement | groupement | peloton | escadron | caserne | centre de secours | secours | croix-rouge | restos du cœur | emmaüs | communauté (?:d[’']agglomération|urbaine) | zinguerie | miroiterie | sellerie | ganterie | cristallerie | champignonnière | champagne | vignoble | chai | cellier | résidence | mjc | planning familial | maison de santé | maison de quartier | centre communal d[’']action sociale | rugby club | ensemble scolaire | établissement français du sang | ifremer | brgm | cea | ign | inrap | ined | cnes | onera | onf | ofb | anses | arcep | cnil | hcr | oms | onu | unicef | unesco | ocde | fmi | météo-france | santé publique france
      menuiserie | charpente | plomberie | serrurerie | carrosserie | garage | quincaillerie | épicerie | boucherie | charcuterie | pâtisserie | poissonnerie | pharmacie | maçonnerie | ébénisterie | biscuiterie | conserverie | laiterie | distillerie | huilerie | minoterie | tuilerie | briqueterie | faïencerie | poterie | coutellerie | horlogerie | bijouterie | mégisserie | savonnerie | parfumerie | chocolaterie | confiserie | cidrerie | vinaigrerie | cartonnerie | sucrerie | salaisons | auto-école | pompes funèbres | jardinerie | blanchisserie | cordonnerie | tonnellerie | marbrerie
      chr | commissariat | communauté de communes | startup | château | moulin | gîte | ballet | cirque | iut | haute autorité | quotidien | hebdomadaire | magazine | mosquée | synagogue | foyer | refuge | raffinerie | pépinière | haras | écurie | hippodrome | patinoire | gymnase | smur | samu | cnrs | inrae | ademe | urssaf | pmi | mjc | csa | unedic | pôle emploi | france travail | dreal | insee | ehess | esat | ime | crous | greta | cci | anah | sdis | opéra-comique | conservatoire
      CHU | CHR | SAMU | SMUR | EHPAD | IUT | MJC | CCAS | SDIS | GAEC | SCOP | ONG | ESAT | CCI | AMAP | IME | DREAL | CHRU | CHI | UFR | IEP | IUFM | GIEC | Giec
      medef | cpme | fnsea | fdsea | unsa | snuipp | snes | fcpe | bercy | matignon | élysée | quai d’orsay
      asbl | scic | scop | gaec | ong | amap | mjc | ccas | bar | café | bistrot | auberge | restaurant | hôtel | camping | garage | cinéma | conserverie | cidrerie | distillerie | huilerie | laiterie | papeteries? | aciéries? | forges | tannerie | filature | ateliers? | établissements | transports | autocars | laboratoires | abattoirs? | criée | cave coopérative | capital | partners | holdings? | group | intersyndicale | revue | régie | répression (?:des fraudes) | protection civile | sécurité civile | assurance-maladie | mission locale | patronat | bailleur
      inspection | rectorat | académie | conservatoire | faculté | cinémathèque | médiathèque | galerie | festival | biennale | foire | salon | manufacture | fabrique | fonderie | verrerie | scierie | minoterie | fromagerie | brasserie | boulangerie | librairie | imprimerie | pharmacie | maternité | ehpad | crèche | maison de retraite | paroisse | abbaye | monastère | couvent | évêché | cathédrale | amicale | amis | cercle | club | comité | confédération | coordination | front | mouvement | alliance | rassemblement | consortium | filiale | start-up | aéroclub | sdis | samu | brigade | douanes | trésor | cour des comptes | direction | sous-préfecture | communauté de communes | agglomération | intercommunalité | ambassade | consulat | chancellerie | autorité | haute autorité | agence | observatoire | muséum | jardin | zoo | aquarium | station | ligue | fédération | racing | stade | olympique | entente | union
      harmonie | fanfare | chorale | (?<!en )chœur | troupe | barreau | fonds | confrérie | équipe (?:nationale|féminine|masculine|première) | équipe de france | handball | football | basket | rugby | volley | hockey | athletic | sporting | préfecture | mairie | ministère | office | cabinet | institut | université | école | collège | lycée | musée | archives | bibliothèque | théâtre | opéra | hôpital | clinique | chu | société | groupe | entreprise | compagnie | banque | caisse | fondation | association | syndicat | collectif | conseil | commission | assemblée | sénat | parlement | gouvernement | tribunal | cour | parquet | police | gendarmerie | armée | pompiers | chambre | ordre | centre | laboratoire | service | port | aéroport | métropole | département | région | commune | ville | parti | presse | journal | gazette | courrier | dépêche | radio | télévision | éditions | maison | studio | famille | église | diocèse | orchestre | coopérative | domaine | parc | réserve | mutuelle | bureau | secrétariat | organisation | cnrs | inserm | sncf | usine | chantiers?`),
    bodies: list(String.raw`
      sous-préfecture | ehpad | chu | chr | maternité | samu | commissariat | ligue | startup | scop | gaec | chœur | ballet | cirque | hebdomadaire | magazine | mutuelle | consortium | consulat | mosquée | synagogue | scierie | filature | tannerie | verrerie | fonderie | raffinerie | haras | hippodrome | patinoire | boulangerie
      bar | café | bistrot | auberge | restaurant | hôtel | camping | garage | conserverie | cidrerie | distillerie | papeterie | aciérie | intersyndicale | revue | patronat | juridiction | administration | fonds | évêché | diocèse | barreau | firme | enseigne | chaîne | organisme | académie | répression (?:des fraudes) | inspection (?:du travail) | protection civile | sécurité civile
      préfecture maritime | opposition | inspection | rectorat | conservatoire | faculté | médiathèque | galerie | festival | manufacture | fabrique | fromagerie | brasserie | librairie | imprimerie | pharmacie | crèche | paroisse | abbaye | amicale | cercle | confédération | coordination | filiale | start-up | brigade | agglomération | intercommunalité | ambassade | autorité | muséum | éditeur | armateur | assureur | promoteur | bailleur | concessionnaire | plateforme | multinationale | coopérative | cave | régiment | troupe | compagnie aérienne | cinéma | laiterie | agence | préfecture | mairie | ministère | office | cabinet | institut | université | école | collège | lycée | musée | bibliothèque | théâtre | opéra | hôpital | clinique | société | groupe | entreprise | compagnie | banque | fondation | association | fédération | syndicat | collectif | comité | conseil | commission | assemblée | gouvernement | tribunal | cour | parquet | police | gendarmerie | chambre | centre | laboratoire | observatoire | service | direction | régie | métropole | département | région | commune | ville | parti | journal | quotidien | maison | club | orchestre | parc | réserve | institution | collectivité | établissement | organisation | usine | exploitant | opérateur | constructeur | fabricant | distributeur`),
    anyBodies: list(
      String.raw`société | groupe | entreprise | compagnie | association | fédération | syndicat | collectif | institut | université | établissement | institution | organisation | exploitant | opérateur | constructeur | fabricant | distributeur | éditeur | ministère | office | agence | tribunal | club | musée | fondation | commission | comité | journal | quotidien | parti | coopérative | laboratoire | centre`,
    ),
    plainBodies: list(
      String.raw`presse | police | radio | télévision | gendarmerie | mairie | préfecture | parquet | gouvernement | parlement | sénat | armée | ministère | direction | tribunal | conseil | commission | assemblée | orchestre | chambre`,
    ),
    addressTitles: [
      ['(?:Me|Maître)', 'avocate', 'avocat'],
      ["[Ll][’']abbé", 'abbé', 'abbé'],
    ],
    firms: {
      words: list(
        String.raw`société | groupe | entreprise | compagnie | firme | exploitant | opérateur | constructeur | fabricant | distributeur | enseigne | start-up | filiale | multinationale | industriel | promoteur | armateur`,
      ),
      kinds: list(
        String.raw`société | groupe | entreprise | compagnie | régie | coopérative | usine | manufacture | conserverie | fromagerie | brasserie | cidrerie | distillerie | papeteries? | aciéries? | forges | scierie | verrerie | minoterie | huilerie | laiterie | tannerie | filature | ateliers? | établissements | transports | autocars | laboratoires? | chantiers? | fonderie | fabrique | imprimerie | librairie | garage | hôtel | restaurant | bar | café | camping | capital | holdings? | partners | group | banque | caisse | maison | domaine | éditions | studio | start-up | clinique | cabinet | bureau`,
      ),
      before: list(
        String.raw`(?:géant|numéro (?:un|deux)|constructeur|équipementier|distributeur|opérateur|assureur|bailleur|marque|enseigne|plateforme|start-up|jeune pousse|chaîne|label|concessionnaire|sous-traitant|transporteur)(?:\s(?:\p{Ll}{4,}|d(?:u|e la|es)\s\p{Ll}+|de l[’']\p{Ll}+)){0,2}`,
      ),
      heads: list(
        String.raw`directeur général | directrice générale | pdg | p-dg | patronn?e? | gérante? | dirigeante? | propriétaire | actionnaire | (?:co)?fondateur | (?:co)?fondatrice | directeur (?:commercial|technique|industriel|financier|d[’']usine|des opérations|du site) | directrice (?:commerciale|technique|industrielle|financière|d[’']usine|des opérations|du site)`,
      ),
    },
    otherKinds: [
      [list(String.raw`parc`), list(String.raw`zoo | réserve | jardin | domaine`)],
      [
        list(String.raw`intercommunalité | agglomération | collectivité`),
        list(
          String.raw`communauté (?:de communes|d[’']agglomération|urbaine) | métropole | agglomération`,
        ),
      ],
      [
        list(String.raw`club | équipe`),
        list(
          String.raw`club | racing | stade(?! (?:de la|des|du|de l[’']|municipal)) | olympique | étoile sportive | (?:union|association|jeunesse|entente) sportive | entente | aviron | handball | football | basket | rugby | volley | hockey | athlétique | athletic | sporting | fc | as | us | rc | sc`,
        ),
      ],
      [
        list(String.raw`fonds | investisseur`),
        list(String.raw`capital | partners | investissements?`),
      ],
      [
        list(String.raw`formation`),
        list(String.raw`orchestre | ensemble | chœur | parti | mouvement | rassemblement | union`),
      ],
      [list(String.raw`juridiction`), list(String.raw`tribunal | cour | conseil d[’']état`)],
      [
        list(String.raw`établissement`),
        list(
          String.raw`école | collège | lycée | hôpital | clinique | université | ehpad | musée | maternité | crèche | conservatoire`,
        ),
      ],
      [
        list(String.raw`journal | quotidien | hebdomadaire | mensuel | magazine`),
        list(
          String.raw`gazette | dépêche | courrier | écho | voix | journal | tribune | messager | réveil | revue | moniteur`,
        ),
      ],
      [
        list(String.raw`organisme | administration | institution | autorité`),
        list(
          String.raw`office | agence | autorité | conseil | caisse | chambre | institut | inspection | répression (?:des fraudes) | direction`,
        ),
      ],
      [
        list(String.raw`association | structure`),
        list(
          String.raw`comité (?:des fêtes|de quartier|de défense|de soutien) | amicale | foyer | cercle | ligue | collectif | société (?:de|d[’']histoire|d[’']horticulture|savante) | club | union (?:locale|des) | secours | mjc | banque alimentaire`,
        ),
      ],
      [
        list(String.raw`organisation | centrale`),
        list(String.raw`syndicat | fédération | confédération | union | collectif | association`),
      ],
    ],
    honorifics: {
      female: list('sœur | mme | mlle | madame | mademoiselle'),
      male: list('m\\. | monsieur | m'),
      any: list(
        'abbé | père | frère | monseigneur | mgr | dr | docteur | me | maître | pr | professeur',
      ),
    },
    titles: list(String.raw`
      militante? | négociante? | mareyeu(?:r|se) | dentiste | adjudant-chef | sergent-chef | batteu(?:r|se) | régatier | régatière | caviste | fripier | fripière | brocanteu(?:r|se) | pdg | p-dg | dg | ceo | sénateur-maire | sénatrice-maire | députée?-maire | cantatrice | lieutenant-colonel | policier municipal | policière municipale | co-?gérante? | co-?présidente? | co-?rapporteure? | rapporteure? | vice-procureure? | médecin urgentiste | urgentiste | médecin généraliste | chroniqueur | chroniqueuse | éditorialiste | scénariste | parfumeur | parfumeuse | accompagnante? | travailleu(?:r|se) sociale? | ostéopathe | psychanalyste | chauffeur de taxi | garde-chasse | maréchal-ferrant | milieu de terrain | lycéen(?:ne)? | collégien(?:ne)? | interprète | agente? (?:d[’']entretien|territoriale?|immobili(?:er|ère)|d[’']accueil|technique|de sécurité) | marchande? | prêtre | garde-barrière | téléconseill(?:er|ère) | chargée? d(?:e (?:mission|projets?|communication|production|recherche|cours|clientèle)|[’']études?) | cosmonaute | astronaute | spationaute | détective | naturopathe | disquaire | acrobate | circassien(?:ne)? | cpe | conseill(?:er|ère) principale? d[’']éducation | atsem | auxiliaire de vie | aide à domicile | aide ménagère | femme de ménage | femme de chambre | homme politique | femme politique | haut fonctionnaire | haute fonctionnaire
      soprano | mezzo-soprano | contralto | ténor | baryton | critique | caméraman | script | pigiste | reporter | parolier | parolière | régisseur | régisseuse | clown | mime | guide(?: de haute montagne)? | copilote | mousse | bosco | archer | judoka | athlète | jockey | pivot | libéro | soigneur | cadre de santé | agente? d[’'](?:entretien|accueil|escale) | femme de ménage | auxiliaire de vie | atsem | surveillante? | surveillante? générale? | intérimaire | manutentionnaire | gestionnaire | chargée? de (?:mission|projet|recherche|cours|communication|production) | directeur de recherche | directrice de recherche | post-doctorante? | thésarde? | maître-nageur | parlementaire | eurodéputée? | candidate? | tête de liste | chef de file | cheffe de file | bourgmestre | chancelier | chancelière | gouverneure? | émissaire | fonctionnaire | haut fonctionnaire | antiquaire | actionnaire | mécène | philanthrope | actuaire | expert-comptable | commissaire-priseur | clerc | avouée? | syndic | traiteur | commis | maître d[’']hôtel | vigile | sacristain | diacre | prieure? | abbesse | cardinal | aumônier | aumônière | séminariste | chanoine | rebouteux | rebouteuse | ambulancier | ambulancière | brancardier | brancardière | orthophoniste | légiste | soldate? | militaire | vétérane? | sergente? | caporal | amiral | maire déléguée? | témoin | porte-drapeau | tuteur | tutrice | nounou | assistante? maternelle | nourrice | lavandière | chevrier | chevrière | trufficulteur | trufficultrice | arboriculteur | arboricultrice | pisciculteur | piscicultrice | sylviculteur | sylvicultrice | riziculteur | rizicultrice | oléiculteur | oléicultrice | mytiliculteur | mytilicultrice | producteur | productrice | commissaire d[’']exposition | plasticien | plasticienne | vidéaste | slameur | slameuse | orfèvre | luthier | luthière | facteur d[’']orgues | factrice d[’']orgues | verrier | verrière | fondeur | fondeuse | tourneur | tourneuse | soudeur | soudeuse | chaudronnier | chaudronnière | cariste | agente? de maîtrise | chef d[’']équipe | cheffe d[’']équipe | chef d[’']atelier | cheffe d[’']atelier
      exploitante? | promot(?:eur|rice) | armat(?:eur|rice) | fabricante? | représentante? | porte-voix | coach | médiat(?:eur|rice) | docker | intendante? | titulaire | maître (?:verrier|boulanger|artisan|horloger|luthier) | substitut | acousticien | acousticienne | (?!(?:(?:jean-)?bapt|évar|call)iste)\p{L}+(?:logue|graphe|iste) | directeur | directrice | président | présidente | vice-présidente? | ministre | secrétaire | maire | adjointe? | préfet | préfète | député | députée | sénateur | sénatrice | conseiller | conseillère | porte-parole | chef | cheffe | responsable | gérante? | patronn?e? | fondateur | fondatrice | cofondateur | cofondatrice | propriétaire | professeure? | maître de conférences | chercheur | chercheuse | historien | historienne | ingénieure? | architecte | avocate? | juge | magistrate? | procureure? | médecin | infirmière? | infirmier | chirurgien | chirurgienne | vétérinaire | enseignante? | instituteur | institutrice | étudiante? | entraîneur | entraîneuse | sélectionneur | capitaine | pilote | agricultrice | agriculteur | éleveur | éleveuse | vigneron | vigneronne | viticulteur | viticultrice | boulanger | boulangère | pêcheur | pêcheuse | berger | bergère | maraîcher | maraîchère | apiculteur | apicultrice | écrivaine? | romancier | romancière | auteure? | autrice | metteuse? en scène | metteur en scène | comédien | comédienne | réalisateur | réalisatrice | conservateur | conservatrice | musicien | musicienne | chanteur | chanteuse | chef d[’']orchestre | analyste | expert | experte | consultante? | délégué | déléguée | coordinateur | coordinatrice | déléguée? syndicale? | commissaire | colonel | commandante? | général | inspecteur | inspectrice | bibliothécaire | libraire | restaurateur | restauratrice | horloger | horlogère | menuisier | artisan | artisane | gardien | gardienne | batelier | éclusier | éclusière | retraitée? | habitante? | riveraine? | commerçante? | doyenn?e? | recteur | rectrice | proviseure? | principale? | secrétaire général
      maître | maîtresse | sage-femme | aide-soignante? | assistante? | gendarme | lieutenant | brigadier | brigadière | major | adjudante? | pompier | sapeur-pompier | policier | policière | garde | garde-champêtre | garde-pêche | marin | matelot | patron-pêcheur | skipper | skippeuse | navigateur | navigatrice | plongeur | plongeuse | ouvrier | ouvrière | mineur | contremaître | chef de \p{Ll}+ | cuisinier | cuisinière | pâtissier | pâtissière | boucher | bouchère | fromager | fromagère | poissonnier | poissonnière | épicier | épicière | cafetier | cafetière | hôtelier | hôtelière | serveur | serveuse | barman | barmaid | coiffeur | coiffeuse | couturier | couturière | tailleur | tisserande? | potier | potière | sculpteur | sculptrice | peintre | graveur | graveuse | dessinateur | dessinatrice | poète | poétesse | conteur | conteuse | dramaturge | danseur | danseuse | acteur | actrice | cinéaste | compositeur | compositrice | sonneur | sonneuse | carillonneur | carillonneuse | éditeur | éditrice | traducteur | traductrice | rédacteur | rédactrice | correspondante? | animateur | animatrice | présentateur | présentatrice | formateur | formatrice | éducateur | éducatrice | moniteur | monitrice | arbitre | joueur | joueuse | gardien de but | attaquante? | défenseure? | coureur | coureuse | nageur | nageuse | skieur | skieuse | champion | championne | facteur | factrice | chauffeur | chauffeuse | conducteur | conductrice | routier | routière | cheminote? | aiguilleur | aiguilleuse | mécanicien | mécanicienne | électricien | électricienne | plombier | plombière | maçon | maçonne | couvreur | couvreuse | charpentier | charpentière | ferronnier | ferronnière | forgeron | forgeronne | technicien | technicienne | opérateur | opératrice | informaticien | informaticienne | mathématicien | mathématicienne | physicien | physicienne | statisticien | statisticienne | académicien | académicienne | pharmacien | pharmacienne | opticien | opticienne | kinésithérapeute | psychiatre | notaire | huissier | huissière | greffier | greffière | bâtonnier | bâtonnière | curé | abbé | évêque | archevêque | pasteur | pasteure | rabbin | imam | moine | sœur supérieure | ambassadeur | ambassadrice | consule? | attachée? | premier ministre | première ministre | élue? | édile | échevine? | militante? | bénévole | élève | lycéenne? | collégien | collégienne | doctorante? | stagiaire | apprentie? | employée? | salariée? | associée? | trésorier | trésorière | comptable | banquier | banquière | courtier | courtière | trader | investisseur | investisseuse | entrepreneur | entrepreneuse | industriel | industrielle | dirigeante? | administrateur | administratrice | codirecteur | codirectrice | coprésidente? | numéro deux | forestier | forestière | bûcheron | bûcheronne | chasseur | chasseuse | paysan | paysanne | céréalier | céréalière | ostréiculteur | ostréicultrice | saunier | paludier | paludière | meunier | meunière | tonnelier | sommelier | sommelière | brasseur | brasseuse | horticulteur | horticultrice | jardinier | jardinière | géomètre | navigante? | steward | hôtesse | concierge | pédiatre | programmateur | programmatrice`),
    jobEndings: list(
      String.raw`(?:sous|vice|ex|co)-\p{L}+ | \p{L}{2,}(?:eur|euse|trice|iste|logue|graphe|nome|icien|icienne|ier|ière|iatre|thérapeute)`,
    ),
    notJobs: list(String.raw`
      rumeur | humeur | tumeur | saveur | ferveur | fraîcheur | grandeur | grosseur | lenteur | minceur | moiteur | noirceur | pâleur | pesanteur | puanteur | raideur | rougeur | rousseur | senteur | splendeur | stupeur | tiédeur | torpeur | verdeur | blancheur | candeur | clameur | demeure | douceur | froideur | laideur | langueur | liqueur | maigreur | pudeur | primeur | rancœur | rondeur | teneur | ampleur | aigreur | ardeur | labeur | vecteur | réacteur | condensateur | générateur | indicateur | détecteur | capteur | extincteur | congélateur | réfrigérateur | ventilateur | calculateur | haut-parleur | convecteur | téléviseur | climatiseur | écouteur | émetteur | récepteur | transformateur | carburateur | démarreur | propulseur | alternateur | minuteur | curseur | routeur | pommier | poirier | olivier | cerisier | rosier | laurier | peuplier | marronnier | palmier | figuier | abricotier | amandier | prunier | sanglier | levier | gravier | osier | cellier | cendrier | encrier | bénitier | balancier | bouclier | casier | chéquier | collier | damier | espalier | fichier | gibier | gosier | grenier | herbier | mobilier | mortier | mûrier | pétrolier | pilier | saladier | soulier | tablier | terrier | vivier | voilier | charnier | échiquier | ornière | crinière | litière | glacière | gouttière | visière | volière | civière | charnière | fourmilière | pépinière | crémaillère | théière | lisière | portière | croisière | paupière | jachère | bruyère | meurtrière | gravière | sablière | rizière | tourbière | berceuse | tondeuse | moissonneuse | pelleteuse | perceuse | veilleuse | mitrailleuse | heureuse | joyeuse | sérieuse | précieuse | curieuse | nombreuse | dangereuse
      baptiste | évariste | calliste |      glacier | heure | leur | peur | fleur | cœur | chœur | sueur | lueur | odeur | couleur | chaleur | valeur | douleur | longueur
      largeur | hauteur | profondeur | épaisseur | vapeur | faveur | erreur | horreur | terreur | rigueur | vigueur | fureur
      honneur | bonheur | malheur | moteur | secteur | facteur | tracteur | ordinateur | ascenseur | aspirateur | radiateur
      compresseur | projecteur | compteur | intérieur | extérieur | supérieur | inférieur | antérieur | meilleur | majeur
      ailleurs | plusieurs | janvier | février | dernier | premier | entier | papier | quartier | métier | chantier | dossier
      courrier | calendrier | escalier | cahier | panier | atelier | sentier | foyer | palier | clavier | acier | évier | hier
      dernière | première | rivière | lumière | matière | manière | bière | frontière | carrière | prière | poussière | entière
      bannière | barrière | chaudière | clairière | filière | particulière | familière | derrière | cimetière | tanière
      soupière | liste | piste | triste | artificier | catalogue | dialogue | monologue | prologue | épilogue | paragraphe
      orthographe | autographe | matrice | cicatrice | supériorité | vice | piscine | touriste | raciste`),
    notNouns: list(
      String.raw`(?:élue?|sacrée?|désignée?|classée?) (?:meilleure?|plus|première?|deuxième|troisième|personnalité|révélation|joueu(?:r|se)) .* | (?:d[’']ailleurs|du reste|au contraire|à l[’']inverse|de son côté|pour sa part|en revanche) | (?:\p{L}+\s)*\p{L}+(?:ait|aient|èrent)(?:\s.*)? | \p{L}+ (?:est|sont|a|ont|va|vont|peut) .* | \p{L}+(?:ment|ée?s?|ants?|ie?s?|ues?|aux) | (?:très|plus|moins|trop|assez|peu|si|tout|toute|bien|mal|non|pas|même|seule?s?|lui|elle|eux|toujours|jamais|déjà|encore|désormais|ensuite|alors|aussi|entre-temps|aussitôt|bientôt|ainsi|ici|là|hier|demain|pourtant|cependant|toutefois|néanmoins|quant|sinon|parfois|souvent|soudain|enfin|surtout|voire|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: .*)?`,
    ),
    notTitles: list(
      'retraité | retraitée | chômeur | chômeuse | personne | homme | femme | couple | jeune | enfant | garçon | petit | petite | jour | soir | matin | nuit | semaine | mois | année | fois | moment | heure | reste | fin | début | ami | amie | voisin | voisine | victime | fils | aîné | aînée | cadet | cadette | autre | premier | première | second | seconde | deuxième | troisième | quatrième | cinquième | seul | seule | dernier | dernière | mains | yeux | regard | voix | main | protagoniste | intéressé | intéressée | accusé | accusée | prévenu | prévenue | plaignant | plaignante | gagnant | gagnante | lauréat | lauréate | vainqueur | coupable | survivant | survivante | défunt | défunte | trentenaire | quadragénaire | quinquagénaire | sexagénaire | septuagénaire | octogénaire | nonagénaire | centenaire | adolescent | adolescente | gamin | gamine | fillette | père | mère | visiteur | visiteuse | orateur | oratrice | hôte | héros | héroïne | inconnu | inconnue | absent | absente',
    ),
    titlesBefore: [],
    bodyTitles: list(
      'chef(?:fe)? (?:du|de la|de l’|des) .* | présidente?-direct(?:eur général|rice générale) | déléguée? (?:académique|départementale?|régionale?) | secrétaire (?:départementale?|régionale?|académique) | programmat(?:eur|rice) | co-?présidente? | co-?direct(?:eur|rice) | direct(?:eur|rice) (?:technique|musicale?|financi(?:er|ère)|commerciale?|pédagogique|adjointe?|sporti(?:f|ve)|des ressources humaines|de la communication|d’exploitation) | président | présidente | vice-présidente? | conservateur | conservatrice | entraîneur | entraîneuse | capitaine | rédacteur en chef | rédactrice en chef | proviseure? | principale? | doyenn?e? | secrétaire générale? | chef de .* | cheffe de .* | directrice? adjointe? | directeur adjoint | chargée? de .* | directeur | directrice | fondateur | fondatrice | gérante? | patronn?e? | directeur régional | directrice régionale | trésorier | trésorière | directeur artistique | directrice artistique | chef d’exploitation | déléguée? générale? | directeur général | directrice générale | porte-parole | pdg',
    ),
    ministries: list(
      'ministère | direction | secrétariat | commission | institut | délégation | agence | office',
    ),
    departments: list(
      "conseil d[’']administration | conseil de surveillance | comité directeur | salon | ateliers | urgences | cuisines | service | unité | pôle | bureau | rayon | atelier",
    ),
    placeKinds: list(
      String.raw`village | (?<!hôtel de )ville | commune | bourg | bourgade | cité | station | mairie | hameau | habitants | rues | conseil municipal | hauteurs`,
    ),
    hasTownTitles: true,
    placeTitles: list(
      'maire | premi(?:er|ère) magistrate? | sénateur-maire | sénatrice-maire | députée?-maire | maire déléguée? | maire adjointe? | maire honoraire | ancien maire | ancienne maire | ex-maire',
    ),
    townTitles: list(
      '(?:vice-)?procureure?(?: adjointe?)?(?: de la République)? | curé | commissaire | ambassad(?:eur|rice) | consule?',
    ),
    councilTitles: list(
      String.raw`(?:premi(?:er|ère) )?adjointe?(?: .*)? | conseill(?:er|ère) municipale?(?: .*)?`,
    ),
    inCharge: list(
      String.raw`à la\s | à l[’'] | aux?\s | (?:chargée?|en charge) (?:du\s|de la\s|des\s|de l[’'])`,
    ),
    firmTitles: list(
      String.raw`députée? | (?:sénateur|sénatrice) | eurodéputée? | (?:ex-)?direct(?:eur|rice)(?: [\p{Ll}’'-]+){0,4} | (?:ex-)?présidente? | coordinat(?:eur|rice)(?: \p{Ll}+)? | secrétaire (?:générale?|départementale?|régionale?|nationale?|fédérale?) | déléguée? générale? | porte-parole | militante? | bénévole | salariée? | (?:co)?fondateur | (?:co)?fondatrice | patronn?e? | pdg | dirigeante? | gérante? | propriétaire | porte-parole | directeur général | directrice générale | directeur | directrice | présidente? | responsable .* | actionnaire | (?:sous-)?préf(?:et|ète) | évêque | archevêque`,
    ),
    personTitles: list(
      String.raw`.*(?:avocate?|médecin|assistante?|agente?|professeure?|entraîneur|entraîneuse|kinésithérapeute|secrétaire|biographe|successeur|prédécesseur|patronn?e?|traducteur|traductrice)`,
    ),
    titleOf: [
      [list(String.raw`jugement | arrêt`), list(String.raw`tribunal | cour`)],
      [
        list(String.raw`conservateur | conservatrice | restaurateur | restauratrice`),
        list(String.raw`musée`),
      ],
      [
        list(
          String.raw`institut(?:eur|rice) | maître(?:sse)? | professeure? des écoles | atsem | direct(?:eur|rice) d[’']école`,
        ),
        list(String.raw`école`),
      ],
      [list(String.raw`pharmacien(?:ne)?`), list(String.raw`pharmacie`)],
      [list(String.raw`boulang(?:er|ère)`), list(String.raw`boulangerie`)],
      [list(String.raw`libraire`), list(String.raw`librairie`)],
      [list(String.raw`from(?:ager|agère)`), list(String.raw`fromagerie`)],
      [list(String.raw`épici(?:er|ère)`), list(String.raw`épicerie`)],
      [list(String.raw`hôteli(?:er|ère) | aubergiste`), list(String.raw`hôtel | auberge`)],
      [
        list(String.raw`cafeti(?:er|ère) | bistroti(?:er|ère)`),
        list(String.raw`café | bistrot | bar`),
      ],
      [list(String.raw`meuni(?:er|ère)`), list(String.raw`moulin | minoterie`)],
      [list(String.raw`proviseure? | principale?`), list(String.raw`lycée | collège`)],
      [list(String.raw`cheffe? d[’']orchestre`), list(String.raw`orchestre`)],
      [
        list(String.raw`entraîneur | entraîneuse | sélectionneur`),
        list(
          String.raw`fc | as | us | rc | club | racing | stade(?! (?:de la|des|du|de l[’']|municipal)) | olympique | étoile sportive | (?:union|association|jeunesse|entente) sportive | entente | aviron | handball | football | basket | rugby | volley | hockey`,
        ),
      ],
      [
        list(String.raw`vice-présidente? (?:chargée?|déléguée?|en charge).*`),
        list(
          String.raw`région | département | conseil (?:régional|départemental) | métropole | communauté | agglomération`,
        ),
      ],
      [
        list(
          String.raw`délégu[ée]e?(?: syndicale?| du personnel| central(?:e)?)? | représentante? syndicale?`,
        ),
        list(
          String.raw`syndicat | intersyndicale | fédération | union syndicale | cgt | cfdt | fo`,
        ),
      ],
      [list(String.raw`curé | vicaire | prêtre`), list(String.raw`paroisse`)],
      [
        list(String.raw`évêque | archevêque | vicaire général`),
        list(String.raw`diocèse | évêché | archevêché`),
      ],
      [list(String.raw`bâtonnier | bâtonnière`), list(String.raw`barreau`)],
      [list(String.raw`doyenn?e?`), list(String.raw`faculté | université`)],
      [
        list(
          String.raw`directeur musical | directrice musicale | violon solo | (?:alto|violoncelle|hautbois|basson|flûte|cor|clarinette|contrebasse) solo`,
        ),
        list(String.raw`orchestre | philharmonie`),
      ],
      [
        list(
          String.raw`capitaine | coach | intendante? | gardien(?:ne)?(?: de but)? | attaquante? | défenseure? | milieu de terrain | buteu(?:r|se) | ailière? | ailier | pivot | demi de mêlée | joueu(?:r|se)`,
        ),
        list(
          String.raw`fc | as | us | rc | club | racing | stade(?! (?:de la|des|du|de l[’']|municipal)) | olympique | étoile sportive | (?:union|association|jeunesse|entente) sportive | entente | aviron | handball | football | basket | rugby | volley | hockey`,
        ),
      ],
      [list(String.raw`(?:sous-)?préf(?:et|ète)`), list(String.raw`préfecture`)],
      [
        list(String.raw`chorégraphe | danseu(?:r|se)`),
        list(String.raw`ballet | centre chorégraphique`),
      ],
      [
        list(String.raw`inspect(?:eur|rice) (?:du travail|d’académie)`),
        list(String.raw`inspection | académie`),
      ],
      [list(String.raw`ministre`), list(String.raw`ministère`)],
      [list(String.raw`premier violon | première violon | soliste`), list(String.raw`orchestre`)],
      [list(String.raw`recteur | rectrice`), list(String.raw`université`)],
      [list(String.raw`bibliothécaire`), list(String.raw`bibliothèque`)],
    ],
    particles: list('de | du | des | la | le'),
    firmEnds: list('(?:et|&) (?:fils|filles?|frères?|sœurs?|associés|cie)'),
    sloganWords: list(
      String.raw`(?:pas )?(?:sans|contre) \p{Ll}{2,} | d[e’] ?(?!la |l’)\p{Ll}{3,} | et \p{Ll}{4,} | en \p{Ll}{4,} | nos | notre | vos | votre | ton | ta | tes | mon | ma | mes | pas | pour tous | pour toutes | en colère | en danger | en lutte | sans frontières | ici | ensemble | debout | demain | autrement`,
    ),
    sloganStarts: list(
      String.raw`(?:non|oui|stop|halte)(?= (?:à|aux?)\s) | \p{Lu}\p{Ll}+ons(?= l(?:[ae]s?\s|[’']))`,
    ),
    links: list(
      'de | du | des | d’ | la | le | les | et | en | à | au | aux | sur | sous | pour | &',
    ),
    articles: list(
      String.raw`ce(?= \p{Ll}{4,}) | cet | cette | le | la | les | l[’'] | un | une | des | son | sa | ses | leur`,
    ),
    indefinite: list('une? | plusieurs | certaine?s | quelques | des'),
    prepositions: list(
      "de | du | d’ | d' | des | à | au | aux | dans | en | sur | sous | pour | par | avec | sans | chez | vers | depuis | pendant | après | avant | entre | contre | selon | malgré | devant | derrière | auprès | près | comme",
    ),
    ordinals: list(
      'premier | première | deuxième | second | seconde | troisième | quatrième | cinquième | dernier | dernière | seul | seule | autre',
    ),
    timeNouns: list(
      'an | année | mois | jour | journée | semaine | heure | minute | matin | soir | nuit | instant | siècle | fois',
    ),
    teamTitles: list(
      String.raw`entraîneu(?:r|se) | coach | sélectionneu(?:r|se) | gardien(?:ne)? de but | attaquante? | défenseure? | milieu de terrain | buteu(?:r|se) | ailière? | ailier | pivot`,
    ),
    firmKinds: list('société | entreprise | start-up | jeune pousse | firme'),
    became: list('devenue? | reconvertie? en'),
    leagues: list('ligue | fédération | comité | district | coupe | championnat'),
    formerTitles: list('ancien | ancienne | ex | futur | future'),
    newTitles: list(
      'nouveau | nouvel | nouvelle | dernier | dernière | premier | première | seul | seule | unique',
    ),
    offices: list(
      String.raw`procureure?(?: adjointe?| générale?)? de la république | présidente? de la république | garde des sceaux | chef de l[’']état | cheffe de l[’']état | chef du gouvernement | cheffe du gouvernement`,
    ),
    fieldTitles: list(
      String.raw`ministre(?: déléguée?)?(?: chargée?)? | secrétaire d[’']état(?: chargée?)? | adjointe? | vice-présidente? | conseill(?:er|ère) | déléguée? | haut-commissaire`,
    ),
    lesserTitles: list(
      String.raw`élue? | chargée? | nommée? | co-?auteure? | auteure? | autrice | signataire | lauréate? | invitée? | témoin | finaliste | membre | cosignataire | habituée? | client | cliente`,
    ),
    experts: {
      titles: list(
        String.raw`professeure?(?: d.*)? | enseignante? | infirmi(?:er|ère)(?: .*)? | médecin(?: .*)? | docteure? | généraliste | médiat(?:eur|rice)(?: culturel(?:le)?)? | guide(?:-conférenci(?:er|ère))? | archiviste | soigneu(?:r|se) | vétérinaire | régisseu(?:r|se)(?: .*)? | urgentiste | aide-soignante? | chirurgien(?:ne)? | sage-femme | cadre de santé | surveillante? | documentaliste | cpe | \p{L}+logue | \p{L}+(?:icien|icienne) | ingénieure? | chercheu(?:r|se) | économiste | analyste | consultante? | chimiste | urbaniste | géomètre | experte? | paysagiste | juriste`,
      ),
      organisations: list(
        String.raw`lycée | collège | école | hôpital | chu | clinique | ehpad | maternité | centre hospitalier | bureau d[’']études | cabinet | musée | zoo | théâtre | archives | refuge | institut | université | laboratoire | observatoire | agence | centre | école`,
      ),
    },
    ranks: list(
      String.raw`(?:premi(?:er|ère)|second|seconde) (?:adjointe?|ministre|secrétaire|vice-présidente?|présidente?|violon|\p{L}+iste|conseill(?:er|ère)|magistrate?|maître|clerc|substitut|danseu(?:r|se)|lieutenant|médecin)`,
    ),
    placeEnds: list(
      "du village | du bourg | du hameau | de l’île | de la rue | de l’avenue | du boulevard | du quartier | du coin | à la | à l’ | à l' | au | aux",
    ),
    fields: {
      titles: list(
        String.raw`étudiante? | diplômée? | licenciée? | chercheu(?:r|se) | spécialiste | experte? | maître(?:sse)? de conférences | professeure? | enseignante? | ingénieure? | doctorante? | consultante? | docteure?`,
      ),
      before: list('en'),
    },
    times: list(
      'lui-même | elle-même | jusqu’à (?:hier|récemment|peu) | alors | aujourd’hui | désormais | naguère | autrefois | longtemps',
    ),
    durations: list(
      String.raw`depuis (?:\d{4}|[\p{L}\d’ -]{2,24}? (?:ans|mois|années|saisons)|toujours|longtemps|peu|l’origine|sa création|(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|l’automne|l’été|l’hiver|le printemps)(?: \d{4}| dernier)?)`,
    ),
    lateTimes: list("d[’']en face | d[’']à côté | du coin"),
    titleTails: list(
      'aux urgences | aux soins intensifs | au bloc | en scène | à la retraite | en chef | en retraite | en exercice | en second | en titre | en résidence',
    ),
    titleEnds: list(
      'élu à | élue à | élu par | élue par | élu en | élue en | reconverti | reconvertie | rue | avenue | boulevard | quai | place de | place du | place des | devenu | devenue | installé | installée | venu | venue | originaire | de formation | de métier | de profession | de son état | le soir | le jour | la nuit | le week-end | le matin | la semaine | à ses heures | à mi-temps | à temps partiel | sans | depuis | dans | sur | avec | en | pendant | sous',
    ),
    hasLateAdjectives: true,
    origins: list(
      String.raw`\p{L}{3,}(?:aise?|oise?|ien(?:ne)?|aine?|ande?|éen(?:ne)?|ole?|ine?|on(?:ne)?) | turc | turque | grec | grecque | suisse | suissesse | belge | russe | corse | basque | slovaque | tchèque | croate | serbe | bulgare | slovène | kurde`,
    ),
    definite: list("le | la | les | l’ | l'"),
    plurals: list('les | ces | ses | leurs | nos'),
    contracted: list('du | des | au | aux'),
    genitives: list("de | du | des | d’ | d'"),
    places: list(
      String.raw`rue | avenue | boulevard | place | pont | vallée | rivière | île | lac`,
    ),
    isVerbs: list(
      '(?:a été|est|vient d’être) (?:nommée?|élue?|désignée?|promue?) | (?:est|était) devenue? | devient | est | était | fut | sera | a été | reste | est devenu | est devenue | (?:travaille|exerce|officie|est employée?)(?: depuis [^,.;:~]{3,25})? comme',
    ),
    isClauses: list('qui (?:est|était|fut)(?: alors| aussi)?'),
    of: list(
      String.raw`de la | de l[’'] | du | des | de | d[’'] | à la | à l[’'] | au | aux | à | chez | pour | en | (?:au)?près (?:de )?la | (?:au)?près (?:de )?l[’'] | (?:au)?près (?:le|du) | au sein (?:de la|de l[’']|du)`,
    ),
    belongs: list(String.raw`de la | de l[’'] | du | des | de | d[’'] | à | chez | au`),
    hasSmallWords: true,
    earlyAdjectives: list(
      'même | propre | autre | brave | bon | bonne | fameux | fameuse | pauvre | haut | haute | bas | basse | dernier | dernière | premier | première | seul | seule | unique | nouvel | principal | principale | ancien | ancienne | jeune | vieux | vieille | grand | grande | petit | petite | futur | future | célèbre | simple | nouveau | nouvelle | actuel | actuelle | ex',
    ),
    adjectiveEndings: list(
      '(?<=[inr])els? | (?<=[inr])elles? | (?<=[tx])uel(?:le)?s? | ives? | noire?s? | blan(?:c|che)s? | bleue?s? | verte?s? | rouges? | jaunes? | grise?s? | sauvages? | publics? | aux | al | als | ales? | ain[es]*s? | ains | iens? | iennes? | iques? | aires? | ifs? | eux | euses? | ins | ines? | oises? | ois | ières? | iers? | (?<!depu|ma|fo|tro)is | ins?e? | [éè]s | (?<!charg|délégu|nomm|élu)ées? | [dntr]ue?s | marines | ants? | antes? | onomes? | istes? | (?<! t)[ai]bles? | annes? | éens? | éennes? | icoles? | unie?s? | estres? | mixtes? | libres? | communes? | modernes? | urbains?',
    ),
    hasSmallTitles: true,
    clauses: list(
      'qui | que | dont | depuis | où | avant | après | auquel | à laquelle | à qui | duquel | de laquelle | lequel | laquelle | dans lequel | chez qui | avec qui | pour qui | pour lequel | pour laquelle',
    ),
    papers: list(
      String.raw`gazette | dépêche | courrier | écho | voix | journal | tribune | dauphiné | progrès | républicain | télégramme | figaro | monde | croix | parisien | quotidien | hebdo | canard | moniteur | réveil | indépendant | liberté | libération | messager | petit \p{L}+ | nouvelliste | matin | temps | éveil | montagne | phare | union(?!\s\p{L}) | revue | cahiers | annales | bulletin | chronique | avenir | semaine | sentinelle | patriote | populaire | national | soir | maine libre | presse de \p{L}+ | charente libre`,
    ),
    advocates: {
      titles: list(String.raw`avocate? | conseil | défenseure?`),
      sides: list(String.raw`défense | accusation | parties? civiles? | affaires?`),
    },
    publicOffices: list(
      String.raw`juge | procureure?(?: .*)? | magistrate? | ministre | préf(?:et|ète) | sous-préf(?:et|ète) | députée? | sénat(?:eur|rice) | maire`,
    ),
    owners: list('son | sa | leur'),
    who: 'qui',
    leads: list(
      String.raw`(?:qui (?:est|était|se trouve) )?(?:à la (?:tête|direction|présidence)|aux (?:commandes|manettes|origines)|à l’(?:initiative|origine)) (?:du|des|de) | qui (?:a pris|prend|prit|a repris|assure)(?: (?:en|depuis|au) [\p{L}\d]+)? (?:la (?:tête|direction|présidence)|les (?:rênes|commandes)) (?:du|des|de) | qui (?:(?:dirige|commande|entraîne|exploite|préside|dirigeait|gère|anime|représente|pilote|coordonne|codirige|copréside|mène|conduit|administre|possède|tient|fonda|a fondé|a créé)(?: depuis (?:[\p{L}\d’ ]{2,18}? (?:ans|mois|années)|\d{4}|toujours|longtemps|peu|l’origine|sa création))?|(?:prépare (?:sa|une|son) (?:thèse|doctorat)|travaille|enseigne|étudie|officie|exerce|milite|siège|cherche)(?: [\p{L}’'-]+){0,6}? (?:à|au|aux|pour|chez|dans))`,
    ),
    worksThere: list(
      String.raw`qui (?:l[’']a (?:fondée?|créée?|ouverte?|reprise?|rachetée?|lancée?)|(?:l[ae] |l[’'])(?:dirige|préside|gère|anime|tient|pilote|coordonne|commande|entraîne))[^,.]{0,40} | qui y (?:enseigne|travaille|exerce|étudie|officie|est employée?)[^,.]{0,40}`,
    ),
    appointed: list(
      'nommée? | élue? | devenue? | promue? | désignée? | (?:recrutée?|engagée?|embauchée?) comme',
    ),
    hasGenders: true,
    bodyGenders: {
      female: list(
        String.raw`\p{L}+(?:ion|té|rie|mie|ture|ance|ence|ière) | agence | banque | bibliothèque | brigade | caisse | chambre | clinique | compagnie | coopérative | cour | école | entreprise | équipe | filiale | firme | ligue | mutuelle | plateforme | police | régie | société | troupe | usine | ville`,
      ),
      male: list(
        String.raw`\p{L}+(?:oir|oire|isme|ariat|torat|ment) | bureau | cabinet | centre | chantier | club | collectif | collège | comité | conseil | festival | fonds | groupe | hôpital | institut | journal | lycée | ministère | musée | office | orchestre | parc | parquet | parti | port | réseau | service | syndicat | théâtre | tribunal | consortium`,
      ),
    },
    genders: {
      female: {
        articles: list('la | une | cette'),
        nouns: list(
          String.raw`\p{L}+(?:trice|euse|ière|[cglmn]ère|enne|eure|ante|esse|ette|onne|ive) | maîtresse | présidente | adjointe | avocate | députée | déléguée | retraitée | employée | élue | magistrate | préfète | agente | consule | lauréate`,
        ),
        given: list(String.raw`
          albane | alizée | andrée | angélique | annick | aurore | blanche | danièle | dorothée | éliane | éloïse | évelyne | fabienne | fernande | frédérique | gaëlle | gilberte | gisèle | jade | jocelyne | josiane | julienne | liliane | lison | louane | lucienne | maëlys | magali | mahaut | maïté | maryvonne | mercédès | noëlle | nolwenn | raphaëlle | renée | rolande | romane | roselyne | simone | suzel | sylviane | thaïs | tiphaine | ursule | zineb | pénélope | assia | ondine | enora | apolline | philomène
          (?!(?:luca|sacha|noa|elia|andrea|nikita)$)\p{L}+a | \p{L}+(?:ette|elle|yse|ianne|anne) | (?!antoine$)\p{L}+ine | (?!(?:élie|jérémie|zacharie|barthélémie|ananie)$)\p{L}+ie | (?!eugène$)\p{L}+ène | (?!(?:blaise|ambroise|moïse)$)\p{L}+ise
          agathe | agnès | anne | ariane | aude | adèle | amélie | alice | alix | anaïs | annick | astrid | béatrice | bérénice | camille | carole | catherine | chantal | charlotte | chloé | claire | clarisse | clémence | clotilde | colombe | constance | coralie | corinne | cécile | célimène | diane | elsa | esther | estelle | eve | florence | françoise | gwen | gwenaëlle | ginette | hortense | hélène | inès | iris | isaure | ingrid | jeanne | joëlle | judith | karen | laure | laurence | lise | léone | louise | lou | ludivine | manon | margaux | margot | marguerite | marianne | marion | marlène | mathilde | maud | maëlle | maryse | maylis | michèle | monique | morgane | muriel | myriam | nadège | nathalie | noémi | nicole | océane | odile | oriane | prune | rachel | rose | roxane | régine | sabrine | ségolène | solange | solène | soizic | suzanne | thérèse | violaine | véronique | yolande | yvonne | édith | éléonore | élisabeth | élodie | ève | zoé
          berthe | marthe | lucile | ambre | anouk | audrey | bénédicte | brigitte | cassandre | céleste | cléo | daphné | denise | fanny | fatou | flore | garance | geneviève | gladys | hermance | irène | maïwenn | mireille | nelly | pascale | paule | raymonde | rosemonde | ruth | salomé | sarah | solenn | victoire | viviane | maguelone | edwige | elisabeth | hedwige | ombeline`),
      },
      male: {
        articles: list('le | un | ce'),
        nouns: list(
          String.raw`\p{L}+(?:teur|[cdghilnrsv]eur|ier|ien|ant|if|eron|cin) | président | adjoint | avocat | député | délégué | retraité | employé | élu | magistrat | préfet | agent | berger | boulanger | boucher | consul | maçon | patron | paysan | artisan | curé | abbé | prêtre | moine`,
        ),
        given: list(String.raw`
          abdel | abdou | alphonse | ayoub | cyrille | djibril | dorian | driss | erwan | gaëtan | gérald | gwenaël | jamel | kylian | ladislas | léandre | malik | marceau | michaël | moïse | mounir | romuald | slimane | wassim | yacine | youcef | anselme | élouan | philéas | achille | ambroise | aristide
          \p{L}+(?:ien|ric|ois|ain|ent|ert|ard|aud|ault|in|ier|bert|ick|rd|ul|os) | (?!(?:manon|marion|alison|suzon|lison|fanchon|sharon)$)\p{L}+on | \p{L}+o
          alain | alban | alexandre | alexis | andré | antoine | ambroise | aristide | arnaud | arthur | aymeric | baptiste | barnabé | basile | blaise | boris | brice | bruno | cédric | charles | christophe | claude | clément | cyprien | cyril | côme | damien | daniel | david | denis | didier | edgar | emmanuel | étienne | eugène | ferdinand | félix | françois | gabriel | gaël | gaspard | georges | gilles | grégoire | guillaume | guy | gérôme | hervé | hugues | idris | idriss | igor | ismaël | isidore | jacques | jean | jérémie | jérémy | jérôme | jules | joël | karim | kevin | léopold | louis | loïc | luc | lucas | malo | marc | mathias | mathieu | matthieu | maurice | maxence | maxime | michel | mickaël | nicolas | noé | norbert | octave | olivier | omar | pascal | patrice | paul | philippe | pierre | raoul | raphaël | rémi | rémy | roch | samuel | serge | simon | stanislas | sylvestre | stéphane | tanguy | théophile | thierry | thomas | tiphaine | tugdual | ulysse | victor | xavier | yann | yannick | yves | youssef | élie | éloi
          abel | achille | adam | adel | ahmed | aimé | albin | aloïs | amadou | amaury | amine | anatole | anthony | armel | auguste | axel | aziz | bachir | bilal | brahim | casimir | clovis | désiré | dimitri | edmond | émile | ernest | ethan | evan | fabrice | farid | fernand | franck | frantz | gauthier | gautier | gédéon | grégory | gustave | habib | hakim | hamid | hamza | hassan | henri | henry | hippolyte | honoré | ibrahim | ilyes | ivan | jacky | jimmy | joachim | jonas | jordan | joris | joseph | karl | kamel | kévin | khaled | lazare | lilian | lionel | loris | ludovic | maël | mamadou | manuel | marcel | marius | martial | mehdi | melvin | mohamed | mohammed | morgan | mouloud | mourad | moussa | mustapha | nabil | nadir | narcisse | nathan | nathanaël | noam | noël | omer | oscar | osman | ousmane | pacôme | prosper | rachid | rayan | rené | rodolphe | rodrigue | roger | roland | roman | ronan | ruben | saïd | salim | sami | samir | sofiane | steve | tarik | théodore | timothée | titouan | tom | tristan | valère | vianney | virgile | wilfried | william | yanis | yacine | yassine | yohan | younes | yvan | zacharie`),
      },
    },
    sameRoles: [
      [
        list(
          String.raw`chanteu(?:r|se) | cantatrice | soprano | ténor | baryton | mezzo | interprète`,
        ),
        list(
          String.raw`chanteu(?:r|se) | cantatrice | soprano | mezzo-soprano | contralto | ténor | baryton | basse`,
        ),
      ],
      [
        list(String.raw`cuisini(?:er|ère) | chef | cheffe`),
        list(String.raw`cuisini(?:er|ère) | cheffe?(?: étoilée?)? | restaurat(?:eur|rice)`),
      ],
      [
        list(
          String.raw`prévenue? | accusée? | inculpée? | mise? en (?:cause|examen) | suspecte? | condamnée? | plaignante?`,
        ),
        list(
          String.raw`(?!(?:juge|présidente?|procureure?|avocate?|substitute?|magistrate?|gref\p{L}+|policière?|gendarme|commissaire|capitaine|expert\p{L}*|psych\p{L}+|maire|ministre|témoin)$)\p{L}+`,
        ),
      ],
      [
        list(String.raw`curé | prêtre | abbé | père | religieux | ecclésiastique | pasteur`),
        list(String.raw`curé | prêtre | abbé | père | religieux | ecclésiastique | pasteur`),
      ],
      [list(String.raw`maire | édile | élue? | magistrate?`), list(String.raw`maire`)],
      [
        list(String.raw`élue?`),
        list(
          String.raw`adjointe? | conseill(?:er|ère) | vice-présidente? | présidente? | députée? | sénat(?:eur|rice) | chef | cheffe`,
        ),
      ],
      [
        list(
          String.raw`médecin | docteur | doctoresse | praticien(?:ne)? | généraliste | soignante?`,
        ),
        list(
          String.raw`médecin | docteur | généraliste | urgentiste | chirurgien(?:ne)? | pédiatre | psychiatre | vétérinaire`,
        ),
      ],
      [
        list(String.raw`soignante?`),
        list(String.raw`infirmi(?:er|ère) | aide-soignante? | sage-femme`),
      ],
      [
        list(String.raw`enseignante? | professeure? | prof | instit`),
        list(String.raw`enseignante? | professeure? | instit(?:uteur|utrice) | maître | maîtresse`),
      ],
      [list(String.raw`avocate? | conseil | défenseure? | pénaliste`), list(String.raw`avocate?`)],
      [
        list(String.raw`magistrate? | parquetier | parquetière`),
        list(String.raw`juge | procureure? | présidente? | substitute? | magistrate?`),
      ],
      [
        list(String.raw`chercheu(?:r|se) | scientifique | spécialiste | experte? | universitaire`),
        list(
          String.raw`chercheu(?:r|se) | spécialiste | experte? | \p{L}+(?:logue|graphe|nome|iste|icien|icienne) | historien(?:ne)? | professeure? | physicien(?:ne)? | chimiste | linguiste | maître | ingénieure?`,
        ),
      ],
      [
        list(
          String.raw`agricult(?:eur|rice) | exploitante? | paysan(?:ne)? | fermi(?:er|ère) | producteur | productrice`,
        ),
        list(
          String.raw`agricult(?:eur|rice) | exploitante? | paysan(?:ne)? | éleveu(?:r|se) | maraîch(?:er|ère) | vigneron(?:ne)? | viticult(?:eur|rice) | apicult(?:eur|rice) | céréali(?:er|ère) | ostréicult(?:eur|rice)`,
        ),
      ],
      [
        list(
          String.raw`patron(?:ne)? | dirigeante? | chef | cheffe | entrepreneu(?:r|se) | industriel(?:le)?`,
        ),
        list(
          String.raw`patron(?:ne)? | gérante? | dirigeante? | direct(?:eur|rice) | pdg | fondat(?:eur|rice) | propriétaire | présidente?`,
        ),
      ],
      [
        list(String.raw`syndicaliste | cégétiste`),
        list(String.raw`déléguée? | secrétaire | représentante? | élue?`),
      ],
      [
        list(String.raw`commerçante?`),
        list(
          String.raw`épici(?:er|ère) | boulang(?:er|ère) | libraire | fleuriste | bouch(?:er|ère) | pharmacien(?:ne)? | gérante?`,
        ),
      ],
      [
        list(String.raw`artisane?`),
        list(
          String.raw`menuisi(?:er|ère) | luthi(?:er|ère) | horlog(?:er|ère) | poti(?:er|ère) | ébéniste | forgeron(?:ne)? | campanaire | boulang(?:er|ère) | couvreu(?:r|se) | maçon(?:ne)? | charpenti(?:er|ère)`,
        ),
      ],
      [
        list(String.raw`marin | pêcheu(?:r|se)`),
        list(
          String.raw`pêcheu(?:r|se) | marin | patron-pêcheur | matelot | capitaine | skipp(?:er|euse) | navigat(?:eur|rice)`,
        ),
      ],
      [
        list(String.raw`écrivaine? | auteure? | autrice`),
        list(
          String.raw`écrivaine? | romanci(?:er|ère) | auteure? | autrice | poète | poétesse | essayiste`,
        ),
      ],
      [
        list(String.raw`artiste`),
        list(
          String.raw`peintre | sculpt(?:eur|rice) | plasticien(?:ne)? | chorégraphe | danseu(?:r|se) | musicien(?:ne)? | comédien(?:ne)?`,
        ),
      ],
      [
        list(String.raw`musicien(?:ne)? | instrumentiste`),
        list(
          String.raw`violoniste | contrebassiste | pianiste | organiste | violon | flûtiste | altiste`,
        ),
      ],
      [
        list(String.raw`entraîneu(?:r|se) | coach | technicien(?:ne)?`),
        list(String.raw`entraîneu(?:r|se) | coach | sélectionneu(?:r|se)`),
      ],
      [
        list(String.raw`gendarme | policier | policière | militaire`),
        list(
          String.raw`colonel(?:le)? | commandante? | capitaine | lieutenante? | commissaire | major | adjudante?`,
        ),
      ],
      [list(String.raw`représentante?`), list(String.raw`(?:sous-)?préf(?:et|ète) | déléguée?`)],
      [
        list(
          String.raw`joueu(?:r|se) | footballeu(?:r|se) | handballeu(?:r|se) | rugby(?:man|woman) | arrière | pivot | ailier | ailière`,
        ),
        list(
          String.raw`capitaine | gardien(?:ne)? | buteu(?:r|se) | ailier | ailière | défenseure? | attaquante? | pivot | arrière`,
        ),
      ],
      [
        list(String.raw`élève`),
        list(String.raw`lycéen(?:ne)? | collégien(?:ne)? | écoli(?:er|ère)`),
      ],
    ],
    topics: list('quant (?:à|au|aux) | du côté (?:de|du|des)'),
    agents: list('par'),
    ledBy: list(
      String.raw`(?:présid|dirig|fond|cré|anim|men|port|représent|pilot|coordonn|entraîn|encadr|défend|command|orchestr|imagin|conç|emmen|repris|tenu|lanc)(?:ée?s?|ue?s?|e?s?) par`,
    ),
    namedBy: list(String.raw`nommée?s? | appelée?s? | du nom de | prénommée?s?`),
    ages: [],
    relatives: {
      female: list(
        'arrière-petite-fille | héritière | descendante | femme | épouse | sœur | mère | fille | tante | nièce | grand-mère | petite-fille | belle-mère | belle-fille | belle-sœur | cousine | compagne | fiancée | veuve | marraine',
      ),
      male: list(
        'arrière-petit-fils | héritier | descendant | mari | époux | frère | père | fils | oncle | neveu | grand-père | petit-fils | beau-père | beau-fils | beau-frère | cousin | compagnon | fiancé | veuf | parrain',
      ),
    },
    pronouns: {
      female: list('elle | celle-ci | cette dernière'),
      male: list(String.raw`il | celui-ci | ce dernier | (?<=(?:^|[.!?…~])\s?)lui`),
      it: [],
      they: list(
        String.raw`ils | elles | tous deux | les deux (?:frères|sœurs|hommes|femmes|amis|amies|époux|associés|associées|cousins|cousines|compères|complices|collègues|voisins|voisines|intéressés) | les deux(?! \p{Ll}+[sx]\b) | toutes deux | les époux | le couple | le duo`,
      ),
    },
    possessives: list('son | sa | ses | leur | leurs'),
    starters: list(String.raw`
      a | devant | derrière | outre | hormis | dès | jusqu’à | jusqu’au | jusqu’en | parmi | durant | quant | grâce | face | côté | suite | dehors | dedans | dessus | dessous | ailleurs | partout | autour | auprès | hors | lors | parfois | souvent | rarement | tantôt | bientôt | aussitôt | soudain | tard | tôt | longtemps | désormais | jadis | naguère | autrefois | avant-hier | certes | pourtant | cependant | toutefois | néanmoins | sinon | bref | soit | puisque | tandis | tant | nul | chacun | chacune | quelqu’un | celui | celle | ceux | celles | lui | eux | moi | toi | soi | lorsqu’ | quelque | tel | telle | tels | telles | onze | douze | treize | quatorze | quinze | seize | vingt | trente | quarante | cinquante | soixante | cent | mille | matin | soir | midi | minuit | merci | bonjour | adieu | bienvenue | vu | sauf | excepté | sitôt | entre-temps | d’abord | d’ailleurs | d’autres | via | envers | moyennant | né | née | restait | restaient | suivent | suit | arrive | arrivent | passe | passent | vit | vivent | est | sont | était | étaient | sera | seront | fut | impossible | difficile | inutile | dommage | étrange | combien | qu’il | qu’elle
      le | la | les | l’ | un | une | des | du | de | d’ | il | elle | ils | elles | on | nous | vous | je | j’ | tu | ce | c’est | cet | cette | ces | son | sa | ses | leur | leurs | notre | votre | mon | ma | mes | en | dans | sur | sous | à | au | aux | avec | sans | pour | par | chez | vers | depuis | pendant | après | avant | entre | contre | selon | malgré | et | ou | mais | donc | or | ni | car | si | quand | lorsque | comme | que | qui | quoi | où | pourquoi | comment | dont | y | ne | pas | plus | moins | très | bien | mal | ici | là | hier | aujourd’hui | demain | puis | ensuite | enfin | alors | ainsi | aussi | encore | déjà | toujours | jamais | rien | personne | tout | tous | toute | toutes | chaque | quelques | plusieurs | certains | certaines | beaucoup | peu | trop | deux | trois | quatre | cinq | six | sept | huit | neuf | dix | autre | autres | même | mêmes | seul | seule | reste | voilà | voici | faute | près | loin | lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | faut | oui | non | trois | cela | ça | quel | quelle | aucun | aucune | interrogé | interrogée | contacté | contactée | sources | reste | restent | vient | viennent`),
  },
  speech: {
    marks: [
      ['«', '»'],
      ['“', '”'],
      ['"', '"'],
      ['‹', '›'],
    ],
    verbs: list(String.raw`
      (?:(?:finit|finissent|finissait|a fini|ont fini) par|tien(?:t|nent|ait) à|a tenu à|(?:se|s[’']est) content(?:e|ent|ait|é|ée) de|se born(?:e|ent) à|se plaît à|aime(?: à)?|ne (?:peut|pouvait) s[’']empêcher de|n[’']hésite pas à|préfère|préfèrent|vient de|se hâte de|s[’']empresse de|prend soin de|croit (?:bon de|pouvoir)|ose) (?:dire|redire|répondre|lâcher|admettre|reconnaître|préciser|ajouter|souligner|rappeler|confier|murmurer|souffler|lancer|répéter|glisser|avouer|conclure|expliquer|plaisanter|indiquer|évoquer|affirmer|assurer|regretter|nuancer|déclarer|prévenir|promettre|concéder|parler d[e’']|remercier|saluer|dénoncer|pester|sourire|ironiser)
      (?<=(?:^|[^\p{L}])et )d(?:e |[’'])\p{L}{3,}(?:er|ire|dre|tre|ir)
      s[’'](?:enquiert|esclaffe|impatiente|attriste|émeut|agace|insurge|offusque) | a d[’']ores et déjà \p{Ll}+é |       pointe | pointent | pointait | pointaient | a pointé | ont pointé | souhaité | voulu | tweete | a (?:tweeté|twitté|posté|publié) | persifle | euphémise | embraye | rembobine | abonde | appuie | appuient | s[’']agace | s[’']autorise | se désespère | s[’']emballe | se lâche | se dédouane | se gargarise | se réclame | botte en touche | monte au créneau | hausse le ton | temporise | tempère | nuance | démine | recadre | dézingue | cogne | flingue | s[’']explique | a (?:pesté|temporisé|tempéré) |       (?:affirm|assur|menac|racont|confi|déclar|précis|ajout|demand|soulign|rappel|estim|jug|regrett|lâch|gliss|soupir|plaisant|ironis|résum|martel|détaill|témoign|indiqu|annonc|dénonc|qualifi|alert|allègu|allégu|apostroph|argument|attest|augur|avanc|badin|certifi|clarifi|conjectur|corrig|corrobor|dédramatis|désapprouv|dévoil|discut|dissert|écart|élud|encourag|énonc|épingl|évoqu|exagèr|exprim|extrapol|formul|harangu|infirm|inform|insinu|interpell|légitim|manifest|marmott|moralis|nasill|négoci|péror|pontifi|postul|pronostiqu|questionn|récus|refus|regimb|repouss|résign|revendiqu|rêv|sermonn|soupçonn|susurr|synthétis|tacl|tiqu|vilipend|assum|répliqu|tranch|souffl|murmur|cri|argument|plaid|nuanc|justifi|considér|pens|protest|fulmin|salu|observ|constat|confirm|lanc|comment|grinc|signal|recommand|préconis|conseill|déplor|jur|avou|accus|insist|grommel|grogn|bougonn|réclam|relev|redout|exult|suppos|propos|exhort|répèt|répét|marmonn|chuchot|hurl|object|rétorqu|critiqu|expliqu|raill|vant|prôn|not|not|calcul|admir|analys|appréci|approuv|articul|balbuti|bégai|bégay|blagu|brocard|chant|claironn|compar|conclu|confess|contest|décrèt|décrét|défi|diagnostiqu|dict|énumèr|enrag|exig|explos|félicit|fredonn|grond|hésit|hoquet|implor|improvis|interrog|invit|invoqu|jubil|lament|maugré|cherch|mentionn|minimis|moqu|motiv|narr|nomm|opin|ordonn|persifl|pleur|pleurnich|proclam|prophétis|radot|râl|rassur|récit|rectifi|réfut|remarqu|remerci|rigol|ronchonn|rouspèt|sanglot|siffl|song|spécul|spécifi|stipul|suppli|taquin|tempèr|tempêt|théoris|tonitru|tranquillis|vocifér|vocifèr|rapport|reproch|énumèr|énumér|développ|assèn|assén|balay|relativis|clam|acclam|cingl|ripost|enchaîn|philosoph|attaqu|récapitul|persist|scand|entonn|intim|rumin|suggér|ressass|profess|imagin|anticip|dépeign|martel|éclair|évalu|estim|vitupér|invectiv|pest|fustig|stigmatis|lou|encens|applaud|brand|mitig|temporis|révèl|révél|divulgu|déclam|enseign|titr|rigol|pouff|siffl|zézai)(?:ant|e|ent|ait|aient|a|èrent)
      (?:a|ont|avait) (?:requis|rapporté|reproché|énuméré|balayé|relativisé|riposté|enchaîné|fustigé|révélé|titré|applaudi|brandi|convenu|consenti|surenchéri|rugi|gémi) | s[’'](?:est|était) (?:indigné|emporté|exclamé|étonné|réjoui|félicité|inquiété|agacé|amusé|interrogé|insurgé|alarmé|plaint|défendu|justifié|vanté|excusé|désolé|moqué|enthousiasmé|étranglé|esclaffé|lamenté|offusqué|récrié|souvenu|rappelé|énervé|impatienté|enflammé)e? | se sont (?:indigné|emporté|exclamé|étonné|réjoui|félicité|inquiété|plaint|défendu|interrogé|insurgé|alarmé|justifié|désolé|moqué|souvenu)e?s | requiert | requièrent | surenchérit | applaudit | applaudissent | intervient | dépeint | réfléchit | acquiesce | acquiescent | hoche la tête | hausse le ton | s[’']exaspère | s[’']agace | s[’']attendrit | s[’']étrangle | se gausse | se navre | s[’']afflige
      préviennent | avertissent | avertissait | concèdent | concédait | reprennent | poursuivent | rient | sourient | souriait | riait | se souviennent | se souvenait | se rappelle | se rappellent | se rappelait | se désolent | se réjouissent | se réjouissait | se lamente | se lamentait | se moque | se moquait | se vante | se targue | se remémore | se justifie | se défendent | s[’'](?:enthousiasme|émerveille|énerve|impatiente|enflamme|excuse|esclaffe|insurge|interroge|inquiètent|étonnent|indignent|amusent|exclament|exclamait|alarme|attriste|enorgueillit|étrangle|offusque|interrogent)(?:-t)? | fait remarquer | fait observer | fait mine | fait savoir | laisse tomber | laisse entendre | veut savoir | tient à préciser | prédit | prédisent | maudit | médit | redit | promettent | soutient | soutiennent | soutenait | maintient | convient | conviennent | rugit | gémit | mugit | bondit | réagit | réagissent | réagissait | frémit | garantit | définit | établit | sourit | suggère | suggèrent | exagère | modère | espèrent | espérait | complètent | complétait | décrivait | décrivent | écrivit | lit | lisent | conclut | défendent | prétend | prétendent | prétendait | entend | hausse les épaules
      (?:a|ont|avait)(?:-t-(?:il|elle|ils|elles|on))? (?:tonné|grondé|prédit|soutenu|maintenu|suggéré|ajouté|glissé|plaisanté|ri|souri|réagi|tempêté|grogné|sangloté|remercié|félicité|corrigé|complété|renchéri|poursuivi|repris|exigé|ordonné|proposé|expliqué)
      (?:a|ont|avait|avaient|aurait)(?:-t-(?:il|elle|ils|elles|on))? (?:(?!été )\p{Ll}{3,} |d[’']abord )?(?:affirm|assur|racont|confi|déclar|précis|ajout|demand|soulign|rappel|estim|jug|regrett|lâch|gliss|soupir|plaisant|ironis|résum|martel|détaill|témoign|indiqu|annonc|dénonc|évoqu|qualifi|répliqu|tranch|souffl|murmur|cri|argument|plaid|nuanc|justifi|considér|pens|protest|fulmin|salu|observ|constat|confirm|lanc|comment|grinc|signal|recommand|préconis|conseill|déplor|jur|avou|accus|insist|grommel|bougonn|réclam|relev|redout|exult|suppos|propos|exhort|répét|marmonn|chuchot|hurl|object|rétorqu|critiqu|expliqu|raill|vant|prôn)é
      (?:a|ont|avait|avaient|aurait)(?:-t-(?:il|elle|ils|elles|on))? (?:promis|défendu|admis|reconnu|répondu|conclu|écrit|prévenu|averti|dit|fait valoir|fait savoir)
      fait(?=-(?:il|elle|on)) | font(?=-(?:ils|elles)) | (?:a|ont|avait|avaient|aurait)(?:-t-(?:il|elle|ils|elles|on))? (?:(?!été )\p{Ll}{3,} )?(?:alert|allégu|apostroph|attest|augur|avanc|certifi|clarifi|corrig|corrobor|dédramatis|dévoil|discut|écart|éclair|élud|encourag|énonc|épingl|exprim|formul|harangu|infirm|inform|insinu|interpell|invit|invoqu|manifest|minimis|négoci|pronostiqu|questionn|récus|refus|remarqu|repouss|revendiqu|soupçonn|tacl|assum|salu|rassur|rétorqu|comment|révél)é | (?:a|ont|avait) (?:exclu|démenti|promis|soutenu|fait observer|fait remarquer|laissé entendre|tenu à|voulu croire|mis en garde|pris à témoin) | tabl(?:e|ent|ait)(?= sur) | mis(?:e|ent|ait)(?= sur) | s[’']est (?:dit|montré|déclaré)e? | se sont (?:dits?|montrés|déclarés) | se (?:montre|déclare|montrent) | exclut | excluent | excluait | nie | nient | niait | enfonce le clou | ironisent | relève | relèvent | grommelle | s[’'](?:emballe|excuse|agace|alarme|attend à) | se (?:résigne|rassure|console|demande|demandent|demandait|rappelait|plaignent|plaignait|dit|disent|disait)(?= )
      parl(?:e|ent|ait|aient|a|èrent)(?= d) | (?:a|ont) parlé(?= d) | veut croire | veulent croire | voulait croire | veut | veulent | voulait | souhaite | souhaitent | (?:a|ont) (?:voté|adopté|décidé|ordonné|approuvé) | pronostique | reconnaissait | reconnaissaient | s[’']amusait | jugeait | dénonçait | annonçait | promettait
      dit | disent | admettait | répondait | répondit | dit-on | écrivait | répondre | disait | d[’']ajouter | répond | répondent | rappelle | rappellent | reconnaît | reconnaissent | admet | promet | prévient | prévenait | avertit | s[’']amuse | s[’']inquiète | s[’']indigne | s[’']étonne | se réjouit | se félicite | se souvient | s[’']emporte | tonne | poursuit | reprend | martèle | défend | écrit | écrivent | lit-on | peut-on lire | évoque | parle de | a parlé de | s[’']exclame | concède | considère | considèrent | espère | craint | craignent | veut croire | se défend | dément | appelle | décrit | complète | renchérit | abonde | rit | prévoit | fait valoir | met en garde | se plaint | se désole | a déplor[ée]+ | jugea | de conclure | de préciser | de lancer | de sourire | de répondre`),
    verbEndings: list(
      String.raw`\p{L}{3,}(?:aient|èrent) | (?!(?:lait|trait|souhait|portrait|retrait|extrait|bienfait|attrait|contrat|parfait|forfait)$)\p{L}{2,}ait`,
    ),
    clitics: list(
      "l’a | l'a | l’ont | l'ont | l’avait | l'avait | se | s’ | s' | ne | n’ | n' | lui | leur | y | nous | vous | me | m’",
    ),
    auxiliaries: list(
      'a | avait | avaient | ont | est | sont | était | étaient | sera | serait | peut | doit | ne',
    ),
    clauseSigns: list(
      String.raw`^(?:je|j[’']|nous|vous|on|il|elle|ils|elles|c[’']est|ce)(?:\s|\b) | \b(?:est|sont|ont|va|faut|peut)\b`,
    ),
    writes: list('a écrit | écrit | écrivent | écrivait | ont écrit | écrivit | avait écrit'),
    calls: list(
      String.raw`(?:a |avait )?(?:défini|décrit|présenté|titré|dépeint|comparé) | titr(?:e|ait) | présente comme | voit | voient | voyait | y voit | y voient | (?:y )?(?:a|ont|avait) vu | (?:(?:a|ont|avait|avaient) (?:\p{Ll}{3,} )?)?(?:qualifi|jug|estim|considér|trouv|dénonc|compar|tax|raill)(?:é|e|ent|ait|aient|a)(?: de| d[’'])? | a décrit | avait décrit | qualifie de | qualifie | juge | jugent | parle d[e’'] | évoque | décrit | dénonce | estime | considère | a qualifié | a jugé | trouve | appelle de ses vœux`,
    ),
    accordingToIt: list(String.raw`(?:selon|d[’']après) (?:lequel|laquelle|lesquels|lesquelles)`),
    accordingTo: list(
      String.raw`selon les (?:mots|termes|propos|calculs|estimations|déclarations) d(?:e|u|es|[’']) | pour reprendre (?:les mots|l[’']expression|la formule|les termes) d(?:e|u|es|[’']) | à (?:entendre|écouter) | si l[’']on en croit | selon | d[’']après | à en croire | aux yeux d(?:e|u|es|[’']) | de l[’']avis d(?:e|u|es|[’']) | de l[’']aveu d(?:e|u|es|[’']) | aux dires (?:de|du|des) | (?<=(?:^|[.!?…]\s)\s?(?:(?:mais|et|or)\s)?)pour`,
    ),
    notSpeech: list(String.raw`
      l[’']intitulé | (?:le|du|au) (?:chapitre|poste|code|pseudonyme|hashtag) | on parle d[eu’']
      (?<!s[’']est |se |se sont )dite?s? | surnommée?s? | (?:nom|titre|surnom|slogan|mot) d[eu’'] | baptisée?s? | nommée?s? | intitulée?s? | appelée?s? | appel(?:le|lent|ait|aient) | appelle (?:le|la|les|l’) | appel(?:le|lent|ait|aient) (?:cela|ça|ceci) | (?:le|du|au|les|des) (?:mots?|termes?|titre|nom|surnom|slogan|label|sobriquet) | l[’'](?:expression|appellation|opération|enseigne|étiquette) | la (?:formule|devise|mention) | prétendue?s? | soi-disant | connue?s? sous | opération | projet | plan | label | rubrique | mention | estampillée?s? | étiquetée?s?`),
    works: list(
      String.raw`(?:autrice|auteure?|réalisateur|réalisatrice|créateur|créatrice) de | livre | roman | film | pièce | chanson | album | exposition | série | poème | tableau | opéra | spectacle | essai | revue | ouvrage | documentaire | recueil | navire | ferry | bateau | péniche | festival | émission`,
    ),
    documents: list(
      String.raw`bilan | baromètre | sondage | synthèse | expertise | thèse | protocole | préambule | éditorial | missive | mémorandum | ordonnance | arrêt | réquisitoire | verdict | sms | tweet | télégramme | affichette | écriteau | pancarte | banderole | panneau | faire-part | pense-bête | mot | carton | brochure | dépliant | notice | attestation | délibération | motion | vœu | communiqué | dossier | rapport | lettre | courrier | courriel | note | avis | document | texte | arrêté | décision | jugement | étude | enquête | audit | message | déclaration | tribune | billet | plainte | procès-verbal | circulaire | livre blanc | pétition | tract | registre | contrat | publication | post | bulletin | notice | affiche | règlement | charte | compte rendu`,
    ),
    issued: list(
      String.raw`lettre | courrier | courriel | communiqué | avis | note | rapport | arrêté | décision | délibération | motion | circulaire | message | déclaration | réponse | document | texte | bulletin | billet | tribune | jugement | ordonnance | arrêt | audit | étude | enquête | notice | brochure | dossier`,
    ),
    seen: list(
      String.raw`command(?:é|ité)e?s? | demandée?s? | sollicitée?s? | consultée?s? | obtenue?s? | lue?s? | vue?s?`,
    ),
    views: list(
      String.raw`(?:lui|leur) (?:semble|semblait|paraît|paraissait) | à (?:son avis|ses yeux|l[’'](?:entendre|écouter|en croire)) | selon (?:lui|elle) | pour (?:lui|elle) | d[’']après (?:lui|elle)`,
    ),
    inIt: list(
      String.raw`y (?:lit|écrit|apprend|précise|découvre)(?:-t)?-on | peut-on y lire | y est-il (?:écrit|précisé|indiqué|affirmé) | (?:est-il|peut-on lire) (?:écrit|précisé|indiqué)`,
    ),
    within: list('à | dans | sur | devant | sous | vers | derrière'),
    houses: list(
      String.raw`du côté d(?:e la|e l[’']|u|es|e) | dans les rangs d(?:e la|e l[’']|u|es|e) | au sein d(?:e la|e l[’']|u|es|e) | à la | à l[’'] | au | aux | à | chez | dans | auprès d(?:e la|e l[’']|u|es|e)`,
    ),
    impersonal: list(
      String.raw`(?:on|l[’']on)\s(?:[\p{Ll}’]+\s){0,2}?[\p{Ll}’]{3,} | (?:se\s)?[\p{L}’]+(?:-t)?-on(?:\s(?:lire|savoir|valoir|remarquer|observer|entendre|\p{Ll}+[éiut]))?`,
    ),
    joining: list(
      "et | mais | tandis qu[e’'] | alors qu[e’'] | puis | quand | pendant qu[e’'] | là où",
    ),
    complements: list("qu(?:e|[’']) | si | parce qu[e’']"),
    relative: list(String.raw`qui`),
    answers: list(String.raw`répond | a répondu | réplique | rétorque | répondit`),
    reported: list(''),
    hasInversion: true,
    hasOmittedSubjects: true,
    perfects: list(String.raw`(?:a|ont|avait|avaient) | s[’'](?:est|était) | se (?:sont|sera)`),
    hasInnerAsides: true,
    anonymous: list(String.raw`
      (?:certaine?s|d[’']autres|les uns|les autres)(?=,?\s(?:y voient|(?:parlent|disent|craignent|redoutent|pensent|jugent|estiment|évoquent|dénoncent|préfèrent|croient|voient|accusent|soupçonnent)\b))
      (?:l[’']une?|l[’']autre|un autre|une autre|quelqu[’']un|un troisième|une troisième)(?=[,.;]|$)
      (?:son|leur|l[’']) ?entourage(?! (?:de|du|des)) | 
      (?:l[’']une?|une?) d(?:es|e (?:ses|leurs|nos|ces)) \p{Ll}{4,}s
      (?:l[’']une?|une?|un autre|une autre|certaine?s|beaucoup|plusieurs|chacune?|aucune?) d[’'](?:eux|elles|entre (?:eux|elles))
      (?:une?|l[’']une?|la|le|plusieurs|deux|trois|certains|certaines|quelques|des|les|ces) (?:\d+ )?(?:[a-zà-ÿ’-]+ ){0,2}(?:dames?|messieurs|monsieur|adolescente?s?|gamine?s?|lecteurs?|lectrices?|auditeurs?|visiteurs?|visiteuses?|usagers?|usagère|consommateurs?|automobilistes?|conducteurs?|signataires?|manifestante?s?|grévistes?|militante?s?|locataires?|survivante?s?|enquêteurs?|hôteli(?:er|ère)s?|habitante?s?|riveraine?s?|voisine?s?|témoins?|sources?|proches?|passante?s?|passagers?|passagère|clients?|cliente|salariée?s?|employée?s?|agents?|policiers?|fonctionnaires?|diplomates?|élue?s?|commerçante?s?|retraitée?s?|étudiante?s?|élèves?|parents?|spectateurs?|spectatrices?|touristes?|experts?|observateurs?|critiques?|opposants?|syndicalistes?|cadres?|ouvri(?:er|ère)s?|collègues?|amie?s?|pêcheurs?|agriculteurs?|mère|père|femme|homme|jeune|responsables?|conseill(?:er|ère)s?|bénévoles?)(?: \p{Ll}+(?:aires|ées?|és))?(?: (?:proches? (?:du|de)|au fait|de|du|des|en|à|au|qui)\b(?: l[ae])? [^,.;:«» ]+[^,.;:«»]*?(?=\s(?:se|s[’']\p{L}+|n[’']\p{L}+|ne|a|ont|est|avait|était)\s|\s(?!(?:dans|pour|avec|sans|chez|vers|sous|sur)\b)\p{Ll}{4,} (?:l[’']|(?:les?|la|une?|des|ses|son|sa)\b)|[,.;:«»~]|$))?
      (?:de )?sources? (?:proches?|policières?|judiciaires?|syndicales?|internes?|diplomatiques?)[^,.;:«»]* | l[’']entourage (?:de|du|des)[^,.;:«»]*`),
  },
}
