/** A page that only says something: nothing here, or nothing to be had just now. */
export function MessagePage({title, text}: {title: string; text: string}) {
  return (
    <div className="message">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href="/">To the front page</a>
      </p>
    </div>
  )
}
