// Spanish.
import {WORLDWIDE_HOLDERS, WORLDWIDE_NOTES} from './holders.ts'
import {list} from './list.ts'
import type {LanguageRules} from './rules.ts'

export const spanish: LanguageRules = {
  code: 'es',
  common: list(
    'el | la | los | las | de | que | y | en | un | una | por | con | no | del | se | para | es | más | su | al | lo | como | pero | ha | nos | le',
  ),
  page: {
    sections: list(String.raw`
      portada | inicio | actualidad | última hora | noticias | españa | nacional | internacional | mundo | política | economía | sociedad | cultura | ciencia | tecnología | salud | deportes | deporte | opinión | sucesos | medio ambiente | clima | educación | estilo | gente | televisión | vídeos | vídeo | fotos | local | provincia | madrid | viajes | gastronomía | blogs | podcast | podcasts | hemeroteca | edición impresa`),
    genres: list(String.raw`
      reportaje | entrevista | análisis | crónica | perfil | crítica | columna | tribuna | editorial | exclusiva | investigación | opinión | artículo | ensayo | obituario | cartas al director | cartas a la directora | cartas | en portada | a fondo | verificación | última hora | en directo | ruta | testimonio`),
    rubrics: list(String.raw`(?:carta|postal|apuntes|crónica) (?:de|desde) \S+(?: \S+)?`),
    buttons: list(String.raw`
      newsletter | newsletters | boletines
      menú | buscar | suscríbete | suscribirse | suscripción | iniciar sesión | inicia sesión | regístrate | registro | mi cuenta | compartir | comentar | comentarios | guardar | imprimir | enviar | escuchar | copiar enlace | ir a los comentarios
      facebook | twitter | x | whatsapp | telegram | linkedin | correo | publicidad | aviso legal | privacidad | política de privacidad | política de cookies | cookies | aceptar | aceptar todo | aceptar y continuar | rechazar | configurar | contacto | quiénes somos | mapa web | más información | archivado en | lo más visto | lo más leído | ver más | en directo | directo | juegos | clasificados | esquelas | empleo | tienda | servicios | nuestros socios | volver arriba`),
    furniture: list(String.raw`
      \(?(?:viene|sigue|pasa|continúa) (?:de|en|a) (?:la )?(?:p(?:ágina|ág\.)|portada) | ©.*\bprohibida\b | comentar \(\d+\)$ |
      los textos (?:destinados|no deben)\b | las cartas (?:no deben|deben)\b |
      (?:de|para|cc|asunto|enviado|fecha|remitente)\s*:\s | edición (?:digital|impresa)\b[^.]*$ | (?:este correo|este mensaje|este boletín) (?:electrónico )?(?:se ha|ha sido|fue|se) envi | (?:ha recibido|recibe|recibes) este\b | nota de prensa$ | comunicado de prensa$ | urgente$ | en directo\b.{0,8}$ | para (?:su )?difusión inmediata | embargad[oa]\b | embargo hasta\b | borrador\b[^.]*$ | contacto de prensa\b | contacto\s*: | texto\s*: [\d.]+ | pendiente\s*: | [\d.]+ caracteres\b
      dej(?:a|ar|e) un(?:a respuesta| comentario)$ | (?:tu|su) (?:dirección de )?correo electrónico(?: no será publicad[oa]\.?)?$ | los campos obligatorios están\b | ir al contenido\b | saltar al contenido\b | ©\s*\d{4} | copyright\b | (?:©.*\. )?todos los derechos reservados | leer más\b | ver más\s*: | relacionad[oa]s?\s*: | escuch[ae](?:r)? (?:este |el )?artículo | lectura\s*: \d | lea también\b | lee también\b | ver también\b | más información\b[^.]*$ | te puede interesar\b | le puede interesar\b | este sitio (?:web )?utiliza | esta web utiliza | utilizamos cookies | compartir en\b | compartir (?:este|el) | síguenos en\b[^.]*$ | suscríbete\b[^.]*$ | recibe\b[^.]*$ | apúntate\b[^.]*$ | regístrate\b[^.]*$ | noticia(?:s)? relacionada | contenido exclusivo | solo para suscriptores | tiempo de lectura | \d+ min(?:utos)?\b[^.]*$ | \d+ comentarios? | página \d+ | publicidad\b | newsletter\b[^.]*$ | archivado en\b | temas:?\s | etiquetas:?\s`),
    papers: list(String.raw`revista | semanario | diario | periódico | boletín | mensual`),
    printed: list(String.raw`página \d+ | pág\. \d+ | (?:n\.º|nº|número) ?\d+`),
    boxes: list(String.raw`
      te puede interesar | le puede interesar | más información | noticias relacionadas | lea también | lee también | lo más (?:visto|leído) | temas(?: relacionados)? | etiquetas | archivado en | más (?:noticias|en|sobre) .* | además | en otros medios | relacionados? | no te lo pierdas | newsletter | boletín | sobre la firma | contenidos? relacionados? | vídeos relacionados`),
    published: list(
      String.raw`publicad[oa]\b | actualizad[oa]\b | act\. | última actualización\b | modificado\b | creado\b`,
    ),
    calendar: list(String.raw`
      enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | setiembre | octubre | noviembre | diciembre | ene | feb | mar | abr | may | jun | jul | ago | sep | oct | nov | dic | lunes | martes | miércoles | jueves | viernes | sábado | domingo | de | del | a | las | h | hrs | hoy | ayer | día | días | minuto | ahora | cet | cest | hace | horas | minutos | hora`),
    greetings: list(
      String.raw`(?:hola|buenos días|buenas(?: tardes| noches)?|estimad[oa]s?|querid[oa]s?)(?: [\p{L}]+){0,4}[,:!.]?$`,
    ),
    ends: list('fin'),
    signOffs: list(
      String.raw`saludos | un (?:abrazo|saludo) | gracias\b | atentamente | cualquier (?:cosa|duda)\b`,
    ),
    afterCredit: list('ampliar foto | ampliar'),
  },
  head: {
    bylines: {
      writer: list(
        String.raw`(?:(?:texto|escrito|redactado|publicado|información|crónica|entrevista|reportaje|análisis|opinión|firmado) )?por | textos? y fotos?(?: de)? | texto
        (?:una? )?(?:texto|crónica|reportaje|entrevista|análisis|artículo|perfil|columna|información|opinión|tribuna|reseña|crítica) de | redacción | autora? | autores | firma | periodista | redactora?`,
      ),
      photographer: list('fotos? de | fotografías?(?: de)? | fotos'),
      translator: list('traducción de | traducido por | traducción'),
    },
    alsoPhotographer: list('y fotos?'),
    desks: list('redacción'),
    own: list('(?:de|por) nuestr[oa]s?'),
    shared: list(
      String.raw`(?:y |e )?agencias? | con .{2,30} | para .{3,30} | (?:y |/ )?redacción | efe`,
    ),
    signatures: list(String.raw`
      (?:autora?|sobre (?:el autor|la autora))\s*:\s*(?<name>[^,:]{3,60})(?:,\s*(?<role>.+))? | \((?:\p{Lu}{2,6}\s?\/\s?)(?<name>\p{Lu}[^()]{3,40})\)`),
    from: list('en | desde'),
    authorRoles: list(
      String.raw`periodista | redactora? | corresponsal(?:es)? | enviad[oa]s? especial(?:es)? | reporter[oa] | columnista | crítico | crítica | colaborador | colaboradora | fotógraf[oa] | editora? | redacción | agencias?`,
    ),
    bios: list(String.raw`
      \bes\b[^.]*\b(?:periodista|redactora?|corresponsal|reporter[oa]|columnista|escritora?|historiadora?|profesora?|autora?|investigadora?)\b | \b(?:escribe|cubre|informa)\b[^.]*\b(?:sobre|para|en|de)\b | \bvive en\b | \bha (?:publicado|trabajado|escrito)\b | ^con información de\b | ^ha colaborado\b | ^información elaborada\b | \bsu último libro\b`),
    credits: list(
      String.raw`^con información de\b | ^ha(?:n)? colaborado\b | ^información elaborada\b`,
    ),
    notes: list(
      String.raw`fe de (?:errores|erratas) | corrección | nota de la redacción | nota del editor | aclaración | una versión anterior | esta (?:entrevista|información|noticia) ha sido`,
    ),
    callsToAction: list(String.raw`
      siga\b | sigue\b | síganos\b | mánd[ae]\w*\b | ¿estuv\w+\b | suscríb[ae]\w*\b | lea\b | lee\b | escuche\b | escucha\b | vea\b | mire\b | mira\b | escriba\b | escribe a\b | escríbanos\b | escríbenos\b | envíe\b | envía\b | envíenos\b | comparta\b | cuéntenos\b | cuéntanos\b | participe\b | participa\b | visite\b | visita\b | consulte\b | consulta\b | descargue\b | descarga\b | apoye\b | apoya\b | únete\b | únase\b | puede (?:seguir|leer|consultar|escribir|enviar|escuchar|comprar|ver)\b | si (?:tiene|quiere|desea|sabe|conoce|tienes|quieres)\b | ¿(?:tiene|quiere|sabe|conoce|ha|tienes|quieres)\b | para (?:más información|suscribirse|colaborar|participar|enviar|comentar|reservar)\b | más información en\b | entradas\b | inscripciones\b | haga\b | conozca\b | contacte\b | llame\b | reserve\b | done\b | apúntese\b`),
    interview: list(
      String.raw`esta (?:entrevista|conversación) ha sido (?:editada|condensada)\b.*`,
    ),
    and: list('y | e | &'),
  },
  photos: {
    captionLabels: list('pie de foto'),
    creditLabels: list(
      String.raw`foto de archivo(?: de)? | (?:foto|fotos|fotografía|imagen|ilustración) (?:de|por) | fotos? | fotografías? | fotógraf[oa] | imagen | imágenes | gráficos? | infografía | ilustración | dibujo | créditos?(?: de (?:la )?(?:foto|imagen))? | fuente | fotomontaje | montaje | mapa | vídeo | captura | recreación`,
    ),
    creditNotes: [
      ...WORLDWIDE_NOTES,
      ...list(
        String.raw`(?:foto |imagen |fotografía )?(?:de )?(?:archivo|cedid[ao]s?|cortesía|facilitad[ao]s?) | dominio público | capturas?(?: de (?:pantalla|vídeo|imagen))? | ep | e\.p\. | derechos reservados`,
      ),
    ],
    by: list('por'),
    for: list('para | en'),
    courtesy: list(
      String.raw`(?:foto |fotografía |imagen )?(?:cortesía|gentileza)(?: de(?:l| la)?)? | (?:fotos? |fotografías? |imagen |imágenes )?(?:cedid|facilitad|proporcionad|enviad|difundid)[ao]s? por(?: el| la)? | courtesy(?: of)?`,
    ),
    via: list('vía | via | a través de'),
    holders: [
      ...WORLDWIDE_HOLDERS,
      ...list(
        String.raw`agencia | imagen | distribución | archivo | colección | fondo | prensa | gobierno | ayuntamiento | familia | policía | guardia civil | bomberos | emergencias | turismo | parque | ediciones | producciones | hermanos | hnos\. | s\.a\. | s\.l\.`,
      ),
    ],
    collections: list(String.raw`(?:fondo|colección|legado) .+`),
    archives: list('archivo | colección'),
  },
  names: {
    organisations: list(String.raw`
      (?<!\p{Lu}\p{Ll}{2,} )real(?= \p{Lu}) |
      zoo | energías | aeroclub | aeródromo | fútbol sala | comandancia | comisaría | jefatura | parque de bomberos | lonja | cáritas | serrería | cristalería | marmolería | imprentas | ateneo | aemet | csic | ugt | ccoo | upa | coag | asaja | ciemat | renfe | adif | aena | enaire | repsol | iberdrola | endesa | telefónica | correos | emt | inem | sepe | imserso | ine | dgt | ume | oms | onu | unicef | unesco | ocde | fmi | médicos (?:sin fronteras|del mundo) | greenpeace | amnistía internacional | amigos de la tierra | oxfam | wwf | facua | ecologistas en acción | unión de consumidores | defensora? del pueblo | hermanas(?! \p{Lu}\p{L}+ [ye] \p{Lu}) | misioneros | carmelitas | club náutico | estación | polideportivo | teatro | residencia | geriátrico | sala de lo | inmuebles | promociones | inversiones | supermercados | almacenes | seguros | frutas | carnes | pescados | quesos | aceites | excavaciones | gráficas | carpintería | ebanistería | cerrajería | fontanería | carnicería | charcutería | pescadería | frutería | zapatería | sastrería | relojería | joyería | perfumería | droguería | papelería | herboristería | floristería | lavandería | tintorería | confitería | chocolatería | destilería | sidrería | heladería | pizzería | cristalería | vidriería | alfarería | cerámicas | azulejos | maderas | muebles | piensos | semillas | viveros | granja | ganadería | autoescuela | gestoría | notaría | funeraria | cuchillería | curtidos | tejidos | hilaturas | salinas | salazones
      defensoría | sindicatura | ambulatorio | consultorio | cruz roja | mutua | gestora | bufete | despacho | gabinete | coro | banda | ballet | semanario | emisora | organismo | candidatura | arzobispado | obispado | mezquita | sinagoga | zoológico | acuario | matadero | refinería | aserradero | albergue | refugio | gasolinera | centro de salud | instituto de educación secundaria | ceip | ies | uned | csic
      ampa | ong | bar | café | cafetería | restaurante | taberna | mesón | hotel | hostal | camping | cine | gimnasio | taller | talleres | librería | ferretería | peluquería | conservas | conservera | frigoríficos | transportes | autocares | construcciones | laboratorios | cementos | aceros | papelera | lácteos | embutidos | patronal | fondo | capital | partners | holding | group | atlético | deportivo | deportiva | fútbol sala | balonmano | baloncesto | voleibol | rugby | racing | sporting | revista
      tecnológica | energética | consultora | operadora | inmobiliaria | multinacional | startup | cárnica | cervecera | discográfica | productora | distribuidora | comercializadora | universidad politécnica | politécnico | conservatorio | ateneo | fútbol | casino | selección(?: nacional| española| argentina)? | peña | hermandad | parroquia | monasterio | convento | abadía | catedral | basílica | residencia | guardería | gremio | lonja | mercado | feria | festival | certamen | teatro | auditorio | filmoteca | cinemateca | galería | fábrica | molino | almazara | panadería | pastelería | quesería | cervecería | imprenta | naviera | aerolínea | constructora | promotora | aseguradora | eléctrica | hidroeléctrica | minera | farmacéutica | farmacia | ferrocarriles | metro | tranvías | autobuses | autopistas | aguas | gas | telefónica | correos | hacienda | registro | notaría | intervención | tesorería | embajada | consulado | patronato | consorcio | cátedra | departamento | unidad | brigada | protección | salvamento | cruz roja | real academia | seminario | coordinadora(?! del? (?:la |los |las )?) | asamblea | mesa | (?<![Aa]l )frente | movimiento | alianza | coalición | izquierda | derecha
      agencia | instituto | universidad | escuela | colegio | facultad | academia | museo | archivo | biblioteca | ópera | hospital | clínica | ministerio | consejería | concejalía | ayuntamiento | diputación | cabildo | gobierno | generalitat | junta | delegación | subdelegación | consejo | comisión | comité | senado | congreso | parlamento | tribunal | juzgado | audiencia | fiscalía | policía | guardia | ejército | armada | bomberos | cámara | centro | laboratorio | observatorio | servicio | servicios | dirección | autoridad | puerto | aeropuerto | empresa | compañía | sociedad | grupo | banco | caja | fundación | asociación | federación | confederación | sindicato | unión | liga | club | colectivo | plataforma | partido | prensa | diario | periódico | gaceta | correo | faro | heraldo | voz | noticias | radio | televisión | editorial | estudio | familia | iglesia | diócesis | obispado | orquesta | cooperativa | parque | reserva | bodega | bodegas | oficina | secretaría | organización | naciones | red | s\.a\. | s\.l\. | cofradía | comunidad | mancomunidad | agrupación | astillero | astilleros`),
    bodies: list(String.raw`
      zoo | aeroclub |       subdelegación | defensoría | facultad | ambulatorio | ong | gremio | consorcio | mutua | bufete | coro | ballet | filmoteca | imprenta | semanario | emisora | coalición | candidatura | parroquia | diócesis | arzobispado | obispado | abadía | mezquita | sinagoga | aeropuerto | acuario | astillero | lonja | matadero | refinería | aserradero | almazara | quesería | panadería | albergue | gasolinera
      formación | agrupación | federación | bar | cafetería | restaurante | taberna | hotel | hostal | conservera | fondo | consistorio | revista | taller | librería | equipo
      agencia | instituto | universidad | escuela | colegio | museo | archivo | biblioteca | teatro | hospital | clínica | ministerio | consejería | ayuntamiento | diputación | cabildo | gobierno | junta | delegación | consejo | comisión | comité | tribunal | juzgado | audiencia | fiscalía | policía | cámara | centro | laboratorio | observatorio | servicio | dirección | autoridad | empresa | compañía | sociedad | grupo | banco | fundación | asociación | federación | sindicato | club | colectivo | plataforma | partido | diario | periódico | iglesia | orquesta | cooperativa | parque | reserva | bodega | oficina | institución | entidad | organización | organismo | cofradía | operadora | constructora | promotora | concesionaria | adjudicataria | aseguradora | distribuidora | comercializadora | contratista | propietaria | productora | consultora | naviera | aerolínea | eléctrica | energética | minera | farmacéutica | inmobiliaria | patronal | multinacional | filial | pleno | corporación | cadena | tienda | startup | editorial | gestora | concejalía | comunidad | confederación | real academia | academia | peña | hermandad | mancomunidad | comarca | red | residencia | guardería | firma | fábrica`),
    anyBodies: list(
      String.raw`empresa | compañía | sociedad | grupo | firma | asociación | federación | sindicato | colectivo | instituto | universidad | institución | entidad | organización | organismo | operadora | constructora | agencia | tribunal | club | museo | fundación | comisión | comité | diario | periódico | partido | cooperativa | centro | ministerio | ayuntamiento | consejería | banco | fábrica | concesionaria | adjudicataria`,
    ),
    plainBodies: list(
      String.raw`prensa | diario | periódico | semanario | revista | agencia | cadena | emisora | comisión | juzgado | policía | radio | televisión | guardia | ayuntamiento | gobierno | parlamento | fiscalía | ministerio | junta | dirección | tribunal`,
    ),
    firms: {
      words: list(
        String.raw`empresa | compañía | sociedad | grupo | firma | operadora | constructora | promotora | concesionaria | adjudicataria | multinacional | filial | startup | productora | consultora | naviera | aerolínea | conservera | fábrica | distribuidora | comercializadora | contratista`,
      ),
      kinds: list(
        String.raw`empresa | compañía | sociedad | grupo | conservas | conservera | bodegas? | fábrica | talleres | taller | frigoríficos | transportes | autocares | autobuses | construcciones | constructora | promotora | laboratorios | cementos | aceros | papelera | lácteos | embutidos | naviera | aerolínea | eléctrica | minera | farmacéutica | imprenta | editorial | librería | hotel | hostal | bar | café | cafetería | restaurante | taberna | almazara | quesería | cervecería | molino | astilleros? | capital | holding | partners | group | banco | clínica | cooperativa | aguas | gas | s\.a\. | s\.l\.`,
      ),
      heads: list(
        String.raw`director general | directora general | consejer[oa] delegad[oa] | gerente | dueñ[oa] | propietari[oa] | soci[oa](?: directora?)? | (?:co)?fundadora? | administradora? | directora? (?:comercial|técnic[oa]|industrial|financier[oa]|de la planta|de operaciones|de la fábrica) | encargad[oa]`,
      ),
    },
    otherKinds: [
      [list(String.raw`parque`), list(String.raw`zoo | reserva | jardín`)],
      [list(String.raw`centro`), list(String.raw`zoo | museo | hospital | colegio | residencia`)],
      [
        list(String.raw`formación | agrupación`),
        list(
          String.raw`orquesta | banda | coro | ensemble | partido | movimiento | agrupación | unión | frente`,
        ),
      ],
      [list(String.raw`consistorio | corporación`), list(String.raw`ayuntamiento`)],
      [
        list(String.raw`club | equipo`),
        list(
          String.raw`club | c[bdf] | ud | sd | atlético | atlética | deportivo | deportiva | balonmano | baloncesto | voleibol | rugby | fútbol | hockey | racing | sporting | real | unión | peña | cultural | gimnástica`,
        ),
      ],
      [
        list(String.raw`periódico | diario | rotativo | semanario`),
        list(
          String.raw`heraldo | gaceta | diario | voz | correo | faro | tribuna | noticias | pregón | eco`,
        ),
      ],
      [
        list(String.raw`organismo | institución | entidad`),
        list(
          String.raw`confederación | agencia | autoridad | instituto | consejo | cámara | consorcio | junta | federación | fundación | servicio`,
        ),
      ],
      [
        list(String.raw`organización | central`),
        list(String.raw`sindicato | federación | confederación | unión | colectivo | asociación`),
      ],
      [
        list(String.raw`departamento`),
        list(String.raw`consejería | ministerio | concejalía | delegación`),
      ],
      [list(String.raw`fondo | inversora?`), list(String.raw`capital | partners | inversiones`)],
      [list(String.raw`ejecutivo`), list(String.raw`gobierno | generalitat | junta`)],
      [
        list(String.raw`centro`),
        list(String.raw`escuela | colegio | instituto | hospital | residencia | museo`),
      ],
    ],
    honorifics: {
      female: list('señora | doña | sra\\.'),
      male: list('señor | don | sr\\.'),
      any: list(
        'padre | sor | fray | monseñor | dr\\. | dra\\. | doctor | doctora | profesor | profesora',
      ),
    },
    titles: list(String.raw`
      intendenta | percebeir[oa] | mariscadora? | reder[oa] | bateeir[oa] |
      patr[oó]na? mayor | supervisora? |       árbitra | astrofísic[oa] | guardesa | hortelan[oa] | párroco | pe[oó]na? | prefect[oa] | acróbata | ertzaina | moss[oa] | práctico del puerto | sobrecargo | guardiamarina | investigadora? posdoctoral | tertulian[oa] | influencer | youtuber | cofrade | moz[oa] de (?:almacén|escuadra) | botones | ponente | relatora? | ceo | chef | mánager | streamer | comisionad[oa] | alguacil | tasadora? | artífice | impulsora? | canguro | lideres[a] | vocer[oa] | canciller | limpiacristales | osteópata | arabista | helenista | hispanista | medievalista | latinista | ayudante de (?:cocina|laboratorio|dirección|producción) | empleada de hogar | ama de casa | trabajadora del hogar | personal de limpieza | cuidadora de mayores | alt[oa] funcionari[oa]
      concertino | solista | soprano | mezzosoprano | contralto | tenor | barítono | percusionista | violonchelista | gaiter[oa] | cantautora? | letrista | libretista | figurinista | escenógraf[oa] | iluminadora? | tramoyista | apuntadora? | maquilladora? | cuentacuentos | rapsoda | poetisa | crítico | cronista | columnista | articulista | documentalista | museólog[oa] | cajer[oa] | dependient[ea] | reponedora? | repartidora? | mensajer[oa] | carretiller[oa] | cuidadora? | educadora? | trabajadora? social | logopeda | nutricionista | orientadora? | pedagog[oa] | jef[ea] de estudios | docente | tutora? | preparadora?(?: físic[oa])? | guardameta | arquer[oa] | extrem[oa] | ala-pívot | gimnasta | judoca | boxeadora? | tenista | jinete | campe[oó]na? | medallista | monitora? | guía | guarda forestal | mayoral | vaquer[oa] | churrer[oa] | helader[oa] | florista | quiosquer[oa] | estanquer[oa] | tapicer[oa] | ebanista | cristaler[oa] | fundidora? | forjadora? | picadora? | ferroviari[oa] | azafat[oa] | controladora? aére[oa] | contramaestre | armadora? | mariscadora? | reder[oa] | acuicultora? | toneler[oa] | bordadora? | cester[oa] | parlamentari[oa] | eurodiputad[oa] | congresista | candidat[oa] | cabeza de lista | gobernadora? | subdelegad[oa] | agregad[oa] | accionista | auditora? | actuari[oa] | promotora? | contratista | transportista | mayorista | exportadora? | importadora? | distribuidora? | fabricante | emprendedora? | oficinista | administrativ[oa] | recepcionista | telefonista | operadora? | zoólog[oa] | ecólog[oa] | agrónom[oa] | genetista | bioquímic[oa] | internista | intensivista | anestesista | médic[oa] de familia | sanitari[oa] | facultativ[oa] | camiller[oa] | gerocultora? | emplead[oa] de hogar | niñera | instructora? | detective | soldado | capellán | diácono | misioner[oa] | priora? | superiora | catequista | herman[oa] mayor | costaler[oa] | mayordom[oa] | pregoner[oa] | gruista | matriarca | ujier | bedela? | ordenanza | guardabarrera | guardagujas | segadora? | hilandera | lavandera | planchadora? | modelista | patronista | zahorí | aguador | barquer[oa] | gaucho | huertan[oa] | olivarer[oa] | arrocer[oa] | citricultora? | floricultora? | silvicultora? | esquiladora? | herradora?
      directora? | presidente | presidenta | vicepresidente | vicepresidenta | ministr[oa] | consejer[oa] | secretari[oa] | alcalde | alcaldesa | concejala? | diputad[oa] | senadora? | portavoz | jef[ea] | responsable | gerente | dueñ[oa] | propietari[oa] | fundadora? | cofundadora? | profesora? | catedrátic[oa] | investigadora? | economista | sociólog[oa] | historiadora? | geólog[oa] | biólog[oa] | vulcanólog[oa] | meteorólog[oa] | climatólog[oa] | físic[oa] | químic[oa] | ingenier[oa] | arquitect[oa] | abogad[oa] | juez | jueza | magistrad[oa] | fiscal | médic[oa] | enfermer[oa] | cirujan[oa] | veterinari[oa] | maestr[oa] | estudiante | entrenadora? | seleccionadora? | capitán | capitana | piloto | agricultora? | ganader[oa] | viticultora? | panader[oa] | pescadora? | pastora? | apicultora? | escritora? | novelista | autora? | poeta | actor | actriz | cineasta | músic[oa] | cantante | artista | pintora? | escultora? | comisari[oa] | conservadora? | analista | expert[oa] | consultora? | delegad[oa] | coordinadora? | inspectora? | coronel | comandante | general | archivera? | bibliotecari[oa] | librer[oa] | restauradora? | relojer[oa] | carpinter[oa] | artesan[oa] | guarda | farer[oa] | jubilad[oa] | vecin[oa] | comerciante | decan[oa] | rectora? | párroco | obispo | sargento | subinspectora? | técnic[oa] | cociner[oa] | hosteler[oa] | empresari[oa] | arqueólog[oa] | psicólog[oa] | patrón | patrona | marinera? | campanero | campanera | luthier
      lateral | pívot | alero | mediapunta | intendente | representante | vocal | titular | entrenadora? personal | utiller[oa] | mediadora? | estibadora? | operari[oa] | conductora? | maquinista | camioner[oa] | taxista | cartera? | carter[oa] | pescater[oa] | pescader[oa] | carnicer[oa] | frutera? | fruter[oa] | tender[oa] | droguer[oa] | boticari[oa] | farmacéutic[oa] | barber[oa] | peluquer[oa] | sastre | modista | costurer[oa] | zapater[oa] | alfarer[oa] | ceramista | tejedora? | herrer[oa] | cerrajer[oa] | fontaner[oa] | electricista | albañil | yeser[oa] | techador | sereno | porter[oa] | conserje | limpiadora? | barrender[oa] | jardiner[oa] | guardabosques | forestal | bomber[oa] | policía | agente | guardia(?: civil)? | teniente | cabo(?<!\sa cabo) | brigada | almirante | capataz | encargad[oa] | oficial | aprendiz | aprendiza | becari[oa] | alumn[oa] | doctorand[oa] | pensionista | socorrista | salvavidas | buzo | submarinista | navegante | remer[oa] | regatista | ciclista | futbolista | delanter[oa] | defensa | centrocampista | árbitro | árbitra | atleta | nadadora? | corredora? | alpinista | montañer[oa] | esquiadora? | toreador | torer[oa] | bailarina? | bailaora? | cantaora? | coreógraf[oa] | dramaturg[oa] | director de orquesta | violinista | pianista | organista | guitarrista | compositora? | guionista | realizadora? | productora? | fotógraf[oa] | periodista | reporter[oa] | corresponsal | redactora? | editora? | traductora? | intérprete | locutora? | presentadora? | humorista | payas[oa] | titiriter[oa] | mag[oa] | astrónom[oa] | matemátic[oa] | estadístic[oa] | informátic[oa] | programadora? | desarrolladora? | ecologista | activista | voluntari[oa] | sindicalista | dirigente | líder | militante | síndic[oa] | tesorer[oa] | contable | administradora? | interventora? | banquer[oa] | inversora? | corredor de \p{Ll}+ | notari[oa] | procuradora? | letrad[oa] | oidora? | forense | perit[oa] | sacerdote | cura | monj[ea] | abad | abadesa | arzobispo | cardenal | rabino | imán | sacristán | sacristana | embajadora? | cónsul | diplomátic[oa] | edil | edila | teniente de alcalde | exalcalde | exalcaldesa | vicerrectora? | vicedecan[oa] | bedel | celadora? | matron[ao] | comadrona | auxiliar | fisioterapeuta | dentista | odontólog[oa] | pediatra | psiquiatra | cardiólog[oa] | epidemiólog[oa] | hidrólog[oa] | oceanógraf[oa] | sismólog[oa] | antropólog[oa] | filólog[oa] | lingüista | filósof[oa] | teólog[oa] | politólog[oa] | urbanista | paisajista | topógraf[oa] | cartógraf[oa] | aparejadora? | delineante | soldadora? | tornero | tornera | minero | minera | leñadora? | resiner[oa] | quesera? | queser[oa] | bodeguer[oa] | enólog[oa] | sumiller | camarer[oa] | tabernera? | taberner[oa] | molinero | molinera | hornera? | horner[oa] | confiter[oa] | pasteler[oa] | chocolater[oa] | colmener[oa] | cazadora? | recolectora? | jornaler[oa] | temporer[oa] | criadora? | tratante | anticuari[oa] | coleccionista | galerista | encuadernadora? | impresora? | grabadora? | orfebre | joyer[oa] | afinadora? | organer[oa] | limpiabotas | vigilante | taquiller[oa] | acomodadora? | revisora? | jefe de \p{Ll}+ | socia | socio | copropietari[oa] | subdirectora? | vicesecretari[oa] | asesora? | gestora? | diseñadora? | ilustradora? | dibujante`),
    jobEndings: list(
      String.raw`\p{L}+ónom[oa] | (?:sub|vice|ex)-?(?:president[ea]|alcalde|alcaldesa|ministr[oa]|concejala?|diputad[oa]|senadora?|consejer[oa]|directora?|secretari[oa]|jef[ea]|inspectora?|comisari[oa]|delegad[oa]|gobernadora?|rectora?|decan[oa]|jugadora?|entrenadora?|seleccionadora?|futbolista|portavoz|militante|emplead[oa]|trabajadora?|soci[oa]|alumn[oa]|combatiente|campe[oó]na?|oficial|teniente|capit[aá]na?|marine|agente|policía) | \p{L}{2,}(?:dora?|sora?|tora?|ista|er[oa]|óloga?|ólogo|ógraf[oa]|nauta|iatra|terapeuta|ari[oa]) | \p{L}{3,}(?:[^m]ente|[^dj]ante)`,
    ),
    notJobs: list(String.raw`
      excavadora | retroexcavadora | calculadora | impresora | lavadora | secadora | aspiradora | batidora | licuadora | freidora | computadora | fotocopiadora | grabadora | cosechadora | sembradora | apisonadora | hormigonera | desaladora | depuradora | potabilizadora | incineradora | trituradora | taladradora | lijadora | podadora | desbrozadora | ordeñadora | empacadora | perforadora | tuneladora | trilladora | cafetera | lanzadera | escalera | carretera | bandera | cremallera | papelera | heladera | nevera | ratonera | tijera | acera | cera | ladera | ribera | frontera | barrera | cadera | madera | pulsera | cartelera | colmenera | bañera | chistera | billetera | escupidera | ensaladera
      estera | cantera | cartelera | cabecera | cordillera | chequera | escombrera | gasolinera | hilera | hoguera | litera | llavero | madriguera | manguera | nevera | pechera | pradera | quimera | regadera | sementera | solera | sopera | tetera | trasera | tronera | vidriera | visera | vivero | abrevadero | aguacero | apeadero | avispero | balneario | caldero | cenicero | crucero | cuero | desfiladero | embarcadero | esmero | estero | fichero | gallinero | hormiguero | lucero | madero | matadero | merendero | mosquitero | paradero | perchero | plumero | potrero | puchero | ropero | rosario | salero | semillero | sumidero | tendedero | tintero | trastero | vertedero | acuario | armario | canario | comentario | cuestionario | dispensario | dromedario | erario | estuario | glosario | inventario | itinerario | milenario | osario | poemario | santuario | sudario | temario | sumario | vestuario | malaria | maquinaria | plegaria | indumentaria | aspersor | cargador | colador | contenedor | despertador | destornillador | generador | indicador | interruptor | mostrador | procesador | radiador | secador | servidor | surtidor | tenedor | tocador | transformador | ventilador | vector | parador | obrador | asador | probador | andador | velador | arista | autopista | amatista | agravante | atenuante | vacante | estante | picante | calmante | colorante | detonante | diamante | turbante | patente | vertiente | simiente | tangente | rompiente | torrente | lente | potente | valiente | caliente | sobresaliente | saliente | componente | exponente | detergente | antecedente | precedente | excedente | remitente | afluente | efluente | ascendente | creyente | viviente | durante | mediante | adelante | abundante
      frente | puente | gente | fuente | ambiente | diente | corriente | accidente | incidente | continente | presente | siguiente | reciente | pendiente | ingrediente | expediente | oriente | occidente | cliente | paciente | pariente | adolescente | oponente | serpiente | aguardiente | suficiente | diferente | consciente | instante | volante | restaurante | bastante | importante | delante | constante | gigante | semblante | guante | variante | elefante | habitante | visitante | votante | manifestante | restante | semejante | brillante | ambulante | vigente | urgente | permanente | evidente | inocente | independiente
      dinero | enero | febrero | número | género | primero | primera | tercero | tercera | pero | cero | acero | sendero
      agujero | tablero | letrero | sombrero | cordero | ternera | carnero | mortero | granero | invernadero | fregadero
      mirador | comedor | ordenador | motor | tractor | sector | factor | reactor | ascensor | sensor | televisor | corredor
      alrededor | color | dolor | calor | error | terror | horror | valor | favor | honor | mayor | menor | mejor | peor
      interior | exterior | superior | inferior | anterior | posterior | lista | vista | pista | revista | entrevista
      conquista | manera | carretera | frontera | bandera | madera | escalera | ladera | ribera | cartera | espera | acera
      cera | pera | era | fuera | cualquiera | siquiera | entera | entero | ligera | ligero | sincera | verdadera | verdadero
      primavera | calendario | diario | horario | salario | escenario | vocabulario | formulario | aniversario | contrario
      necesario | diaria | primaria | secundaria | necesaria | historia | memoria | victoria | gloria | maria | turista
      pasajero | pasajera | compañero | compañera | extranjero | extranjera | heredero | heredera | soltera | soltero | hora
      ahora | demora | mejora | señora | señor | autora | flora | aurora | batidora | lavadora | secadora | impresora`),
    notNouns: list(
      String.raw`(?:natural|oriund[oa]|originari[oa]|procedente)(?: .*)? | (?!(?:joven|chamán|imagen)\s)\p{L}+[ae]n\s.* | (?:\p{L}+\s)*\p{L}+(?:ó|aron|ieron|ía|ían|aba|aban)(?:\s.*)? | \p{L}+ (?:es|está|son|ha|han|va|puede) .* | \p{L}+(?:mente|ando|iendo|ad[oa]s?|id[oa]s?|os|as|(?:uelt|iert|puest|scrit|hech|dich|vist|muert|rot)[oa]s?) | (?:muy|más|menos|tan|tanto|todo|toda|bien|mal|no|ni|ya|aún|también|tampoco|sin|solo|sola|mismo|misma|ella|él|entretanto|entonces|después|luego|además|siempre|nunca|jamás|pronto|incluso|quizá|todavía|mientras|así|aquí|ayer|hoy|lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?: .*)?`,
    ),
    notTitles: list(
      'competidor | competidora | rival | colega | vecina | jubilado | jubilada | pensionista | parado | parada | procesado | procesada | persona | hombre | mujer | pareja | joven | niño | niña | chico | chica | anciano | anciana | hijo | hija | día | noche | tarde | mañana | semana | mes | año | vez | hora | momento | resto | final | fin | amigo | amiga | vecino | víctima | otro | otra | primer | primero | primera | segundo | segunda | tercer | tercera | cuarto | cuarta | quinto | quinta | único | única | último | última | mano | voz | ojos | protagonista | interesado | interesada | aludido | aludida | acusado | acusada | condenado | condenada | imputado | imputada | investigado | investigada | ganador | ganadora | vencedor | vencedora | culpable | superviviente | difunto | difunta | cuarentón | cincuentón | sexagenario | sexagenaria | septuagenario | septuagenaria | octogenario | octogenaria | nonagenario | nonagenaria | centenario | centenaria | adolescente | muchacho | muchacha | visitante | orador | oradora | anfitrión | anfitriona | héroe | heroína | padre | madre | mayor | pequeño | pequeña',
    ),
    titlesBefore: [],
    bodyTitles: list(
      'dueñ[oa] | supervisora? de .* | jef[ea] del? .* | programadora? | copresident[ea] | codirectora? | directora? (?:técnic[oa]|musical|financier[oa]|comercial|adjunt[oa]|deportiv[oa]|de operaciones|de comunicación|de recursos humanos) | vicepresidente | vicepresidenta | conservadora? | entrenadora? | capitán | capitana | jef[ea] de .* | responsable de .* | redactora? jefe | decan[oa] | rectora? | coordinadora? | subdirectora? | encargad[oa] | directora? | fundadora? | gerente | tesorer[oa] | directora? artístic[oa] | secretari[oa] general | presidente | presidenta | director general | directora general | portavoz | consejer[oa] delegad[oa]',
    ),
    forces: list(
      'guardia civil | policía (?:nacional|local|municipal|autonómica|foral) | protección civil | cruz roja | salvamento marítimo',
    ),
    ministries: list(
      'ministerio | consejería | concejalía | departamento | secretaría | instituto | dirección general | delegación | viceconsejería',
    ),
    departments: list(
      'taller | consejo rector | consejo de administración | junta directiva | comité ejecutivo | servicio | unidad | área | sección | departamento',
    ),
    placeKinds: list(
      String.raw`pueblo | villa | ciudad | localidad | municipio | aldea | pedanía | pleno | vecindario | vecin[oa]s | habitantes | calles | afueras | casco urbano | término municipal | ayuntamiento`,
    ),
    hasTownTitles: true,
    placeTitles: list(
      'intendent[ae](?! general) | (?<!teniente de )alcalde | alcaldesa | ex-?alcalde | ex-?alcaldesa | alcalde pedáneo | alcaldesa pedánea | alcalde en funciones | alcaldesa en funciones',
    ),
    townTitles: list(
      String.raw`juez(?:a)? decan[oa] | párroco | cura | comisari[oa] | cronista(?: oficial)? | (?:(?:primer|segund|tercer)[oa]? )?teniente de alcalde | embajadora? | cónsul`,
    ),
    councilTitles: list(
      String.raw`(?:primer |primera )?teniente de alcalde(?: .*)? | concejala?(?! no adscrit)(?: .*)? | edila?(?: .*)?`,
    ),
    firmTitles: list(
      String.raw`(?:ex-?)?directora?(?: \p{Ll}+){0,2} | (?:ex-?)?president[ea] | coordinadora?(?: \p{Ll}+)? | responsable(?: .*)? | secretari[oa](?: general)? | tesorer[oa] | voluntari[oa] | activista | cooperante | trabajadora? | emplead[oa] | consejer[oa] (?:delegad[oa]|independiente) | (?:co)?fundadora? | dueñ[oa] | propietari[oa] | consejer[oa] delegad[oa] | directora? general | directora? | presidente | presidenta | gerente | portavoz | gobernadora? | obispo | arzobispo | delegad[oa] | soci[oa] | jef[ea] de .* | analista | estratega | ejecutiv[oa] | directiv[oa] | repartidora? | operari[oa] | consultora? | economista jef[ea]`,
    ),
    personTitles: list(
      String.raw`.*(?:abogad[oa]|letrad[oa]|médic[oa]|asistente|ayudante|agente|profesora?|entrenadora?|biógraf[oa]|representante|sucesora?|predecesora?|jef[ea]|enfermer[oa]|traductora?)`,
    ),
    titleOf: [
      [
        list('portavoz'),
        list('colectivo | plataforma | asociación | coordinadora | sindicato | asamblea'),
      ],
      [
        list(String.raw`sentencia | auto | fallo`),
        list(String.raw`juzgado | tribunal | audiencia`),
      ],
      [list(String.raw`concejala?(?: de.*)? | edil`), list(String.raw`ayuntamiento`)],
      [list(String.raw`conservadora?`), list(String.raw`museo`)],
      [list(String.raw`consejer[oa](?! delegad)(?: de .*)?`), list(String.raw`consejería`)],
      [
        list(
          String.raw`delegad[oa](?: sindical| de personal)? | enlace sindical | representante sindical`,
        ),
        list(String.raw`sindicato | unión general | comisiones | confederación sindical`),
      ],
      [list(String.raw`párroco | cura | coadjutor`), list(String.raw`parroquia`)],
      [
        list(String.raw`obispo | arzobispo | vicario`),
        list(String.raw`diócesis | obispado | arzobispado`),
      ],
      [
        list(String.raw`dueñ[oa] | propietari[oa] | encargad[oa]`),
        list(
          String.raw`bar | café | cafetería | restaurante | taberna | mesón | librería | hotel | hostal | taller | ferretería | panadería | pastelería | peluquería | farmacia | camping | gimnasio | bodega | quesería | almazara`,
        ),
      ],
      [list(String.raw`panader[oa]`), list(String.raw`panadería`)],
      [list(String.raw`librer[oa]`), list(String.raw`librería`)],
      [list(String.raw`farmacéutic[oa] | boticari[oa]`), list(String.raw`farmacia | botica`)],
      [list(String.raw`hoteler[oa] | hostaler[oa]`), list(String.raw`hotel | hostal`)],
      [list(String.raw`decan[oa]`), list(String.raw`facultad | colegio`)],
      [
        list(
          String.raw`entrenadora? | técnic[oa] | capit[aá]na? | utiller[oa] | preparadora?(?: físic[oa])? | goleadora?`,
        ),
        list(
          String.raw`club | atlético | deportivo | deportiva | balonmano | baloncesto | voleibol | rugby | racing | sporting | real | unión | cf | cd | ud | cb`,
        ),
      ],
      [list(String.raw`comisari[oa] | inspectora?`), list(String.raw`comisaría | policía`)],
      [
        list(String.raw`jef[ea] de bomberos | sargento de bomberos | bomber[oa]`),
        list(String.raw`bomberos`),
      ],
      [list(String.raw`interventora?`), list(String.raw`intervención | ayuntamiento`)],
      [list(String.raw`cronista(?: oficial)?`), list(String.raw`ayuntamiento`)],
      [list(String.raw`ministr[oa](?: de .*)?`), list(String.raw`ministerio`)],
      [list(String.raw`rectora?`), list(String.raw`universidad`)],
      [list(String.raw`(?:primer[ao]? )?violín | solista`), list(String.raw`orquesta`)],
      [list(String.raw`bibliotecari[oa]`), list(String.raw`biblioteca`)],
      [list(String.raw`catedrátic[oa].*`), list(String.raw`universidad`)],
      [list(String.raw`directora? de orquesta`), list(String.raw`orquesta`)],
      [list(String.raw`patrón mayor`), list(String.raw`cofradía`)],
    ],
    particles: list('de | del | la | las | los'),
    firmEnds: list('(?:e|y|&) (?:hij[oa]s|herman[oa]s|sobrinos|asociados|compañía|cía)'),
    links: list(
      'de | del | lo | número | por | a | la | las | los | el | y | e | en | al | para | &',
    ),
    articles: list(
      'este | esta | ese | esa | aquel | aquella | el | la | los | las | un | una | su | sus | al | del',
    ),
    indefinite: list('un | una | unos | unas | varios | varias | algun[oa]s? | otr[oa]s?'),
    prepositions: list(
      'de | del | a | al | en | con | sin | por | para | desde | hasta | hacia | sobre | tras | ante | bajo | entre | según | durante | contra',
    ),
    ordinals: list(
      'primer | primera | segund[oa] | tercer | tercera | cuart[oa] | quint[oa] | últim[oa] | únic[oa] | otr[oa]',
    ),
    timeNouns: list(
      'año | mes | día | semana | hora | minuto | mañana | tarde | noche | rato | instante | siglo | vez',
    ),
    formerTitles: list('antiguo | antigua | ex | entonces'),
    newTitles: list('nuevo | nueva | último | última | único | única | primer | primera'),
    electedFor: list('por'),
    offices: list(
      String.raw`(?:sub)?delegad[oa] del gobierno | secretari[oa] de estado(?: de(?:l| la)? \p{L}+)? | fiscal general del estado | defensora? del pueblo | president[ea] del gobierno | president[ea] de la república | jef[ea] del? (?:estado|gobierno|gabinete)`,
    ),
    fieldTitles: list(
      String.raw`(?:vice)?consejer[oa] | (?:vice)?ministr[oa] | concejala? | edila? | secretari[oa](?: de estado)? | directora? general | subsecretari[oa] | teniente de alcalde`,
    ),
    lesserTitles: list(
      String.raw`encargad[oa] | nombrad[oa] | (?:co)?autora? | firmante | ganadora? | finalista | testigo | invitad[oa] | miembro | galardonad[oa] | premiad[oa] | usuari[oa] | clienta?`,
    ),
    experts: {
      titles: list(
        String.raw`profesora?(?: de .*)? | maestr[oa] | enfermer[oa](?: .*)? | médic[oa](?: .*)? | celadora? | urgenciólog[oa] | cirujan[oa] | matrona | orientadora? | \p{L}+ólog[oa] | \p{L}+ógraf[oa] | ingenier[oa] | investigadora? | economista | analista | consultora? | químic[oa] | geoquímic[oa] | físic[oa] | astrónom[oa] | matemátic[oa] | urbanista | expert[oa] | jurista | acústic[oa]`,
      ),
      organisations: list(
        String.raw`hospital | clínica | colegio | ies | ceip | residencia | ambulatorio | escuela | universidad | instituto | laboratorio | observatorio | centro | museo | teatro | biblioteca | agencia | consultora | estudio | fundación`,
      ),
    },
    hasCapitalFields: true,
    ranks: list(
      String.raw`(?:primera?|segund[oa]) (?:ministr[oa]|teniente.*|secretari[oa]|vicepresident[ea]|violín|oficial|maestr[oa]|espada|edila?|entrenadora?)`,
    ),
    fields: {
      titles: list(
        String.raw`expert[oa] | especialista | investigadora? | profesora? | catedrátic[oa] | licenciad[oa] | doctora? | ingenier[oa] | técnic[oa] | consultora?`,
      ),
      before: list('en'),
    },
    studies: list(
      String.raw`doctora? | licenciad[oa] | graduad[oa] | diplomad[oa] | máster | expert[oa] | especialista | ingenier[oa]`,
    ),
    times: list(
      'hasta hace (?:\\p{L}+ ){1,3}?(?:días|semanas?|mes(?:es)?|años?) | (?:él|ella) mism[oa] | hasta (?:ayer|hoy|ahora|hace poco) | entonces | hoy | ahora | antes | actualmente',
    ),
    sloganWords: list(
      String.raw`(?:con|sin|contra) \p{L}{2,} | de \p{Ll}{3,} | en \p{Ll}{4,} | nuestr[oa]s? | por un[oa]? \p{Ll}+ | para tod[oa]s | ya | viv[oa]s?`,
    ),
    sloganStarts: list(
      String.raw`(?:no|sí|stop|alto)(?= (?:a|al)\s) | \p{Lu}\p{Ll}+(?:emos|amos)(?= (?:el|la|los|las)\s)`,
    ),
    teamTitles: list(
      String.raw`entrenadora? | técnic[oa] | capit[aá]na? | porter[oa] | guardameta | delanter[oa] | centrocampista | defensa | lateral | pívot | goleadora? | utiller[oa]`,
    ),
    firmKinds: list(String.raw`empresa(?: \p{Ll}{5,})? | firma | sociedad`),
    became: list('convertid[oa] en'),
    leagues: list('liga | federación | comité | copa | campeonato'),
    durations: list(
      String.raw`desde (?:hace )?(?:\d{4}|[\p{L}\d -]{2,24}? (?:años|meses|temporadas|décadas)|siempre|(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?: de \d{4})?)`,
    ),
    titleTails: list('en funciones | en jefe | en prácticas | en ejercicio | en excedencia'),
    titleEnds: list(
      'reconvertido | reconvertida | metido a | metida a | afincado | afincada | venido | venida | llegado | llegada | convertido | convertida | bajo | a la que | del caso | de profesión | de formación | de oficio | a tiempo parcial | a ratos | los fines de semana | de toda la vida | a media jornada | sin | en | con | desde | sobre | durante | por',
    ),
    hasLateAdjectives: true,
    definite: list('el | la | los | las'),
    plurals: list('los | las | estos | estas | esos | esas | sus'),
    contracted: list('del | al'),
    genitives: list('de | del'),
    placeSurnames: list('puente | valle | río | isla | lago | calle | plaza'),
    places: list(
      String.raw`semana santa | año nuevo | reyes magos | calle | avenida | plaza | puente | valle | río | isla | lago | playa`,
    ),
    isVerbs: list(
      'es | era | fue | será | ha sido | dejó de ser | sigue siendo | (?:trabaja|ejerce|trabajó|ejerció|hace)(?: desde [^,.;:~]{3,25})? (?:como|de) | se (?:convirtió|ha convertido) en | (?:fue|ha sido|acaba de ser) (?:nombrad|elegid|designad|reelegid)[oa]',
    ),
    isClauses: list(
      '(?:que|quien) (?:es|era|fue|fuera|ha sido|sigue siendo|(?:trabaja|ejerce|trabajó|ejerció|hace)(?: desde [^,.;:~]{3,25})? (?:como|de))(?: entonces| también)?',
    ),
    of: list(String.raw`por | de la | de los | de las | del | de | en la | en el | en | para`),
    belongs: list(String.raw`de la | de los | del | de | en la`),
    hasSmallWords: true,
    earlyAdjectives: list(
      'mismo | misma | propio | propia | otro | otra | buen | buena | flamante | histórico | histórica | último | última | primer | primera | único | única | principal | antiguo | antigua | joven | viejo | vieja | gran | célebre | actual | veterano | veterana | nuevo | nueva | ex | entonces',
    ),
    adjectiveEndings: list(
      'negr[oa]s? | blanc[oa]s? | azul(?:es)? | verdes? | roj[oa]s? | amarill[oa]s? | nuev[oa]s? | libres? | públic[oa]s? | [ai]d[oa]s? | al | ales | ar | ares | ic[oa]s? | ari[oa]s? | an[oa]s? | enses? | iv[oa]s? | [ds]or[ae]?s? | er[oa]s? | os[oa]s? | il | iles | és | esas? | (?<!dur|medi)antes? | (?<!m|fr)entes? | istas? | [ai]bles?',
    ),
    hasSmallTitles: true,
    clauses: list(
      'que | quien | quienes | cuyo | cuya | desde | donde | cuando | al que | a la que | a quien | del que | de la que | en el que | en la que | con el que | con la que | con quien | para quien | para el que | para la que | el cual | la cual',
    ),
    papers: list(
      String.raw`noticiero | noticiario | correo | heraldo | gaceta | diario | voz | faro | norte | país | mundo | noticias | tribuna | semanario | periódico | eco | adelanto | comercio | levante | progreso | mercantil | imparcial | liberal | provincias | vanguardia | boletín | mercurio | observador | universal | pregón | revista | anales | cuadernos | crónica | opinión | verdad | comarca | semana | ideal | día | avance | nacional | imparcial | defensor(?! del pueblo)`,
    ),
    advocates: {
      titles: list(String.raw`abogad[oa] | letrad[oa] | defensora?`),
      sides: list(String.raw`defensa | acusación | oficio | estado | pueblo`),
    },
    titleObjects: list(
      String.raw`servicios? | unidad | área | sección | departamento | turno | defensa | acusación | oposición | mundo | jurado | puerto | orden | corte | guardia | reina | rey | paz | tierra | calle | noche | mar | campo | ciudad | universidad | casa real`,
    ),
    capitalFieldTitles: list(
      String.raw`(?:(?:sub|vice|ex)-?)?(?:directora?|jef[ea]|responsable|coordinadora?|secretari[oa]|delegad[oa]|consejer[oa]|ministr[oa]|concejala?|edila?|diputad[oa]|decan[oa]|rectora?) | vicerrectora? | técnic[oa] | ingenier[oa] | auxiliar | maestr[oa] | estudiante | alumn[oa] | doctora? | doctorand[oa] | graduad[oa] | licenciad[oa] | profesora? | docente | catedrátic[oa] | investigadora? | expert[oa] | especialista | comisari[oa] | inspectora? | asesora? | agente | policía | oficial | enfermer[oa] | médic[oa] | residente | cirujan[oa] | celadora? | supervisora? | redactora? | corresponsal | periodista | crític[oa] | editora? | titular | encargad[oa] | vocal | supervisora? | comandante | general | teniente | campe[oó]na? | premio | portavoz | president[ea] | gerente | fiscal | juez | jueza | magistrad[oa] | adjunt[oa] | letrad[oa] | notari[oa] | registradora?`,
    ),
    publicOffices: list(
      String.raw`juez | jueza | fiscal | magistrad[oa] | ministr[oa] | senadora? | diputad[oa] | alcalde | alcaldesa`,
    ),
    owners: list('su | sus'),
    who: 'que',
    leads: list(
      String.raw`al (?:frente|mando) de | al (?:frente|mando)(?= del ) | qu(?:e|ien) (?:(?:dirige|manda|comanda|administra|pilota|preside|encabeza|representa|gestiona|lidera|coordina|regenta|fundó|dirigía|presidía)(?: desde (?:hace [\p{L}\d ]{2,18}? (?:años|meses)|\d{4}|siempre|su fundación|el principio|entonces))?|(?:prepara (?:su|la|una) tesis|da clases?|imparte|cursa|trabaja|enseña|investiga|estudia|milita|ejerce|colabora)(?: [\p{L}-]+){0,6}? (?:para|en|con))`,
    ),
    appointed: list('nombrad[oa] | elegid[oa] | designad[oa] | ascendid[oa] a'),
    worksThere: list(
      String.raw`qu(?:e|ien) l[ao] (?:fundó|creó|abrió|compró|dirige|preside|gestiona|regenta|coordina|entrena|lleva)[^,.]{0,40}`,
    ),
    hasGenders: true,
    genders: {
      female: {
        articles: list('la | una | esta | esa | aquella'),
        nouns: list(
          String.raw`(?!.*(?:ista|guarda|policía|guía|poeta|atleta|nauta|iatra|terapeuta|colega|cura|guardia|logopeda|cabeza|víctima|persona|estrella|promesa|figura)$)\p{L}+a | actriz | emperatriz`,
        ),
        given: list(String.raw`
          toñi | charo | conchi | nati | merche | chus | loli | paqui | puri | tere | pili | trini | lupe | maialen | nagore | zuriñe | mari | rosi | feli | vicky | yoli | loreto | socorro
          (?!(?:borja|luca|nicola|sacha|sasha|andrea|josué|jokin)$)\p{L}+a | consuelo | rosario | amparo | rocío | socorro | sagrario
          pilar | carmen | isabel | maribel | mercedes | dolores | remedios | nieves | soledad | inés | beatriz | raquel | esther | ester | belén | lourdes | concepción | asunción | encarnación | consolación | visitación | ángeles | itziar | leire | maite | nekane | irene | rut | ruth | miriam | míriam | montserrat | mar | luz | paz | sol | flor | abril | noemí | araceli | judit | judith | edurne | iris | maricarmen | milagros | gracia | matilde | clotilde | adelaide | salomé | mónica
          ane | caridad | carme | charo | covadonga | dulce | edith | elisabet | elisabeth | estíbaliz | eunice | guadalupe | haizea | jone | leonor | libertad | mariluz | maricruz | marisol | meritxell | miren | montse | neus | olatz | oihane | patrocinio | piedad | presentación | purificación | roser | salud | saray | trinidad | uxue | virtudes | zoe | felicidad | liz`),
      },
      male: {
        articles: list('el | un | este | ese | aquel'),
        nouns: list(
          String.raw`(?!(?:piloto|testigo|miembro|soprano|modelo)$)\p{L}+(?:o|or|ón|án|ín)`,
        ),
        given: list(String.raw`
          joan | pepe | quique | kike | fran | rafi | javi | dani | edu | andoni | antón | biel | imanol | nicanor | quintín | unax | ionut | chema | curro | nando | goyo | teo
          (?!(?:consuelo|rosario|amparo|rocío|socorro|sagrario)$)\p{L}+o
          josé | juan | luis | javier | xavier | ángel | miguel | rafael | daniel | gabriel | manuel | joaquín | agustín | martín | andrés | tomás | carlos | jesús | iván | óscar | víctor | héctor | félix | fermín | benjamín | salvador | ramón | simón | sebastián | julián | adrián | germán | rubén | joel | david | felipe | enrique | jorge | jaime | vicente | clemente | aitor | iker | unai | mikel | jon | ander | césar | cristóbal | damián | fabián | hernán | isaac | ismael | israel | matías | moisés | nicolás | noel | raúl | saúl | samuel | valentín | tomàs | jordi | marc | pau | oriol | xoel | brais | joan | ximo | esteban | efraín | abel | fidel | ezequiel | aníbal | josé
          alexis | alfons | andreu | arnau | asier | bautista | bernat | blas | borja | carles | cosme | crispín | dámaso | delfín | eloy | emanuel | enric | ernest | eric | erik | ferran | francesc | gael | gaspar | gerard | gil | gorka | guillem | ibai | iñaki | jan | jaume | joaquim | jonás | josep | josu | julen | kevin | kepa | lluís | lucas | manel | marcel | marcos | martí | melchor | mohamed | nahuel | néstor | nil | omar | patxi | pere | pol | quim | rachid | rayan | ricard | roger | román | said | samir | santi | santos | serafín | tobías | toni | txema | urtzi | wilson | xabier | xavi | bernabé | josué | noé | salomón | ulises | isaías | elías | jeremías | zacarías | nacho`),
      },
    },
    sameRoles: [
      [
        list(String.raw`titular | responsable | dirigente | mandatari[oa]`),
        list(
          String.raw`(?:vice)?consejer[oa] | (?:vice)?ministr[oa] | concejala? | secretari[oa] | alcalde | alcaldesa | president[ea] | directora?`,
        ),
      ],
      [
        list(
          String.raw`acusad[oa] | procesad[oa] | encausad[oa] | imputad[oa] | investigad[oa] | condenad[oa] | sospechos[oa] | denunciante | querellante`,
        ),
        list(
          String.raw`(?!(?:juez|jueza|president[ea]|fiscal|abogad[oa]|letrad[oa]|magistrad[oa]|procuradora?|policía|guardia|comisari[oa]|capit\p{L}+|perit[oa]|forense|psic\p{L}+|alcalde|alcaldesa|ministr[oa]|portavoz)$)\p{L}+`,
        ),
      ],
      [
        list(String.raw`maestr[oa] | docente | profesora? | tutora?`),
        list(String.raw`maestr[oa] | docente | profesora? | directora? | tutora? | catedrátic[oa]`),
      ],
      [
        list(String.raw`cura | párroco | sacerdote | padre | religios[oa] | clérigo | presbítero`),
        list(String.raw`cura | párroco | sacerdote | padre | religios[oa] | clérigo | presbítero`),
      ],
      [
        list(String.raw`alcalde | alcaldesa | regidora? | munícipe`),
        list(String.raw`alcalde | alcaldesa`),
      ],
      [
        list(String.raw`concejala? | edila? | regidora?`),
        list(String.raw`concejala? | edila? | alcalde | alcaldesa`),
      ],
      [
        list(String.raw`médic[oa] | doctora? | facultativ[oa]`),
        list(
          String.raw`médic[oa] | doctora? | facultativ[oa] | cirujan[oa] | \p{L}+iatra | \p{L}+ólog[oa]`,
        ),
      ],
      [
        list(String.raw`abogad[oa] | letrad[oa] | jurista | penalista`),
        list(String.raw`abogad[oa] | letrad[oa] | jurista | penalista`),
      ],
      [
        list(String.raw`juez | jueza | magistrad[oa]`),
        list(String.raw`juez | jueza | magistrad[oa]`),
      ],
      [
        list(
          String.raw`investigadora? | científic[oa] | expert[oa] | especialista | académic[oa] | profesora?`,
        ),
        list(
          String.raw`investigadora? | científic[oa] | expert[oa] | especialista | \p{L}+ólog[oa] | \p{L}+ógraf[oa] | \p{L}+ista | \p{L}+ónom[oa] | físic[oa] | químic[oa] | geoquímic[oa] | ingenier[oa] | catedrátic[oa] | profesora? | historiadora? | economista`,
        ),
      ],
      [
        list(String.raw`agricultora? | labradora? | campesin[oa]`),
        list(
          String.raw`agricultora? | labradora? | ganader[oa] | campesin[oa] | viticultora? | hortelan[oa] | apicultora?`,
        ),
      ],
      [
        list(
          String.raw`empresari[oa] | directiv[oa] | ejecutiv[oa] | dirigente | patrona? | propietari[oa]`,
        ),
        list(
          String.raw`empresari[oa] | dueñ[oa] | propietari[oa] | gerente | director | directora | consejer[oa] | president[ea] | fundadora? | soci[oa]`,
        ),
      ],
      [
        list(String.raw`sindicalista | dirigente | representante | delegad[oa]`),
        list(String.raw`sindicalista | delegad[oa] | secretari[oa] | portavoz`),
      ],
      [
        list(String.raw`entrenadora? | técnic[oa] | preparadora? | míster`),
        list(String.raw`entrenadora? | técnic[oa] | preparadora? | míster`),
      ],
      [
        list(String.raw`guardameta | porter[oa] | meta | arquer[oa]`),
        list(String.raw`guardameta | porter[oa] | meta | arquer[oa]`),
      ],
      [
        list(String.raw`jugadora? | futbolista | deportista`),
        list(
          String.raw`porter[oa] | delanter[oa] | capit[aá]na? | defensa | lateral | pívot | extrem[oa]`,
        ),
      ],
      [
        list(String.raw`polític[oa] | dirigente | parlamentari[oa]`),
        list(
          String.raw`diputad[oa] | senadora? | portavoz | consejer[oa] | ministr[oa] | concejala? | alcalde | alcaldesa`,
        ),
      ],
      [
        list(String.raw`marinera? | marinero | pescadora? | armadora?`),
        list(String.raw`marinera? | marinero | pescadora? | patrona? | armadora? | patrón`),
      ],
      [
        list(String.raw`comerciante | tender[oa]`),
        list(
          String.raw`comerciante | tender[oa] | librer[oa] | panader[oa] | ferreter[oa] | pescader[oa] | fruter[oa] | zapater[oa]`,
        ),
      ],
      [
        list(String.raw`hosteler[oa]`),
        list(String.raw`hosteler[oa] | dueñ[oa] | camarer[oa] | cociner[oa] | taberner[oa]`),
      ],
      [
        list(String.raw`artista | creadora?`),
        list(String.raw`pintora? | escultora? | ceramista | fotógraf[oa] | ilustradora?`),
      ],
      [
        list(String.raw`escritora? | autora? | narradora?`),
        list(String.raw`escritora? | novelista | autora? | poeta | ensayista`),
      ],
      [
        list(String.raw`agente | policía | mando`),
        list(String.raw`inspectora? | comisari[oa] | sargento | agente | guardia | teniente`),
      ],
      [
        list(String.raw`artesan[oa]`),
        list(
          String.raw`carpinter[oa] | luthier | relojer[oa] | alfarer[oa] | herrer[oa] | restauradora? | encuadernadora?`,
        ),
      ],
    ],
    topics: list('en cuanto al? | por parte del?'),
    agents: list('por'),
    ledBy: list(
      String.raw`(?:presidi|dirigi|fund|cre|encabez|lider|represent|coordin|entren|defendi|comand|ide|regent|impuls|capitane)[ai]?d[oa]s? por`,
    ),
    namedBy: list(String.raw`llamad[oa] | de nombre | apodad[oa]`),
    ages: [],
    relatives: {
      female: list(
        'bisnieta | tataranieta | heredera | descendiente | mujer | esposa | hermana | madre | hija | tía | sobrina | abuela | nieta | suegra | nuera | cuñada | prima | novia | viuda | compañera | madrina',
      ),
      male: list(
        'bisnieto | tataranieto | heredero | marido | esposo | hermano | padre | hijo | tío | sobrino | abuelo | nieto | suegro | yerno | cuñado | primo | novio | viudo | compañero | padrino',
      ),
    },
    pronouns: {
      female: list('ella | esta última'),
      male: list('él | este último'),
      it: [],
      they: list(
        String.raw`amb[oa]s(?! \p{Ll}+s\b) | l[oa]s dos (?:herman[oa]s|hombres|mujeres|amig[oa]s|soci[oa]s|prim[oa]s|vecin[oa]s|compañer[oa]s|cónyuges) | la pareja | el dúo | l[oa]s dos(?! \p{Ll}+s\b) | ellos | ellas`,
      ),
    },
    possessives: list('su | sus'),
    starters: list(String.raw`
      delante | detrás | asimismo | incluso | excepto | salvo | mediante | frente | junto | dentro | fuera | encima | debajo | alrededor | allá | anoche | anteayer | pronto | tarde | temprano | jamás | sino | cual | cuyo | cuanto | cuánto | alguien | algo | algún | alguno | alguna | ningún | ninguno | ninguna | misma | ambos | ambas | mucho | mucha | poco | poca | tanto | tanta | tal | tales | esos | esas | aquello | te | os | tú | ustedes | tu | mis | tus | nuestro | nuestra | uno | once | doce | trece | catorce | quince | veinte | treinta | cuarenta | cincuenta | cien | mil | hubo | queda | quedan | falta | faltan | eran | está | están | tenía | tiene | habían | va | van | viene | vienen | hacía | quizá | quizás | acaso | ojalá | gracias | adiós | nacido | nacida | contra | pese | debido | respecto | acerca
      el | la | los | las | un | una | unos | unas | de | del | al | a | en | con | sin | por | para | desde | hasta | hacia | sobre | tras | ante | bajo | entre | según | durante | y | e | o | u | pero | ni | que | si | cuando | como | donde | porque | aunque | mientras | pues | también | tampoco | ya | aún | todavía | ahora | ayer | hoy | mañana | luego | después | antes | entonces | así | aquí | allí | ahí | no | sí | nunca | siempre | nada | nadie | nunca | todo | toda | todos | todas | cada | algunos | algunas | muchos | muchas | pocos | pocas | varios | varias | más | menos | casi | solo | sólo | él | ella | ellos | ellas | ello | yo | nosotros | usted | su | sus | mi | este | esta | estos | estas | ese | esa | eso | esto | aquel | aquella | otro | otra | otros | otras | mismo | lo | le | les | se | me | nos | es | era | fue | son | hay | había | ha | han | quien | quienes | cuál | qué | quién | cómo | cuándo | dónde | dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez | lunes | martes | miércoles | jueves | viernes | sábado | domingo | abajo | arriba | lejos | cerca | encontró | lejos | además | sin embargo | preguntado | preguntada | fuentes | vecinos | expertos | testigos`),
  },
  speech: {
    marks: [
      ['«', '»'],
      ['“', '”'],
      ['"', '"'],
      ['‘', '’'],
    ],
    verbs: list(String.raw`
      (?:descart|remarc|ahond|desgran|desvel|rubric|areng|retruc|vislumbr|ensalz|notific|afe|redund|finaliz|balbuce|teoriz|diagnostic|detect|desestim|aval|reproch|ejemplific|aconsej|desaconsej|asever|calcul)(?:ó|a|aron|aba|an) | (?:atac|carg|cifr|avanz|demand|inst|sintetiz|profundiz|fij|autoriz|conden|censur|repudi|ampar|imagin|medit|termin|concili|acab|zanj|cerr|oblig|contraatac|clarific|ratific|poste|mand|firm|enmarc|abog|opt)(?:ó|aron) | repuso | inquir(?:e|ió) | supuso | se (?:escud|desmarc|mof|extrañ|sum|arranc|reafirm|congratul|jurament|decant|reivindic|solidariz)(?:a|ó|aron|an) | se (?:compromete|comprometió|comprometieron|revuelve|revolvió|duele|dolió|opone|opuso|remite|remitió|enorgullece) | (?:coincide|coincidió|coinciden|coincidieron) | percibe | percibió | aboga por | halla | halló | hallaron | deja(?:ba)? (?:claro|caer|escrito|dicho) | dejó (?:claro|escrito|dicho) | recogía | pedía | pedían
      (?:hizo|hace|hicieron|hacen|ha hecho|puso|pone|pusieron|ponen|ha puesto) (?:especial )?(?:hincapié|énfasis|el acento|el foco)(?: en)? | (?:da|dio|dan|dieron) por (?:hecho|sentado|segur[oa]|zanjad[oa]|buen[oa]) | (?:tomó|toma) la palabra(?: para (?:decir|pedir|recordar))? | sali(?:ó|eron) al paso | salen? al paso | ha(?:n)? salido al paso | no (?:oculta|ocultó|esconde|escondió|descarta|descartó|disimula|disimuló|duda|dudó)
      (?:afirm|asegur|explic|señal|agreg|relat|declar|manifest|indic|coment|contest|lament|anunci|apunt|confirm|cont|record|confes|explic)(?:ará|aría|arían) | (?:reconocer|admitir|añadir|escribir|sostendr|dir|responder|advertir|insistir)(?:á|ía|ían)
      (?:(?:vino|vinieron|viene|acertó|acierta|llegó|llegaron|llega|alcanzó|alcanza|volvió|volvieron|vuelve|empezó|comenzó|salió|entró|pasó|se (?:limitó|limita|limitaron|atrevió|atreve|apresuró|apresura|negó|aventuró)) a|(?:acaba|acabó|terminó|dej[óa]|no deja|trat[óa]|se encargó) (?:de|por)|(?:quiso|quisieron|quiere|quieren|ha querido|suele|solía|prefirió|prefiere|procuró|procura|intentó|intenta|consiguió|logró|puede|pudo|no pudo|no quiso|evitó|evita)) (?:decir|recordar|señalar|subrayar|dejar claro|aclarar|pedir|reconocer|admitir|explicar|insistir|afirmar|asegurar|añadir|responder|contestar|destacar|advertir|reclamar|defender|negar|matizar|precisar|lamentar|reiterar|agradecer|apuntar|comentar|confesar|criticar|denunciar|exigir|repetir|preguntar(?:se)?|bromear|calificar|tachar|hablar de|remarcar|resumir|zanjar|concretar|valorar|confirmar|desmentir|constatar|exclamar|balbucear|murmurar|susurrar|gritar)
      (?:ha|han|había|habían|habría) (?:descartado|garantizado|remarcado|recalcado|insistido|instado|avanzado|adelantado|desvelado|abogado|apostado|incidido|restado importancia|constatado|apreciado|avalado|desestimado|calculado|estimado|repetido|llamado|apremiado|urgido|solicitado|requerido|recriminado|afeado|arremetido|cargado|censurado|condenado|tranquilizado|emplazado|conminado|ofrecido|admitido|aceptado|rogado|ordenado|dictaminado|establecido|fijado|vuelto a (?:pedir|reclamar|exigir|insistir|defender|recordar|decir)|llegado a decir|enfatizado|profundizado|reconvenido|coincidido|discrepado|tuiteado|publicado|firmado|gritado|proclamado|jurado|ratificado|certificado|notificado|comunicado|detectado|hallado|observado|visto)
      tuite(?:ó|a|an|aron) | tercia | aprecia | aprecian | apreció | dej(?:a|ó) caer | reivindica | defendía | enfatiza | abund(?:a|ó) | ha (?:querido|preferido|evitado|rehusado) | prefirió | evita | evitó | rehusó | pone en valor | puso en valor | pone el foco | deja entrever | dejó entrever | se congratula | se congratuló | se mostró | se mostraba | se muestra | se expresó | se expresa | se explica | se explicó | se sinceraba | echa en falta | echó en falta |       (?:ha|han|había) hecho saber | (?:hizo|hace|hacen|hicieron) saber | (?:ha|han) (?:dado a entender|dejado claro) | dejó claro | da a entender | dio a entender | deja claro
      mantiene | mantienen | mantuvo | mantenía | intuye | sospechaba | augura(?:n|ba)? | auguró | contrapone | contrapuso | remata | remató | remataba | reprueba | desliza | deslizó | ataja | atajó | corta | cortó | interviene | intervino | rebate | rebatió | alude | aludió | incide | incidió | abunda | abundó | apela | apeló | fantasea | fantaseó | alardea | sueña | soñaba | rezonga | rezongó | clama | clamó | clamaba | tercia | completa | completó | corrobora | corroboró | constata | constató | se pronuncia | se pronunció | se jacta | se jactó | se rebela | se resiste | se encoge de hombros | asiente | asentía | sonríe | achaca | achacó | se emociona | se ríe
      (?:afirm|asegur|explic|señal|agreg|relat|subray|declar|manifest|indic|precis|coment|brome|contest|replic|lament|critic|denunci|anunci|reclam|opin|consider|zanj|sentenci|destac|apunt|matiz|ironiz|suspir|exclam|grit|susurr|murmur|calific|tild|celebr|felicit|revel|detall|justific|reiter|remach|apostill|espet|argument|aleg|avis|alert|despach|confirm|rechaz|resopl|evoc|recit|aclar|puntualiz|vaticin|bautiz|razon|reflexion|concret|ratific|inform|jur|implor|protest|cont|pregunt|record|bram|exhort|intercal|interrog|acept|acot|acus|adelant|alarde|alarm|amenaz|anim|apel|apost|argument|azuz|capitul|cavil|certific|clarific|confes|cuantific|dictamin|dramatiz|enunci|equipar|exager|excus|explay|filosof|ilustr|imput|incit|interpret|juzg|minimiz|objet|plante|ponder|pontific|pormenoriz|preconiz|profetiz|propugn|recrimin|rectific|reivindic|relativiz|renunci|resalt|retrat|sermone|suaviz|suplic|ufan|adivin|alab|anot|apremi|argu|aventur|barrunt|cit|comunic|conjetur|conmin|consult|cuestion|cuchiche|culp|declam|deneg|deplor|desahog|desafi|dict|disert|dud|elogi|enfatiz|enumer|esboz|esgrim|especific|especul|estim|evalu|exhal|expres|farfull|festej|fustig|ganguer|garantiz|gimote|glos|grazn|gruñ|habl|increp|insinu|interpel|invit|invoc|lanz|machac|mascull|mencion|musit|narr|not|observ|pens|peror|postul|precis|predic|presum|proclam|pronostic|pront|public|quej|reclam|recalc|recapitul|recomend|record|refunfuñ|refut|rememor|repas|reproch|respald|ret|reconsider|rez|rog|salud|solicit|solloz|tartamude|telegrafi|testific|titube|tranquiliz|tron|urg|valor|vocifer|voce)(?:ó|a|aba|an|aron|aban)
      (?:presum|resum|admit|insist|aduc|deduc|arremet|rebat|difund|encarec|ofrec|comprend|asum|respond|defend|promet|permit|transmit|reconoc|establec|agradec|compart|discut|escrib|describ|confund|añad|advert|adviert|pid|repit|sostien|prefier|sugier|concluy|conced|entiend|reconoc|temb|tem|cre|aplaud|reprim|arguy|desment|desmient|consient|asegur|interrump|prohíb|exig|reflej|garantiz|predic|maldic|bendic|contradic)(?:e|en|ió|ía|ían|ieron) | (?:aprob|acord|decret|orden|vot)(?:ó|aron|aba) | aprueba | aprueban | acuerda | resolvió | decidió | quiere creer | quieren creer | quería creer | quiere | quieren | quería | advirtieron | sostuvieron | dispone | prevé | atribuye | atribuyó | sospechan | dijo | dice | le pidió | sostenía | dicen | dijeron | decía | cuenta | cuentan | recuerda | recuerdan | advirtió | manifiesta | confesó | confiesa | se preguntó | se pregunta | defiende | sostuvo | piensa | espera | confía | concluyó | ríe | sonrió | recoge | recomienda | ruega | ruegan | apuesta | apuestan | muestra | muestran | mostró | reniega | renegó | demuestra | demostró | infiere | infirió | adujo | adujeron | dedujo | previene | previno | rehúsa | riñe | riñó | sueltan | apoya | apoyó |  soltó | suelta | prosiguió | prosigue | continuó | continúa | habló de | habla de | se quejó | se queja | comparecieron | compareció | tuvo | terció | difundió | negó | niega | desmintió | corrigió | corrige | propuso | propone | llamó | lo llama | repetía | sugirió | sugería | expuso | expone | exponía | gruñe | gruñía | rugió | ruge | refirió | refiere | leyó | lee | leía | sonreía | se reía | rió | rio | bendijo | maldijo | predijo | arguyó | atribuían | asintió | disiente | discrepa | discrepó | se sincera | se sinceró | se defiende | se defendió | se excusa | se excusó | se disculpa | se disculpó | se despide | se despidió | se preguntaba | se alegra | se alegró | se felicita | se felicitó | se indigna | se indignó | se lamenta | se lamentó | se sorprende | se sorprendió | se resigna | se resignó | se justifica | se justificó | se enfada | se enfadó | se burla | se burló | (?:ha|han|había|habían|habría) (?:dicho|explicado|afirmado|asegurado|señalado|añadido|contado|relatado|recordado|advertido|reconocido|admitido|insistido|subrayado|declarado|manifestado|indicado|precisado|comentado|respondido|contestado|preguntado|lamentado|criticado|denunciado|prometido|anunciado|exigido|pedido|reclamado|defendido|sostenido|opinado|concluido|resumido|destacado|apuntado|escrito|confirmado|negado|calificado|acusado|matizado|avisado|alertado|celebrado|rechazado|revelado|detallado|justificado|reiterado|replicado|argumentado|alegado|aclarado|puntualizado|reflexionado|concretado|informado|reprochado|reivindicado|bromeado|ironizado|sentenciado|zanjado|valorado|aplaudido|agradecido|planteado|propuesto|sugerido|desmentido|apelado|recomendado|advertido|tachado|tildado|definido|descrito|expuesto|considerado|expresado|mostrado)`),
    verbEndings: list(String.raw`\p{L}{2,}(?:ó|aron|ieron|aban|[aei]rán?) | \p{L}{3,}(?:ían)`),
    datives: list('a | al'),
    clitics: list('se | lo | le | les | me | nos'),
    auxiliaries: list(
      'ha | han | había | habían | es | son | era | eran | está | están | estaba | fue | será | puede | debe | no | se',
    ),
    clauseSigns: list(
      String.raw`\b(?:es|son|está|están|hay|ha|han|fue|era|tengo|tenemos|puede|quiero|queremos)\b`,
    ),
    writes: list(
      'escribió | escribe | escribían | escribieron | ha escrito | han escrito | tuiteó | publicó',
    ),
    calls: list(
      String.raw`defini(?:ó|eron) | define | describi(?:ó|eron) | describe | tituló | titula | titulaba | retrató | bautizó | (?:calific|tild|tach|acus)(?:a|an|ó|aba|aban|aron) | present(?:a|an|ó|aba|aron) | considera | consideró | llamó | llama | describió como | describe como | habló de | habla de | tachó de | tacha de | ve | ven | veía | veían | vio | definió como | define como | cree`,
    ),
    accordingToIt: list(String.raw`según (?:el|la|los|las) cual(?:es)?`),
    accordingTo: list(
      String.raw`según | de acuerdo con | en palabras de | a juicio de | a ojos de | a decir de | en opinión de | a entender de | en boca de | (?<=(?:^|[.!?…]\s)\s?)para`,
    ),
    notSpeech: list(String.raw`
      (?:el|del|al|este|ese) (?:epígrafe|concepto|rótulo|apartado|alias|capítulo) | se habla del? | a l[oa]s que todos llaman
      llamad[oa]s? | denominad[oa]s? | conocid[oa]s? como | apodad[oa]s? | bautizad[oa]s? (?:como)? | titulad[oa]s? | así llamad[oa]s? | (?:la|las|esa|esta) (?:palabras?|expresión|fórmula|etiqueta|voz) | (?:el|del|al|este|ese) (?:término|lema|título|nombre|apodo|mote|cartel|letrero|eslogan|plan|proyecto|programa) | mal llamad[oa]s? | supuest[oa]s? | presunt[oa]s? | se llama | llaman | operación | campaña | rotulad[oa]s?`),
    works: list(
      String.raw`(?:autora?|directora?|creadora?) de | libro | novela | película | obra | canción | disco | exposición | muestra | serie | poema | cuadro | ópera | espectáculo | ensayo | revista | documental | barco | buque | pesquero | ferri | reportaje | festival`,
    ),
    documents: list(
      String.raw`balance | barómetro | sondeo | tesis | preámbulo | protocolo | memoria | editorial | misiva | memorando | fallo | veredicto | requerimiento | burofax | telegrama | pancarta | letrero | folleto | octavilla | panfleto | placa | papel | pliego | moción | edicto | anuncio | aviso | programa | catálogo | artículo | comunicado | reglamento | ordenanza | informe | nota | carta | escrito | documento | texto | auto | sentencia | decreto | resolución | estudio | encuesta | auditoría | mensaje | declaración | publicación | tuit | correo | denuncia | acta | circular | bando | contrato | registro | diario | manifiesto | atestado | expediente | petición | cartel | boletín | dictamen`,
    ),
    issued: list(
      String.raw`carta | escrito | comunicado | nota | informe | resolución | decreto | circular | mensaje | declaración | respuesta | documento | texto | bando | boletín | dictamen | auto | moción | manifiesto | correo | oficio | estudio | auditoría | denuncia`,
    ),
    seen: list(
      String.raw`encargad[oa]s? | solicitad[oa]s? | pedid[oa]s? | filtrad[oa]s? | consultad[oa]s? | obtenid[oa]s? | vist[oa]s?`,
    ),
    views: list(
      String.raw`l[ea]s? (?:parece|parecía|pareció|resulta|resultaba) | a su juicio | en su opinión | según (?:él|ella) | a su entender`,
    ),
    houses: list('desde(?: el| la| los| las)? | en(?= el entorno)'),
    impersonal: list(
      String.raw`(?:se |lo |la )?(?:(?:han|habían|quieren|quisieron|no|ya|también|vuelven a|volvieron a|prefieren|pueden) )?\p{L}+(?:ron|an|en|do|[aei]r)(?: en)?`,
    ),
    joining: list('y | e | pero | mientras(?: que)? | aunque | cuando'),
    complements: list('que | si | porque'),
    relative: list(String.raw`que | quien | quienes`),
    answers: list(String.raw`respondió | responde | contestó | contesta | replicó | replica`),
    reported: list(''),
    hasInversion: true,
    hasOmittedSubjects: true,
    perfects: list('(?:se )?(?:ha|han|había|habían) | llegó a | acabó'),
    pluralVerbs: list(String.raw`(?:\p{L}+ )?\p{L}+(?:ron|an|en) | (?:han|habían) \p{L}+`),
    hasInnerAsides: true,
    anonymous: list(String.raw`
      (?:unos|otros|algunos|muchos|unas|otras|algunas)(?=,?\s(?:l[oae]s? \p{Ll}|(?:hablan|ven|creen|dicen|temen|piensan|prefieren|sostienen|critican|denuncian|celebran)\b))
      (?:un[oa]|otr[oa]|el otro|la otra|alguien|un tercero|una tercera)(?=[,.;]|$|\s(?:desde|con|en|mientras|entre)\b)
      (?:un[oa]|otr[oa]|algun[oa]s|vari[oa]s|much[oa]s|tres|dos) de (?:l[oa]s|sus) \p{Ll}{4,}s
      (?:la|una|las) víctimas? | (?:el|la|los|las) denunciantes?
      (?:un[oa]|otr[oa]|algun[oa]s|vari[oa]s|much[oa]s|ningun[oa]) de (?:ell[oa]s|l[oa]s (?:dos|tres|presentes|afectad[oa]s))
      el entorno del? [^,.;:«»]+ | (?:algunas |varias |otras )?fuentes (?:del?|de la|propias|próximas|cercanas|consultadas|policiales|judiciales|sindicales|sanitarias|municipales)[^,.;:«»]* | una fuente (?:cercana|próxima|conocedora|municipal|policial|judicial|sindical|de la|del)[^,.;:«»]* | fuentes(?: del propio \p{Lu}\p{L}+)?
      (?:un|una|el|la|los|las|unos|unas|varios|varias|dos|tres|algunos|algunas|otro|otra|muchos|muchas) (?:[a-zá-ú]+ ){0,2}(?:vecin[oa]s?|testigos?|empleadas?|empleados?|trabajador(?:es|as|a)?|funcionari[oa]s?|agentes?|policías?|turistas?|clientes?|pasajer[oa]s?|viajer[oa]s?|voluntari[oa]s?|jubilad[oa]s?|estudiantes?|alumn[oa]s?|padres?|madres?|mujer(?:es)?|hombres?|joven|jóvenes|anciana|anciano|expert[oa]s?|analistas?|críticos?|diplomátic[oa]s?|compañer[oa]s?|amig[oa]s?|pescador(?:es)?|agricultor(?:es)?|camarer[oa]|tendera|tendero|portavoz|asistentes?|residentes?|autor(?:es|as)|señoras?|señores|caballeros?|aficionad[oa]s?|espectador(?:es|as|a)?|manifestantes?|huelguistas?|usuari[oa]s?|conductor(?:es)?|inquilin[oa]s?|propietari[oa]s|supervivientes?|afectad[oa]s?|investigador(?:es|as)|comerciantes|hosteler[oa]s|ganader[oa]s|lector(?:es|as|a)?|oyentes?|huéspedes|peregrin[oa]s?|adolescentes?|muchach[oa]s?|chic[oa]s|altos? cargos?|familiar(?:es)?|allegad[oa]s|socios|mandos?)(?: (?:que \p{L}+|(?:del?|con|sin)(?: el| l[ao]s?)? [^,.;:«»~ ]+)\b[^,.;:«»~]*?(?=(?<!\s(?:en|de|a|con|por|para|sobre|desde|hasta|tras|entre|contra|sin))\s(?:se|l[oae]s?|nos|me|ha|han|había)\s|\s(?!(?:para|sobre|tras|ante|entre|hasta|desde)\b)\p{Ll}{4,} (?:el|los|las|una?|sus?)\b|[,.;:«»~]|$))? | vecinos | testigos | expertos | críticos | (?:algunas |varias |otras |una )?personas? (?:de (?:su|l[ao])|cercanas?|próximas?|conocedoras?|familiarizadas?|presentes?)\b[^,.;:«»~]*?(?=\s(?:se|l[oae]s?|ha|han|había)\s|\s\p{Ll}{4,}n (?:que|el|los|las|una?)\b|[,.;:«»~]|$) | (?:allegados|familiares) (?:del?|a) [^,.;:«»~ ]+`),
    hasDashSpeech: true,
  },
}
