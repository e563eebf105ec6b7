package web

import (
	"context"
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"html"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"michishirube/server/content"
	"michishirube/server/editorial"
	"michishirube/server/messages"
	"michishirube/server/release"
)

// Record reads what was put in force when. ErrNotFound is that of release.
type Record interface {
	// History reads the record of the national text, oldest first.
	History(ctx context.Context) ([]release.Publication, error)
	// Release reads a national release of any time.
	Release(ctx context.Context, id string) (release.Release, error)
	Region(ctx context.Context, code string) (editorial.Region, error)
	// Editions reads the record of a region, oldest first.
	Editions(ctx context.Context, code string) ([]editorial.Publication, error)
}

// Feed tells what was published, for whoever must pass changes on. No person is named in it.
type Feed struct {
	Record  Record
	Content *content.Content   // the national content in force: the names of a region's fields
	Say     *messages.Messages // words feed.*
}

// longestFeed is how many publications are told.
const longestFeed = 30

// atomType is the media type of a feed.
const atomType = "application/atom+xml; charset=utf-8"

// The parts of Atom 1.0 (RFC 4287) that we need.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  atomAuthor  `xml:"author"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"` // relative to the feed: it is the same behind every name
}

type atomEntry struct {
	ID      string     `xml:"id"`
	Title   string     `xml:"title"`
	Updated string     `xml:"updated"`
	Links   []atomLink `xml:"link"`
	Content atomText   `xml:"content"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// news is one publication as a feed tells it, whatever it is of.
type news struct {
	name  string // what makes its ID; the same for ever
	title string
	at    time.Time
	lines []string // "# " begins a heading, "- " an item of a list
}

// feeds serves the feeds.
type feeds struct {
	Feed
	current *release.Current
	told    *toldReleases
}

func newFeeds(f Feed, current *release.Current) feeds {
	return feeds{Feed: f, current: current, told: &toldReleases{of: map[string]told{}}}
}

// national serves what was published for everybody.
func (f feeds) national(c echo.Context) error {
	if f.Record == nil {
		return release.ErrNotFound
	}
	all, err := f.nationalNews(c.Request().Context())
	if err != nil {
		return err
	}
	title := f.Say.Say("feed.national", nil)
	return send(c, "/", f.Say.Say("feed.author", nil), title, all)
}

// region serves what a region published. One that is not in force has no feed, as it has no link.
func (f feeds) region(c echo.Context) error {
	if f.Record == nil {
		return release.ErrNotFound
	}
	s, err := f.current.Load()
	if err != nil {
		return err
	}
	code := c.Param("code")
	if _, ok := s.Regions[code]; !ok {
		return release.ErrNotFound
	}
	r, err := f.Record.Region(c.Request().Context(), code)
	if err != nil {
		return err
	}
	all, err := f.regionNews(c.Request().Context(), r)
	if err != nil {
		return err
	}
	return send(c, "/r/"+code, r.Name, f.Say.Say("feed.region", map[string]string{"name": r.Name}), all)
}

// send writes a feed. The oldest news names it, so that two servers' feeds differ and one's stays the same for ever.
func send(c echo.Context, page, author, title string, all []news) error {
	if len(all) == 0 {
		return release.ErrNotReady
	}
	own, other := strings.TrimSuffix(page, "/")+"/changes.atom", atomLink{Rel: "alternate", Type: "text/html", Href: page}
	feed := atomFeed{
		Lang: content.SourceLocale, ID: urn("feed " + page + " " + all[0].name), Title: title, Author: atomAuthor{author},
		Updated: stamp(all[len(all)-1].at), Links: []atomLink{{Rel: "self", Type: "application/atom+xml", Href: own}, other},
	}
	for i := len(all) - 1; i >= max(0, len(all)-longestFeed); i-- {
		n := all[i]
		feed.Entries = append(feed.Entries, atomEntry{
			ID: urn("entry " + page + " " + n.name), Title: n.title, Updated: stamp(n.at), Links: []atomLink{other},
			Content: atomText{Type: "html", Text: markup(n.lines)},
		})
	}
	body, err := xml.MarshalIndent(feed, "", " ")
	if err != nil {
		return fmt.Errorf("feed of %s: %w", page, err)
	}
	return newResource(atomType, revalidate, append([]byte(xml.Header), body...)).send(c)
}

func stamp(at time.Time) string { return at.UTC().Format(time.RFC3339) }

// urn gives a name that tells nothing by itself: a UUID made of a hash, as RFC 9562 has version 8.
func urn(name string) string {
	b := sha256.Sum256([]byte("michishirube " + name))
	b[6], b[8] = b[6]&0x0f|0x80, b[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:16])
}

// markup writes lines as HTML. Every text is escaped: regions write some of them.
func markup(lines []string) string {
	var out strings.Builder
	list := false
	for _, line := range lines {
		item, isItem := strings.CutPrefix(line, "- ")
		if isItem != list {
			out.WriteString(map[bool]string{true: "<ul>", false: "</ul>"}[isItem])
			list = isItem
		}
		tag, text := "p", item
		if isItem {
			tag = "li"
		} else if heading, ok := strings.CutPrefix(line, "# "); ok {
			tag, text = "h3", heading
		}
		fmt.Fprintf(&out, "<%s>%s</%s>", tag, html.EscapeString(text), tag)
	}
	if list {
		out.WriteString("</ul>")
	}
	return out.String()
}

// regionNews lists what a region published, oldest first: which fields differ from the publication before.
func (f feeds) regionNews(ctx context.Context, r editorial.Region) ([]news, error) {
	editions, err := f.Record.Editions(ctx, r.Code)
	if err != nil {
		return nil, err
	}
	var all []news
	var before editorial.Edition
	for _, p := range editions {
		args := map[string]string{"day": japaneseDay(p.At), "name": r.Name}
		n := news{name: fmt.Sprintf("%d %s", p.Number, stamp(p.At)), title: f.Say.Say("feed.title", args), at: p.At}
		lead := "feed.changed"
		if p.Rollback > 0 {
			lead = "feed.rolled_back"
		}
		seen := map[string]bool{}
		for _, change := range editorial.Diff(f.Content, before, p.Edition) {
			if label := f.label(change); !seen[label] {
				seen[label] = true
				n.lines = append(n.lines, "- "+label)
			}
		}
		if len(n.lines) == 0 && p.Rollback == 0 {
			lead = "feed.nothing"
		}
		n.lines = append([]string{f.Say.Say(lead, args)}, n.lines...)
		all, before = append(all, n), p.Edition
	}
	return all, nil
}

// label names what differs. What a region wrote there is not told: the guide itself shows it.
func (f feeds) label(c editorial.Change) string {
	if c.Field == "file" {
		return f.Say.Say("feed.file", nil)
	}
	if text := f.Content.Plain(content.SourceLocale, "local."+c.Field+".label"); text != "" {
		return text
	}
	return f.Say.Say("feed.gone", nil) // a field the content no longer has
}
