// A picture for one place of a front, out of the library, and its crop there.
import {CropIcon} from '@sanity/icons/Crop'
import {ResetIcon} from '@sanity/icons/Reset'
import {Box, Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState} from 'react'
import {styled} from 'styled-components'
import type {FrontStory} from '../../../queries/finish-front.ts'
import {PHOTO_FRAGMENT} from '../../../queries/fragments.ts'
import {Labelled} from '../../ui/labelled.tsx'
import {CropFields} from './crop-fields.tsx'
import {cropFrameOf, storedCrop} from './crop-frame.ts'
import type {FrontSlot} from './front-document.ts'
import {pictureAddress, type FrontPhoto} from './shown-part.ts'
import {useSearch} from './use-search.ts'

type Picture = FrontSlot['picture']

const PHOTOS = `_type == "photoWithCredit" && !(_id in path("drafts.**")) && !(_id in path("versions.**"))
  && defined(image.asset)`

/** Published ones with a credit; whose use is denied is not offered. */
const PHOTOS_QUERY = `*[${PHOTOS} && defined(creditLine) && rights.clearance != "denied"
  && ($words == "" || caption match $pattern)] | order(_updatedAt desc) [0...8]{${PHOTO_FRAGMENT}}`

/** The words are an id. */
const CHOSEN_QUERY = `*[${PHOTOS} && _id == $words]{${PHOTO_FRAGMENT}}`

const Thumbnail = styled.img`
  display: block;
  width: 100%;
  aspect-ratio: 3 / 2;
  object-fit: cover;
`

interface PictureChoiceProps {
  value: Picture
  story: FrontStory
  onChange: (picture: Picture) => void
}

export function PictureChoice({value, story, onChange}: PictureChoiceProps) {
  const id = useId()
  const [words, setWords] = useState('')
  // After a problem the photos that are shown stay.
  const {found: photos = []} = useSearch<FrontPhoto>(PHOTOS_QUERY, words, 'fronts.photos')
  const chosen = value?.photo?._ref
  return (
    <Labelled id={id} label="Picture">
      <TextInput
        id={id}
        placeholder="Find a photo by its caption"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Flex gap={2} wrap="wrap" role="group" aria-label="Photos">
        {photos.map((photo) => (
          <Box key={photo._id} style={{width: 132}}>
            <Button
              aria-pressed={photo._id === chosen}
              mode={photo._id === chosen ? 'default' : 'ghost'}
              padding={1}
              style={{width: '100%'}}
              onClick={() => onChange(photo._id === chosen ? undefined : pictureOf(photo))}
            >
              <Stack gap={2}>
                <Thumbnail alt="" src={pictureAddress(photo, 264)} />
                <Text size={0} textOverflow="ellipsis">
                  {photo.caption || photo.creditLine}
                </Text>
              </Stack>
            </Button>
          </Box>
        ))}
      </Flex>
      {value ? (
        <Chosen value={value} photos={photos} onChange={onChange} />
      ) : (
        <CropOwn photo={story.leadPhoto?.photo} onChange={onChange} />
      )}
    </Labelled>
  )
}

/** The front's own picture: its crop, and the way back. */
function Chosen({
  value,
  photos,
  onChange,
}: {
  value: NonNullable<Picture>
  photos: readonly FrontPhoto[]
  onChange: (picture: Picture) => void
}) {
  const chosen = value.photo?._ref ?? ''
  const {found = []} = useSearch<FrontPhoto>(CHOSEN_QUERY, chosen, 'fronts.photo')
  const photo = [...photos, ...found].find(({_id}) => _id === chosen)
  const back = (
    <Button
      icon={ResetIcon}
      mode="ghost"
      text="The story’s own picture"
      onClick={() => onChange(undefined)}
    />
  )
  if (photo && !photo.isGraphic) {
    return (
      <CropFields photo={photo} value={value} onChange={onChange}>
        {back}
      </CropFields>
    )
  }
  return (
    <>
      {photo?.isGraphic && (
        <Text muted size={1}>
          A graphic is shown whole.
        </Text>
      )}
      <Flex>{back}</Flex>
    </>
  )
}

/** Begins with the crop that the story's own picture has in the library. */
function CropOwn({
  photo,
  onChange,
}: {
  photo: FrontPhoto | null | undefined
  onChange: (picture: Picture) => void
}) {
  const picture = photo && !photo.isGraphic && pictureOf(photo)
  if (!picture) return null
  const {crop, hotspot} = photo.image ?? {}
  return (
    <Flex>
      <Button
        icon={CropIcon}
        mode="ghost"
        text="Crop the story’s own picture"
        onClick={() => onChange({...picture, ...storedCrop(cropFrameOf(crop, hotspot))})}
      />
    </Flex>
  )
}

const pictureOf = ({_id, image}: FrontPhoto): Picture =>
  image?.asset
    ? {
        _type: 'image',
        asset: {_type: 'reference', _ref: image.asset._id},
        photo: {_type: 'reference', _ref: _id},
      }
    : undefined
