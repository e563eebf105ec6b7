package main

import (
	"michishirube/server/messages"
	"michishirube/server/store"
	"michishirube/server/web"
)

// feedTexts holds the words of the feeds.
const feedTexts = "editor/feed.ja.toml"

// newFeed makes what tells publications to whoever must pass changes on.
func newFeed(env Env, db *store.Store, said embedded) (web.Feed, error) {
	say, err := messages.Load(env.Locales, feedTexts)
	return web.Feed{Record: db, Content: said.content, Say: say}, err
}
