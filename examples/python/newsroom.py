"""Reads a newsroom with Python's standard library. Usage: python3 newsroom.py [slug]"""

import json
import os
import sys
import urllib.error
import urllib.request

LAKE = os.environ.get("LAKE", "http://127.0.0.1:3333")

LIST = """
  *[_type == "article" && defined(slug.current)]
    | order(coalesce(displayDate, firstPublishedAt) desc, _id asc) [0...10]{
      headline, "slug": slug.current, "section": section->title
    }"""

ARTICLE = """
  *[_type == "article" && slug.current == $slug][0]{
    headline,
    dek,
    "authors": bylines[].author->name,
    "photo": leadPhoto{
      "caption": coalesce(caption, photo->caption),
      ...photo->{creditLine, "url": image.asset->url}
    },
    body[]{
      _type,
      _type == "block" => {style, "text": pt::text(@)},
      _type == "photoUse" => {
        "caption": coalesce(caption, photo->caption),
        ...photo->{creditLine, "url": image.asset->url}
      },
      _type == "quoteUse" => {...quote->{
        kind,
        text,
        attribution,
        speakers[]{"name": source->name, titleAtTime, affiliationAtTime}
      }}
    }
  }"""


def ask(query, **params):
    """Asks a question in GROQ. Parameters are values: they go in as JSON."""
    body = json.dumps({"query": query, "params": params}).encode()
    request = urllib.request.Request(
        f"{LAKE}/v2025-02-19/data/query/production",
        data=body,
        headers={"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request) as response:
            return json.load(response)["result"]
    except urllib.error.HTTPError as refused:
        raise SystemExit(json.load(refused)["error"]["description"]) from None
    except urllib.error.URLError:
        raise SystemExit(f"No newsroom answers at {LAKE}.") from None


def photo_lines(photo):
    return f"[{photo['caption'] or ''} Photo: {photo['creditLine']}]\n{photo['url']}?w=800"


def speaker_line(speaker):
    facts = (speaker["name"], speaker["titleAtTime"], speaker["affiliationAtTime"])
    return ", ".join(fact for fact in facts if fact)


def quote_lines(quote):
    text = quote["text"] if quote["kind"] == "paraphrase" else f"“{quote['text']}”"
    said_by = "; ".join(speaker_line(speaker) for speaker in quote["speakers"] or [])
    return f"> {text}\n> — {said_by or quote['attribution']}"


def member_lines(member):
    if member["_type"] == "block":
        return f"## {member['text']}" if member["style"] == "h2" else member["text"]
    if member["_type"] == "photoUse":
        return photo_lines(member)
    if member["_type"] == "quoteUse":
        return quote_lines(member)
    return None


def main():
    if len(sys.argv) < 2:
        for article in ask(LIST):
            print(f"{article['headline']} ({article['section']})\n  python3 newsroom.py {article['slug']}")
        return
    article = ask(ARTICLE, slug=sys.argv[1])
    if article is None:
        raise SystemExit(f"Nothing is published at {sys.argv[1]}.")
    head = [article["headline"], article["dek"], "By " + ", ".join(article["authors"])]
    lead = [photo_lines(article["photo"])] if article["photo"] else []
    text = [member_lines(member) for member in article["body"]]
    print("\n\n".join(part for part in head + lead + text if part))


if __name__ == "__main__":
    main()
