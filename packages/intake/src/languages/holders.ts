// Who has the rights in pictures: the words and names that are the same in all languages.
import {list} from './list.ts'

/** Words of the trade, in names of agencies, archives and studios. Regular expressions. */
export const WORLDWIDE_HOLDERS = list(String.raw`
  images? | imaging | imagery | imago | photos? | foto | fotos | photography | photographers | photographic | pictures? | pics? | press
  presse | media | news | agency | agencies | archives? | collections? | collective | stock | commons | library
  studios? | films? | productions? | entertainment | features | wire | wires | creative | design | labs? | works
  technologies | robotics | systems | solutions | aerospace | group | inc\.? | ltd\.? | llc | gmbh | co\. | corp\.? | atelier
  getty | agence france-presse | associated press | europa press | picture alliance | hans lucas | sven simon
  shutterstock | unsplash | pixabay | pexels | istock | istockphoto | alamy | keystone | bloomberg | anadolu | xinhua
  kyodo | jiji | yonhap | contour | redux | magnum | zuma | splash | wikipedia | wikimedia | flickr | youtube | instagram | facebook
  tiktok | twitter | google | nasa | esa | eso | unicef | fotolia | depositphotos | dreamstime | panos | eyevine | polaris
  camera press | science source | universal history | print collector | bridgeman | mary evans | everett collection | rex(?=(?: features)?(?:/|$))`)

/** Licences and what else is neither a person nor a holder. */
export const WORLDWIDE_NOTES = list(String.raw`
  cc(?: by|-by)?(?:[ -](?:sa|nd|nc))*(?: \d\.\d)? | cc0(?: 1\.0)? | creative commons | all rights reserved | public domain
  handout | ho | hand-?out(?: photo| image)? | pool | dr | d\.r\. | n/a`)
