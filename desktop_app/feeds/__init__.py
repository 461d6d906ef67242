"""From an address to episodes: fetch, parse, decide; OPML, discovery, folders of tapes."""
