import type {ReactNode} from 'react'

/** A page that only says something: nothing here, or nothing to be had just now. */
export function MessagePage({
  title,
  text,
  children,
}: {
  title: string
  text: string
  children?: ReactNode
}) {
  return (
    <div className="message">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
      <p>
        <a href="/">To the front page</a>
      </p>
    </div>
  )
}
