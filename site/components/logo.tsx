import type {SiteSettings} from '../site-context.ts'
import {useSite} from '../site-context.ts'

const WIDTHS = [240, 480, 960]

/** The newsroom's logo, or its name in type. */
export function Logo({name, settings}: {name: string; settings: SiteSettings['settings']}) {
  const {images} = useSite()
  const [logo, onDark] = [settings?.logo, settings?.logoOnDark].map(
    (image) => image && images.rendition(image, WIDTHS),
  )
  if (!logo) return name
  return (
    <picture>
      {onDark && (
        <source
          srcSet={onDark.srcSet}
          sizes="18rem"
          width={onDark.width}
          height={onDark.height}
          media="(prefers-color-scheme: dark)"
        />
      )}
      <img
        className="logo"
        src={logo.src}
        srcSet={logo.srcSet}
        sizes="18rem"
        width={logo.width}
        height={logo.height}
        alt={name}
      />
    </picture>
  )
}
